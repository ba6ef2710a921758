"""What else of its line goes with a contact, once it or its sentence is gone?

What says nothing without it (如果地板起拱, …), short sentences behind it that only serve it (无广告！ 亲！), and the whole line where each
other sentence of it offers something and states nothing, loudly: 诚聘区域代理！ … Offsets are those of the folded copy.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from cqclean.find import plea
from cqclean.find.clause import COMMA, END, LONGEST_LOOSE, Serving, is_loose, parted, patterns, rides, sentence
from cqclean.text.edits import Span
from cqclean.text.late import late

READS = 1.0  # log-odds of a sentence that reads as an advert
LONGEST_TRAIL = 12  # code points of a sentence behind the contact that only serves it
STOPS = ("。", "!", "?")
SHOUT = late(r"[!~]+ *$")  # how adverts end
LONGEST_LINE = 60  # code points of what a line says besides: more says something


class Hanging(NamedTuple):
    """Patterns for what says nothing without a contact.

    What hangs is a condition that nothing follows; who sends says whom to reach, before what a contact is named by; what echoes says that
    it was given twice, and what leads what to tell the seller.
    """

    hangs: Any
    sends: Any
    named: Any
    echoes: Any
    leads: Any


@cache
def hanging() -> Hanging:
    """The patterns of rules/contact.toml."""
    return Hanging(*patterns(Hanging._fields))


def along(text: str, line: Span, piece: Span, serving: Serving) -> Span:
    """The piece with what goes along with it: riding sentences behind it, or all of its line."""
    start, end = piece
    if not _is_sentence(text, line, piece):
        return piece
    while end < line[1] and _trails(text, following := sentence(text, line, (end, end + 1)), serving):
        end = following[1]
    rest = [*_sentences(text, (line[0], start)), *_sentences(text, (end, line[1]))]
    if rest and sum(stop - begin for begin, stop in rest) <= LONGEST_LINE and all(_sells(text, line, own, serving) for own in rest):
        return line
    return start, end


def led(text: str, line: Span, piece: Span) -> Span:
    """The piece with what says nothing without it: the clause before or behind, and the sentence before that says how to call."""
    start, end = piece
    whole = sentence(text, line, (start, max(start, end - 1)))
    left, behind = text[whole[0] : start].strip(), END.sub("", text[end : whole[1]]).strip(" ,")
    if left and not behind and _says_nothing(left, text[start:end]):
        start, end = whole
    elif hanging().echoes.fullmatch(behind):
        end = whole[1]
    return _leading(text, line, start), end


def _says_nothing(left: str, contact: str) -> bool:
    """Whether what is left of a sentence is a condition without what follows, or sends to someone whose number was the contact."""
    own = hanging()
    return bool(own.hangs.fullmatch(left) or (own.sends.fullmatch(left) and own.named.match(contact)))


def _leading(text: str, line: Span, start: int) -> int:
    """Where the sentence begins that only says how to call, before what goes; else `start`."""
    begin = max(line[0], start - LONGEST_LINE)
    before = text[begin:start].rstrip()
    if before[-1:] not in STOPS:
        return start
    own = max((match.end() for match in END.finditer(before[:-1])), default=0)
    return begin + own if hanging().leads.fullmatch(END.sub("", before[own:]).strip()) else start


def _is_sentence(text: str, line: Span, piece: Span) -> bool:
    """Whether a piece begins and ends where sentences do."""
    before, own, behind = text[line[0] : piece[0]].rstrip(), text[slice(*piece)].rstrip(), text[piece[1] : line[1]].strip()
    return (not before or _ends(before)) and (not behind or _ends(own))


def _ends(words: str) -> bool:
    return bool(END.search(words[-3:] + " ")) and words[-1] not in "，,"


def _trails(text: str, own: Span, serving: Serving) -> bool:
    words = END.sub("", text[slice(*own)]).strip()
    return 0 < len(words) <= LONGEST_TRAIL and bool(SHOUT.search(text[slice(*own)])) and bool(serving.rider.fullmatch(words))


def _sentences(text: str, part: Span) -> Iterator[Span]:
    """Each sentence of a part of a line, its sign at the end included."""
    at = part[0]
    for stop in [*(match.end() for match in END.finditer(text, *part)), part[1]]:
        if text[at:stop].strip():
            yield at, stop
        at = stop


def _sells(text: str, line: Span, own: Span, serving: Serving) -> bool:
    """Whether a sentence reads as an advert from end to end, or shouts, offers something in half of its clauses and states nothing."""
    words, run = text[slice(*own)].strip(), plea.best(text, line, parted(text, own, (own[0], own[0])))
    if run and run.odds >= READS and run.whole:
        return True
    clauses = [clause.strip() for clause in COMMA.split(SHOUT.sub("", words))]
    if not SHOUT.search(words) or 2 * sum(rides(clause, serving) for clause in clauses) < len(clauses):
        return False
    return all(rides(clause, serving) or is_loose(clause, serving, LONGEST_LOOSE) for clause in clauses)
