"""What is a change, and what becomes of several?

The Edit is the one currency of cqclean: finders yield edits, `settle` decides between them, `apply` makes them, `invert` takes
them back, and every report is drawn from them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from cqclean.text.late import late

Span = tuple[int, int]
FEW = 40  # code points above a removal in which a blank line ends
_BLANK_LINE = late(r"(?<=[\r\n])[ \t\u3000]*(?:\r\n|[\r\n])")
_BLANK_ABOVE = late(r"(?:\A|\n|\r(?!\n))[ \t\u3000]*(?:\r\n|[\r\n])\Z")


class Edit(NamedTuple):
    """Replace `text[start:end]` by `new`; offsets in code points of the original text."""

    start: int
    end: int
    new: str
    rule: str
    level: str
    confidence: float
    why: str

    @property
    def removes(self) -> bool:
        return not self.new


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with settled edits made: sorted, none overlapping another.

    >>> apply("蕞好", [Edit(0, 1, "最", "variant-zui", "safe", 1.0, "")])
    '最好'
    """
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += text[position : edit.start], edit.new
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces)


def without_gaps(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Settled edits, but that with several removals in a row the blank line below goes where two would meet.

    >>> first, second = (Edit(3, 6, "", "nav", "safe", 1.0, ""), Edit(6, 9, "", "ad", "safe", 1.0, ""))
    >>> [edit.end for edit in without_gaps("题\\n\\n甲甲\\n乙乙\\n\\n文\\n", [first, second])]
    [6, 10]
    """
    closed: list[Edit] = []
    begin = -1  # where a run of removals that touch begins
    for edit, behind in zip_longest(edits, edits[1:]):
        touches = bool(closed) and closed[-1].end == edit.start and closed[-1].removes and edit.removes
        begin = begin if touches else edit.start
        gap = _BLANK_LINE.match(text, edit.end) if touches and _BLANK_ABOVE.search(text, max(0, begin - FEW), begin) else None
        closed.append(edit._replace(end=gap.end()) if gap and (behind is None or behind.start >= gap.end()) else edit)
    return closed


def invert(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that turn `apply(text, edits)` back into `text`."""
    shift, back = 0, []
    for edit in edits:
        start = edit.start + shift
        back.append(edit._replace(start=start, end=start + len(edit.new), new=text[edit.start : edit.end]))
        shift += len(edit.new) - (edit.end - edit.start)
    return back


def chain(text: str, first: Sequence[Edit], between: str, second: Sequence[Edit]) -> list[Edit]:
    """Return the edits of `text` that do what `first` and then, on its result `between`, `second` do; those that meet become one.

    >>> zui, gone = Edit(1, 2, "最", "variant-zui", "safe", 1.0, ""), Edit(0, 3, "", "advert-best", "safe", 1.0, "")
    >>> [(edit.start, edit.end, edit.new, edit.rule) for edit in chain("（蕞好）。", [zui], "（最好）。", [gone])]
    [(0, 3, '', 'advert-best')]
    """
    chained: list[Edit] = []
    shift = 0  # how much farther on a place lies in `text` than in `between`
    for group in _meeting([*_as_made(first), *((edit.start, edit.end, True, edit) for edit in second)]):
        start, end = group[0][0], max(end for _, end, _, _ in group)
        later = [edit for _, _, is_later, edit in group if is_later]
        earlier = [edit for _, _, is_later, edit in group if not is_later]
        begin = start + shift
        shift += sum(edit.end - edit.start - len(edit.new) for edit in earlier)
        new = apply(between[start:end], [edit._replace(start=edit.start - start, end=edit.end - start) for edit in later])
        if new != text[begin : end + shift]:
            name = max(later or earlier, key=lambda edit: edit.end - edit.start)
            chained.append(name._replace(start=begin, end=end + shift, new=new))
    return chained


Made = tuple[int, int, bool, Edit]  # where an edit acts in the text between two looks, and whether it belongs to the second


def _as_made(edits: Sequence[Edit]) -> Iterator[Made]:
    """Yield edits with the span of what they put in, in the text that they make."""
    shift = 0
    for edit in edits:
        start = edit.start + shift
        yield start, start + len(edit.new), False, edit
        shift += len(edit.new) - (edit.end - edit.start)


def _meeting(made: list[Made]) -> Iterator[list[Made]]:
    """Part edits into groups that overlap; what only touches stays apart."""
    group: list[Made] = []
    reached = 0
    for entry in sorted(made, key=lambda entry: entry[:3]):
        if group and entry[0] >= reached:
            yield group
            group = []
        group.append(entry)
        reached = max(reached, entry[1])
    if group:
        yield group


def hold(edit: Edit, reason: str) -> Edit:
    """The edit as it is reported when it is not made, with the reason added to its why."""
    return edit._replace(why=f"{edit.why} [held: {reason}]".lstrip())


def disjoint(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits and resolve overlaps: what lies inside a removal goes with it, removals that cross become one, else the first stays."""
    settled: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end, -e.confidence)):
        last = settled[-1] if settled else None
        if last is None or edit.start >= last.end or edit.start == edit.end == last.end:
            settled.append(edit)
        elif edit.end > last.end and last.removes and edit.removes:
            settled[-1] = last._replace(end=edit.end)
        elif edit.end > last.end and edit.removes:
            settled[-1] = edit
    return settled


def outside(edits: Iterable[Edit], spans: Sequence[Span]) -> Iterator[tuple[Edit, bool]]:
    """Pair each edit, in order of start, with whether it leaves every span whole: it may swallow a span, never cut into one."""
    ordered, first = sorted(spans), 0
    for edit in sorted(edits, key=lambda e: e.start):
        while first < len(ordered) and ordered[first][1] <= edit.start:
            first += 1
        yield edit, not _cuts(edit, ordered, first)


def _cuts(edit: Edit, spans: Sequence[Span], first: int) -> bool:
    for at in range(first, len(spans)):
        start, end = spans[at]
        if start >= edit.end:
            return False
        if edit.end > start and edit.start < end and not (edit.start <= start and end <= edit.end and edit.removes):
            return True
    return False
