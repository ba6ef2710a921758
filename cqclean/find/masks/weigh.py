"""How much does the evidence speak for each candidate of a gap?

What one piece of evidence is worth depends on the others, and on what the rivals have: a told side says little where a rival was told
there, too. Small trees learned that (scripts/train_masks.py); the sum of their leaves is the logarithm of the odds up to what all of a
gap share. "Another word", one that is in no list, is a row among the candidates that holds the best of each piece alone.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from cqclean.ruleset.frozen import parsed

ABSENT = -9.0  # what "another word" has of each piece of evidence
COMPARED = (0, 1, 2, 3, 4, 5, 9, 13, 14, 15, 16, 22, 30, 31, 32, 33, 41, 42, 43, 44, 45)  # evidence that rivals are compared by
FIRST, BEHIND = 45, 2.5  # trees that all candidates are read by; how far behind the best then they are read no further
Row: TypeAlias = tuple[float, ...]
Tree: TypeAlias = Any  # place in a row, threshold, tree up to it, tree beyond it; or a leaf


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
        pairs = zip(bests, (row[place] for place in COMPARED), strict=True)
        found.append((*row, *(value - (second if value == best else best) for (best, second), value in pairs), 0.0))
    return [*found, (*(ABSENT,) * width, *(best for best, _ in bests), 1.0)]


class Weights(NamedTuple):
    """What training gave: the trees that weigh candidates, those that say how sure the best one is (find/masks/certainty)."""

    trees: Sequence[Tree]
    certainty: Sequence[Tree]

    def odds(self, table: Sequence[Row]) -> list[float]:
        """The logarithm of the odds of each row of evidence against "another word"."""
        if not table:
            return []
        read = rows(table, len(table[0]))
        begun = [score(self.trees[:FIRST], row) for row in read]
        least = max(begun) - BEHIND
        rest, other = self.trees[FIRST:], read[-1]
        found = [part + score(rest, row) if part >= least or row is other else part for part, row in zip(begun, read, strict=True)]
        return [one - found[-1] for one in found[:-1]]


def score(trees: Sequence[Tree], row: Row) -> float:
    """The sum of the leaves that a row comes to.

    >>> score([[0, 0.5, -1.0, 2.0], 3.0], (1.0,))
    5.0
    """
    total = 0.0
    for tree in trees:
        while type(tree) is list:
            place, most, low, high = tree
            tree = low if row[place] <= most else high
        total += tree  # a leaf
    return total


@cache
def fitted() -> Weights:
    """The weights that cqclean ships."""
    raw = parsed("data/mask-weights.json")
    return Weights(raw["trees"], raw["certainty"])
