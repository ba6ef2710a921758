"""Which rows of a page of questions are the question and its further answers?

The best answer is the page's article; those below stand between badges, dates and buttons, a sentence each, where the page's end is looked
for. Two of them make no rhythm (thread.py), and the date below them is no teaser's (sentences.py). What shows such a page is its software's
wording above the answers.
"""

from collections.abc import Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.anchors import kind_of
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_BEGINS = late(  # what stands above the answers of such a page
    r"(?:最佳|满意|推荐|精选|网友)(?:答案|回答)|(?:其[他它]|全部|更多|热门)(?:答案|回答)(?: ?[(共]? ?\d{1,4} ?[条个]?\)?)?"
    r"|(?:共|全部)?\d{1,4} ?[个条]回答 (?:默认|最新|排序).{0,12}|你对这个回答的评价是\??|本回答[由被].{1,12}(?:推荐|采纳)|提问者采纳"
    r"|(?:律师|医生|专家|名医|老师|网友)(?:解答|回复|回答|答复)(?: ?\(\d{1,4}\))?:?"
)
_BADGE = late(r"ta ?获得.{0,8}赞|已赞过.{0,12}|.{0,16}采纳率.{0,8}|展开全部|擅长(?:领域)?:.{2,24}")
_SAYS = late(r"[。!~][”’」』)\]】]*$")
_ASKS = late(r"[。!?~][”’」』)\]】]*$")
_FURTHER = late(r"(?:追问|追答|补充(?:回答|提问)?|(?:律师|医生|专家|老师)(?:回复|回答|答复|追答)):\S.{5,}")
_LABEL = late(r"[\u4e00-\u9fff]{2,8}:")
ABOVE = 2  # rows above an answer with its date or badge
BELOW = 2  # rows below it with its buttons
ASKED = 8  # rows above all answers with the question


def found(rows: Sequence[Row]) -> frozenset[int]:
    """Those rows; none where nothing shows such a page."""
    begin = next((at for at, row in enumerate(rows) if _BEGINS.fullmatch(row.key)), None)
    if begin is None:
        return frozenset()
    end = next((at for at in range(begin + 1, len(rows)) if kind_of(rows[at]) == "related"), len(rows))
    said = {at for at in range(begin + 1, end) if _is_plain(rows[at], limits.thread.never) and _is_answer(rows, at)}
    said |= {at - 1 for at in said if _LABEL.fullmatch(rows[at - 1].key) and rows[at - 1].marker is None}
    return frozenset(said | set(_question(rows, begin)))


def _question(rows: Sequence[Row], begin: int) -> list[int]:
    """What the asker writes between the breadcrumb and the answers."""
    top = next((at for at in range(begin - 1, max(0, begin - ASKED) - 1, -1) if kind_of(rows[at]) == "breadcrumb"), begin - ASKED - 1)
    return [
        at
        for at in range(max(0, top + 1), begin)
        if rows[at].prose and _is_plain(rows[at], limits.thread.foreign) and _ASKS.search(rows[at].key)
    ]


def _is_answer(rows: Sequence[Row], at: int) -> bool:
    """Whether somebody answers in a line: it says so, or is a sentence below a date or badge or above a date or buttons."""
    if _FURTHER.fullmatch(rows[at].key):
        return True
    own = limits.thread
    above = any(_is_badge_or_date(row) for row in rows[max(0, at - ABOVE) : at])
    below = any(_is_badge_or_date(row) or kind_of(row) in own.kinds for row in rows[at + 1 : at + 1 + BELOW])
    return _SAYS.search(rows[at].key) is not None and (above or below)


def _is_badge_or_date(row: Row) -> bool:
    return kind_of(row) in limits.plan.dates or _BADGE.fullmatch(row.key) is not None


def _is_plain(row: Row, junk: float) -> bool:
    return row.marker is None and row.junk < junk and not _BADGE.fullmatch(row.key)
