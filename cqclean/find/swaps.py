"""Which characters were written for others: look-alikes, homophones, the parts of a character, leftovers of another script?

A swap is a pair, written and meant, with the proof that it needs: none (the written one occurs in no other sense), "word" (the meant
character makes a word with its neighbours, the written one does not) or "border" (no word of the text reaches across its ends).
`[swaps]` of rules/variant.toml and rules/data/parts.txt hold the pairs.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from cqclean.find import words
from cqclean.find.spans import by_frequency
from cqclean.ruleset.frozen import RULES, tables
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document, Line
from cqclean.text.edits import Edit
from cqclean.text.fold import table

REACH = 6  # characters on each side that decide how a swap reads
LEAST_GAIN = {1: 25, 2: 50}  # tenths of a nat by which the meant character must read better, by how many were written for it
SOUND_GAIN = 100  # the same for a character of the same sound, with what its pairs gain, where a word nearby is of the topic
SOUND_ALONE = {True: 160, False: 190}  # where none is, in a text of fewer than MANY characters or in a longer one
SOUND_NAME = 40  # what it must gain more where a name may begin with it: 付辛博
MANY = 2000
HIDDEN_COST = 105  # of a word that filters look for: some are younger than words.txt
HIDDEN_PAIR = 50  # the same for the pairs inside
TOPIC = 60  # characters on each side in which such a word is looked for
USUAL = 300  # characters: a longer text that has the leftover form alone has it by its editor's choice
FEW = 4  # leftovers of other words in a text: where more could be, converting the script is the remedy
NEAR = 40  # characters on each side that show which script a passage is in
RADICALS = frozenset("亻氵扌讠忄钅饣犭纟衤礻彳冫阝刂攵艹辶疒")  # forms that never stand alone in prose
_HAN = re.compile(r"[\u4e00-\u9fff]*")
_HAN_END = re.compile(r"[\u4e00-\u9fff]*\Z")
_KANA = re.compile(r"[\u3041-\u30ff]")
_LESSON = re.compile(
    r"部首|偏旁|字形|字旁|笔画|拆[成开]|组成|字谜|谜底|打一字|异体|写作|写成|误作|通假|古字|结构的?字|[“‘「『].[”’」』]字|方言|粤语|广东话"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_CIRCLED_SET = frozenset(_CIRCLED)
_POINTERS = frozenset("图表式题步见按如问空项段例组注骤程法点条款和与或及到从由在对将把据知中第")
_QUOTES = frozenset("“‘「『\"'（(《”’」』）)》")


class Swap(NamedTuple):
    """`written` stands for `meant`; proof is "none", "word", "border", "sound" or "martian", "simplified" alone or before "word" or "verb"."""

    written: str
    meant: str
    proof: str
    rule: str
    topic: str = ""  # words that show what is spoken of


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a replacement for each swap that has its proof."""
    search, swaps = _search()
    places = ((swaps[index], start, end) for index, start, end in search.find_matches_as_indexes(document.text))
    found = [place for place in places if place[0].rule in ruleset.by_id and _is_meant(document, *place)]
    usual = {swap for swap in {place[0] for place in found} if swap.proof.startswith("simplified") and not _is_rare(document.text, swap)}
    for swap, start, end in found:
        if swap not in usual:
            rule = ruleset.by_id[swap.rule]
            yield Edit(start, end, swap.meant, rule.id, rule.level, rule.confidence, rule.why)
    if words_rule := ruleset.by_id.get("variant-leftover-word"):
        yield from by_frequency(list(_leftovers(document, words_rule)), words_rule, document)


def _leftovers(document: Document, rule: Rule) -> Iterator[Edit]:
    """Yield the simplified form of each traditional character that stands alone in simplified text and makes a word there."""
    if len(document.text) > rule.often * FEW:
        return
    other, text, pairs = scripts()[0], document.text, table()
    for at, char in _strays(text):
        if other.isdisjoint(text[max(0, at - 2) : at] + text[at + 1 : at + 3]):
            swap = Swap(char, pairs[char], "simplified word", rule.id)
            only = _table()["leftover-in"].get(char, "").split()
            listed = not only or any(word in text[max(0, at - 2) : at + 3] for word in only)
            if listed and _is_meant(document, swap, at, at + 1) and _is_rare(text, swap):
                yield Edit(at, at + 1, swap.meant, rule.id, rule.level, rule.confidence, rule.why)


