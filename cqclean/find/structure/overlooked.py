"""Which lines above the article are its title though nothing else found them?

The place of a title (head.py) is lost where a site's own lines stand on both sides of it: boxes to log in above, counters and dates below.
A line there stays if the text below speaks of the same things, if what tells of an article (date, author, counters) follows at once, or if
it names what bare facts stand below. A headline of another story has neither: it shares little with the text, and its like stand around it.
"""

from collections.abc import Callable, Iterable, Sequence

from cqclean.find.structure import anchors, bare, heading, limits, title, worth
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_WORD = late(r"[a-z][a-z0-9.+#-]{2,}")
_MENU = late(r"[|丨│¦]|^[•·■●★☆▪◆>»-]|>>| -- ")


def found(rows: Sequence[Row], first: int, stop: int, keeps: Callable[[int], bool]) -> frozenset[int]:
    """The rows above row `first` that are to stay as title; none where a line that stays is title enough."""
    own, above = limits.overlooked, range(first)
    named = {at for at in above if _names_facts(rows, at, keeps)}
    body = _things(rows[at].key for at in range(first, stop) if keeps(at))
    kept = [at for at in above if keeps(at) and rows[at].marker is None and not bare.tells(rows[at])]
    if named or not body or any(_shared(rows[at], body)[1] >= own.speaks for at in kept):
        return frozenset(named)
    near = range(min(first + own.reach, stop))
    said = [set(worth.bigrams(rows[at].key)) for at in near if keeps(at)]  # at the head of the text, and above
    plain = [at for at in above if not keeps(at) and _may_be(rows[at]) and not _is_said(rows[at], said)]
    shared = {at: _shared(rows[at], body) for at in plain}
    best = sorted((at for at in plain if _speaks(rows, at, *shared[at])), key=lambda at: shared[at][0])[-own.most :]
    return frozenset(best or _lone([at for at in plain if not kept and _heads_facts(rows, at)]))


def _speaks(rows: Sequence[Row], at: int, shared: int, share: float) -> bool:
    """Whether a line shares with the text so much that it tells of the same, or a little where facts of an article follow."""
    own = limits.overlooked
    named = at + 1 < len(rows) and rows[at + 1].marker is None and len(rows[at + 1].key) <= own.name  # who wrote it stands between
    near = (_is_fact(rows, at + 1) or (named and _is_fact(rows, at + 2))) and not _is_fact(rows, at - 1)
    return (shared >= own.shared[0] and share >= own.share[0]) or (near and shared >= own.shared[1] and share >= own.share[1])


def _heads_facts(rows: Sequence[Row], at: int) -> bool:
    """Whether several facts of an article begin right below a line that is long enough for a title, no label and no page's first."""
    own, key = limits.overlooked, rows[at].key
    facts = sum(_is_fact(rows, below) for below in range(at + 1, at + 1 + own.reach))
    begins = _is_fact(rows, at + 1) and anchors.kind_of(rows[at + 1]) != "meta-label" and not _is_fact(rows, at - 1)
    return at > 0 and begins and facts >= own.facts and len(key) >= own.long and ":" not in key


def _lone(found: Sequence[int]) -> Sequence[int]:
    """The only one of some rows: where there are several, each is another story's, with its date."""
    return found if len(found) == 1 else ()


def _names_facts(rows: Sequence[Row], at: int, keeps: Callable[[int], bool]) -> bool:
    """Whether a line that goes stands right above a thing's bare facts that stay: a vacancy's name above its pay."""
    if keeps(at) or at + 1 >= len(rows) or not keeps(at + 1) or not bare.tells(rows[at + 1]):
        return False
    row = rows[at]
    names = row.marker is None and not bare.tells(row) and not row.key.endswith(":")
    return names and len(row.key) >= limits.heading.least and not _MENU.search(row.key)


def _is_fact(rows: Sequence[Row], at: int) -> bool:
    return 0 <= at < len(rows) and (rows[at].meta != "" or anchors.kind_of(rows[at]).startswith("meta"))


def _is_said(row: Row, said: Iterable[set[str]]) -> bool:
    """Whether a line that stays, of which these are the pairs of characters, says the same."""
    return any(worth.cohesion(row.key, pairs) >= limits.heading.again for pairs in said)


def _may_be(row: Row) -> bool:
    least, most = limits.title.size
    fits = row.marker is None and least <= len(row.key) <= most and (not row.prose or row.key.endswith("?"))
    return fits and not row.key.endswith(":") and not _MENU.search(row.key) and not title.is_number(row) and not heading.names_site(row)


def _shared(row: Row, body: set[str]) -> tuple[int, float]:
    """How many things a line shares with the text, and what share of its own they are."""
    things = _things([row.key])
    shared = len(things & body)
    return shared, shared / len(things) if things else 0.0


def _things(keys: Iterable[str]) -> set[str]:
    """What lines speak of: their pairs of Han characters and their foreign words, each of which weighs as two pairs."""
    found = set[str]()
    for key in keys:
        words = _WORD.findall(key)
        found.update(pair for pair in worth.bigrams(key) if all("\u4e00" <= char <= "\u9fff" for char in pair))
        found.update(words, (word + " " for word in words))
    return found
