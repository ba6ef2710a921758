"""Does a run of other stories' titles stand between the article and what follows it, without any header?

Nothing in such a line's shape tells it from a subheading or a list; what tells is that the run shares next to no wording with a long
article, and a rhythm of dates. So it is only looked for behind dense prose.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cqclean.find.structure import facts, limits, worth
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_SENTENCE = late(r"[。!?;:]”?$")
_LIST = late(r"(?:名单|如下|一览表?|企业|单位|人员|附件)[:\])”]*$|:$")
_LISTED = late(r"[-*#|<\[]|\d{1,3} ?[.、)]|\(?[一二三四五六七八九十]{1,3}[)、]|第.{1,3}[条章节]")


class Run(NamedTuple):
    """Rows `first` to `stop` are other stories' titles; `share` is their mean cohesion with the article."""

    first: int
    stop: int
    share: float
    dates: int


def above(rows: Sequence[Row], first: int, stop: int, article: set[str]) -> Run | None:
    """The run of titles that ends at row `stop`, if there is one below row `first`; furniture among them is passed over."""
    own, typical = limits.headlines, _typical(rows[first:stop], article)
    seen: list[tuple[int, float]] = []
    balance = best = 0.0
    length = dates = dated = 0
    for at in range(stop - 1, first, -1):
        row = rows[at]
        if row.marker is not None:
            dates += row.marker.kind == "meta-stamp"
            continue
        share = worth.cohesion(row.key, article) / typical
        balance += (own.even - share) * min(len(row.key), own.longest) / own.line
        if (
            balance < best - own.gives_up
            or len(row.key) > own.size[1]
            or _LISTED.match(row.key)
            or (row.junk < own.furniture and not _chinese(row.key))
        ):
            break
        seen.append((at, share))
        if balance > best:
            best, length, dated = balance, len(seen), dates
    run = _judged(rows, seen[:length], stop, typical, dated)
    return run if run and (run.dates >= own.dated or not _is_text(rows, first, seen[:length])) else None


def are_listed(rows: Sequence[Row]) -> bool:
    """Whether most rows are numbered, or rows of a table: a list that the text ends with."""
    return sum(_LISTED.match(row.key) is not None for row in rows) * 2 > len(rows)


def _is_text(rows: Sequence[Row], first: int, seen: Sequence[tuple[int, float]]) -> bool:
    """Whether a run reads as paragraphs, verse, a table or a list that the article announces: its lines end like sentences, its labels
    stand above as well, most of its lines have columns, or the line above it says that a list follows."""
    own, short = limits.headlines, limits.worth.short
    keys = [rows[at].key for at, _ in seen]
    counts = Counter(row.key for row in rows[first : seen[0][0] + 1] if len(row.key) < short)
    sentences = sum(_SENTENCE.search(key) is not None for key in keys)
    columns = sum(map(facts.has_columns, keys))
    return (
        sentences > own.sentences * len(keys)
        or sum(counts[key] > 1 for key in keys) > own.labels
        or 2 * columns > len(keys)
        or _announces(rows, seen[-1][0])
    )


def _announces(rows: Sequence[Row], at: int) -> bool:
    """Whether the first line of a run, or the one above it, says that the article's own list follows."""
    return any(
        row.marker is None and row.junk < limits.headlines.announces and _LIST.search(row.key) for row in rows[max(0, at - 1) : at + 1]
    )


def _judged(rows: Sequence[Row], seen: Sequence[tuple[int, float]], stop: int, typical: float, dates: int) -> Run | None:
    own = limits.headlines
    if len(seen) < own.least or sum(len(rows[at].key) >= own.size[0] for at, _ in seen) < own.fits * len(seen):
        return None
    mean = sum(share for _, share in seen) / len(seen)
    most = own.mean_dated if dates >= own.dated else own.mean
    return Run(seen[-1][0], stop, mean * typical, dates) if mean <= most else None


def _typical(rows: Sequence[Row], article: set[str]) -> float:
    """The mean share of the longer half of the paragraphs: of the article's own, even where foreign ones stand below it."""
    long = sorted((row for row in rows if row.marker is None and row.prose), key=lambda row: len(row.key))
    shares = [worth.cohesion(row.key, article) for row in long[len(long) // 2 :]]
    return max(sum(shares) / len(shares), 0.01) if shares else 1.0


def _chinese(key: str) -> bool:
    """Whether a line is mostly Han characters: titles are, code and figures are not."""
    return 2 * sum("\u4e00" <= char <= "\u9fff" for char in key) >= len(key)
