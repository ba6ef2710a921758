"""What of a page goes that is not its article?"""

from collections.abc import Iterator, Sequence

from cqclean.find.structure import crumbs, evidence, limits, plan, saved, sections
from cqclean.find.structure.rows import Row
from cqclean.ruleset.load import Ruleset
from cqclean.text.document import Document
from cqclean.text.edits import Edit


def edits(document: Document, found: Sequence[Row], ruleset: Ruleset) -> Iterator[Edit]:
    """Yield the removal of rows in rounds: what stays may show more when what stood around it is gone."""
    page = saved.page(document)
    left, written = crumbs.marked(page or found), document.kind == "markdown" and not page
    for _ in range(limits.plan.rounds):
        made = plan.make(left, written)
        own = saved.titles(left) if page else sections.own(document, left)
        made = made._replace(posts=made.posts | own)
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
