"""How does a run go over its files, and what does it write, say and return?"""

import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import IO

from cqclean.files import Problem
from cqclean.files.batch import alongside, in_order, jobs_for
from cqclean.files.copies import Copies
from cqclean.files.discover import Found, discover
from cqclean.files.record import Recorder
from cqclean.files.write import write
from cqclean.show.machine import FORMATS
from cqclean.show.visible import visible
from cqclean.work import CHANGES, CLEAN, TROUBLE
from cqclean.work.plan import Outcome, Plan, Tally
from cqclean.work.task import load, stamp_of, work

WRITERS = 16  # files that may wait for the disk at once: flushing one takes milliseconds, sixteen hardly longer
LOOKED_AT = 256  # files whose size decides how many processes are worth it


@dataclass(slots=True)
class Streams:
    """Where data goes, and what is said on standard error: no words when `quiet`, details when `verbose`."""

    out: IO[bytes]
    quiet: bool = False
    verbose: bool = False

    def say(self, message: str) -> None:
        """A summary, a warning or a hint."""
        if not self.quiet:
            self.error(message)

    def error(self, message: str) -> None:
        """What could not be done, quiet or not."""
        self.out.flush()
        print(message, file=sys.stderr, flush=True)  # looked up each time: while progress is shown, another stream stands there


@dataclass(slots=True)
class Run:
    """One run over files. in_place: write the files themselves; copies: write copies; else only report."""

    plan: Plan
    streams: Streams
    in_place: bool = False
    copies: Copies | None = None
    record: str | None = None
    jobs: int = 0
    counter: Callable[[str], None] = lambda path: None
    tally: Tally = field(default_factory=Tally)
    files: int = 0
    changed: int = 0
    troubles: int = 0
    held_back: int = 0
    left_out: int = 0
    up_to_date: int = 0

    def over(self, paths: Sequence[str]) -> int:
        """Do all files below the paths; the exit code as in a report, where a change is worth 1."""
        recorder = Recorder(self.record) if self.record else None
        try:
            with Items(self.plan.format, self.streams.out, self.plan.choice.for_folder(".").settings.extend_rules) as items:
                for outcome, problem in alongside(partial(self._written, recorder), self._outcomes(paths), WRITERS):
                    self._take(outcome, outcome.problem or problem, items)
        finally:
            if recorder:
                recorder.close()
        return self._exit_code()

    def _outcomes(self, paths: Sequence[str]) -> Iterator[Outcome]:
        found = (f for f in discover(paths, lambda folder: self.plan.choice.for_folder(folder).filter) if self._wanted(f))
        first = list(itertools.islice(found, LOOKED_AT))
        jobs = jobs_for((_size(f.path) for f in first), self.jobs)
        return in_order(partial(work, self.plan), itertools.chain(first, found), jobs)

    def _wanted(self, found: Found) -> bool:
        """Leave out what discovery left out, what cqclean itself has written, and copies that are up to date."""
        if not found.taken and not found.named:
            self.left_out += 1
            return False
        if self.copies and found.taken and self.copies.holds(found.path):
            self.left_out += 1
            return False
        if self.copies and found.taken and self.copies.is_current(found.path):
            self.up_to_date += 1
            return False
        return True

    def _take(self, outcome: Outcome, problem: str | None, items: "Items") -> None:
        self.counter(outcome.found.path)
        if problem:
            self.troubles += 1
            self.streams.error(f"{visible(outcome.found.path)}: {problem}")
            return
        items.add(outcome.shown)
        for message in (outcome.warning, outcome.note):
            if message:
                self.streams.say(f"{visible(outcome.found.path)}: {message}")
        self.files += 1
        self.changed += bool(outcome.tally.changes)
        self.held_back += outcome.warning is not None
        self.tally.merge(outcome.tally)

    def _written(self, recorder: Recorder | None, outcome: Outcome) -> str | None:
        """Write what there is to write, its record first; the problem, if it can't be done."""
        if outcome.data is None:
            return None
        try:
            if self.in_place and outcome.tally.changes and outcome.writable:
                _replace(outcome, recorder)
            elif self.copies:
                self.copies.write(outcome.found.path, outcome.data)
        except Problem as problem:
            return str(problem)
        return None

    def _exit_code(self) -> int:
        if self.troubles:
            return TROUBLE
        return CHANGES if self.changed or self.held_back else CLEAN


def _replace(outcome: Outcome, recorder: Recorder | None) -> None:
    """Write a file, its record first; not if somebody else has written it since it was read."""
    path, data = outcome.found.path, outcome.data or b""
    if stamp_of(path) != outcome.stamp:
        if load(path) == data:  # named twice, say
            return
        raise Problem("changed while it was cleaned: left as it is, run again")
    if recorder:
        recorder.add(outcome.record)
    write(path, data)


class Items:
    """The findings of a run as one document in its format, written as they come."""

    def __init__(self, name: str, out: IO[bytes], extra_rules: tuple[str, ...] = ()) -> None:
        self._format = FORMATS.get(name)
        self._out = out
        self._extra = extra_rules
        self._first = True

    def __enter__(self) -> "Items":
        if self._format:
            self._out.write(self._format.head)
        return self

    def add(self, shown: Iterable[bytes]) -> None:
        for item in shown:
            if self._format and not self._first:
                self._out.write(self._format.separator)
            self._out.write(item)
            self._first = self._first and not item

    def __exit__(self, *error: object) -> None:
        if self._format and error[0] is None:
            from cqclean import __version__
            from cqclean.ruleset.load import with_extra

            self._out.write(self._format.tail(with_extra(self._extra).by_id, __version__))
        if error[0] is None:
            self._out.flush()


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
