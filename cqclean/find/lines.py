"""Which whole lines do line rules (drop-line, drop-block) remove?"""

from collections.abc import Iterator, Sequence

from cqclean.find import spared
from cqclean.find.each import each
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.pattern import pattern
from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document, Line, line_index
from cqclean.text.edits import Edit, Span
from cqclean.text.late import late
from cqclean.text.passages import announcing, heading_above, inner, is_heading

EDGE = 12  # non-blank lines that count as the head or the tail of a text
WITHIN_MARKS = ("contact", "advert", "copyright")  # kinds of rules that see past the marks of Markdown
_RIGHTS = late(r"转载|授权|许可|引用|[Ll]icen[cs]e")  # headings of sections in which an author says what others may do
BLANK = " \t\u3000\u00a0"


def find(document: Document, hits: Hits, around: Sequence[Edit], slow: list[str]) -> Iterator[Edit]:
    """Yield the edits of line rules; around: what structure takes away from a scraped page, nothing from another text."""
    edges = _Edges(document)
    yield from each(
        hits,
        lambda rule: rule.drops and not rule.finder and (bool(around) or rule.needs != "page"),
        lambda rule, places: _edits(document, rule, places, edges),
        slow,
    )


class _Edges:
    """The first and last lines of a document, counted only when a rule asks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ends: tuple[int, int] | None = None

    def allow(self, rule: Rule, number: int) -> bool:
        if not rule.place:
            return True
        if self._ends is None:
            text = self._document.text
            filled = [line.number for line in self._document.lines if not text[line.start : line.end].isspace() and line.end > line.start]
            self._ends = (filled[:EDGE] or [0])[-1], (filled[-EDGE:] or [0])[0]
        return number <= self._ends[0] if rule.place == "head" else number >= self._ends[1]


def _edits(document: Document, rule: Rule, places: list[int], edges: _Edges) -> Iterator[Edit]:
    lines = document.lines if rule.on == "text" else document.folded_lines
    tried = -1
    for place in places:
        at = line_index(lines, place)
        if at <= tried or not edges.allow(rule, at + 1):
            continue
        tried = at
        matched = _matched(document, rule, lines, at)
        if matched is not None and not _is_authors(document, rule, at):
            first, last = matched
            tried = _block_end(document, last) if rule.action == "drop-block" else last
            yield (first == tried and _within(document, rule, first)) or removal(document, first, tried, rule)


def _within(document: Document, rule: Rule, at: int) -> Edit | None:
    """The edit that leaves sentences of text in a line, if there are any."""
    if rule.kind not in spared.KINDS or rule.on == "text" or document.kind == "markdown":
        return None
    text, line = document.folded.text, document.folded_lines[at]
    whole = _trimmed(text, line.start, line.end)
    span = spared.part(text, whole, lambda part: bool(pattern(rule.match).fullmatch(text, *_trimmed(text, *part))))
    return Edit(*document.folded.span(*span), "", rule.id, rule.level, rule.confidence, rule.why) if span != whole else None


def _is_authors(document: Document, rule: Rule, at: int) -> bool:
    """Whether a line of Markdown is a heading over a list that stays, or a notice below a heading that asks for it, or shown in a quote."""
    if document.kind != "markdown" or rule.kind not in ("related", "copyright"):
        return False
    if rule.kind == "related":
        return is_heading(document, at)
    return bool(_RIGHTS.search(heading_above(document, at))) or announcing(document, at) is not None


def _matched(document: Document, rule: Rule, lines: list[Line], at: int) -> tuple[int, int] | None:
    """The first and last index of the lines around line `at` which the rule matches whole."""
    text = document.text if rule.on == "text" else document.folded.text
    shape = pattern(rule.match)
    for first in range(max(0, at - rule.lines + 1), at + 1):
        for last in range(at, min(first + rule.lines, len(lines))):
            for start, end in _readings(document, rule, text, lines[first].start, lines[last].end):
                fits = end - start <= rule.reach * rule.lines and shape.fullmatch(text, start, end)
                if fits and not (rule.only == "disguised" and _plain(document, first, last, text[start:end])):
                    return first, last
    return None


def _readings(document: Document, rule: Rule, text: str, start: int, end: int) -> Iterator[Span]:
    """A line without outer blanks, and in Markdown also without the marks of list, quote, heading, row and emphasis around it.

    Menus and buttons are not looked for within marks: a manual lists them.
    """
    whole = _trimmed(text, start, end)
    yield whole
    if document.kind == "markdown" and rule.kind in WITHIN_MARKS:
        within = _trimmed(text, *inner(text, *whole))
        if within != whole:
            yield within


def matches(document: Document, rule: Rule) -> bool:
    """Whether a line rule matches a whole document, which has as many lines as the rule asks for."""
    return len(document.lines) == 1 and _matched(document, rule, document.folded_lines, 0) is not None


def _plain(document: Document, first: int, last: int, folded: str) -> bool:
    lines = document.lines
    return document.text[lines[first].start : lines[last].end].strip(BLANK) == folded


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return start, end


def _block_end(document: Document, at: int) -> int:
    """The last line before the next blank one."""
    text, lines = document.text, document.lines
    while at + 1 < len(lines) and text[lines[at + 1].start : lines[at + 1].end].strip():
        at += 1
    return at


def filled(document: Document, at: int, step: int) -> int | None:
    """The index of the nearest folded line above (-1) or below (1) that is not blank."""
    text, lines = document.folded.text, document.folded_lines
    at += step
    while 0 <= at < len(lines) and not text[lines[at].start : lines[at].end].strip():
        at += step
    return at if 0 <= at < len(lines) else None


def removal(document: Document, first: int, last: int, rule: Rule, why: str = "", confidence: float = 0.0) -> Edit:
    """The edit that removes lines by index, with their line breaks, and one blank line where two would meet.

    The blank line goes so that a removed paragraph leaves no gap wider than those around it; at the end of a text, all
    blank lines above go.
    """
    lines = document.lines
    start, stop = lines[first].start, lines[last].stop
    if last + 1 < len(lines) and _blank(document, last + 1) and (first == 0 or _blank(document, first - 1)):
        stop = lines[last + 1].stop
    if stop == len(document.text):
        start = _end_above(document, first, ends_with_break=lines[-1].stop > lines[-1].end)
    return Edit(start, stop, "", rule.id, rule.level, confidence or rule.confidence, why or rule.why)


def _end_above(document: Document, first: int, ends_with_break: bool) -> int:
    """Where a text ends that loses its lines from `first` on: with a break if it had one."""
    while first and _blank(document, first - 1):
        first -= 1
    return document.lines[first].start if ends_with_break or not first else document.lines[first - 1].end


def _blank(document: Document, at: int) -> bool:
    line = document.lines[at]
    return not document.text[line.start : line.end].strip()
