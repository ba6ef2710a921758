"""Which half-width punctuation marks stand in Chinese sentences and are to be full-width ones? Off unless asked for.

A mark counts as Chinese by its neighbours: behind a Chinese character (or what closes a Chinese phrase) and before another, or at the
end of the line. Points of numbers, times, versions, addresses and code have other neighbours; list numbers and links do, too.
"""

import re
from collections.abc import Iterator

from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_LEFT = f"[{_HAN}％”’）》」』】〕)]"
_RIGHT = f'[{_HAN}“‘（《「『【〔("]'
_MARK = late(rf"(?<={_LEFT})(?P<mark>[,;:?!.])(?P<blank> ?)(?={_RIGHT}|$)(?![,;:?!.])", re.MULTILINE)
_MARK_BEFORE_LATIN = late(rf"(?<={_LEFT})(?P<mark>[,;?!])(?P<blank> ?)(?=[A-Za-z0-9\"'])")
_DOTS = late(rf"(?<={_LEFT})(?:\.{{3,}}|。{{3,}})")
_BRACKETS = late(rf"(?<![\]A-Za-z_])\((?P<inside>[^()\n]*[{_HAN}][^()\n]*)\)(?!\()")
_QUOTES = late(rf"(?<![0-9'])\"(?P<inside>[^\"\n]*[{_HAN}][^\"\n]*)\"")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the full-width form of each mark; nothing where punctuation = "keep"."""
    rule = ruleset.by_id.get(f"punctuation-{settings.punctuation}")
    if rule is None:
        return
    for start, end, new in sorted({*_marks(document.text), *_pairs(document)}):
        yield Edit(start, end, new, rule.id, rule.level, rule.confidence, rule.why)


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, text) for marks and for runs of dots; a blank behind a mark goes with it."""
    for pattern in (_MARK, _MARK_BEFORE_LATIN):
        for match in pattern.finditer(text):
            end = match.end() if match.end() < len(text) and text[match.end()] != "\n" else match.end("mark")
            yield match.start(), end, FULL[match["mark"]]
    for match in _DOTS.finditer(text):
        yield *match.span(), "……"


def _pairs(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield both marks of each pair of brackets or straight quotation marks around Chinese text; an odd quotation mark stays."""
    for match in _BRACKETS.finditer(document.text):
        yield match.start(), match.start() + 1, "（"
        yield match.end() - 1, match.end(), "）"
    for match in _QUOTES.finditer(document.text):
        line = document.line_at(match.start())
        if document.text.count('"', line.start, line.end) % 2 == 0:
            yield match.start(), match.start() + 1, "“"
            yield match.end() - 1, match.end(), "”"
