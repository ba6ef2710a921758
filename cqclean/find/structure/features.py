"""What can be measured on the lines of a text that tells furniture from an article?

Everything here is plain arithmetic on the lines themselves. `own` looks at one line alone (its character n-grams and markers),
`context` at the lines around it, at the best contiguous body (`best_span`), and at how much of the line's wording the body shares.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple

from cqclean.text.fold import fold

HEAD, TAIL = 24, 16  # characters of a line's beginning and end whose n-grams count: furniture shows there, and a novel's line stays cheap
LONGEST_GRAM = 4
FAR = 40  # lines; beyond that a distance says nothing more
WORDS_OF_LINE = 60  # characters of a line compared with the body

_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"[^\S\n]+")
_SENTENCE = re.compile(r"[。!?！？；;…][”』」’\"）)\]】]?$")
_COMMA = re.compile(r"[,，。;；、!?！？]")

# Kinds of marker, tried on the normal form of a line of at most MARKED characters (digits are 0 there).
MARKED = 120
MARKERS: Mapping[str, re.Pattern[str]] = {
    "crumb": re.compile(r"位置 ?:|所在位置|^[^。]{0,30}(?:首页|主页) ?(?:>|›|»|/|-|→)|(?:>|›|»|->) ?正文"),
    "meta": re.compile(
        r"(?:发布|发表|更新|出处|来源|作者|编辑|记者|时间|日期|浏览|阅读|点击|次数|人气|字号|字体|关键词|标签|分类)"
        r"(?:时间|日期|次数|量|数|于|者)? ?[:(\[ ]"
        r"|^(?:来源|作者|文|撰文|编辑)[/|丨│]"
    ),
    "date": re.compile(r"0[-/.年] ?0[-/.月] ?0|(?<!\d)0[-/月]0日?\b|0:0|刚刚|昨天|0 ?(?:小时|分钟|天|个?月)前"),
    "lister": re.compile(
        r"^.{0,3}(?:相关|推荐|热门|热点|最新|最近|猜你|往期|延伸|更多|本类|本周|今日|精彩|大家都在|大家还|随机"
        r"|排行|为您|为你|友情链接|上一|下一|前一|后一|点击排行|您可能|你可能|看过|其他|其它|近期|同类|栏目|文章分类|精选)"
    ),
    "tail": re.compile(
        r"责任编辑|责编|编辑:|校对|版权|copyright|©|\(c\) ?0|rights|备案|icp|公网安备|免责|声明|转载|侵权"
        r"|许可证|举报|纠错|主办|承办|技术支持|网站地图|联系我们|关于我们|隐私|打印|返回|关闭窗口|收藏本"
    ),
    "talk": re.compile(r"评论|登录|登陆|注册|验证码|昵称|匿名|跟帖|回复|留言|网友|发帖|楼主|沙发|密码"),
    "share": re.compile(r"分享|微信|朋友圈|二维码|扫码|扫一扫|关注|微博|空间|点赞|客户端|app|公众号|复制链接|赞 ?\(?0|打赏|转发"),
    "reach": re.compile(r"电话|手机|邮箱|邮编|传真|热线|地址 ?:|qq ?:|e-?mail|联系人|咨询"),
}


class Line(NamedTuple):
    """What one line says by itself."""

    grams: float  # log-odds of furniture by its character n-grams
    kinds: int  # bit set of MARKERS
    size: int  # characters, blanks and repeated digits apart
    prose: bool  # reads as part of a running text
    words: frozenset[str]  # pairs of Han characters


def normal(text: str) -> str:
    """The text folded, every number a 0 and every blank one space.

    >>> normal("　２０２３-０５-０１　來源：新華網")
    ' 0-0-0 来源:新华网'
    """
    return _BLANKS.sub(" ", _DIGITS.sub("0", fold(text).text))


def grams(text: str) -> set[str]:
    """The character n-grams (1 to LONGEST_GRAM) of both ends of a normal line; ^ and $ mark its borders.

    >>> sorted(grams("首页"))
    ['$', '^', '^首', '^首页', '^首页$', '页', '页$', '首', '首页', '首页$']
    """
    parts = (f"^{text}$",) if len(text) <= HEAD + TAIL else (f"^{text[:HEAD]}", f"{text[-TAIL:]}$")
    return {part[i : i + n] for part in parts for n in range(1, LONGEST_GRAM + 1) for i in range(len(part) - n + 1)}


def own(text: str, weights: Mapping[str, float], bias: float) -> Line:
    found = grams(text)
    log_odds = bias + sum(map(weights.get, found, repeat(0.0))) / len(found) ** 0.5
    kinds = sum(1 << bit for bit, pattern in enumerate(MARKERS.values()) if pattern.search(text)) if len(text) <= MARKED else 0
    prose = len(text) > 18 and bool(_SENTENCE.search(text)) or len(text) > 40 and len(_COMMA.findall(text)) > 1
    head = text[:WORDS_OF_LINE]
    words = frozenset(a + b for a, b in zip(head, head[1:], strict=False) if "\u4e00" <= a <= "\u9fff" and "\u4e00" <= b <= "\u9fff")
    return Line(log_odds, kinds, len(text), prose, words)


class Span(NamedTuple):
    """The best contiguous body and, for each line, how much the best body with the line beats the best one without it."""

    start: int
    end: int
    margins: list[float]


def best_span(gains: Sequence[float]) -> Span:
    """The stretch with the greatest sum of gains (positive: body).

    >>> best_span([-1, 2, -1, 3, -2])
    Span(start=1, end=4, margins=[-1, 1, 1, 2, -2])
    """
    n = len(gains)
    if not n:
        return Span(0, 0, [])
    to: list[float] = []
    starts: list[int] = []
    start = 0
    for i, gain in enumerate(gains):
        if i and to[-1] > 0:
            to.append(to[-1] + gain)
        else:
            to.append(gain)
            start = i
        starts.append(start)
    fro = list(gains)
    for i in range(n - 2, -1, -1):
        if fro[i + 1] > 0:
            fro[i] += fro[i + 1]
    before = [0.0, *accumulate(to, max)]
    after = [*accumulate(reversed(fro), max)][::-1] + [0.0]
    margins = [to[i] + fro[i] - gains[i] - max(before[i], after[i + 1], 0) for i in range(n)]
    end = max(range(n), key=to.__getitem__)
    return Span(starts[end], end + 1, margins)


def means(values: Sequence[float], reach: int) -> list[float]:
    """The mean of the `reach` values on each side and the value itself; fewer at the borders."""
    sums, n = [0.0, *accumulate(values)], len(values)
    return [(sums[min(n, i + reach + 1)] - sums[max(0, i - reach)]) / (min(n, i + reach + 1) - max(0, i - reach)) for i in range(n)]


def behind(values: Sequence[float], reach: int) -> list[float]:
    """The mean of the `reach` values before each one (0 at the first)."""
    sums = [0.0, *accumulate(values)]
    return [(sums[i] - sums[max(0, i - reach)]) / max(1, min(i, reach)) for i in range(len(values))]


def ahead(values: Sequence[float], reach: int) -> list[float]:
    return behind(values[::-1], reach)[::-1]


def shared(lines: Sequence[Line], span: Span) -> list[float]:
    """The share of each line's words that another line of the span has too; -1 for a line without words."""
    held = Counter(word for line in lines[span.start : span.end] for word in line.words)
    shares = []
    for i, line in enumerate(lines):
        least = 1 + (span.start <= i < span.end)
        shares.append(sum(held[word] >= least for word in line.words) / len(line.words) if line.words else -1.0)
    return shares


