"""Does a line say when, where and by whom an article was published, and nothing else?

Such lines come in any order and with any separator: 2020-01-08 13:31 来源：… 作者：… 浏览：12 【大 中 小】 打印. So they are
read as tokens (rules/data/meta.toml); what stands between the tokens may only be short values.
"""

import re
from functools import cache
from typing import NamedTuple

from cqclean.ruleset.frozen import tables
from cqclean.text.late import late

LONGEST = 170  # characters of a line that is read as meta data
VALUE = 34  # characters that may follow a label: the longest source names
LOOSE = 12  # characters without any label beside a date: a site's or an author's name; more of them are a title

_LIKELY = late(  # one class first, so that the search skips what can't begin a token
    r"[\d:来作编发浏阅字a](?:(?<=[\d:])|(?<=来)源|(?<=作)者|(?<=编)辑|(?<=发)[布表]|(?<=浏)览|(?<=阅)读|(?<=字)[号体]|(?<=a)dmin)"
)
_SEPARATORS = " \t|丨│┃¦/\\·•,;:-–—_[]【】()<>«»《》〈〉{}.#@+*\"'“”「」~^=!℃●▪■◆>"
_PUBLISHED = ("发布", "发表", "更新", "文章", "信息", "新闻", "创建", "录入", "添加", "上传", "最后", "公布", "发稿", "刊发")
_ENACTED = late(r"通过|施行|公布|发布|修[订正]|会议|[第字〔\[].{1,8}号")  # dates of laws
_SENTENCE = late(r"[。!?;]|,.{12,}")
_DATED_TITLE = late(r"\d{1,2}月\d{1,2}日[\u4e00-\u9fff]{6,}")  # 5月1日某地菜价行情: no name follows a day without year or blank

_TITLED = late(r"[^:]{4,30}[ )》]作者 ?:")


@cache
def _token() -> re.Pattern[str]:
    """One pattern over the tokens of rules/data/meta.toml, a group for each letter."""
    table = tables("data/meta")
    tokens = (f"(?P<{entry['letter']}>{'|'.join(entry['patterns'])})" for entry in table["token"])
    return late(f"(?={table['begins']})(?:{'|'.join(tokens)})")


class Meta(NamedTuple):
    """What the tokens of a line are, a letter each, and how many characters stand between them."""

    tokens: str
    loose: int

    @property
    def kind(self) -> str:
        """meta: a date with a source, author, counter or other label; stamp: a date with a clock time; date, label: one token alone."""
        kinds = set(self.tokens)
        labels = len(kinds & set("SACL"))
        if "D" in kinds and (kinds & set("SAC") or self.tokens.count("L") > 1 or ("L" in kinds and kinds & set("FB"))):
            return "meta"
        if "L" in kinds and "D" in kinds:
            return "stamp"
        if labels >= 2:
            return "meta"
        if "D" in kinds:
            return "stamp" if "T" in kinds else "date"
        return "label" if labels or "F" in kinds else ""

    @property
    def by_site(self) -> bool:
        """Whether only a site says all this: a counter, a source of the minute or a button, beside the date."""
        kinds = set(self.tokens)
        counted = "C" in kinds and (bool(kinds & set("DSA")) or self.tokens.count("L") > 1)
        return counted or kinds >= set("DTS") or kinds >= set("LDB")


def read(key: str) -> Meta | None:
    """Read a folded line as meta data; None where it is something else.

    >>> read("2020-01-08 13:31 来源: 新华网 作者: 本站 浏览: 12").kind
    'meta'
    >>> read("来源不明的消息不要相信,更不要转发给别人")
    """
    if len(key) > LONGEST or "。" in key or not _LIKELY.search(key) or _DATED_TITLE.match(key):
        return None
    tokens, loose, at, owner = "", 0, 0, ""
    for match in _token().finditer(key):
        between = key[at : match.start()].strip(_SEPARATORS)
        gap = len(between)
        if gap and _SENTENCE.search(between):
            return None
        fact = match.lastgroup == "L" and not match[0].startswith(_PUBLISHED)
        if gap and (fact or match[0].startswith("编辑")) and key[match.start() - 1] >= "\u4e00":
            return None  # 开盘时间, 常务编辑: the label of a fact
        if gap > (VALUE if owner in ("S", "A", "L") else LOOSE):
            return None
        loose += 0 if owner in ("S", "A", "L") else gap
        owner = match.lastgroup or ""
        tokens += owner
        at = match.end()
    between = key[at:].strip(_SEPARATORS)
    gap = len(between)
    if not tokens or _SENTENCE.search(between) or gap > (VALUE if owner in ("S", "A", "L") else LOOSE):
        return None
    loose += 0 if owner in ("S", "A", "L") else gap
    if set(tokens) <= set("DT") and _ENACTED.search(key):
        return None
    if tokens == "A" and _TITLED.match(key):
        return None  # 渡口风灯 作者:云舟子
    return Meta(tokens, loose) if loose <= LOOSE else None
