"""Which rows of a page stay, and what says so?

Outside in: head and tail are peeled off by their markers, then vetoes ask whether the article is still there. What nothing shows to be
furniture stays.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cqclean.find.structure import head, tail, worth
from cqclean.find.structure.head import Head
from cqclean.find.structure.rows import Row
from cqclean.find.structure.tail import Tail

DENSE = 12.0  # weight of running text (of about 300 characters) from which an article is dense prose
SURVIVES = 8.0  # weight of text that, once kept, needs no comparison with what goes
KINDS = 2  # strong kinds of furniture that a page must show before anything goes


class Plan(NamedTuple):
    """Rows before `first` go but for the titles of the head, and rows from `stop` on."""

    first: int
    stop: int
    head: Head
    tail: Tail | None
    article: set[str]

    def keeps(self, at: int) -> bool:
        return self.first <= at < self.stop or at in self.head.titles


def make(rows: Sequence[Row]) -> Plan:
    """Decide for a page, from its rows alone."""
    begin, end = worth.core(rows)
    core = [row for row in rows[begin:end] if row.marker is None]
    article = worth.bigrams_of(row for row in core if row.prose) or worth.bigrams_of(core)
    dense = sum(worth.of(row) for row in core if row.prose) >= DENSE
    top = head.find(rows, article, dense)
    anchored = any(rows[at].marker and rows[at].marker.strong for at in top.anchors)  # type: ignore[union-attr]
    tails = tail.find(rows, top.stop, 0 if anchored else begin + 1, article, dense, anchored)
    bottom = next((t for t in tails if _survives(rows[top.stop : t.start], t.heaviest)), None)
    first, stop = top.stop, bottom.start if bottom else len(rows)
    if not _survives(rows[first:stop], _heaviest(rows[: top.stop], top.titles)):
        first = 0
    if len(head.kinds(rows[:first]) | head.kinds(rows[stop:])) < KINDS:
        first, stop = 0, len(rows)
    if stop == len(rows):
        bottom = None
    return Plan(first, stop, top if first else Head(0, (), ()), bottom, article)


def _survives(kept: Sequence[Row], heaviest: float) -> bool:
    """Whether what stays is a page's main text: running text enough, or more than any stretch that would go."""
    plain = [row for row in kept if row.marker is None]
    return sum(worth.of(row) for row in plain if row.prose) >= SURVIVES or sum(map(worth.of, plain)) >= max(heaviest, 0.01)


def _heaviest(rows: Sequence[Row], titles: Sequence[int]) -> float:
    """The weight as text of the heaviest stretch that no wording explains."""
    best = stretch = 0.0
    for at, row in enumerate(rows):
        if row.marker is None and at not in titles:
            stretch += worth.of(row) * (1.0 if row.prose or len(row.key) >= worth.SHORT else 0.3)
        elif row.marker and row.marker.weight >= 1:
            stretch = 0.0
        best = max(best, stretch)
    return best
