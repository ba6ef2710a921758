"""Which words stand in brackets, character by character: 【前】【列】【腺】?

A word that filters look for, or a longer one that is no list of equals, within a sentence.
"""

import re
from collections.abc import Iterator

from cqclean.find import parted, words
from cqclean.find.between import HAN
from cqclean.find.gaps import filters
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

_BRACKETS = ("【】", "[]", "［］", "〖〗", "()", "（）", "「」", "{}", "〔〕", "『』")
_BOXES = late("|".join(rf"(?:{re.escape(pair[0])}[{HAN}]{re.escape(pair[1])}){{2,6}}" for pair in _BRACKETS))
_OPENING, _CLOSING = (re.escape("".join(pair[side] for pair in _BRACKETS)) for side in (0, 1))
_MEET = late(f"[{_CLOSING}](?=[{_OPENING}])")  # looked for first: quick, and rare
_COUNTED = late("[两几这那]|[一二三四五六七八九十]{1,2}[个张枚块栏项格键种类字颗道样扇句]")  # so many things, each in its box
_HAN = late(rf"[{HAN}]")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a deletion for each bracket inside such a word."""
    rule = ruleset.by_id.get("variant-sprinkled")
    if rule is not None:
        for match in _boxes(document.text):
            if _is_word("".join(_HAN.findall(match.group()))) and parted.in_sentence(document, *match.span()):
                yield from _deletions(document.text, match, rule)


def _boxes(text: str) -> Iterator[re.Match[str]]:
    """Yield characters in brackets in a row that are not counted behind them: 「人」「工」「智」「能」四张牌."""
    last = 0
    for meet in _MEET.finditer(text):
        match = _BOXES.match(text, max(last, meet.start() - 2))
        if match:
            last = match.end()
            if not _COUNTED.match(text, last):
                yield match


def _is_word(word: str) -> bool:
    return word in filters() or len(word) > 2 and word in words.costs() and not (parted.is_list(word) or parted.NUMERALS.issuperset(word))


def _deletions(text: str, match: re.Match[str], rule: Rule) -> Iterator[Edit]:
    for at in range(*match.span()):
        if not _HAN.match(text, at):
            yield Edit(at, at + 1, "", rule.id, rule.level, rule.confidence, rule.why)
