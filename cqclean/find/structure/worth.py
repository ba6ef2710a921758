"""How much does a line weigh as part of an article, and how much of its wording does the article share?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import add

from cqclean.find.structure.rows import Row

UNIT = 25  # characters of running text that weigh 1
MOST = 10.0  # weight of the longest paragraph: one line never outweighs everything else
SHORT, MIDDLE = 9, 28  # characters: menu words are shorter than SHORT, nearly all headlines shorter than MIDDLE
LOOSE = (0.15, 0.3, 0.7)  # weight of a line that is no running text, by its length: short, middle, long
DOUBTED, SURE = 0.5, 0.95  # learned probability from which a line loses weight as text, and has lost it
SURELY = 0.9  # learned probability from which a line counts as furniture beside lines that their wording explains
LIKELY_FURNITURE = 0.8
NOTHING = 0.03  # part of its weight that such a line keeps
MANY = 8  # paragraphs from which a bigram must stand in two of them to be the article's
LONG_TITLE = 60  # characters; a longer line that reads as text is no title
FOREIGN, OWN = 0.12, 0.32  # share of a line's bigrams in the article: below FOREIGN other stories, from OWN on its own paragraphs (tune)


def of(row: Row) -> float:
    """The weight of one line as text, by its length and by what the learned score says of it."""
    return plain(row) * trust(row.junk)


def trust(junk: float) -> float:
    """Which part of its weight a line keeps: all up to DOUBTED, next to nothing from SURE on."""
    return 1.0 if junk <= DOUBTED else max(NOTHING, (SURE - junk) / (SURE - DOUBTED))


def likely(junk: float) -> float:
    """Which part of its full weight a line has at least: all up to DOUBTED, none from LIKELY_FURNITURE on."""
    return 1.0 if junk <= DOUBTED else max(0.0, (LIKELY_FURNITURE - junk) / (LIKELY_FURNITURE - DOUBTED))


def plain(row: Row) -> float:
    """The weight of one line as text, by its length alone."""
    size = len(row.key)
    if row.prose:
        return min(max(size / UNIT, 0.8), MOST)
    return LOOSE[(size >= SHORT) + (size >= MIDDLE)] if any(char >= "\u4e00" or char.isalpha() for char in row.key) else 0.05


def bigrams(key: str) -> set[str]:
    return set(map(add, key, key[1:]))


def bigrams_of(rows: Iterable[Row]) -> set[str]:
    """The bigrams of rows; of many rows only those that two of them share, so that a foreign row does not vouch for itself."""
    keys = {row.key for row in rows}
    counts: Counter[str] = Counter()
    for key in keys:
        counts.update(bigrams(key))
    least = 2 if len(keys) >= MANY else 1
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
    return min(1.0, max(0.0, (cohesion(key, article) - FOREIGN) / (OWN - FOREIGN)))


def core(rows: Sequence[Row]) -> tuple[int, int]:
    """The stretch of rows with the greatest weight, furniture counted against it: where the article surely is (start, stop)."""
    best, start, best_span, total = 0.0, 0, (0, 0), 0.0
    for at, row in enumerate(rows):
        gain = -row.marker.weight * row.junk * 2 if row.marker else of(row) - 0.25 * (not row.prose) - max(0.0, row.junk - DOUBTED)
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, best_span = total, (start, at + 1)
    return best_span
