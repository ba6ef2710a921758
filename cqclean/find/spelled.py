"""Which characters were written as their sound?

政f[uǔ], 经jì, 战zheng: a syllable next to characters stands for the one character that makes words with them; where two would do, or
the passage speaks of sounds, it stays. rules/data/pinyin.txt and `[spelled]` of rules/variant.toml hold what is known.
"""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cqclean.find import words
from cqclean.find.lesson import TONED, is_lesson
from cqclean.find.written import filters
from cqclean.ruleset.files import read
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

REACH = 6  # characters on each side that decide which character a syllable stands for
MARKS = "\u0300\u0301\u0304\u030c"  # of the four tones
HAN = "\u4e00-\u9fff"
LATIN = f"A-Za-zü{TONED}"
_BORDER = late(rf"[{HAN}](?=[{LATIN}])|[{LATIN}\]](?=[{HAN}])")
_RUN = late(rf"[{LATIN}\[\]]+")
_RUN_END = late(rf"[{LATIN}\[\]]*\Z")
_SOUND = late(
    rf"(?P<part>(?!\[[^\]]*\]\Z)[a-z]{{0,3}}\[[a-z{TONED}]{{1,6}}\][a-z]{{0,3}})|(?P<toned>[a-zü]{{0,4}}[{TONED}][a-zü]{{0,3}})"
    rf"|(?P<plain>[a-z]{{2,6}})|(?P<large>[A-Z]{{2,6}}|[A-Z][a-z]{{1,5}})"
    rf"|(?P<word>[a-z{TONED}]{{7,12}})"
)
_JOINED_BEFORE = late(rf"[”’」』\"0-9_.\-/'(（]\Z|[{LATIN}][,，、|]? \Z|[{LATIN}][,，、|]\Z")  # what makes a run a part of something longer
_JOINED_AFTER = late(rf"[0-9_.(\-/')）]|[,，、|]? [{LATIN}]|[,，、|][{LATIN}]")
HIDDEN_COST = 130  # of a word that filters look for and that words.txt lacks
_SPANS = [(before, after) for before in range(4) for after in range(4) if 0 < before + after < 4]
LONGEST = 12  # characters of a run that may be a syllable
_HAN_END = late(rf"[{HAN}]*\Z")
_QUOTES = "”’」』"
_AFTER_QUOTE = late(rf"[{_QUOTES}]?(?P<han>[{HAN}]*)")  # a sentence goes on behind a phrase that it quotes: “一次根zhi”的广告


class Candidate(NamedTuple):
    """A character that a syllable may stand for: how well the passage reads with it, the word that it makes there, if any, and its cost."""

    score: float
    char: str
    word: str
    word_cost: int


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a character for each syllable that stands for it."""
    rule = ruleset.by_id.get("variant-sound")
    if rule is None:
        return
    for match in _runs(document.text):
        sound = placed(_syllable(match))
        if sound not in readings() and sound not in spelled_words():
            continue
        if is_lesson(document, match.start()):
            continue
        char = spelled_words().get(sound) or meant(document.text, *match.span(), sound, match.lastgroup or "")
        if char:
            yield Edit(*match.span(), char, rule.id, rule.level, rule.confidence, rule.why)


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = tables("variant")["spelled"]
    return raw


@cache
def readings() -> dict[str, str]:
    """Syllable, with its tone or without, to the characters read so, in no order; usual readings alone."""
    return _readings(0)


@cache
def others() -> dict[str, str]:
    """Syllable, with its tone or without, to the characters of which it is another reading."""
    return {sound: "".join(char for char in chars if char not in readings().get(sound, "")) for sound, chars in _readings(2).items()}


@cache
def _all_readings() -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for part in (0, 2):
        for sound, chars in _readings(part).items():
            found[plain(sound)] += chars
    return found


def ever(sound: str) -> str:
    """The characters that are ever read with a syllable, in any tone."""
    return _all_readings().get(sound, "")


@cache
def spelled_words() -> dict[str, str]:
    """The sound of a whole word that filters look for, without tones, to the word, where no other of them sounds so."""
    sound_of = {char: plain(sound) for sound, chars in reversed(readings().items()) for char in chars}
    found: dict[str, set[str]] = defaultdict(set)
    for word in tables("variant")["gaps"]["filtered"]:
        found["".join(sound_of.get(char, "?") for char in word)].add(word)
    names = _table()["names"]
    return {sound: words_.pop() for sound, words_ in found.items() if len(words_) == 1 and len(sound) > 4 and sound not in names}


@cache
def _readings(part: int) -> dict[str, str]:
    """One part of the lines of pinyin.txt, which a bar divides."""
    by_sound: dict[str, str] = {}
    for line in read("data/pinyin.txt").splitlines():
        sound, chars = line.split(" ")
        own = chars.partition("|")[part]
        for key in {sound, plain(sound)}:
            by_sound[key] = "".join(dict.fromkeys(by_sound[key] + own)) if key in by_sound else own
    return by_sound


@cache
def _commonest_first(chars: str) -> str:
    """Characters by how common they are: asked for the few syllables of a text, as to sort all takes longer than to clean a page."""
    return "".join(sorted(chars, key=lambda char: words.costs().get(char, words.UNKNOWN)))


@lru_cache(maxsize=4096)  # there are some 2,000 syllables
def plain(sound: str) -> str:
    """A syllable without its tone.

    >>> plain("nǚ"), plain("zhèng")
    ('nü', 'zheng')
    """
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", sound) if c not in MARKS))


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Yield runs of Latin letters beside a Chinese character that have the form of a syllable and are no part of something longer."""
    last = -1
    for border in _BORDER.finditer(text):
        start = border.end()
        if border.group() < "\u3000":
            head = _RUN_END.search(text[max(0, start - LONGEST) : start])
            start -= len(head.group()) if head else 0
        run = _RUN.match(text, start)
        if run is None or start <= last:
            continue
        last = start
        if _JOINED_BEFORE.search(text[max(0, start - 3) : start]) or _JOINED_AFTER.match(text, run.end()):
            continue
        match = _SOUND.fullmatch(text, start, run.end())
        if match:
            yield match


