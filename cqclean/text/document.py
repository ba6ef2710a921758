"""What is known of one text before anything is looked for in it?"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf
from typing import Literal, NamedTuple

from cqclean.text import markdown
from cqclean.text.edits import Span
from cqclean.text.fold import Folded, fold
from cqclean.text.late import late

Kind = Literal["text", "markdown"]
_HALVES = late("[\ud800-\udfff]")


class Line(NamedTuple):
    """Line `number` (from 1) is `text[start:end]`; `stop` is where its line break ends. `start` comes first, for the search by offset."""

    start: int
    end: int
    stop: int
    number: int


def occurrences(text: str, literal: str) -> Iterator[int]:
    """Yield where a literal, which is not empty, begins; places may overlap."""
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield (end of line, start of the next) for each line break: \\n, \\r\\n, or \\r in a text that has no \\n."""
    mark = "\n" if "\n" in text or "\r" not in text else "\r"
    for at in occurrences(text, mark):
        yield (at - 1 if mark == "\n" and at and text[at - 1] == "\r" else at), at + 1


def split_lines(text: str) -> list[Line]:
    """Split a text into lines, in time linear in its length.

    >>> [text for text in ("一\\r\\n二"[a:b] for a, b, _, _ in split_lines("一\\r\\n二"))]
    ['一', '二']
    """
    lines, start = [], 0
    for number, (end, stop) in enumerate(_breaks(text), 1):
        lines.append(Line(start, end, stop, number))
        start = stop
    if start < len(text):
        lines.append(Line(start, len(text), len(text), len(lines) + 1))
    return lines


def line_index(lines: Sequence[Line], offset: int) -> int:
    """The index of the line that holds a code point offset; -1 where there is no line."""
    return bisect_right(lines, (offset, inf)) - 1  # tuples compare at once; a key would call back into Python at every step


def lines_at(lines: Sequence[Line], offsets: Iterable[int]) -> list[int]:
    """The indices of the lines that hold code point offsets in rising order, each once."""
    found, stop = [], -1
    for offset in offsets:
        if offset >= stop:  # most offsets lie in the line of the one before
            found.append(line_index(lines, offset))
            stop = lines[found[-1]].stop
    return found


class Document:
    """One text with what is derived from it, each made on first use.

    kind is "text" or "markdown"; None lets the text show what it is. path only serves messages.
    """

    def __init__(self, text: str, kind: Kind | None = None, path: str | None = None) -> None:
        self.text = text
        self.path = path
        self._kind = kind

    @cached_property
    def kind(self) -> Kind:
        return self._kind or ("markdown" if markdown.looks_like(self.text) else "text")

    @cached_property
    def is_project(self) -> bool:
        """Whether it is a software project's own page, whose groups, sponsors and addresses are its author's."""
        return self.kind == "markdown" and markdown.is_project(self.text)

    @cached_property
    def is_manual(self) -> bool:
        """Whether it tells how to install a package: what it offers is that."""
        return self.kind == "markdown" and markdown.is_manual(self.text)

    @cached_property
    def lines(self) -> list[Line]:
        return split_lines(self.text)

    @cached_property
    def signs(self) -> frozenset[str]:
        """The characters of the text: to look a rare one up here is many times cheaper than to search for it."""
        return frozenset(self.text)

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text, self.signs)

    @cached_property
    def folded_lines(self) -> list[Line]:
        """The lines of the folded copy; the n-th is the n-th of `lines`, since folding keeps line breaks."""
        if self.folded.offsets is None:
            return self.lines
        lines, end = split_lines(self.folded.text), len(self.folded.text)
        if len(lines) < len(self.lines):  # the last holds nothing but invisible characters
            lines.append(Line(end, end, end, len(self.lines)))
        return lines

    @cached_property
    def protected(self) -> tuple[Span, ...]:
        """Spans which an edit may remove whole but never cut into: addresses, and in Markdown code, front matter, link targets."""
        return markdown.protected(self.text) if self.kind == "markdown" else markdown.addresses(self.text)

    @cached_property
    def blocks(self) -> dict[int, Span]:
        """The first and last line of the block around a line, for the lines that passages.around was asked about."""
        return {}

    @cached_property
    def sayings(self) -> dict[Span, "Document"]:
        """The words of blocks by their first and last line, for those that passages.saying was asked about."""
        return {}

    @cached_property
    def tables(self) -> dict[int, int]:
        """The first line of the table around a row, for the rows that passages.table_head was asked about."""
        return {}

    @cached_property
    def held(self) -> dict[tuple[re.Pattern[str], int], bool]:
        """Whether a pattern occurs in the line that starts at an offset, for those that line_holds was asked about."""
        return {}

    @cached_property
    def headings(self) -> list[int]:
        """The indices of lines that open with the mark of a heading."""
        return [at for at, line in enumerate(self.lines) if markdown.HEADING.match(self.text, line.start, line.end)]

    @cached_property
    def heading_lines(self) -> frozenset[int]:
        """The same, for those who ask of one line."""
        return frozenset(self.headings)

    def forget(self) -> None:
        """Let go of what was derived from the text: it takes many times the text's memory, and is made again when it is asked for."""
        for name in self.__dict__.keys() - {"text", "path", "_kind", "kind"}:
            del self.__dict__[name]

    def cleaned(self, text: str) -> "Document":
        """The document with the text that cleaning made of it."""
        return Document(text, self._kind, self.path)

    def in_whole_characters(self) -> "Document":
        """The document with U+FFFD for each half of a surrogate pair (JSON can hold them): no UTF-8 library takes those."""
        return Document(_HALVES.sub("\ufffd", self.text), self.kind, self.path) if _HALVES.search(self.text) else self

    def line_at(self, offset: int) -> Line:
        """The line that holds a code point offset of the original text."""
        return self.lines[max(0, line_index(self.lines, offset))]

    def line_holds(self, pattern: re.Pattern[str], offset: int) -> bool:
        """Whether a pattern occurs in the line that holds an offset; looked up once a line, which may be a whole book with many finds."""
        line = self.line_at(offset)
        key = pattern, line.start
        if key not in self.held:
            self.held[key] = pattern.search(self.text, line.start, line.end) is not None
        return self.held[key]
