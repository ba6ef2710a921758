"""Which lines inside an article come back so regularly that a site's software put them there?

The counter below each picture of a gallery, the table of contents above headings that repeat it, the list of an article's pages, a button
beside each section. What each says alone could be the author's; that all of a series stand there could not.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from cqclean.find.structure import limits
from cqclean.find.structure.lexicon import core_of
from cqclean.find.structure.rows import Row, is_strong
from cqclean.text.late import late

_COUNTER = late(r"[(\[【]?(?:图|第)? ?(\d{1,3}) ?/ ?(\d{1,3}) ?[页张]?[)\]】]?")
_NUMBER = late(
    r"(?:\d{1,2}(?:\.\d{1,2}){1,2}[. ]? ?"
    r"|\d{1,2}(?:[.、)] ?| |(?=[\u4e00-\u9fff]))|[一二三四五六七八九十]{1,2}、|\(\d{1,2}\) ?|d(?:ay)? ?\d{1,2} ?"
    r"|第[一二三四五六七八九十\d]{1,3}[章节部分天] ?|[▪▫] ?)(?=\D)"
)
_COUNT = late(r"\d{1,2}")
_GOES_ON = frozenset(",(;{")  # how code ends, that comes back in a reference, and no button
_TURN = late(r"[<>‹›«» ]*[上下](?:一|1)?[张幅图][<>‹›«» ]*")
_PAGE = late(r"[(\[【]?第 ?(\d{1,2}) ?页[)\]】]?(?:[: ]+(?=\S).{1,40})?")


def found(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of all such series."""
    contents, places = frozenset(_contents(rows)), _places(rows, {})
    series = (
        *(_rest(rows, contents), _bare(rows, places), _counters(rows), _pages(rows)),
        *(_buttons(rows), _strings(rows), _tabs(rows, places)),
    )
    return contents | frozenset(chain.from_iterable(series))


