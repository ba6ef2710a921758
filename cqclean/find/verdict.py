"""How strongly do the words of a block speak for an advert?

The marks that a block shows (a call, a channel, a bait, an identity; the words of a manual or a story) each have a weight, and so have
clauses that no mark explains; the wording itself, as pairs of characters, adds what no mark names. What stands in quotation marks is
mentioned, not said, and shows nothing. Marks: rules/pitch.toml; wording: rules/data/pitch_wording.json, by scripts/train_pitches.py.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from cqclean.ruleset.frozen import parsed, tables
from cqclean.ruleset.parts import pattern
from cqclean.ruleset.pattern import Pattern
from cqclean.ruleset.rule import Rule
from cqclean.text.edits import Span
from cqclean.text.late import late

REMEMBERED = 1024  # blocks whose verdict is remembered: several finders ask for the same sentence, and every look at a text again
FREE_CLAUSE = 4  # code points of a clause that needs no explanation: a name, a greeting
MOST_REST = 40  # code points without explanation that count
FREE_LENGTH = 60  # code points of a block that is not long
_QUOTED = late(r"“[^“”\n]{1,60}”|「[^「」\n]{1,60}」|『[^『』\n]{1,60}』|《[^《》\n]{1,60}》|‘[^‘’\n]{1,60}’|\"[^\"\n]{1,60}\"")
_BUTTONS = late(
    r"(?<=[点击亮为个一下戳])[“「](?:在看|赞|星标|阅读原文|原文|关注|分享|收藏|设为星标|推荐|喜欢|小心心|查看|立即[\u4e00-\u9fff]{2})[”」](?!按钮|之?后|的[人次])"
)
_CLAUSE = late(r"[^,。!?;:~\s|()【】\[\]]+")
_DIGIT = late("[0-9]")
_SAYS = late(r"[\u4e00-\u9fffa-z0-9]")


class Mark(NamedTuple):
    """A pattern that speaks for an advert with a weight, or against it; family: the rule pitch-… that it speaks for."""

    name: str
    weight: float
    match: str
    why: str
    family: str = ""


class Verdict(NamedTuple):
    """The sum of a block's weights, and why: the family that speaks most for an advert, the names of the marks, all families."""

    sum: float
    family: str = ""
    names: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()


@cache
def marks() -> tuple[Mark, ...]:
    return tuple(Mark(**entry) for entry in tables("pitch")["mark"])


@cache
def _against() -> tuple[tuple[Mark, Pattern], ...]:
    """The marks that speak against an advert, the strongest first: most blocks need no more than a few of them."""
    found = sorted((mark for mark in marks() if mark.weight < 0 and not mark.family), key=lambda mark: mark.weight)
    return tuple((mark, pattern(mark.match, "pitch")) for mark in found)


@cache
def _in_favour() -> tuple[tuple[Mark, Pattern], ...]:
    """The marks that speak for an advert, in the order of the file."""
    return tuple((mark, pattern(mark.match, "pitch")) for mark in marks() if mark.family or mark.weight >= 0)


@lru_cache(maxsize=REMEMBERED)
def weigh(words: str, place: str = "") -> Verdict:
    """What speaks for an advert and against it in the folded words of a block; place: heading, row or step."""
    options, openly = tables("pitch")["pitch"], said_openly(words)
    total = options["bias"] + wording(openly) + options["long"] * max(0, len(words) - FREE_LENGTH) / 40 + options.get(place, 0)
    if total < options["hopeless"]:
        return Verdict(total)
    pure, signs = True, set(openly)
    for mark, shape in _against():
        if shape.may_match(signs) and shape.search(openly):
            total, pure = total + mark.weight, False
        if total < options["hopeless"]:
            return Verdict(total)
    found = shown(openly)
    rest = unexplained(openly, found)
    total += sum(mark.weight for mark in found) + options["rest"] * rest / 10 + _together(found, pure=pure and not rest)
    return _verdict(total, list(found))


def told(words: str, odds: float) -> Verdict:
    """The same for a block that is taken for an advert for other reasons, too; what shows no family offers something."""
    found = _verdict(odds, list(shown(said_openly(words))))
    return found if found.family else found._replace(family="offer")


def why(rule: Rule, verdict: Verdict) -> str:
    """The reason for a removal: the rule's, and the marks that speak most for it."""
    return f"{rule.why} Shown by: {', '.join(verdict.names[:4])}."


def _together(found: Iterable[Mark], pure: bool) -> float:
    """What marks add by standing together."""
    options, calls = tables("pitch")["pitch"], sum(bool(mark.family) for mark in found)
    return float(options["two"] * (calls > 1) + options["three"] * (calls > 2) + options["pure"] * (pure and calls > 0))


def _verdict(total: float, found: list[Mark]) -> Verdict:
    by_family: Counter[str] = Counter()
    for mark in found:
        if mark.family:
            by_family[mark.family] += round(mark.weight * 100)
    family = max(by_family, key=by_family.__getitem__, default="")
    names = tuple(mark.name for mark in sorted(found, key=lambda mark: -mark.weight) if mark.weight > 0)
    return Verdict(total, family, names, frozenset(by_family))


@cache
def _pairs() -> dict[str, float]:
    """Characters and pairs of them with the weight that each adds."""
    weights: dict[str, float] = parsed("data/pitch_wording.json")["grams"]
    return weights


def grams(openly: str) -> set[str]:
    """The characters and pairs of characters of open words, with their edges; a digit counts as any digit."""
    text = f"^{_DIGIT.sub('0', openly)}$"
    return {*text, *map("".join, pairwise(text))}


def wording(openly: str) -> float:
    """What the wording of open words adds: the weights of its known pairs, over the root of their number."""
    known = [weight for weight in map(_pairs().get, grams(openly)) if weight is not None]
    return sum(known) / sqrt(len(known)) if known else 0.0


def said_openly(text: str) -> str:
    """Folded words with what is quoted replaced by one sign, but for the names of buttons.

    >>> said_openly("他说“加我微信”。")
    '他说□。'
    """
    return _QUOTED.sub("□", _BUTTONS.sub(lambda match: match[0][1:-1], text))


def shown(openly: str) -> dict[Mark, list[Span]]:
    """The marks that speak for an advert in open words, with where they are."""
    signs = set(openly)
    found = {mark: [match.span() for match in shape.finditer(openly)] for mark, shape in _in_favour() if shape.may_match(signs)}
    return {mark: spans for mark, spans in found.items() if spans}


def named(openly: str) -> set[str]:
    """The names of all marks that open words show."""
    signs = set(openly)
    return {mark.name for mark, shape in (*_against(), *_in_favour()) if shape.may_match(signs) and shape.search(openly)}


def unexplained(openly: str, found: dict[Mark, list[Span]]) -> int:
    """How many code points stand in clauses that no mark for an advert touches."""
    spans = [span for mark in found if mark.family for span in found[mark]]
    rest = 0
    for clause in _CLAUSE.finditer(openly):
        if not any(start < clause.end() and end > clause.start() for start, end in spans):
            size = len(_SAYS.findall(clause[0]))
            rest += size if size > FREE_CLAUSE else 0
    return min(rest, MOST_REST)
