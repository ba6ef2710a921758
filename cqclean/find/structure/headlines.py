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
OWN = 0.3  # share of bigrams from which a line belongs to the article and ends the run
SURELY_OWN = 0.45  # share from which a line of running text ends it at once
STRAY = 2  # lines in a row that may share more without ending the run
MEAN = 0.13  # highest mean share of a run without dates (sample page: .08; closing lists of articles on tune: .2 and more)
DATED = 3  # dates with a clock time that make a rhythm
MEAN_DATED = 0.2  # highest mean share of a run with that rhythm
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
    begin, shares, sized, dates, own = stop, [], 0, 0, 0
    for at in range(stop - 1, first, -1):
        row = rows[at]
        if row.marker is not None:
            dates += row.marker.kind == "meta-stamp"
            continue
        share = worth.cohesion(row.key, article)
        own = own + 1 if share >= OWN else 0
        if own > STRAY or (row.prose and share >= SURELY_OWN) or len(row.key) > SIZE[1] or _LISTED.match(row.key):
            break
        shares.append(share)
        sized += len(row.key) >= SIZE[0]
        if not own:
            begin = at
    if len(shares) < LEAST or sized < FITS * len(shares):
        return None
    mean = sum(shares) / len(shares)
    return Run(begin, stop, mean, dates) if mean <= (MEAN_DATED if dates >= DATED else MEAN) else None
