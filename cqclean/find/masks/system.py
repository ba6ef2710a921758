"""How did this document's filter count its stars?

A filter writes three stars a character (it counts UTF-8 bytes), one a character, two a character (GBK bytes), or a fixed number a word.
Which one it was shows in the lengths of a document's masks and in what fits them; a mask with one reading decides for the others.
Each filler sign of a document has its own filter: re-posting mixes them.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class System(NamedTuple):
    """A way to count: signs for each character, or 0 where any word gets a run of one of the lengths in `runs`. prior: how common it is
    among runs that allow it."""

    name: str
    unit: int
    prior: float
    runs: tuple[int, ...] = ()


SYSTEMS = (
    System("three signs a character", 3, 0.55),
    System("one sign a character", 1, 0.3),
    System("two signs a character", 2, 0.03),
    *(System("one run a word", 0, prior, runs) for prior, runs in ((0.1, (1,)), (0.1, (2,)), (0.1, (3,)), (0.02, (1, 2, 3)))),
)
LONGEST = 5  # characters of the longest word behind a mask
LENGTHS = (0.36, 0.48, 0.1, 0.05, 0.01)  # how many of the words that filters hide have one character, two, …
MISFIT = -6.0  # logarithm of the chance of a run that a system can't write: a typist's slip, another filter


def sizes(system: System, signs: int) -> tuple[int, ...]:
    """How many characters a run may hide.

    >>> sizes(SYSTEMS[0], 6), sizes(SYSTEMS[3], 6), sizes(SYSTEMS[3], 1)
    ((2,), (), (1, 2, 3, 4, 5))
    """
    if system.unit == 0:
        return tuple(range(1, LONGEST + 1)) if signs in system.runs else ()
    return (signs // system.unit,) if signs % system.unit == 0 and signs // system.unit <= LONGEST else ()


def possible(signs: int) -> set[int]:
    """Every number of characters that a run may hide."""
    return {size for system in SYSTEMS for size in sizes(system, signs)}


def counted(signs: int) -> set[int]:
    """Those that a filter which counts characters would hide so."""
    return {size for system in SYSTEMS if system.unit for size in sizes(system, signs)}


def weights(runs: Iterable[tuple[int, Mapping[int, float]]]) -> dict[System, float]:
    """The probability of each system, from each mask's run and how well the words of each size fit it (their summed odds)."""
    scores = {system: math.log(system.prior) for system in SYSTEMS}
    for signs, fits in runs:
        for system in SYSTEMS:
            open_to = sizes(system, signs)
            odds = (fits.get(size, 0.0) * _share(size, open_to) for size in open_to)
            scores[system] += math.log(1 + sum(odds)) if open_to else MISFIT
    top = max(scores.values())
    parts = {system: math.exp(score - top) for system, score in scores.items()}
    return {system: part / sum(parts.values()) for system, part in parts.items()}


def chance(size: int, signs: int, systems: Mapping[System, float]) -> float:
    """The chance that a run hides so many characters."""
    total = 0.0
    for system, weight in systems.items():
        open_to = sizes(system, signs)
        total += weight * _share(size, open_to) if size in open_to else 0.0
    return total


def _share(size: int, open_to: Sequence[int]) -> float:
    """How likely one of several lengths is."""
    return 1.0 if len(open_to) == 1 else LENGTHS[size - 1]
