"""Which words stand in brackets, character by character: 【前】【列】【腺】, or with one character in them: [赌]博?

A word that filters look for, or, in brackets throughout, a longer one that is no list of equals, within a sentence.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from cqclean.find import parted, words
from cqclean.find.between import HAN
from cqclean.find.written import filters
from cqclean.ruleset.frozen import tables
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
_ONE = late("|".join(rf"{re.escape(pair[0])}[{HAN}]{re.escape(pair[1])}" for pair in _BRACKETS))
_OPENS = late(rf"[{_OPENING}](?=[{HAN}][{_CLOSING}])")
_BEFORE, _AFTER = late(rf"[{HAN}]*\Z"), late(rf"[{HAN}]*")
_COUNTS = parted.NUMERALS | frozenset("上中下甲乙丙丁前后左右")
_EACH = late("(?:[“「『‘][\u3400-\u9fff][”」』’])+")  # 『脏』『乱』『差』: each is stressed
_FILLED = late(  # what editors and exercises put in brackets
    r"填[空入上写]|选填|补[全充]|括号|空格|原文|缺字|衍字|脱字|可选|省略|校[勘注]|抄本|残[缺损]|漫漶"
)


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a deletion for each bracket inside such a word."""
    rule = ruleset.by_id.get("variant-sprinkled")
    if rule is not None:
        for match in _single(document):
            yield from _deletions(document.text, match, rule)
        for match in _boxes(document.text):
            stressed = _EACH.fullmatch(match.group()) is not None
            if not stressed and _is_word("".join(_HAN.findall(match.group()))) and parted.in_sentence(document, *match.span()):
                yield from _deletions(document.text, match, rule)


def _single(document: Document) -> Iterator[re.Match[str]]:
    """Yield one character in brackets that a word which filters look for needs, and no word beside it; none of a line where the same
    brackets stand around a character of another word, too: [黄]色代表警告，[红]色代表禁止."""
    ones = (match for opens in _OPENS.finditer(document.text) if (match := _ONE.match(document.text, opens.start())))
    for _, found in groupby(ones, key=lambda match: document.line_at(match.start()).start):
        boxes = list(found)
        hidden = [box for box in boxes if _hides(document, box)]
        others = {box[0][0] for box in boxes if box not in hidden and _HAN.match(document.text, box.end())}
        yield from (box for box in hidden if box[0][0] not in others)


def _hides(document: Document, box: re.Match[str]) -> bool:
    if document.line_holds(_FILLED, box.start()) or not (parted.in_sentence(document, *box.span()) and _is_hidden(box[0])):
        return False
    text, line = document.text, document.line_at(box.start())
    head = _BEFORE.search(text, max(line.start, box.start() - 3), box.start())
    tail = _AFTER.match(text, box.end(), box.end() + 3)
    return head is not None and tail is not None and _completes(head[0], box[0][1], tail[0])


def _is_hidden(box: str) -> bool:
    """Whether a character in brackets may hide: no number, and in round ones, which authors use for what may be left out, one of crime."""
    return box[1] not in _COUNTS and (box[0] not in "(（" or box[1] in tables("variant")["spelled"]["dodged"])


def _completes(left: str, char: str, right: str) -> bool:
    """Whether a character makes such a word with what stands beside it, of which none is a word without it."""
    spans = ((before, after) for before in range(len(left) + 1) for after in range(len(right) + 1) if before + after)
    found = ((before, after) for before, after in spans if left[len(left) - before :] + char + right[:after] in filters())
    return any(
        max(before, after) == 1 and left[len(left) - before :] + right[:after] not in words.costs() or before + after == 1
        for before, after in found
    )


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
