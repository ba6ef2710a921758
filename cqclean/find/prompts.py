"""Which paragraphs, items, headings, quotes and rows of a Markdown text do nothing but advertise?

In Markdown a contact is cut out of no sentence: technical texts speak of codes, accounts and numbers in earnest. A block goes whole,
and only if each clause of it is explained: by a contact rule, or by a word that only serves one. A plain contact below a heading that
asks for it, or in a text about a project, is the author's; what lures is nobody's but the advertiser's.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from cqclean.find import contacts
from cqclean.find.lines import matches, removal
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.rule import TIME_LIMIT, Rule
from cqclean.text import passages
from cqclean.text.document import Document
from cqclean.text.edits import Edit, apply, disjoint

FINDERS = ("contacts", "prompts")
LONGEST = 200  # code points of a block: what is longer says something
LONGEST_CLAUSE = 24  # code points of a clause that one word explains
NEIGHBOURS = frozenset(("alone", "form", "roll", "links"))  # guards that ask what stands beside a block
_CLAUSES = re.compile(r"[,。!?;:、…~|()\[\]【】“”\"\s]+")
_TAG = re.compile(r"</?[a-zA-Z!]|`")
_SAYS_MORE = re.compile(r",|[0-9]{5}|www\.")  # what a heading that is only the name of its section does not hold
_SAYS = re.compile(r"[\u4e00-\u9fffa-z0-9]", re.IGNORECASE)


def find(document: Document, hits: Hits, slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each block that only advertises; the id of a rule that exceeds its time goes to `slow`."""
    if document.kind != "markdown":
        return
    for (first, last), rules in sorted(_blocks(document, hits).items()):
        try:
            rule = _advertises(document, first, last, rules)
        except TimeoutError:
            slow += [rule.id for rule in rules]
            continue
        if rule is not None:
            yield removal(document, first, last, rule)


def _blocks(document: Document, hits: Hits) -> dict[tuple[int, int], list[Rule]]:
    """The blocks in which literals of contact rules and line rules occur, with these rules."""
    found: dict[tuple[int, int], list[Rule]] = {}
    for rule, places in hits.items():
        if rule.finder in FINDERS or (rule.drops and not rule.finder and not rule.needs and not rule.place):
            lines = document.lines if rule.on == "text" else document.folded_lines
            for at in {bisect_right(lines, place, key=lambda line: line.start) - 1 for place in places}:
                rules = found.setdefault(passages.around(document, at), [])
                if rule not in rules:
                    rules.append(rule)
    return found


def _advertises(document: Document, first: int, last: int, rules: list[Rule]) -> Rule | None:
    """The rule that speaks for the removal of a block, if it says nothing but advert."""
    size = document.lines[last].end - document.lines[first].start
    if size > LONGEST or any(passages.is_code(document, at) for at in range(first, last + 1)):
        return None
    said = Document(passages.said(document, first, last), "text")
    if _TAG.search(said.text) or not _may_advertise(document, first, said):
        return None
    cut = [edit for rule in rules for edit in _pieces(said, rule)]
    if not cut or not _explained(said, cut):
        return None
    by_id = {rule.id: rule for rule in rules}
    surest = min(cut, key=lambda edit: edit.level != "safe")
    rule = by_id[surest.rule]
    return rule if _lures(said) or not _belongs(document, first, said, rule) else None


def _may_advertise(document: Document, first: int, said: Document) -> bool:
    """Whether a block lures, or at least asks for something; a heading, which names what follows, has to lure or to say more."""
    words = said.folded.text
    if _pattern("lures").search(words):
        return True
    if passages.is_heading(document, first) and not _SAYS_MORE.search(words):
        return False
    return bool(_pattern("asks").search(words)) and not _pattern("tells").search(words)


def _pieces(said: Document, rule: Rule) -> Iterator[Edit]:
    text = said.text if rule.on == "text" else said.folded.text
    places = sorted(match.start() for literal in rule.when for match in re.finditer(re.escape(literal), text))
    if rule.finder == "contacts":
        yield from contacts.edits(said, _anywhere(rule), places)
    elif rule.finder == "prompts":
        spans = [said.folded.span(*match.span()) for match in contacts.pattern(rule.match).finditer(text, timeout=TIME_LIMIT)]
        yield from (Edit(*span, "", rule.id, rule.level, rule.confidence, rule.why) for span in spans)
    elif places and matches(said, rule):
        yield Edit(0, len(said.text), "", rule.id, rule.level, rule.confidence, rule.why)


@cache
def _anywhere(rule: Rule) -> Rule:
    """The rule without the guards that ask for a block's neighbours."""
    return replace(rule, unless=tuple(name for name in rule.unless if name not in NEIGHBOURS))


def _explained(said: Document, cut: list[Edit]) -> bool:
    rest = Document(apply(said.text, disjoint(cut)), "text").folded.text
    serves = _pattern("serves")
    return all(
        len(clause) <= LONGEST_CLAUSE and serves.search(clause) and not _pattern("tells").search(clause)
        for clause in _CLAUSES.split(rest)
        if _SAYS.search(clause)
    )


def _lures(said: Document) -> bool:
    return bool(_pattern("lures").search(said.folded.text))


def _belongs(document: Document, first: int, said: Document, rule: Rule) -> bool:
    """Whether a plain contact is the author's own: its words, the heading above or the whole text speak of a project."""
    if rule.finder == "contacts" and contacts.MARKUP not in rule.unless:
        return False
    above = Document(passages.heading_above(document, first), "text").folded.text
    return bool(_pattern("project").search(said.folded.text) or _pattern("section").search(above))


def _pattern(name: str) -> Any:
    return contacts.pattern(tables("contact")["markdown"][name])
