"""What is said of a run when it is over?"""

import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cqclean.show.visible import visible
from cqclean.work.plan import Tally

if TYPE_CHECKING:
    from cqclean.work.run import Run


def summary(run: "Run", paths: Sequence[str]) -> Iterator[str]:
    """Yield the lines that sum up a run for a person."""
    done = run.in_place or run.copies is not None
    changes, files = count(run.tally.changes, "change"), count(run.files, "file")
    if run.tally.changes:
        verb = "Cleaned" if done else "Found"
        yield f"{verb} {changes} in {run.changed} of {files}{_more(run.tally)}."
        if not done:
            yield f"Clean with: cqclean -w {shlex.join(visible(path) for path in paths)}"
    elif run.files:
        yield f"Nothing to clean in {files}{_more(run.tally)}."
    if run.up_to_date:
        yield f"{count(run.up_to_date, 'copy', 'copies')} up to date."
    if run.held_back:
        yield f"{count(run.held_back, 'file')} held back."
    if run.troubles:
        yield f"{count(run.troubles, 'file')} could not be done."


def count(number: int, noun: str, several: str = "") -> str:
    """A number with its noun.

    >>> count(1, "copy", "copies"), count(2000, "file")
    ('1 copy', '2,000 files')
    """
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"


def _more(tally: Tally) -> str:
    more = [f"{tally.unsafe:,} unsafe (--unsafe makes them)"] if tally.unsafe else []
    more += [f"{tally.review:,} to review"] if tally.review else []
    return f" ({', '.join(more)})" if more else ""


def statistics(tally: Tally) -> Iterator[str]:
    """Yield a line a rule: edits made, edits held, characters that went or changed; the most frequent first."""
    rules = sorted(tally.made.keys() | tally.held.keys(), key=lambda rule: (-tally.made.get(rule, 0), rule))
    width = max((len(rule) for rule in rules), default=4)
    yield f"{'rule':{width}}  {'made':>8}  {'held':>8}  {'characters':>10}"
    for rule in rules:
        yield f"{rule:{width}}  {tally.made.get(rule, 0):8}  {tally.held.get(rule, 0):8}  {tally.characters.get(rule, 0):10}"
