"""Which sentences of a plain text call for something and belong to nothing around them?

A sentence without an id or a number (scan, search, write a word to the account) is an advert where the sum of its marks (verdict) is
great enough, no guard speaks for it, and what else its line says does not advertise: a seller's own text calls in every sentence.
"""

from collections.abc import Iterator
from functools import partial

from cqclean.find import bracketed, clause, contacts, extent
from cqclean.find.each import each
from cqclean.find.verdict import weigh
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document, line_index
from cqclean.text.edits import Edit, Span


def find(document: Document, hits: Hits, slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each sentence that only calls; the id of a rule that exceeds its time goes to `slow`."""
    if document.kind != "text":
        return
    yield from each(hits, lambda rule: rule.finder == "calls", partial(_edits, document), slow)


def _edits(document: Document, rule: Rule, places: list[int]) -> Iterator[Edit]:
    done = 0
    for place in places:
        if place < done:
            continue
        at = line_index(document.folded_lines, place)
        line = contacts.clip(document.folded_lines[at], (place, place))
        piece = _piece(document.folded.text, line, place)
        done = piece[1]
        if _calls(document, line, piece):
            piece = extent.surely(document.folded.text, line, (place, place + 1), piece)
        if _calls(document, line, piece) and not contacts.guarded(document, rule, at, piece):
            yield contacts.removed(document, rule, at, piece)


def _piece(text: str, line: Span, place: int) -> Span:
    """The bracket or the sentence around a word."""
    core = place, place + 1
    return bracketed.bracket(text, line, core) or clause.sentence(text, line, core)


def _calls(document: Document, line: Span, piece: Span) -> bool:
    """Whether the words of a sentence are those of an advert, and those of the rest of its line are not."""
    text, own = document.folded.text, tables("contact")["calls"]
    words = text[slice(*piece)].strip()
    if not own["shortest"] <= len(words) <= own["longest"] or bracketed.quoted(text, line, (piece[0] + 1, piece[1] - 1)):
        return False
    rest = (text[line[0] : piece[0]] + text[piece[1] : line[1]]).strip()
    if len(rest) < own["beside"]:
        return False
    verdict = weigh(words)
    enough = own["enough" if verdict.families & set(own["families"]) else "offers"]
    return bool(verdict.sum >= enough and weigh(rest).sum < own["rest"])
