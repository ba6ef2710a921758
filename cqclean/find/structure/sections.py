"""Which rows are the author's because the text is Markdown?

In Markdown the first heading, else the first sentence, is where the text begins. Above it a page's menu may stand; from there on each line
that no wording explains is a block of the author's, whatever stands around it: a page's own lines show there by what they say alone.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from cqclean.find.structure.rows import Row
from cqclean.text import passages
from cqclean.text.document import Document
from cqclean.text.late import late

_ITEM = late(rf"[> \t]*{passages.BULLET}[ \t]")  # in a quote, too
_UNDERLINE = late(r" {0,3}=+[ \t]*")  # below the text of a heading


def own(document: Document, rows: Sequence[Row]) -> frozenset[int]:
    """The rows of a Markdown text's title and of what below it no wording takes for furniture, with their headings; none in other texts."""
    if document.kind != "markdown":
        return frozenset()
    headings = [at for at, row in enumerate(rows) if _is_heading(document, row.line)]
    plain = [at for at, row in enumerate(rows) if row.marker is None]
    begin = next((at for at in plain if (at in headings if headings else _is_sentence(rows[at]))), len(rows))
    named = {at for at, stop in pairwise([*headings, len(rows)]) if at > begin and _names(rows[at], rows[at + 1 : stop])}
    listed = {at for run in _lists(document, rows) if run[0] > begin and _is_own(rows, run) for at in run}
    return frozenset(named.union(listed, (at for at in plain if at >= begin)))


def _lists(document: Document, rows: Sequence[Row]) -> Iterator[list[int]]:
    """The rows of each list."""
    for is_item, run in groupby(range(len(rows)), key=lambda at: _ITEM.match(passages.line_text(document, rows[at].line)) is not None):
        if is_item:
            yield list(run)


def _is_own(rows: Sequence[Row], run: Sequence[int]) -> bool:
    """Whether half the items of a list are plain: one that reads like a button (登录, 小程序) is an item like the others."""
    return sum(rows[at].marker is None for at in run) * 2 >= len(run)


def _names(heading: Row, section: Sequence[Row]) -> bool:
    """Whether a word of menus is the heading of text below it: one that lists others' headlines only above running text."""
    lists = heading.marker is not None and heading.marker.lists
    return any(row.marker is None and (row.prose or not lists) for row in section)


def _is_sentence(row: Row) -> bool:
    return row.prose or row.key.endswith(("。", "。”", "。)"))


def _is_heading(document: Document, line: int) -> bool:
    if passages.is_heading(document, line):
        return not passages.is_code(document, line)
    below = document.lines[line + 1] if line + 1 < len(document.lines) else None
    return below is not None and _UNDERLINE.fullmatch(document.text, below.start, below.end) is not None
