"""Which lines above an article show that a page's head stands there?

Anchors (a breadcrumb, a line of meta data) are taken one after another from the top, as long as what lies between them is no text.
Where there is none, a menu has to show itself by many known words of several kinds.
"""

from collections.abc import Sequence

from cqclean.find.structure import limits, worth
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_SURE_CRUMB = late(
    r"位置.{0,3}:|位置.{0,40}>|(?:首页|主页|home) ?(?:>|»|›|-+>|→|/)|(?:>|»|›|→|/) ?正文"
    r"|^(?:edit on|在) ?git|^view page source$|^查看页面源"
)
_PRICE = late(r"[¥$] ?\d")  # a menu has none: above it stands what is sold
_FORMED = late(r"[-*<#>]|\d{1,2}[.)、]|.*[:{};]$")


def chain(rows: Sequence[Row], article: set[str], dense: bool) -> tuple[int, ...]:
    """The anchors of a page's head, from the top."""
    own, title = limits.anchors, limits.worth.long_title
    taken: list[int] = []
    cost = benefit = 0.0
    plain = 0
    for at, row in enumerate(rows):
        marker = row.marker
        if marker and _is_anchor(rows, at, taken):
            if cost <= marker.weight + min(benefit, own.between if taken else own.first):
                taken.append(at)
                cost, benefit, plain = 0.0, 0.0, 0
                continue
            if taken:
                break
        if marker:
            if taken and plain > own.titles and marker.strong and marker.side == "tail":
                break
            benefit += min(marker.weight, own.counts if marker.side != "tail" else own.counts_tail)
        elif taken and kind_of(rows[taken[-1]]) != "breadcrumb" and row.prose:
            break
        else:
            plain += 1
            cost += (
                0.0
                if taken and plain <= own.titles and not (row.prose and len(row.key) > title)
                else _cost(row, article, dense or not taken)
            )
            if cost > own.too_much:
                break
    return tuple(taken)


def _is_anchor(rows: Sequence[Row], at: int, taken: Sequence[int]) -> bool:
    own, kind = limits.anchors, kind_of(rows[at])
    if rows[at].junk < (own.believed if kind not in own.sure and not _SURE_CRUMB.search(rows[at].key) else 0.0):
        return False
    if kind in own.kinds:
        return True
    if kind == "meta-date" and taken and at - taken[-1] <= own.near and kind_of(rows[taken[-1]]) == "breadcrumb":
        return True
    near = kind_of(rows[at - 1]) if at else ""
    return kind in own.dated and near in own.beside and kind != near


def _cost(row: Row, article: set[str], dense: bool) -> float:
    """What it costs to leave a line above an anchor."""
    own = limits.anchors
    if row.junk < own.article:
        return own.article_cost * worth.plain(row)
    if row.prose:
        cost = worth.of(row) * (own.foreign_prose + own.own_prose * worth.belonging(row.key, article))
    else:
        formed = own.formed if _FORMED.match(row.key) else 1.0
        cost = own.passed[worth.length(row)] * (1.0 if dense else own.thin) * formed * max(own.doubtful, worth.trust(row.junk))
    return max(cost, worth.plain(row) * worth.likely(row.junk))


def menu(rows: Sequence[Row]) -> tuple[int, tuple[int, ...]]:
    """A head without anchors: where the longest run from the top ends in which furniture of several kinds is the rule, and its title."""
    own = limits.anchors
    stop, known, gap, found = 0, 0, 0.0, set[str]()
    for at, row in enumerate(rows):
        if _states(row):
            gap += own.formed
        else:
            gap = 0 if row.marker or row.junk >= own.menu_learned else gap + (own.formed if _FORMED.match(row.key) else 1)
        if gap > own.menu_gap or _PRICE.match(row.key) or (row.prose and row.marker is None and len(row.key) >= own.menu_paragraph):
            break
        if row.marker is None and row.junk >= own.menu_learned:
            known += 1
        elif row.marker and not _dated(row):
            known += 1
            found.add(row.marker.kind)
            sure = row.marker.weight >= limits.worth.marker or (at and rows[at - 1].marker is not None)
            if sure and known >= own.menu_known * (at + 1) and known >= own.menu_rows and len(found) >= own.menu_kinds:
                stop = at + 1
    dated = [at for at in range(1, stop) if _dated(rows[at]) and rows[at - 1].marker is None and len(rows[at - 1].key) >= own.menu_title]
    return stop, tuple(at - 1 for at in dated[-1:])


def _states(row: Row) -> bool:
    """Whether a menu's word is the label of a fact: 价格:."""
    return row.key.endswith(":") and kind_of(row) == "nav"


def _dated(row: Row) -> bool:
    return row.marker is not None and row.marker.kind in limits.anchors.menu_dates


def kind_of(row: Row) -> str:
    return row.marker.kind if row.marker else ""
