"""Where does a list end that the text announces?

"各热企值班电话：" and, below it, names with their numbers: they look like a site's contacts, but a line of the text asks for them, so a
page's own lines begin below the list.
"""

from collections.abc import Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

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
    return frozenset(found)


def _announces(row: Row) -> bool:
    return row.key.endswith(":") and row.marker is None and row.junk < limits.plan.peel


def _end(rows: Sequence[Row], at: int) -> int:
    """The first row from `at` on that is no entry of a list."""
    while at < len(rows) and _ENTRY.fullmatch(rows[at].key):
        at += 1
    return at
