"""Where does the article begin and end, and what around it is the site's?"""

from collections.abc import Iterator

from cqclean.find.structure import evidence, plan, rows
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

SAFE = 0.9  # confidence from which a cut is made; below it is only shown


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits that take a page's own lines away from around its article; none where nothing shows a page."""
    found = rows.read(document)
    if not found:
        return
    made = plan.make(found)
    for cut in evidence.cuts(document, found, made):
        rule = ruleset.by_id.get(cut.rule)
        if rule is not None:
            start, end = evidence.span(document.lines, found, cut, made, len(document.text))
            yield Edit(start, end, "", rule.id, rule.level if cut.confidence >= SAFE else "review", cut.confidence, cut.why)
