"""Which sentences that share a line with an advert or a notice are text, and stay?

A line rule matches its whole line, and its reach lets a sentence of text in before or behind what it names. A sentence is text if it holds
no word that such lines are made of, and if the rule fits the line without it.
"""

from collections.abc import Callable

from cqclean.ruleset.frozen import tables
from cqclean.ruleset.parts import pattern
from cqclean.text.edits import Span
from cqclean.text.late import late

KINDS = ("contact", "advert", "copyright")  # of rules whose lines say something besides
SHORTEST = 6  # Han characters of a sentence of text: shorter ones are exclamations
_STOP = late(r"[。!?…]+[”’」』)\]】]*\s*")
_HAN = late("[\u4e00-\u9fff]")


def part(text: str, whole: Span, fits: Callable[[Span], bool]) -> Span:
    """The part of a line that goes: without the sentences of text at its ends, as far as the rule fits what is left.

    >>> text = "雨停了，他推开门走出去。求月票，求收藏！"
    >>> part(text, (0, len(text)), lambda span: "求月票" in text[slice(*span)])
    (12, 20)
    """
    start, end = whole
    stops = [match.end() for match in _STOP.finditer(text, start, end) if match.end() < end]
    while stops and _is_text(text[start : stops[0]]) and fits((stops[0], end)):
        start = stops.pop(0)
    while stops and _is_text(text[stops[-1] : end]) and fits((start, stops[-1])):
        end = stops.pop()
    return start, end


def _is_text(sentence: str) -> bool:
    serves = pattern(tables("contact")["contacts"]["notice"], "contact")
    return len(_HAN.findall(sentence)) >= SHORTEST and bool(_STOP.search(sentence)) and not serves.search(sentence)
