"""Where does the article end?

From every strong marker on, what speaks for furniture is weighed against what speaks for text; the marker with the greatest balance
down to the last line is where the page's own lines begin. What stands behind several kinds of furniture weighs less and less as text.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from cqclean.find.structure import limits, worth
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

FAR = 300  # rows in which what confirms a tail stands: to look through a list of thousands for each of its rows takes minutes
_PAGE = late(r"[(\[【]?(\d{1,2})[)\]】]?")


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
    own = limits.tail
    doubts = own.doubt_anchored if anchored else own.doubt if dense else own.no_doubt
    begun, mass = len(rows), 0.0
    for at in range(first, len(rows)):
        mass += 0.0 if rows[at].marker else worth.of(rows[at])
        if mass >= own.begun:
            begun = at + 1
            break
    balances, stretches = _weigh(rows, first, article, dense, doubts)
    tails, buttons = [], _buttons(rows, first)
    for at in range(max(after, begun, _text_begins(rows, first) + 1), len(rows)):
        marker = rows[at].marker
        if marker and marker.strong and marker.kind in own.starts and balances[at] > 0 and at not in buttons and _believed(rows, at):
            second = _second(rows, at, article, dense, buttons)
            if second >= 0 or (anchored and at >= len(rows) - own.last):
                tails.append(Tail(_above(rows, first, at), at, second, balances[at], stretches[at]))
    below = _goes_on(rows, min((tail.anchor for tail in tails), default=len(rows)), article)
    return sorted((tail for tail in tails if tail.anchor >= below), key=lambda tail: (-tail.balance, tail.anchor))


def _believed(rows: Sequence[Row], at: int) -> bool:
    """Whether the learned score lets a row begin a tail; a row of a table begins none whose head is the article's."""
    row = rows[at]
    if is_contact(row):
        return not is_own(rows, at)
    if _reads_on(rows, at):
        return False
    while row.key.startswith("|") and at and rows[at - 1].key.startswith("|"):
        at -= 1
    own = limits.tail
    doubtful = row.marker is not None and row.marker.kind in own.doubtful
    return row.junk >= (own.doubtful_from if doubtful else own.starts_from) and (rows[at] is row or rows[at].marker is not None)


def _reads_on(rows: Sequence[Row], at: int) -> bool:
    """Whether the article goes on right below a row: lines that neither wording nor the learned score takes for furniture."""
    below = rows[at + 1 : at + 1 + limits.tail.reads_on]
    return len(below) == limits.tail.reads_on and all(row.marker is None and row.junk < limits.tail.goes_below for row in below)


