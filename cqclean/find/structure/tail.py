"""Where does the article end?

From every strong marker on, what speaks for furniture is weighed against what speaks for text; the marker with the greatest balance
down to the last line is where the page's own lines begin. What stands behind several kinds of furniture weighs less and less as text.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cqclean.find.structure import worth
from cqclean.find.structure.rows import Row

COST = (0.03, 0.06, 0.15)  # a line that is no running text behind a marker, by length, where the article is dense prose
THIN = 6.0  # times as much where it is not
LISTED = 0.4  # part of it for a line below a header that announces titles
OWN_PROSE = 1.6  # how much more a paragraph in the article's own words weighs
ARTICLE, LIKELY = 0.4, 0.6  # learned probability below which prose keeps at least this part of its weight, whatever stands above it
LEAST = 0.1  # part of its weight that foreign prose keeps
TWICE = 0.8  # weight as furniture of a line that stands twice running: a link list's title and its picture
REPEATED = 0.6  # weight of a marker whose kind stood just above
GOES_ON = 3  # paragraphs of the article's wording in a row after which it is taken to go on
DOUBT = (1.0, 0.8, 0.45, 0.25, 0.12)  # how much a row still weighs as text behind 0, 1, 2, ... kinds of furniture
DOUBT_ANCHORED = (1.0, 0.8, 0.4, 0.12, 0.02)  # the same on a page whose head is known, so that its menus can't be taken for its tail
SURE = 2.2  # weight from which a marker may begin a tail whose second kind comes later
BEGUN = 1.6  # weight of text (about 40 characters) that must stand above furniture before it can be a tail
LAST = 6  # rows at the end of a page with a known head, where one kind is enough
NO_DOUBT = (1.0, 1.0, 1.0, 1.0, 1.0)  # where neither head nor prose shows the article
STARTS_FROM = 0.45  # learned probability below which a line begins no tail, whatever its wording
STARTS = frozenset(
    {"editor", "copyright", "notice", "related", "pager", "comment", "share", "follow", "contact", "footer", "tags", "login", "forum"}
)
PLAIN = {True: (3, 10_000), False: (1, 3)}  # unexplained lines allowed between a start and its second kind (weak, sure start), by density


class Tail(NamedTuple):
    """Rows from `start` on go; `anchor` is the marker that says so, `second` the one that confirms it; `heaviest` is the weight as
    text of the longest stretch behind it that no wording explains."""

    start: int
    anchor: int
    second: int
    balance: float
    heaviest: float


def find(rows: Sequence[Row], first: int, after: int, article: set[str], dense: bool, anchored: bool) -> list[Tail]:
    """The confirmed tails below row `first`, best first."""
    doubts = DOUBT_ANCHORED if anchored else DOUBT if dense else NO_DOUBT
    begun, mass = len(rows), 0.0
    for at in range(first, len(rows)):
        mass += 0.0 if rows[at].marker else worth.of(rows[at])
        if mass >= BEGUN:
            begun = at + 1
            break
    balances, stretches = _weigh(rows, first, article, dense, doubts)
    tails = []
    for at in range(max(after, begun, _text_begins(rows, first) + 1), len(rows)):
        marker = rows[at].marker
        if marker and marker.strong and marker.kind in STARTS and balances[at] > 0 and rows[at].junk >= STARTS_FROM:
            second = _second(rows, at, article, dense)
            if second >= 0 or (anchored and at >= len(rows) - LAST):
                tails.append(Tail(_above(rows, first, at), at, second, balances[at], stretches[at]))
    return sorted(tails, key=lambda tail: (-tail.balance, tail.anchor))


def _text_begins(rows: Sequence[Row], first: int) -> int:
    """The first row that reads as text, else the first that no wording explains."""
    plain = [at for at in range(first, len(rows)) if rows[at].marker is None]
    return next((at for at in plain if rows[at].prose), plain[0] if plain else len(rows))


def _weigh(rows: Sequence[Row], first: int, article: set[str], dense: bool, doubts: Sequence[float]) -> tuple[list[float], list[float]]:
    """For each row: how much more the rows from it on speak for furniture than for text, and the heaviest stretch of text among them."""
    balances, stretches, seen, state = [0.0] * len(rows), [0.0] * len(rows), set[str](), _State(doubts)
    for at in range(first, len(rows)):
        row = rows[at]
        if row.marker:
            balances[at] = row.marker.weight * (REPEATED if row.marker.kind == state.last else 1.0) * min(1.0, 2 * row.junk)
            state.marker(row)
            continue
        doubt = state.doubt(row) if row.key not in seen else 0.0
        twice = at > first and row.key == rows[at - 1].key and len(row.key) >= worth.SHORT
        balances[at] = TWICE if twice else -_cost(row, article, dense) * doubt
        state.stretch += worth.of(row) * doubt
        stretches[at] = state.stretch
        state.text(row, article)
        if len(row.key) >= worth.SHORT:
            seen.add(row.key)
    balance = stretch = 0.0
    for at in range(len(rows) - 1, first - 1, -1):
        balance += balances[at]
        stretch = max(stretch, stretches[at])
        balances[at], stretches[at] = balance, stretch
    return balances, stretches


class _State:
    """What stood above a row since the article's text last went on: the more kinds of furniture, the less a row weighs as text."""

    __slots__ = ("doubts", "kinds", "last", "listed", "mass", "run", "stretch")

    def __init__(self, doubts: Sequence[float]) -> None:
        self.doubts, self.kinds = doubts, set[str]()
        self.last, self.listed, self.run, self.stretch, self.mass = "", False, 0, 0.0, 0.0

    def marker(self, row: Row) -> None:
        marker = row.marker
        assert marker is not None
        if marker.strong and marker.side != "head" and self.mass >= BEGUN:
            self.kinds.add(marker.kind)
            self.listed = marker.lists
        if marker.weight >= 1:
            self.stretch = 0.0
        self.last, self.run = marker.kind, 0

    def text(self, row: Row, article: set[str]) -> None:
        self.last = ""
        self.mass += worth.of(row)
        self.run = self.run + 1 if row.prose and worth.belonging(row.key, article) > 0.5 else 0
        if self.run >= GOES_ON and not self.listed:
            self.kinds.clear()

    def doubt(self, row: Row) -> float:
        """How much of its weight as text a row keeps here."""
        if row.junk < ARTICLE and not self.listed:
            return max(LIKELY, self.doubts[min(len(self.kinds), len(self.doubts) - 1)])
        listed = self.listed and not (row.prose and len(self.kinds) < 2)
        return self.doubts[min(len(self.kinds), len(self.doubts) - 1)] * (LISTED if listed else 1.0)


