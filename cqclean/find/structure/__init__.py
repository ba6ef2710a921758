"""Where does the article begin and end, and what around it is the site's?"""

from collections.abc import Iterator

from cqclean.find.structure import crumbs, evidence, limits, plan, rows, sections
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edits that take a page's own lines away from around its article; none where nothing shows a page."""
    left = crumbs.marked(rows.of_page(document))
    for _ in range(limits.plan.rounds):
        made = plan.make(left, document.kind == "markdown")
        made = made._replace(posts=made.posts | sections.own(document, left))
        cuts = list(evidence.cuts(document, left, made))
        for cut in cuts:
            rule = ruleset.by_id.get(cut.rule)
            if rule is not None:
                start, end = evidence.span(document, left, cut, made)
                level = rule.level if cut.confidence >= limits.evidence.safe else "review"
                yield Edit(start, end, "", rule.id, level, cut.confidence, cut.why)
        if not cuts:
            return
        left = [row for at, row in enumerate(left) if made.keeps(at)]
