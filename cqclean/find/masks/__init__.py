"""Which words did a filter hide behind stars?

A word is given back only when it is sure; what is unsure is shown with its two best candidates and stays. Settings.asterisk says what
becomes of the masks that stay: keep, mark (⟦***⟧) or drop.
"""

from collections.abc import Iterator

from cqclean.find.masks.detect import masks
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield an edit for each mask that can be restored, and one to be reviewed for each that is unsure."""
    found = masks(document)
    if not found:
        return
    from cqclean.find.masks.answer import edits  # what it imports takes longer than most texts

    yield from edits(document.text, found, ruleset, settings)
