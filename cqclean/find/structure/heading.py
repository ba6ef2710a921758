"""Which lines of a page's head are the article's title?

A title is kept by its place: between breadcrumb and meta line, or right above the meta line, or right below the breadcrumb. Likeness to the
article only helps: half of the titles of short articles share no word with them.
"""

from collections.abc import Sequence

from cqclean.find.structure import worth
from cqclean.find.structure.anchors import ANCHORS, NEAR, TITLES, kind_of
from cqclean.find.structure.rows import Row

ABOVE = 6  # rows above a meta line in which its title stands
BETTER = 0.15  # how much less probable as furniture a second line must be than the nearest to be kept as title as well
SECOND, SECOND_OWN = 12, 0.5  # size, and belonging to the article, of a second line of a title
SURE_FROM = 0.5  # learned probability from which furniture between anchors and body is believed
UNSURE = 0.9  # the same for wording that titles have as well
TITLE_LIKE = frozenset({"footer", "nav", "related", "contact", "notice", "field"})
NO_TITLES = frozenset({"share", "follow", "login", "leak", "meta", "meta-meta", "meta-stamp", "meta-date", "meta-label", "copyright"})
SIX, EIGHT = 6, 8  # characters of a title between anchors without known wording, and of one of any wording right above a meta line
SEARCHED = 24  # rows above the body in which a title is looked for by its words
SHARE = 0.45  # share of its bigrams that a title found by its words has in common with the article


def between(rows: Sequence[Row], anchors: Sequence[int]) -> list[int]:
    """Lines between the anchors that nothing shows to be furniture: the last two."""
    inside = range(anchors[0] + 1, anchors[-1])
    return [at for at in inside if rows[at].marker is None and rows[at].junk < UNSURE and len(rows[at].key) >= SIX][-TITLES:]


def placed(rows: Sequence[Row], anchors: Sequence[int], article: set[str]) -> tuple[int, ...]:
    """The lines between the last breadcrumb and the meta line below it, else the line above the meta line."""
    crumbs = [at for at in anchors if kind_of(rows[at]) == "breadcrumb"]
    crumb = crumbs[-1] if crumbs else -1
    meta = next(at for at in anchors if at > crumb)
    if crumb >= 0:
        inside = [at for at in range(crumb + 1, meta) if _may_be_title(rows[at], sandwiched=meta - crumb == 2)]
        return tuple(sorted({*[at for at in inside if at <= crumb + NEAR][:TITLES], *inside[-TITLES:]}))
    above = [at for at in range(max(0, meta - ABOVE), meta) if _may_be_title(rows[at], sandwiched=meta == 1)]
    if not above:
        return ()
    nearest, best = above[-1], min(above, key=lambda at: rows[at].junk)
    taken = {nearest, best} if rows[best].junk < rows[nearest].junk - BETTER else {nearest}
    second = above[-2] if len(above) > 1 else nearest
    if len(rows[nearest].key) < worth.SHORT or (
        len(rows[second].key) >= SECOND and worth.belonging(rows[second].key, article) >= SECOND_OWN
    ):
        taken.add(second)
    return tuple(sorted(taken))


def with_own(rows: Sequence[Row], stop: int, titles: tuple[int, ...], article: set[str]) -> tuple[int, ...]:
    """The titles found by place, and where none speaks the article's words, the line above it that does."""
    if any(worth.cohesion(rows[at].key, article) >= SHARE for at in titles):
        return titles
    near = [at for at in range(max(0, stop - SEARCHED), stop) if at not in titles and _could_be_title(rows[at])]
    shares = {at: worth.cohesion(rows[at].key, article) for at in near}
    best = max(near, key=lambda at: (shares[at], at), default=-1)
    return tuple(sorted({*titles, best})) if best >= 0 and shares[best] >= SHARE else titles


def heads(row: Row) -> bool:
    """Whether a line behind a breadcrumb may be the title: no wording explains it, or one that the learned score does not believe."""
    return row.marker is None or row.junk < SURE_FROM or (row.junk < UNSURE and row.marker.kind in TITLE_LIKE)


def _could_be_title(row: Row) -> bool:
    kind = kind_of(row)
    return (
        EIGHT <= len(row.key) <= worth.LONG_TITLE and kind not in ANCHORS and kind not in ("copyright", "share", "follow", "login", "leak")
    )


def _may_be_title(row: Row, sandwiched: bool) -> bool:
    if row.marker is None:
        return len(row.key) >= 2 and not row.key.isdigit()
    if heads(row) or (sandwiched and row.marker.kind not in ("share", "follow", "meta-label")):
        return True
    return len(row.key) >= EIGHT and row.marker.kind not in NO_TITLES
