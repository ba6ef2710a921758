"""Which lines of a page's head are the article's title?

A title is kept by its place: between breadcrumb and meta line, or right above the meta line, or right below the breadcrumb. Likeness to the
article only helps: half of the titles of short articles share no word with them.
"""

from collections.abc import Sequence

from cqclean.find.structure import bare, limits, properties, worth
from cqclean.find.structure.anchors import kind_of
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_NAMES_SITE = late(r".{6,}_[^_]{2,16}")


def between(rows: Sequence[Row], anchors: Sequence[int]) -> list[int]:
    """Lines between the anchors that nothing shows to be furniture: the last two."""
    own = limits.heading
    inside = [at for at in range(anchors[0] + 1, anchors[-1]) if rows[at].marker is None and rows[at].junk < own.unsure]
    return [at for at in inside if len(rows[at].key) >= own.least_between][-limits.anchors.titles :]


def placed(rows: Sequence[Row], anchors: Sequence[int], article: set[str]) -> tuple[int, ...]:
    """The lines between the last breadcrumb and the meta line below it, else the line above the meta line."""
    own, near, most = limits.heading, limits.anchors.near, limits.anchors.titles
    crumbs = [at for at in anchors if kind_of(rows[at]) == "breadcrumb"]
    crumb = crumbs[-1] if crumbs else -1
    meta = next(at for at in anchors if at > crumb)
    if crumb >= 0:
        inside = [at for at in range(crumb + 1, meta) if _may_be_title(rows[at], sandwiched=meta - crumb == 2)]
        return tuple(sorted({*[at for at in inside if at <= crumb + near][:most], *inside[-most:]}))
    named = _below_name(rows, meta)
    above = [at for at in range(max(0, named - own.above), named) if _may_be_title(rows[at], sandwiched=meta == 1)]
    if not above:
        return ()
    nearest, best = above[-1], min(above, key=lambda at: rows[at].junk)
    taken = {nearest, best} if rows[best].junk < rows[nearest].junk - own.better else {nearest}
    second = above[-2] if len(above) > 1 else nearest
    if len(rows[nearest].key) < limits.worth.short or (
        len(rows[second].key) >= own.second and worth.belonging(rows[second].key, article) >= own.second_own
    ):
        taken.add(second)
    return tuple(sorted(taken))


def _below_name(rows: Sequence[Row], at: int) -> int:
    """The row below a thing's name, where row `at` ends the facts that its page tells of it; else that row."""
    first = at
    while first and (properties.tells_fact(rows[first - 1]) or bare.tells(rows[first - 1])):
        first -= 1
    return first if first and any(properties.states(row) or bare.tells(row) for row in rows[first:at]) else at


def threads(rows: Sequence[Row], stop: int) -> frozenset[int]:
    """The titles of threads: forum software sets a button right below to copy the address."""
    above = (at for at in range(min(stop, len(rows) - 1)) if rows[at + 1].key == "[复制链接]")
    return frozenset(at for at in above if _may_be_title(rows[at], False))


def repeats(title: Row, row: Row) -> bool:
    """Whether a line says a title again, mostly in more words."""
    return row.marker is None and not row.prose and worth.cohesion(title.key, set(worth.bigrams(row.key))) >= limits.heading.again


def without_others(rows: Sequence[Row], titles: Sequence[int], article: set[str]) -> tuple[int, ...]:
    """The titles without what stands among them: lines far more surely furniture than the best and foreign to the article, the same title
    once more, and the browser's, which names the site."""
    best = min((rows[at].junk for at in titles), default=0.0)
    own = [at for at in titles if worth.cohesion(rows[at].key, article) >= limits.heading.share or not _worse(rows[at].junk, best)]
    last = {rows[at].key: at for at in own}
    plain = [at for at in last.values() if not names_site(rows[at])]
    return tuple(plain or last.values())


def _worse(junk: float, best: float) -> bool:
    """Whether a line is far more surely furniture than the best of some: by much, or several times less probably text."""
    own = limits.heading
    return junk >= own.other and (junk >= best + own.worse or (1 - junk) * own.times <= 1 - best)


def names_site(row: Row) -> bool:
    """Whether a line is a browser's title: the page's with the site's name behind it."""
    return _NAMES_SITE.fullmatch(row.key) is not None


def is_none(row: Row, article: set[str]) -> bool:
    """Whether a line of foreign words is no title, wherever it stands: surely furniture."""
    return row.junk >= limits.heading.never and worth.cohesion(row.key, article) < limits.heading.share


def with_own(rows: Sequence[Row], stop: int, titles: tuple[int, ...], article: set[str]) -> tuple[int, ...]:
    """The titles found by place, and where none speaks the article's words, the line above it that does."""
    own = limits.heading
    if any(worth.cohesion(rows[at].key, article) >= own.share for at in titles):
        return titles
    near = [at for at in range(max(0, stop - own.searched), stop) if at not in titles and _could_be_title(rows[at])]
    shares = {at: worth.cohesion(rows[at].key, article) for at in near}
    best = max(near, key=lambda at: (shares[at], at), default=-1)
    return tuple(sorted({*titles, best})) if best >= 0 and shares[best] >= own.share else titles


def heads(row: Row) -> bool:
    """Whether a line behind a breadcrumb may be the title: no wording explains it, or one that the learned score does not believe."""
    own = limits.heading
    return row.marker is None or row.junk < own.sure or (row.junk < own.unsure and row.marker.kind in own.title_like)


def _could_be_title(row: Row) -> bool:
    own, kind = limits.heading, kind_of(row)
    fits = own.least_worded <= len(row.key) <= limits.worth.long_title
    return fits and kind not in limits.anchors.kinds and kind not in own.no_own_titles


def _may_be_title(row: Row, sandwiched: bool) -> bool:
    own = limits.heading
    if row.marker is None:
        return len(row.key) >= own.least and not row.key.isdigit()
    if len(row.key) > limits.worth.long_title:
        return False
    if heads(row) or (sandwiched and row.marker.kind not in own.no_lone_titles):
        return True
    return len(row.key) >= own.least_worded and row.marker.kind not in own.no_titles
