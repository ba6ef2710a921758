"""Which sentences did a content farm's template put around an article?

Each of its phrases an author may use; together in one sentence they say only that an article follows or has ended, and whose site it is.
"""

from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from cqclean.find import bracketed, clause, contacts
from cqclean.find.each import each
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.parts import pattern
from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document, line_index
from cqclean.text.edits import Edit, Span


class Phrase(NamedTuple):
    """What a wrapping says, and how much it weighs."""

    name: str
    weight: int
    match: str


def find(document: Document, hits: Hits, slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each sentence that only wraps an article; the id of a rule that exceeds its time goes to `slow`."""
    yield from each(hits, lambda rule: rule.finder == "farm", partial(_edits, document), slow)


def _edits(document: Document, rule: Rule, places: list[int]) -> Iterator[Edit]:
    text, lines, done = document.folded.text, document.folded_lines, 0
    for place in places:
        if place < done:
            continue
        at = line_index(lines, place)
        line = contacts.clip(lines[at], (place, place))
        start, done = clause.sentence(text, line, (place, place + 1))
        found = _held(text[start:done].strip())
        if _wraps(found) and not bracketed.quoted(text, line, (place, place + 1)):
            edit = contacts.removed(document, rule, at, (_from_leads(text, line, start), done))
            yield edit._replace(why=f"{rule.why.rstrip('.')}: {', '.join(phrase.name for phrase in found)}.")


def _from_leads(text: str, line: Span, start: int) -> int:
    """Where a template's sentences on a text's kind begin, if they fill the line up to its own sentence; else where that one does."""
    leads, at = pattern(tables("farm")["farm"]["lead"], "farm"), line[0]
    while at < start and (lead := leads.match(text, at, start)) is not None:
        at = lead.end()
    return line[0] if at >= start else start


def _wraps(found: list[Phrase]) -> bool:
    """Whether phrases of one sentence weigh enough together."""
    return bool(sum(phrase.weight for phrase in found) >= tables("farm")["farm"]["enough"])


def _held(sentence: str) -> list[Phrase]:
    """The phrases of a wrapping that a sentence holds; none of a long one."""
    if len(sentence) > tables("farm")["farm"]["longest"]:
        return []
    return [phrase for phrase in _phrases() if pattern(phrase.match, "farm").search(sentence)]


@cache
def _phrases() -> tuple[Phrase, ...]:
    return tuple(Phrase(**entry) for entry in tables("farm")["phrase"])
