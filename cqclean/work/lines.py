"""What happens to a run over JSON Lines?"""

import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cqclean.files import Problem, jsonl, packed
from cqclean.files.batch import in_order, jobs_for
from cqclean.files.copies import Copies
from cqclean.files.discover import Filter, Found, discover
from cqclean.files.encoding import Codec, Decoded
from cqclean.files.write import write
from cqclean.show.visible import visible
from cqclean.text.document import Document
from cqclean.work import CHANGES, CLEAN, TROUBLE
from cqclean.work.pipe import NAME
from cqclean.work.plan import Plan
from cqclean.work.run import Items, Streams
from cqclean.work.summary import count
from cqclean.work.task import cleaner, shown

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
LOOKED_AT = 256  # lines whose size decides how many processes are worth it


class _Unchanged(Exception):
    """Nothing in the file was to be cleaned, so it is not replaced."""


@dataclass(slots=True)
class Lines:
    """A run over JSON Lines: the field, whether counts are added, where lines go and what is said."""

    plan: Plan
    field: str
    report: bool
    streams: Streams
    jobs: int = 0
    in_place: bool = False
    copies: Copies | None = None
    changed: int = 0
    troubles: int = 0
    files: int = 0

    def over_stdin(self) -> int:
        """Clean the field of each line from standard input to standard output; a line that can't be done goes through."""
        self.streams.out.writelines(self._cleaned(sys.stdin.buffer, NAME, "-", None))
        return TROUBLE if self.troubles else CLEAN

    def over(self, paths: Sequence[str]) -> int:
        """Clean files in place or as copies, or report what would change."""
        name = "" if self.in_place or self.copies else self.plan.format
        with Items(name, self.streams.out, self.plan.choice.for_folder(".").settings.extend_rules) as items:
            for found in _found(paths):
                self.files += found.taken
                try:
                    self._over_file(found, items)
                except _Unchanged:
                    pass
                except Problem as problem:
                    self._trouble(f"{visible(found.path)}: {problem}")
        if not self.files and not self.troubles:
            raise Problem(f"no JSON Lines in {', '.join(paths)}: a folder is searched for {', '.join(SUFFIXES)}")
        self.streams.say(
            f"{count(self.changed, 'line')} {'cleaned' if self.in_place or self.copies else 'to clean'} in {count(self.files, 'file')}"
        )
        if self.troubles:
            return TROUBLE
        return CHANGES if self.changed and not (self.in_place or self.copies) else CLEAN

    def _over_file(self, found: Found, items: Items) -> None:
        if not found.taken:
            raise Problem(found.reason)
        if self.copies and (self.copies.holds(found.path) or self.copies.is_current(found.path)):
            return
        before = self.changed
        cleaned = self._cleaned(packed.lines(found.path), found.path, found.path, items)
        if self.copies:
            self.copies.write(found.path, packed.packed(found.path, cleaned))
        elif self.in_place:
            write(found.path, self._unless_same(packed.packed(found.path, cleaned), before))
        else:
            for _ in cleaned:
                pass

    def _unless_same(self, pieces: Iterable[bytes], before: int) -> Iterator[bytes]:
        yield from pieces
        if self.changed == before and not self.report:
            raise _Unchanged

    def _cleaned(self, lines: Iterable[bytes], name: str, path: str, items: Items | None) -> Iterator[bytes]:
        """Yield each line on its way out, in order; say what is wrong with one, and show its findings."""
        numbered = enumerate(lines, 1)
        first = list(itertools.islice(numbered, LOOKED_AT))
        jobs = jobs_for((len(raw) for _, raw in first), self.jobs)
        work = partial(_work, self.plan, path, self.field, self.report)
        for row, found in in_order(work, itertools.chain(first, numbered), jobs):
            if row.problem:
                self._trouble(f"{visible(name)}:{row.number}: {row.problem}")
            self.changed += bool(row.result and row.result.applied)
            if items:
                items.add(found)
            yield row.line

    def _trouble(self, message: str) -> None:
        self.troubles += 1
        self.streams.error(message)


def _work(plan: Plan, path: str, field: str, report: bool, numbered: tuple[int, bytes]) -> tuple[jsonl.Row, tuple[bytes, ...]]:
    number, raw = numbered
    worker = cleaner(plan.choice.for_path(path).settings_for(path))
    row = jsonl.row(number, raw, field, worker.clean, report)
    if not row.result or not plan.format:
        return row, ()
    return row, shown(plan, f"{path}:{number}", Decoded(row.text, Codec()), Document(row.text), row.result)


def _found(paths: Sequence[str]) -> Iterator[Found]:
    """Named files, and those in folders whose names say that they are JSON Lines."""
    include = Filter(include=tuple("*" + suffix for suffix in SUFFIXES))
    return (found for found in discover(paths, lambda folder: include) if found.named)
