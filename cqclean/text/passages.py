"""Which lines of a Markdown text are one paragraph, item, heading, quote or row, and what do they say without their marks?"""

from bisect import bisect_left

from cqclean.text import callouts, tags
from cqclean.text.document import Document, line_index
from cqclean.text.edits import Span
from cqclean.text.late import late
from cqclean.text.markdown import HEADING

BULLET = r"(?:[-*+]|\d{1,9}[.)])"  # before an item of a list
_MARK = rf"[ \t]*(?:>|(?:{BULLET}|#{{1,6}})(?=[ \t])|\|)"
_OPENS = late(rf"(?:{_MARK})+[ \t]*")
_CLOSES = late(r"[ \t]*(?:\||(?<=[ \t])#{1,6})[ \t]*\Z")
_STANDS_ALONE = late(rf"[ \t>]*(?:(?:{BULLET}|#{{1,6}})[ \t]|\|)")
_ITEM = late(rf"[ \t]*{BULLET}[ \t]")
_QUOTE = late(r"[ \t]*>")
_CODE = late(r"(?: {4}|\t)")
_EMPHASIS = late(r"(?P<mark>\*{1,3}|_{1,3}|~~)(?=\S)(.+?)(?<=\S)(?P=mark)")
_EMPHASES = frozenset("*_~")
_TARGET = late(r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_LABEL = late(r"\A([^|：:，,]{1,6}?)[ \t]+\|[ \t]+")  # a first cell that reads as the label of the next
FRAME = late(r"[ \t>]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")  # between the head of a table and its rows
_LEADS_TO = late(r"(?:\]\(|\b(?:href|src)=[\"']?)([^)\s\"'>]+)")
_ANNOUNCES = ("：", ":", "👇", "↓")  # how a line ends that announces what stands below it
TAG = late(r"</?[a-zA-Z!]|`")  # HTML or code, in which a block's words are not plain
_ENDS_IN_COLON = late(r"(?<!:):\s*\Z")  # ::: ends a container of a generator of documentation
_CELLS = late(r"[ \t]+\|[ \t]+")


def inner(text: str, start: int, end: int) -> Span:
    """The part of a line between its block marks, and between marks of emphasis around all of it.

    >>> "> - **一**"[slice(*inner("> - **一**", 0, 9))]
    '一'
    """
    opening = _OPENS.match(text, start, end)
    if opening:
        start = opening.end()
        closing = _CLOSES.search(text[start:end])
        end = start + closing.start() if closing else end
    emphasis = _EMPHASIS.fullmatch(text, start, end)
    return emphasis.span(2) if emphasis else (start, end)


def around(document: Document, at: int) -> tuple[int, int]:
    """The first and last index of the lines that are one block with line `at`."""
    if at not in document.blocks:
        first = last = at
        while first and _goes_on(document, first):
            first -= 1
        while last + 1 < len(document.lines) and _goes_on(document, last + 1):
            last += 1
        document.blocks.update(dict.fromkeys(range(first, last + 1), (first, last)))
    return document.blocks[at]


def group(document: Document, at: int, most: int) -> tuple[int, int]:
    """The first and last index of the lines between blank ones around line `at`, such as a list with the line above it.

    No more than `most` lines on each side are looked at. A heading begins a group: it belongs to what follows.
    """
    first = last = at
    while first and at - first < most and line_text(document, first - 1).strip() and not is_heading(document, first):
        first -= 1
    while (
        last + 1 < len(document.lines) and last - at < most and line_text(document, last + 1).strip() and not is_heading(document, last + 1)
    ):
        last += 1
    return first, last


def parts(document: Document, first: int, last: int) -> list[Span]:
    """The blocks from one line to another, in order."""
    found = []
    while first <= last:
        found.append(around(document, first))
        first = found[-1][1] + 1
    return [block for block in found if line_text(document, block[0]).strip()]


def announces(document: Document, first: int, last: int) -> bool:
    """Whether a block is a line above a list that ends in a colon or in a hand that points."""
    return line_text(document, last).rstrip(" \t*_").endswith(_ANNOUNCES) and not _STANDS_ALONE.match(line_text(document, first))


def announcing(document: Document, at: int) -> Span | None:
    """The block right above a quote that begins in a line, if it ends in a colon: the quote is shown to the reader."""
    above = neighbour(document, at, -1)
    if above is None or not document.text.startswith(">", document.lines[at].start):
        return None
    block = around(document, above)
    return block if _ENDS_IN_COLON.search(saying(document, *block).folded.text) else None


def _goes_on(document: Document, at: int) -> bool:
    """Whether a line goes on with the block of the line above it."""
    text, above = line_text(document, at), line_text(document, at - 1)
    if not text.strip() or not above.strip() or _STANDS_ALONE.match(text) or HEADING.match(above):
        return False
    return bool(_QUOTE.match(above)) or not _QUOTE.match(text)


def line_text(document: Document, at: int) -> str:
    """A line by its index, without its break."""
    line = document.lines[at]
    return document.text[line.start : line.end]


def neighbour(document: Document, at: int, step: int) -> int | None:
    """The index of the nearest line above (-1) or below (1) that is not blank."""
    at += step
    while 0 <= at < len(document.lines) and not line_text(document, at).strip():
        at += step
    return at if 0 <= at < len(document.lines) else None


def said(document: Document, first: int, last: int) -> str:
    """The words of a block without its marks, a line each; cells are parted by a comma or, behind a label, a colon."""
    lines = (line_text(document, at) for at in range(first, last + 1))
    return "\n".join(_bare(line) for line in lines if not FRAME.fullmatch(line))


def saying(document: Document, first: int, last: int) -> Document:
    """The words of a block as a text of its own: several finders ask for the same block."""
    found = document.sayings.get((first, last))
    if found is None:
        found = document.sayings[first, last] = Document(said(document, first, last), "text")
    return found


def targets(document: Document, first: int, last: int) -> list[str]:
    """Where the links and pictures of a block lead."""
    return _LEADS_TO.findall(document.text[document.lines[first].start : document.lines[last].end])


def _bare(line: str) -> str:
    line = callouts.unlabelled(line)
    text = tags.without(line[slice(*inner(line, 0, len(line)))])
    if "[" in text:
        text = _TARGET.sub(r"\1", _TARGET.sub(r"\1", text))  # twice: a link may hold a picture
    if not _EMPHASES.isdisjoint(text):
        text = _EMPHASIS.sub(r"\2", text)
    return _CELLS.sub("，", _LABEL.sub(r"\1：", text)).strip() if line.lstrip().startswith("|") else text.strip()


def is_code(document: Document, at: int) -> bool:
    """Whether a line lies in code or front matter, or may be indented code."""
    return _is_enclosed(document, at) or _is_indented(document, at)


def _is_indented(document: Document, at: int) -> bool:
    return bool(_CODE.match(line_text(document, at)) and not _STANDS_ALONE.match(line_text(document, at)))


def _is_enclosed(document: Document, at: int) -> bool:
    line = document.lines[at]
    spans, near = document.protected, bisect_left(document.protected, (line.end,))
    inside = False
    while near and spans[near - 1][1] > line.start and not inside:  # sorted and apart: only the last ones before its end can touch it
        near -= 1
        inside = spans[near][1] - spans[near][0] > line.end - line.start
    return inside


def is_apart(document: Document, first: int, last: int) -> bool:
    """Whether a block is code or a note that is set off from the text: an author's in either case."""
    return callouts.opens(line_text(document, first)) or has_code(document, first, last)


def code_lines(document: Document) -> frozenset[int]:
    """The indices of the lines of code, front matter and comments that are longer than a line."""
    spans = ((line_index(document.lines, start), line_index(document.lines, end - 1)) for start, end in document.protected)
    return frozenset(at for first, last in spans if last > first for at in range(first, last + 1))


def has_code(document: Document, first: int, last: int) -> bool:
    """Whether any of some lines is code; the lines of a note are indented as code is."""
    note = callouts.is_admonition(line_text(document, first))
    return any(_is_enclosed(document, at) or not note and _is_indented(document, at) for at in range(first, last + 1))


def is_heading(document: Document, at: int) -> bool:
    return at in document.heading_lines


def is_item(document: Document, at: int) -> bool:
    return at < len(document.lines) and bool(_ITEM.match(line_text(document, at)))


def is_row(document: Document, at: int) -> bool:
    return line_text(document, at).lstrip().startswith("|")


def table_head(document: Document, at: int) -> str:
    """The first row of the table in which a row stands."""
    known = at
    while known and known not in document.tables and is_row(document, known - 1):
        known -= 1
    head = document.tables.get(known, known)
    document.tables.update(dict.fromkeys(range(known, at + 1), head))
    return line_text(document, head)


def heading_above(document: Document, at: int) -> str:
    """The nearest heading above a line, or nothing."""
    number = bisect_left(document.headings, at)
    while number:
        number -= 1
        if not is_code(document, document.headings[number]):
            return line_text(document, document.headings[number])
    return ""
