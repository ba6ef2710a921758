"""Which lines of a Markdown text are set off from the rest, as a note or as what unfolds?

GitHub reads `> [!TIP]` so, generators of documentation `!!! tip` above indented lines, or `!> `; `<details>` hides what a click shows.
"""

import re
from functools import lru_cache

from cqclean.text.document import Document
from cqclean.text.edits import Span
from cqclean.text.late import late

_ALERT = r"> ?\[!(?:note|tip|important|warning|caution)\][+-]?"
_ADMONITION = r"(?:!!!|\?\?\?\+?)[ \t]+[a-z]+"
_OPENING = rf"[!?]> |{_ALERT}|{_ADMONITION}|[ \t]*<details\b"
_OPENS = late(_OPENING, re.IGNORECASE)
_ANY = late(rf"^(?:{_OPENING})", re.IGNORECASE | re.MULTILINE)
_LABEL = late(rf"[!?]>[ \t]|{_ALERT}|{_ADMONITION}", re.IGNORECASE)
_GOES_ON = (  # how the lines of each kind go on below the first, and how the last begins that closes it
    (late(_ALERT, re.IGNORECASE), late(">"), None),
    (late(_ADMONITION, re.IGNORECASE), late(r" {4}|\t|[ \t]*\Z"), None),
    (late(r"[ \t]*<details\b", re.IGNORECASE), late(""), late(r".*</details>[ \t]*\Z", re.IGNORECASE)),
)


def opens(line: str) -> bool:
    """Whether a line opens a note or what unfolds."""
    return line[:1] in "!?><\t " and _OPENS.match(line) is not None


def is_admonition(line: str) -> bool:
    """Whether the lines of a note are indented below a line, which makes them no code."""
    return line[:3] in ("!!!", "???")


def unlabelled(line: str) -> str:
    """A line without what says that it opens a note, and what.

    >>> unlabelled('!!! tip "加群"'), unlabelled("> [!TIP]")
    ('加群', '')
    """
    label = _LABEL.match(line) if line[:1] in ("!", "?", ">") else None
    return line[label.end() :].strip(' \t"') if label else line


def around(document: Document, at: int, most: int) -> Span | None:
    """The first and last index of the lines of the note around a line, if they are no more than `most`."""
    if not _has_any(document.text):
        return None
    for first in range(at, max(at - most, -1), -1):
        line = _text(document, first)
        if opens(line):
            last = _last(document, first, most)
            return (first, last) if last is not None and last >= at else None
    return None


@lru_cache(maxsize=1)
def _has_any(text: str) -> bool:
    """Whether any note may stand in the text at hand, which is asked for each of its lines."""
    return _ANY.search(text) is not None


def _last(document: Document, first: int, most: int) -> int | None:
    """The index of the last line of the note that a line opens."""
    goes_on, closes = next(((on, end) for head, on, end in _GOES_ON if head.match(_text(document, first))), (None, None))
    last = first
    for at in range(first, min(first + most, len(document.lines))):
        text = _text(document, at)
        if closes is not None and closes.match(text):
            return at
        if at > first and (goes_on is None or not goes_on.match(text)):
            break
        last = at if text.strip() else last
    return last if closes is None else None


def _text(document: Document, at: int) -> str:
    line = document.lines[at]
    return document.text[line.start : line.end]
