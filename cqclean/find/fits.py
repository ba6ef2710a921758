"""Does a passage read so much better with what is meant that something else was written for it?

Words and their costs decide (find/words), for homophones the pairs of characters and the topic of the passage, too.
"""

from collections.abc import Iterator
from itertools import pairwise

from cqclean.find import words
from cqclean.find.forms import forms
from cqclean.find.masks.lexicon import lexicon
from cqclean.find.written import Swap, table
from cqclean.text.late import late

REACH = 6  # characters on each side that decide how a swap reads
LEAST_GAIN = {1: 25, 2: 50}  # tenths of a nat by which the meant character must read better, by how many were written for it
CROSSED_GAIN = 100  # the same where a word of the text as it stands reaches across an end of what was written
# The same for a character of the same sound, with what its pairs gain, where a word nearby is of the topic: at 145 five more honest words
# of 750,000 characters of pages change.
SOUND_GAIN = 155
SOUND_ALONE = ((300, 177), (2000, 200))  # where none is, in texts of fewer characters than the first number
SOUND_LONG = 225  # and in longer ones: honest text has such a pair by chance in 200,000 characters
LOOK = 60  # what a look-alike must gain more than a homophone
SOUND_BESIDE = 105  # where another disguise is near
SOUND_CROSSED = 40  # what it must gain more where a word of the text as it stands reaches across an end of it
SOUND_NAME = 130  # and where a name may begin with it: 付辛博
SOUND_OWN = 60  # and where the text has what was written in other words nearby
SOUND_RARE = 30  # and less where a rare character gave the sound: 全椁
RADICAL_GAIN = ((12.0, 180, 180), (40.0, 185, 999), (1e9, 215, 999))  # the same for a common character with a radical, by how rare it is:
# in a word, and alone, where it is one of the commonest
RADICAL_LONG = 125  # and in a word of three characters or more
GRAMMAR = 75  # cost of a character that is a word of grammar: 対 for 对
COMMONEST = 85  # cost of such a one alone
RARE = 150.0  # occurrences of a character in the texts that masks.bin counts
HIDDEN_COST = 105  # of a word that filters look for: some are younger than words.txt
HIDDEN_PAIR = 50  # the same for the pairs inside
TOPIC = 60  # characters on each side in which such a word is looked for
AGE = 300  # characters on each side that show whether prose is old
OLD = late(
    "[曰乃吾汝俺尔矣焉乎哉欤兮厮咱洒恁]|(?<!分)之(?![前后间一二三内外中上下所类处际])|却说|只见|喽罗|知府|(?<![说知])道[：:]“"
)  # old prose
_HAN = late(r"[\u4e00-\u9fff]*")
_HAN_END = late(r"[\u4e00-\u9fff]*\Z")


