"""How long do several things take, measured in turn?"""

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Times(NamedTuple):
    """Seconds of each round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.rounds)

    @property
    def least(self) -> float:
        return min(self.rounds)


class Figure(NamedTuple):
    """A ratio of two measured times; unit says what it means."""

    group: str
    name: str
    ratio: float
    of_minima: float
    unit: str

    def row(self) -> str:
        return f"| {self.group} | {self.name} | {self.ratio:.2f} ({self.of_minima:.2f}) | {self.unit} |"


def ratio(group: str, name: str, above: Times, below: Times, unit: str, scale: float = 1.0) -> Figure:
    """above / below, as a Figure."""
    return Figure(group, name, scale * above.median / below.median, scale * above.least / below.least, unit)


def in_turn(things: Sequence[Callable[[], object]], repeat: int) -> list[Times]:
    """Run each thing once uncounted, then all of them in turn, `repeat` times."""
    for thing in things:
        thing()
    rounds: list[list[float]] = [[] for _ in things]
    for _ in range(repeat):
        for thing, times in zip(things, rounds, strict=True):
            start = time.perf_counter()
            thing()
            times.append(time.perf_counter() - start)
    return [Times(tuple(times)) for times in rounds]


def command(words: Sequence[str], data: bytes = b"") -> Callable[[], object]:
    """A whole process as a thing to measure."""
    return lambda: subprocess.run(words, input=data, capture_output=True, check=False)
