"""What is removed, by which rule, and why, in words?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cqclean.find.structure import limits
from cqclean.find.structure.plan import Plan
from cqclean.find.structure.rows import Row
from cqclean.text.document import Document
from cqclean.text.edits import Span

MENU, HEADLINES = "structure-menu", "headline-run"  # the rules of lines that no wording explains, above and below the article


class Cut(NamedTuple):
    """Rows `first` to `stop` go by one rule."""

    first: int
    stop: int
    rule: str
    why: str
    confidence: float


def cuts(document: Document, rows: Sequence[Row], plan: Plan) -> Iterator[Cut]:
    """The cuts of a plan: neighbouring rows of one rule together."""
    steps = limits.evidence.confidence
    confidence = steps[min(plan.kinds, len(steps) - 1)]
    for begin, end, why, otherwise in (
        (0, plan.first, _head_why(document, rows, plan), MENU),
        (plan.first, plan.stop, "inside the article: its wording and its neighbours are a page's", MENU),
        (plan.stop, len(rows), _tail_why(document, rows, plan), HEADLINES),
    ):
        at = begin
        while at < end:
            if plan.keeps(at):
                at += 1
                continue
            rule = _rule(rows[at], otherwise)
            stop = at + 1
            while stop < end and not plan.keeps(stop) and _rule(rows[stop], otherwise) == rule:
                stop += 1
            yield Cut(at, stop, rule, f"{stop - at} lines {why}" if stop - at > 1 else why, confidence)
            at = stop


def _rule(row: Row, otherwise: str) -> str:
    return row.marker.rule if row.marker else otherwise


def _head_why(document: Document, rows: Sequence[Row], plan: Plan) -> str:
    return "before the article: " + (" and ".join(_quote(document, rows[at]) for at in plan.head.anchors[:3]) or "a menu")


def _tail_why(document: Document, rows: Sequence[Row], plan: Plan) -> str:
    if plan.tail is None:
        return "after the article"
    why = f"after the article: {_quote(document, rows[plan.tail.anchor])}"
    return why + (
        f", confirmed by {_quote(document, rows[plan.tail.second])}" if plan.tail.second >= 0 else ", on a page whose head is known"
    )


def _quote(document: Document, row: Row) -> str:
    line, most = document.lines[row.line], limits.evidence.quoted
    text = document.text[line.start : line.end].strip()
    return f"{text if len(text) <= most else text[: most - 1] + '…'} (line {line.number})"


def span(document: Document, rows: Sequence[Row], cut: Cut, plan: Plan) -> Span:
    """Where a cut begins and ends in the text; the blank lines between what goes, and between it and the text's ends, go too.

    In Markdown those beside it are left to blocks.with_blank_lines.
    """
    lines, plain = document.lines, document.kind != "markdown"
    start, end = lines[rows[cut.first].line].start, lines[rows[cut.stop - 1].line].stop
    if cut.stop == len(rows):
        end = len(document.text)
    elif not plan.keeps(cut.stop) or (plain and (cut.stop <= plan.first or cut.first == 0 or _has_gap_above(rows, cut.first))):
        end = lines[rows[cut.stop].line].start
    if plain and cut.first and cut.first >= plan.stop:
        start = lines[rows[cut.first - 1].line].stop
    return start, end


def _has_gap_above(rows: Sequence[Row], at: int) -> bool:
    """Whether a blank line above a row stays, so that those below it need not."""
    return rows[at - 1].line < rows[at].line - 1
