"""What is asked of a run, and what comes of a file?"""

from dataclasses import dataclass, field
from typing import NamedTuple

from cqclean.files.config import Choice
from cqclean.files.discover import TEXT, Found
from cqclean.text.edits import Edit


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does with each file. format "" draws nothing; produce: hand back the new bytes; record: and the record;
    recurring: lines known to stand in several files of the run; timed: note how long rules and finders take."""

    choice: Choice = Choice()
    format: str = "concise"
    colour: bool = False
    verbose: bool = False
    produce: bool = False
    record: bool = False
    recurring: frozenset[str] = frozenset()
    timed: bool = False


@dataclass(slots=True)
class Tally:
    """What was found: edits made (or to be made), held by level, characters by rule; nanoseconds by rule and by finder, if noted."""

    made: dict[str, int] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)
    characters: dict[str, int] = field(default_factory=dict)
    rules: dict[str, int] = field(default_factory=dict)
    finders: dict[str, int] = field(default_factory=dict)
    unsafe: int = 0
    review: int = 0

    def add(self, edit: Edit, made: bool) -> None:
        counts = self.made if made else self.held
        counts[edit.rule] = counts.get(edit.rule, 0) + 1
        if made:
            self.characters[edit.rule] = self.characters.get(edit.rule, 0) + edit.end - edit.start
        self.unsafe += not made and edit.level == "unsafe"
        self.review += not made and edit.level == "review"

    def merge(self, other: "Tally") -> None:
        for name in ("made", "held", "characters", "rules", "finders"):
            mine = getattr(self, name)
            for rule, count in getattr(other, name).items():
                mine[rule] = mine.get(rule, 0) + count
        self.unsafe += other.unsafe
        self.review += other.review

    @property
    def changes(self) -> int:
        return sum(self.made.values())


class Outcome(NamedTuple):
    """What came of one file.

    shown: the drawn findings. data: new bytes to write. stamp: the age and size of the file when it was read. problem: why it could
    not be done (exit 2). warning: why it was left as it is (exit 1). note: what else there is to know.
    """

    found: Found
    shown: tuple[bytes, ...] = ()
    data: bytes | None = None
    stamp: tuple[int, int] | None = None
    record: bytes = b""
    tally: Tally = Tally()
    problem: str | None = None
    warning: str | None = None
    note: str | None = None

    @property
    def writable(self) -> bool:
        """Whether -w may write the file: text and Markdown, and what was named; other markup is only reported."""
        return self.found.named or self.found.path.lower().endswith(TEXT)
