"""Does a character fit so much better than its parts that it was written as them?

贝兼再多的钱, 手木几: `[swaps.together]` of rules/variant.toml says how much better. Names, things (木几, a table) and subjects with
their verbs stay.
"""

from typing import Any

from cqclean.find import words
from cqclean.find.fits import AGE, OLD, ends_in_surname, length_at, meetings, put_together, sides
from cqclean.find.masks.lexicon import lexicon
from cqclean.find.written import Swap, table

ANSWER = 24  # characters behind parts in which their sentence goes on: 虽 … 却
_STOPS = frozenset("。！？；\n")
OLD_WORDS = 4  # of them so near show a chronicle: a modern tale of old times has one or two


def parts_better(text: str, swap: Swap, start: int, end: int) -> bool:
    """Whether a character fits so much better than its parts, by words and pairs, that it was written as them.

    `[swaps.together]` says how much: by whether a word of the text reaches across an end of the parts, whether the character makes a word,
    and whether honest text has the parts side by side. A subject and its verb, or a name, stand where a clause begins: 弓虽旧, 丁页老人.
    Nobody writes a character and then the same one as its parts: 小的白勺比大的贵.
    """
    if start and text[start - 1] == swap.meant:
        return False
    return _parts_fit(text, swap, start, end) and len(OLD.findall(text, max(0, start - AGE), end + AGE)) < OLD_WORDS


def _parts_fit(text: str, swap: Swap, start: int, end: int) -> bool:
    """The same, whatever the age of the prose."""
    left, right = sides(text, start, end)
    old, old_borders = words.reading(left + swap.written + right)
    new, borders = words.reading(put_together(left) + swap.meant + put_together(right))
    crossed = not {len(left), len(left) + len(swap.written)} <= set(old_borders)
    alone = length_at(borders, len(put_together(left))) == 1
    if _are_subject(text, swap.written, left, end, alone) or _is_count(swap.written, left, alone):
        return False
    if swap.proof == "border":
        return not crossed and (bool(left) or not alone or _shows_verb(right))
    gain = old - new + meetings(left, swap.written, right) - meetings(left, swap.meant, right)
    return gain >= _least_of_parts(swap, left, right, crossed, alone)


def _is_count(parts: str, left: str, alone: bool) -> bool:
    """Whether parts are a number and what is counted: 砍了七刀, 十具."""
    limits: dict[str, Any] = table()["together"]
    return parts[0] in limits["numerals"] and (alone or bool(left) and left[-1] in limits["counted"])


def _are_subject(text: str, parts: str, left: str, end: int, alone: bool) -> bool:
    """Whether parts are a noun and an adverb: one thing of its kind stands there, and what the adverb asks for follows in its sentence.

    那张弓虽旧，弦却是新换的; 那块木又硬又重; 一女且行且哭. Where the character makes a word (这个弓虽壮的人却怕黑) only what things
    are counted by shows it.
    """
    limits: dict[str, Any] = table()["together"]
    asked = limits["answers"].get(parts[-1])
    stop = next((at for at in range(end, min(len(text), end + ANSWER)) if text[at] in _STOPS), end + ANSWER)
    if not asked or not any(word in text[end + 1 : stop] for word in asked.split()):
        return False
    counted = len(left) > 1 and left[-1] in limits["counters"] and left[-2] in limits["counts"]
    return counted or alone and (not left or left[-1] in limits["pointers"])


def _least_of_parts(swap: Swap, left: str, right: str, crossed: bool, alone: bool) -> int:
    """What a character must gain over its parts, by `[swaps.together]`."""
    limits: dict[str, Any] = table()["together"]
    met = len(swap.written) == 2 and lexicon().pair(swap.written) > 0
    least: int = limits[f"{'crossed' if crossed else 'free'}-{'alone' if alone else 'word'}{'-met' if met else ''}"]
    if swap.written in limits["own"].split():
        return int(limits["own-alone" if alone else "own-word"])
    if alone:
        if not met and left[-1:] in limits["degrees"] and left and right[:1] in limits["degreed"]:
            return int(limits["degree"])
        if left and _shows_verb(right) and not (met or crossed):
            return int(limits["inside"])
        if not left and _shows_verb(right) and swap.written[-1] not in limits["adverbs"]:
            return least + int(limits["verb"])
        named = not left or swap.written[0] in table()["surnames"] or _begins_with_surname(left)
        return least + (limits["name"] if named else 0)
    if left:
        return least
    return least + int(limits["subject"] if swap.written[-1] in limits["adverbs"] else limits["first"] if crossed else 0)


def _shows_verb(right: str) -> bool:
    """Whether what follows a character shows it to be a verb: 贝兼再多的钱."""
    return bool(right) and right[0] in table()["together"]["followed"]


def _begins_with_surname(left: str) -> bool:
    """Whether a surname stands before a place, and nothing or what calls somebody by his name before that: 谢晋、谢雨辰."""
    return ends_in_surname(left) and (len(left) == 1 or left[-2] in table()["naming"])
