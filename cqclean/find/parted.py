"""Which characters does an author part with blanks or signs?

Labels, headings, tables, counts of single characters, names that are quoted as their owners write them, regions: 京-津-冀.
"""

from functools import cache, lru_cache
from typing import Any

from cqclean.find import words
from cqclean.find.between import Gap
from cqclean.find.written import filters
from cqclean.ruleset.frozen import tables
from cqclean.text.document import Document
from cqclean.text.late import late

_HAN = late("[\u4e00-\u9fff]")
_SENTENCE = late("[，。！？；]")
_TABLE = late(r"[|\t]|[ \u00a0\u3000]{2}")
_HEADING = late(r"#{1,6} |第[〇零一二三四五六七八九十百0-9]{1,5}[章节回卷篇条] ")
_OPENING, _CLOSING = frozenset('“‘「『《"('), frozenset('”’」』》")')
_BARS = frozenset("|｜丨︱¦│┃‖")
HIDING = frozenset("*＊×○")  # signs that hide a part of a name
_ALTERNATIVE = _BARS | frozenset("/／")
_PAIRS = frozenset(
    "行列 左右 上下 前后 男女 是否 真假 升降 增减 横竖 黑白 大小 开关 高低 内外 正反 买卖 收发 读写 存取 进出 长宽 早晚".split()  # noqa: SIM905
)
NOISE = frozenset("#@^|`★☆♂♀◆■▲※◎●◇defghlopqrstuvwxyz")  # never between equals
_VERBS = frozenset("是为在和与或的")  # what follows a variable
_JOINERS = frozenset("&+/＋／=")
MANY_LISTED = 6  # characters of a list that make no words
MANY_SINGLE = 3  # gaps between single characters: from four on, one that breaks a word shows that none of them parts anything
_UNENDING = frozenset("不只很于且但还更最正将把被在和与而这那每各某该所太挺没")  # words that others must follow
_UNBEGINNING = frozenset("了着们吗呢吧")  # and that must follow others
_ODD_DOTS = frozenset(".·")
ODD_REACH = 300  # characters behind such a dot: a longer line may be a whole book
_OWN_MARKS = late("[。！？；][”」]?$")
_MARKED = late("[《》“”‘’「」『』]|[\u4e00-\u9fff] ?[,!?:;]")  # titles and names, or a typist who writes marks in half width
STRETCHED = 7  # single characters with a blank between any two
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两几")
_LISTED = late("[生汉识练]字|认[读识]|[抄默听]写|笔[画顺]|部首|偏旁|的字|字[有是为：:]|字母|组词|韵|押")
_UNIT = late("[0-9〇一二三四五六七八九十百千万两几][元角分块斤克次人个件米天年月日度吨升]\\Z")  # 2元/首
_PERSON = late(  # stands before a name
    "(?:考生|学[生员]|同学|用户|会员|客户|患者|选手|旅客|乘客|业主|村民|员工|职工|读者|网友|姓名|评委)[:： ]?\\Z"
)
_LONE_LETTER = late(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_SPOKEN = late(
    "[一二两三四五六七八九十几这那]个(?:[大小红黑金白][大小红黑金白]?|烫金)?字(?![母数段符])|[对春挽楹上下]联|横[批匾]|匾额|门楣|条幅|碑额"
)  # of characters, set wide as they stood
NEAR = 40  # characters on each side in which another letter alone shows that letters name things


def by_author(document: Document, start: int, end: int, sign: str, pieces: list[str]) -> bool:
    """Whether a run of gaps between `pieces` is the author's; sign is "" for blanks."""
    if is_quoted(document.text, start - len(pieces[0]), end + len(pieces[-1])) or (sign in _BARS and _in_table(document, start, end)):
        return True
    if sign in HIDING and _is_name(document.text, start, end):
        return True
    if sign and sign in "`/'’" and _is_told_apart(document, start, end, sign, len(pieces) - 1):
        return True
    if sign and sign in "/／" and (_is_row_of_equals(pieces) or _UNIT.search(document.text, max(0, start - 3), start)):
        return True
    if sign and (_is_row_of_characters(pieces, sign) or (sign in _ALTERNATIVE and len(pieces) == 2 and _ends(pieces) in _PAIRS)):
        return True
    if not sign.strip():
        return not _in_prose(document, start, pieces) or _is_row(pieces) or _is_spoken_of(document, start, end, pieces)
    return bool(_table()["places"].issuperset(_ends(pieces)))


def _ends(pieces: list[str]) -> str:
    """What a run of signs parts, of what stands at its ends the nearest character."""
    return pieces[0][-1:] + "".join(pieces[1:-1]) + pieces[-1][:1]


def _is_row_of_characters(pieces: list[str], sign: str) -> bool:
    """Whether single characters were listed that make no words together (崁|嵌|塌|踏|漠|陌), or that are forms of one (个|個|箇)."""
    listed = _ends(pieces)
    if len(listed) != len(pieces):
        return False
    again = sign in _ALTERNATIVE and len(set(listed)) < len(listed)
    return again or (len(listed) >= MANY_LISTED and len(words.reading(listed)[1]) >= len(listed))


def _is_row_of_equals(pieces: list[str]) -> bool:
    """Whether a list of equals, or of words, was written with a sign between any two: 农/林/牧/渔, 手机/电话/卡."""
    return len(pieces) > 2 and any(len(piece) > 1 for piece in pieces[1:-1]) or is_list(_ends(pieces))


def _is_told_apart(document: Document, start: int, end: int, sign: str, gaps: int) -> bool:
    """Whether the line has the sign elsewhere, too: `code`, or a sentence that was cut/into/words."""
    line = document.line_at(start)
    return document.text.count(sign, line.start, line.end) > (gaps + (sign == "/") if sign in "`/" else 1)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a sign hides the middle of a name that stands for itself, as in a list of winners: 李*、王*明、欧阳**, 考生王*明."""
    surname, last = text[start - 1 : start], text[end : end + 1]
    apart = not (_HAN.search(text[max(0, start - 2) : start - 1]) or _HAN.search(text[end + 1 : end + 2]))
    told = apart or _PERSON.search(text, max(0, start - 4), max(0, start - 1)) is not None
    return told and surname in _table()["surnames"] and _HAN.search(last) is not None


def in_sentence(document: Document, start: int, end: int) -> bool:
    """Whether a run stands beside the characters of a sentence: not alone in its line, nor between marks."""
    line = document.line_at(start)
    before, after = document.text[max(line.start, start - 1) : start], document.text[end : min(line.end, end + 1)]
    return document.line_holds(_SENTENCE, start) and any("\u4e00" <= char <= "\u9fff" for char in before + after)


def is_stretched(document: Document, start: int, pieces: list[str]) -> bool:
    """Whether a clause was set wide: single characters, as many as no list of equals has, and a few such as join words among them."""
    single = [pieces[0][-1:], *pieces[1:-1], pieces[-1][:1]]
    if len(pieces) < STRETCHED or any(len(piece) > 1 for piece in pieces[1:-1]):
        return False
    return not document.line_holds(_LISTED, start) and 0 < len(_table()["function"].intersection(single)) * 2 < len(single)


def is_odd_one(document: Document, start: int, sign: str) -> bool:
    """Whether a dot is the only one in a sentence that has marks of its own, and outside of titles: 修.车的师傅收了摊，我们推着走。"""
    line = document.line_at(start)
    if sign not in _ODD_DOTS or line.end - start > ODD_REACH or document.text.count(sign, line.start, line.end) > 1:
        return False
    return document.line_holds(_OWN_MARKS, start) and not document.line_holds(_MARKED, start)


def is_bound(left: str, right: str) -> bool:
    """Whether no sentence ends, and no name or list is parted, between two characters: 很.小, 看.着."""
    if left[-1] == right[0]:
        return False  # 不.不是: somebody stammers
    before, after = words.reading(left)[1], words.reading(right)[1]
    return (left[-1] in _UNENDING and before[-2] == len(left) - 1) or (right[0] in _UNBEGINNING and after[1] == 1)


def is_list(word: str) -> bool:
    """Whether the characters of a word are equals that an author may part."""
    return word in _table()["enumerations"]


def is_whole(pieces: list[str]) -> bool:
    """Whether the characters that a run of signs parts make one word of three or more, that is no list of equals: 水-族-馆."""
    word = _ends(pieces)
    return word in words.costs() and not (is_list(word) or not NUMERALS.isdisjoint(word))


def is_lettered(sign: str, left: str, right: str) -> bool:
    """Whether a letter belongs to the character behind it or before it: T恤, 选B项."""
    forms = (sign.lower() + right[:1], left[-1:] + sign.lower())
    return sign.isalpha() and bool(not _table()["lettered"].isdisjoint(forms) or sign.isupper() and right[:1] in _table()["labelled"])


def has_letters(text: str, start: int, end: int) -> bool:
    """Whether another letter stands alone near one: 选B项, 选D项."""
    return len(_LONE_LETTER.findall(text, max(0, start - NEAR), end + NEAR)) > 1


@cache
def _table() -> dict[str, Any]:
    gaps, swaps = tables("variant")["gaps"], tables("variant")["swaps"]
    kept = {
        "enumerations": gaps["enumerations"],
        "labelled": gaps["labelled"],
        "surnames": set(swaps["surnames"]),
        "titles": gaps["titles"].split(),
    }
    kept["function"] = frozenset(tables("variant")["spelled"]["function"] + "没不")
    return kept | {"places": frozenset(gaps["places"]), "lettered": frozenset(gaps["lettered"].split())}


def _in_table(document: Document, start: int, end: int) -> bool:
    """Whether bars part cells: the line begins with one, or blanks stand beside them."""
    line = document.line_at(start)
    return document.text[line.start : line.end].lstrip()[:1] in _BARS or " " in document.text[start:end]


def _in_prose(document: Document, start: int, pieces: list[str]) -> bool:
    """Whether blanks stand inside a sentence: not in a heading, a table, a padded label, a row of words or behind a number."""
    line = document.line_at(start)
    if sum(map(len, pieces)) <= 2 or not _is_prose(document.text, line.start, line.end):
        return False
    single = len(pieces) >= STRETCHED and all(len(piece) == 1 for piece in pieces)  # 一 旦 被 利 用
    return single or not is_numbered(document, start)


def is_numbered(document: Document, start: int) -> bool:
    """Whether a number alone, or nothing, stands before a place in its line: 一 总则."""
    line = document.line_at(start)
    return NUMERALS.issuperset(document.text[line.start : start].strip())


def is_prose(document: Document, at: int) -> bool:
    """Whether a line is a sentence, no heading and no row of a table."""
    line = document.line_at(at)
    return _is_prose(document.text, line.start, line.end)


@lru_cache(maxsize=4)  # the line at hand, asked for with each run of gaps in it; more would keep whole documents in memory
def _is_prose(text: str, start: int, end: int) -> bool:
    return not (_TABLE.search(text, start, end) or _HEADING.match(text, start, end)) and _SENTENCE.search(text, start, end) is not None


def _is_spoken_of(document: Document, start: int, end: int, pieces: list[str]) -> bool:
    """Whether single characters are set wide as they stand on a sign or a cover that the sentence speaks of: 血 染 的 风 采，这五个字."""
    wide = len(pieces) > MANY_SINGLE and all(len(piece) == 1 for piece in pieces[1:-1])
    return wide and document.line_holds(_SPOKEN, start)


def _is_row(pieces: list[str]) -> bool:
    """Whether single characters are counted up, or a name of two is set to the width of three before words: 刘 丰 原任县长."""
    joined, surnames = "".join(pieces), _table()["surnames"]
    name = [*map(len, pieces[:2])] == [1, 1] and pieces[0] in surnames and len(pieces) > 2 and len(pieces[2]) > 1
    name = name and pieces[1] + pieces[2][0] not in _table()["titles"] and joined[:3] not in words.costs()
    if name or len(pieces) < MANY_SINGLE or any(len(piece) > 1 for piece in pieces[1:-1]):
        return name
    counted = any(len(word) > MANY_SINGLE and word in joined for word in _table()["enumerations"])
    return counted or surnames.issuperset(joined)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the run is all that stands between quotation marks: a name, written as its owner writes it."""
    return text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING and start > 0 and end < len(text)


def is_border(word: str, place: int, sign: str) -> bool:
    """Whether a word may well be parted by this sign at this place: an enumeration, a numeral, two words in one."""
    if not word or sign not in NOISE and (is_list(word) or NUMERALS.issuperset(word[place - 1 : place + 1])):
        return True
    named = _table()["surnames"].issuperset(word[::2])
    if len(word) == 2 * place == 4 and (sign in _JOINERS or named and not sign):
        return True  # 张三&李四, 张三 李四
    return all(len(half) > 1 and half in words.costs() for half in (word[:place], word[place:]))


def is_set_apart(sign: str, after: str) -> bool:
    """Whether a sign between blanks parts phrases (脚注 - 尾注), or a letter there is what the sentence speaks of (而 e 是位数)."""
    return bool(sign) and (not sign.isalpha() or after[:1] in _VERBS)


def is_mask(document: Document, gap: Gap, word: str) -> bool:
    """Whether a star alone likely hides a word, rather than breaks one: 持*证."""
    if gap.sign not in "*＊" or word in filters():
        return False
    from cqclean.find.masks.behind import hides  # few texts have such a star

    return hides(document, gap.start)
