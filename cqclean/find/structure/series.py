"""What do the numbers of lines one below another say together: their neighbours' means, how far the last sign is, the best stretch?"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple

FAR = 40  # lines; beyond that a distance says nothing more


class Span(NamedTuple):
    """The best contiguous body and, for each line, how much the best body with the line beats the best one without it."""

    start: int
    end: int
    margins: list[float]


def best_span(gains: Sequence[float]) -> Span:
    """The stretch with the greatest sum of gains (positive: body).

    >>> best_span([-1, 2, -1, 3, -2])
    Span(start=1, end=4, margins=[-1, 1, 1, 2, -2])
    """
    n = len(gains)
    if not n:
        return Span(0, 0, [])
    to: list[float] = []
    starts: list[int] = []
    start = 0
    for i, gain in enumerate(gains):
        if i and to[-1] > 0:
            to.append(to[-1] + gain)
        else:
            to.append(gain)
            start = i
        starts.append(start)
    fro = list(gains)
    for i in range(n - 2, -1, -1):
        if fro[i + 1] > 0:
            fro[i] += fro[i + 1]
    before = [0.0, *accumulate(to, max)]
    after = [*accumulate(reversed(fro), max)][::-1] + [0.0]
    margins = [to[i] + fro[i] - gains[i] - max(before[i], after[i + 1], 0) for i in range(n)]
    end = max(range(n), key=to.__getitem__)
    return Span(starts[end], end + 1, margins)


def means(values: Sequence[float], reach: int) -> list[float]:
    """The mean of the `reach` values on each side and the value itself; fewer at the borders."""
    sums, n = [0.0, *accumulate(values)], len(values)
    begins, ends = [*repeat(0, reach), *range(n)], [*range(reach + 1, n + 1), *repeat(n, reach)]
    return [(sums[end] - sums[begin]) / (end - begin) for begin, end in zip(begins, ends[len(ends) - n :], strict=False)]


def behind(values: Sequence[float], reach: int) -> list[float]:
    """The mean of the `reach` values before each one (0 at the first)."""
    sums, n = [0.0, *accumulate(values)], len(values)
    begins, sizes = [*repeat(0, reach), *range(n)], [1, *range(1, reach), *repeat(reach, n)]
    return [(sums[i] - sums[begin]) / size for i, begin, size in zip(range(n), begins, sizes, strict=False)]


def ahead(values: Sequence[float], reach: int) -> list[float]:
    return behind(values[::-1], reach)[::-1]


def since(flags: Iterable[bool]) -> list[int]:
    """Lines since the last flag, at most FAR."""
    count, counts = FAR, []
    for flag in flags:
        count = 0 if flag else count + (count < FAR)
        counts.append(count)
    return counts


def until(flags: Sequence[bool]) -> list[int]:
    """Lines up to the next flag, at most FAR."""
    return since(flags[::-1])[::-1]


def clipped(values: Iterable[float], low: float, high: float) -> list[float]:
    return [low if value < low else high if value > high else value for value in values]
