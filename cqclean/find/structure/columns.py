"""Which rows are a table of several columns, taken out of HTML cell by cell?

It begins with the heads of its columns, names of properties (rules/data/structure.toml), and goes on as long as figures stand in those
columns in which they stand first.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from cqclean.find.structure import limits
from cqclean.find.structure.lexicon import core_of
from cqclean.find.structure.rows import Row
from cqclean.ruleset.frozen import tables
from cqclean.text.late import late

_FIGURE = late(  # a number with its unit, a span, a day, a time
    r"[-+±~≥≤<>¥￥$]{0,2}\d[\d.,]* ?[^\s\d]{0,4}(?:[-~/—][\d.,]+ ?[^\s\d]{0,4})?"
    r"|\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{0,2}日?)?(?: ?\d\d?:\d\d(?::\d\d)?)?|\d\d?:\d\d(?::\d\d)?"
)
_NONE = frozenset({"-", "--", "—", "/", "无", "面议", "暂无", "停报", "持平", "平", "缺货", "待定"})  # what stands where no figure is known


def words(*kinds: str) -> frozenset[str]:
    """The names of properties of some kinds."""
    return frozenset(word for kind in kinds for word in tables("data/structure")["properties"][kind].split())


@cache
def _heads() -> frozenset[str]:
    return words("labels", "heads")


def boxes(rows: Sequence[Row]) -> Iterator[range]:
    """The tables of several columns, from their heads on."""
    at = 0
    while at < len(rows):
        heads = sum(1 for _ in takewhile(_is_head, rows[at : at + limits.facts.columns]))
        if heads < limits.facts.least:
            at += max(1, heads)
            continue
        stop = max(_filled(rows, at + heads, wide, max(0, wide - heads)) for wide in range(heads - 1, heads + 3) if wide > 1)
        if stop:
            yield range(at, stop)
        at = max(stop, at + heads)


def _is_head(row: Row) -> bool:
    return len(row.key) <= limits.facts.cell and core_of(row.key) in _heads()


def _filled(rows: Sequence[Row], begin: int, wide: int, unknown: int) -> int:
    """Where a table ends of so many columns, of which some have unknown heads; 0 if its cells fit no such table."""
    begin += unknown
    tops = [[row.key for row in rows[begin + step : begin + step + wide + 1 : wide]] for step in range(wide)]
    figures = {step for step, top in enumerate(tops) if all(map(_is_figure, top)) and any(map(_FIGURE.fullmatch, top))}
    if not 0 < len(figures) < wide:
        return 0
    stop, sure = begin, begin
    while stop < len(rows) and _is_cell(rows[stop], (stop - begin) % wide in figures):
        stop += 1
        sure = stop if (stop - begin) % wide == 0 or (stop - 1 - begin) % wide in figures else sure
    return sure if sure - begin >= 2 * wide - 1 else 0


def _is_cell(row: Row, figure: bool) -> bool:
    return _is_figure(row.key) if figure else is_plain(row, limits.facts.word)


def is_plain(row: Row, longest: int) -> bool:
    """Whether a row may be what a label or a column tells: short, no sentence, and of a site's words none but those that values share."""
    shared = row.marker is None or row.marker.kind in limits.facts.shared or _is_figure(row.key)
    return shared and not row.prose and len(row.key) <= longest


def _is_figure(key: str) -> bool:
    return key in _NONE or _FIGURE.fullmatch(key) is not None
