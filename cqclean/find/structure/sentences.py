"""Which sentences outside the article stay because somebody says something in them?"""

from collections.abc import Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_SENTENCE = late(r"。[”’」』\")\]】]*(?:\[\d{1,2}\])*$")
_ANSWERED = late(r"\W{0,3}(?:有用|赞同|追问|采纳|没用|反对|感谢)(?:\W|\d|$)")  # buttons below an answer


def spared(rows: Sequence[Row], stop: int) -> frozenset[int]:
    """Whole sentences that neither wording nor the learned score surely takes for furniture stay above the article's end, and not far
    below it, where it goes on behind a box; but not a teaser, below which a date stands."""
    own, found = limits.plan, set[int]()
    for at, row in enumerate(rows):
        if at - stop > own.near:
            break
        if row.marker is None and row.junk < own.spared and (_says(rows, at) or (row.prose and _is_answer(rows[at + 1 : at + 3]))):
            found.update((at - 1, at) if at and _names(rows[at - 1], rows[at]) else (at,))
            stop = max(stop, at)
    return frozenset(found)


def _says(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is whole sentences, and no teaser, below which a date stands."""
    return bool(_SENTENCE.search(rows[at].key)) and not _dated(rows[at + 1 : at + 2])


def _names(above: Row, row: Row) -> bool:
    """Whether a line is the name of what a sentence right below begins to tell of: 王三 above 王三(1901—1980),字石泉."""
    return above.marker is None and len(above.key) > 1 and row.key.startswith(above.key)


def _is_answer(below: Sequence[Row]) -> bool:
    """Whether a date and the buttons of an answer stand below a line."""
    return _dated(below[:1]) and any(_ANSWERED.match(row.key) for row in below[1:])


def _dated(rows: Sequence[Row]) -> bool:
    return any(row.marker is not None and row.marker.kind in limits.plan.dates for row in rows)
