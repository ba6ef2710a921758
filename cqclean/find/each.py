"""How is each rule of a finder asked, so that one which exceeds its time keeps no other from its edits?"""

from collections.abc import Callable, Iterable, Iterator

from cqclean.ruleset.gate import Hits
from cqclean.ruleset.rule import Rule
from cqclean.text.edits import Edit


def each(hits: Hits, wanted: Callable[[Rule], bool], edits: Callable[[Rule, list[int]], Iterable[Edit]], slow: list[str]) -> Iterator[Edit]:
    """Yield the edits that wanted rules have near their places; the id of a rule that exceeds its time goes to `slow`."""
    for rule, places in hits.items():
        if wanted(rule):
            try:
                yield from list(edits(rule, places))
            except TimeoutError:
                slow.append(rule.id)
