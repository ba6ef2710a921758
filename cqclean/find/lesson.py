"""Does a passage speak of sounds, letters, names or disguises, so that those in it stand for themselves?"""

from functools import lru_cache

from cqclean.text.document import Document
from cqclean.text.late import late

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_LESSON = late(
    rf"拼音|读音|声母|韵母|音节|注音|声调|[发念同正谐]音|读[作成为]|(?<!一)念[作成]|输入|键入|拼[写作读]|音译|[平翘]舌|轻声(?![道说问答叫喊念读唱哼笑细慢软应回])"
    rf"|[读念音打][“‘\"]? ?[a-z{TONED}]|多音字|[读念]错|不[读念]|误读|别读|四声|[一二三四]声(?:调|的)|一字之差|学(?:中文|汉语)|对外汉语"
    r"|敏感词|违禁词|屏蔽词|字典|词典|变量|字段|函数|参数|接口|文件名|域名|用户名|目录|文件夹"
)
_LEAD = late(r"(?P<lead>[^“‘「『\"\n]{0,6})[“‘「『\"][^“”‘’「」『』\"，。！？；\n]{0,12}\Z")
_TAIL = late(r"[^“”‘’「」『』\"，。！？；\n]{0,12}[”’」』\"]")
_NAMED = late(r"(?:(?<!不)叫|[网群好]友|[网群]名|昵称|签名|用户名?|[账帐]号|笔名|ID|id|名[为叫])[是叫为：: ]{0,2}\Z")
_DODGING = late(
    r"写[成作为着]|写法|打[成出]|拼[成作]|[改换]成|代替|替代|替换|代称|缩写|首字母|谐音|变体|变形|暗[语号]|黑话|隐语|敏感词|关键[词字]|屏蔽词|违禁词|词库"
    r"|限流|[绕避躲逃](?:[过开]|.{1,8}(?:审核|过滤|检测|审查|系统|平台))|[一两三四几这]个?[字词](?![形典汇条])|字[眼样符]|之类的|拼音"
)
_STRING_BEGINS = late(r"""[\[,] ?["'][^"'\n]{0,12}\Z""")  # one of a list, in code
_STRING_ENDS = late(r"""[^"'\n]{0,12}["'] ?[\],]""")
_TITLE_BEGINS, _TITLE_ENDS = late("《[^《》\n]{0,3}\\Z"), late("[^《》\n]{0,3}》")  # a song is called as its singer calls it: 《小jie》
NEAR = 60  # characters on each side in which disguises are spoken of


def is_mentioned(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands in quotes as what somebody calls himself, as a string of code, as a disguise that the passage speaks
    of, 写成“赌bo”, or in letters in a short title."""
    if _STRING_BEGINS.search(text, max(0, start - NEAR), start) and _STRING_ENDS.match(text, end):
        return True
    if text[start:end].isascii() and _TITLE_BEGINS.search(text, max(0, start - NEAR), start) and _TITLE_ENDS.match(text, end):
        return True
    lead = _LEAD.search(text, max(0, start - NEAR), start)
    if lead is None or not _TAIL.match(text, end):
        return False
    return bool(_NAMED.search(lead["lead"]) or _DODGING.search(text, max(0, start - NEAR), min(len(text), end + NEAR)))


def is_lesson(document: Document, at: int) -> bool:
    """Whether the line around a place does."""
    line = document.line_at(at)
    return _speaks_of_sounds(document.text, line.start, line.end)


@lru_cache(maxsize=4)  # the line at hand, asked for with each syllable in it; more would keep whole documents in memory
def _speaks_of_sounds(text: str, start: int, end: int) -> bool:
    return _LESSON.search(text, start, end) is not None
