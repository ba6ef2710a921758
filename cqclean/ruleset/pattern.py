"""How is a pattern tried at the least cost?

It is compiled on first need: all patterns together cost more than most texts. A stretch of text that lacks what a match needs can be
told without it, by a simple pattern of `re` that counts characters: at a fraction of what the pattern itself takes to find nothing.
"""

import re
from collections.abc import Iterator, Set
from functools import cache, cached_property
from typing import Any

from cqclean.ruleset import frozen
from cqclean.ruleset.needs import Needs, needs
from cqclean.text import programs
from cqclean.text.late import late

TIME_LIMIT = 0.5  # seconds that a pattern may spend on one window before its rule is skipped and named; a sound one needs microseconds
LOOKED_AT = 2000  # code points of a text whose characters are looked at before the pattern is tried: a longer one holds most of them
PROBED = 3  # sets of characters that are counted in a text: the rarest tell most


class Pattern:
    """A pattern of the `regex` module, with its methods. Each raises TimeoutError after TIME_LIMIT."""

    def __init__(self, written: str) -> None:
        self.written = written

    @cached_property
    def needs(self) -> Needs:
        known = frozen.needs(self.written)
        return needs(self.written) if known is None else known

    @cached_property
    def compiled(self) -> Any:
        return _compiled(self.written)

    @cached_property
    def _probe(self) -> re.Pattern[str]:
        """A pattern that matches where a text holds what is needed."""
        return late("".join(map(_counted, self.needs[:PROBED])))

    @cached_property
    def _signs(self) -> tuple[frozenset[str], ...]:
        return tuple(signs for _, signs in self.needs)

    def may_match(self, characters: Set[str]) -> bool:
        """Whether a text that holds these characters can hold a match."""
        return not any(map(characters.isdisjoint, self._signs))

    def may_hold(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of text holds what a match needs."""
        return end - start > LOOKED_AT or self._probe.match(text, start, end) is not None

    def search(self, text: str, start: int = 0, end: int | None = None) -> Any:
        end = len(text) if end is None else end
        return self.compiled.search(text, start, end, timeout=TIME_LIMIT) if self.may_hold(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int | None = None) -> Any:
        end = len(text) if end is None else end
        return self.compiled.match(text, start, end, timeout=TIME_LIMIT) if self.may_hold(text, start, end) else None

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> Any:
        end = len(text) if end is None else end
        return self.compiled.fullmatch(text, start, end, timeout=TIME_LIMIT) if self.may_hold(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Any]:
        end = len(text) if end is None else end
        return self.compiled.finditer(text, start, end, timeout=TIME_LIMIT) if self.may_hold(text, start, end) else iter(())

    def sub(self, new: str, text: str) -> str:
        return str(self.compiled.sub(new, text, timeout=TIME_LIMIT)) if self.may_hold(text, 0, len(text)) else text


def _counted(need: tuple[int, frozenset[str]]) -> str:
    """A pattern for a text that holds so many characters of a set."""
    count, signs = need[0], re.escape("".join(sorted(need[1])))
    return f"(?=(?:[^{signs}]*+[{signs}]){{{count}}})"


def _compiled(written: str) -> Any:
    """From the program that an earlier call made of it, if it can be had: what `regex` itself pickles a pattern by."""
    import regex
    from regex import _regex

    flags = int(regex.MULTILINE | regex.VERSION0)
    made = programs.program((f"regex {regex.__version__}", written, flags), lambda: regex.compile(written, flags)._pickled_data)
    return _regex.compile(*made)


@cache
def pattern(match: str) -> Pattern:
    """The pattern that a rule or a table writes, one for each."""
    return Pattern(match)
