"""How is an entry of a long list found without reading all of it?

A list of a hundred thousand words takes longer to read than a page to clean, and a page needs few of them. In its quick form, which
find/freeze.py writes, the entries lie together that begin with the same character, and are read when a text first holds it.
"""

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from cqclean.ruleset.files import FROZEN, checksum_of, read_bytes


class Packed:
    """Pieces of data one behind the other: how many there are, their lengths, then the pieces."""

    def __init__(self, data: bytes) -> None:
        numbers = _numbers(data, 1 + _numbers(data, 1)[0])
        self._data, self._starts = data, list(accumulate(numbers[1:], initial=len(numbers) * numbers.itemsize))

    def __getitem__(self, at: int) -> bytes:
        return self._data[self._starts[at] : self._starts[at + 1]]


def pack(pieces: Sequence[bytes]) -> bytes:
    """What Packed reads.

    >>> Packed(pack([b"ab", b"c"]))[1]
    b'c'
    """
    return _swapped(array("I", [len(pieces), *map(len, pieces)])).tobytes() + b"".join(pieces)


def _numbers(data: bytes, count: int) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(data[: count * numbers.itemsize])
    return _swapped(numbers)


def _swapped(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Dictionary:
    """Strings, each with a number."""

    def __init__(self, data: bytes) -> None:
        parts = Packed(data)
        self._lines = Packed(parts[1])
        self._places = {char: at for at, char in enumerate(parts[0].decode())}
        self._unread = dict.fromkeys(self._places)
        self._read: dict[str, int] = {}
        self.longest: dict[str, int] = {}  # how long the longest entry is that begins with a character, of those that were read

    def of(self, text: str) -> dict[str, int]:
        """The entries, with those that begin with any character of a text. A character counts as read once its entries are there: another
        thread may ask for it meanwhile."""
        if not self._unread.keys().isdisjoint(text):
            for char in self._unread.keys() & set(text):
                rest = self._lines[self._places[char]].decode().split(" ")
                self.longest[char] = 1 + max(map(len, rest[::2]))
                self._read.update(zip([char + end for end in rest[::2]], map(int, rest[1::2]), strict=True))
                self._unread.pop(char, None)
        return self._read

    def all(self) -> dict[str, int]:
        """All entries."""
        return self.of("".join(self._unread))

    def __contains__(self, entry: str) -> bool:
        return entry in self.of(entry[:1])

    def __getitem__(self, entry: str) -> int:
        return self.of(entry[:1])[entry]

    def get(self, entry: str, otherwise: int) -> int:
        return self.of(entry[:1]).get(entry, otherwise)


def quick(entries: Mapping[str, int]) -> bytes:
    """The quick form of a dictionary.

    >>> Dictionary(quick({"中": 55, "中国": 61}))["中国"]
    61
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for entry, number in entries.items():
        by_first[entry[0]] += entry[1:], str(number)
    return pack(["".join(by_first).encode(), pack([" ".join(rest).encode() for rest in by_first.values()])])


def frozen(name: str, sources: Iterable[bytes]) -> bytes | None:
    """The quick form of this name; None where it was not made from these sources."""
    try:
        known, _, content = read_bytes(f"{FROZEN}/{name}.bin").partition(b"\n")
    except OSError:
        return None
    return content if known.decode() == checksum_of(sources) else None
