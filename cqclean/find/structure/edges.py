"""Which lines at the edges of what goes follow it, and which hold it up?

The ends that wording shows are often a line short: a name above a breadcrumb, titles above a box. Lines that the learned score takes for
furniture follow, unless they belong to what stays.
"""

import math
from collections.abc import Callable, Sequence

from cqclean.find.structure import facts, inserts, limits, properties, tail, worth
from cqclean.find.structure.head import Head
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_ASKS = late(r"[^:]{0,6}(?:咨询|联系|报名|热线)[^:]{0,4}:.{0,24}\d{3,4}-?\d{4}")  # whom a notice tells to ask
_STATED = late(r"[\u4e00-\u9fff]{2,8}:[^:]{1,20}")
_ITEM = late(r"[·•●○◆◇■□▪*\-–—]|\d{1,2}[.、)]")  # how an item of a list begins


def peeled(rows: Sequence[Row], top: Head, stop: int, table: int, signed: int) -> tuple[int, int]:
    """Lines at both ends that the learned score takes for furniture go as well; a line that may be the title stays, a signature, and what
    stands above the end of the last table."""
    own, short, first = limits.plan, limits.worth.short, facts.below_register(rows, top.stop) if top.stop else 0
    run = 0
    while first + run < stop and rows[first + run].junk >= own.peel and not rows[first + run].prose and not _begins(rows, first + run):
        run += 1
    if run and not top.titles:
        run = next((step for step in range(run) if rows[first + step].marker is None and len(rows[first + step].key) >= short), run)
    first += run if run >= own.run or all(rows[first + step].junk >= own.alone for step in range(run)) else 0
    run = 0
    while stop - run > max(first, signed, table) and rows[stop - run - 1].junk >= own.peel and not _holds(rows, stop - run - 1):
        run += 1
    if state(rows[stop - run : stop]):
        run = 0
    while run and (not inserts.worded(rows[stop - run]) or not _follows(rows[stop - run : stop])):
        run -= 1
    if run and stop - run > first and _belongs(rows[stop - run - 1], rows[stop - run : stop]):
        run = 0
    return first, stop - run


def below_portal(rows: Sequence[Row], first: int, stop: int, article: set[str]) -> int:
    """Where a portal's long list of other stories begins whose lower part goes: right above it, lines of foreign words that are likely
    furniture; what stands in brackets ends an article."""
    own = limits.plan
    if len(rows) - stop < own.portal or rows[stop].marker is not None:
        return stop
    while stop - 1 > first and _may_be_listed(rows[stop - 1], article) and not _holds(rows, stop - 1):
        stop -= 1
    return stop


def grown(rows: Sequence[Row], first: int, stop: int, signed: int, article: set[str]) -> int:
    """Where what goes below the text begins if the lines above it are read together: a sentence among twenty lines that the learned score
    takes for furniture is a teaser, not the article's end. The sum of the lines' odds decides, from the cut upwards; where nothing is cut
    below them, all of them are as good as sure."""
    own, steps = limits.grown, range(stop - 1, max(first, signed), -1)
    count = _read_together(rows, steps, article, own.edge, own.mean if stop < len(rows) else own.alone, lambda at: _holds(rows, at))
    return stop - count


def deepened(rows: Sequence[Row], first: int, stop: int, article: set[str], dense: bool) -> int:
    """Where the text begins if the lines below what goes above it are read together, as `grown` reads those above the other end: a sentence
    of the site's among twenty lines of lists holds nothing up."""
    steps, mean = range(first, stop), limits.grown.above[0 if dense else 1]
    return first + _read_together(rows, steps, article, limits.plan.peel, mean, lambda at: _heads(rows, at) or properties.begins(rows[at]))


def _read_together(rows: Sequence[Row], steps: range, article: set[str], edge: float, mean: float, ends: Callable[[int], bool]) -> int:
    """How many rows go from where a walk begins: those up to the one of junk `edge` at which the sum of their odds is greatest, if that and
    their mean are great enough."""
    own, total, best, count = limits.grown, 0.0, 0.0, 0
    for step, at in enumerate(steps, 1):
        row, part = rows[at], worth.belonging(rows[at].key, article)
        if ends(at) or (row.prose and part > row.junk) or total < best - own.gives_up:
            break
        total += _odds(row) - own.own * part
        if total > best and row.junk >= edge:
            best, count = total, step
    return count if count >= own.least and best >= own.sure and best >= mean * count else 0


def _odds(row: Row) -> float:
    """The logarithm of the odds that a line is furniture, no single line being sure beyond measure."""
    low, high = limits.grown.line
    return max(low, min(high, math.log(max(row.junk, 1e-6) / max(1 - row.junk, 1e-6))))


def _may_be_listed(row: Row, article: set[str]) -> bool:
    own = limits.plan
    plain = row.marker is None and not row.prose and not row.key.startswith(("(", "—", "□"))
    return plain and row.junk >= own.listed and worth.cohesion(row.key, article) < own.foreign


def _belongs(above: Row, run: Sequence[Row]) -> bool:
    """Whether a run below the text is the text's own list."""
    return _goes_on(above, run) or _labels(above, run[0])


def _goes_on(above: Row, run: Sequence[Row]) -> bool:
    """Whether a run of short lines that no wording explains goes on with a list of such lines: where in it would the article end?"""
    short = limits.worth.short
    return all(row.marker is None and not row.prose and len(row.key) < short for row in (above, *run))


def _holds(rows: Sequence[Row], at: int) -> bool:
    """Whether a line below the text ends what may follow: a row of names, or one of the text's own contacts."""
    asks = rows[at].marker is None and rows[at].junk < limits.tail.contact_from and _ASKS.match(rows[at].key)
    return facts.has_columns(rows[at].key) or bool(asks) or tail.is_own(rows, at)


def state(run: Sequence[Row]) -> bool:
    """Whether half the lines of a run state properties that no wording explains: 录音志愿者：四百余人."""
    return 0 < len(run) <= 2 * sum(row.marker is None and _STATED.fullmatch(row.key) is not None for row in run)


def _heads(rows: Sequence[Row], at: int) -> bool:
    """Whether a line has as many cells as the lines below it: 节次 星期一 星期二 above the lessons."""
    cells = [row.key.count(" ") for row in rows[at : at + 3]]
    return len(cells) > 2 and cells[0] >= limits.plan.cells and cells.count(cells[0]) == len(cells)


def _begins(rows: Sequence[Row], at: int) -> bool:
    """Whether the text begins with a line: the head of a table, or one of several facts of a thing."""
    return _heads(rows, at) or (properties.states(rows[at]) and any(map(properties.tells_fact, rows[at + 1 : at + 2])))


def _follows(run: Sequence[Row]) -> bool:
    """Whether a run below the text goes, its outermost line first: few lines only where wording explains one of them."""
    own, known = limits.plan, any(row.marker for row in run)
    if len(run) >= (own.run if known else own.plain_run):
        return run[0].junk >= own.edge
    return run[0].marker is not None and run[0].junk >= own.alone


def _labels(above: Row, item: Row) -> bool:
    """Whether a word of the text stands above the items of a list: 小贴士 and what it tells."""
    label = above.marker is None and not above.prose and len(above.key) <= limits.plan.label and above.junk < limits.worth.doubted
    return label and _ITEM.match(item.key) is not None
