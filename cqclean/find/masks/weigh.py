"""How much does a row of evidence speak for a candidate?

What one piece of evidence is worth depends on the others: a told side says little where the other side was never seen so. A small network
of one hidden layer learns that (scripts/train_masks.py); its score is the logarithm of the odds up to what all candidates of a gap share.
"""

import json
from collections.abc import Sequence
from functools import cache
from operator import mul
from typing import NamedTuple

from cqclean.ruleset.frozen import RULES


class Unit(NamedTuple):
    """A hidden unit: its weight of each piece of evidence, from which sum on it speaks (negative), how much that is worth."""

    weights: tuple[float, ...]
    bias: float
    worth: float


class Weights(NamedTuple):
    """What training gave: the weight of each piece of evidence by itself, the hidden units, the score of "another word", the weight of
    each trait of a sure guess."""

    evidence: tuple[float, ...]
    units: tuple[Unit, ...]
    other: float
    certainty: tuple[float, ...]

    def score(self, evidence: Sequence[float]) -> float:
        """How much a row of evidence speaks for its candidate.

        >>> Weights((2.0,), (Unit((1.0,), -3.0, 4.0),), 0.0, ()).score((5.0,))
        18.0
        """
        total: float = sum(map(mul, self.evidence, evidence))
        for unit in self.units:
            active = unit.bias + sum(map(mul, unit.weights, evidence))
            if active > 0:
                total += unit.worth * active
        return total


@cache
def fitted() -> Weights:
    """The weights that cqclean ships."""
    raw = json.loads((RULES / "data/mask-weights.json").read_text(encoding="utf-8"))
    direct, *hidden = zip(*raw["evidence"].values(), strict=True)
    units = tuple(Unit(*unit) for unit in zip(hidden, raw["bias"], raw["worth"], strict=True))
    return Weights(direct, units, raw["other"], tuple(raw["certainty"].values()))
