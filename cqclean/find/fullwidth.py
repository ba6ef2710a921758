"""Which letters and digits in full width stand in Chinese text and are to be read as plain ones?"""

import re
from collections.abc import Iterator

from cqclean.find.spans import by_frequency
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

_FULL = re.compile(  # no part of an address in mixed widths: the rules for adverts read that
    "(?<![A-Za-z.])[Ａ-Ｚａ-ｚ０-９](?:[Ａ-Ｚａ-ｚ０-９]|(?<=[０-９])[．：－／，～](?=[０-９])|(?<=[Ａ-Ｚａ-ｚ])[－／＆．](?=[Ａ-Ｚａ-ｚ０-９])|(?<=Ｃ)＋＋)*％?(?![A-Za-z])"
)
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEPT = re.compile(r"全角|半角|全形|半形|[\u3041-\u30ff]")  # talk of widths, and Japanese, which writes them so
_HAN = re.compile("[\u4e00-\u9fff]")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the plain form of each run, with the points and colons between its digits."""
    rule = ruleset.by_id.get("width-full")
    if rule is not None and not document.text.isascii():
        yield from by_frequency(list(_edits(document, rule)), rule, document)


def _edits(document: Document, rule: Rule) -> Iterator[Edit]:
    for match in _FULL.finditer(document.text):
        line = document.line_at(match.start())
        if _HAN.search(document.text, line.start, line.end) and not _KEPT.search(document.text, line.start, line.end):
            yield Edit(*match.span(), match.group().translate(_HALF), rule.id, rule.level, rule.confidence, rule.why)
