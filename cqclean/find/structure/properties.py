"""Which rows are a table of facts by the names of their properties?

A recipe's effort, a job's pay, a tender's region or a song's singer has no rhythm of figures (facts.py), only words: 难度 初级入门. What
tells it from a menu is that label after label names a property of a thing; rules/data/structure.toml has these names. A table of several
columns begins with such names and goes on as long as figures stand in the columns in which they began.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

from cqclean.find.structure import limits
from cqclean.find.structure.lexicon import core_of
from cqclean.find.structure.rows import Row
from cqclean.ruleset.frozen import tables
from cqclean.text.late import late

_BRACKETED = late(r"[\[【]([^\[\]【】]{1,16})[\]】] ?(.+)")
_BULLETS = "|·•*-– "  # what stands before the label of an item or of a row in Markdown
_ANY = late(r"(?:不限|全部|所有)(?: .+)?")  # what a menu of filters begins with
_LOOSE = late(r"[^:。!?,]{2,10}:[* ]*\S.{0,60}")  # a fact of any label
_FIGURE = late(  # a number with its unit, a span, a day
    r"[-+±~≥≤<>¥￥$]{0,2}\d[\d.,]* ?[^\s\d]{0,4}(?:[-~/—][\d.,]+ ?[^\s\d]{0,4})?"
    r"|\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{0,2}日?)?(?: ?\d\d?:\d\d(?::\d\d)?)?"
)
_NONE = frozenset({"-", "--", "—", "/", "无", "面议", "暂无", "停报", "持平", "平", "缺货", "待定"})  # what stands where no figure is known


class _Fact(NamedTuple):
    """A label, the row below its value, and whether it has one and names a property."""

    label: str
    stop: int
    valued: bool
    known: bool


@cache
def _labels() -> frozenset[str]:
    return _words("labels")


def _words(kind: str) -> frozenset[str]:
    return frozenset(tables("data/structure")["properties"][kind].split())


@cache
def _all_labels() -> frozenset[str]:
    return _labels() | _words("beside")


@cache
def _heads() -> frozenset[str]:
    return _labels() | _words("heads")


def boxes(rows: Sequence[Row]) -> Iterator[range]:
    """The runs of labels that name properties, each with its value; where few do, the learned score must not be sure of a site's list."""
    at = 0
    while at < len(rows):
        run = _run(rows, at)
        stop = run[-1].stop if run else at + 1
        turned = stop < len(rows) and _label(rows[stop]) != ""  # values may stand above their labels
        box = range(at, stop + turned)
        if _is_table(run) and (_known(run) + turned > limits.facts.least or doubtful(rows, box)):
            yield box
        at = stop


def doubtful(rows: Sequence[Row], box: range) -> bool:
    """Whether the learned score leaves a doubt that rows are a list of the site's."""
    return sum(rows[at].junk for at in box) < limits.facts.surely * len(box)


def _is_table(run: Sequence[_Fact]) -> bool:
    """Whether enough facts name a property, each another one, and have a value."""
    own, size = limits.facts, len(run)
    distinct, valued = {fact.label for fact in run}, sum(fact.valued for fact in run)
    return _known(run) >= max(own.least, size / 2) and len(distinct) >= own.distinct * size and valued >= own.valued * size


def _known(run: Sequence[_Fact]) -> int:
    return len({fact.label for fact in run if fact.known})


def named(rows: Sequence[Row], first: int) -> range:
    """The row above row `first` that facts of a thing follow, as they follow its name, with these facts; of cards that tell the same of
    several things none."""
    found, labels = list[range](), list[str]()
    for at in range(first):
        if run := _told(rows, at):
            found.append(range(at, run[-1].stop))
            labels += [fact.label for fact in run]
    return found[0] if found and len({*labels}) == len(labels) else range(0)


