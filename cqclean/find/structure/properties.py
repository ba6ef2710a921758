"""Which rows are a table of facts by the names of their properties?

A recipe's effort, a job's pay, a tender's region or a song's singer has no rhythm of figures (facts.py), only words: 难度 初级入门. What
tells it from a menu is that label after label names a property of a thing; rules/data/structure.toml has these names.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from cqclean.find.structure import columns, limits
from cqclean.find.structure.lexicon import core_of
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_BRACKETED = late(r"[\[【]([^\[\]【】]{1,16})[\]】] ?(.+)")
_OPENS = frozenset("[【")
_BULLETS = "|·•*-– "  # what stands before the label of an item or of a row in Markdown
_ANY = late(r"(?:不限|全部|所有)(?: .+)?")  # what a menu of filters begins with
_FURTHER = late(r" ([^\s:]{2,8}) ?:(?= ?[^\s:])")  # further labels of a row
FACT = r"[^:。!?,]{2,10}:[* ]*\S.{0,60}"  # of any label
_LOOSE = late(FACT)
REMEMBERED = 1000  # rows: each is asked several times whether it names a property, the value of the row above or none


class _Fact(NamedTuple):
    """A label, the row below its value, and whether it has one and names a property."""

    label: str
    stop: int
    valued: bool
    known: bool


@cache
def _labels() -> frozenset[str]:
    return columns.words("labels")


@cache
def _all_labels() -> frozenset[str]:
    return columns.words("labels", "beside")


@cache
def _ends() -> frozenset[str]:
    return frozenset(limits.facts.ends)


def _is_label(core: str) -> bool:
    """Whether a word stands as a label: a known one, or one that ends as many do."""
    return core in _all_labels() or (core[-2:] in _ends() and 2 < len(core) <= limits.facts.label)


def boxes(rows: Sequence[Row]) -> list[range]:
    """The runs of labels that name properties, each with its value; where few do, the learned score must not be sure of a site's list, and
    the same labels again and again are cards of several things."""
    found = list(_tables(rows))
    seen = Counter(labels for _, labels in found)
    return [box for box, labels in found if seen[labels] < limits.facts.least or doubtful(rows, box)]


def _tables(rows: Sequence[Row]) -> Iterator[tuple[range, tuple[str, ...]]]:
    """The tables with their labels."""
    stop = 0
    for at in (at for at, row in enumerate(rows) if begins(row)):
        run = _run(rows, at) if at >= stop else ()
        if run and not any(fact.valued for fact in run):
            stop = run[-1].stop - 1  # the last of them may be the first that has one
        elif run:
            stop = run[-1].stop
            turned = stop < len(rows) and _label(rows[stop]) != ""  # values may stand above their labels
            box = range(at, stop + turned)
            if _is_table(run) and (_known(run) + turned > limits.facts.least or (len(box) > 1 and doubtful(rows, box))):
                yield box, tuple(fact.label for fact in run)


def begins(row: Row) -> bool:
    """Whether a table by words may begin with a row: what sites' cards tell as well begins none."""
    label = _label(row) or next(iter(_pairs(row)), "")
    return label != "" and (label in _labels() or label not in _all_labels())


def states(row: Row) -> bool:
    """Whether a row tells a property and, behind a colon, its value: one that only things have, and no site of its page."""
    return ":" in row.key and any(label in _labels() for label in _pairs(row)[:1])


def tells_fact(row: Row) -> bool:
    """Whether a row tells anything behind the label of a property, also of one that sites state of their pages."""
    return ":" in row.key and bool(_pairs(row))


