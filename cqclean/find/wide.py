"""Which lines were set wide, character by character, and are their blanks to go?

他 们 一 家 人 都 很 善 良: where most of the blanks of a line break words, all go; elsewhere all stay, and those of verse, which is set so
for its look, stay, too.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cqclean.find.verse import is_verse
from cqclean.text.document import Document
from cqclean.text.late import late

MANY = 3  # characters of a run that show a line to be set wide
NEAR = 120  # characters on each side that show verse, with their blanks
_BLANK = late("(?<=[\u4e00-\u9fff])[ \u00a0](?=[\u4e00-\u9fff])")


class Run(NamedTuple):
    """Single characters with blanks between them: where they begin, how many blanks, how many of these break words, whether any sign shows
    that all go."""

    start: int
    blanks: int
    broken: int
    sure: bool


def is_wide(pieces: list[str]) -> bool:
    """Whether what blanks part are single characters throughout."""
    return all(len(piece) == 1 for piece in pieces)


def is_short(pieces: list[str]) -> bool:
    """Whether they are two single characters, which go with the others of their line."""
    return len(pieces) == 2 and is_wide(pieces)


def joined(document: Document, runs: Iterable[Run]) -> Iterator[bool]:
    """Say of each of some runs, in order, whether its blanks go: of one line all or none. A line with short runs alone is not set wide:
    each of these is by itself."""
    by_line: dict[int, list[Run]] = {}
    placed = [(document.line_at(run.start).start, run) for run in runs]
    for line, run in placed:
        by_line.setdefault(line, []).append(run)
    told = {line: _goes(document.text, found) for line, found in by_line.items() if any(run.blanks >= MANY - 1 for run in found)}
    return (told.get(line, run.sure) for line, run in placed)


def _goes(text: str, runs: list[Run]) -> bool:
    most = 2 * sum(run.broken for run in runs) >= sum(run.blanks for run in runs)
    return (most or any(run.sure and run.blanks >= MANY for run in runs)) and not any(_is_verse(text, run.start) for run in runs)


def _is_verse(text: str, start: int) -> bool:
    """Whether a run is a clause of verse, its blanks and those around it taken away."""
    before = _BLANK.sub("", text[max(0, start - NEAR) : start])
    return is_verse(before + _BLANK.sub("", text[start : start + NEAR]), len(before), len(before) + 1)