def since(flags: Iterable[bool]) -> list[int]:
    """Lines since the last flag, at most FAR."""
    count, counts = FAR, []
    for flag in flags:
        count = 0 if flag else min(FAR, count + 1)
        counts.append(count)
    return counts


KINDS = tuple(MARKERS)
_HEADS = sum(1 << KINDS.index(kind) for kind in ("crumb", "meta"))
_TAILS = sum(1 << KINDS.index(kind) for kind in ("lister", "tail", "talk"))
_WINDOWS = (1, 3, 8)

NAMES = (
    *("grams", "score", "size", "prose", *KINDS),
    *(f"around_{reach}" for reach in _WINDOWS),
    *("before_2", "before_6", "after_2", "after_6", "margin", "from_start", "from_end", "span_prose", "span_mean", "page_mean"),
    *("shared", "shared_around", "index", "left", "head_since", "head_until", "tail_since", "tail_until"),
    *("prose_before", "prose_after", "prose_share", "marks_before", "marks_after", "marks_around", "repeats", "prose_since", "prose_until"),
)


def context(lines: Sequence[Line], scores: Sequence[float], threshold: float = 0.0) -> list[tuple[float, ...]]:
    """One row of NAMES for each line; `scores` are log-odds of furniture, of the n-grams or of an earlier pass."""
    n = len(lines)
    clipped = [max(-4.0, min(4.0, score)) for score in scores]
    span = best_span([threshold - score for score in clipped])
    share = shared(lines, span)
    prose = [float(line.size) if line.prose else 0.0 for line in lines]
    prose_sums = [0.0, *accumulate(prose)]
    marks = [float(line.kinds.bit_count()) for line in lines]
    mark_sums = [0.0, *accumulate(marks)]
    heads, tails = [bool(line.kinds & _HEADS) for line in lines], [bool(line.kinds & _TAILS) for line in lines]
    running = [line.prose for line in lines]
    counts = Counter(line.words for line in lines if line.words)
    size = sum(line.size for line in lines[span.start : span.end])
    span_prose = (prose_sums[span.end] - prose_sums[span.start]) / size if size else 0.0
    span_mean = sum(clipped[span.start : span.end]) / max(1, span.end - span.start)
    page_mean = sum(clipped) / max(1, n)
    columns: list[Sequence[float]] = [
        [line.grams for line in lines],
        scores,
        [min(120, line.size) for line in lines],
        running,
        *([line.kinds >> bit & 1 for line in lines] for bit in range(len(KINDS))),
        *(means(clipped, reach) for reach in _WINDOWS),
        *(behind(clipped, 2), behind(clipped, 6), ahead(clipped, 2), ahead(clipped, 6)),
        [max(-30.0, min(30.0, margin)) for margin in span.margins],
        [max(-FAR, min(FAR, i - span.start)) for i in range(n)],
        [max(-FAR, min(FAR, i - span.end + 1)) for i in range(n)],
        *([span_prose] * n, [span_mean] * n, [page_mean] * n),
        *(share, means(share, 2)),
        [min(60, i) for i in range(n)],
        [min(60, n - 1 - i) for i in range(n)],
        *(since(heads), since(heads[::-1])[::-1], since(tails), since(tails[::-1])[::-1]),
        [min(2000.0, before) for before in prose_sums[:-1]],
        [min(2000.0, prose_sums[-1] - after) for after in prose_sums[1:]],
        [after / prose_sums[-1] if prose_sums[-1] else 0.5 for after in prose_sums[1:]],
        [min(20.0, before) for before in mark_sums[:-1]],
        [min(20.0, mark_sums[-1] - after) for after in mark_sums[1:]],
        means(marks, 3),
        [min(4, counts[line.words]) if line.words else 0 for line in lines],
        *(since(running), since(running[::-1])[::-1]),
    ]
    return list(zip(*columns, strict=True))
