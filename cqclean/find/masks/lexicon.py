"""What is known of Chinese that helps to guess a hidden word?

Counts made by scripts/build_masks.py: words with their frequencies, what stands beside each string that filters hide, pairs of
characters. They lie in one table of fingerprints (rules/data/masks.bin), so that a million of them load in milliseconds; the strings
that filters hide are in rules/data/masks.tsv. Each is read on first use, once a process.
"""

import math
import sys
from array import array
from collections.abc import Callable, Iterable
from functools import cache, cached_property, partial
from itertools import accumulate
from typing import NamedTuple
from zlib import adler32, crc32

from cqclean.ruleset.files import read, read_bytes

BUCKETS = 1 << 18
FINGERPRINT = 18  # bits of a key's fingerprint in an entry; with the bucket, one foreign key in some fifty thousand seems known
CRC = FINGERPRINT - 4  # bits of it that are of the first checksum
LOW = FINGERPRINT - 16  # bits of it that stand beside the value; the others stand alone, to be searched
STEP = 4  # steps of a count's natural logarithm that are told apart
COMPANY_STEP = 8  # steps of a unit of the worth of a told side or a topic
LONGEST = 8  # characters of the longest word that is looked up

JOINS, TOPIC, GROUP = MARKS = ("+", "#", "=")  # first fields of lines of masks.tsv that are no names


class Name(NamedTuple):
    """A string that filters hide. seen: occurrences; left, right: those whose neighbour is known; told_before, told_after: the neighbours
    that were told; before, after: the others that were seen."""

    word: str
    kind: str
    policy: str
    seen: float
    left: float
    right: float
    told_before: str
    told_after: str
    before: str
    after: str


class Gap(NamedTuple):
    """What stands on both sides of a mask: Han characters up to the next other sign, the counted neighbours with classes, topics, what
    is talked of (find/masks/meaning)."""

    left: str
    right: str
    before: str
    after: str
    topics: frozenset[str]
    around: tuple[int, ...]


class Key:
    """How each sort of count is keyed: no two sorts share a key."""

    @staticmethod
    def word(word: str) -> bytes:
        return f"w{word}".encode()

    @staticmethod
    def context(before: str, word: str, after: str) -> str:
        return f"{before}<{word}>{after}"

    @staticmethod
    def pair(pair: str) -> bytes:
        return f"p{pair}".encode()

    @staticmethod
    def told(before: str, word: str, after: str) -> str:
        return f"u{before}<{word}>{after}"

    @staticmethod
    def single(char: str) -> bytes:
        return f"c{char}".encode()


def klass(char: str) -> str:
    """A character as it is counted: itself if Han, else a mark for its class."""
    if "\u4e00" <= char <= "\u9fff":
        return char
    return "0" if char.isdigit() else "a" if char.isalpha() else ","


def place(key: bytes) -> tuple[int, int]:
    """The bucket of a key and its fingerprint there."""
    first = crc32(key)
    return first >> CRC, (first & (1 << CRC) - 1) << 4 | _more(adler32(key))


def _more(checksum: int) -> int:
    """The four bits of a second checksum that make the fingerprint longer."""
    return (checksum ^ checksum >> 16) & 0xF


