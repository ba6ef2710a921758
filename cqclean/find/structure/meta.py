"""Does a line say when, where and by whom an article was published, and nothing else?

Such lines come in any order and with any separator: 2020-01-08 13:31 来源：… 作者：… 浏览：12 【大 中 小】 打印. So they are read as tokens; what
stands between the tokens may only be short values.
"""

import re
from typing import NamedTuple

LONGEST = 170  # characters of a line that is read as meta data
VALUE = 34  # characters that may follow a label: the longest source names
LOOSE = 12  # characters without any label beside a date: a site's or an author's name; more of them are a title

_LABEL = r"(?:文章|信息|新闻|稿件|资讯|本文|资料|内容|作品|日志|帖子|产品|公告)?(?:发布|发表|更新|创建|录入|添加|上传|修改|提交|出版|刊发|发稿|公布|最后更新|最后编辑)?"
_TOKENS = {
    "D": r"(?:19|20)\d\d ?[-/.年\\] ?\d{1,2} ?[-/.月\\] ?\d{1,2}(?: ?日)?(?=\D|$|\d{1,2}:)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)|\d{1,2}月\d{1,2}日"
    r"|\d{1,3} ?(?:秒钟?|分钟|个?小时|天|日|周|星期|个?月|年)(?:之)?前|刚刚(?! ?[一-鿿])|(?:昨天|前天|今天|昨日|今日)(?= ?\d{1,2}:|$)|[二一][〇○零九]{2,3}[〇○一二三四五六七八九十]*年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)\d\d|\((?:0\d|1[0-2])-[0-3]\d\)|(?:19|20)\d\d年\d{1,2}月(?!\d)",
    "T": r"\d{1,2} ?: ?\d{2}(?: ?: ?\d{2})?(?: ?[ap]\.?m\.?)?|(?:星期|周)[一二三四五六日天]|(?:上午|下午|早上|晚上|凌晨)(?=\d)",
    "S": r"(?:文章|信息|新闻|稿件|内容|资讯|本文|资料|消息|图片|素材)?(?:来 ?源(?:于|网站|网|媒体)?|出 ?处|稿 ?源|转载自|转自|摘自|source|from)(?: ?[::/丨|]| (?=\S)|(?=[一-鿿]{2,10}(?:网|报|社|台|局|院)))",
    "A": r"(?:本文|文章|责任|值班|网络|新闻|信息|图文|本期|执行)?(?:作 ?者|编 ?辑|责 ?编|记 ?者|通讯员|撰 ?[稿文]|发 ?布 ?人|发布者|发布机构|发布单位|发布部门|信息员|录入员?|录入者|供 ?稿(?:人|单位)?|摄 ?影|撰写|文字|上传者|投稿人|发表人|楼主|译者|审核|校对|核发|编审|author|posted by|written by|by|文|图)(?: ?[::/丨|]| ?(?=admin))|(?:作者|编辑|记者|责编) (?=\S)|(?:责任编辑|责编)(?=[一-鿿])|(?<![a-z])admin(?:istrator)?(?![a-z])",
    "C": r"(?:本文|文章|本页|总|被)?(?:浏 ?览|阅 ?读|点 ?击|访 ?问|人 ?气|查 ?看|热 ?度|围 ?观|评 ?论|回 ?复|跟贴|跟帖|回帖|收藏|点赞|喜欢|播放|下载|转发|推荐|views?|hits?|comments?|reads?|replies)(?:次 ?数|量|数|率|人数|值)? ?[::(\[]+ ?\d*[\d.,万wk+]*[)\]]? ?(?:次|人|条|℃|°)?"
    r"|(?:已有|共有?|被|有)? ?\d[\d.,万wk+]* ?(?:个|条|次|人|位)?(?:浏览|阅读|点击|访问|评论|回复|围观|参与|人气|views?|comments?|reads?|hits?|喜欢|收藏|跟贴|点赞|推荐|关注|看过|人阅读|人参与|人评论|次浏览|次阅读)(?:量|数)?"
    r"|(?:浏览|阅读|点击|访问|查看)(?:次数|量|数) ?\d*|(?:阅读|评论|浏览|点击|人气|热度) ?\d+",
    "F": r"[【\[(]?字 ?[号体](?:大小)? ?[::]?|[\[【(] ?[大中小] ?[\])】]|(?<![一-鿿])(?:特大|大|中|小)(?![一-鿿])|放大字体|缩小字体|t\||a[+-]|双击滚屏|视力保护色|保护视力色",
    "B": r"(?:我要|点击|一键)?(?:打印|收藏|分享(?:到|至)?|举报|纠错|投稿|复制链接|关闭(?:窗口|本页)?|推荐给好友|推荐朋友|发表评论|查看评论|网友评论|我来说两句|我要评论|进入论坛|加入收藏|返回列表|扫码|二维码|手机阅读|手机看|字数|原创|转载|订阅|返回)(?:本页|本文|此文|此页|本稿|文章)?(?:\(\d*\))?|微信(?:好友)?|微博|qq空间|朋友圈",
    "L": _LABEL
    + r"(?:时 ?间|日 ?期|分 ?类|栏 ?目|类 ?别|标 ?签|关 ?键 ?[词字]|频道|专题|tags?|文号|索引号|字数|编号|地区|省份|所属|所在|主题|类型|职务|单位|机构|阅读权限|阅读时间|版次|版面|第?\d+版|date|time|published|updated|posted(?: on| in)?|category|filed under|created|in)(?: ?[::丨]| (?=\d))|(?:发布|发表|更新|创建|编辑|刊|写|回复)于 ?|(?:发布|发表|更新) ?[::]",
    "U": r"(?:https?://|www\.)[-a-z0-9./_?=&%#~:]{3,90}|(?:[a-z0-9-]+\.){1,3}(?:com|cn|net|org|tw|hk|gov|edu)(?:\.cn|\.tw|\.hk)?",
}
_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _TOKENS.items()))
_LIKELY = re.compile(r"\d|[::]|来源|作者|编辑|发布|发表|浏览|阅读|字号|字体|admin")
_SEPARATORS = " \t|丨│┃¦/\\·•,;:-–—_[]【】()<>«»《》〈〉{}.#@+*\"'“”「」~^=!℃●▪■◆>"
_PUBLISHED = ("发布", "发表", "更新", "文章", "信息", "新闻", "创建", "录入", "添加", "上传", "最后", "公布", "发稿", "刊发")
_ENACTED = re.compile(r"通过|施行|公布|发布|修[订正]|会议|[第字〔\[].{1,8}号")  # dates of laws
_SENTENCE = re.compile(r"[。!?;]|,.{12,}")


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


def read(key: str) -> Meta | None:
    """Read a folded line as meta data; None where it is something else.

    >>> read("2020-01-08 13:31 来源: 新华网 作者: 本站 浏览: 12").kind
    'meta'
    >>> read("来源不明的消息不要相信,更不要转发给别人")
    """
    if len(key) > LONGEST or not _LIKELY.search(key):
        return None
    tokens, loose, at, owner = "", 0, 0, ""
    for match in _TOKEN.finditer(key):
        between = key[at : match.start()].strip(_SEPARATORS)
        gap = len(between)
        if gap and _SENTENCE.search(between):
            return None
        if match.lastgroup == "L" and gap and key[match.start() - 1] >= "\u4e00" and not match[0].startswith(_PUBLISHED):
            return None  # 开盘时间: the label of a fact
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
    return Meta(tokens, loose) if loose <= LOOSE else None
