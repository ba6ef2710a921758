"""Is a page a thread, and which of its lines are posts?

A thread (a forum's page, a question with its answers) repeats the same buttons and stamps again and again, with what people wrote between
them. Whoever wrote them, the posts are what such a page is about; its buttons and stamps go one by one.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_WORDS = late(  # one class first, so that the search skips what begins none of them
    r"(?=[\d回沙板来发追采赞踩顶评举打楼只引点播编支反有收分关])"
    r"(?:(?P<floor>\d ?[楼#]|回复此楼|沙发|板凳)|(?P<client>来自.{0,12}(?:客户端|手机|版))|(?P<sent>发表于|发布于)"
    r"|(?P<answer>追问|追答|采纳|(?<!个)回答)|(?P<like>[赞踩顶])|回复|评论|举报|打赏|楼主|只看|引用|(?<![\u4e00-\u9fff])点评|播报|编辑(?!:)|支持|反对|有用|收起|分享|收藏|关注)"
)
_SHARED = frozenset(
    {"sent", "like", "编辑", "播报", "评论", "支持", "反对", "有用", "收起", "分享", "收藏", "关注"}
)  # feeds of stories have these as well
_FLOOR = late(r"只看该作者|(?:发表|回复|发布)于|\d ?楼|楼 ?\d{4}-|来自.{0,6}客户端")
_COST = late(r"[\u4e00-\u9fff]{2,8} ?\d{3,}(?:\.\d+)?元?")  # 保险 5120: what somebody paid, though a menu's word begins it
_SAYS = late(r"[。!?;,….~]|[吧吗呢啊呀嘛]$")


def posts(rows: Sequence[Row]) -> frozenset[int]:
    """The rows between the repeated lines of a thread that somebody wrote; none where nothing is repeated so."""
    own = limits.thread
    beats = [at for word, places in _places(rows).items() if _is_rhythm(rows, word, places) for at in places]
    if not beats:
        return frozenset()
    end = max(beats) + 1
    while end < len(rows) and (rows[end].marker is None or rows[end].marker.kind in own.kinds):  # type: ignore[union-attr]
        end += 1
    beside = {_nearest(rows, at, step) for at in beats for step in (-1, 1)}
    return frozenset(at for at in range(min(beats), end) if _is_post(rows[at]) and (rows[at].junk < own.foreign or at in beside))


def _nearest(rows: Sequence[Row], at: int, step: int) -> int:
    """The row beside one of a thread's own, few further buttons between."""
    near = range(at + step, at + (limits.thread.around + 1) * step, step)
    return next((to for to in near if not 0 <= to < len(rows) or rows[to].marker is None), at)


def floors(rows: Sequence[Row]) -> frozenset[int]:
    """On a page of forum software the rows right below the head of each floor, whether or not its lines repeat."""
    if sum(row.marker is not None and row.marker.kind == "forum" for row in rows) < limits.thread.floors:
        return frozenset()
    found: set[int] = set()
    below = False
    for at, row in enumerate(rows):
        if row.marker is not None and not (below and _COST.fullmatch(row.key)):
            below = bool(_FLOOR.search(row.key))
        elif below:
            found.add(at)
    return frozenset(found)


def furniture(rows: Sequence[Row], said: frozenset[int]) -> frozenset[int]:
    """The buttons, stamps and names among the posts of a thread: lines that its wording or the learned score shows and nobody says."""
    own = limits.thread
    among = range(max(0, min(said) - own.around), min(len(rows), max(said) + own.around)) if said else ()
    return frozenset(at for at in among if at not in said and not rows[at].prose and _is_stamp(rows[at]))


def _is_stamp(row: Row) -> bool:
    own = limits.thread
    return not _SAYS.search(row.key) and row.junk >= (own.name if row.marker is None else own.button)


def _places(rows: Sequence[Row]) -> dict[str, list[int]]:
    """The rows in which each word of a thread's software stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if len(row.key) <= limits.thread.longest and not row.prose:
            for word in {match.lastgroup or match[0] for match in _WORDS.finditer(row.key)}:
                found[word].append(at)
    return found


def _is_rhythm(rows: Sequence[Row], word: str, places: Sequence[int]) -> bool:
    """Whether a word comes back with something said between, and not with another story's title each time."""
    own, sure = limits.thread, word not in _SHARED
    gaps = [gap for gap in (rows[a + 1 : b] for a, b in pairwise(places)) if any(map(_is_said, gap))]  # none of buttons and names alone
    spoken = sum(any(_speaks(row, sure) for row in gap) for gap in gaps)
    return len(gaps) + 1 >= own.beats and spoken >= own.spoken * len(gaps)


def _is_said(row: Row) -> bool:
    """Whether a line may be anybody's words, however seldom such lines are."""
    return row.marker is None and (row.prose or row.junk < limits.thread.never)


def _speaks(row: Row, sure: bool) -> bool:
    """Whether a line is somebody's words: between lines that stories have as well, only running text counts."""
    if row.marker is not None:
        return False
    return bool(row.prose or _SAYS.search(row.key)) if sure else row.prose and row.junk < limits.thread.written


def _is_post(row: Row) -> bool:
    own, said = limits.thread, row.prose or bool(_SAYS.search(row.key))
    return row.marker is None and row.junk < (own.never if said else own.post)
