"""Where does an edit stand, in lines and columns?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cqclean.text.document import Document, line_index
from cqclean.text.edits import Edit


class Place(NamedTuple):
    """A line and a column, both from 1, the column in code points."""

    line: int
    column: int


class Finding(NamedTuple):
    """An edit with its place in a file; `end` is the place after its last character. made: applied, or to be applied by -w."""

    path: str
    start: Place
    end: Place
    edit: Edit
    old: str
    made: bool

    @property
    def whole_lines(self) -> bool:
        """Whether the edit takes away whole lines and puts nothing in their place."""
        return self.edit.new == "" and self.start.column == 1 and self.old.endswith(("\n", "\r"))


def findings(path: str, document: Document, applied: Iterable[Edit], held: Iterable[Edit]) -> list[Finding]:
    """All edits of a file in order of place."""
    rows = [(edit, True) for edit in applied] + [(edit, False) for edit in held]
    rows.sort(key=lambda row: (row[0].start, row[0].end))
    return [_finding(path, document, edit, made) for edit, made in rows]


def _finding(path: str, document: Document, edit: Edit, made: bool) -> Finding:
    old = document.text[edit.start : edit.end]
    return Finding(path, place(document, edit.start), place(document, edit.end), edit, old, made)


def place(document: Document, offset: int) -> Place:
    """The line and column of a code point offset; the end of a text that ends in a line break is a line of its own."""
    lines = document.lines
    index = line_index(lines, offset)
    if index < 0:
        return Place(1, 1)
    line = lines[index]
    if offset >= line.stop > line.end:
        return Place(line.number + 1, 1)
    return Place(line.number, offset - line.start + 1)


class Run(NamedTuple):
    """Findings of one rule that take away lines which stand together (blank lines between them do not count)."""

    first: Finding
    last: Finding
    lines: int

    @property
    def made(self) -> bool:
        return self.first.made


def runs(document: Document, found: Iterable[Finding]) -> Iterator[Run]:
    """Join the findings that a reader takes for one: whole lines of the same rule, level and fate, one after another."""
    current: list[Finding] = []
    for finding in found:
        if current and not _continues(document, current[-1], finding):
            yield run_of(current)
            current = []
        current.append(finding)
    if current:
        yield run_of(current)


def run_of(found: Sequence[Finding]) -> Run:
    """Findings that stand together as one; its lines are those that are not blank."""
    lines = sum(1 for finding in found for line in finding.old.splitlines() if line.strip())
    return Run(found[0], found[-1], lines)


def _continues(document: Document, last: Finding, this: Finding) -> bool:
    same = last.edit.rule == this.edit.rule and last.edit.level == this.edit.level and last.made == this.made
    whole = last.whole_lines and (this.whole_lines or this.edit.end == len(document.text))
    return same and whole and this.edit.new == "" and document.text[last.edit.end : this.edit.start].strip() == ""
