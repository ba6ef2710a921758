"""What goes with a contact that stands in the middle of a clause, put there without a comma?

Text that advertises nothing follows right behind it, or behind a blank. It stays, and so does what stands before the advert's opening.
"""

from typing import Any

from cqclean.text.edits import Span
from cqclean.text.late import late

SHORTEST_OPEN = 6  # Han characters behind a contact: so many that advertise nothing are text
LONGEST_NAME = 4  # Han characters before such a contact in its clause that only name it
LONGEST_OPENER = 18  # code points before it among which its advert begins
_BLANK = late(" +")
_ATTACHED = late(" ?[的是在被把给了里中上会为]")  # text behind a contact that speaks of it
_HAN = late("[\u4e00-\u9fff]")


def wedged(text: str, own: Span, core: Span, serving: Any) -> Span | None:
    """What goes with a contact in its own clause if text goes on behind it, else None."""
    end = _text_behind(text[core[1] : own[1]], serving)
    if end is None:
        return None
    opener = serving.opener.search(text, max(own[0], core[0] - LONGEST_OPENER), core[0])
    start = opener.start() if opener else core[0]
    if len(_HAN.findall(text[own[0] : start])) <= LONGEST_NAME:
        start = own[0]
    return start, core[1] + end + (text[core[1] + end : core[1] + end + 1] == " " == text[start - 1 : start])


def _text_behind(behind: str, serving: Any) -> int | None:
    """Where text that advertises nothing begins behind a contact: right there, or at a blank."""
    for blank in (None, *_BLANK.finditer(behind)):
        rest = behind[blank.end() if blank else 0 :]
        long = len(_HAN.findall(rest)) >= SHORTEST_OPEN or (blank is not None and ":“" in rest)
        if long and not _ATTACHED.match(rest) and not serving.sells.search(rest):
            return blank.end() if blank else 0
    return None