def _cost(row: Row, article: set[str], dense: bool) -> float:
    if row.prose:
        least = LIKELY if row.junk < ARTICLE else LEAST
        return worth.of(row) * max(least, OWN_PROSE * worth.belonging(row.key, article))
    cost = COST[(len(row.key) >= worth.SHORT) + (len(row.key) >= worth.MIDDLE)] * (1.0 if dense else THIN) * worth.trust(row.junk)
    return max(cost, worth.plain(row) * worth.likely(row.junk))


def _second(rows: Sequence[Row], at: int, article: set[str], dense: bool) -> int:
    """The next row that shows another strong kind, with no paragraph of the article and few unexplained lines before it; else -1."""
    start = rows[at].marker
    assert start is not None
    plain = 0 if start.kind == "contact" else PLAIN[dense][start.weight >= SURE]
    for near in range(at + 1, len(rows)):
        row = rows[near]
        if row.marker is None:
            plain -= row.junk < worth.SURELY
            if plain < 0 or (row.prose and worth.belonging(row.key, article) >= 0.5 and start.kind != "related"):
                return -1
        elif row.marker.strong and row.marker.kind != start.kind and row.marker.side != "head":
            return near
    return -1


def _above(rows: Sequence[Row], first: int, at: int) -> int:
    """Furniture directly above a marker goes with it."""
    while at - 1 > first:
        marker = rows[at - 1].marker
        if marker is None or marker.weight < 1 or rows[at - 1].junk < STARTS_FROM or marker.kind in ("meta-date", "contact"):
            return at
        at -= 1
    return at
