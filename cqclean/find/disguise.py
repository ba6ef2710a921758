"""Which characters are in disguise? Everything that hides one: what stands between, what is written for it, its sound, its entity.

A disguise that is quoted where disguises are spoken of, or as somebody's name, is none.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from string import ascii_letters

from cqclean.find.lesson import TONED, is_mentioned
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

FINDERS = (
    *("gaps", "boxed", "martian", "swaps", "lettered", "spelled", "enclosed"),
    *("initials", "glosses", "misread", "padded", "entities", "fullwidth", "glyphs", "lookalikes"),
)
BY_LETTERS = ("lettered", "spelled", "enclosed", "initials", "glosses")  # of these, those that look for Latin letters
_module = cache(import_module)
LETTERS = frozenset(f"{ascii_letters}ü{TONED}")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of the finders of disguised characters; one is imported only for a text that it can say something about."""
    plain = LETTERS.isdisjoint(document.signs)
    for name in FINDERS:
        if not (plain and name in BY_LETTERS):
            edits = _module(f"cqclean.find.{name}").find(document, ruleset, settings)
            yield from (edit for edit in edits if not is_mentioned(document.text, edit.start, edit.end))
