"""Which sentences, clauses or brackets were put into the lines of a plain text to advertise?

Rules name contacts, and marks (verdict) name ways to call; what reads as an advert without any of them (plea) goes where the rest of its
line does not advertise: a seller's own text does so in every sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import log10

from cqclean.find import bracketed, clause, contacts, doublet, extent, plea
from cqclean.find.each import each
from cqclean.find.lines import removal
from cqclean.find.verdict import weigh
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document, line_index
from cqclean.text.edits import Edit, Span, disjoint
from cqclean.text.late import late

OF_PAGES = ("structure-", "headline-")  # rules of what stands around an article: short lines of a page are judged there
FOLLOWS = 12  # code points behind a piece that say what follows from it
USUAL = 200  # code points of a text: the longer one is, the more of its clauses are asked, and the fewer of them advertise
MARKS = 3  # of Markdown or HTML in a text: its calls are its author's
NEAR = 120  # code points above and below a line that are read
_MARKUP = late(r"\]\([^)\s]{4,}\)|^#{1,6} \S|^```|</[a-z]{1,10}>", re.MULTILINE)
_RUNS = late("[,。!?]")  # in a line that runs on: others are labels, lists and letterheads
_SUPPOSES = late("[ ,]*(?:要想|若要|如果|倘若|要是|只要|一旦|即使|虽然|由于)")
_FOLLOWS = late("[^,。!?;]{0,8}(?:就|才|便|只能|必须|也)")
_SPOKEN = late("是|这(?:句话|行字|几个字|类话)|(?:以|之)?后(?:就|便)?会")
_PARTS = late("[,、。!?;…~()\\[\\]【】{}〔〕〖〗]")  # what parts a line: the whole of one without any is a label, and no aside
_HAN = late("[\u4e00-\u9fff]")
_MARKED = late(  # Markdown and code: of the author
    r"`|\]\(|\$\{|^ *(?:#{1,6} |[-*+] |>|\||[0-9]+\. )|</|\*\*|==|\(\)|[a-z]\((?![\u4e00-\u9fff])"
)


def find(document: Document, hits: Hits, gone: Sequence[Edit], slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each aside that only advertises; the id of a rule that exceeds its time goes to `slow`.

    gone: what others take away or mend; a contact that a rule knows goes with what the rule says.
    """
    if document.kind == "text" and len(_MARKUP.findall(document.text)) < MARKS:
        away = disjoint(edit for edit in gone if edit.removes)
        yield from each(hits, lambda rule: rule.finder == "asides", partial(_apart, document, away), slow)
        if not any(edit.rule.startswith(OF_PAGES) for edit in away):
            yield from each(hits, lambda rule: rule.finder == "asides", partial(_doublets, document, away), slow)


def _doublets(document: Document, away: Sequence[Edit], rule: Rule, places: Iterable[int]) -> Iterator[Edit]:
    """Yield the removal of two short lines that are one advert; what another finder takes of them goes anyway."""
    lines = dict.fromkeys(line_index(document.folded_lines, place) for place in places)
    for pair in dict.fromkeys(pair for at in lines for pair in doublet.around(document, at)):
        for edit in (removal(document, at, at, rule) for at in pair):
            if not _within(away, edit.start, edit.end):
                yield edit


def _apart(document: Document, away: Sequence[Edit], rule: Rule, places: Iterable[int]) -> Iterator[Edit]:
    """Yield the edits that overlap no removal by another finder; what stands in one is not asked for."""
    found = _edits(document, rule, _outside(document, places, away))
    return (edit for edit in found if not _within(away, edit.start, edit.end))


def _within(away: Sequence[Edit], start: int, end: int) -> bool:
    """Whether a span overlaps one of several removals, in rising order."""
    behind = bisect_right(away, start, key=lambda edit: edit.end)  # the first removal that ends behind where the span begins
    return behind < len(away) and away[behind].start < end


def _outside(document: Document, places: Iterable[int], away: Sequence[Edit]) -> Iterator[int]:
    """The places, in the folded copy, that no removal takes away."""
    return (place for place in places if not _within(away, *document.folded.span(place, place + 1)))


