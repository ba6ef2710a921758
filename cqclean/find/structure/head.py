"""Where does the article begin?

Head anchors (a breadcrumb, a line of meta data) are taken one after another from the top, as long as what lies between them is no text.
Above the last of them everything goes but the title, which is kept by its place.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cqclean.find.structure import worth
from cqclean.find.structure.rows import Row

ANCHORS = ("breadcrumb", "meta-meta", "meta-stamp")
PASSED = (0.02, 0.1, 0.4)  # cost of leaving a line that is no running text above an anchor, by length, where the article is dense prose
THIN = 4.0  # times as much where it is not: lists, verse, forms may be the article
BETWEEN = 3.0  # most that furniture between two anchors counts for passing the lines there
TITLES = 2  # lines of a title between a breadcrumb and the meta line
MENU_KNOWN, MENU_ROWS, MENU_KINDS = 0.4, 6, 3  # share and number of known rows, and kinds, of a menu without any anchor
MENU_GAP = 8  # unknown rows in a row after which a menu is taken to have ended
REACH = 3  # rows below an anchor in which furniture takes the short lines above it along (counts, names)
SMALL = 14  # characters of such a short line


ANCHORS_FROM = 0.6  # learned probability below which a line is no anchor, whatever its wording
NO_TITLES = frozenset({"share", "follow", "login", "leak", "meta", "meta-meta", "meta-stamp", "meta-date", "meta-label", "copyright"})
EIGHT = 8  # characters from which a line directly above a meta line is a title whatever its wording
SIX = 6  # characters; a shorter line between anchors is a name or a count
SURE_FROM = 0.5  # learned probability from which furniture between anchors and body is believed
UNSURE = 0.9  # and for wording that titles have as well
_SURE_CRUMB = re.compile(r"位置.{0,3}:|位置.{0,40}>|(?:首页|主页|home) ?(?:>|»|›|-+>|→|/)|(?:>|»|›|→|/) ?正文")
BETTER = 0.15  # how much less probable as furniture a second line must be than the nearest to be kept as title as well
LEARNED = 0.95  # learned probability from which a line counts as known in a menu
OWN = 0.2  # learned probability below which a line surely is the article's
FORMED = 8.0  # times the cost of a line with a list mark, a tag or a colon: menus have none
_FORMED = re.compile(r"[-*<#>]|\d{1,2}[.)、]|.*[:{};]$")
REACHES_PROSE = 20


TITLE_REACH = 24  # rows above the body in which a title is looked for by its words
TITLE_SHARE = 0.45  # share of its bigrams that a title has in common with its article (nine of ten titles on tune)


BELOW = frozenset(
    [
        "share",
        "follow",
        "meta",
        "meta-meta",
        "meta-stamp",
        "meta-label",
        "advert",
        "footer",
        "login",
        "comment",
        "notice",
        "pager",
        "forum",
        "tags",
        "related",
        "leak",
    ]
)  # kinds that stand between the meta line and the article


class Head(NamedTuple):
    """Rows before `stop` go, but those of `titles`; `anchors` are the rows that say so."""

    stop: int
    titles: tuple[int, ...]
    anchors: tuple[int, ...]


def find(rows: Sequence[Row], article: set[str], dense: bool) -> Head:
    """The head of a page; stop is 0 where nothing shows one."""
    anchors = _chain(rows, article, dense)
    if not anchors:
        menu = _menu(rows)
        titles = _with_own(rows, menu.stop, menu.titles, article)
        plain = [
            at
            for at in range(max(0, menu.stop - TITLE_REACH // 2), menu.stop)
            if rows[at].marker is None and len(rows[at].key) >= worth.SHORT
        ]
        return menu._replace(titles=titles or tuple(plain[-1:]))
    last = anchors[-1]
    if _kind(rows[last]) == "breadcrumb":
        title = next((at for at in range(last + 1, min(last + 1 + REACH, len(rows))) if _heads(rows[at])), last)
        start = title + 1 if title > last and not rows[title].prose else last + 1
        titles = tuple(range(last + 1, start))[-1:]
    else:
        start, titles = last + 1, _titles(rows, anchors, article)
    between = [at for at in range(anchors[0] + 1, last) if rows[at].marker is None and rows[at].junk < UNSURE and len(rows[at].key) >= SIX]
    stop = _below(rows, start)
    return Head(stop, _with_own(rows, stop, tuple(sorted({*titles, *between[-TITLES:]})), article), anchors)


def _with_own(rows: Sequence[Row], stop: int, titles: tuple[int, ...], article: set[str]) -> tuple[int, ...]:
    """The titles found by place, and where none speaks the article's words, the line above it that does."""
    if any(worth.cohesion(rows[at].key, article) >= TITLE_SHARE for at in titles):
        return titles
    near = [at for at in range(max(0, stop - TITLE_REACH), stop) if at not in titles and _could_be_title(rows[at])]
    shares = {at: worth.cohesion(rows[at].key, article) for at in near}
    best = max(near, key=lambda at: (shares[at], at), default=-1)
    return tuple(sorted({*titles, best})) if best >= 0 and shares[best] >= TITLE_SHARE else titles


def _heads(row: Row) -> bool:
    """Whether a line behind a breadcrumb may be the title: no wording explains it, or one that the learned score does not believe."""
    return (
        row.marker is None
        or row.junk < SURE_FROM
        or (row.junk < UNSURE and row.marker.kind in ("footer", "nav", "related", "contact", "notice", "field"))
    )


