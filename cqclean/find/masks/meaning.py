"""Which hidden words belong to what is talked of around a gap?

A view of its own beside the counts: each character, pair of characters and known word around is a small vector, each hidden word
another; how far the sum of those around points the way of a word's says how well it fits. Vectors that were learned from whole phrases and
topics (scripts/train_meaning.py) know that 民警, 查获 and 公斤 go with 冰毒 though no text showed them beside it.
"""

import sys
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from operator import mul
from struct import Struct
from zlib import crc32

from cqclean.ruleset.files import read_bytes

SIDE = 14  # characters on each side that count
WORD = "="  # mark of a hidden word among the keys
LEAST = -15.0  # fit of a word that was not learned
HEADER = Struct("<IIf")  # numbers of a vector, vectors, what the product of two numbers is worth


def features(left: str, right: str) -> Iterator[str]:
    """What stands around a gap, by kind: the next characters with their place, strings that touch it, what joins over it, then strings
    and characters anywhere."""
    left, right = left[-SIDE:], right[:SIDE]
    for size in (1, 2):
        if len(left) >= size:
            yield f"l{size}{left[-size]}"
        if len(right) >= size:
            yield f"r{size}{right[size - 1]}"
    for size in (2, 3):
        if len(left) >= size:
            yield f"L{left[-size:]}"
        if len(right) >= size:
            yield f"R{right[:size]}"
    if left and right:
        yield f"B{left[-1]}{right[0]}"
    for side in (left, right):
        for size in (2, 3, 4):
            for at in range(len(side) - size + 1):
                yield f"w{side[at : at + size]}"
    for char in left[:-2] + right[2:]:
        yield f"c{char}"


def key(feature: str) -> int:
    """A feature as it is kept."""
    return crc32(feature.encode())


class Meaning:
    """The vectors of features and of words (those with the mark WORD)."""

    def __init__(self, table: bytes) -> None:
        size, count, self.worth = HEADER.unpack_from(table)
        keys = array("I", table[HEADER.size : HEADER.size + 4 * count])
        if sys.byteorder == "big":
            keys.byteswap()
        vectors = memoryview(table)[HEADER.size + 4 * count :].cast("b")
        self.size, self.vectors = size, vectors
        self.places = dict(zip(keys, range(0, count * size, size), strict=True))

    def around(self, left: str, right: str) -> tuple[int, ...]:
        """The sum of what stands around a gap."""
        places = map(self.places.get, map(key, features(left, right)))
        known = [self.vectors[at : at + self.size] for at in places if at is not None]
        return tuple(map(sum, zip(*known, strict=True))) if known else (0,) * self.size

    def fits(self, word: str, around: Sequence[int]) -> float:
        """How well a hidden word fits that sum."""
        at = self.places.get(key(WORD + word))
        return self.worth * sum(map(mul, around, self.vectors[at : at + self.size])) if at is not None else LEAST


@cache
def meaning() -> Meaning:
    """The vectors that cqclean ships, read on first use."""
    return Meaning(read_bytes("data/mask-meaning.bin"))
