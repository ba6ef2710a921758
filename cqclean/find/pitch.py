"""Which blocks do nothing but advertise, judged by the sum of what speaks for it and against it?

A block is a paragraph, item, heading, quote or row of Markdown, or a line of a plain text. It goes where the sum of its marks (verdict)
is great enough, unless it is a project's own contact below a heading that asks for it.
"""

import re
from collections.abc import Iterator

from cqclean.find import prompts
from cqclean.find.lines import removal
from cqclean.find.verdict import Verdict, weigh
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.rule import Rule
from cqclean.text import passages
from cqclean.text.document import Document, line_index
from cqclean.text.edits import Edit, Span

OWN = frozenset(("contact", "follow"))  # families that an author uses for his own project, too
CHANNELS = frozenset(("get app", "scan", "scan to get", "join group", "add contact", "follow", "search for"))
CALLS = CHANNELS | {"click", "now", "sign up", "take", "scarce"}
SHORTEST = 6  # code points of a sentence that is judged by itself
_SENTENCE = re.compile(r"[^。!?]+[。!?]*")
_DATUM = re.compile("[\u4e00-\u9fff]{2,6}:")  # a label: what a hotel or a shop has to say of itself is content
_STEP = re.compile(r"[ \t>]*\d{1,3}[.)][ \t]")
_TAG = re.compile(r"</?[a-zA-Z!]|`")


def find(document: Document, hits: Hits, slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each block that only advertises; the id of a rule that exceeds its time goes to `slow`."""
    rules = {rule.id.removeprefix("pitch-"): rule for rule in hits if rule.finder == "pitch"}
    for first, last in sorted(_blocks(document, [hits[rule] for rule in rules.values()])):
        try:
            verdict = _judged(document, first, last)
        except TimeoutError:
            slow += [rule.id for rule in rules.values()]
            return
        if verdict is not None and verdict.family in rules:
            yield _edit(document, first, last, rules[verdict.family], verdict)


def _blocks(document: Document, hits: list[list[int]]) -> set[Span]:
    """The first and last line of each block in which a literal stands."""
    found = {line_index(document.folded_lines, place) for places in hits for place in places}
    return {passages.around(document, at) for at in found} if document.kind == "markdown" else {(at, at) for at in found}


def _judged(document: Document, first: int, last: int) -> Verdict | None:
    """The verdict on a block that advertises."""
    start, end = document.lines[first].start, document.lines[last].end
    if end - start > tables("pitch")["pitch"]["longest"] or _TAG.search(document.text, start, end):
        return None
    return _in_markdown(document, first, last) if document.kind == "markdown" else _in_text(document, first)


def _in_text(document: Document, at: int) -> Verdict | None:
    """The verdict on a line, every clause of which must be explained; contacts need the guards of their own finder."""
    line = document.folded_lines[at]
    words = document.folded.text[line.start : line.end].strip()
    verdict = weigh(words)
    if verdict.rest or verdict.family == "contact" or (verdict.family == "offer" and not _calls(document, words, verdict)):
        return None
    return verdict if verdict.sum >= tables("pitch")["pitch"]["enough_in_text"] else None


def _calls(document: Document, words: str, verdict: Verdict) -> bool:
    """Whether an offer asks for something and each of its sentences does nothing else: what a shop does or has is content.

    A text that is nothing but one offer is what somebody wanted to read; only one that leads away from it goes.
    """
    calls = CHANNELS if len(document.folded.text.strip()) == len(words) else CALLS
    if calls.isdisjoint(verdict.names) or _DATUM.match(words):
        return False
    sentences = [sentence for sentence in _SENTENCE.findall(words) if len(sentence) > SHORTEST]
    return len(sentences) < 2 or all(weigh(sentence).sum >= tables("pitch")["pitch"]["enough"] for sentence in sentences)


def _in_markdown(document: Document, first: int, last: int) -> Verdict | None:
    if any(passages.is_code(document, at) for at in range(first, last + 1)):
        return None
    said = Document(passages.said(document, first, last), "text")
    verdict = weigh(said.folded.text, place_of(document, first))
    return None if verdict.sum < tables("pitch")["pitch"]["enough"] or is_own(document, first, said, verdict) else verdict


def is_own(document: Document, first: int, said: Document, verdict: Verdict) -> bool:
    """Whether a block of Markdown is the author's own contact, notice or datum."""
    if verdict.families <= OWN and prompts.belongs(document, first, said):
        return True
    if prompts.is_datum(document, first) or prompts.is_priced(document, first):
        return True
    return prompts.in_own_section(document, first) and not prompts.lures(said)


def place_of(document: Document, at: int) -> str:
    """The option for the kind of block that begins at a line of Markdown."""
    line = document.lines[at]
    if passages.is_heading(document, at):
        return "heading"
    if passages.is_row(document, at):
        return "row"
    return "step" if _STEP.match(document.text, line.start, line.end) else ""


def _edit(document: Document, first: int, last: int, rule: Rule, verdict: Verdict) -> Edit:
    return removal(document, first, last, rule, f"{rule.why} Shown by: {', '.join(verdict.names[:4])}.")