def amid(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that tell a fact right between two facts of a thing: 时间:数小时 below 难度:普通."""
    near = range(1, len(rows) - 1)
    return frozenset(
        at for at in near if rows[at].meta == "label" and tells_fact(rows[at]) and states(rows[at - 1]) and states(rows[at + 1])
    )


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
    if rows[at].marker is not None or not any(map(str.isalpha, rows[at].key)) or _tells(rows[at]):
        return ()
    run = _run(rows, at + 1) if at + 1 < len(rows) else ()
    colons = run and all(":" in row.key for row in rows[at + 1 : run[-1].stop])
    told = len({fact.label for fact in run if fact.known and fact.valued})
    return run if told == len(run) >= limits.facts.least - bool(colons) else ()


def _run(rows: Sequence[Row], at: int) -> Sequence[_Fact]:
    """The facts from row `at` on, down to the last value of a known label; labels alone if none has a value."""
    if not begins(rows[at]):
        return ()
    run = list(islice(_facts(rows, at), limits.facts.most))
    while any(fact.valued for fact in run) and not (run[-1].known and run[-1].valued):
        run.pop()
    return run


def _facts(rows: Sequence[Row], at: int) -> Iterator[_Fact]:
    """What may be facts from row `at` on."""
    while at < len(rows):
        if labels := _pairs(rows[at]) or _loose(rows[at]):
            at += 1
            yield from (_Fact(label, at, True, label in _labels()) for label in labels)
        elif label := _label(rows[at]):
            values = _values(rows, at + 1)
            at += 1 + values
            yield _Fact(label, at, values > 0, label in _labels())
        else:
            return


def _values(rows: Sequence[Row], at: int) -> int:
    """How many rows from row `at` on are the value of the label above: one, or a few up to the next label; up to that, a long one too."""
    size = sum(1 for _ in takewhile(_is_value, rows[at : at + limits.facts.several]))
    if size == 0:
        return int(at + 1 < len(rows) and rows[at].marker is None and not _tells(rows[at]) and _tells(rows[at + 1]))
    more = size > 1 and at + size < len(rows) and _tells(rows[at + size]) and not _ANY.fullmatch(rows[at].key)
    return size if more else 1


def _tells(row: Row) -> bool:
    """Whether a row names a property."""
    return bool(_label(row) or _pairs(row))


def _is_value(row: Row) -> bool:
    return columns.is_plain(row, limits.facts.value) and not _tells(row)


def _label(row: Row) -> str:
    """The property that a row names, if it does nothing else."""
    return _label_in(row.key) if len(row.key) <= limits.facts.cell else ""


@lru_cache(maxsize=REMEMBERED)
def _label_in(key: str) -> str:
    core = core_of(key)
    return core if _is_label(core) else ""


def _pairs(row: Row) -> tuple[str, ...]:
    """The properties of which a row tells the values; a head above columns and a menu of filters tell none."""
    return _pairs_in(row.key, row.prose)


@lru_cache(maxsize=REMEMBERED)
def _pairs_in(key: str, prose: bool) -> tuple[str, ...]:
    label, sign, value = _parted(key, prose)
    core = core_of(label)
    if not value or not _is_label(core):
        return ()
    first, *more = value.split()
    if not core_of(value) or _is_label(core_of(first)) or (more and _ANY.fullmatch(value)):
        return ()
    further = _FURTHER.findall(value) if sign == ":" else more[::2]
    return (core, *(name for name in further if _is_label(name)))


def _parted(key: str, prose: bool) -> tuple[str, str, str]:
    """What stands in a row before a colon, brackets or a blank, that sign, and what stands behind."""
    key = key.lstrip(_BULLETS)
    if key[:1] in _OPENS and (bracketed := _BRACKETED.fullmatch(key)) is not None:
        return bracketed[1], "]", bracketed[2].strip()
    if ":" not in key and (prose or len(key) > limits.facts.fact):
        return key, "", ""
    label, sign, value = key.partition(":" if ":" in key else " ")
    return label, sign, value.strip()


def _loose(row: Row) -> tuple[str, ...]:
    """The label of a row that is a fact by its form alone."""
    return (row.key.partition(":")[0],) if row.marker is None and not row.prose and _LOOSE.fullmatch(row.key) else ()
