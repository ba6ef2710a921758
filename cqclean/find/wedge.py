"""What goes with a contact that stands in the middle of a clause, put there without a comma?

Text that advertises nothing follows right behind it, or behind a blank. It stays, and so does what stands before the advert's opening.
"""

from typing import Any

from cqclean.text.edits import Span
from cqclean.text.late import late

SHORTEST_OPEN = 6  # Han characters behind a contact: so many that advertise nothing are text
SHORTEST_BEGIN = 4  # Han characters behind a contact and a blank, with a clause behind them: so a sentence may begin
LONGEST_NAME = 4  # Han characters before such a contact in its clause that only name it ...
LONGEST_SELLER = 10  # ... or offer something
LONGEST_OPENER = 18  # code points before it among which its advert begins
_PARTING = "←☜☚◀◄】』"  # signs that part what they close from text behind it, as a blank does
_BLANK = late(f"[ {_PARTING}]+|[—–-]{{2,}}")
_PARTICLE = late(" ?(?:[哦噢喔呀哈啊呢吧啦嘛哟]{1,2}[~!]*|(?:阅读|首发|看书|观看)(?=[\u4e00-\u9fff]))")
_STOP = late("[。!?;…~”]+$")
_ATTACHED = late(" ?(?:[的是被把给了里中上会为]|在(?=线|这|此|群|哪))")  # text behind a contact that speaks of it
_WORD = late("[a-z0-9\u4e00-\u9fff]")
_HAN = late("[\u4e00-\u9fff]")
OPENING = ("“", "「", "『")


def wedged(text: str, own: Span, core: Span, rest: str, serving: Any) -> Span | None:
    """What goes with a contact in its own clause if text goes on behind it, else None; rest: what its sentence says behind the clause."""
    end = _text_behind(text[core[1] : own[1]], rest, serving)
    if end is None:
        return None
    opener = serving.opener.search(text, max(own[0], core[0] - LONGEST_OPENER), core[0])
    start = opener.start() if opener else core[0]
    lead = text[own[0] : start]
    if len(_HAN.findall(lead)) <= (LONGEST_SELLER if serving.offer.search(lead) else LONGEST_NAME):
        start = own[0]
    blank = text[core[1] + end : core[1] + end + 1] == " " and not _WORD.match(text, max(0, start - 1))
    return start, core[1] + end + blank


def _text_behind(behind: str, rest: str, serving: Any) -> int | None:
    """Where text that advertises nothing begins behind a contact: right there, behind a particle, or at a blank."""
    particle = _PARTICLE.match(behind)
    for begin in (particle.end() if particle else 0, *(blank.end() for blank in _BLANK.finditer(behind))):
        words = behind[begin:]
        if _is_text(words, begin > 0 and not _HAN.match(behind[begin - 1]), rest, serving) and not _ATTACHED.match(words):
            return begin
    return None


def _is_text(words: str, parted: bool, rest: str, serving: Any) -> bool:
    """Whether words behind a contact are text: many, or few behind a blank with which a sentence begins."""
    if serving.sells.search(words):
        return False
    if words[:1] in OPENING:
        return True
    han = len(_HAN.findall(words))
    begins = parted and han >= SHORTEST_BEGIN and len(_HAN.findall(rest)) > LONGEST_NAME - 1 and not _serves(words, rest, serving)
    return han >= SHORTEST_OPEN or begins or (parted and ":“" in words)


def _serves(words: str, rest: str, serving: Any) -> bool:
    clauses = [words, *_STOP.sub("", rest).strip(",").split(",")]
    return any(serving.rider.fullmatch(clause.strip()) or serving.sells.search(clause) for clause in clauses)
