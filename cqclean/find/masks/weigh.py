"""How much does the evidence speak for each candidate of a gap?

What one piece of evidence is worth depends on the others, and on what the rivals have: a told side says little where a rival was told
there, too. Small trees learned that (scripts/train_masks.py); the sum of their leaves is the logarithm of the odds up to what all of a
gap share. "Another word", one that is in no list, is a row among the candidates that holds the best of each piece alone.
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from cqclean.ruleset.frozen import RULES

ABSENT = -9.0  # what "another word" has of each piece of evidence
COMPARED = (0, 1, 2, 3, 4, 5, 9, 13, 14, 15, 16, 22, 30, 31, 32, 33, 41, 42, 43, 44, 45)  # evidence that rivals are compared by
Row: TypeAlias = tuple[float, ...]
Tree: TypeAlias = "list[Tree | float] | float"  # place in a row, threshold, tree up to it, tree beyond it; or a leaf


def rows(table: Sequence[Row], width: int) -> list[Row]:
    """Evidence with its lead over the best rival (or what it lacks of it), and whether it is "another word", which is the last row.

    >>> len(rows([(0.0,) * 46, (1.0,) * 46], 46)), rows([(0.0,) * 46, (1.0,) * 46], 46)[1][46:48]
    (3, (1.0, 1.0))
    """
    columns = [[row[place] for row in table] for place in COMPARED]
    ranked = [sorted(column, reverse=True)[:2] for column in columns]
    bests = [(pair[0], pair[1]) if len(pair) > 1 else (pair[0], pair[0] - 1) if pair else (0.0, 0.0) for pair in ranked]
    found = []
    for row in table:
        leads = (value - (second if value == best else best) for (best, second), value in zip(bests, (row[at] for at in COMPARED), strict=True))
        found.append((*row, *leads, 0.0))
    return [*found, (*(ABSENT,) * width, *(best for best, _ in bests), 1.0)]


class Weights(NamedTuple):
    """What training gave: the trees, the weight of each trait of a sure guess."""

    trees: Sequence[Tree]
    certainty: tuple[float, ...]

    def score(self, row: Row) -> float:
        """The sum of the leaves that a row comes to.

        >>> Weights([[0, 0.5, -1.0, 2.0], 3.0], ()).score((1.0,))
        5.0
        """
        total = 0.0
        for tree in self.trees:
            while type(tree) is list:
                place, most, low, high = tree
                tree = low if row[place] <= most else high
            total += tree  # type: ignore[operator]
        return total

    def odds(self, table: Sequence[Row]) -> list[float]:
        """The logarithm of the odds of each row of evidence against "another word"."""
        if not table:
            return []
        *scores, other = map(self.score, rows(table, len(table[0])))
        return [score - other for score in scores]


@cache
def fitted() -> Weights:
    """The weights that cqclean ships."""
    raw = json.loads((RULES / "data/mask-weights.json").read_text(encoding="utf-8"))
    return Weights(raw["trees"], tuple(raw["certainty"].values()))
