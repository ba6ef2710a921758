"""How much does a line weigh as part of an article, and how much of its wording does the article share?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import add

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row


def of(row: Row) -> float:
    """The weight of one line as text, by its length and by what the learned score says of it."""
    return plain(row) * trust(row.junk)


def trust(junk: float) -> float:
    """Which part of its weight a line keeps: all while it is not doubted, next to nothing once that is sure."""
    own = limits.worth
    return 1.0 if junk <= own.doubted else max(own.nothing, (own.sure - junk) / (own.sure - own.doubted))


def likely(junk: float) -> float:
    """Which part of its full weight a line has at least: all while it is not doubted, none once it is furniture."""
    own = limits.worth
    return 1.0 if junk <= own.doubted else max(0.0, (own.furniture - junk) / (own.furniture - own.doubted))


def plain(row: Row) -> float:
    """The weight of one line as text, by its length alone."""
    own = limits.worth
    if row.prose:
        return min(max(len(row.key) / own.unit, own.least), own.most)
    return own.loose[length(row)] if any(char >= "\u4e00" or char.isalpha() for char in row.key) else own.bare


def length(row: Row) -> int:
    """0 for a short line, as menu words are, 1 for a middle one, as headlines are, 2 for a long one."""
    own, size = limits.worth, len(row.key)
    return (size >= own.short) + (size >= own.middle)


def bigrams(key: str) -> set[str]:
    return set(map(add, key, key[1:]))


def bigrams_of(rows: Iterable[Row]) -> set[str]:
    """The bigrams of rows; of many rows only those that two of them share, so that a foreign row does not vouch for itself."""
    keys = {row.key for row in rows}
    counts: Counter[str] = Counter()
    for key in keys:
        counts.update(bigrams(key))
    least = limits.worth.several if len(keys) >= limits.worth.many else 1
    return {pair for pair, count in counts.items() if count >= least}


def cohesion(key: str, article: set[str]) -> float:
    """The share of a line's bigrams that the article contains.

    >>> cohesion("新闻", {"新闻"})
    1.0
    """
    own = bigrams(key)
    return len(own & article) / len(own) if own else 0.0


def belonging(key: str, article: set[str]) -> float:
    """From 0 (another story's line) to 1 (a line of the article)."""
    own = limits.worth
    return min(1.0, max(0.0, (cohesion(key, article) - own.foreign) / (own.article - own.foreign)))


def core(rows: Sequence[Row]) -> tuple[int, int]:
    """The stretch of rows with the greatest weight, furniture counted against it: where the article surely is (start, stop)."""
    own = limits.worth
    best, start, best_span, total = 0.0, 0, (0, 0), 0.0
    for at, row in enumerate(rows):
        if row.marker:
            gain = -row.marker.weight * row.junk * own.against
        else:
            gain = of(row) - own.gap * (not row.prose) - max(0.0, row.junk - own.doubted)
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, best_span = total, (start, at + 1)
    return best_span
