"""What can be measured on the lines of a text that tells furniture from an article?

Everything here is plain arithmetic on the lines themselves. `own` looks at one line alone (its character n-grams and markers),
`fixed` and `scored` at the lines around it, at the best contiguous body, and at how much of the line's wording the body shares.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, repeat
from operator import add
from typing import NamedTuple

from cqclean.find.structure.series import FAR, Span, ahead, behind, best_span, clipped, means, since, until
from cqclean.text.fold import fold

HEAD, TAIL = 24, 16  # characters of a line's beginning and end whose n-grams count: furniture shows there, and a novel's line stays cheap
WORDS_OF_LINE = 60  # characters of a line compared with the body

_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"[^\S\n]+")
_SENTENCE = re.compile(r"[。!?！？；;…][”』」’\"）)\]】]?$")
_COMMA = re.compile(r"[,，。;；、!?！？]")
_HAN = re.compile("[\u4e00-\u9fff]{2,}")

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
    """The character n-grams (1 to 4) of both ends of a normal line; ^ and $ mark its borders.

    >>> sorted(grams("首页"))
    ['$', '^', '^首', '^首页', '^首页$', '页', '页$', '首', '首页', '首页$']
    """
    parts = (f"^{text}$",) if len(text) <= HEAD + TAIL else (f"^{text[:HEAD]}", f"{text[-TAIL:]}$")
    found: set[str] = set()
    for part in parts:
        pairs = list(map(add, part, part[1:]))
        triples = list(map(add, pairs, part[2:]))
        found.update(part, pairs, triples, map(add, triples, part[3:]))
    return found


def own(text: str, weights: Mapping[str, float], bias: float) -> Line:
    found = grams(text)
    log_odds = bias + sum(map(weights.get, found, repeat(0.0))) / len(found) ** 0.5
    kinds = sum(1 << bit for bit, pattern in enumerate(MARKERS.values()) if pattern.search(text)) if len(text) <= MARKED else 0
    prose = len(text) > 18 and bool(_SENTENCE.search(text)) or len(text) > 40 and len(_COMMA.findall(text)) > 1
    runs = _HAN.findall(text[:WORDS_OF_LINE])
    return Line(log_odds, kinds, len(text), prose, frozenset(pair for run in runs for pair in map(add, run, run[1:])))


def shared(lines: Sequence[Line], span: Span) -> list[float]:
    """The share of each line's words that another line of the span has too; -1 for a line without words."""
    held: Counter[str] = Counter()
    for line in lines[span.start : span.end]:
        held.update(line.words)
    once = held.keys()
    twice = {word for word, count in held.items() if count > 1}
    inside = range(span.start, span.end)
    return [len(line.words & (twice if at in inside else once)) / len(line.words) if line.words else -1.0 for at, line in enumerate(lines)]


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
Columns = dict[str, Sequence[float]]  # a feature's name, and its value for each line


def context(lines: Sequence[Line], scores: Sequence[float]) -> list[tuple[float, ...]]:
    """One row of NAMES for each line; `scores` are log-odds of furniture, of the n-grams or of an earlier pass."""
    columns = fixed(lines) | scored(lines, scores)
    return list(zip(*(columns[name] for name in NAMES), strict=True))


def fixed(lines: Sequence[Line]) -> Columns:
    """The features that no score changes."""
    n, running = len(lines), [line.prose for line in lines]
    heads, tails = [line.kinds & _HEADS > 0 for line in lines], [line.kinds & _TAILS > 0 for line in lines]
    sums = [0.0, *accumulate(float(line.size) if line.prose else 0.0 for line in lines)]
    marks = [float(line.kinds.bit_count()) for line in lines]
    mark_sums = [0.0, *accumulate(marks)]
    counts = Counter(line.words for line in lines)
    return {
        "grams": [line.grams for line in lines],
        "size": clipped([line.size for line in lines], 0, 120),
        "prose": running,
        **{kind: [line.kinds >> bit & 1 for line in lines] for bit, kind in enumerate(KINDS)},
        "index": clipped(range(n), 0, 60),
        "left": clipped(range(n - 1, -1, -1), 0, 60),
        "head_since": since(heads),
        "head_until": until(heads),
        "tail_since": since(tails),
        "tail_until": until(tails),
        "prose_before": clipped(sums[:-1], 0.0, 2000.0),
        "prose_after": clipped([sums[-1] - after for after in sums[1:]], 0.0, 2000.0),
        "prose_share": [after / sums[-1] if sums[-1] else 0.5 for after in sums[1:]],
        "marks_before": clipped(mark_sums[:-1], 0.0, 20.0),
        "marks_after": clipped([mark_sums[-1] - after for after in mark_sums[1:]], 0.0, 20.0),
        "marks_around": means(marks, 3),
        "repeats": [min(4, counts[line.words]) if line.words else 0 for line in lines],
        "prose_since": since(running),
        "prose_until": until(running),
    }


def scored(lines: Sequence[Line], scores: Sequence[float]) -> Columns:
    """The features that scores give to lines and their surroundings."""
    n, odds = len(lines), clipped(scores, -4.0, 4.0)
    span = best_span([-score for score in odds])
    share, inside = shared(lines, span), lines[span.start : span.end]
    size = sum(line.size for line in inside)
    prose = sum(line.size for line in inside if line.prose) / size if size else 0.0
    return {
        "score": scores,
        **{f"around_{reach}": means(odds, reach) for reach in _WINDOWS},
        "before_2": behind(odds, 2),
        "before_6": behind(odds, 6),
        "after_2": ahead(odds, 2),
        "after_6": ahead(odds, 6),
        "margin": clipped(span.margins, -30.0, 30.0),
        "from_start": clipped(range(-span.start, n - span.start), -FAR, FAR),
        "from_end": clipped(range(1 - span.end, n + 1 - span.end), -FAR, FAR),
        "span_prose": [prose] * n,
        "span_mean": [sum(odds[span.start : span.end]) / max(1, len(inside))] * n,
        "page_mean": [sum(odds) / max(1, n)] * n,
        "shared": share,
        "shared_around": means(share, 2),
    }
