"""Does a line speak of sounds, letters or names, so that those in it stand for themselves?"""

from functools import lru_cache

from cqclean.text.document import Document
from cqclean.text.late import late

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_LESSON = late(
    rf"拼音|读音|声母|韵母|音节|注音|声调|[发念同正谐]音|读[作成为]|(?<!一)念[作成]|输入|键入|拼[写作读]|音译|[平翘]舌|轻声"
    rf"|[读念音打][“‘\"]? ?[a-z{TONED}]|多音字|[读念]错|误读|别读|字典|词典|变量|字段|函数|参数|接口|文件名|域名|用户名|目录|文件夹"
)


def is_lesson(document: Document, at: int) -> bool:
    """Whether the line around a place does."""
    line = document.line_at(at)
    return _speaks_of_sounds(document.text, line.start, line.end)


@lru_cache(maxsize=4)  # the line at hand, asked for with each syllable in it; more would keep whole documents in memory
def _speaks_of_sounds(text: str, start: int, end: int) -> bool:
    return _LESSON.search(text, start, end) is not None
