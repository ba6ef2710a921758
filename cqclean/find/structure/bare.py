"""Which rows tell facts of a thing that need no label?

A vacancy's pay, a flat's size or a car's mileage stands right below its title and is told by its form alone: 10-15k·13薪, 3室2厅 | 89平米.
rules/data/structure.toml has these forms.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile

from cqclean.find.structure.rows import Row
from cqclean.ruleset.frozen import tables
from cqclean.text.late import late

_PARTED = late(r" ?[|丨│·•,、;] ?| ?/ ?(?![年月天日时季平㎡m])| {1,4}")  # 8000元/月 is one value
MOST = 8  # parts of a row
LEAST = 0.6  # share of them that tell facts: beside them stands the place
ROWS = 4  # right below a title


@cache
def _forms() -> re.Pattern[str]:
    return late("|".join(tables("data/structure")["properties"]["bare"]))


def tells(row: Row) -> bool:
    """Whether a row tells nothing but such facts, and perhaps where the thing is."""
    parts = _PARTED.split(row.key)
    return len(parts) <= MOST and sum(_forms().fullmatch(part) is not None for part in parts) >= LEAST * len(parts)


def below(rows: Sequence[Row], titles: Collection[int]) -> frozenset[int]:
    """The rows of such facts right below a title."""
    found = set[int]()
    for at in titles:
        run = rows[at + 1 : at + 1 + ROWS]
        found.update(range(at + 1, at + 1 + sum(1 for _ in takewhile(tells, run))))
    return frozenset(found)
