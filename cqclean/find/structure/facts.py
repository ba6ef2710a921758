"""Which lines are the labels and values of a table of facts?

Taken out of HTML cell by cell, a product's data, a tender's dates or a recipe's amounts look like a menu: short lines, no sentence. What
tells them is their rhythm (a label, then a value with figures; or label and value on one line) and that no site's word is among the labels.
"""

import re
from collections.abc import Callable, Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row

_LABEL = re.compile(r"[\u4e00-\u9fff](?:[\u4e00-\u9fff() /]{0,8}[\u4e00-\u9fff):])")
_FIGURES = re.compile(r"[0-9a-z¥$%]")
_ADDRESS = re.compile(r"https?:|www\.|>")  # what lists of links and breadcrumbs hold
_BOTH = re.compile(r"[*\- ]*[^:。!?,]{2,10}:[* ]*\S.{0,60}")


def boxes(rows: Sequence[Row]) -> list[range]:
    """The tables of facts among the rows."""
    found, at = list[range](), 0
    while at < len(rows):
        stop = max(_run(rows, at, 1, _is_both), _run(rows, at, 2, _is_pair))
        if stop > at and _is_told(rows[at:stop]):
            found.append(range(at, stop))
        at = max(stop, at + 1)
    return found


def stated(rows: Sequence[Row], first: int, stop: int, titles: Sequence[int]) -> frozenset[int]:
    """The rows of tables in the text, which stands from row `first` to `stop`, right above it or right below the page's title."""
    reach = limits.facts.reach
    title = max((at for at in titles if at < first), default=-reach - 1)
    near = [box for box in boxes(rows[:stop]) if box.stop >= first - reach or title < box.start <= title + reach]
    return frozenset(at for box in near for at in box)


def _run(rows: Sequence[Row], at: int, step: int, fits: Callable[[Sequence[Row], int], bool]) -> int:
    """Where the run of facts that begins at a row ends; `at` where it is too short."""
    stop = at
    while stop + step <= len(rows) and fits(rows, stop):
        stop += step
    return stop if stop - at >= step * limits.facts.least else at


def _is_both(rows: Sequence[Row], at: int) -> bool:
    return not rows[at].prose and _BOTH.fullmatch(rows[at].key) is not None


def _is_pair(rows: Sequence[Row], at: int) -> bool:
    label, value = rows[at], rows[at + 1]
    return _LABEL.fullmatch(label.key) is not None and not value.prose and len(value.key) <= limits.facts.value


def _is_told(box: Sequence[Row]) -> bool:
    """Whether figures stand in half of a table and hardly any word of a site."""
    own = limits.facts
    if any(_ADDRESS.search(row.key) for row in box):
        return False
    known = sum(row.marker is not None and row.marker.kind not in own.kinds for row in box)
    figures = sum(_FIGURES.search(row.key) is not None for row in box)
    return known <= own.known * len(box) and figures >= own.figures * len(box)
