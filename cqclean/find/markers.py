"""Which markers of promotion does a line of a WeChat export show?"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cqclean.ruleset.frozen import tables
from cqclean.ruleset.pattern import pattern
from cqclean.text.late import late

_MARKS = late(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\*\*+|__|^[\s>#`]+|[\[\]]|</?[a-z][^>]*>")


class Marker(NamedTuple):
    """A pattern that speaks for promotion with a weight; a header explains the lines below it."""

    name: str
    weight: float
    match: str
    whole: bool = False
    header: bool = False


@cache
def markers() -> tuple[Marker, ...]:
    return tuple(Marker(**entry) for entry in tables("promotion")["marker"])


@cache
def headers() -> frozenset[str]:
    """The names of the markers that explain the lines below theirs."""
    return frozenset(marker.name for marker in markers() if marker.header)


def bare_of(line: str) -> str:
    """A line without the marks of Markdown."""
    return _MARKS.sub("", line).strip(" *_\t\u3000")


def matching(bare: str) -> Iterator[Marker]:
    for marker in markers():
        shape = pattern(marker.match)
        if shape.fullmatch(bare) if marker.whole else shape.search(bare):
            yield marker