class Lexicon:
    """The counts. Every answer is a plain number; 0 where nothing was counted."""

    def __init__(self, table: bytes, names: Callable[[], str]) -> None:
        size = (len(table) - BUCKETS) // 3
        self._starts = array("I", accumulate(table[:BUCKETS], initial=0))
        self._table = array("H")
        self._table.frombytes(table[BUCKETS : BUCKETS + 2 * size])
        if sys.byteorder == "big":
            self._table.byteswap()
        self._ends = table[BUCKETS + 2 * size :]
        self._values = [math.expm1(value / STEP) for value in range(64)]
        self._logs = [math.log(max(value, 0.5)) for value in self._values]
        self._read = names

    @cached_property
    def _rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self._read().splitlines()]

    @cached_property
    def names(self) -> list[Name]:
        """Every string that filters hide."""
        return [Name(r[0], r[1], r[2], float(r[3]), float(r[4]), float(r[5]), *r[6:10]) for r in self._rows if r[0] not in MARKS]

    @cached_property
    def by_word(self) -> dict[str, Name]:
        return {name.word: name for name in self.names}

    @cached_property
    def _joins(self) -> dict[str, tuple[str, str]]:
        return {r[1]: (r[2], r[3]) for r in self._rows if r[0] == JOINS}

    @cached_property
    def _topics(self) -> dict[str, list[str]]:
        return {r[1]: r[2:] for r in self._rows if r[0] == TOPIC}  # level, number of a group or word …

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        return {r[1]: r[2:] for r in self._rows if r[0] == GROUP}

    def _level(self, key: bytes, first: int = 0, second: int = 1) -> int:
        """The value of a key, -1 if unknown; first, second: the checksums of what stands before the key."""
        checksum, table, starts = crc32(key, first), self._table, self._starts
        bucket, part = checksum >> CRC, checksum & (1 << CRC) - 1
        for at in range(starts[bucket], starts[bucket + 1]):
            high = table[at]
            if high >> 2 >= part:
                if high >> 2 > part:
                    break
                if (high & 3) << 2 | self._ends[at] >> 6 == _more(adler32(key, second)):
                    return self._ends[at] & 63
        return -1

    def _count(self, key: bytes) -> float:
        level = self._level(key)
        return self._values[level] if level >= 0 else 0.0

    @cache  # noqa: B019 (one lexicon a process)
    def frequency(self, word: str) -> float:
        """Natural logarithm of a word's frequency; 0 for a string that is no word."""
        level = self._level(Key.word(word))
        return self._logs[level] if level >= 0 else 0.0

    def context(self, before: str, word: str, after: str) -> float:
        """How often a hidden string stood between two strings."""
        level = self._level(f"{before}<{word}>{after}".encode())
        return self._values[level] if level >= 0 else 0.0

    def told_left(self, before: str, word: str) -> tuple[float, int]:
        """How much what was told of a hidden string's left side speaks for it, how few others share it as a natural logarithm, and how
        many characters of it were told."""
        best = 0
        for size in range(1, len(before) + 1):
            level = self._level(f"u{before[-size:]}<{word}>".encode())
            if level < 0:
                return best / COMPANY_STEP, size - 1
            best = max(best, level)
        return best / COMPANY_STEP, len(before)

    def told_right(self, word: str, after: str) -> tuple[float, int]:
        """The same of its right side."""
        best = 0
        for size in range(1, len(after) + 1):
            level = self._level(f"u<{word}>{after[:size]}".encode())
            if level < 0:
                return best / COMPANY_STEP, size - 1
            best = max(best, level)
        return best / COMPANY_STEP, len(after)

    def topics(self, text: str) -> set[str]:
        """The words in a text of which it was told that hidden ones keep their company."""
        return {text[at : at + size] for size in (1, 2, 3, 4) for at in range(len(text) - size + 1)} & self._topics.keys()

    def subjects(self, topics: Iterable[str]) -> dict[str, float]:
        """How much the topics around speak for each hidden string."""
        worth: dict[str, float] = {}
        for topic in topics:
            level, *told = self._topics[topic]
            for word in {word for one in told for word in self._groups.get(one, (one,))}:
                worth[word] = worth.get(word, 0.0) + int(level) / COMPANY_STEP
        return worth

    def joined(self, char: str) -> str:
        """The characters that make a known word after `char` and begin a hidden string."""
        return self._joins.get(char, ("", ""))[0]

    def joining(self, char: str) -> str:
        """The characters that make a known word before `char` and end a hidden string."""
        return self._joins.get(char, ("", ""))[1]

    @cache  # noqa: B019
    def pair(self, pair: str) -> float:
        return self._count(Key.pair(pair))

    @cache  # noqa: B019
    def single(self, char: str) -> float:
        return self._count(Key.single(char))


@cache
def lexicon() -> Lexicon:
    """The lexicon that cqclean ships, read on first use."""
    return Lexicon(read_bytes("data/masks.bin"), partial(read, "data/masks.tsv"))
