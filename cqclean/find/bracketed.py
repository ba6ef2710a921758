"""In what brackets or quotes does a part of a line stand? Offsets are those of the folded copy, where signs have one width."""

from cqclean.text.edits import Span
from cqclean.text.late import late

BRACKETS = {"(": ")", "[": "]", "【": "】", "{": "}", "〔": "〕", "〖": "〗", "<": ">", "〈": "〉"}
CLOSING = {closing: opening for opening, closing in BRACKETS.items()}
ENDS = CLOSING | {"》": "《"}
CALLED = late(  # what no title begins with ...
    r"(?:请|本[站书文]|手机|最新|首发|更多|看|百度|搜索?|[一天][秒才]|记住|牢记|收藏|网址|域名|加[我微vq])"
)
REACHED = late(r"[a-z0-9_-]{4}|[a-z0-9] ?[.。·•点] ?[a-z]")  # ... that holds something to reach
OPENERS = frozenset((*BRACKETS, "—", "/"))  # how what stands apart in a sentence begins
DASH, SLASHES = "——", "//"
_INSIDE = late("[。!?;\n]")
LONGEST_BRACKET = 60  # code points: a longer bracket holds text of its own
QUOTES = (("“", "”"), ("「", "」"), ("‘", "’"), ("『", "』"), ("《", "》"))


def quoted(text: str, line: Span, core: Span) -> bool:
    """Whether a core is part of what someone says or of a title.

    >>> quoted("他说“加我微信a12345”。", (0, 15), (3, 13))
    True
    """
    before, after = text[line[0] : core[0]], text[core[1] : line[1]]
    for opening, closing in QUOTES:
        at = before.rfind(opening)
        if at > before.rfind(closing) and closing in after and not _is_call(text, line[0] + at):
            return True
    return before.count('"') % 2 == 1 and '"' in after


def _is_call(text: str, start: int) -> bool:
    """Whether the signs of a title stand around a call to reach someone: 《请记住本站域名…》."""
    end = text.find("》", start, start + LONGEST_BRACKET) if text[start] == "《" else -1
    return end >= 0 and bool(CALLED.match(text, start + 1) and REACHED.search(text, start, end))


def inside(text: str, core: Span) -> Span:
    """The core up to the end of a bracket in which it begins, without the sign that closes it, but with the end of one that it opens."""
    start, end = core
    for at in range(start + 1, end):
        if text[at] in ENDS and ENDS[text[at]] not in text[start:at]:
            end = at  # what follows is the text that the bracket was put into
            break
    if CLOSING.get(text[end : end + 1], "\n") in text[start:end]:
        return start, end + 1
    while end - start > 1 and text[end - 1] in CLOSING and CLOSING[text[end - 1]] not in text[start:end]:
        end -= 1
    return start, end


def is_whole(text: str, piece: Span) -> bool:
    """Whether a piece opens and closes the same brackets.

    >>> is_whole("面(自家的,要的来),汤", (5, 10))
    False
    """
    words = text[slice(*piece)]
    return all(words.count(opening) == words.count(closing) for opening, closing in BRACKETS.items())


def bracket(text: str, line: Span, core: Span) -> Span | None:
    """The bracket, or the pair of dashes or slashes, around a core, its signs included."""
    return _between_signs(text, line, core) or _between(DASH, text, line, core) or _between(SLASHES, text, line, core)


def _between(sign: str, text: str, line: Span, core: Span) -> Span | None:
    start = text.rfind(sign, max(line[0], core[0] - LONGEST_BRACKET), core[0])
    end = text.find(sign, core[1], min(line[1], core[1] + LONGEST_BRACKET))
    if start <= line[0] or end < 0 or _INSIDE.search(text, start, end) or ":" in (text[start - 1], text[end - 1]):
        return None  # a colon before slashes is of an address
    return start, end + len(sign)


def _between_signs(text: str, line: Span, core: Span) -> Span | None:
    for start in range(core[0] - 1, max(line[0], core[0] - LONGEST_BRACKET) - 1, -1):
        closing = "》" if _is_call(text, start) else BRACKETS.get(text[start])
        if closing:
            end = text.find(closing, core[1], min(line[1], start + LONGEST_BRACKET + core[1] - core[0]))
            return (start, end + 1) if end >= 0 else None
        if text[start] in CLOSING:
            return None
    return None