def _strays(text: str) -> list[tuple[int, str]]:
    """Where the characters stand that a converter mistakes."""
    present = set(_table()["strays"]) & set(text)
    return [(at, char) for at, char in enumerate(text) if char in present] if present else []


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = tables("variant")["swaps"]
    return raw


@cache
def _search() -> tuple[AhoCorasick, list[Swap]]:
    """The automaton over everything written, the longest of two that overlap first, and the swap behind each of its patterns."""
    swaps = {swap.written: swap for swap in (*_sounds(), *_martian(), *_parts(), *_listed())}
    return AhoCorasick(list(swaps), matchkind=MatchKind.LeftmostLongest), list(swaps.values())


def _listed() -> Iterator[Swap]:
    raw = _table()
    yield from (Swap(pair[0], pair[1], "none", "variant-swapped") for pair in raw["always"])
    yield from (Swap(pair[0], pair[1], "word", "variant-swapped") for pair in raw["words"])
    yield from (Swap(pair[0], pair[1], "simplified", "variant-leftover") for pair in raw["leftover"])
    yield from (Swap(pair[0], pair[1], "simplified word", "variant-leftover") for pair in raw["leftover-words"])
    yield Swap("著", "着", "simplified verb", "variant-leftover")
    yield from (Swap(sign, numeral, "numeral", "variant-swapped") for sign, numeral in zip(_CIRCLED, "一二三四五六七八九十", strict=True))
    yield from (Swap(pair[:2], pair[3:], "simplified", "variant-leftover") for pair in raw["leftover-forms"])
    yield from (Swap(written, meant, "border", "variant-swapped") for meant, forms in raw["written"].items() for written in forms.split())


def _parts() -> Iterator[Swap]:
    lines = (RULES / "data/parts.txt").read_text(encoding="utf-8").splitlines()
    for parts, char in map(str.split, [*lines, *_table()["parts"]]):
        proof = "none" if not RADICALS.isdisjoint(parts) else "border" if parts in _table()["parts-alone"] else "word"
        yield Swap(parts, char, proof, "variant-split")


def _martian() -> Iterator[Swap]:
    lines = (RULES / "data/martian.txt").read_text(encoding="utf-8").splitlines()
    yield from (Swap(line[0], line[2], "martian", "variant-swapped") for line in lines)


def _sounds() -> Iterator[Swap]:
    for topic in (RULES / "data/sounds.txt").read_text(encoding="utf-8").split("\n\n"):
        shown, *rows = topic.strip().split("\n")
        for meant, *forms in map(str.split, rows):
            yield from (Swap(written, meant, "sound", "variant-swapped", shown) for written in forms)


def _is_meant(document: Document, swap: Swap, start: int, end: int) -> bool:
    line = document.line_at(start)
    text = document.text[line.start : line.end]
    if (
        _KANA.search(text)
        or _is_named(document.text, start, end)
        or (not swap.rule.startswith("variant-leftover") and _LESSON.search(text))
    ):
        return False
    if swap.proof.startswith("simplified") and not _is_simplified(document.text, line, start):
        return False
    if any(word in document.text[max(0, start - 3) : end + 3] for word in _table()["keep"]):
        return False
    if swap.proof.endswith("verb"):
        return follows_verb(document.text, start)
    if swap.proof == "numeral" and not _is_within(document.text, swap.written, start, end):
        return False
    if swap.proof == "martian" and _others(text, swap) > 1:
        return True
    if swap.proof == "sound":
        return _sounds_better(document.text, swap, start, end)
    return swap.proof in ("none", "simplified") or _reads_better(document.text, swap, start, end)


def _is_within(text: str, sign: str, start: int, end: int) -> bool:
    """Whether a circled numeral stands between characters and counts nothing: no other is near, nor what such numerals point to."""
    near = text[max(0, start - NEAR) : start] + text[end : end + NEAR]
    before, after = text[start - 1 : start], text[end : end + 1]
    return (_CIRCLED_SET - {sign}).isdisjoint(near) and bool(_HAN.fullmatch(before + after)) and len(before + after) == 2 and before not in _POINTERS


def _others(text: str, swap: Swap) -> int:
    """How many other characters of such a script a line has, less the traditional ones; two show that it is written in it."""
    characters = set(text)
    return len(characters & martian() - {swap.written}) - len(characters & scripts()[0])


