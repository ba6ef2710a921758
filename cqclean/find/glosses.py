"""Which characters carry their sound in brackets, where no reader needs it?

經(jīng)濟(jì): a converter put the sound of common characters behind them. That of a rare character, or of an unusual reading, is a
gloss for readers and stays, and so does a lesson; but not inside a word of which each character has one. Film sites strew sounds with a
blank behind them, 由(yóu )于, of any character.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from typing import Any

from cqclean.find import words
from cqclean.find.lesson import TONED, is_lesson
from cqclean.find.spelled import HAN, plain, readings
from cqclean.ruleset.files import read
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

MOST = 8  # characters of one gloss
_GLOSS = late(
    rf"(?P<chars>[{HAN}]{{1,{MOST}}})(?P<gloss> ?(?:[(（]|[\[【](?=[a-zü]*[{TONED}]))"
    rf"(?P<sounds>[a-zü{TONED}]+(?:[ '][a-zü{TONED}]+){{0,7}})(?P<blank> )?[)）\]】])"
    rf"(?(blank)|(?![(:]))(?=(?P<next>[{HAN}])?)"
)
_SOUND = late(rf"[(（\[【][a-zü{TONED}]+[)）\]】' ]")  # what every gloss holds, and most texts do not
_ANY = late(rf" ?[(（\[【][a-zü{TONED} ']+[)）\]】]")
_HAN = late(rf"[{HAN}]")
_SPOKEN = late(  # what follows a word that the sentence is about
    r"[”’」』》]?(?:[这那该此][一两二三四几]?个?|[一二两三四几]个?)?(?:字(?![典据幕母体眼])|词(?![汇条])|成语|词语|姓氏?(?![名]))"
    r"|[”’」』》]?的(?:意思|读音|发音|写法|本义|原义|含义|词义|字义|由来|偏旁|部首|笔顺)"
)
_DEFINED = late(r"(?:也|就|乃|又)?(?:是(?!不是|否)|指|为(?!了)|即|亦|意为|又[称名叫]|[简俗古旧全]称)")  # what an encyclopaedia says first
_NAMES = late("[叫名称姓]做?为?.{1,2}\\Z")  # what stands before a word that is named, and its first characters
_PLACE = late("[县州市江河镇村山岭湖岛乡区关寺]")
FEW = 2  # needless glosses of a text that no converter made
STREWN = 3  # sounds with a blank behind them: a habit, not a slip
APART = 9  # characters of a line for each of them: a list of words with their sounds is denser
WHOLE = 3  # characters of a word that a gloss breaks; of four some are hard: 刚愎自用
PHRASE = 4  # characters of a phrase of which one may be rare: 勃然大怒 is known as a whole


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a deletion for each needless gloss."""
    rule = ruleset.by_id.get("variant-gloss")
    found = list(_glosses(document.text)) if rule else []
    usual = sum(_is_needless(match, False) for match in found)
    strewn, told, inside = _strewn(document, found), _told_apart(found), _inside_words(found)
    for match in found:
        needless = match.start() in strewn if match["blank"] else _is_needless(match, usual > 0) and not (usual <= FEW and _is_about(match))
        needless = (needless or match.start() in inside) and not _is_in_place(match)
        if rule and needless and match["chars"][-1] not in told and not is_lesson(document, match.start()):
            yield Edit(*match.span("gloss"), "", rule.id, rule.level, rule.confidence, rule.why)


def _is_about(match: re.Match[str]) -> bool:
    """Whether a sentence speaks of the word that has a gloss, or begins by defining it: 尴尬（gān gà）这个词, 姓单（dān）."""
    text, start = match.string, match.start("chars")
    first = match["sounds"].count(" ") > 0 and (start == 0 or text[start - 1] in "\n\u3000 ")
    named = text[match.end("chars") - 2 : match.end("chars") - 1] == "姓"
    return named or bool(_SPOKEN.match(text, match.end())) or first and bool(_DEFINED.match(text, match.end()))


def _inside_words(found: Sequence[re.Match[str]]) -> set[int]:
    """Where characters of one word have a gloss each, 蹒[pán]跚[shān]: who writes one for readers puts it behind the word."""
    starts: set[int] = set()
    for one, other in pairwise(found):
        left, middle = words.simplified(one["chars"]), words.simplified(other["chars"])
        borders = words.reading(left + middle + words.simplified(other["next"] or ""))[1]
        together = not any(len(left) <= border < len(left + middle) for border in borders)
        if one.end() == other.start() and together and _is_reading(one) and _is_reading(other) and not _is_named(one, other):
            starts |= {one.start(), other.start()}
    return starts


