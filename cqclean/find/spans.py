"""Which pieces of a line do span rules (replace, delete) change?"""

from collections.abc import Iterator
from typing import Any

from cqclean.find.each import each
from cqclean.find.lesson import is_mentioned
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.pattern import Pattern, pattern
from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document, Line, line_index
from cqclean.text.edits import Edit, Span

PIECE = 10_000  # code points of a window that one time limit covers: dense literals make one window of a whole line
LOOKAHEAD = 24  # code points that a pattern may look beyond its match; so near the cut end of a window no match is believed


def find(document: Document, hits: Hits, slow: list[str]) -> Iterator[Edit]:
    """Yield the edits of span rules near their literals; the id of a rule that exceeds its time goes to `slow`."""
    yield from each(
        hits,
        lambda rule: rule.action in ("replace", "delete") and not rule.finder,
        lambda rule, places: by_frequency(list(_edits(document, rule, places)), rule, document),
        slow,
    )


def by_frequency(edits: list[Edit], rule: Rule, document: Document) -> list[Edit]:
    """The edits of one rule, unsafe where they are too few for the length of the text to be more than slips."""
    if len(edits) * rule.often >= len(document.text) or not rule.often or rule.level != "safe":
        return edits
    return [edit._replace(level="unsafe") for edit in edits]


def _edits(document: Document, rule: Rule, places: list[int]) -> Iterator[Edit]:
    text = document.text if rule.on == "text" else document.folded.text
    lines = document.lines if rule.on == "text" else document.folded_lines
    shape = pattern(rule.match)
    for start, end in windows(rule, lines, places):
        sure = end if end == len(text) or text[end] in "\r\n" else end - LOOKAHEAD
        for match in matches(shape, text, (start, end), rule.reach):
            edit = _edit(document, rule, match) if match.end() <= sure else None
            if edit is not None and not (rule.kind == "variant" and is_mentioned(text, *match.span())):
                yield edit


def matches(shape: Pattern, text: str, window: Span, reach: int) -> Iterator[Any]:
    """Yield the matches in a window, which is read in pieces; a match that begins in a piece may end beyond it."""
    at, end = window
    while at < end:
        stop = min(at + PIECE, end)
        for match in shape.finditer(text, at, min(stop + reach + LOOKAHEAD, end)):
            if match.start() >= stop:
                break
            yield match
            at = match.end()
        at = max(at, stop)


def windows(rule: Rule, lines: list[Line], places: list[int]) -> Iterator[Span]:
    """Yield a window of the rule's reach around each literal, inside its line; windows that touch become one."""
    window: Span | None = None
    line = Line(0, 0, 0, 0)
    for place in places:
        if place >= line.stop:
            line = lines[line_index(lines, place)]
        start, end = max(line.start, place - rule.reach), min(line.end, place + rule.reach + LOOKAHEAD)
        if window and start <= window[1]:
            window = window[0], max(end, window[1])
        else:
            if window:
                yield window
            window = start, end
    if window:
        yield window


def _edit(document: Document, rule: Rule, match: Any) -> Edit | None:
    start, end = match.span() if rule.on == "text" else document.folded.span(*match.span())
    old = document.text[start:end]
    if rule.only == "disguised" and old == match.group():
        return None
    new = match.expand(rule.with_) if rule.action == "replace" else ""
    return Edit(start, end, new, rule.id, rule.level, rule.confidence, rule.why) if new != old else None
