"""Which paragraphs, items, headings, quotes and rows of a Markdown text do nothing but advertise?

In Markdown a contact is cut out of no sentence: technical texts speak of codes, accounts and numbers in earnest. A block goes whole,
and only if each clause of it is explained: by a contact rule, or by a word that only serves one. A plain contact below a heading that
asks for it, or in a text about a project, is the author's; what lures is nobody's but the advertiser's.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cqclean.find import contacts
from cqclean.find.appeal import appeal
from cqclean.find.lines import matches, removal
from cqclean.find.verdict import weigh
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.pattern import pattern
from cqclean.ruleset.rule import Rule
from cqclean.text import passages
from cqclean.text.document import Document, lines_at
from cqclean.text.edits import Edit, apply, disjoint
from cqclean.text.late import late

FINDERS = ("contacts", "prompts")
LONGEST = 200  # code points of a block: what is longer says something
LONGEST_CLAUSE = 24  # code points of a clause that one word explains
LONGEST_BOAST = 8  # code points of a clause that nothing explains in a block that lures
NEIGHBOURS = frozenset(("alone", "form", "roll", "links"))  # guards that ask what stands beside a block
_CLAUSES = late(r"[,。!?;:、…~|()\[\]【】\s]+")
_SAYS_MORE = late(r",|[0-9]{5}|www\.")  # what a heading that is only the name of its section does not hold
_WELCOMES = late("欢迎|支持一下")  # what a row that is no datum says
_SAYS = late(r"[\u4e00-\u9fffa-z0-9]", re.IGNORECASE)


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
            for block in {passages.around(document, at) for at in lines_at(lines, places)}:
                found.setdefault(block, []).append(rule)
    return found


def _advertises(document: Document, first: int, last: int, rules: list[Rule]) -> Rule | None:
    """The rule that speaks for the removal of a block, if it says nothing but advert."""
    source = document.text[document.lines[first].start : document.lines[last].end]
    if len(source) > LONGEST or passages.TAG.search(source):
        return None
    said = passages.saying(document, first, last)  # its own words decide first: to look around costs more
    if not _may_advertise(document, first, said) or is_datum(document, first):
        return None
    if passages.is_apart(document, first, last) or is_shown(document, first) or is_lesson(document, first):
        return None
    cut = [edit for rule in rules for edit in _pieces(said, rule)]
    speaking = [rule for rule in rules if any(edit.rule == rule.id for edit in cut)]
    sure = lures(said) or any(map(_disguised, speaking))
    boast = LONGEST_BOAST if sure and not passages.is_row(document, first) else 0
    if not cut or not _explained(said, cut, boast) or (not sure and belongs(document, first, said)) or _speaks_of(said, speaking):
        return None
    return min(speaking, key=lambda rule: (rule.level != "safe", not _disguised(rule)))


def is_shown(document: Document, first: int) -> bool:
    """Whether a quote is shown to the reader: the text above it ends in a colon, does not advertise and announces nothing below it."""
    above = passages.announcing(document, first)
    if above is None:
        return False
    words, below = passages.saying(document, *above).folded.text, passages.neighbour(document, passages.around(document, first)[1], 1)
    if below is not None and _announces_other(document, words, below):
        return False
    return appeal(words) < float(tables("pitch")["pitch"]["announcing"])


def _announces_other(document: Document, words: str, below: int) -> bool:
    """Whether what a line before a quote announces is the code, list or table that stands below the quote."""
    options = tables("pitch")["pitch"]
    if pattern(options["quotes"]).search(words):
        return False
    if passages.is_code(document, below):
        return True
    listed = passages.is_item(document, below) or passages.is_row(document, below)
    return listed and not pattern(options["examples"]).search(words)


def _speaks_of(said: Document, speaking: list[Rule]) -> bool:
    """Whether a block without a disguise speaks of adverts rather than being one."""
    return not any(map(_disguised, speaking)) and weigh(said.folded.text).sum < tables("pitch")["pitch"]["least"]


def _disguised(rule: Rule) -> bool:
    """Whether a rule finds contacts that no author would write so."""
    return rule.finder == "contacts" and contacts.MARKUP not in rule.unless


def _may_advertise(document: Document, first: int, said: Document) -> bool:
    """Whether a block lures, or at least asks for something; a heading, which names what follows, has to do both or to say more."""
    words = said.folded.text
    if _pattern("teaches").search(words):
        return False
    lures, asks = bool(_pattern("lures").search(words)), bool(_pattern("asks").search(words))
    if passages.is_heading(document, first) and not _SAYS_MORE.search(words):
        return lures and asks
    if passages.is_row(document, first):
        return asks and (lures or bool(_WELCOMES.search(words)))
    return lures or (asks and not _pattern("tells").search(words))


def _pieces(said: Document, rule: Rule) -> Iterator[Edit]:
    text = said.text if rule.on == "text" else said.folded.text
    places = [match.start() for match in _literals(rule).finditer(text)]
    if rule.finder == "contacts":
        yield from contacts.edits(said, _anywhere(rule), places)
    elif rule.finder == "prompts":
        spans = [said.folded.span(*match.span()) for match in contacts.pattern(rule.match).finditer(text)]
        yield from (Edit(*span, "", rule.id, rule.level, rule.confidence, rule.why) for span in spans)
    elif places and matches(said, rule):
        yield Edit(0, len(said.text), "", rule.id, rule.level, rule.confidence, rule.why)


@cache
def _literals(rule: Rule) -> re.Pattern[str]:
    """Finds where any literal of a rule begins, also within another."""
    return re.compile(f"(?={'|'.join(map(re.escape, rule.when))})")


@cache
def _anywhere(rule: Rule) -> Rule:
    """The rule without the guards that ask for a block's neighbours."""
    return rule._replace(unless=tuple(name for name in rule.unless if name not in NEIGHBOURS))


