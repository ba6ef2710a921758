"""Which rows of a page stay, and what says so?

Outside in: head and tail are peeled off by their markers, then vetoes ask whether the article is still there. What nothing shows to be
furniture stays.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cqclean.find.structure import (
    announced,
    answers,
    bare,
    edges,
    facts,
    gutter,
    head,
    heading,
    headlines,
    inserts,
    limits,
    overlooked,
    properties,
    repeats,
    sentences,
    shop,
    signature,
    sources,
    tail,
    thread,
    title,
    worth,
)
from cqclean.find.structure.head import Head
from cqclean.find.structure.rows import Row, begin_or_end_short, has_lone_head, is_strong
from cqclean.find.structure.score import junk_scores
from cqclean.find.structure.tail import Tail


class Plan(NamedTuple):
    """Rows before `first` go but for the titles of the head, and rows from `stop` on; kinds: how many kinds of furniture these show."""

    first: int
    stop: int
    head: Head
    tail: Tail | None
    article: set[str]
    inner: frozenset[int] = frozenset()
    posts: frozenset[int] = frozenset()
    kinds: int = 0

    def keeps(self, at: int) -> bool:
        return (self.first <= at < self.stop and at not in self.inner) or at in self.head.titles or at in self.posts


def make(rows: Sequence[Row], markdown: bool = False) -> Plan:
    """Decide for a page, from its rows alone; in the middle of a Markdown text, furniture shows nothing of a page.

    Where the learned score doubts even what would stay, the article was not found: only lines go that wording and score both take for
    furniture.
    """
    rows = _own_words(rows)
    whole = Plan(0, len(rows), Head(0, (), ()), None, set())
    known, ends = len(head.kinds(_outer(rows) if markdown else rows)) >= limits.plan.kinds, _ends(rows)
    shown = begin_or_end_short(rows) or has_lone_head(rows) or any(map(is_strong, (rows[at] for at in ends)))
    titled = not (markdown or known) and _may_end_in_titles(rows)
    if not (known or shown or titled):
        return whole
    rows = scored(rows)
    closed = _closed(rows, whole) if titled else None
    if closed or not (known or shown):
        return closed or whole
    if len(head.kinds(rows)) < limits.plan.kinds:
        single = frozenset(at for at in ends if inserts.both(rows[at]) and not rows[at].key.startswith("|"))  # no rows of a table
        gone = (single | (inserts.heads(rows) if ends else set())) - signature.block(rows)
        return whole._replace(inner=gone, kinds=limits.plan.kinds)
    plan = _planned(rows)
    if _doubted(rows[plan.first : plan.stop]) >= limits.plan.not_found and not _holds_the_text(plan, rows):
        plan = whole._replace(inner=frozenset(at for at, row in enumerate(rows) if inserts.both(row)))
    return plan._replace(kinds=len(head.kinds([row for at, row in enumerate(rows) if not plan.keeps(at)])))


def _may_end_in_titles(rows: Sequence[Row]) -> bool:
    """Whether a text ends with lines that are no sentences, and a line's wording shows furniture: verse below an essay has none."""
    least = limits.grown.least
    return len(rows) > least and not any(row.prose for row in rows[-least:]) and any(map(is_strong, rows))


def _closed(rows: Sequence[Row], whole: Plan) -> Plan | None:
    """The plan for a text that shows no page but for what it ends with: others' titles below running text, all of them surely, among or
    right below a line whose wording shows furniture; None for another text."""
    page = _Page(rows)
    stop = edges.grown(rows, 0, len(rows), page.signed, page.article)
    run = rows[stop:]
    listed = headlines.are_listed(run) or edges.state(run) or any(row.prose for row in run)
    shown = any(map(is_strong, rows[stop - 1 :])) and any(row.prose for row in rows[:stop])
    return whole._replace(stop=stop, article=page.article, kinds=limits.plan.kinds) if run and shown and not listed else None


