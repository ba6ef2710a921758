"""How is a finding said in one line?

A line is made of styled pieces, so that plain output and the terminal say the same.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cqclean.show.finding import Finding, Run, run_of, runs
from cqclean.show.visible import head, middle, tail, visible
from cqclean.text.document import Document

CONTEXT = 16  # code points shown on each side of a change inside a line
SHOWN = 40  # code points shown of what goes or comes
SAMPLE = 8  # code points shown of the first and last line of a run


class Piece(NamedTuple):
    """Text ready to be shown, and what it is: plain, place, rule, removed, added, or a level."""

    text: str
    style: str = "plain"


def lines(document: Document, found: Iterable[Finding], verbose: bool = False) -> Iterator[list[Piece]]:
    """Yield a line a finding; whole lines of one rule are one finding unless `verbose`."""
    for run in (run_of([finding]) for finding in found) if verbose else runs(document, found):
        yield [*_where(run), *(_inside(document, run.first) if _is_inside(run) else _of_lines(run))]
        if verbose and run.first.edit.why:
            yield [Piece("    " + visible(run.first.edit.why))]


def plain(pieces: Iterable[Piece]) -> str:
    """A line without colours."""
    return "".join(piece.text for piece in pieces)


def _is_inside(run: Run) -> bool:
    return run.first == run.last and run.first.start.line == run.first.end.line and not run.first.whole_lines


def _where(run: Run) -> Iterator[Piece]:
    first, last = run.first, run.last
    end = last.end.line - (last.end.column == 1 and last.end.line > last.start.line)
    place = f"{first.start.line}:{first.start.column}" if end == first.start.line else f"{first.start.line}-{end}"
    yield Piece(f"{visible(first.path)}:{place}", "place")
    yield Piece(" ")
    yield Piece(visible(first.edit.rule), "rule")
    yield Piece(
        f" [{first.edit.level}]" if first.made or first.edit.level != "safe" else " [held]", first.edit.level if first.made else "held"
    )
    yield Piece(" ")


def _inside(document: Document, finding: Finding) -> Iterator[Piece]:
    """A change inside a line with what stands around it."""
    line = document.lines[min(finding.start.line, len(document.lines)) - 1] if document.lines else None
    at, stop = finding.edit.start, finding.edit.end
    before = document.text[max(line.start, at - CONTEXT - 1) : at] if line else ""
    after = document.text[stop : min(line.end, stop + CONTEXT + 1)] if line else ""
    yield Piece(tail(before, CONTEXT))
    yield from _change(finding.old, finding.edit.new)
    yield Piece(head(after, CONTEXT))


def _change(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece(f"[-{middle(old, SHOWN)}-]", "removed")
    if new:
        yield Piece("{+" + middle(new, SHOWN) + "+}", "added")


def _of_lines(run: Run) -> Iterator[Piece]:
    """Whole lines: the one line that goes, or how many, with the first and the last."""
    first, last = run.first.old.strip(), run.last.old.strip()
    if run.lines <= 1 and run.first == run.last:
        yield from _change(first, run.first.edit.new.strip())
        return
    yield Piece(f"{run.lines} lines: ")
    yield Piece(head(first.split("\n")[0].strip(), SAMPLE), "removed")
    yield Piece(" … ")
    yield Piece(head(last.split("\n")[-1].strip(), SAMPLE), "removed")
    if run.first.edit.new.strip():
        yield from _change("", run.first.edit.new.strip())