def _syllable(match: re.Match[str]) -> str:
    """The syllable that was written; "" for what is none, or an English word."""
    sound = match.group()
    if match["part"]:
        head, _, rest = sound.partition("[")
        inner, _, tail = rest.partition("]")
        marked = next((char for char in inner if char in TONED), "")
        sound = head + (marked or inner) + tail if len(inner) == 2 and plain(inner[0]) == plain(inner[1]) else head + inner + tail
    elif match["word"]:
        return plain(sound)
    elif match["large"]:
        return sound.lower() if sound.lower() in _table()["large"] or sound.istitle() else ""
    return sound


def placed(sound: str) -> str:
    """A syllable as it is spelled: ü that was typed as v, and fèi for feì, whose tone was put on the wrong vowel."""
    sound = sound.replace("v", "ü")
    if sound in readings() or plain(sound) not in readings() or plain(sound) == sound:
        return sound
    return next((other for other in readings() if plain(other) == plain(sound) and _tone(other) == _tone(sound)), sound)


def _tone(sound: str) -> list[str]:
    return [char for char in unicodedata.normalize("NFD", sound) if char in MARKS]


def meant(text: str, start: int, end: int, sound: str, form: str) -> str:
    """The character that a syllable stands for, "" where none is sure enough; form: how it is written, "boxed" in brackets."""
    usual, second = _commonest_first(readings()[sound]), _commonest_first(others().get(sound, ""))
    head, tail = _HAN_END.search(text[max(0, start - REACH) : start]), _AFTER_QUOTE.match(text[end : end + REACH + 1])
    left, right = words.simplified(head.group() if head else ""), words.simplified(tail["han"] if tail else "")
    found = [_candidate(left, char, right, text, char not in usual) for char in usual[: _table()["candidates"]] + second]
    best = max(found, key=lambda candidate: candidate.score)
    certainty = 1 / sum(math.exp(other.score - best.score) for other in found)
    if left[-1:] in _table()["naming"] and left and not right:
        return ""  # 男主角叫hao
    lone = bool(best.word) and sum(bool(candidate.word) for candidate in found) == 1
    between = bool(left and right) and (text[end] not in _QUOTES or best.word in filters())
    return best.char if certainty >= _least(best, sound, form, between, lone) else ""


def _least(best: Candidate, sound: str, form: str, between: bool, lone: bool) -> float:
    """How sure the best character must be: by the form of its syllable, and whether it makes a word, and is the only one that does."""
    sure, dodged = _table()["sure"], best.char in _table()["dodged"]
    if form in ("boxed", "parted"):
        known = best.word in filters() or form == "boxed" and sound not in _table()["latin"]
        return float(sure["boxed-lone" if lone else "boxed"] if best.word and known else sure["never"])
    if sound != plain(sound):
        return float(sure["toned-dodged" if dodged else "lone" if lone else "toned" if best.word else "toned-alone"])
    if sound in _table()["latin"] and not (best.word in filters() and dodged or best.word in tables("variant")["gaps"]["filtered"]):
        return float(sure["latin"] if best.word else sure["never"])
    if form == "large" and sound not in _table()["large"]:
        return float(sure["latin"] if best.word else sure["never"])
    if not (between or dodged) and (not best.word or best.word_cost > _table()["plain-word"]):
        return float(sure["edge-lone" if lone else "edge"])
    if lone and not dodged:
        return float(sure["lone"])
    return float(sure["dodged" if dodged and best.word else "dodged-alone" if dodged else "plain" if best.word else "plain-alone"])


def _candidate(left: str, char: str, right: str, text: str, second: bool) -> Candidate:
    weights = _table()["weights"]
    cost, borders = words.reading(left + char + right)
    start = max(border for border in borders if border <= len(left))
    word = (left + char + right)[start : min(border for border in borders if border > len(left))]
    cost, word = min([(cost, word), *_hidden(left, char, right)])
    score = (
        -weights["words"] * cost - weights["before"] * words.meeting(left[-1:], char) - weights["after"] * words.meeting(char, right[:1])
    )
    if len(word) > 1:
        score += weights["filtered"] * (word in filters())
        score += weights["word"] + weights["longer"] * (len(word) > 2)
        score += weights["seen"] * any(len(pair) == 2 and pair in text for pair in (left[-1:] + char, char + right[:1]))
    score += sum(weights[kind] for kind in ("advertised", "dodged", "function") if char in _table()[kind])
    score += weights["second" if len(word) > 1 else "never"] if second else 0
    return Candidate(score, char, word if len(word) > 1 else "", words.costs().get(word, words.UNKNOWN))


def _hidden(left: str, char: str, right: str) -> Iterator[tuple[int, str]]:
    """Yield each word that filters look for and words.txt lacks, with what the passage costs where it is one."""
    for before, after in _SPANS:
        word = left[len(left) - before :] + char + right[:after]
        if len(word) == before + 1 + after and word in filters() and word not in words.costs():
            yield words.cost(left[: len(left) - before]) + HIDDEN_COST + words.cost(right[after:]), word
    if left[-1:] in _table()["inner"] and left[-2:-1] + char in _table()["parted"].split():
        yield words.cost(left[:-2]) + HIDDEN_COST + words.cost(right), left[-2] + char
