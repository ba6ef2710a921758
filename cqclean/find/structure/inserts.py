"""Which lines between those of an article did its site set there?

Runs of which wording and learned score are sure, single lines that both show, and buttons, adverts and links that their wording shows
nearly alone.
"""

from collections.abc import Sequence

from cqclean.find.structure import facts, limits
from cqclean.find.structure.rows import Row, has_lone_head, is_by_site, is_stamp, is_strong
from cqclean.text.late import late

_RANKED = ("排名", "名次", "序号")  # how the head of such rows begins
_CODE = late(r"[{}=;$\\]|^[-*#>|<]")


def found(rows: Sequence[Row], first: int, stop: int, titles: Sequence[int]) -> frozenset[int]:
    """Furniture between the article's lines, from row `first` to `stop`: what wording and score both say, and runs of lines of which the
    score is sure; where no title is known, the first line that may be one stays."""
    own, short, gone = limits.inserts, limits.worth.short, set[int]()
    titled = set() if titles else {next((at for at in range(first, stop) if rows[at].marker is None and len(rows[at].key) >= short), -1)}
    at = first
    while at < stop:
        end = at
        while end < stop and rows[end].junk >= own.inner and end not in titled and not _CODE.search(rows[end].key):
            end += 1
        begin, after = at, end
        while begin < after and not _edges(rows[begin]):
            begin += 1
        while after > begin and not _edges(rows[after - 1]):
            after -= 1
        run = rows[begin:after]
        known = sum(row.marker is not None for row in run)
        if len(run) >= own.run and known >= own.known * len(run) and sum(row.junk for row in run) >= own.mean * len(run):
            gone.update(range(begin, after))
        else:
            gone.update(
                step for step in range(at, end) if both(rows[step]) or (_sure(rows[step]) and not _has_figures(*rows[step + 1 : step + 2]))
            )
        at = end + 1
    gone.update(step for step in range(first, stop) if step not in titled and _is_set_between(rows[step]))
    gone.update([step for step in range(first + 1, stop - 1) if {step - 1, step + 1} <= gone and step not in titled and _amid(rows[step])])
    return frozenset(gone)


def _amid(row: Row) -> bool:
    """Whether a line right between two that go goes as well: no running text, and likely furniture."""
    return row.junk >= limits.inserts.amid and not row.prose and not facts.has_columns(row.key)


def _is_set_between(row: Row) -> bool:
    """Whether a line says by its wording, next to the learned score alone, that a site set it between an article's."""
    own, kind = limits.inserts, row.marker.kind if row.marker else ""
    least = ((own.asides, own.asides_from), (own.buttons, own.buttons_from), (own.doubtful, own.doubtful_from))
    return any(kind in kinds and row.junk >= junk for kinds, junk in least)


def _edges(row: Row) -> bool:
    """Whether a run inside the article may begin or end with this line."""
    return row.marker is not None or row.junk >= limits.inserts.both


def both(row: Row) -> bool:
    """Whether wording and score both take a line for furniture."""
    return is_strong(row) and row.junk >= limits.inserts.both


def lone_head(rows: Sequence[Row], at: int) -> bool:
    """Whether a line at the top of a text is its site's meta data, and no row of a list of such lines."""
    near, least = limits.plan.edges[0], limits.inserts.buttons_from
    return at < near and rows[at].junk >= least and is_by_site(rows[at]) and has_lone_head(rows)


def heads(rows: Sequence[Row]) -> set[int]:
    """Lines at the top of a text that are its site's meta data, with the lines beside them that say the rest: 时间:2021-02-02 14:15."""
    found = {at for at in range(min(len(rows), limits.plan.edges[0])) if lone_head(rows, at)}
    beside = {near for at in found for near in (at - 1, at + 1) if 0 <= near < len(rows)}
    return found | {at for at in beside if rows[at].junk >= limits.inserts.buttons_from and is_stamp(rows[at])}


def _sure(row: Row) -> bool:
    """Whether the score alone is sure of a line that is neither text nor code."""
    return row.junk >= limits.inserts.sure and not row.prose and worded(row) and not facts.has_columns(row.key) and not _has_figures(row)


def _has_figures(*rows: Row) -> bool:
    """Whether a line, if there is one, is a row of several cells with a figure at its end: 1 南浦联 14 10 2 2 31/12, or their head."""
    return any(row.key.count(" ") >= limits.plan.cells and (row.key[-1].isdigit() or row.key.startswith(_RANKED)) for row in rows)


def worded(row: Row) -> bool:
    """Whether a line is words, not code, mathematics or a mark."""
    return not _CODE.search(row.key) and any(char.isalpha() for char in row.key)