def _is_named(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether such a word is what the sentence names, or begins the name of a place."""
    text, end = other.string, other.end()
    return bool(_NAMES.search(one["chars"]) or _PLACE.match(text, end) or _DEFINED.match(text, end) or _is_about(other))


def _is_in_place(match: re.Match[str]) -> bool:
    """Whether a sound tells how the name of a place is read: 涪(fú)陵(líng)."""
    text, end = match.string, match.end("chars")
    head, tail = _ANY.sub("", text[max(0, end - 12) : end])[-2:], _ANY.sub("", text[end : end + 20])[:1]
    return not {head, head[-1] + tail}.isdisjoint(_table()["places"].split())


def _told_apart(found: Sequence[re.Match[str]]) -> set[str]:
    """The characters whose readings a text tells apart, if it hardly has other sounds: 重(chóng)新, 重(zhòng)在."""
    sounds: dict[str, list[str]] = defaultdict(list)
    for match in found:
        sounds[match["chars"][-1]].append(match["sounds"])
    told = {char: read for char, read in sounds.items() if len({*read}) == len(read) > 1}
    return {*told} if 2 * sum(map(len, told.values())) > len(found) else set()


def _strewn(document: Document, found: Sequence[re.Match[str]]) -> set[int]:
    """Where sounds with a blank behind them stand within sentences. In a list of words commas stand behind them, or they are denser."""
    blank = [match for match in found if match["blank"]]
    if sum(bool(match["next"]) for match in blank) < max(STREWN, len(blank) // 2):
        return set()
    lines = [document.line_at(match.start()) for match in blank]
    dense = {line for line, count in Counter(lines).items() if line.end - line.start < APART * count}
    return {match.start() for match, line in zip(blank, lines, strict=True) if line not in dense and _is_reading(match)}


def _glosses(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be glosses, in order and apart."""
    last = 0
    for sound in _SOUND.finditer(text):
        starts = range(max(last, sound.start() - MOST - 1), sound.start())
        found = next(filter(None, (_GLOSS.match(text, at) for at in starts)), None)
        if found:
            yield found
            last = found.end()


def _is_needless(match: re.Match[str], among_others: bool) -> bool:
    """Whether a gloss tells what a reader knows: readings of common characters, usual by themselves or in a common word."""
    sounds = _syllables(match["sounds"], words.simplified(match["chars"]))
    chars, text, start = words.simplified(match["chars"])[-len(sounds) :], match.string, match.end("chars") - len(sounds)
    before = text[start - 1 : start]
    if len(chars) < len(sounds) or not (match["next"] or before == ")" or len(sounds) >= PHRASE or _HAN.fullmatch(before or " ")):
        return False
    toneless = len(sounds) == 1 and plain(sounds[0]) == sounds[0]
    known = among_others and not toneless or len(sounds) == 1 and _is_inside(before, chars, match["next"])
    most = _table()["common-known" if known else "common-toneless" if toneless else "common"]
    rare = sum(words.commonness(char) > most for char in chars)
    if rare * PHRASE > len(chars):
        return False
    if all(char in readings().get(sound, "") for char, sound in zip(chars, sounds, strict=True)):
        return True
    around = (chars + words.simplified(match["next"] or "-"), words.simplified(text[start - 1 : start] or "-") + chars)
    word = min(words.costs().get(pair, words.UNKNOWN) for pair in around)
    return len(chars) == 1 and chars in unusual().get(sounds[0], "") and (among_others or word <= _table()["common-word"])


def _is_inside(before: str, char: str, after: str | None) -> bool:
    """Whether a gloss breaks a word of three characters in two, which readers know as a whole: 不锈(xiù)钢."""
    word = words.simplified(before + char + (after or ""))
    return len(word) == WHOLE and word in words.costs()


def _is_reading(match: re.Match[str]) -> bool:
    """Whether a sound can be that of the character before it, or no sound of that is known."""
    char, sound = words.simplified(match["chars"])[-1], match["sounds"]
    return not is_read(char) or char in readings().get(sound, "") or char in unusual().get(sound, "")


def _syllables(sounds: str, chars: str) -> list[str]:
    """The syllables of a gloss; those of several characters may be written as one: 中国(zhōngguó)."""
    parts = re.split("[ ']", sounds)
    joined = len(parts) == 1 and sounds not in readings() and plain(sounds) != sounds  # without tones it may be an account's id
    for count in range(2, len(chars) + 1) if joined else ():
        known = [[sound for sound, read in readings().items() if char in read and sounds.find(sound) >= 0] for char in chars[-count:]]
        found = next((list(row) for row in product(*known) if "".join(row) == sounds), None)
        if found:
            return found
    return parts


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = tables("variant")["spelled"]
    return raw


@cache
def unusual() -> dict[str, str]:
    """Syllable with its tone to the characters of which it is a second or rarer reading."""
    lines = read("data/pinyin.txt").splitlines()
    return {sound: chars.partition("|")[2] for sound, chars in (line.split(" ") for line in lines)}


@cache
def is_read(char: str) -> bool:
    """Whether the sound of a character is known: rarer ones are in no list."""
    return any(char in chars for chars in readings().values())
