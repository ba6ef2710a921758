"""How is a pattern tried at the least cost?

It is compiled on first need: all patterns together cost more than most texts. A text that lacks a character which a match needs can be
told without compiling; once the pattern is there, it finds out as fast by itself.
"""

from collections.abc import Iterator, Set
from functools import cache, cached_property
from typing import Any

from cqclean.ruleset import frozen
from cqclean.ruleset.needs import Needs, needs
from cqclean.text import programs

TIME_LIMIT = 0.5  # seconds that a pattern may spend on one window before its rule is skipped and named; a sound one needs microseconds
LOOKED_AT = 2000  # code points of a text whose characters are looked at before the pattern is compiled: a longer one holds most of them


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

    def may_match(self, characters: Set[str]) -> bool:
        """Whether a text that holds these characters can hold a match."""
        return not any(map(characters.isdisjoint, self.needs))

    def _may(self, text: str, start: int, end: int) -> bool:
        return "compiled" in self.__dict__ or end - start > LOOKED_AT or self.may_match(set(text[start:end]))

    def search(self, text: str, start: int = 0, end: int | None = None) -> Any:
        end = len(text) if end is None else end
        return self.compiled.search(text, start, end, timeout=TIME_LIMIT) if self._may(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int | None = None) -> Any:
        end = len(text) if end is None else end
        return self.compiled.match(text, start, end, timeout=TIME_LIMIT) if self._may(text, start, end) else None

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> Any:
        end = len(text) if end is None else end
        return self.compiled.fullmatch(text, start, end, timeout=TIME_LIMIT) if self._may(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Any]:
        end = len(text) if end is None else end
        return self.compiled.finditer(text, start, end, timeout=TIME_LIMIT) if self._may(text, start, end) else iter(())

    def sub(self, new: str, text: str) -> str:
        return str(self.compiled.sub(new, text, timeout=TIME_LIMIT)) if self._may(text, 0, len(text)) else text


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