def _explained(said: Document, cut: list[Edit], boast: int) -> bool:
    """Whether nothing is left beside the pieces but clauses that serve them, and at most one that is no longer than a boast."""
    rest = Document(apply(said.text, disjoint(cut)), "text").folded.text
    clauses = [clause for clause in _CLAUSES.split(rest) if _SAYS.search(clause)]
    if any(_pattern("tells").search(clause) for clause in clauses):
        return False
    strange = [clause for clause in clauses if len(clause) > LONGEST_CLAUSE or not _pattern("serves").search(clause)]
    return not strange or (len(strange) == 1 and len(strange[0]) <= boast)


def lures(said: Document) -> bool:
    return bool(_pattern("lures").search(said.folded.text))


def belongs(document: Document, first: int, said: Document) -> bool:
    """Whether a plain contact is the author's own: its words, the heading above or the whole text speak of a project."""
    return bool(_pattern("project").search(said.folded.text)) or in_own_section(document, first)


def in_own_section(document: Document, first: int) -> bool:
    """Whether the heading above a block says that contacts, rights or offers of the author follow."""
    return _heading_says(document, first, "section")


def in_apparatus(document: Document, first: int) -> bool:
    """Whether the heading above a block says that sources, further reading, thanks or a licence follow, and no contact."""
    return _heading_says(document, first, "apparatus")


def opens_own_section(document: Document, first: int, said: Document) -> bool:
    """Whether a block is a heading that says that contacts, rights or offers of the author follow."""
    return passages.is_heading(document, first) and bool(_pattern("section").search(said.folded.text)) and not lures(said)


def is_lesson(document: Document, first: int) -> bool:
    """Whether the heading above a block speaks of fraud or of adverts, which are then shown to the reader."""
    return _heading_says(document, first, "lesson")


def is_priced(document: Document, first: int) -> bool:
    """Whether the heading above a block says that prices or dates follow."""
    return _heading_says(document, first, "matter")


def _heading_says(document: Document, first: int, name: str) -> bool:
    return bool(_pattern(name).search(Document(passages.heading_above(document, first), "text").folded.text))


def is_datum(document: Document, first: int) -> bool:
    """Whether a block is a row of a table whose head says that it lists such things."""
    return passages.is_row(document, first) and lists_data(passages.table_head(document, first))


def lists_data(head: str) -> bool:
    """Whether the head of a table says that it lists such things as adverts hold."""
    return bool(_pattern("datum").search(Document(head, "text").folded.text))


def _pattern(name: str) -> Any:
    return contacts.pattern(tables("contact")["markdown"][name])