def _told(rows: Sequence[Row], at: int) -> Sequence[_Fact]:
    """The facts that follow a line that is none itself: three, or two with their values behind a colon."""
    if rows[at].marker is not None or not any(map(str.isalpha, rows[at].key)) or _fact(rows[at]) or _label(rows[at]):
        return ()
    run = _run(rows, at + 1) if at + 1 < len(rows) else ()
    colons = run and all(":" in row.key for row in rows[at + 1 : run[-1].stop])
    told = len({fact.label for fact in run if fact.known and fact.valued})
    return run if told == len(run) >= limits.facts.least - bool(colons) else ()


def _run(rows: Sequence[Row], at: int) -> Sequence[_Fact]:
    """The facts from row `at` on, down to the last value of a known label."""
    if (_fact(rows[at]) or _label(rows[at])) not in _labels():
        return ()
    run = list(islice(_facts(rows, at), limits.facts.most))
    while run and not (run[-1].known and run[-1].valued):
        run.pop()
    return run


def _facts(rows: Sequence[Row], at: int) -> Iterator[_Fact]:
    """What may be facts from row `at` on."""
    while at < len(rows):
        if label := _fact(rows[at]) or _loose(rows[at]):
            at += 1
            yield _Fact(label, at, True, label in _labels())
        elif label := _label(rows[at]):
            values = _values(rows, at + 1)
            at += 1 + values
            yield _Fact(label, at, values > 0, label in _labels())
        else:
            return


def _values(rows: Sequence[Row], at: int) -> int:
    """How many rows from row `at` on are the value of the label above: one, or a few up to the next label."""
    own = limits.facts
    size = sum(1 for _ in takewhile(_is_value, rows[at : at + own.several]))
    below = rows[at + size] if at + size < len(rows) else None
    more = size > 1 and below is not None and (_label(below) or _fact(below)) and not _ANY.fullmatch(rows[at].key)
    return size if more else min(size, 1)


def _is_value(row: Row) -> bool:
    return _is_plain(row, limits.facts.value) and not _label(row) and not _fact(row)


def _is_plain(row: Row, longest: int) -> bool:
    """Whether a row may be what a label or a column tells: short, no sentence, and of a site's words none but those that values share."""
    shared = row.marker is None or row.marker.kind in limits.facts.shared or _is_figure(row.key)
    return shared and not row.prose and len(row.key) <= longest


def _label(row: Row) -> str:
    """The property that a row names, if it does nothing else."""
    key = row.key if len(row.key) <= limits.facts.cell else ""
    core = core_of(key)
    return core if core in _all_labels() else ""


def _fact(row: Row) -> str:
    """The property of which a row tells the value behind a colon, brackets or a blank."""
    key = row.key
    if (bracketed := _BRACKETED.fullmatch(key)) is not None:
        label, value = bracketed[1], bracketed[2]
    elif row.prose or len(key) > limits.facts.fact:
        return ""
    else:
        label, _, value = key.lstrip(_BULLETS).partition(":" if ":" in key else " ")
    label, first = core_of(label), core_of(value.strip().partition(" ")[0])
    menu = _ANY.fullmatch(value.strip()) if " " in value.strip() else first in _all_labels()
    return label if label in _all_labels() and first and not menu else ""


def _loose(row: Row) -> str:
    """The label of a row that is a fact by its form alone."""
    return row.key.partition(":")[0] if row.marker is None and not row.prose and _LOOSE.fullmatch(row.key) else ""


def columns(rows: Sequence[Row]) -> Iterator[range]:
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
    stop, sure = begin, begin
    while stop < len(rows) and _is_cell(rows[stop], (stop - begin) % wide in figures):
        stop += 1
        sure = stop if (stop - begin) % wide == 0 or (stop - 1 - begin) % wide in figures else sure
    return sure if 0 < len(figures) < wide and sure - begin >= 2 * wide - 1 else 0


def _is_cell(row: Row, figure: bool) -> bool:
    return _is_figure(row.key) if figure else _is_plain(row, limits.facts.word)


def _is_figure(key: str) -> bool:
    return key in _NONE or _FIGURE.fullmatch(key) is not None
