"""Which lines above an article show that a page's head stands there?

Anchors (a breadcrumb, a line of meta data) are taken one after another from the top, as long as what lies between them is no text.
Where there is none, a menu has to show itself by many known words of several kinds.
"""

import re
from collections.abc import Sequence

from cqclean.find.structure import worth
from cqclean.find.structure.rows import Row

ANCHORS = ("breadcrumb", "meta-meta", "meta-stamp")
ANCHORS_FROM = 0.6  # learned probability below which a line is no anchor, unless its wording leaves no doubt
_SURE_CRUMB = re.compile(r"位置.{0,3}:|位置.{0,40}>|(?:首页|主页|home) ?(?:>|»|›|-+>|→|/)|(?:>|»|›|→|/) ?正文")
NEAR = 3  # rows below a breadcrumb in which a date alone is an anchor
TITLES = 2  # lines of a title between a breadcrumb and the meta line, which cost nothing to pass

PASSED = (0.02, 0.1, 0.4)  # cost of leaving a line that is no running text above an anchor, by length, where the article is dense prose
THIN = 4.0  # times as much where it is not: lists, verse, forms may be the article
FORMED = 8.0  # times as much for a line with a list mark, a tag or a colon: menus have none
_FORMED = re.compile(r"[-*<#>]|\d{1,2}[.)、]|.*[:{};]$")
OWN, OWN_COST = 0.2, 3.0  # learned probability below which a line surely is the article's, and what passing it costs then
BETWEEN = 3.0  # most that furniture between two anchors counts for passing the lines there; twice as much above the first
TOO_MUCH = 10.0  # cost at which the search for anchors ends

LEARNED = 0.95  # learned probability from which a line counts as known in a menu
MENU_KNOWN, MENU_ROWS, MENU_KINDS = 0.4, 6, 3  # share and number of known rows, and kinds, of a menu without any anchor
MENU_GAP = 8  # unknown rows in a row after which a menu is taken to have ended
PARAGRAPH = 40  # characters of running text that end a menu


def chain(rows: Sequence[Row], article: set[str], dense: bool) -> tuple[int, ...]:
    """The anchors of a page's head, from the top."""
    taken: list[int] = []
    cost = benefit = 0.0
    plain = 0
    for at, row in enumerate(rows):
        marker = row.marker
        if marker and _is_anchor(rows, at, taken):
            if cost <= marker.weight + min(benefit, BETWEEN if taken else 2 * BETWEEN):
                taken.append(at)
                cost, benefit, plain = 0.0, 0.0, 0
                continue
            if taken:
                break
        if marker:
            if taken and plain > TITLES and marker.strong and marker.side == "tail":
                break
            benefit += min(marker.weight, 1.0 if marker.side != "tail" else 0.5)
        elif taken and kind_of(rows[taken[-1]]) != "breadcrumb" and row.prose:
            break
        else:
            plain += 1
            cost += (
                0.0
                if taken and plain <= TITLES and not (row.prose and len(row.key) > worth.LONG_TITLE)
                else _cost(row, article, dense or not taken)
            )
            if cost > TOO_MUCH:
                break
    return tuple(taken)


def _is_anchor(rows: Sequence[Row], at: int, taken: Sequence[int]) -> bool:
    kind = kind_of(rows[at])
    if rows[at].junk < (ANCHORS_FROM if kind != "meta-meta" and not _SURE_CRUMB.search(rows[at].key) else 0.0):
        return False
    if kind in ANCHORS:
        return True
    if kind == "meta-date" and taken and at - taken[-1] <= NEAR and kind_of(rows[taken[-1]]) == "breadcrumb":
        return True
    near = kind_of(rows[at - 1]) if at else ""
    return kind in ("meta-date", "meta-label") and near in ("meta-date", "meta-label", "meta-stamp") and kind != near


def _cost(row: Row, article: set[str], dense: bool) -> float:
    """What it costs to leave a line above an anchor."""
    if row.junk < OWN:
        return OWN_COST * worth.plain(row)
    if row.prose:
        cost = worth.of(row) * (0.6 + 1.2 * worth.belonging(row.key, article))
    else:
        formed = FORMED if _FORMED.match(row.key) else 1.0
        long = (len(row.key) >= worth.SHORT) + (len(row.key) >= worth.MIDDLE)
        cost = PASSED[long] * (1.0 if dense else THIN) * formed * worth.trust(row.junk)
    return max(cost, worth.plain(row) * worth.likely(row.junk))


def menu(rows: Sequence[Row]) -> tuple[int, tuple[int, ...]]:
    """A head without anchors: where the longest run from the top ends in which furniture of several kinds is the rule, and its title."""
    stop, known, gap, found = 0, 0, 0.0, set[str]()
    for at, row in enumerate(rows):
        gap = 0 if row.marker or row.junk >= LEARNED else gap + (FORMED if _FORMED.match(row.key) else 1)
        if gap > MENU_GAP or (row.prose and row.marker is None and len(row.key) >= PARAGRAPH):
            break
        if row.marker is None and row.junk >= LEARNED:
            known += 1
        elif row.marker and not _dated(row):
            known += 1
            found.add(row.marker.kind)
            sure = row.marker.weight >= 1 or (at and rows[at - 1].marker is not None)
            if sure and known >= MENU_KNOWN * (at + 1) and known >= MENU_ROWS and len(found) >= MENU_KINDS:
                stop = at + 1
    dated = [at for at in range(1, stop) if _dated(rows[at]) and rows[at - 1].marker is None and len(rows[at - 1].key) >= 6]
    return stop, tuple(at - 1 for at in dated[-1:])


def _dated(row: Row) -> bool:
    return row.marker is not None and row.marker.kind in ("meta-date", "meta-stamp", "meta-label", "field")


def kind_of(row: Row) -> str:
    return row.marker.kind if row.marker else ""
