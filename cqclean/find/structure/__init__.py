"""Where does the article begin and end, and what around it is the site's?"""

from collections.abc import Iterator

from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

LEAST = 2  # lines of a page: it shows as many kinds of furniture (`kinds` of [plan] in rules/structure.toml), and a line shows one


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits that take a page's own lines away from around its article; none where nothing shows a page.

    Its modules are imported as far as a text needs them: that takes longer than to clean most that are no page.
    """
    if len(document.lines) < LEAST or document.is_project:  # its links, licence and community are its own
        return
    from cqclean.find.structure.rows import of_page

    found = of_page(document)
    if found:
        from cqclean.find.structure.cuts import edits

        yield from edits(document, found, ruleset)
