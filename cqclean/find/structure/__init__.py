"""Where does the article begin and end, and what around it is the site's?"""

from collections.abc import Iterator

from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    return iter(())
