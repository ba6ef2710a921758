"""Which clauses of a sentence advertise, as learned from many sentences that were put into texts?

What sellers say is endless in its wordings, so no word decides. The characters of each run of clauses and runs of two and three of them
are weighed, with the marks of adverts that it shows (rules/pitch.toml) and what it shares with the rest of its line, and then the run
against the clauses beside it: those that go read as adverts, those that stay do not. scripts/train_plea.py learns the weights of
rules/data/plea_model.json. Offsets are those of the folded copy.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt
from typing import Any, NamedTuple

from cqclean.find import bracketed, clause
from cqclean.find.appeal import shown
from cqclean.find.foreign import shared
from cqclean.find.verdict import said_openly
from cqclean.ruleset.frozen import parsed
from cqclean.text.edits import Span
from cqclean.text.late import late

REMEMBERED = 1024
MANY = 2  # pairs shared with the rest of the line: more say no more
STEP, STEPS = 20, 4  # code points of a step of the length of a run, and how many are told apart
MOST = 8  # clauses of a sentence: one with more lists things
STUB = 6  # code points left of a sentence that hardly stand alone
MOST_LEFT = 30  # code points left of a sentence that count
UNLIKE = -4.0  # log-odds by characters alone below which words are not asked for marks, which cost more
HOPELESS = 0.0  # log-odds that a clause or the whole sentence has by itself where any run of its clauses advertises
BOUND = 6.0  # log-odds that count beside others
AROUND = " ,"
SIGNS = " ,。;!?~…"
_LONG = late("[0-9]{5,}")
_SHORT = late("[0-9]+")
_LATIN = late("[a-z]{2,}")
_FIGURE = "[〇零洞幺一二两三四五六七八九壹贰叁肆伍陆柒捌玖拐勾]"
_SHAPES = (  # of what reaches someone
    ("id", late("[a-z0-9]{4,}")),
    ("number", late("[0-9][0-9 -]{5,}")),
    ("handle", late(r"(?<![a-z0-9_./@-])(?=[a-z0-9_-]*[0-9_])[a-z][a-z0-9_-]{4,19}(?![a-z0-9_.@(/])")),
    ("figures", late(rf"(?:{_FIGURE}[-—–·.、 ]{{0,2}}){{6,}}")),
    ("apart", late(r"(?:[0-9a-z][ .·*-]{1,3}){5,}[0-9a-z]")),
    ("mobile", late(r"(?<![0-9])1[3-9](?:[-. ]?[0-9]){9}(?![0-9])")),
    ("evading", late(r"(?<![a-z])(?=[0-9oil -]{0,12}?[0-9][ -]?[oil]|[oil][ -]?[0-9])(?:[0-9oil][ -]{0,2}){7,}(?![a-z])")),
    ("site", late(r"[a-z0-9-]{2,}(?:\.|点|。)(?:com|cn|net|cc|org|top|vip|xyz|la|me|info)(?![a-z])")),
)


class Run(NamedTuple):
    """The clauses from first to last of a sentence, with the log-odds that just they advertise, and whether they are all of it."""

    first: int
    last: int
    odds: float
    whole: bool


def traits(words: str, common: int) -> frozenset[str]:
    """What is weighed of words: what they are made of, and the marks of adverts that they show."""
    return letters(words, common) | marks(words)


def marks(words: str) -> frozenset[str]:
    return frozenset(f"shows {name}" for name in shown(words))


def letters(words: str, common: int) -> frozenset[str]:
    """Characters, pairs and triples of them (digits and letters as one run each), length, shapes of numbers, what is shared."""
    openly = said_openly(words)
    text = f"^{_LATIN.sub('a', _SHORT.sub('0', _LONG.sub('９', openly)))}$"
    triples = map("".join, zip(text, text[1:], text[2:], strict=False))
    found = {*text, *map("".join, pairwise(text)), *triples, f"length {min(len(words) // STEP, STEPS)}", f"shared {common}"}
    return frozenset(found.union(name for name, shape in _SHAPES if shape.search(openly)))


@cache
def _model() -> dict[str, Any]:
    data: dict[str, Any] = parsed("data/plea_model.json")
    return data


@lru_cache(maxsize=REMEMBERED)
def weigh(words: str, common: int) -> float:
    """The log-odds that words advertise; common: how many pairs of characters the rest of their line has, too."""
    weights, bias, found = _model()["weights"], _model()["bias"], letters(words, common)
    by_letters = total(weights, bias, found)
    return by_letters if by_letters < UNLIKE else total(weights, bias, found | marks(words))


def total(weights: dict[str, float], bias: float, found: frozenset[str]) -> float:
    known = [weight for weight in map(weights.get, found) if weight is not None]
    return bias + sum(known) / sqrt(len(known) or 1)


def odds(text: str, line: Span, part: Span) -> float:
    """The log-odds that a part of a line advertises."""
    return weigh(text[slice(*part)].strip(AROUND), min(MANY, shared(text, line, part)))


def runs(clauses: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Every first and last clause of a run."""
    return ((first, last) for first in range(len(clauses)) for last in range(first, len(clauses)))


