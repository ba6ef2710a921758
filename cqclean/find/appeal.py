"""How strongly do the words of a block of Markdown appeal to a reader to buy, call, join or follow, as learned from many adverts?

A sum of log-odds: of the marks and signs of rules/pitch.toml that the words show, of their characters and pairs of them, and of their
words. What speaks for an advert is endless in its wordings, so all weights are learned; scripts/train_appeal.py writes them to
rules/data/pitch_model.json. (The weights in rules/pitch.toml are those of a line of plain text.)
"""

from collections.abc import Mapping, Set
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt
from typing import Any

from cqclean.find.verdict import grams, named, said_openly
from cqclean.find.words import reading, simplified
from cqclean.ruleset.frozen import parsed, tables
from cqclean.ruleset.parts import pattern
from cqclean.ruleset.pattern import Pattern
from cqclean.text.late import late

LEAST = -8.0  # of words that are no advert, whatever marks they show
LONGEST = 300  # code points of a block
LONGEST_RUN = 60  # characters that are divided into words at once
REMEMBERED = 4000
_RUN = late("[\u4e00-\u9fff]+|[a-z]+|0+|[^\\w\\s]")
_DIGITS = late("[0-9]+")


@cache
def model() -> dict[str, Any]:
    data: dict[str, Any] = parsed("data/pitch_model.json")
    return data


@lru_cache(maxsize=REMEMBERED)
def appeal(words: str) -> float:
    """The log-odds of an advert by the folded words of a block; what is dear to look for comes last."""
    if len(words) > LONGEST:
        return LEAST
    known, openly = model(), said_openly(words)
    total: float = known["bias"] + share(known["grams"], grams(openly))
    if total < known["unlike"]:
        return LEAST
    total += share(known["words"], parted(openly))
    if total < known["hopeless"]:
        return LEAST
    return max(LEAST, total + float(sum(known["marks"][name] for name in shown(words))))


@cache
def signs() -> tuple[tuple[str, Pattern], ...]:
    """The traits that only tell adverts in Markdown: classes of words, forms of numbers."""
    return tuple((entry["name"], pattern(entry["match"], "pitch")) for entry in tables("pitch")["sign"])


@lru_cache(maxsize=REMEMBERED)
def shown(words: str) -> frozenset[str]:
    """The names of all marks and signs that the words of a block show."""
    openly = said_openly(words)
    chars = set(openly)
    return frozenset(named(openly)).union(name for name, shape in signs() if shape.may_match(chars) and shape.search(openly))


def share(weights: Mapping[str, float], found: Set[str]) -> float:
    """The weights of what is found, over the root of its number."""
    return sum(weights[name] for name in found & weights.keys()) / sqrt(len(found)) if found else 0.0


def parted(openly: str) -> set[str]:
    """The words of a text; numbers are all one, and so are words of traditional script and their simplified forms.

    >>> sorted(parted("加微信12 领取资料"))
    ['0', '加', '微信', '资料', '领取']
    """
    found: set[str] = set()
    for run in _RUN.findall(_DIGITS.sub("0", openly)):
        if "\u4e00" <= run[0] <= "\u9fff":
            for start in range(0, len(run), LONGEST_RUN):
                part = simplified(run[start : start + LONGEST_RUN])
                borders = sorted({0, *reading(part)[1], len(part)})
                found.update(part[begin:end] for begin, end in pairwise(borders))
        else:
            found.add(run)
    return found
