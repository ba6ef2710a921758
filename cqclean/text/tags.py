"""What do the HTML tags in a Markdown text say, where they only say how words look?"""

import re
from collections import Counter

from cqclean.text.late import late

_LOOKS = (
    "a|b|big|blockquote|br|center|del|details|div|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|li|marquee|ol|p|s|section|small|span|strong"
    "|su[bp]|summary|table|tbody|td|th|thead|tr|u|ul"
)
_TAG = late(rf"<(?P<end>/)?(?P<name>{_LOOKS})\b(?P<rest>[^<>\n]*)>", re.IGNORECASE)
_CALLED = late(r"\balt=(?:\"([^\"\n]*)\"|'([^'\n]*)')", re.IGNORECASE)
_APART = frozenset(  # tags that part words
    ("blockquote", "br", "details", "div", "figcaption", "hr", "img", "li", "ol", "p", "section")
    + ("summary", "table", "td", "th", "tr", "ul")
)
_ALONE = frozenset(("br", "hr", "img"))  # tags that nothing closes


def without(text: str) -> str:
    """A text without its tags; a picture is what it is called.

    >>> without('<p align="center"><img src="a.png" alt="猫"><b>黑</b>的</p>').strip()
    '猫  黑的'
    """
    return _TAG.sub(_instead, text) if "<" in text else text


def _instead(tag: re.Match[str]) -> str:
    called = _CALLED.search(tag["rest"]) if tag["name"].lower() == "img" else None
    words = (called[1] or called[2] or "") if called else ""
    return f" {words} " if tag["name"].lower() in _APART else ""


def are_closed(text: str) -> bool:
    """Whether each tag of a text is closed within it."""
    if "<" not in text:
        return True
    open_ones: Counter[str] = Counter()
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if name not in _ALONE and not tag["rest"].endswith("/"):
            open_ones[name] += -1 if tag["end"] else 1
    return not any(open_ones.values())