@cache
def martian() -> frozenset[str]:
    """The characters that are written for others in "Martian" script and stand for nothing else."""
    return frozenset(swap.written for swap in _search()[1] if swap.proof == "martian" or swap.proof == "none" and len(swap.written) == 1)


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the written form is spoken of: it stands alone between quotation marks, brackets or blanks."""
    before, after = text[start - 1 : start], text[end : end + 1]
    lone = before in ("", "\n") and after in ("", "\n") and end - start > 1
    return lone or before in _QUOTES and after in _QUOTES and bool(before and after)


@cache
def scripts() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of traditional script alone, and those of simplified script alone."""
    traditional = frozenset(char for char, to in table().items() if "\u4e00" <= char <= "\u9fff" and to != "")
    return traditional, frozenset((RULES / "data/simplified.txt").read_text(encoding="utf-8").strip())


def _is_simplified(text: str, line: Line, at: int) -> bool:
    """Whether the passage around `at` is in simplified script: it has characters of that script alone, and hardly one of the other."""
    traditional, simplified = scripts()
    around = set(text[max(line.start, at - NEAR) : at] + text[at + 1 : min(line.end, at + NEAR)])
    raw = _table()
    leftovers = set("著" + "".join(pair[0] for pair in (*raw["leftover"], *raw["leftover-words"])) + "".join(raw["leftover-forms"]))
    return len(around & simplified) > 4 * len((around & traditional) - leftovers)


def _is_rare(text: str, swap: Swap) -> bool:
    """Whether a longer text writes the meant character more often than the leftover one."""
    return len(text) < USUAL or text.count(swap.meant) > text.count(swap.written)


def follows_verb(text: str, at: int) -> bool:
    """Whether 著 stands for 着: after a verb that takes it, and not in a word of writing."""
    raw = _table()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and before in raw["verbs"] and (not after or after not in raw["writing"])


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters on both sides that decide how a swap reads, simplified."""
    head, tail = _HAN_END.search(text[max(0, start - REACH) : start]), _HAN.match(text[end : end + REACH])
    return words.simplified(head.group() if head else ""), words.simplified(tail.group() if tail else "")


def _sounds_better(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether a word fits so much better than characters of its sound, by words and pairs, that they were written for it."""
    left, right = _sides(text, start, end)
    old, borders = words.reading(left + swap.written + right)
    if not {len(left), len(left) + len(swap.written)} <= set(borders):
        return False
    new = min(words.cost(left + swap.meant + right), words.cost(left) + HIDDEN_COST + words.cost(right))
    least = SOUND_NAME if swap.written[0] in _table()["surnames"] and swap.written[0] == swap.meant[0] else 0
    gain = old - new - least + _meetings(left, swap.written, right) - _meetings(left, swap.meant, right, HIDDEN_PAIR)
    if gain >= SOUND_ALONE[len(text) < MANY]:
        return True
    near = text[max(0, start - TOPIC) : start] + text[end : end + TOPIC]
    return gain >= SOUND_GAIN and any(word in near and word != swap.meant for word in swap.topic.split())


def _meetings(left: str, middle: str, right: str, most: int = 200) -> int:
    """What the pairs of a passage cost; those inside its middle `most` each."""
    inner = sum(min(most, words.meeting(*pair)) for pair in pairwise(middle))
    return inner + sum(words.meeting(*pair) for pair in (left[-1:] + middle[0], middle[-1] + right[:1]) if len(pair) == 2)


def _reads_better(text: str, swap: Swap, start: int, end: int) -> bool:
    left, right = _sides(text, start, end)
    old, borders = words.reading(left + swap.written + right)
    if swap.proof == "word" and len(swap.written) > 1 and swap.written in words.costs():
        return False
    if not {len(left), len(left) + len(swap.written)} <= set(borders):
        return False  # a word of the text as it stands reaches across an end of what was written
    if swap.proof == "border":
        return True
    new, borders = words.reading(_meant(left) + swap.meant + _meant(right))
    length = _length(borders, len(_meant(left)))
    return length >= _table()["longer"].get(swap.written, 2) and old - new >= LEAST_GAIN[min(2, len(swap.written))]


def _meant(text: str) -> str:
    """A text as it reads with its split characters put together."""
    search, swaps = _search()
    at, read = 0, ""
    for index, start, end in search.find_matches_as_indexes(text):
        if swaps[index].rule == "variant-split" or swaps[index].proof == "martian":
            read, at = read + text[at:start] + swaps[index].meant, end
    return read + text[at:]


def _length(borders: tuple[int, ...], at: int) -> int:
    """How long the word is that holds the character at this place."""
    start = max(border for border in borders if border <= at)
    return min(border for border in borders if border > at) - start