def is_own(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is one of contacts right below the text whose first the learned score doubts: a notice's, an organizer's."""
    if not is_contact(rows[at]):
        return False
    top = at
    while top > 1 and (is_contact(rows[top - 1]) or (_is_plain(rows[top - 1]) and is_contact(rows[top - 2]))):
        top -= 1
    return rows[top].junk < limits.tail.contact_from


def _is_plain(row: Row) -> bool:
    return row.marker is None and not row.prose


def is_contact(row: Row) -> bool:
    return row.marker is not None and row.marker.kind == "contact"


def _goes_on(rows: Sequence[Row], first: int, article: set[str]) -> int:
    """The row below the last running text from row `first` on that wording and score both take for the article's."""
    own = limits.tail
    sure = (at for at in range(len(rows) - 1, first, -1) if rows[at].prose and rows[at].marker is None and rows[at].junk < own.goes_below)
    return next((at + 1 for at in sure if worth.cohesion(rows[at].key, article) >= own.goes_share), 0)


def _text_begins(rows: Sequence[Row], first: int) -> int:
    """The first row that reads as text, else the first that no wording explains."""
    plain = [at for at in range(first, len(rows)) if rows[at].marker is None]
    return next((at for at in plain if rows[at].prose), plain[0] if plain else len(rows))


def _weigh(rows: Sequence[Row], first: int, article: set[str], dense: bool, doubts: Sequence[float]) -> tuple[list[float], list[float]]:
    """For each row: how much more the rows from it on speak for furniture than for text, and the heaviest stretch of text among them."""
    own, short = limits.tail, limits.worth.short
    balances, stretches, seen, state = [0.0] * len(rows), [0.0] * len(rows), set[str](), _State(doubts)
    for at in range(first, len(rows)):
        row = rows[at]
        if row.marker:
            balances[at] = row.marker.weight * (own.repeated if row.marker.kind == state.last else 1.0) * min(1.0, own.believed * row.junk)
            state.marker(row)
            continue
        doubt = state.doubt(row) if row.key not in seen else 0.0
        twice = at > first and row.key == rows[at - 1].key and len(row.key) >= short
        balances[at] = own.twice if twice else -_cost(row, article, dense) * doubt
        state.stretch += worth.of(row) * doubt
        stretches[at] = state.stretch
        state.text(row, article)
        if len(row.key) >= short:
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
        if marker.strong and marker.side != "head" and self.mass >= limits.tail.begun:
            self.kinds.add(marker.kind)
            self.listed = marker.lists
        if marker.weight >= limits.worth.marker:
            self.stretch = 0.0
        self.last, self.run = marker.kind, 0

    def text(self, row: Row, article: set[str]) -> None:
        own, self.last = limits.tail, ""
        self.mass += worth.of(row)
        self.run = self.run + 1 if row.prose and worth.belonging(row.key, article) > own.owned else 0
        if self.run >= own.goes_on and not self.listed:
            self.kinds.clear()

    def doubt(self, row: Row) -> float:
        """How much of its weight as text a row keeps here."""
        own, part = limits.tail, self.doubts[min(len(self.kinds), len(self.doubts) - 1)]
        if row.junk < own.article and not self.listed:
            return max(own.likely, part)
        listed = self.listed and not (row.prose and len(self.kinds) < own.listed_kinds)
        return part * (own.listed if listed else 1.0)


def _cost(row: Row, article: set[str], dense: bool) -> float:
    own = limits.tail
    if row.prose:
        least = own.likely if row.junk < own.article else own.least
        return worth.of(row) * max(least, own.own_prose * worth.belonging(row.key, article))
    cost = own.cost[worth.length(row)] * (1.0 if dense else own.thin) * worth.trust(row.junk)
    return max(cost, worth.plain(row) * worth.likely(row.junk))


def _buttons(rows: Sequence[Row], first: int) -> frozenset[int]:
    """Rows that come back again and again with running text between: buttons of the article's own sections, as an encyclopedia's are."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(first, len(rows)):
        if rows[at].marker is not None:
            places[rows[at].key].append(at)
    texts = [0, *accumulate(row.prose and row.junk < limits.tail.between_buttons for row in rows)]  # of running text above each row
    often = [found for found in places.values() if len(found) >= limits.tail.buttons]
    return frozenset(at for found in often if 2 * sum(texts[a] < texts[b] for a, b in pairwise(found)) > len(found) - 1 for at in found)


def _second(rows: Sequence[Row], at: int, article: set[str], dense: bool, buttons: frozenset[int]) -> int:
    """The next row that shows another strong kind, with no paragraph of the article and few unexplained lines before it; else -1."""
    start = rows[at].marker
    assert start is not None
    own, surely = limits.tail, limits.worth.surely
    plain = 0 if start.kind == "contact" else (own.plain_dense if dense else own.plain_thin)[start.weight >= own.sure]
    for near in range(at + 1, min(len(rows), at + FAR)):
        row = rows[near]
        if row.marker is None:
            plain -= row.junk < surely
            if plain < 0 or (row.prose and worth.belonging(row.key, article) >= own.owned and start.kind != "related"):
                return -1
        elif row.marker.strong and row.marker.kind != start.kind and row.marker.side != "head" and near not in buttons:
            return near
    return -1


def _above(rows: Sequence[Row], first: int, at: int) -> int:
    """Furniture directly above a marker goes with it, and the numbers of pages."""
    own, least = limits.tail, limits.worth.marker
    at = _above_pages(rows, first, at)
    while at - 1 > first:
        marker = rows[at - 1].marker
        if marker is None or marker.weight < least or rows[at - 1].junk < own.above_from or marker.kind in own.stays:
            return at
        at -= 1
    return at


def _above_pages(rows: Sequence[Row], first: int, at: int) -> int:
    """The row below which the numbers of pages, from 1 on, stand right above a row, one a line; else that row itself."""
    top = at
    while top - 1 > first and (match := _PAGE.fullmatch(rows[top - 1].key)):
        top -= 1
        if match[1] == "1":
            return top if at - top > 1 and int(_PAGE.fullmatch(rows[at - 1].key)[1]) == at - top else at  # type: ignore[index]
    return at
