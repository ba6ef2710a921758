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
    before, behind = text[max(line[0], whole[0] - CONTEXT) : whole[0]], text[whole[1] : min(line[1], whole[1] + CONTEXT)]
    if not before.strip() or told.search(text, *whole):
        return False
    return set(_HAN_PAIR.findall(text, *whole)).isdisjoint(_HAN_PAIR.findall(f"{before} {behind}"))
