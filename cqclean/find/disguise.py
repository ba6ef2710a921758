"""Which characters are in disguise? Everything that hides one: what stands between, what is written for it, its sound, its entity."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from string import ascii_letters

from cqclean.find.lesson import TONED
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

FINDERS = (
    *("gaps", "boxed", "martian", "swaps", "lettered", "spelled"),
    *("initials", "glosses", "misread", "padded", "entities", "fullwidth"),
)
BY_LETTERS = ("lettered", "spelled", "initials", "glosses")  # of these, those that look for Latin letters
_module = cache(import_module)
LETTERS = frozenset(f"{ascii_letters}ü{TONED}")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits of the finders of disguised characters; one is imported only for a text that it can say something about."""
    plain = LETTERS.isdisjoint(document.signs)
    for name in FINDERS:
        if not (plain and name in BY_LETTERS):
            yield from _module(f"cqclean.find.{name}").find(document, ruleset, settings)
