"""Which two short lines between lines of text are one advert: who sells what, and below it how to reach him?

Each alone would be a label or a number; together they read as an advert (plea), and the text above and below does not.
"""

from collections.abc import Iterator

from cqclean.find import plea
from cqclean.find.lines import filled
from cqclean.ruleset.frozen import tables
from cqclean.text.document import Document
from cqclean.text.late import late

LONGEST = 24  # code points of such a line
LEAST_TEXT = 8  # Chinese characters of a line of text
_HAN = late("[\u4e00-\u9fff]")
_ID = late("[a-z0-9-]{4}")
_STOP = late("[。!?;…,]")
_ENDS = late("[。!?…”」]\\s*$")


def around(document: Document, at: int) -> Iterator[tuple[int, int]]:
    """Yield the two lines that are an advert, by their indices, one of which is the line `at`."""
    if _is_short(document, at):
        for first in (at - 1, at):
            if first >= 0 and first + 1 < len(document.folded_lines) and _is_advert(document, first):
                yield first, first + 1


def _is_advert(document: Document, first: int) -> bool:
    if not (_is_short(document, first) and _is_short(document, first + 1)):
        return False
    beside = [words for words in (_near(document, first, -1), _near(document, first + 1, 1)) if words]
    if not beside or not all(map(is_text, beside)) or not any(map(_ENDS.search, beside)):
        return False
    own, words = tables("contact")["asides"], f"{_words(document, first)},{_words(document, first + 1)}"
    return bool(plea.weigh(words, 0) >= own["apart"] + (0.0 if _ID.search(words) else own["mute"]))


def _words(document: Document, at: int) -> str:
    line = document.folded_lines[at]
    return document.folded.text[line.start : line.end].strip()


def _is_short(document: Document, at: int) -> bool:
    words = _words(document, at)
    return 0 < len(words) <= LONGEST and any(map(str.isalnum, words)) and not _STOP.search(words)


def _near(document: Document, at: int, step: int) -> str:
    """The nearest line above (-1) or below (1) that is not blank, or nothing."""
    found = filled(document, at, step)
    return "" if found is None else _words(document, found)


def is_text(words: str) -> bool:
    """Whether words are text that does not advertise."""
    return len(_HAN.findall(words)) >= LEAST_TEXT and plea.weigh(words.strip(), 0) < 0
