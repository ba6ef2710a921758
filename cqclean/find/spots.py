"""Which lines of a plain text are adverts, by what they say and by what they look like?

In plain text neither is enough. The words of an advert (verdict) are those of a seller's or a notice's own lines, too, and the learned
score of a line (structure/score) takes short lines of authors for furniture at times. Where both speak together, no labelled line was lost.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import inf
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cqclean.find.lines import removal
from cqclean.find.structure import rows
from cqclean.find.structure.score import log_odds
from cqclean.find.verdict import Verdict, weigh, why
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.text.document import Document, line_index, lines_at
from cqclean.text.edits import Edit
from cqclean.text.late import late

_SENTENCE = late("[^。!?;…]{8,}[。!?;…]+")  # a shorter one is an exclamation
CONTACT = frozenset(("contact",))  # bare contacts are for find/contacts, whose guards know notices


class Spot(NamedTuple):
    """A line that advertises, by its index, and whether it reads as running text."""

    line: int
    runs: bool
    verdict: Verdict


def find(document: Document, hits: Hits, around: Sequence[Edit], slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each line of a plain text that advertises; the id of a rule that exceeds its time goes to `slow`.

    around: what structure takes away; its lines need no second opinion.
    """
    if document.kind != "text":
        return
    rules = {rule.id.removeprefix("pitch-"): rule for rule in hits if rule.finder == "pitch"}
    try:
        for spot in list(_spots(document, _left(document, [hits[rule] for rule in rules.values()], around), bool(around))):
            if spot.verdict.family in rules:
                rule = rules[spot.verdict.family]
                yield removal(document, spot.line, spot.line, rule, why(rule, spot.verdict))
    except TimeoutError:
        slow += [rule.id for rule in rules.values()]


def _left(document: Document, hits: Iterable[list[int]], gone: Sequence[Edit]) -> list[int]:
    """The indices of lines that hold a literal and do not go."""
    found = {at for places in hits for at in lines_at(document.folded_lines, places)}
    for edit in gone:
        found.difference_update(range(line_index(document.lines, edit.start), line_index(document.lines, edit.end - 1) + 1))
    return sorted(found)


def _spots(document: Document, lines: Iterable[int], scored: bool) -> Iterator[Spot]:
    """Which of some lines advertise by their words and by their looks; scored: structure has asked for the looks already."""
    own = tables("pitch")["plain"]
    looks = _looks(document) if scored else {}
    said = [spot for at in lines if looks.get(at, inf) > own["looks"] for spot in _said(document, at)]
    looks, text = (looks or _looks(document), _text_begins(document)) if said else ({}, 0)
    for spot in said:
        odds = looks.get(spot.line, own["looks"])
        enough = own["running" if spot.runs else "enough"]
        if odds > own["looks"] and odds + spot.verdict.sum >= enough and (spot.line > text or spot.verdict.sum >= own["title"]):
            yield spot


def _text_begins(document: Document) -> int:
    """The index of the first line of running text: above it stands the title, which may offer something, too."""
    text = document.folded.text
    return next((at for at, line in enumerate(document.folded_lines) if rows.is_prose(text[line.start : line.end].strip())), len(text))


def _said(document: Document, at: int) -> Iterator[Spot]:
    """A line as a spot, if its words speak for an advert."""
    own, line = tables("pitch")["plain"], document.folded_lines[at]
    words = document.folded.text[line.start : line.end].strip()
    if len(words) <= own["longest"] and _telling().find_matches_as_indexes(words):
        verdict = weigh(words)
        if verdict.sum >= own["says"] and not verdict.families <= CONTACT and not _tells(words):
            yield Spot(at, rows.is_prose(words), verdict)


def _tells(words: str) -> bool:
    """Whether a sentence of a line says nothing of an advert: the others go by themselves (find/calls, find/contacts)."""
    sentences = _SENTENCE.findall(words)
    return len(sentences) > 1 and any(weigh(sentence).sum < tables("pitch")["plain"]["tells"] for sentence in sentences)


@cache
def _telling() -> AhoCorasick:
    """The literals that a line of a plain text must hold one of: to weigh a line costs far more than to look for them."""
    common = set(tables("pitch")["plain"]["common"])
    return AhoCorasick(sorted(set(tables("pitch")["pitch"]["when"]) - common))


def _looks(document: Document) -> Mapping[int, float]:
    """The log-odds of furniture of each line that is not blank, by its index."""
    found = list(rows.raws(document))
    return dict(zip((raw.line for raw in found), log_odds([raw.key for raw in found]), strict=True))
