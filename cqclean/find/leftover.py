"""Which words did a conversion leave in traditional script in a line that is in simplified script?

认證 … 退貨: common words, two at least, outside of quotes, titles and brackets, where most characters that show a script show the
other.
Names, and lines that speak of writing, are for the caller.
"""

from collections.abc import Iterator, Sequence

from cqclean.find import words
from cqclean.find.written import is_traditional, scripts, table
from cqclean.text.document import Document
from cqclean.text.fold import table as folds
from cqclean.text.late import late

REACH = 4  # characters on each side that decide which word a character belongs to
COMMON = 150  # cost of a word that needs no other proof, in tenths of a nat
LEAST = 2  # characters that show a line to be in simplified script
TIMES = 0.6  # how many of them there are at least for each of traditional script
APART = 3  # characters between the first and the last: of one word alone more is asked
SURE = 4  # characters that show the script of a line of which one word was left
FAIR, USUAL = 3, 112  # fewer of them do for a word that costs no more; characters that are words of grammar need no others
NAME = 3  # characters of a word that is a name if it begins with a surname: 张國荣
MOST = 6  # traditional characters of such a line: more are quoted
_GRAMMAR = frozenset("這們個說説來時會對還從讓給嗎沒過為爲與將誰則問換內見當聽買賣錢話種點帶條歲兩剛卻應該嘗讀寫開關進總給")
_SENTENCE = late("[，。！？；]")
_LATIN = late("[A-Za-z]{2}")
_HOUSES = frozenset("局社館馆堂齋樓寺閣號軒莊塾")  # houses keep the sign above their door: 中華書局
_SPOKEN = late("繁体|简体|正体|港台|台湾|香港|澳门|古籍|碑|匾|题字|书名|原名|又名|写[作成着]|刻着|招牌|字样|字帖|书法|牌匾")
_JAPAN = late("日本|日[文语剧版产元]|东京|大阪|京都|原名|原题|动漫|声优|番剧")
_TITLES = (("「", "」"), ("《", "》"))
_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"), ("(", ")"), ("【", "】"))


def places(document: Document) -> Iterator[int]:
    """Yield where a character stands that is to be simplified."""
    text, traditional = document.text, scripts()[0]
    for line in document.lines if not (traditional.isdisjoint(text) or is_traditional(text)) else ():
        own = text[line.start : line.end]
        found = [at for at, char in enumerate(own) if char in traditional]
        if found and _is_simplified(own, len(found)):
            meant = [at for at in found if not _is_quoted(own, at) and _makes_word(own, at)]
            if meant and (meant[-1] - meant[0] >= APART or _is_lone(own, found, meant)):
                yield from (line.start + at for at in meant)


def is_simplified(line: str, at: int) -> bool:
    """Whether a line, from which a word at this place was taken, is in simplified script: the word alone may be in Japanese forms."""
    traditional = scripts()[0]
    near, rest = {*line[max(0, at - REACH) : at + REACH]}, {*line[: max(0, at - REACH)], *line[at + REACH :]}
    if not traditional.isdisjoint(line[max(0, at - 1) : at + 1]):
        return False  # 薬師寺 is in Japanese as a whole
    if not traditional.isdisjoint(rest) or _JAPAN.search(line) or _is_quoted(line, at, _TITLES):
        return False
    return traditional.isdisjoint(near) or len((near | rest) & scripts()[1]) >= LEAST


def _is_simplified(line: str, count: int) -> bool:
    shown = len(set(line) & scripts()[1])
    japanese = _JAPAN.search(line) and any(pair[0] in line for pair in table()["japanese"].split() if pair[0] != pair[1])
    return count <= MOST and shown >= max(LEAST, TIMES * count) and not (_SPOKEN.search(line) or japanese)


def _is_lone(line: str, found: list[int], meant: list[int]) -> bool:
    """Whether one word alone of a sentence that is surely in simplified script was left."""
    if found != meant or not _SENTENCE.search(line):
        return False
    shown = len(set(line) & scripts()[1])
    if shown >= SURE and not _LATIN.search(line):
        return True
    usual = (len(_word(line, at)) == 1 or shown >= FAIR and _cost(line, at) <= USUAL for at in meant)
    return not _JAPAN.search(line) and all(usual)


def _is_quoted(line: str, at: int, quotes: Sequence[tuple[str, str]] = _QUOTES) -> bool:
    return any(line.rfind(opening, 0, at) > line.rfind(closing, 0, at) for opening, closing in quotes)


def _makes_word(line: str, at: int) -> bool:
    """Whether a character is a word of grammar, or in a common word of two or more, once it is simplified, and has one such form alone."""
    char = line[at]
    if char in _GRAMMAR and _word(line, at) == folds()[char]:
        return True
    if char in table()["strays"] or not folds().get(char) or any(char in pair for pair in table()["leftover-words"]):
        return False
    word = _word(line, at)
    house = _HOUSES.intersection(line[at : at + 3]) and not (len(word) > 2 and _HOUSES.intersection(word) and _cost(line, at) <= COMMON)
    if house or word[0] in table()["surnames"] and len(word) == NAME:
        return False
    return len(word) > 1 and _cost(line, at) <= COMMON


def _word(line: str, at: int) -> str:
    """The word that a character is part of once it is simplified."""
    left = words.simplified(line[max(0, at - REACH) : at])
    joined = left + folds()[line[at]] + words.simplified(line[at + 1 : at + 1 + REACH])
    borders = words.reading(joined)[1]
    start = max(border for border in borders if border <= len(left))
    return joined[start : min(border for border in borders if border > len(left))]


def _cost(line: str, at: int) -> int:
    return words.costs().get(_word(line, at), words.UNKNOWN)
