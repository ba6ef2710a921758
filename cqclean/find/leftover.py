"""Which words did a conversion leave in traditional script in a line that is in simplified script?

认證 … 退貨: common words, two at least, outside of quotes, titles and brackets, where most characters that show a script show the
other.
Names, and lines that speak of writing, are for the caller.
"""

from collections.abc import Iterator

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
NAME = 3  # characters of a word that is a name if it begins with a surname: 张國荣
MOST = 6  # traditional characters of such a line: more are quoted
_SENTENCE = late("[，。！？；]")
_LATIN = late("[A-Za-z]{2}")
_HOUSES = frozenset("局社館堂齋樓寺閣號軒館莊塾")  # houses keep the sign above their door: 中華書局
_SPOKEN = late("繁体|简体|正体|港台|台湾|香港|澳门|古籍|碑|匾|题字|书名|原名|又名|写[作成着]|刻着|招牌|字样|字帖|书法|牌匾")
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


def _is_simplified(line: str, count: int) -> bool:
    shown = len(set(line) & scripts()[1])
    return count <= MOST and shown >= max(LEAST, TIMES * count) and not _SPOKEN.search(line)


def _is_lone(line: str, found: list[int], meant: list[int]) -> bool:
    """Whether one word alone of a sentence that is surely in simplified script was left."""
    return found == meant and len(set(line) & scripts()[1]) >= SURE and bool(_SENTENCE.search(line)) and not _LATIN.search(line)


def _is_quoted(line: str, at: int) -> bool:
    return any(line.rfind(opening, 0, at) > line.rfind(closing, 0, at) for opening, closing in _QUOTES)


def _makes_word(line: str, at: int) -> bool:
    """Whether a character is in a common word of two or more once it is simplified, and has one simplified form alone."""
    char = line[at]
    if char in table()["strays"] or not folds().get(char) or any(char in pair for pair in table()["leftover-words"]):
        return False
    left = words.simplified(line[max(0, at - REACH) : at])
    joined = left + folds()[char] + words.simplified(line[at + 1 : at + 1 + REACH])
    borders = words.reading(joined)[1]
    start = max(border for border in borders if border <= len(left))
    word = joined[start : min(border for border in borders if border > len(left))]
    if _HOUSES.intersection(line[at : at + 3]) or word[0] in table()["surnames"] and len(word) == NAME:
        return False
    return len(word) > 1 and words.costs().get(word, words.UNKNOWN) <= COMMON
