"""What does each line say by itself?"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cqclean.find.structure import meta
from cqclean.find.structure.lexicon import Lexicon, Marker, lexicon
from cqclean.text.document import Document

BLANK = " \t\u3000\u00a0\r"
PROSE = 18  # characters from which a line that ends like a sentence counts as running text
LONG = 60  # characters with two commas: running text without a full stop (half-width punctuation, cut teasers)
TO_FILL = "___"  # a line with room to fill in is a form's, which no site puts around its articles
SHORT, REMEMBERED = 40, 2048  # characters and number of lines that are remembered: a site's pages share their menus
LONGEST = 420  # characters of a line that can be furniture
_ENDS = re.compile(r"[。!?;…:][”’」』\")\]】]*$")
_INNER = re.compile(r"[。!?;]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # icons of a site's own font


class Row(NamedTuple):
    """One line that is not blank: its folded text, and what kind of furniture its wording shows."""

    line: int  # its index in document.lines
    key: str
    marker: Marker | None
    meta: str  # see meta.Meta.kind
    prose: bool
    junk: float = 0.5  # learned probability that it is furniture (score.py)


def read(document: Document) -> list[Row]:
    """The rows of a document in one pass."""
    words, text, lines = lexicon(), document.folded.text, document.folded_lines
    private = _PRIVATE.search(text) is not None
    hits, at, rows = list(words.hits(text)), 0, []
    for index, line in enumerate(lines):
        tried: list[int] = []
        while at < len(hits) and hits[at][0] < line.stop:
            tried += hits[at][1]
            at += 1
        key = text[line.start : line.end].strip(BLANK)
        if private:
            key = _PRIVATE.sub("", key).strip(BLANK)
        if key:
            rows.append(row_of(words, index, key, tried))
    return rows


def row_of(words: Lexicon, index: int, key: str, tried: list[int]) -> Row:
    if len(key) > LONGEST or TO_FILL in key:
        return Row(index, key, None, "", is_prose(key))
    return Row(index, key, *(_known(key, tuple(tried)) if len(key) <= SHORT else _read(words, key, tried)))


@lru_cache(maxsize=REMEMBERED)
def _known(key: str, tried: tuple[int, ...]) -> tuple[Marker | None, str, bool]:
    return _read(lexicon(), key, tried)


def _read(words: Lexicon, key: str, tried: Sequence[int]) -> tuple[Marker | None, str, bool]:
    """The marker of a line, what it is as meta data, and whether it is prose."""
    marker = words.of_words(key)
    found = meta.read(key) if marker is None and len(key) <= meta.LONGEST else None
    kind = found.kind if found else ""
    if marker is None and not (kind == "meta" and "D" in (found.tokens if found else "")):
        marker = words.of_patterns(key, tried)
    if marker is None and kind in ("meta", "stamp", "date", "label"):
        marker = words.kinds[f"meta-{kind}"]
    if marker is None:
        marker = words.of_parts(key)
    return marker, kind, is_prose(key)


def is_prose(key: str) -> bool:
    """Whether a folded line reads as running text."""
    size = len(key)
    if size < PROSE:
        return False
    if size >= LONG and key.count(",") + key.count("、") >= 2:
        return True
    return (size >= 2 * PROSE and bool(_INNER.search(key, 0, size - 1))) or bool(_ENDS.search(key))
