"""Which characters are in disguise? Everything that hides one: what stands between, what is written for it, its sound, its entity."""

from collections.abc import Iterator

from cqclean.find import boxed, entities, fullwidth, gaps, glosses, initials, lettered, martian, misread, padded, spelled, swaps
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of the finders of disguised characters."""
    for finder in (gaps, boxed, martian, swaps, lettered, spelled, initials, glosses, misread, padded, entities, fullwidth):
        yield from finder.find(document, ruleset, settings)
