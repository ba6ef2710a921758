"""Which limits and weights does structure decide by?

rules/structure.toml holds them with their units and where they come from, a table a module. Here are their types. A table is read when
it is first asked for, as in `limits.tail.thin`, and is a plain attribute of this module from then on: loops ask for it at no cost.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from cqclean.ruleset.frozen import tables
from cqclean.ruleset.mistakes import nearest

FILE = "rules/structure.toml"
Kinds = frozenset[str]  # kinds of furniture, see rules/data/structure.toml
ByLength = tuple[float, float, float]  # of a short, a middle, a long line
Pair = tuple[int, int]
T = TypeVar("T")


class LimitError(ValueError):
    """Mistakes in a table of limits, a line each."""


class Anchors:
    kinds: Kinds
    dated: Kinds
    beside: Kinds
    believed: float
    near: int
    titles: int
    passed: ByLength
    thin: float
    formed: float
    foreign_prose: float
    own_prose: float
    article: float
    article_cost: float
    counts: float
    counts_tail: float
    first: float
    between: float
    too_much: float
    menu_learned: float
    menu_known: float
    menu_rows: int
    menu_kinds: int
    menu_gap: int
    menu_paragraph: int
    menu_title: int
    menu_dates: Kinds


class Heading:
    above: int
    better: float
    second: int
    second_own: float
    sure: float
    unsure: float
    title_like: Kinds
    no_titles: Kinds
    no_lone_titles: Kinds
    no_own_titles: Kinds
    least: int
    least_between: int
    least_worded: int
    searched: int
    share: float


class Head:
    reach: int
    small: int
    tiny: int
    menu_title: int
    below: Kinds


class Tail:
    cost: ByLength
    thin: float
    listed: float
    listed_kinds: int
    own_prose: float
    article: float
    likely: float
    least: float
    twice: float
    repeated: float
    believed: float
    owned: float
    goes_on: int
    doubt: tuple[float, ...]
    doubt_anchored: tuple[float, ...]
    no_doubt: tuple[float, ...]
    sure: float
    begun: float
    last: int
    starts_from: float
    starts: Kinds
    stays: Kinds
    plain_dense: Pair
    plain_thin: Pair


class Headlines:
    least: int
    furniture: float
    even: float
    line: int
    longest: int
    gives_up: float
    mean: float
    dated: int
    mean_dated: float
    size: Pair
    fits: float


class Title:
    reach: int
    size: Pair
    shared: float
    rival: float
    maybe: Kinds


class Plan:
    rounds: int
    kinds: int
    dense: float
    paragraph: int
    survives: float
    short_line: float
    peel: float
    run: int
    alone: float
    plain_run: int
    edge: float
    inner: float
    known: float
    mean: float
    both: float
    forum: int


class Worth:
    unit: int
    least: float
    most: float
    short: int
    middle: int
    loose: ByLength
    bare: float
    doubted: float
    sure: float
    nothing: float
    surely: float
    furniture: float
    marker: float
    against: float
    gap: float
    many: int
    several: int
    long_title: int
    foreign: float
    article: float


class Evidence:
    safe: float
    confidence: tuple[float, ...]
    quoted: int


anchors: Anchors
heading: Heading
head: Head
tail: Tail
headlines: Headlines
title: Title
plan: Plan
worth: Worth
evidence: Evidence
KINDS = (Anchors, Heading, Head, Tail, Headlines, Title, Plan, Worth, Evidence)
TABLES: dict[str, type] = {kind.__name__.lower(): kind for kind in KINDS}


def read(kind: type[T], raw: dict[str, Any]) -> T:
    """A table of one kind. Raises LimitError with every mistake in it."""
    types = get_type_hints(kind)
    mistakes = list(_mistakes(raw, types))
    if mistakes:
        raise LimitError("\n".join(f"{FILE}: [{kind.__name__.lower()}]: {mistake}" for mistake in mistakes))
    made = kind()
    for key, wanted in types.items():
        setattr(made, key, (get_origin(wanted) or wanted)(raw[key]))
    return made


def _mistakes(raw: dict[str, Any], types: dict[str, Any]) -> Iterator[str]:
    for key in raw.keys() - types.keys():
        yield f"unknown key {key!r}{nearest(key, types, 'known are ' + ', '.join(types))}"
    for key, wanted in types.items():
        if key not in raw:
            yield f"{key} is missing"
        elif not _fits(raw[key], wanted):
            yield f"{key} = {raw[key]!r} is not {_named(wanted)}"


def _fits(value: Any, wanted: Any) -> bool:
    if wanted in (int, float, str):
        return type(value) in ((int, float) if wanted is float else (wanted,))
    inner = get_args(wanted)
    sized = get_origin(wanted) is not tuple or inner[-1] is ... or (isinstance(value, list) and len(value) == len(inner))
    return sized and isinstance(value, list) and bool(value) and all(_fits(one, inner[0]) for one in value)


def _named(wanted: Any) -> str:
    """What a type is called in a rule file."""
    if wanted in (int, float, str):
        return {int: "a whole number", float: "a number", str: "a word"}[wanted]
    inner = get_args(wanted)
    count = f"{len(inner)} " if get_origin(wanted) is tuple and inner[-1] is not ... else ""
    return f"a list of {count}" + {int: "whole numbers", float: "numbers", str: "words"}[inner[0]]


if not TYPE_CHECKING:  # hidden from the type checker, so that it knows no attribute but those above

    def __getattr__(name: str) -> Any:
        if name not in TABLES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = table = read(TABLES[name], tables("structure").get(name, {}))
        return table
