"""What stands beside an advert in Markdown and is nothing without it: its heading, its picture, its divider, the frame of its table?"""

import re
from collections.abc import Iterator

from cqclean.find.setting import MOST_LINES, Sums, neighbour
from cqclean.ruleset.frozen import tables
from cqclean.text import passages
from cqclean.text.document import Document
from cqclean.text.edits import Span
from cqclean.text.markdown import HEADING

_RULE = re.compile(r"[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_FRAME = re.compile(r"[ \t>]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
_PICTURE = re.compile(r"[ \t>]*(?:\[?!\[[^\]\n]*\]\([^)\n]*\)(?:\]\([^)\n]*\))?[ \t]*)+")


def beside(document: Document, gone: list[Span], sums: Sums) -> Iterator[tuple[Span, Span]]:
    """Further blocks that go, each with the one that is gone beside it."""
    lines = {at for first, last in gone for at in range(first, last + 1)}
    for first, last in gone:
        for at in (_before(document, first, lines), _after(document, last, lines)):
            if at is not None and _is_idle(document, at, lines, sums):
                lines.update(range(at, passages.around(document, at)[1] + 1))
                yield passages.around(document, at), (first, last)
        for block in _announced(document, last, lines):
            lines.update(range(block[0], block[1] + 1))
            yield block, (first, last)
        above, below = _before(document, first, lines), _after(document, last, lines)
        if above is not None and below is not None and all(_RULE.fullmatch(_line(document, at)) for at in (above, below)):
            lines.update((above, below))
            yield (above, above), (first, last)
            yield (below, below), (first, last)


def _announced(document: Document, last: int, lines: set[int]) -> list[Span]:
    """The items of the list that an advert announces."""
    if not passages.announces(document, *passages.around(document, last)) or not passages.is_item(document, last + 1):
        return []
    _, end = passages.group(document, last + 1, MOST_LINES)
    return [block for block in passages.parts(document, last + 1, end) if lines.isdisjoint(range(block[0], block[1] + 1))]


def _is_idle(document: Document, at: int, lines: set[int], sums: Sums) -> bool:
    """Whether a line says nothing without what is gone beside it."""
    options, line = tables("pitch")["pitch"], _line(document, at)
    if passages.is_code(document, at):
        return False
    if _FRAME.fullmatch(line):
        return not any(
            near not in lines and passages.is_row(document, near) for near in (at - 1, at + 1) if 0 <= near < len(document.lines)
        )
    if passages.is_heading(document, at):
        return at != document.headings[0] and _is_empty(document, at, lines) and sums((at, at)) >= float(options["emptied"])
    if passages.announces(document, *passages.around(document, at)) and neighbour(document, at, 1) in lines:
        return sums(passages.around(document, at)) >= float(options["announcing"])
    return bool(_PICTURE.fullmatch(line)) and sums(passages.around(document, at)) >= float(options["picture"])


def _is_empty(document: Document, at: int, lines: set[int]) -> bool:
    """Whether nothing is left between a heading and the next one that is no part of it."""
    below = _after(document, at, lines)
    return below is None or (passages.is_heading(document, below) and _level(document, below) <= _level(document, at))


def _level(document: Document, at: int) -> int:
    heading = HEADING.match(_line(document, at))
    return heading[0].count("#") if heading else 0


def _before(document: Document, at: int, lines: set[int]) -> int | None:
    near = neighbour(document, at, -1)
    return _before(document, near, lines) if near is not None and near in lines else near


def _after(document: Document, at: int, lines: set[int]) -> int | None:
    near = neighbour(document, at, 1)
    return _after(document, near, lines) if near is not None and near in lines else near


def _line(document: Document, at: int) -> str:
    return document.text[document.lines[at].start : document.lines[at].end]
