"""What is said of a run when it is over?"""

import json
import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cqclean.show.visible import visible
from cqclean.work.plan import Tally

if TYPE_CHECKING:
    from cqclean.work.run import Run

AS_JSON = ("json", "jsonl", "sarif")  # formats with which statistics are written for programs, too
NOTICEABLE = 0.01  # share of the time from which a rule without an edit is named


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


def statistics(tally: Tally, format: str = "") -> Iterator[str]:
    """Yield a line a rule or finder, the most frequent first; JSON where the findings are.

    Edits made, edits held, characters that went or changed, milliseconds. A finder's time holds that of its rules; a rule for which
    a finder decides has none of its own. A rule without an edit is named if it took a noticeable share of the time.
    """
    rows = [*_rule_rows(tally), *({"finder": name, "ms": _ms(spent)} for name, spent in _most_first(tally.finders))]
    if format in AS_JSON:
        yield from (json.dumps(row, ensure_ascii=False) for row in rows)
        return
    width = max((len(row.get("rule") or row["finder"]) for row in rows), default=6)
    yield f"{'rule':{width}}  {'made':>8}  {'held':>8}  {'characters':>10}  {'ms':>10}"
    headed = False
    for row in rows:
        if "finder" in row and not headed:
            headed = True
            yield f"{'finder':{width}}  {'ms':>42}"
        yield f"{row.get('rule') or row['finder']:{width}}  {_numbers(row)}  {_shown(row['ms'])}"


def _rule_rows(tally: Tally) -> Iterator[dict[str, Any]]:
    least = NOTICEABLE * sum(tally.finders.values())
    rules = tally.made.keys() | tally.held.keys() | {rule for rule, spent in tally.rules.items() if spent >= least}
    for rule in sorted(rules, key=lambda rule: (-tally.made.get(rule, 0), -tally.held.get(rule, 0), -tally.rules.get(rule, 0), rule)):
        counts = {name: getattr(tally, name).get(rule, 0) for name in ("made", "held", "characters")}
        yield {"rule": rule, **counts, "ms": _ms(tally.rules.get(rule))}


def _most_first(spent: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(spent.items(), key=lambda entry: (-entry[1], entry[0]))


def _numbers(row: dict[str, Any]) -> str:
    return f"{row.get('made', ''):8}  {row.get('held', ''):8}  {row.get('characters', ''):10}"


def _ms(nanoseconds: int | None) -> float | None:
    return None if nanoseconds is None else round(nanoseconds / 1e6, 3)


def _shown(milliseconds: float | None) -> str:
    return f"{'-':>10}" if milliseconds is None else f"{milliseconds:10.2f}"
