"""What else of its line goes with a contact, once its sentence is gone?

Short sentences behind it that only serve it (无广告！ 亲！), and the whole line where each other sentence of it offers something and
states nothing, loudly: 诚聘区域代理！ … Offsets are those of the folded copy.
"""

from collections.abc import Iterator

from cqclean.find.clause import COMMA, END, LONGEST_LOOSE, Serving, is_loose, rides, sentence
from cqclean.text.edits import Span
from cqclean.text.late import late

LONGEST_TRAIL = 12  # code points of a sentence behind the contact that only serves it
SHOUT = late(r"[!~]+ *$")  # how adverts end
LONGEST_LINE = 60  # code points of what a line says besides: more says something


def along(text: str, line: Span, piece: Span, serving: Serving) -> Span:
    """The piece with what goes along with it: riding sentences behind it, or all of its line."""
    start, end = piece
    if not _is_sentence(text, line, piece):
        return piece
    while end < line[1] and _trails(text, following := sentence(text, line, (end, end + 1)), serving):
        end = following[1]
    rest = [*_sentences(text[line[0] : start]), *_sentences(text[end : line[1]])]
    if rest and sum(map(len, rest)) <= LONGEST_LINE and all(_sells(words, serving) for words in rest):
        return line
    return start, end


def _is_sentence(text: str, line: Span, piece: Span) -> bool:
    """Whether a piece begins and ends where sentences do."""
    before, own, behind = text[line[0] : piece[0]].rstrip(), text[slice(*piece)].rstrip(), text[piece[1] : line[1]].strip()
    return (not before or _ends(before)) and (not behind or _ends(own))


def _ends(words: str) -> bool:
    return bool(END.search(words[-3:] + " ")) and words[-1] not in "，,"


def _trails(text: str, own: Span, serving: Serving) -> bool:
    words = END.sub("", text[slice(*own)]).strip()
    return 0 < len(words) <= LONGEST_TRAIL and bool(SHOUT.search(text[slice(*own)])) and bool(serving.rider.fullmatch(words))


def _sentences(part: str) -> Iterator[str]:
    """Each sentence of a part of a line, its sign at the end included."""
    at = 0
    for stop in [*(match.end() for match in END.finditer(part)), len(part)]:
        if part[at:stop].strip():
            yield part[at:stop].strip()
        at = stop


def _sells(words: str, serving: Serving) -> bool:
    """Whether a sentence shouts, offers something in half of its clauses and states nothing in the others."""
    clauses = [clause.strip() for clause in COMMA.split(SHOUT.sub("", words))]
    if not SHOUT.search(words) or 2 * sum(rides(clause, serving) for clause in clauses) < len(clauses):
        return False
    return all(rides(clause, serving) or is_loose(clause, serving, LONGEST_LOOSE) for clause in clauses)
