"""Is a sentence about something else than the text that it stands in?

It shares no pair of characters with what stands before and behind it in its line, and no word of a story.
"""

from typing import Any

from cqclean.text.edits import Span
from cqclean.text.late import late

CONTEXT = 200  # code points on each side of a sentence that it is compared with
_HAN_PAIR = late("(?=([\u4e00-\u9fff]{2}))")


def is_unrelated(text: str, line: Span, whole: Span, told: Any) -> bool:
    """Whether a sentence that follows another has nothing to do with its neighbours."""
    before = text[max(line[0], whole[0] - CONTEXT) : whole[0]]
    return bool(before.strip()) and not told.search(text, *whole) and not shared(text, line, whole)


def shared(text: str, line: Span, whole: Span) -> int:
    """How many pairs of characters a part of a line has in common with what stands beside it."""
    before, after = text[max(line[0], whole[0] - CONTEXT) : whole[0]], text[whole[1] : min(line[1], whole[1] + CONTEXT)]
    return len(set(_HAN_PAIR.findall(text, *whole)).intersection(_HAN_PAIR.findall(f"{before} {after}")))
