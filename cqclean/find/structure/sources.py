"""Which rows are the list of sources that an article ends with?

An encyclopedia's page names its sources below the text, under a heading and numbered, an essay the books that its author recommends:
short lines without a sentence, which neither wording nor score tell from a list of other articles.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_HEADING = late(r"(?:\d{1,2}[. ]|[一二三四五六七八九十]、)?(?:参考(?:资料|文献|来源|书目)|引用来源|注释|尾注|脚注|references):?")
_SOURCE = late(r"(?:\[?\d{1,2}[\].、) ]|[↑^①-⑳]) ?\S.{3,}")
_CITED = late(r"(?=.*(?:(?:19|20)\d\d|《|出版社|引用日期|https?:|www\.|\[[a-z](?:/ol)?\])).{6,200}")  # below its number, which stands alone
_READING = late(r"(?:延伸|拓展|扩展|推荐|进一步)(?:阅读|书目)|(?:推荐|阅读|参考)书[目单]:?")
_BOOK = late(r"\W{0,3}(?:\d{1,2}[.、)] ?)?(?:.{2,24}[:,] ?)?《[^《》]{1,40}》.{0,40}(?:著|译|编|撰|作者|出版社|书局|译本)(?:.{0,30})")
_KEYWORDS = late(r"[\[【]?关 ?键 ?[词字][\]】]? ?:? ?\S.*")
_PAPER = late(  # what stands beside a paper's keywords, and beside no site's
    r"[\[【]?(?:abstract|key ?words|中图(?:法)?分类号|文献标[识志]码|文章编号|ztflh|doi|基金(?:项目|资助)|收稿日期)[\]】]? ?:?.*"
)
LEAST = 2  # books of a list
NEAR = 2  # rows between a paper's keywords and what shows that they are its own


def listed(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of such lists with their headings."""
    return frozenset(at for found in _lists(rows) for at in found)


def keywords(rows: Sequence[Row]) -> frozenset[int]:
    """The keywords of a paper, which stand beside its abstract in another language, its class or the day it came in."""
    found = [at for at, row in enumerate(rows) if _KEYWORDS.fullmatch(row.key)]
    return frozenset(at for at in found if any(_PAPER.fullmatch(row.key) for row in rows[max(0, at - NEAR) : at + NEAR + 1]))


def _lists(rows: Sequence[Row]) -> Iterator[range]:
    for at, row in enumerate(rows):
        if _HEADING.fullmatch(row.key):
            size = sum(1 for _ in takewhile(_is_source, rows[at + 1 :])) or _numbered(rows, at + 1)
            yield range(at, at + 1 + size if size else at)
        elif _READING.fullmatch(row.key):
            size = sum(1 for _ in takewhile(_is_book, rows[at + 1 :]))
            yield range(at, at + 1 + size if size >= LEAST else at)


def _numbered(rows: Sequence[Row], at: int) -> int:
    """How many rows from row `at` on are sources below their numbers, which stand on lines of their own and count from 1."""
    pairs = zip(rows[at::2], rows[at + 1 :: 2], strict=False)
    own = takewhile(lambda pair: pair[1][0].key.strip("[].") == str(pair[0]) and _is_cited(pair[1][1]), enumerate(pairs, 1))
    return 2 * sum(1 for _ in own)


def _is_cited(row: Row) -> bool:
    return _CITED.fullmatch(row.key) is not None


def _is_source(row: Row) -> bool:
    return _SOURCE.fullmatch(row.key) is not None


def _is_book(row: Row) -> bool:
    return _BOOK.fullmatch(row.key) is not None