def _own_words(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, but that a line of one word shows no furniture where the running text speaks of just that: 日历, 中文, 登录 in a manual."""
    text = "\n".join(row.key for row in rows if row.prose and row.marker is None)
    buttons = {row.key for row in rows if row.marker and len(row.key) <= limits.plan.word}
    own = {word for word in buttons if text.count(word) >= limits.plan.spoken}  # each word once: a forum has thousands of its buttons
    return [row._replace(marker=None) if row.key in own else row for row in rows] if own else rows


def _outer(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows near both ends of a text."""
    reach = limits.plan.outer
    return [*rows[:reach], *rows[max(reach, len(rows) - reach) :]]


def _ends(rows: Sequence[Row]) -> list[int]:
    """The first and last rows of a text that shows but one kind of furniture: only there, around running text, a line goes for itself."""
    above, below = limits.plan.edges
    if len(rows) <= below or not any(row.prose for row in rows):
        return []
    return [*range(above), *range(max(above, len(rows) - below), len(rows))]


def _planned(rows: Sequence[Row]) -> Plan:
    """The plan for rows that have their probabilities."""
    own, page = limits.plan, _Page(rows)
    top = head.find(rows, page.article, page.dense)
    anchored = any(is_strong(rows[at]) for at in top.anchors)
    tails = tail.find(rows, top.stop, page.after(anchored), page.article, page.dense, anchored)
    bottom = next((t for t in tails if _survives(rows[top.stop : t.start], t.heaviest)), None)
    end = bottom.start if bottom else len(rows)
    tables = facts.boxes(rows, end)
    table = max((box.stop for box in tables if facts.follows_text(rows, box)), default=0)
    first, stop = edges.peeled(rows, top, end, table, page.signed)
    stop = edges.below_portal(rows, max(first, table, page.signed), stop, page.article)
    tables = [box for box in tables if box.start < stop or facts.follows_text(rows, box)]
    told = page.dense and page.long >= limits.worth.many and (stop < len(rows) or anchored)
    run = headlines.above(rows, first, stop, page.article) if told else None
    if run and run.first >= page.signed and _survives(rows[first : run.first], own.survives):
        stop = run.first
    if stop < len(rows):
        longer = edges.grown(rows, first, stop, max(table, page.signed), page.article)
        stop = longer if _survives(rows[first:longer], own.survives) else stop
    if first:
        lower = edges.deepened(rows, first, stop, page.article, page.dense)
        first = lower if _survives(rows[lower:stop], own.survives) else first
    if not _survives(rows[first:stop], _heaviest(rows[: top.stop], top.titles)):
        first = 0
    if len(head.kinds([*rows[:first], *rows[stop:]])) < own.kinds:
        first, stop = 0, len(rows)
    return _filled(rows, page, Plan(first, stop, top, bottom if stop < len(rows) else None, page.article), tables)


class _Page:
    """What is known of a page before its ends are looked for: its core's words and weight, the lists and sections that are surely the
    text's, and where these and a notice's signature end."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.begin, end = worth.core(rows)
        core = [row for row in rows[self.begin : end] if row.marker is None]
        long = [row for row in core if row.prose and len(row.key) >= limits.plan.paragraph]
        self.long = len(long)
        self.article = worth.bigrams_of(long or [row for row in core if row.prose] or core)
        self.prose = sum(worth.of(row) for row in core if row.prose)
        self.dense = self.prose >= limits.plan.dense
        self.lists, self.sections, self.links = announced.lists(rows), repeats.sections(rows), repeats.digest(rows)
        self.signed = max(signature.below(rows), max(self.lists | self.sections | self.links, default=-1) + 1)

    def after(self, anchored: bool) -> int:
        """The first row at which a tail may begin."""
        return max(self.signed, 0 if anchored and self.prose < limits.plan.survives else self.begin + 1)


def _filled(rows: Sequence[Row], page: "_Page", plan: Plan, tables: Sequence[range]) -> Plan:
    """The plan for two ends, with what goes between them and what stays beyond."""
    first, stop, titles = plan.first, plan.stop, plan.head.titles
    cut = first > 0 or stop < len(rows)
    inner = inserts.found(rows, first, stop, titles) if cut else frozenset()
    posts = thread.posts(rows)
    inner |= thread.furniture(rows, posts)
    series = repeats.found(rows) | gutter.found(rows) | shop.found(rows) if inner or cut else frozenset()
    inner |= series
    stated = facts.stated(rows, first, tables, titles) - series
    said = (
        stated
        | thread.floors(rows)
        | (posts - series)
        | (answers.found(rows) - series)
        | (sources.listed(rows) - series)
        | sources.keywords(rows)
        | repeats.captions(rows)
        | page.links
        | signature.block(rows)
        | signature.credited(rows, stop)
        | page.lists
        | (page.sections - series)
        | sentences.spared(rows, stop)
        | heading.threads(rows, first)
        | (bare.below(rows, titles) if first else frozenset())
        | properties.amid(rows)
    )
    named = frozenset(at for at in titles if bare.below(rows, [at]))
    own = tuple(at for at in titles if at in named or (at not in series and not heading.is_none(rows[at], plan.article)))
    plan = plan._replace(head=plan.head._replace(titles=own) if first else Head(0, (), ()), inner=inner - stated, posts=said)
    if any(at < page.begin for at in page.sections):  # of an encyclopedia, which begin with its title
        return plan
    plan = plan._replace(posts=said | (title.missed(rows, first, plan.keeps, plan.article) - series))
    return plan._replace(posts=plan.posts | (overlooked.found(rows, first, stop, plan.keeps) - series))


def scored(rows: Sequence[Row]) -> list[Row]:
    """The rows with their learned probabilities."""
    return [Row(*row[:-1], junk) for row, junk in zip(rows, junk_scores([row.key for row in rows]), strict=True)]


def _doubted(kept: Sequence[Row]) -> float:
    """How surely the learned score takes what stays for furniture, by its characters: if even that is, the article was not found."""
    plain = [row for row in kept if row.marker is None]
    return sum(row.junk * len(row.key) for row in plain) / max(1, sum(len(row.key) for row in plain))


def _holds_the_text(plan: Plan, rows: Sequence[Row]) -> bool:
    """Whether running text that nothing doubts stays, and none such goes: a short article below a long list is one all the same."""
    sure = [at for at, row in enumerate(rows) if row.prose and row.marker is None and row.junk < limits.plan.undoubted]
    return bool(sure) and all(plan.keeps(at) for at in sure)


def _survives(kept: Sequence[Row], heaviest: float) -> bool:
    """Whether what stays is a page's main text: running text enough, or more than any stretch that would go."""
    plain = [row for row in kept if row.marker is None]
    return sum(worth.of(row) for row in plain if row.prose) >= limits.plan.survives or sum(map(worth.of, plain)) >= max(heaviest, 0.01)


def _heaviest(rows: Sequence[Row], titles: Sequence[int]) -> float:
    """The weight as text of the heaviest stretch that no wording explains."""
    short, part, least = limits.worth.short, limits.plan.short_line, limits.worth.marker
    best = stretch = 0.0
    for at, row in enumerate(rows):
        if row.marker is None and at not in titles:
            stretch += worth.of(row) * (1.0 if row.prose or len(row.key) >= short else part)
        elif row.marker and row.marker.weight >= least:
            stretch = 0.0
        best = max(best, stretch)
    return best
