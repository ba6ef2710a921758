"""Which characters must a text hold, and how many of them, if a pattern is to match in it?

Most patterns ask for a character that most lines lack, or for more figures than there are. To see that is many times cheaper than to
search.
"""

from collections.abc import Iterable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of Python's own patterns: one of `regex`, version 0, reads alike
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from cqclean.text.late import late

Needs = tuple[tuple[int, frozenset[str]], ...]  # of each set so many characters must occur
LARGEST = 200  # characters of a set that is worth a look
MOST = 6  # sets of a pattern that are kept, the rarest first
_UNTOLD = late(r"\(\?[a-zA-Z]*[iwV]|\[:[^\]:]+:\]|&&|--|\|\|")  # case ignored, and what the two modules read differently
_NAMES = late(r"(?<=\()\?P<[a-z]+>")  # `regex` lets several groups share a name
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def needs(pattern: str) -> Needs:
    """The sets of characters of each of which a match holds so many; none where that can't be told.

    >>> [(count, "".join(sorted(signs))) for count, signs in needs("加(?:微|薇)信?[0-9]{5}")]
    [(1, '加'), (5, '0123456789'), (1, '微薇')]
    """
    if _UNTOLD.search(pattern):
        return ()
    try:
        parsed = parser.parse(pattern if "(?P=" in pattern else _NAMES.sub("", pattern))
    except parser.error:  # what `regex` alone knows
        return ()
    found = ((max(1, _eaten(parsed, signs)), signs) for signs in set(_of_sequence(parsed)))
    return tuple(sorted(found, key=lambda need: (len(need[1]) / need[0], sorted(need[1])))[:MOST])


def _eaten(nodes: Iterable[Any], signs: frozenset[str]) -> int:
    """How many characters of a set a match of a sequence is made of at least."""
    count = 0
    for kind, given in nodes:
        if kind is sre.LITERAL:
            count += chr(given) in signs
        elif kind is sre.IN:
            count += any(of_class <= signs for of_class in _of_class(given))
        elif kind is sre.BRANCH:
            count += min(_eaten(branch, signs) for branch in given[1])
        elif kind in _REPEATS and given[0]:
            count += given[0] * _eaten(given[2], signs)
        elif kind is sre.ATOMIC_GROUP:
            count += _eaten(given, signs)
        elif kind is sre.SUBPATTERN:
            count += _eaten(given[-1], signs)
    return count


def _of_sequence(nodes: Iterable[Any]) -> Iterator[frozenset[str]]:
    """What each part of a sequence needs."""
    for kind, given in nodes:
        if kind is sre.LITERAL:
            yield frozenset(chr(given))
        elif kind is sre.IN:
            yield from _of_class(given)
        elif kind is sre.BRANCH:
            yield from _of_branches([list(_of_sequence(branch)) for branch in given[1]])
        elif kind in _REPEATS and given[0]:
            yield from _of_sequence(given[2])
        elif kind is sre.ATOMIC_GROUP:
            yield from _of_sequence(given)
        elif kind is sre.SUBPATTERN or (kind is sre.ASSERT and given[0] > 0):
            yield from _of_sequence(given[-1])


def _of_class(parts: Iterable[Any]) -> Iterator[frozenset[str]]:
    """The characters of a class, if they are few."""
    found: set[str] = set()
    for kind, given in parts:
        if kind is sre.LITERAL:
            found.add(chr(given))
        elif kind is sre.RANGE and given[1] - given[0] < LARGEST:
            found.update(map(chr, range(given[0], given[1] + 1)))
        else:
            return
    if len(found) <= LARGEST:
        yield frozenset(found)


def _of_branches(branches: list[list[frozenset[str]]]) -> Iterator[frozenset[str]]:
    """One of several ways matches: a character of what any of them needs, and one of what any needs besides."""
    ways = [sorted(branch, key=len) for branch in branches]
    for rank in range(max(map(len, ways)) if all(ways) else 0):
        found = frozenset[str]().union(*(way[min(rank, len(way) - 1)] for way in ways))
        if len(found) <= LARGEST:
            yield found
