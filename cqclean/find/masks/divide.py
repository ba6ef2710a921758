"""How does a stretch of Chinese divide into known words, and how likely is that?"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

LONGEST = 5  # characters of the longest word that is divided into: longer ones are made of such
UNKNOWN = 3.4  # logarithm of the frequency given to a character that is no word
TOTAL = math.log(4.26e9)  # of all frequencies in the word list


class Frequencies(Protocol):
    """What says how frequent a word is: a natural logarithm; 0 for a string that is no word."""

    def frequency(self, word: str, /) -> float: ...


class Divider:
    """Divides with one lexicon: each word by its own frequency."""

    def __init__(self, lexicon: Frequencies) -> None:
        self.lexicon = lexicon

    @lru_cache(maxsize=1024)  # noqa: B019 (the two sides of a gap are divided for every candidate)
    def divide(self, text: str, known: int = 0) -> tuple[float, set[int]]:
        """Logarithm of the chance of the likeliest division, and where its words part; `known` characters of the text begin others, too."""
        best = self._ends(text, self._begun(text[:known]) if known else ((0.0, 0),))
        borders, at = {len(text)}, len(text)
        while at:
            at = best[at][1]
            borders.add(at)
        return best[-1][0], borders

    @lru_cache(maxsize=64)  # noqa: B019
    def _begun(self, text: str) -> tuple[tuple[float, int], ...]:
        return tuple(self._ends(text, ((0.0, 0),)))

    def _ends(self, text: str, begun: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
        """For each place of a text the likeliest division up to there and where its last word begins; `begun` has those of its head."""
        best = list(begun)
        for end in range(len(begun), len(text) + 1):
            best.append(max(self._steps(text, end, best)))
        return best

    def _steps(self, text: str, end: int, best: Sequence[tuple[float, int]]) -> Iterable[tuple[float, int]]:
        for start in range(max(0, end - LONGEST), end):
            frequency = self.lexicon.frequency(text[start:end]) or (UNKNOWN if end == start + 1 else 0.0)
            if frequency:
                yield best[start][0] + frequency - TOTAL, start