def _could_be_title(row: Row) -> bool:
    kind = _kind(row)
    return 8 <= len(row.key) <= worth.LONG_TITLE and kind not in ANCHORS and kind not in ("copyright", "share", "follow", "login", "leak")


def _menu(rows: Sequence[Row]) -> Head:
    """A head without anchors: the longest run from the top in which furniture of several kinds is the rule."""
    stop, known, gap, found = 0, 0, 0.0, set[str]()
    for at, row in enumerate(rows):
        gap = 0 if row.marker or row.junk >= LEARNED else gap + (FORMED if _FORMED.match(row.key) else 1)
        if gap > MENU_GAP or (row.prose and row.marker is None and len(row.key) >= 2 * REACHES_PROSE):
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
    return Head(stop, tuple(at - 1 for at in dated[-1:]), (stop - 1,) if stop else ())


def _dated(row: Row) -> bool:
    return row.marker is not None and row.marker.kind in ("meta-date", "meta-stamp", "meta-label", "field")


def _chain(rows: Sequence[Row], article: set[str], dense: bool) -> tuple[int, ...]:
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
        elif taken and _kind(rows[taken[-1]]) != "breadcrumb" and row.prose:
            break
        else:
            plain += 1
            cost += (
                0.0
                if taken and plain <= TITLES and not (row.prose and len(row.key) > worth.LONG_TITLE)
                else _cost(row, article, dense or not taken)
            )
            if cost > 2 * BETWEEN + 4:
                break
    return tuple(taken)


def _is_anchor(rows: Sequence[Row], at: int, taken: Sequence[int]) -> bool:
    kind = _kind(rows[at])
    if rows[at].junk < (ANCHORS_FROM if kind != "meta-meta" and not _SURE_CRUMB.search(rows[at].key) else 0.0):
        return False
    if kind in ANCHORS:
        return True
    if kind == "meta-date" and taken and at - taken[-1] <= REACH and _kind(rows[taken[-1]]) == "breadcrumb":
        return True
    near = _kind(rows[at - 1]) if at else ""
    return kind in ("meta-date", "meta-label") and near in ("meta-date", "meta-label", "meta-stamp") and kind != near


def _cost(row: Row, article: set[str], dense: bool) -> float:
    """What it costs to leave a line above an anchor."""
    if row.junk < OWN:
        return 3 * worth.plain(row)
    if row.prose:
        cost = worth.of(row) * (0.6 + 1.2 * worth.belonging(row.key, article))
    else:
        formed = FORMED if _FORMED.match(row.key) else 1.0
        long = (len(row.key) >= worth.SHORT) + (len(row.key) >= worth.MIDDLE)
        cost = PASSED[long] * (1.0 if dense else THIN) * formed * worth.trust(row.junk)
    return max(cost, worth.plain(row) * worth.likely(row.junk))


def _titles(rows: Sequence[Row], anchors: Sequence[int], article: set[str]) -> tuple[int, ...]:
    """The lines between the last breadcrumb and the meta line below it, else the line above the meta line."""
    crumbs = [at for at in anchors if _kind(rows[at]) == "breadcrumb"]
    crumb = crumbs[-1] if crumbs else -1
    meta = next(at for at in anchors if at > crumb)
    if crumb >= 0:
        between = [at for at in range(crumb + 1, meta) if _may_be_title(rows[at], sandwiched=meta - crumb == 2)]
        return tuple(sorted({*[at for at in between if at <= crumb + REACH][:TITLES], *between[-TITLES:]}))
    between = [at for at in range(max(0, meta - 6), meta) if _may_be_title(rows[at], sandwiched=meta == 1)]
    if not between:
        return ()
    nearest, best = between[-1], min(between, key=lambda at: rows[at].junk)
    taken = {nearest, best} if rows[best].junk < rows[nearest].junk - BETTER else {nearest}
    second = between[-2] if len(between) > 1 else nearest
    if len(rows[nearest].key) < worth.SHORT or (len(rows[second].key) >= 12 and worth.belonging(rows[second].key, article) >= 0.5):
        taken.add(second)
    return tuple(sorted(taken))


def _may_be_title(row: Row, sandwiched: bool) -> bool:
    if row.marker is None:
        return len(row.key) >= 2 and not row.key.isdigit()
    if _heads(row) or (sandwiched and row.marker.kind not in ("share", "follow", "meta-label")):
        return True
    return len(row.key) >= EIGHT and row.marker.kind not in NO_TITLES


def _below(rows: Sequence[Row], at: int) -> int:
    """The first row of the body at or below `at`: furniture goes, and short lines that furniture follows at once."""
    while at < len(rows):
        ahead = rows[at : at + REACH]
        run = next((step for step, row in enumerate(ahead) if _goes(row)), None)
        if _tiny(rows[at]):
            run = 0
        if run is None or any(not _small(row) for row in ahead[:run]):
            return at
        at += run + 1
    return at


def _goes(row: Row) -> bool:
    return row.marker is not None and row.junk >= SURE_FROM and row.marker.kind in BELOW


def _tiny(row: Row) -> bool:
    return len(row.key) <= 4 and all(char in "0123456789|·,:/()+ " for char in row.key)


def _small(row: Row) -> bool:
    return len(row.key) <= SMALL and not row.prose and not row.key.endswith(":") and row.junk >= SURE_FROM


def _kind(row: Row) -> str:
    return row.marker.kind if row.marker else ""


def kinds(rows: Iterable[Row]) -> set[str]:
    """The strong kinds of furniture among rows."""
    return {row.marker.kind for row in rows if row.marker and row.marker.strong}
