"""Where does a list end that the text announces?

"各热企值班电话：" and, below it, names with their numbers: they look like a site's contacts, but a line of the text asks for them, so a
page's own lines begin below the list. So it is with rows of as many cells each: 各项冠军： and who won what, how.
"""

from collections.abc import Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

LEAST_ROWS, LEAST_CELLS = 3, 3  # of such a table
_ENTRY = late(
    r"[\u4e00-\u9fff][\u4e00-\u9fffa-z()·、]{1,23}(?:[: ] {0,3}(?!(?:19|20)\d\d[-/.年])|(?=\d{7}))[(\d][\dx*()/、 -]{3,30}[;,。]?"
)


def lists(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of such lists below running text."""
    found, text = set[int](), -limits.head.signed - 1
    for at, row in enumerate(rows):
        if row.prose:
            text = at
        if at - text <= limits.head.signed and _announces(row):
            entries = range(at + 1, _end(rows, at + 1))
            found.update(entries if len(entries) > 1 else ())  # one entry is no list
        if at == text + 1 and row.key.endswith(":") and row.marker is None:
            table = range(at + 1, _end_of_cells(rows, at + 1))
            found.update(range(at, table.stop) if len(table) >= LEAST_ROWS else ())
    return frozenset(found)


def _announces(row: Row) -> bool:
    return row.key.endswith(":") and row.marker is None and row.junk < limits.plan.peel


def _end(rows: Sequence[Row], at: int) -> int:
    """The first row from `at` on that is no entry of a list."""
    while at < len(rows) and _ENTRY.fullmatch(rows[at].key):
        at += 1
    return at


def _end_of_cells(rows: Sequence[Row], at: int) -> int:
    """The first row from `at` on that has not as many cells, three or more, as that row."""
    cells = rows[at].key.count(" ") + 1 if at < len(rows) else 0
    while at < len(rows) and cells >= LEAST_CELLS and rows[at].key.count(" ") + 1 == cells and rows[at].marker is None:
        at += 1
    return at
