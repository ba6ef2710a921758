"""What does one line of a text say by itself of whether it is furniture?

Its character n-grams, weighed by a learned table, and the words that sites put around articles, which an automaton finds in all lines of
a text at once. A page is looked at several times, and a site's own lines come back on its pages: what a line says is remembered.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise, product
from operator import add
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cqclean.find.structure import worth
from cqclean.find.structure.rows import is_prose
from cqclean.text.late import late

HEAD, TAIL = 24, 16  # characters of a line's beginning and end whose n-grams count: furniture shows there, and a novel's line stays cheap
REMEMBERED = 2000  # lines; of a text that has more, no line is likely to come back
WORDS_OF_LINE = 60  # characters of a line compared with the body

_DIGITS = late(r"\d+")
_BLANKS = late(r"[^\S\n]+")


def _joined(*parts: str) -> tuple[str, ...]:
    """Every way to join one word of each part; words are parted by blanks, "_" is a blank, "~" is nothing.

    >>> _joined("首页 主页", "~ _", ">")
    ('首页>', '首页 >', '主页>', '主页 >')
    """
    ways = product(*(part.split() for part in parts))
    return tuple("".join(way).replace("_", " ").replace("~", "") for way in ways)


# Words that show a kind of furniture in the normal form of a line's ends (digits are 0 there, ^ is its beginning).
KINDS: Mapping[str, tuple[str, ...]] = {
    "crumb": (
        *("位置:", "位置 :", "所在位置"),
        *_joined("首页 主页", "~ _", "> › » / - →"),
        *_joined("> › »", "~ _", "正文"),
    ),
    "meta": (
        *_joined("发布 发表 更新 出处 来源 作者 编辑 记者", ": ( [ _ 时间 日期 人 者 于"),
        *_joined("时间 日期 浏览 阅读 点击 次数 人气 字号 字体 关键词 标签 分类", ": ( [ _ 次数 量 数"),
    ),
    "date": (
        *_joined("0", "-0-0 /0/0 .0.0 年0月0 -0 月0 :0"),
        *_joined("0", "~ _", "小时前 分钟前 天前 个月前 月前 年前"),
        *("刚刚", "昨天"),
    ),
    "lister": _joined(
        "^ ^【 ^[ ^■ ^· ^|",
        "相关 推荐 热门 热点 最新 最近 猜你 往期 延伸 更多 本类 本周 今日 精彩 大家都在 大家还 随机 排行 为您 为你 友情链接 上一 下一 前一"
        " 后一 点击排行 您可能 你可能 看过 其他 其它 近期 同类 栏目 文章分类 精选",
    ),
    "tail": _joined(
        "责任编辑 责编 编辑: 校对 版权 copyright © (c)0 (c)_0 rights 备案 icp 公网安备 免责 声明 转载 侵权 许可证 举报 纠错"
        " 主办 承办 技术支持 网站地图 联系我们 关于我们 隐私 打印 返回 关闭窗口 收藏本"
    ),
    "talk": _joined("评论 登录 登陆 注册 验证码 昵称 匿名 跟帖 回复 留言 网友 发帖 楼主 沙发 密码"),
    "share": _joined("分享 微信 朋友圈 二维码 扫码 扫一扫 关注 微博 空间 点赞 客户端 app 公众号 复制链接 赞0 赞(0 赞_0 打赏 转发"),
    "reach": _joined("电话 手机 邮箱 邮编 传真 热线 地址: 地址_: qq: qq_: email e-mail 联系人 咨询"),
}


class Line(NamedTuple):
    """What one line says by itself."""

    grams: float  # log-odds of furniture by its character n-grams
    kinds: int  # bit set of KINDS
    size: int  # characters, blanks and repeated digits apart
    prose: bool  # reads as part of a running text
    words: frozenset[str]  # pairs of characters


def normal(text: str) -> str:
    """A folded text with every number a 0 and every blank one space.

    >>> normal("　2023-05-01　来源:新华网")
    ' 0-0-0 来源:新华网'
    """
    return _BLANKS.sub(" ", _DIGITS.sub("0", text))


def ends(text: str) -> str:
    """Both ends of a normal line, whose n-grams count; ^ and $ mark its borders.

    >>> ends("首页")
    '^首页$'
    """
    return f"^{text}$" if len(text) <= HEAD + TAIL else f"^{text[:HEAD]}\0{text[-TAIL:]}$"


class Read(NamedTuple):
    """What of a line stays the same wherever it stands: the weights of its n-grams, and the rest of Line."""

    weights: tuple[float, ...]
    root: float  # of its length, over which their sum is taken
    rest: tuple[int, int, bool, frozenset[str]]


class Search:
    """Finds the n-grams of lines with their weights, and the words of KINDS."""

    def __init__(self, weights: Mapping[str, float], bias: float) -> None:
        shown = _shown()
        self.bias = bias
        self._weights = weights
        self._automaton = AhoCorasick(list(shown))
        self._kinds = list(shown.values())
        self._known: dict[str, Read] = {}

    def lines(self, texts: Sequence[str]) -> list[Line]:
        """What each of some normal lines says by itself."""
        read = self._all_read(texts)
        sums = [0.0, *accumulate(chain.from_iterable(line.weights for line in read))]
        borders = [0, *accumulate(len(line.weights) for line in read)]
        odds = [self.bias + (sums[b] - sums[a]) / line.root for (a, b), line in zip(pairwise(borders), read, strict=True)]
        return [Line(one, *line.rest) for one, line in zip(odds, read, strict=True)]

    def _all_read(self, texts: Sequence[str]) -> list[Read]:
        known = self._known if len(texts) <= REMEMBERED else {}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if len(known) + len(new) > REMEMBERED:
            known.clear()
            new = list(dict.fromkeys(texts))
        known.update(zip(new, self._read(new), strict=True))
        return [known[text] for text in texts]

    def _read(self, texts: Sequence[str]) -> Iterator[Read]:
        parts = list(map(ends, texts))
        joined, stops = "\n".join(parts), list(accumulate(len(part) + 1 for part in parts))
        kinds = self._shown_in(self._automaton.find_matches_as_indexes(joined, overlapping=True), stops)
        for at, (text, part) in enumerate(zip(texts, parts, strict=True)):
            rest = kinds.get(at, 0), len(text), is_prose(text), worth.bigrams(text[:WORDS_OF_LINE])
            yield Read(self._weighed(part), len(part) ** 0.5, rest)

    def _weighed(self, part: str) -> tuple[float, ...]:
        """The weights of the n-grams in both ends of a line, by where they end, the longest first; no automaton finds them as quickly."""
        two = ["", *map(add, part, part[1:])]
        three = ["", "", *map(add, two[1:], part[2:])]
        four = ["", "", "", *map(add, three[2:], part[3:])]
        found = chain.from_iterable(zip(four, three, two, part, strict=False))
        return tuple(filter(None, map(self._weights.get, found)))

    def _shown_in(self, hits: Sequence[tuple[int, int, int]], stops: Sequence[int]) -> dict[int, int]:
        """The bit set of kinds that each line shows, by its index."""
        found = dict[int, int]()
        for literal, _, end in hits:
            at = bisect_left(stops, end)
            found[at] = found.get(at, 0) | self._kinds[literal]
        return found


@cache
def _shown() -> dict[str, int]:
    """The bit set of kinds behind each word of KINDS."""
    found: Counter[str] = Counter()
    for bit, words in enumerate(KINDS.values()):
        for word in set(words):
            found[word] |= 1 << bit
    return found


def grams(text: str) -> Iterator[str]:
    """The character n-grams (1 to 4) of both ends of a normal line, as often as they occur (for training).

    >>> sorted(grams("首页"))
    ['$', '^', '^首', '^首页', '^首页$', '页', '页$', '首', '首页', '首页$']
    """
    for part in ends(text).split("\0"):
        for size in range(1, 5):
            yield from (part[at : at + size] for at in range(len(part) - size + 1))
