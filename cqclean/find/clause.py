"""How much of a line has to go with a few words of it, so that good text is left?

The smallest of bracket, clause, sentence or line. A clause is what commas part; clauses beside the words that only serve them (riders:
"备注来意", "先到先得") go along. Offsets are those of the folded copy, where punctuation has one width.
"""

import re
from typing import Any

from cqclean.text.edits import Span

END = re.compile(r"[。!?;…]+[”’」』)\]】]*")
COMMA = re.compile(r",(?!\d{3})|、(?=.{0,12}$)")
BRACKETS = {"(": ")", "[": "]", "【": "】", "{": "}"}
LONGEST_BRACKET = 60  # code points: a longer bracket holds text of its own
LONGEST_LEAD = 28  # code points of a clause before the words: more is text that a blank may part from them
QUOTES = (("“", "”"), ("「", "」"), ("‘", "’"), ("『", "』"), ("《", "》"))


def quoted(text: str, line: Span, core: Span) -> bool:
    """Whether a core is part of what someone says or of a title.

    >>> quoted("他说“加我微信a12345”。", (0, 15), (3, 13))
    True
    """
    before, after = text[line[0] : core[0]], text[core[1] : line[1]]
    for opening, closing in QUOTES:
        if before.rfind(opening) > before.rfind(closing) and closing in after:
            return True
    return before.count('"') % 2 == 1 and '"' in after


def around(text: str, line: Span, core: Span, rider: Any) -> Span:
    """The piece of `line` that goes with `core`; `rider` is a pattern for clauses that only serve it."""
    bracket = _bracket(text, line, core)
    if bracket:
        return bracket
    whole = sentence(text, line, core)
    clauses = _clauses(text, whole, core)
    held = [n for n, (start, end) in enumerate(clauses) if start < core[1] and end > core[0]]
    first, last = held[0], held[-1]
    while last + 1 < len(clauses) and _rides(text, clauses[last + 1], rider):
        last += 1
    while first and _rides(text, clauses[first - 1], rider):
        first -= 1
    return _piece(text, clauses, first, last, core)


def _rides(text: str, clause: Span, rider: Any) -> bool:
    return bool(rider.fullmatch(END.sub("", text[slice(*clause)]).strip()))


def _bracket(text: str, line: Span, core: Span) -> Span | None:
    for start in range(core[0] - 1, max(line[0], core[0] - LONGEST_BRACKET) - 1, -1):
        closing = BRACKETS.get(text[start])
        if closing:
            end = text.find(closing, core[1], min(line[1], start + LONGEST_BRACKET + core[1] - core[0]))
            return (start, end + 1) if end >= 0 else None
        if text[start] in ")]】}":
            return None
    return None


def sentence(text: str, line: Span, core: Span) -> Span:
    """From the end of the sentence before to the end of this one, its full stop included."""
    start, end = line
    for match in END.finditer(text, line[0], core[0]):
        start = match.end()
    stop = END.search(text, core[1], line[1])
    return start, stop.end() if stop else end


def _clauses(text: str, whole: Span, core: Span) -> list[Span]:
    """The clauses of a sentence without their commas; the core is never parted."""
    clauses, start = [], whole[0]
    for match in COMMA.finditer(text, *whole):
        if not core[0] <= match.start() < core[1]:
            clauses.append((start, match.start()))
            start = match.end()
    return [*clauses, (start, whole[1])]


def _piece(text: str, clauses: list[Span], first: int, last: int, core: Span) -> Span:
    start, end = clauses[first][0], clauses[last][1]
    own = max(clause for clause, _ in clauses if clause <= core[0])
    lead = text[own : core[0]].rstrip()
    cut = max(lead.rfind(blank) for blank in " \u3000")
    if len(lead) > LONGEST_LEAD:  # a headline or a sentence without a stop, then the contact
        return (own + cut if cut > 0 else core[0]), end
    if first == 0:
        return start, (end if last == len(clauses) - 1 else clauses[last + 1][0])
    start -= 1  # the comma before goes, the stop behind stays
    stop = END.search(text, core[1], end)
    return start, stop.start() if last == len(clauses) - 1 and stop else end
