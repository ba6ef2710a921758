"""How well does a run of characters read as Chinese words?

A word costs the negative logarithm of its frequency, in tenths of a nat, and a run of characters the cost of its cheapest division
into words. The finders of disguised words compare such costs. rules/data/words.txt is read on first use only.
"""

import math
from collections.abc import Iterator
from functools import cache, lru_cache

from cqclean.find.dictionary import Dictionary, frozen, quick
from cqclean.find.masks.lexicon import lexicon
from cqclean.ruleset.files import read, read_bytes
from cqclean.ruleset.frozen import tables
from cqclean.text.fold import table

UNKNOWN = 160  # cost of a character that is no word alone: above that of the rarest entry
LONGEST = 5  # characters of the longest word in words.txt
SOURCE, QUICK = "data/words.txt", "words"
COUNTED = 27_000_000  # characters whose pairs masks.bin counts
FEW = 20  # occurrences of a character that weigh as much as chance does
Reading = tuple[int, tuple[int, ...]]


@cache
def costs() -> Dictionary:
    """Each known word with its cost."""
    return Dictionary(frozen(QUICK, [read_bytes(SOURCE)]) or quick(listed()))


def listed() -> dict[str, int]:
    """The same as a plain table, the commonest words first."""
    return {word: int(cost) for cost, *words in map(str.split, read(SOURCE).splitlines()) for word in words}


_listed = cache(listed)


@cache
def commonness(char: str) -> int:
    """The cost of the commonest word that holds a character: the first, for words.txt begins with the commonest."""
    return next((cost for word, cost in _listed().items() if char in word), UNKNOWN)


def simplified(text: str) -> str:
    """The simplified characters of a text, for traditional and Japanese ones, one for one: words.txt holds no others."""
    pairs = _simple()
    return text if pairs.keys().isdisjoint(text) else "".join(pairs.get(char) or char for char in text)


@cache
def _simple() -> dict[str, str]:
    return dict(tables("variant")["swaps"]["japanese"].split()) | table()


@lru_cache(maxsize=1024)  # a gap asks for the same few characters several times, a second look at a text for all of them again
def reading(text: str) -> Reading:
    """The cheapest division of a text into words: its cost, and where words begin and end.

    >>> reading("社会主义道路")[1]
    (0, 4, 6)
    """
    known, best, back = costs().of(text).get, [0], [0]
    for end in range(1, len(text) + 1):
        least, border = UNKNOWN * (len(text) + 1), 0
        for start in range(max(0, end - LONGEST), end):
            cost = best[start] + known(text[start:end], UNKNOWN if end == start + 1 else UNKNOWN * LONGEST)
            if cost < least:
                least, border = cost, start
        best.append(least)
        back.append(border)
    return best[-1], tuple(_borders(back))[::-1]


def cost(text: str) -> int:
    """The cost of the cheapest division alone."""
    return reading(text)[0]


def _borders(back: list[int]) -> Iterator[int]:
    at = len(back) - 1
    yield at
    while at:
        at = back[at]
        yield at


def over(text: str, at: int) -> tuple[str, int]:
    """The word of the cheapest division that stands on both sides of `at`, and how much of it stands before; "" where words part.

    >>> over("在火车站等", 2)
    ('火车站', 1)
    """
    borders = reading(text)[1]
    if at in borders:
        return "", 0
    start = max(border for border in borders if border < at)
    return text[start : min(border for border in borders if border > at)], at - start


def meeting(left: str, right: str) -> int:
    """What it costs that one character follows another, by the pairs that masks.bin counts; beside nothing, what the one costs alone."""
    known = lexicon()
    alone = (known.single(right or left) + 0.5) / COUNTED
    if not (left and right):
        return round(-10 * math.log(alone)) if right else 0
    return round(-10 * math.log(0.9 * known.pair(left + right) / (known.single(left) + FEW) + 0.1 * alone))


def across(left: str, right: str) -> tuple[str, int, int]:
    """The word that stands on both sides of a place in the cheapest division that has one, how much of it stands before, and the cost.

    >>> across("里的空", "气闷得厉")[:2]
    ('空气', 1)
    """
    best = ("", 0, UNKNOWN * (len(left) + len(right) + 1))
    for before in range(1, min(LONGEST, len(left) + 1)):
        for after in range(1, min(LONGEST - before, len(right)) + 1):
            word = left[len(left) - before :] + right[:after]
            if word in costs():
                total = cost(left[: len(left) - before]) + costs()[word] + cost(right[after:])
                best = min(best, (word, before, total), key=lambda entry: entry[2])
    return best
