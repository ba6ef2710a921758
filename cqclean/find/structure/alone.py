"""What does one line of a text say by itself of whether it is furniture?

Its character n-grams, weighed by a learned table, and the words that sites put around articles. One automaton holds both and reads
all lines of a text at once.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cqclean.find.structure import worth
from cqclean.find.structure.rows import is_prose
from cqclean.text.late import late

HEAD, TAIL = 24, 16  # characters of a line's beginning and end whose n-grams count: furniture shows there, and a novel's line stays cheap
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


class Search:
    """An automaton over n-grams with their weights and over the words of KINDS: it reads all lines of a text at once."""

    def __init__(self, weights: Mapping[str, float], bias: float) -> None:
        shown = _shown()
        literals = list(weights.keys() | shown.keys())
        self.bias = bias
        self._automaton = AhoCorasick(literals)
        self._weights = [weights.get(literal, 0.0) for literal in literals]
        self._kinds = {number: shown[literal] for number, literal in enumerate(literals) if literal in shown}

    def lines(self, texts: Sequence[str]) -> list[Line]:
        """What each of some normal lines says by itself."""
        parts = list(map(ends, texts))
        stops = list(accumulate(len(part) + 1 for part in parts))
        hits = self._automaton.find_matches_as_indexes("\n".join(parts), overlapping=True)
        weights = self._weights
        sums = [0.0, *accumulate([weights[literal] for literal, _, _ in hits])]
        found = [end for _, _, end in hits]
        borders = [0, *(bisect_left(found, stop) for stop in stops)]
        odds = [self.bias + (sums[b] - sums[a]) / len(part) ** 0.5 for a, b, part in zip(borders, borders[1:], parts, strict=False)]
        kinds = self._shown_in(hits, stops)
        return [
            Line(odds[at], kinds.get(at, 0), len(text), is_prose(text), worth.bigrams(text[:WORDS_OF_LINE]))
            for at, text in enumerate(texts)
        ]

    def _shown_in(self, hits: Sequence[tuple[int, int, int]], stops: Sequence[int]) -> dict[int, int]:
        """The bit set of kinds that each line shows, by its index."""
        shown, found = self._kinds, dict[int, int]()
        for literal, _, end in hits:
            if literal in shown:
                at = bisect_left(stops, end)
                found[at] = found.get(at, 0) | shown[literal]
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
