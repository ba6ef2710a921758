"""Where does what may be a disguise stand for itself?

In words and names that hold it, in verse, where it is spoken of, where Japanese is written.
"""

import re
from functools import cache, lru_cache

from cqclean.find import words
from cqclean.find.verse import is_verse
from cqclean.find.written import Swap, filters, table
from cqclean.text.late import late

JAPANESE = 10  # characters of a text, one of which is a kana in a Japanese one, tables and addresses counted in
_KANA = late(r"[\u3041-\u30ff]")
LESSON = late(
    r"《(?:说文|玉篇|集韵|广韵|尔雅|类篇|康熙|字汇|正字通)|部首|偏旁|单人旁|提手旁|三点水|[样种个]写法|字头[，。、]|拆字|谐音|黑话|行话|字形|字旁|笔画|拆[成开]|组成|字谜|谜底|打一字|异体|写作|写成|误作|[读念][作成]|日语|日文|假名|改[成为][“‘「『]|错别?字|不规范|打错|笔误|通假|古同|古字|古文|古体|字体|字典|[地人网]名|笔名|昵称|结构的?字|合起来|[认识]字[用时课，。]|合成(?=[\u4e00-\u9fff][，。])|合在一起|加起来|[是念成]什么字|[读念]什么|[“‘「『].[”’」』]字|方言|粤语|广东话|火星文|非主流|翻译过来|书写(?:有误|正确|错误|无误)|错字|别字|改错|有误的一项"
)
_OLD = late("有[两二三]个来源|旧写法|旧体|应作|应写|一词旧|繁体|异体")
_NAMING = frozenset("叫名是姓")  # before a surname, behind which any character may stand
_PARTING = frozenset(" \t\u3000|/、")  # between the members of a list
_HEARTS = frozenset("❤♥")
_TITLE = late("《[^》\n]{0,16}$")  # a book's title has begun
_PLACE = late("[\u4e00-\u9fff]{0,2}(?:[苗侗瑶彝壮藏]寨|[村镇乡县寨屯坪岭岛湾湖河港]|古城|遗址)")  # what ends the name of a place
_QUOTES = frozenset("“‘「『\"'（(《”’」』）)》")


def stands_for_itself(text: str, swap: Swap, start: int, end: int, near: str) -> bool:
    """Whether text[start:end] is no disguise; near: the line around it."""
    if is_kept(text, start, end) or _is_named(text, start, end):
        return True
    if swap.rule == "variant-split" and text[end : end + 1] == swap.meant:
        return True  # 立早章: a name is spelled
    if swap.written[-1] in _HEARTS and _is_strewn(text, end):
        return True
    if end - start == 1 and (is_verse(text, start, end) or _names(text, start, end) or text[end : end + 1] in ("姓", "氏")):
        return True
    return _speaks_of_words(near, swap.rule.startswith("variant-leftover")) or _is_japanese(text)


def is_kept(text: str, start: int, end: int) -> bool:
    """Whether a word that no swap may touch stands there or beside it."""
    return _kept().search(text, max(0, start - 3), end + 3) is not None


@cache
def _kept() -> re.Pattern[str]:
    """The words that no swap may touch."""
    return late("|".join(map(re.escape, table()["keep"])))


@lru_cache(maxsize=256)  # a line is asked for with each form in it
def _speaks_of_words(line: str, leftover: bool) -> bool:
    """Whether a line is Japanese, or speaks of writing."""
    return bool(_KANA.search(line) or (_OLD if leftover else LESSON).search(line))


@lru_cache(maxsize=4)  # a document is asked for with each form in it
def _is_japanese(text: str) -> bool:
    """Whether a text is so full of kana that its lines without one are Japanese, too."""
    kana = len(_KANA.findall(text))
    return kana * JAPANESE > len(text)


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the written form is spoken of: it stands alone between quotation marks, brackets or blanks."""
    before, after = text[start - 1 : start], text[end : end + 1]
    surname = before in table()["surnames"] and text[start - 2 : start - 1] in _NAMING if start > 1 else False
    lone = surname or before in ("", "\n") and after in ("", "\n") and end - start > 1
    listed = before in _PARTING and after in _PARTING and end - start == 1
    return lone or bool(before and after) and (listed or before in _QUOTES and after in _QUOTES)


def _names(text: str, start: int, end: int) -> bool:
    """Whether a character stands in a book's title or begins the name of a place: 《菿汉微言》, 岜沙苗寨."""
    return bool(_TITLE.search(text[max(0, start - 18) : start]) or _PLACE.match(text, end))


def _is_strewn(text: str, end: int) -> bool:
    """Whether a heart behind 微 stands for no 信: another follows, or a word with 微 does. 微♥整♥形, 微♥商."""
    follows = text[end : end + 3]
    joined = "微" + words.simplified(follows[:2])
    return not _HEARTS.isdisjoint(follows) or joined[:2] in filters() or bool(words.over(joined, 1)[0])
