"""Where does the article begin and end, and what around it is the site's?"""

from collections.abc import Iterator

from cqclean.find.structure import evidence, plan, rows
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

SAFE = 0.9  # confidence from which a cut is made; below it is only shown
ROUNDS = 3  # looks at what is left, so that cleaning the result changes nothing; a second look is due on one page of a hundred


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits that take a page's own lines away from around its article; none where nothing shows a page."""
    left = rows.of_page(document)
    for _ in range(ROUNDS):
        made = plan.make(left)
        cuts = list(evidence.cuts(document, left, made))
        for cut in cuts:
            rule = ruleset.by_id.get(cut.rule)
            if rule is not None:
                start, end = evidence.span(document.lines, left, cut, made, len(document.text))
                yield Edit(start, end, "", rule.id, rule.level if cut.confidence >= SAFE else "review", cut.confidence, cut.why)
        if not cuts:
            return
        left = [row for at, row in enumerate(left) if made.keeps(at)]
