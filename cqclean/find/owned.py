"""Is a block of Markdown that reads like an advert the author's own contact, notice or datum?

A project's own contact stays below a heading that asks for it, and a row below a head that lists such things. What sells is no author's.
"""

from cqclean.find import prompts
from cqclean.find.appeal import shown
from cqclean.find.verdict import Verdict
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.pattern import pattern
from cqclean.text import passages
from cqclean.text.document import Document

OWN = frozenset(("contact", "follow"))  # families that an author uses for his own project, too
SEVERAL = 2  # ways to sell that a block shows which is surely an advert, or no author's plain contact


def is_own(document: Document, first: int, said: Document, verdict: Verdict) -> bool:
    """Whether a block of Markdown is the author's own contact, notice or datum."""
    if _is_plain(said, verdict) and prompts.belongs(document, first, said):
        return True
    if prompts.opens_own_section(document, first, said) or prompts.is_priced(document, first):
        return True
    if _is_datum(document, first, verdict) if len(said.lines) == 1 else _shows_adverts(document, first):
        return True
    if not prompts.in_own_section(document, first) or prompts.lures(said):
        return False
    return not _is_sites(said, verdict, prompts.in_apparatus(document, first))


def _is_plain(said: Document, verdict: Verdict) -> bool:
    """Whether a block may be no more than how to reach or follow someone."""
    return verdict.sum < tables("pitch")["pitch"]["sure"] and verdict.families <= OWN and _ways(said) < SEVERAL


def _is_sites(said: Document, verdict: Verdict, apparatus: bool) -> bool:
    """Whether a block is surely no author's own, whatever the heading above it: a site disclaims, a firm sells, or a writer pleads.

    Below the heading of an apparatus (sources, a licence) no author sells or asks for anything; below one of contacts he may name a price.
    """
    options = tables("pitch")["pitch"]
    if pattern(options["gathered"]).search(said.folded.text):
        return True
    ways, pleas = _ways(said), len(shown(said.folded.text).intersection(options["pleading"]))
    several = ways >= (SEVERAL if verdict.sum >= options["sure"] else options["ways"])
    return bool(verdict.sum >= options["sells"] and (apparatus or several or pleas >= options["pleas"]))


def _ways(said: Document) -> int:
    """In how many ways a block shows that a firm sells."""
    return len(shown(said.folded.text).intersection(tables("pitch")["pitch"]["selling"]))


def _shows_adverts(document: Document, at: int) -> bool:
    """Whether a table says in its head that its rows are wordings, as of adverts."""
    head = passages.table_head(document, at) if passages.is_row(document, at) else ""
    return bool(pattern(tables("pitch")["pitch"]["shown"]).search(head))


def _is_datum(document: Document, at: int, verdict: Verdict) -> bool:
    """Whether a row stands below a head of such things."""
    if not passages.is_row(document, at):
        return False
    options, head = tables("pitch")["pitch"], passages.table_head(document, at)
    if verdict.sum >= options["strange"]:
        head = pattern(options["neutral"]).sub("", head)
    return prompts.lists_data(head) or bool(pattern(options["heads"]).search(head))
