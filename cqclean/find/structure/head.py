"""Where does the article begin?

Above the last anchor of a page's head everything goes but the title; below it, furniture goes up to the first line of the article.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cqclean.find.structure import anchors, bare, heading, limits
from cqclean.find.structure.rows import Row


class Head(NamedTuple):
    """Rows before `stop` go, but those of `titles`; `anchors` are the rows that say so."""

    stop: int
    titles: tuple[int, ...]
    anchors: tuple[int, ...]


def find(rows: Sequence[Row], article: set[str], dense: bool) -> Head:
    """The head of a page; stop is 0 where nothing shows one."""
    chain = anchors.chain(rows, article, dense)
    if not chain:
        return _menu(rows, article)
    last = chain[-1]
    if anchors.kind_of(rows[last]) == "breadcrumb":
        title = next((at for at in range(last + 1, min(last + 1 + limits.head.reach, len(rows))) if heading.heads(rows[at])), last)
        start = title + 1 if title > last and not rows[title].prose else last + 1
        titles = tuple(range(last + 1, start))[-1:]
        if titles and start < len(rows) and heading.repeats(rows[titles[0]], rows[start]):
            start, titles = start + 1, (*titles, start)
    else:
        start, titles = last + 1, heading.placed(rows, chain, article)
    stop = _below(rows, start)
    titles = tuple(sorted({*titles, *heading.between(rows, chain)}))
    return Head(stop, heading.with_own(rows, stop, heading.without_others(rows, titles, article), article), chain)


def _menu(rows: Sequence[Row], article: set[str]) -> Head:
    stop, dated = anchors.menu(rows)
    titles = heading.with_own(rows, stop, dated, article)
    plain = [at for at in range(max(0, stop - limits.head.menu_title), stop) if rows[at].marker is None]
    named = [at for at in plain if at + 1 in plain and bare.tells(rows[at + 1]) and not bare.tells(rows[at])]  # facts stand below a name
    long = [at for at in plain if len(rows[at].key) >= limits.worth.short]
    return Head(stop, titles or tuple((named or long)[-1:]), (stop - 1,) if stop else ())


def _below(rows: Sequence[Row], at: int) -> int:
    """The first row of the body at or below `at`: furniture goes, and short lines that furniture follows at once."""
    reach = limits.head.reach
    while at < len(rows):
        ahead = rows[at : at + reach]
        run = next((step for step, row in enumerate(ahead) if _goes(row)), None)
        if _tiny(rows[at]):
            run = 0
        if run is None or any(not _small(row) for row in ahead[:run]):
            return at
        at += run + 1
    return at


def _goes(row: Row) -> bool:
    if row.marker is None or row.marker.kind not in limits.head.below:
        return False
    return row.junk >= (limits.head.stated if row.meta else limits.heading.sure)


def _tiny(row: Row) -> bool:
    return len(row.key) <= limits.head.tiny and all(char in "0123456789|·,:/()+ " for char in row.key)


def _small(row: Row) -> bool:
    own = limits.head
    longest, sure = (own.longest, own.certain) if row.junk >= own.certain else (own.small, limits.heading.sure)
    return len(row.key) <= longest and not row.prose and not row.key.endswith(":") and row.junk >= sure


def kinds(rows: Sequence[Row]) -> set[str]:
    """The strong kinds of furniture among rows; a long menu in a site's own words is worth two."""
    found = {row.marker.kind for row in rows if row.marker and row.marker.strong}
    if found == {"breadcrumb"} and _is_dated(rows):
        found |= {"dated"}
    if found == {"register"} and sum(anchors.kind_of(row) == "register" for row in rows) >= limits.head.registered:
        found |= {"registered"}
    return found | {"menu", "own words"} if len(found) < limits.plan.kinds and has_menu(rows) else found


def _is_dated(rows: Sequence[Row]) -> bool:
    """Whether near the breadcrumb several lines say when and by whom an article was published, a fact each."""
    first = next(at for at, row in enumerate(rows) if anchors.kind_of(row) == "breadcrumb")
    facts = [anchors.kind_of(row) for row in rows[first + 1 : first + limits.head.menu + 1]]
    return "meta-stamp" in facts and facts.count("meta-label") + facts.count("meta-stamp") >= limits.head.dated


def has_menu(rows: Sequence[Row]) -> bool:
    """Whether so many short lines stand together, of all of which the learned score is sure, that only a menu can be so."""
    own, run = limits.head, list[float]()
    for row in rows:
        run = [*run[1 - own.menu :], row.junk] if len(row.key) <= limits.head.menu_word and row.junk > limits.worth.doubted else []
        if len(run) == own.menu and sum(run) >= own.menu_sure * own.menu:
            return True
    return False
