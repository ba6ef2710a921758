"""Which characters were written for others: look-alikes, homophones, the parts of a character, leftovers of another script?

A swap is a pair, written and meant, with the proof that it needs: none (the written one occurs in no other sense), "word" (the meant
character makes a word with its neighbours, the written one does not) or "border" (no word of the text reaches across its ends).
`[swaps]` of rules/variant.toml and rules/data/parts.txt hold the pairs.
"""

import re
from collections.abc import Iterator
from functools import cache
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
_QUOTES = frozenset("“‘「『\"'（(《”’」』）)》")


class Swap(NamedTuple):
    """`written` stands for `meant`; proof is "none", "word" or "border", "simplified" alone or before "word" or "verb"."""

    written: str
    meant: str
    proof: str
    rule: str


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
    swaps = {swap.written: swap for swap in (*_parts(), *_listed())}
    return AhoCorasick(list(swaps), matchkind=MatchKind.LeftmostLongest), list(swaps.values())


def _listed() -> Iterator[Swap]:
    raw = _table()
    yield from (Swap(pair[0], pair[1], "none", "variant-swapped") for pair in raw["always"])
    yield from (Swap(pair[0], pair[1], "word", "variant-swapped") for pair in raw["words"])
    yield from (Swap(pair[0], pair[1], "simplified", "variant-leftover") for pair in raw["leftover"])
    yield from (Swap(pair[0], pair[1], "simplified word", "variant-leftover") for pair in raw["leftover-words"])
    yield Swap("著", "着", "simplified verb", "variant-leftover")
    yield from (Swap(pair[:2], pair[3:], "simplified", "variant-leftover") for pair in raw["leftover-forms"])
    yield from (Swap(written, meant, "border", "variant-swapped") for meant, forms in raw["written"].items() for written in forms.split())


def _parts() -> Iterator[Swap]:
    lines = (RULES / "data/parts.txt").read_text(encoding="utf-8").splitlines()
    for parts, char in map(str.split, [*lines, *_table()["parts"]]):
        proof = "none" if not RADICALS.isdisjoint(parts) else "border" if parts in _table()["parts-alone"] else "word"
        yield Swap(parts, char, proof, "variant-split")


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
    return swap.proof in ("none", "simplified") or _reads_better(document.text, swap, start, end)


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


def _reads_better(text: str, swap: Swap, start: int, end: int) -> bool:
    head = _HAN_END.search(text[max(0, start - REACH) : start])
    tail = _HAN.match(text[end : end + REACH])
    left, right = words.simplified(head.group() if head else ""), words.simplified(tail.group() if tail else "")
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
        if swaps[index].rule == "variant-split":
            read, at = read + text[at:start] + swaps[index].meant, end
    return read + text[at:]


def _length(borders: tuple[int, ...], at: int) -> int:
    """How long the word is that holds the character at this place."""
    start = max(border for border in borders if border <= at)
    return min(border for border in borders if border > at) - start