def sections(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of an encyclopedia's text, from its title to its last heading, as far as no wording shows furniture: each heading stands
    above the same button."""
    heads = [at - 1 for at in _buttons(rows) if core_of(rows[at].key) in limits.repeats.words and at and _may_head(rows[at - 1])]
    if len(heads) < limits.repeats.least:
        return frozenset()
    heads = sorted(set(heads))
    text = next((at for at in range(heads[-1] + 1, len(rows)) if not _is_button(rows[at])), len(rows))  # below the last heading
    last = text < len(rows) and rows[text].marker is None
    own = (heads[0], *range(heads[1], heads[-1] + 1), *range(text, text + last))  # below the title stand buttons and contents, too
    return frozenset(at for at in own if not _is_button(rows[at]))


def _is_button(row: Row) -> bool:
    return is_strong(row) or core_of(row.key) in limits.repeats.words


def digest(rows: Sequence[Row]) -> frozenset[int]:
    """The links to the whole of each item of a digest, if enough of its items are running text with such a link right below."""
    links = frozenset(at for at, row in enumerate(rows) if at and rows[at - 1].prose and core_of(row.key) in limits.repeats.whole)
    return links if len(links) >= limits.repeats.digest else frozenset()


def _may_head(row: Row) -> bool:
    return not is_strong(row) and not row.prose and len(row.key) <= limits.repeats.longest


def _strings(rows: Sequence[Row]) -> Iterator[int]:
    """The names below a header that announces titles, each a link with the comma behind it on a line of its own."""
    for at, row in enumerate(rows):
        if row.marker is None or not row.marker.lists:
            continue
        stop = at + 1
        while stop < len(rows) and rows[stop].key.endswith("、") and len(rows[stop].key) <= limits.repeats.name:
            stop += 1
        if stop - at > limits.repeats.least:
            last = stop < len(rows) and len(rows[stop].key) <= limits.repeats.name  # has no comma
            yield from range(at + 1, stop + last)


def _counters(rows: Sequence[Row]) -> Iterator[int]:
    """Lines that count the pictures or pages up to the same last one: 1/9, 2/9, ..."""
    series: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, row in enumerate(rows):
        match = _COUNTER.fullmatch(row.key) if "/" in row.key else None
        if match:
            series[match[2]].append((int(match[1]), at))
    for last, steps in series.items():
        if len(steps) >= limits.repeats.least and int(last) >= len(steps) and all(b == a + 1 for (a, _), (b, _) in pairwise(steps)):
            yield from (at for _, at in steps)


def captions(rows: Sequence[Row]) -> frozenset[int]:
    """As many lines as a gallery between the text's lines has pictures, right below its counter and its buttons."""
    found = set[int]()
    for at, row in enumerate(rows):
        match = _COUNTER.fullmatch(row.key) if "/" in row.key else None
        if not match:
            continue
        first = next((below for below in range(at + 1, len(rows)) if not _TURN.fullmatch(rows[below].key)), at)
        text = next((above for above in range(at - 1, -1, -1) if not _TURN.fullmatch(rows[above].key)), at)
        if (first > at + 1 or text < at - 1) and rows[text].prose and rows[text].junk < limits.plan.peel:
            shown = rows[first : first + int(match[2])]
            found.update(range(first, first + len(shown)) if all(below.marker is None for below in shown) else ())
    return frozenset(found)


def _pages(rows: Sequence[Row]) -> Iterator[int]:
    """Lines one below another that name the pages of an article from the first on."""
    run = list[int]()
    for at, row in enumerate(rows):
        match = _PAGE.fullmatch(row.key)
        if match and int(match[1]) == len(run) + 1:
            run.append(at)
            continue
        if len(run) >= limits.repeats.pages:
            yield from run
        run = [at] if match and int(match[1]) == 1 else []


def _contents(rows: Sequence[Row]) -> Iterator[int]:
    """Numbered lines one below another of which each stands again further down, in the same order and with text between."""
    numbered = {
        at: match.end() for at, row in enumerate(rows) if (match := _NUMBER.match(row.key)) and len(row.key) <= limits.repeats.longest
    }
    if len(numbered) < limits.repeats.least:
        return
    heads = [at for at, row in enumerate(rows) if at not in numbered and _may_head(row)]
    places, run, headed = _places(rows, numbered), list[tuple[int, int]](), False
    for at in range(len(rows) + 1):
        after = run[-1][1] + 1 if run else at
        headed = at > 0 and (_heads_contents(rows[at - 1]) or (headed and at - 1 in numbered))
        again = _again(places, rows[at].key, numbered[at], after) if at in numbered else -1
        twice = again >= 0 and _goes_on(rows, numbered, at, again)  # what stands twice as a list is none
        if (again < 0 or twice) and headed and at in numbered:
            again, twice = _within(rows, rows[at].key[numbered[at] :].strip(), after, heads), False
        if again < 0 or twice:
            yield from _told(run)
            run = []
        else:
            run.append((at, again))


def _tabs(rows: Sequence[Row], places: dict[str, list[int]]) -> Iterator[int]:
    """The words of a bar, one below another and surely furniture, of which most head sections further down in the same order."""
    own, at = limits.repeats, 0
    while at < len(rows):
        stop = at
        while stop < len(rows) and _is_tab(rows[stop]):
            stop += 1
        again, after = list[int](), stop
        for row in rows[at:stop]:
            place = _again(places, row.key, len(row.key), after)
            again += [place] if place >= 0 else []
            after = max(after, place)
        if len(again) >= own.least and 2 * len(again) > stop - at and all(b - a > 1 for a, b in pairwise(again)):
            yield from range(at, stop)
        at = max(stop, at + 1)


def _bare(rows: Sequence[Row], places: dict[str, list[int]]) -> Iterator[int]:
    """Contents without numbers below their head: each item heads a section further down, in the same order, with text between."""
    for top in (at for at, row in enumerate(rows) if _heads_contents(row)):
        stop, after = top + 1, top + 1
        again = list[int]()
        while stop < min([len(rows), *again[:1]]) and _may_head(rows[stop]):
            after = _again(places, rows[stop].key, len(rows[stop].key), max(stop, after))
            if after < 0:
                break
            again, stop = [*again, after], stop + 1
        if len(again) >= limits.repeats.least and again[0] >= stop and all(b - a > 1 for a, b in pairwise(again)):
            yield from range(top, stop)


def _is_tab(row: Row) -> bool:
    return not is_strong(row) and not row.prose and len(row.key) <= limits.repeats.tab and row.junk >= limits.plan.peel


def _heads_contents(row: Row) -> bool:
    return core_of(row.key) in limits.repeats.contents


def _rest(rows: Sequence[Row], found: frozenset[int]) -> Iterator[int]:
    """The other items of contents below their head, if most of them are among the rows found."""
    for top, row in enumerate(rows):
        if not _heads_contents(row):
            continue
        stop = top + 1
        while stop < len(rows) and _NUMBER.match(rows[stop].key) and len(rows[stop].key) <= limits.repeats.longest:
            stop += 1
        told = found.intersection(range(top + 1, stop))
        if 2 * len(told) > stop - top - 1:
            yield from range(top, _counted(rows, max(told) + 1, stop))


def _counted(rows: Sequence[Row], at: int, stop: int) -> int:
    """Where contents end whose items count on from row `at`: below them the text's first heading may stand, with a number of its own."""
    while at < stop and (numbers := [_COUNT.match(rows[near].key) for near in (at - 1, at)]) and all(numbers):
        before, after = (int(number[0]) for number in numbers if number)
        if after not in (before, before + 1):
            break
        at += 1
    return at


def _goes_on(rows: Sequence[Row], numbered: dict[int, int], at: int, again: int) -> bool:
    """Whether the line below the second place of a line is that below its first."""
    return {at + 1, again + 1} <= numbered.keys() and rows[at + 1].key == rows[again + 1].key


def _again(places: dict[str, list[int]], key: str, end: int, after: int) -> int:
    """Where a numbered line stands again, with or without its number, below a row; else -1."""
    found = (places.get(text, ()) for text in (key, key[end:].strip()))
    return min((again[at] for again in found if (at := bisect_right(again, after)) < len(again)), default=-1)


def _within(rows: Sequence[Row], item: str, after: int, heads: Sequence[int]) -> int:
    """Where a heading below a row begins or ends with an item of contents, as the entry's name or the text stuck to it; else -1."""
    if len(item) < limits.repeats.item:
        return -1
    below = (heads[place] for place in range(bisect_right(heads, after), len(heads)))
    return next((at for at in below if rows[at].key.startswith(item) or rows[at].key.endswith(item)), -1)


def _told(run: Sequence[tuple[int, int]]) -> Iterator[int]:
    """A run of contents; a list that stands again as a list is none."""
    text = all(b - a > 1 for (_, a), (_, b) in pairwise(run))
    if len(run) >= limits.repeats.least and run[0][1] > run[-1][0] and text:
        yield from (at for at, _ in run)


def _places(rows: Sequence[Row], numbered: dict[int, int]) -> dict[str, list[int]]:
    """Where each short line stands, with its number and without."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if len(row.key) <= limits.repeats.longest and not row.prose:
            places[row.key].append(at)
            if at in numbered:
                places[row.key[numbered[at] :].strip()].append(at)
    return places


def _buttons(rows: Sequence[Row]) -> Iterator[int]:
    """Words of a site that stand again and again with other lines between."""
    own, places = limits.repeats, defaultdict[str, list[int]](list)
    for at, row in enumerate(rows):
        if core_of(row.key) in own.words or (is_strong(row) and row.marker.kind in own.buttons):  # type: ignore[union-attr]
            places[row.key].append(at)
    for key, again in places.items():
        if key[-1] not in _GOES_ON and len(again) >= own.least and all(b - a > 1 for a, b in pairwise(again)):
            yield from again