def sides(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters on both sides that decide how a swap reads, simplified."""
    head, tail = _HAN_END.search(text[max(0, start - REACH) : start]), _HAN.match(text[end : end + REACH])
    return words.simplified(head.group() if head else ""), words.simplified(tail.group() if tail else "")


def sounds_better(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether a word fits so much better than characters of its sound, by words and pairs, that they were written for it."""
    gain = _gain(text, swap, start, end)
    if gain >= next((least for size, least in SOUND_ALONE if len(text) < size), SOUND_LONG):
        return True
    return gain >= SOUND_GAIN and any(word != swap.meant for word in _topical(text, swap, start, end))


def beside_better(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether a word fits well enough where another one nearby is surely disguised."""
    return _gain(text, swap, start, end) >= SOUND_BESIDE and not OLD.search(text, max(0, start - AGE), end + AGE)


def likeliest(text: str, swap: Swap, start: int, end: int) -> Swap:
    """A swap of a rare character with that of the common ones with which the passage reads best."""
    if len(swap.meant) == 1 or len(swap.written) > 1:
        return swap
    left, right = sides(text, start, end)
    return swap._replace(meant=min(swap.meant, key=lambda char: words.cost(left + char + right) + meetings(left, char, right)))


def rare_better(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether a common character reads so much better than a rare one that has it as its part: not in old prose, nor in names."""
    left, right = sides(text, start, end)
    old, old_borders = words.reading(left + swap.written + right)
    if not {len(left), len(left) + 1} <= set(old_borders):
        return False
    new, borders = words.reading(left + swap.meant + right)
    gain = old - new + meetings(left, swap.written, right) - meetings(left, swap.meant, right)
    length, seen = length_at(borders, len(left)), lexicon().single(swap.written)
    in_word, alone = next((word, one) for most, word, one in RADICAL_GAIN if seen < most)
    if length == 1:
        fits = gain >= alone and words.costs().get(swap.meant, words.UNKNOWN) <= COMMONEST
    else:
        named = bool(left) and left[-1] in table()["surnames"] or text.count(swap.written) > 1
        fits = gain >= (RADICAL_LONG if length > 2 else in_word) and not named
    return fits and not OLD.search(text, max(0, start - AGE), end + AGE)


def _topical(text: str, swap: Swap, start: int, end: int) -> Iterator[str]:
    """Yield the words nearby that are of a swap's topic."""
    near = text[max(0, start - TOPIC) : start] + text[end : end + TOPIC]
    yield from (word for word in swap.topic.split() if word in near)


def _gain(text: str, swap: Swap, start: int, end: int) -> int:
    """By how much a word fits better than what was written for it, by words and pairs, less what chance, names and crossings give."""
    left, right = sides(text, start, end)
    old, borders = words.reading(left + swap.written + right)
    crossed = not {len(left), len(left) + len(swap.written)} <= set(borders)
    looks = LOOK if swap.proof == "look" else 0
    twice = left[-1:] == swap.written[0] != swap.meant[0]  # 一袋袋码好
    if twice:
        return 0
    new = min(words.cost(left + swap.meant + right), words.cost(left) + HIDDEN_COST + words.cost(right))
    least = (SOUND_CROSSED if crossed else 0) + (SOUND_NAME if _may_be_name(left, swap, right) else 0)
    least += SOUND_OWN if _has_own(text, swap, start, end) else 0
    least -= SOUND_RARE if any(lexicon().single(char) < RARE for char in set(swap.written) - set(swap.meant)) else 0
    return old - new - least - looks + meetings(left, swap.written, right) - meetings(left, swap.meant, right, HIDDEN_PAIR)


def _has_own(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether a text has what was written for another character elsewhere, too: 紫砂壶开壶."""
    near = text[max(0, start - TOPIC) : start] + text[end : end + TOPIC]
    return any(near.count(char) > near.count(swap.written) for char in set(swap.written) - set(swap.meant))


def _may_be_name(left: str, swap: Swap, right: str) -> bool:
    """Whether a name may begin with a form: or hold it: a surname before it, or at its start and not written for another."""
    surnames = table()["surnames"]
    third = bool(right) and words.reading(right)[1][1] == 1 and right[0] not in table()["unnamed"]
    if swap.written[0] in surnames and swap.written[0] != swap.meant[0] and third and (not left or left[-1] in table()["naming"]):
        return True  # 陶宝林
    if swap.written[0] not in surnames or swap.written[0] != swap.meant[0]:
        return len(swap.written) == 2 and bool(left) and ends_in_surname(left)
    return not left or left[-1] in table()["naming"] or third


def follows_surname(text: str, at: int) -> bool:
    """Whether a surname, that is a word alone, or 阿 stands before a character: 张莍."""
    left = sides(text, at, at)[0]
    return left[-1:] == "阿" or bool(left) and ends_in_surname(left)


def meetings(left: str, middle: str, right: str, most: int = 200) -> int:
    """What the pairs of a passage cost; those inside its middle `most` each."""
    inner = sum(min(most, words.meeting(*pair)) for pair in pairwise(middle))
    return inner + sum(words.meeting(*pair) for pair in (left[-1:] + middle[0], middle[-1] + right[:1]) if len(pair) == 2)


def superlative_better(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether what follows is a quality, and 最 before it reads better, by words and pairs, than a character of its sound."""
    left, right = sides(text, start, end)
    raw = table()["superlative"]
    if right[:1] not in raw["before"] or not right or swap.written + right[0] in raw["words"] or left[-1:] + swap.written in raw["words"]:
        return False
    if right[:2] in raw["things"].split() or right[:1] == right[1:2]:
        return False  # 醉高楼, 嘴高高地
    old, borders = words.reading(left + swap.written + right)
    gain = old - words.cost(left + swap.meant + right) + meetings(left, swap.written, right) - meetings(left, swap.meant, right)
    return {len(left), len(left) + 1} <= set(borders) and gain >= raw["gain"] + (0 if left else raw["first"])


def ends_in_surname(left: str) -> bool:
    """Whether characters end in a surname that is a word alone."""
    return left[-1] in table()["surnames"] and words.reading(left)[1][-2] == len(left) - 1


def in_idiom(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether the meant character stands inside a word of four characters or more, or at its end."""
    left, right = sides(text, start, end)
    borders = words.reading(left + swap.meant + right)[1]
    return len(left) not in borders and length_at(borders, len(left)) > 3


def reads_better(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether the meant character makes a word with its neighbours, and what was written for it makes none."""
    left, right = sides(text, start, end)
    old, borders = words.reading(left + swap.written + right)
    if swap.proof == "word" and len(swap.written) > 1 and swap.written in words.costs():
        return False
    crossed = not {len(left), len(left) + len(swap.written)} <= set(borders)  # a word of the text reaches across an end
    if swap.proof == "mistyped":
        return not (crossed or OLD.search(text, max(0, start - AGE), end + AGE))
    if swap.proof == "border" or crossed and len(swap.written) == 1:
        return not crossed
    new, borders = words.reading(put_together(left) + swap.meant + put_together(right))
    length = length_at(borders, len(put_together(left)))
    if length == 1 and swap.proof.startswith("neutral"):
        return swap.proof.endswith("plain") or words.costs().get(swap.meant, words.UNKNOWN) <= GRAMMAR
    least = CROSSED_GAIN if crossed else LEAST_GAIN[min(2, len(swap.written))]
    return length >= table()["longer"].get(swap.written, 2) and old - new >= least


def put_together(text: str) -> str:
    """A text as it reads with its split characters put together."""
    at, read = 0, ""
    for swap, start, end in forms().places(text):
        if swap.rule == "variant-split" or swap.proof == "martian":
            read, at = read + text[at:start] + swap.meant, end
    return read + text[at:]


def length_at(borders: tuple[int, ...], at: int) -> int:
    """How long the word is that holds the character at this place."""
    start = max(border for border in borders if border <= at)
    return min(border for border in borders if border > at) - start
