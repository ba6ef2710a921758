"""Which characters were written for others: look-alikes, homophones, the parts of a character, leftovers of another script?

find/written has the pairs and the proof that each needs; find/fits weighs how a passage reads. What is spoken of, and what lessons,
other scripts and names hold, stays.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from cqclean.find import leftover, words
from cqclean.find.fits import (
    beside_better,
    follows_surname,
    in_idiom,
    likeliest,
    rare_better,
    reads_better,
    sounds_better,
    superlative_better,
)
from cqclean.find.forms import forms, honest, is_martian
from cqclean.find.honest import is_kept, stands_for_itself
from cqclean.find.spans import by_frequency
from cqclean.find.together import parts_better
from cqclean.find.written import CIRCLED, NUMBERED, Swap, is_traditional, line_is_traditional, scripts, table
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document, Line
from cqclean.text.edits import Edit
from cqclean.text.fold import table as folds
from cqclean.text.late import late

Place = tuple[Swap, int, int]  # what may be written for another, at text[start:end]
USUAL = 300  # characters: a longer text that has the leftover form alone has it by its editor's choice
FEW = 4  # leftovers of other words in a text: where more could be, converting the script is the remedy
FAR = 1000  # characters on each side that are looked at for what speaks of writing: a line may be a whole book
NEAR = 40  # characters on each side that show which script a passage is in
BOARD = 4  # characters on each side of a leftover that show that more than it is in traditional script
WEIGHED = frozenset(("sound", "look"))  # proofs of words that give way to surer ones
COUNTED = 10  # circled numerals that are written as characters; those behind them as figures
_ENDS = frozenset("，。！？；、")
_JOINING = frozenset("与和及或")
_HAN = late(r"[\u4e00-\u9fff]*")
_POINTERS = frozenset("出首图表式题步见按如问空项段例组注骤程法点条款和与或及到从由在对将把据知中第选答案液体管瓶器验应论说命是为")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a replacement for each swap that has its proof."""
    places = [place for place in _places(document.text) if place[0].rule in ruleset.by_id]
    found = [place for place in places if _is_meant(document, *place)]
    found += _beside(document.text, places, found)
    sure = [place for place in found if place[0].proof not in WEIGHED]
    taken = {at for _, start, end in sure for at in range(start, end)}
    found = sure + [place for place in found if place[0].proof in WEIGHED and taken.isdisjoint(range(place[1], place[2]))]
    usual = {swap for swap in {place[0] for place in found} if swap.proof.startswith("simplified") and not _is_rare(document.text, swap)}
    for swap, start, end in found:
        if swap not in usual:
            rule = ruleset.by_id[swap.rule]
            yield Edit(start, end, swap.meant, rule.id, rule.level, rule.confidence, rule.why)
    if words_rule := ruleset.by_id.get("variant-leftover-word"):
        yield from by_frequency(list(_leftovers(document, words_rule)), words_rule, document)


def _beside(text: str, places: Sequence[Place], found: Sequence[Place]) -> list[Place]:
    """Further places, near which a sure disguise stands: who hides one word hides the next."""
    known = set(found)
    hiding = sorted(start for swap, start, _ in found if swap.rule != "variant-leftover" and swap.proof != "numeral")
    open_ones = (place for place in places if place[0].proof in WEIGHED and place not in known and not is_kept(text, *place[1:]))
    return [place for place in open_ones if _has_near(hiding, place[1]) and beside_better(text, *place)]


def _has_near(starts: Sequence[int], at: int) -> bool:
    """Whether one of sorted places lies near another."""
    behind = bisect_right(starts, at - NEAR)
    return behind < len(starts) and starts[behind] < at + NEAR


def _places(text: str) -> Iterator[Place]:
    """Yield what may be written for others: in 人牛勿 behind 人牛, which gives 件, 牛勿, too; in 手木几 not 手木 alone."""
    known = forms()
    for swap, start, end in known.places(text):
        yield likeliest(text, swap, start, end) if swap.proof in ("rare", "none") else swap, start, end
        weighed = swap.proof in WEIGHED
        for at in range(start, end) if weighed else ():
            if one := known.get(text[at]):
                yield one, at, at + 1
        if end - start > 1 and (weighed or swap.rule == "variant-split"):
            inner = known.places(text[start + 1 : end + 1])
            rest = ((other, start + 1 + a, start + 1 + b) for other, a, b in inner)
            yield from (place for place in rest if place[1] < end < place[2] and (weighed or place[0].rule == "variant-split"))


def _leftovers(document: Document, rule: Rule) -> Iterator[Edit]:
    """Yield the simplified form of each traditional character that stands alone in simplified text and makes a word there."""
    if len(document.text) > rule.often * FEW:
        return
    other, text, pairs = scripts()[0], document.text, folds()
    for at, char in _strays(text):
        if other.isdisjoint(text[max(0, at - 2) : at] + text[at + 1 : at + 3]):
            swap = Swap(char, pairs[char], "simplified word", rule.id)
            only = table()["leftover-in"].get(char, "").split()
            listed = not only or any(word in text[max(0, at - 2) : at + 3] for word in only)
            if listed and _is_meant(document, swap, at, at + 1) and _is_rare(text, swap):
                yield Edit(at, at + 1, swap.meant, rule.id, rule.level, rule.confidence, rule.why)
    for at in leftover.places(document):
        yield Edit(at, at + 1, pairs[text[at]], rule.id, rule.level, rule.confidence, rule.why)


def _strays(text: str) -> list[tuple[int, str]]:
    """Where the characters stand that a converter mistakes."""
    present = set(table()["strays"]) & set(text)
    return [(at, char) for at, char in enumerate(text) if char in present] if present else []


