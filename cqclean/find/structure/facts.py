"""Which lines are the labels and values of a table of facts?

Taken out of HTML cell by cell, a product's data, a tender's dates or a recipe's amounts look like a menu: short lines, no sentence. What
tells them is their rhythm (a label, then a value with figures; or label and value on one line) and that no word of a site is among them.
"""

import re
from collections.abc import Callable, Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row

_LABEL = re.compile(r"[\u4e00-\u9fff](?:[\u4e00-\u9fff() /]{0,8}[\u4e00-\u9fff):])")
_FIGURES = re.compile(r"[0-9a-z¥$%]")
_ADDRESS = re.compile(r"https?:|www\.|>")  # what lists of links and breadcrumbs hold
_REACH = re.compile(r"(?:联系|电 ?话|手 ?机|传 ?真|邮 ?[箱编件]|地 ?址|网 ?址|微信|qq|e-?mail).{0,6}:")
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
    found = boxes(rows[:stop])
    said = [box for box in found if box.stop > first]
    said += [box for box in found if first - reach <= box.stop <= first or title < box.start <= title + reach if not _is_card(rows, box)]
    return frozenset(at for box in said for at in box)


def _is_card(rows: Sequence[Row], box: range) -> bool:
    """Whether a table only tells how to reach somebody: above the text that is the site's."""
    return 2 * sum(_REACH.match(rows[at].key) is not None for at in box) > len(box)


def _run(rows: Sequence[Row], at: int, step: int, fits: Callable[[Sequence[Row], int], bool]) -> int:
    """Where the run of facts that begins at a row ends; `at` where it is too short."""
    stop = at
    while stop + step <= len(rows) and fits(rows, stop):
        stop += step
    return stop if stop - at >= step * limits.facts.least else at


def _is_both(rows: Sequence[Row], at: int) -> bool:
    return not rows[at].prose and _is_free(rows[at]) and _BOTH.fullmatch(rows[at].key) is not None


def _is_pair(rows: Sequence[Row], at: int) -> bool:
    label, value = rows[at], rows[at + 1]
    fits = _LABEL.fullmatch(label.key) is not None and not value.prose and len(value.key) <= limits.facts.value
    return fits and _is_free(label) and _is_free(value)


def _is_free(row: Row) -> bool:
    """Whether a line holds no word of a site but those that facts share."""
    return row.marker is None or row.marker.kind in limits.facts.kinds


def _is_told(box: Sequence[Row]) -> bool:
    """Whether figures stand in half of a table's values, and no address in any."""
    figures = sum(_FIGURES.search(row.key) is not None for row in box)
    return figures >= limits.facts.figures * len(box) and not any(_ADDRESS.search(row.key) for row in box)
