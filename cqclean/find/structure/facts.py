"""Which lines are the labels and values of a table of facts?

Taken out of HTML cell by cell, a product's data, a tender's dates or a recipe's amounts look like a menu: short lines, no sentence. What
tells them is their rhythm, and that no word of a site is among them: a label, then a value with figures; label and value on one line;
numbers among other cells.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row, is_strong

_LABEL = re.compile(r"[\u4e00-\u9fff](?:[\u4e00-\u9fff() /]{0,8}[\u4e00-\u9fff):])")
_FIGURES = re.compile(r"[0-9a-z¥$%]|[一二三四五六七八九十百千]{1,4}余?[人个家名年月日号层台张间座]")
_ADDRESS = re.compile(r"https?:|www\.|>")  # what lists of links and breadcrumbs hold
_REACH = re.compile(r"(?:联系|电 ?话|手 ?机|传 ?真|邮 ?[箱编件]|地 ?址|网 ?址|微信|qq|e-?mail).{0,6}:")
_NUMBER = re.compile(r"[-+±]?[\d.,]+(?:%|[\u4e00-\u9fff]{1,2}|[a-z]{1,3})?|[-—/]")
_COLUMNS = re.compile(r"\S {2,}\S")
_BOTH = re.compile(r"[*\- ]*[^:。!?,]{2,10}:[* ]*\S.{0,60}")


def boxes(rows: Sequence[Row]) -> list[range]:
    """The tables of facts among the rows."""
    found = [
        box for fits, step in ((_is_both, 1), (_is_pair, 2)) for box in _runs(rows, fits, step) if _is_told(rows[box.start : box.stop])
    ]
    return found + [run for run in _cells(rows) if _is_table(rows[run.start : run.stop])]


def stated(rows: Sequence[Row], first: int, found: Sequence[range], titles: Sequence[int]) -> frozenset[int]:
    """The rows of tables in the text, which begins at row `first`, right above it or right below the page's title."""
    reach = limits.facts.reach
    tops = [at for at in titles if at < first]
    said = [range(max(first, box.start - 1), box.stop) for box in found if box.stop > first]  # the line above is its heading
    said += [box for box in found if _beside(box, first, reach, tops) and not _is_card(rows, box)]
    return frozenset(at for box in said for at in box)


def _beside(box: range, first: int, reach: int, titles: Sequence[int]) -> bool:
    """Whether a table reaches into the text, stands right above it, or right below a title."""
    return box.start < first and (box.stop >= first - reach or any(at < box.start <= at + reach for at in titles))


def has_columns(key: str) -> bool:
    """Whether a line has cells that wide blanks part, as the rows of a list of names have."""
    return _COLUMNS.search(key) is not None


def _is_card(rows: Sequence[Row], box: range) -> bool:
    """Whether a table only tells how to reach somebody: above the text that is the site's."""
    return 2 * sum(_REACH.match(rows[at].key) is not None for at in box) > len(box)


def _runs(rows: Sequence[Row], fits: Callable[[Sequence[Row], int], bool], step: int) -> Iterator[range]:
    """The runs of facts of `step` rows each."""
    at = 0
    while at < len(rows):
        stop = at
        while stop + step <= len(rows) and fits(rows, stop):
            stop += step
        if stop - at >= step * limits.facts.least:
            yield range(at, stop)
            at = stop - step + 1  # a heading may have shifted labels and values
        else:
            at += 1


def _is_both(rows: Sequence[Row], at: int) -> bool:
    return not rows[at].prose and _is_free(rows[at]) and _BOTH.fullmatch(rows[at].key) is not None


def _is_pair(rows: Sequence[Row], at: int) -> bool:
    label, value = rows[at], rows[at + 1]
    fits = _LABEL.fullmatch(label.key) is not None and not value.prose and len(value.key) <= limits.facts.value
    return fits and _is_free(label) and _is_free(value)


def _is_free(row: Row) -> bool:
    """Whether a line holds no word of a site but those that facts share."""
    return row.marker is None or row.marker.kind in limits.facts.kinds


def _cells(rows: Sequence[Row]) -> Iterator[range]:
    """The runs of short lines without any word of a site that are long enough for a table."""
    own, begin = limits.facts, 0
    for at in range(len(rows) + 1):
        if at == len(rows) or is_strong(rows[at]) or len(rows[at].key) > own.cell:
            if at - begin >= own.cells:
                yield range(begin, at)
            begin = at + 1


def _is_table(run: Sequence[Row]) -> bool:
    """Whether numbers stand among the cells as in a table of several columns, and don't count up as pages and ranks do."""
    low, high = limits.facts.numbers
    numbers = [row.key for row in run if _NUMBER.fullmatch(row.key)]
    whole = [int(key) for key in numbers if key.isdecimal()]
    counted = sum(after == before + 1 for before, after in pairwise(whole))
    return low * len(run) <= len(numbers) <= high * len(run) and 2 * counted < max(1, len(whole) - 1)


def _is_told(box: Sequence[Row]) -> bool:
    """Whether figures stand in half of a table's values, and no address in any."""
    figures = sum(_FIGURES.search(row.key) is not None for row in box)
    return figures >= limits.facts.figures * len(box) and not any(_ADDRESS.search(row.key) for row in box)