def _is_meant(document: Document, swap: Swap, start: int, end: int) -> bool:
    """Whether a swap has its proof, which most lack, and nothing speaks against it."""
    line = document.line_at(start)
    since = max(line.start, start - FAR)
    text = document.text[since : min(line.end, end + FAR)]
    if swap.proof.endswith("plain") and scripts()[1].isdisjoint(text):
        swap = swap._replace(proof="neutral word")
    if not _is_proven(document, swap, start, end, text):
        return False
    if stands_for_itself(document.text, swap, start, end, text):
        return False
    if swap.proof.startswith("simplified") and (
        not _is_simplified(document.text, line, start) or _is_in_other_script(document.text, start, end)
    ):
        return False
    if swap.proof not in ("none", "odd", "martian", "numeral") and (is_traditional(document.text) or line_is_traditional(text)):
        return False
    if swap.proof.startswith("neutral") and not leftover.is_simplified(text[: start - since] + text[end - since :], start - since):
        return False
    return len(swap.written) > 1 or not any(word in text for word in honest(swap.written))


def _is_proven(document: Document, swap: Swap, start: int, end: int, near: str) -> bool:
    if swap.proof.endswith("verb"):
        return follows_verb(document.text, start)
    if swap.proof == "numeral":
        return _is_numeral(document, swap, start, end)
    if swap.proof == "martian" and _others(near, swap) > 1:
        return True
    if swap.rule == "variant-split" and swap.proof != "none":
        return parts_better(document.text, swap, start, end)
    if swap.proof == "superlative":
        return superlative_better(document.text, swap, start, end)
    if swap.proof in WEIGHED:
        return sounds_better(document.text, swap, start, end)
    if swap.proof == "rare":
        return rare_better(document.text, swap, start, end)
    if swap.proof == "odd":
        return not follows_surname(document.text, start)
    return swap.proof in ("none", "simplified") or reads_better(document.text, swap, start, end)


def _is_numeral(document: Document, swap: Swap, start: int, end: int) -> bool:
    """Whether a circled numeral stands in a sentence for its number: it counts nothing, and a unit or a word needs it."""
    text, units = document.text, table()["units"]
    signs = next(signs for signs in NUMBERED if swap.written in signs)
    place = signs.index(swap.written)
    near = text[max(0, start - NEAR) : start] + text[end : end + NEAR]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "第" and start:
        return place > 0 and after in units["ordinal"] and {*signs}.isdisjoint({*near} - {swap.written})
    if after in units["series"] and _labels(text, swap, start, end):
        return False
    if after in _JOINING and {*signs} & ({*near} - {swap.written}):
        return False  # 唯①与④
    counted = {*signs[max(0, place - 1) : place + 2]} & ({*near} - {swap.written})
    if not counted and place < COUNTED and in_idiom(text, swap, start, end):
        return True
    if after in ("十", "百") and text[end + 1 : end + 2] in units["after"] and signs is CIRCLED and 0 < place < COUNTED - 1:
        return True
    if not before or not _HAN.fullmatch(before) or before in _POINTERS or counted and before not in units["pledged"]:
        return False
    if after in _ENDS:
        return signs is CIRCLED and before in units["pledged"]
    if not _HAN.fullmatch(after):
        return False
    unit = signs is CIRCLED and after in units["after"] and not _begins_word(text[end : end + 2])
    needed = unit or before in units["pledged"] and (after in units["pledged"] or bool(counted))
    return needed or place < COUNTED and reads_better(text, swap, start, end)


def _begins_word(pair: str) -> bool:
    return len(pair) == 2 and pair in words.costs()


def _labels(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether a circled numeral is a label: 从①号口出站, 在①层, or another stands before the same unit nearby."""
    after, near = text[end : end + 1], text[max(0, start - NEAR) : start] + text[end : end + NEAR]
    signs = next(signs for signs in NUMBERED if swap.written in signs)
    series = any(sign + after in near for sign in signs if sign != swap.written)
    return bool(after) and (series or after == "号" and text[end + 1 : end + 2] in (*table()["units"]["labels"],))


def _others(text: str, swap: Swap) -> int:
    """How many other characters of such a script a line has, less the traditional ones; two show that it is written in it."""
    characters = set(text)
    return sum(map(is_martian, characters - {swap.written})) - len(characters & scripts()[0])


def _is_simplified(text: str, line: Line, at: int) -> bool:
    """Whether the passage around `at` is in simplified script: it has characters of that script alone, and hardly one of the other."""
    traditional, simplified = scripts()
    around = set(text[max(line.start, at - NEAR) : at] + text[at + 1 : min(line.end, at + NEAR)])
    return len(around & simplified) > 4 * len((around & traditional) - _left_over())


@cache
def _left_over() -> frozenset[str]:
    """The characters that converters leave behind: they show no script."""
    raw = table()
    return frozenset("著" + "".join(pair[0] for pair in (*raw["leftover"], *raw["leftover-words"])) + "".join(raw["leftover-forms"]))


def _is_in_other_script(text: str, start: int, end: int) -> bool:
    """Whether two of the next characters before or behind are of traditional script, too: what is quoted from a board."""
    other = scripts()[0]
    return any(sum(char in other for char in side) > 1 for side in (text[max(0, start - BOARD) : start], text[end : end + BOARD]))


def _is_rare(text: str, swap: Swap) -> bool:
    """Whether a longer text writes the meant character more often than the leftover one."""
    return len(text) < USUAL or text.count(swap.meant) > text.count(swap.written)


def follows_verb(text: str, at: int) -> bool:
    """Whether 著 stands for 着: after a verb that takes it, and not in a word of writing."""
    raw = table()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    named = before in raw["surnames"] and text.count(before + "著") > 1 and before + "着" not in text
    return bool(before) and before in raw["verbs"] and (not after or after not in raw["writing"]) and not named
