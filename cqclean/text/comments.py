"""Which parts of a text has its author put out of reach with a comment?

<!-- cqclean: off --> to <!-- cqclean: on -->, <!-- cqclean: ignore ID --> for the next line that is not blank, and
<!-- cqclean: ignore-file -->.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cqclean.text.edits import Edit
from cqclean.text.late import late

_COMMENT = late(r"<!--[ \t]{0,9}cqclean:[ \t]{0,9}(off|on|ignore-file|ignore)((?:[ \t,]{1,9}[\w-]{1,80}){0,99})[ \t]{0,9}-->")
_NEXT_LINE = late(r"[^\n]*\n\s*([^\n]*\n?)")


class Silence(NamedTuple):
    """Text[start:end], where no rule acts; or only these do not: ids or kinds."""

    start: int
    end: int
    rules: frozenset[str] = frozenset()


def silences(text: str) -> tuple[Silence, ...]:
    """The silenced parts of a text, in order.

    >>> silences("<!-- cqclean: ignore contact -->\\n加微信")[1]
    Silence(start=33, end=36, rules=frozenset({'contact'}))
    """
    return tuple(_silences(text)) if "cqclean:" in text else ()


def _silences(text: str) -> Iterator[Silence]:
    off: int | None = None
    for comment in _COMMENT.finditer(text):
        word, names = comment[1], frozenset(comment[2].replace(",", " ").split())
        yield Silence(*comment.span())
        if word == "ignore-file":
            yield Silence(0, len(text), names)
        elif word == "ignore":
            following = _NEXT_LINE.match(text, comment.end())
            if following:
                yield Silence(*following.span(1), names)
        elif word == "off" and off is None:
            off = comment.start()
        elif word == "on" and off is not None:
            yield Silence(off, comment.end())
            off = None
    if off is not None:
        yield Silence(off, len(text))


def outspoken(text: str, edits: Iterable[Edit], kinds: Mapping[str, str]) -> list[Edit]:
    """The edits that no comment silences; kinds: rule id -> kind."""
    silent = silences(text)
    return [edit for edit in edits if not any(_meets(silence, edit, kinds) for silence in silent)]


def _meets(silence: Silence, edit: Edit, kinds: Mapping[str, str]) -> bool:
    meant = not silence.rules or edit.rule in silence.rules or kinds.get(edit.rule) in silence.rules
    return meant and edit.start < silence.end and edit.end > silence.start
