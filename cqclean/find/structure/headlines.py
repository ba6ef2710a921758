"""Does a run of other stories' titles stand between the article and what follows it, without any header?

Nothing in such a line's shape tells it from a subheading or a list; what tells is that the run shares next to no wording with a long
article, and a rhythm of dates. So it is only looked for behind dense prose.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cqclean.find.structure import worth
from cqclean.find.structure.rows import Row

LEAST = 5  # lines of a run
# Shares of bigrams are taken relative to the mean share of the article's own long paragraphs (about .2 to .5, the more the longer it is).
FURNITURE = 0.5  # learned probability below which a line without Han characters (code, figures) is the article's
EVEN = 0.45  # relative share at which a line speaks neither for the article nor for another story
GIVES_UP = 3.0  # how far the balance may fall below its best (in lines of 20 characters) before the search upwards ends
MEAN = 0.4  # highest mean share of a run without dates
DATED = 3  # dates with a clock time that make a rhythm
MEAN_DATED = 0.5  # highest mean share of a run with that rhythm
SIZE = (8, 110)  # characters of a title or a teaser
FITS = 0.8  # share of the run's lines, dates apart, that must have that size
_LISTED = re.compile(r"[-*#|<\[]|\d{1,3} ?[.、)]|\(?[一二三四五六七八九十]{1,3}[)、]|第.{1,3}[条章节]")


class Run(NamedTuple):
    """Rows `first` to `stop` are other stories' titles; `share` is their mean cohesion with the article."""

    first: int
    stop: int
    share: float
    dates: int


def above(rows: Sequence[Row], first: int, stop: int, article: set[str]) -> Run | None:
    """The run of titles that ends at row `stop`, if there is one below row `first`; furniture among them is passed over."""
    typical = _typical(rows[first:stop], article)
    seen: list[tuple[int, float]] = []
    balance = best = 0.0
    length = dates = dated = 0
    for at in range(stop - 1, first, -1):
        row = rows[at]
        if row.marker is not None:
            dates += row.marker.kind == "meta-stamp"
            continue
        share = worth.cohesion(row.key, article) / typical
        balance += (EVEN - share) * min(len(row.key), 60) / 20
        if (
            balance < best - GIVES_UP
            or len(row.key) > SIZE[1]
            or _LISTED.match(row.key)
            or (row.junk < FURNITURE and not _chinese(row.key))
        ):
            break
        seen.append((at, share))
        if balance > best:
            best, length, dated = balance, len(seen), dates
    return _judged(rows, seen[:length], stop, typical, dated)


def _judged(rows: Sequence[Row], seen: Sequence[tuple[int, float]], stop: int, typical: float, dates: int) -> Run | None:
    if len(seen) < LEAST or sum(len(rows[at].key) >= SIZE[0] for at, _ in seen) < FITS * len(seen):
        return None
    mean = sum(share for _, share in seen) / len(seen)
    return Run(seen[-1][0], stop, mean * typical, dates) if mean <= (MEAN_DATED if dates >= DATED else MEAN) else None


def _typical(rows: Sequence[Row], article: set[str]) -> float:
    """The mean share of the longer half of the paragraphs: of the article's own, even where foreign ones stand below it."""
    long = sorted((row for row in rows if row.marker is None and row.prose), key=lambda row: len(row.key))
    shares = [worth.cohesion(row.key, article) for row in long[len(long) // 2 :]]
    return max(sum(shares) / len(shares), 0.01) if shares else 1.0


def _chinese(key: str) -> bool:
    """Whether a line is mostly Han characters: titles are, code and figures are not."""
    return 2 * sum("\u4e00" <= char <= "\u9fff" for char in key) >= len(key)