def _ends(count: int) -> list[tuple[int, int]]:
    """Each clause by itself, and all of them."""
    return [(0, count - 1), *((at, at) for at in range(count))]


def beside(text: str, line: Span, clauses: Sequence[Span], alone: dict[tuple[int, int], float], run: tuple[int, int]) -> dict[str, float]:
    """What is weighed of a run among the clauses of its sentence; alone: the log-odds of each run by itself."""
    first, last = run
    end, own = len(clauses) - 1, [_bound(alone[at, at]) for at in range(len(clauses))]
    inner, outer = own[first : last + 1], own[:first] + own[last + 1 :]
    left = sum(len(text[slice(*clauses[at])].strip(SIGNS)) for at in range(len(clauses)) if not first <= at <= last)
    return {
        "run": _bound(alone[run]),
        "sentence": _bound(alone[0, end]),
        "sum": _bound(sum(max(-BOUND / 2, value) for value in inner) / 2),
        "least": min(inner),
        "first": inner[0],
        "last": inner[-1],
        "most left": max(outer, default=0.0),
        "before": own[first - 1] if first else 0.0,
        "behind": own[last + 1] if last < end else 0.0,
        "begins": first == 0,
        "ends": last == end,
        "whole": first == 0 and last == end,
        "part": len(inner) / len(own),
        "left": min(left, MOST_LEFT) / 10,
        "stub": 0 < left < STUB,
        "opens": not text[line[0] : clauses[0][0]].strip(),
    }


def _bound(value: float) -> float:
    return max(-BOUND, min(BOUND, value))


def best(text: str, line: Span, clauses: Sequence[Span]) -> Run | None:
    """The run of clauses of a sentence that most probably is what advertises in it; None for a sentence of too many."""
    if len(clauses) > MOST:
        return None
    alone = {run: odds(text, line, (clauses[run[0]][0], clauses[run[1]][1])) for run in _ends(len(clauses))}
    if max(alone.values()) < HOPELESS:
        return None
    alone |= {run: odds(text, line, (clauses[run[0]][0], clauses[run[1]][1])) for run in runs(clauses) if run not in alone}
    weights = _model()["beside"]
    sums = {
        run: weights["bias"] + sum(weights[name] * value for name, value in beside(text, line, clauses, alone, run).items())
        for run in alone
    }
    found = max(sums, key=sums.__getitem__)
    return Run(*found, sums[found], found == (0, len(clauses) - 1))


def told(text: str, line: Span, core: Span) -> tuple[Span, float]:
    """The bracket or clauses around a core that go if they advertise, with the log-odds that they do."""
    whole = bracketed.bracket(text, line, core) or clause.sentence(text, line, core)
    clauses = [whole] if text[whole[0]] in bracketed.OPENERS else clause.parted(text, whole, core)
    run = best(text, line, clauses)
    if run is None:
        return whole, -BOUND
    inner = clauses[run.first][0], max(core[1], clauses[run.last][0])  # the full stop lies behind it
    return clause.cut(text, clauses, run.first, run.last, inner), run.odds
