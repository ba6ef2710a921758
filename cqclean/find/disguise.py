"""Which characters are in disguise? Everything that hides one: what stands between, what is written for it, its sound, its entity.

A disguise that is quoted where disguises are spoken of, or as somebody's name, is none.
"""

from collections.abc import Iterator

from cqclean.find import (
    boxed,
    enclosed,
    entities,
    fullwidth,
    gaps,
    glosses,
    glyphs,
    initials,
    lettered,
    martian,
    misread,
    padded,
    spelled,
    swaps,
)
from cqclean.find.lesson import is_mentioned
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of the finders of disguised characters."""
    for finder in (
        gaps,
        boxed,
        martian,
        swaps,
        lettered,
        spelled,
        enclosed,
        initials,
        glosses,
        misread,
        padded,
        entities,
        fullwidth,
        glyphs,
    ):
        edits = finder.find(document, ruleset, settings)
        yield from (edit for edit in edits if not is_mentioned(document.text, edit.start, edit.end))