def _edits(document: Document, rule: Rule, places: Iterable[int]) -> Iterator[Edit]:
    text, done = document.folded.text, 0
    rarity = tables("contact")["asides"]["rarity"] * max(0.0, log10(len(text) / USUAL))
    for place in places:
        if place < done:
            continue
        at = line_index(document.folded_lines, place)
        line, core = contacts.clip(document.folded_lines[at], (place, place)), (place, place + 1)
        if _MARKED.search(text, *line) or not _PARTS.search(text, line[0], line[1] - 1):
            continue
        done = (bracketed.bracket(text, line, core) or clause.sentence(text, line, core))[1]
        piece, odds = _before_text(text, line, *plea.told(text, line, core))
        odds -= rarity
        piece = clause.baited(text, line, piece[0], clause.serving()), piece[1]
        if bracketed.is_whole(text, piece) and _advertises(text, line, piece, odds) and not _spared(document, rule, at, piece, odds):
            yield contacts.removed(document, rule, at, piece)


def _before_text(text: str, line: Span, piece: Span, odds: float) -> tuple[Span, float]:
    """The piece up to text that follows a number or an id in it without a sign between, with what it is worth."""
    part = extent.before_text(text, piece)
    return (piece, odds) if part == piece else (part, min(odds, plea.odds(text, line, part)))


def _advertises(text: str, line: Span, piece: Span, odds: float) -> bool:
    """Whether a piece advertises, and the rest of its line is text that does not."""
    own, words = tables("contact")["asides"], text[slice(*piece)].strip()
    rest = (text[line[0] : piece[0]] + text[piece[1] : line[1]]).strip()
    reaches = contacts.pattern(own["reaches"]).search(words) is not None
    if odds < own["enough" if reaches else "mute"] or not own["shortest"] <= len(words) <= own["longest"]:
        return False
    if words.startswith(bracketed.DASH) and not reaches:
        return False  # it explains what stands before: 两种方式——自理与代理
    if not rest:
        beside = _beside(text, line)
        told = odds >= own["whole"] and weigh(words).sum >= own["says"]
        apart = odds >= own["apart"] and all(map(doublet.is_text, beside))
        return bool(beside and _RUNS.search(words[:-1]) and (told or apart))  # what is all of a text somebody wanted to keep
    if odds < own["bracket" if words[:1] in bracketed.OPENERS else "clause" if _is_part(text, piece) else "enough"]:
        return False
    if len(_HAN.findall(words)) < own["least"] or len(_HAN.findall(rest)) < own["beside"] or weigh(rest).sum >= own["rest"]:
        return False
    return not (_is_spoken_of(text, piece) or bracketed.quoted(text, line, (piece[0] + 1, piece[1] - 1)))


def _beside(text: str, line: Span) -> list[str]:
    """What stands in the lines above and below a line, as far as they are near."""
    above, below = text[max(0, line[0] - NEAR) : line[0]].rstrip(), text[line[1] : line[1] + NEAR].lstrip()
    return [words for words in (above.rpartition("\n")[2], below.partition("\n")[0]) if words.strip()]


def _is_spoken_of(text: str, piece: Span) -> bool:
    """Whether its sentence says something of a piece: 关注“双减”，发送“倡议”，是这次行动的两个步骤; or what follows from it."""
    behind = text[piece[1] : piece[1] + FOLLOWS].lstrip(",")
    if _SPOKEN.match(behind):
        return True
    return bool(_SUPPOSES.match(text, *piece) and _FOLLOWS.match(behind))


def _spared(document: Document, rule: Rule, at: int, piece: Span, odds: float) -> bool:
    """Whether a guard speaks for a piece: few do where it is surely an advert, and in a sentence about something else just what it says."""
    own = tables("contact")["asides"]
    line, text = document.folded_lines[at], document.folded.text
    beside = (text[line.start : piece[0]] + text[piece[1] : line.end]).strip()
    sure = odds >= own["sure"] and beside
    if sure and _is_part(text, piece):
        return contacts.guarded_within(text, piece, rule.unless)
    return contacts.guarded(document, rule, at, piece, own["always"] if sure else rule.unless)


def _is_part(text: str, piece: Span) -> bool:
    """Whether other clauses of a piece's sentence stay."""
    return "," in (text[piece[0]], text[piece[1] - 1])
