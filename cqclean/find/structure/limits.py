"""Which limits and weights does structure decide by?

rules/structure.toml holds them with their units and where they come from, a table a module; tables.py and tables_between.py have their
types. A table is read when it is first asked for, as in `limits.tail.thin`, and is a plain attribute of this module from then on: loops
ask for it at no cost.
"""

from typing import TYPE_CHECKING, Any

from cqclean.find.structure.tables import (
    Anchors,
    Evidence,
    Grown,
    Head,
    Heading,
    Headlines,
    Plan,
    Tail,
    Worth,
)
from cqclean.find.structure.tables_between import Facts, Inserts, Overlooked, Repeats, Thread, Title
from cqclean.ruleset import typed
from cqclean.ruleset.frozen import tables

FILE = "rules/structure.toml"

anchors: Anchors
heading: Heading
head: Head
tail: Tail
headlines: Headlines
thread: Thread
facts: Facts
repeats: Repeats
title: Title
overlooked: Overlooked
inserts: Inserts
plan: Plan
grown: Grown
worth: Worth
evidence: Evidence
KINDS = (Anchors, Heading, Head, Tail, Headlines, Thread, Facts, Repeats, Title, Overlooked, Inserts, Plan, Grown, Worth, Evidence)
TABLES: dict[str, type] = {kind.__name__.lower(): kind for kind in KINDS}


if not TYPE_CHECKING:  # hidden from the type checker, so that it knows no attribute but those above

    def __getattr__(name: str) -> Any:
        if name not in TABLES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = table = typed.read(TABLES[name], tables("structure").get(name, {}), FILE)
        return table
