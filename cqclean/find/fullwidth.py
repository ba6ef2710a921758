"""Which letters and digits in full width, and which numbers in circled figures, stand in Chinese text and are to be read as plain ones?"""

import re
from collections.abc import Iterator

from cqclean.find.spans import by_frequency
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

_FULL = late(  # no part of an address in mixed widths: the rules for adverts read that
    "(?:(?<![A-Za-z0-9０-９Ａ-Ｚａ-ｚ）)－])－(?=[０-９])(?![０-９]+－))?(?<![A-Za-z.])[Ａ-Ｚａ-ｚ０-９](?:[Ａ-Ｚａ-ｚ０-９]|(?<=[０-９])[．：－／，～.:](?=[０-９])"
    "|(?<=[Ａ-Ｚａ-ｚ])[－／＆．＋＿](?=[Ａ-Ｚａ-ｚ０-９])|(?<=[Ａ-Ｚａ-ｚ]{2})　(?=[Ａ-Ｚａ-ｚ]{2})|(?<=Ｃ)＋＋)*％?(?![A-Za-z])"
)
_CIRCLED = late("[⓪①-⑨]{5,}")
_CHOSEN = late("答案|顺序|次序|排序|依次|正确|错误|选择|选项|应选|步骤")  # of what circled figures stand for
_DIGITS = {ord("⓪"): "0"} | {ord("①") + at: str(at + 1) for at in range(9)}
_HALF = {0x3000: " "} | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != ord("～")}  # ～ is the sign of a range in Chinese
_FIGURES = late("(?<![Ａ-Ｚａ-ｚ])ｌ?[０-９][０-９ｌＩＯｏ]+(?![Ａ-Ｚａ-ｚ])")  # letters that look like figures among figures
_AS_FIGURES = str.maketrans("ｌＩＯｏ", "1100")
_KEPT = late(  # talk of widths, moves of chess, where they tell black's files from red's, and Japanese, which writes them so
    r"全角|半角|全形|半形|原样|照此(?:输入|填写|录入)|照抄|不得改[动写]|[车馬马炮砲兵卒士仕相象帅帥将將][０-９][进進退平]|[\u3041-\u30ff\uff66-\uff9f]"
)
_LABEL = late(
    r"(?:护照|证件?|编|车牌|序列|批|单|账|帐|卡|档案|条码|票|学|课题|标准|型|工)号[码为是：:]?\s?[“‘]?\Z|(?:[证牌票签装]|护照)上?[写印标刻打][着的]?\s?[“‘]?\Z|(?:口令|密码|验证码|代码)[为是：:]?\s?\Z"
)
_OPENING, _CLOSING = "（(“‘「『《", "）)”’」』》"
_LETTERED = frozenset("恤盘股超站座轮级型光罩班组类栋区楼款卷卡歌图档线领版键币群项幢盾形")  # behind a letter, a part of a word: Ｔ恤
_HAN = late("[\u4e00-\u9fff]")
_LATIN = str.maketrans("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo")
_LETTERS = "".join(map(chr, _LATIN))
_LETTER_SIGNS = frozenset(_LETTERS)
_WIDE = frozenset(filter(str.isalnum, map(chr, (*_HALF, *_DIGITS))))
_ALIKE = late(rf"(?<=[A-Za-z])[{_LETTERS}]{{1,2}}(?=[A-Za-z])|(?<![\u0370-\u04ff])(?<=[A-Za-z]{{2}})[{_LETTERS}](?![\u0370-\u04ffA-Za-z])")
_FOREIGN = late("[\u0370-\u03ff\u0400-\u04ff]{3}")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the plain form of each run, with the points and colons between its digits, and of each letter of another alphabet."""
    yield from _alphabets(document, ruleset.by_id.get("width-alphabet"))
    rule = ruleset.by_id.get("width-full")
    if rule is not None and not _WIDE.isdisjoint(document.signs):
        yield from by_frequency(list(_edits(document, rule)), rule, document)


def _alphabets(document: Document, rule: Rule | None) -> Iterator[Edit]:
    """Yield the Latin letter for each Cyrillic or Greek one in a word of Latin letters, where the line has no word of that alphabet."""
    if rule is None or _LETTER_SIGNS.isdisjoint(document.signs):
        return
    for match in _ALIKE.finditer(document.text):
        if document.line_holds(_HAN, match.start()) and not document.line_holds(_FOREIGN, match.start()):
            yield Edit(*match.span(), match.group().translate(_LATIN), rule.id, rule.level, rule.confidence, rule.why)


def _edits(document: Document, rule: Rule) -> Iterator[Edit]:
    for match in _FULL.finditer(document.text):
        if document.line_holds(_HAN, match.start()) and not document.line_holds(_KEPT, match.start()):
            if _is_label(document.text, document.line_at(match.start()).start, match):
                continue
            yield Edit(*match.span(), _half(match.group()), rule.id, rule.level, rule.confidence, rule.why)
    for match in _CIRCLED.finditer(document.text):
        number = match.group().translate(_DIGITS)
        if not (_is_answer(number) or document.line_holds(_CHOSEN, match.start()) and len({*number}) == len(number)):
            yield Edit(*match.span(), number, rule.id, rule.level, rule.confidence, rule.why)


def _is_answer(number: str) -> bool:
    """Whether figures count what stands before or behind them: all of it in some order, or what was chosen of it.

    >>> _is_answer("13524"), _is_answer("12457"), _is_answer("86357"), _is_answer("123456789")
    (True, True, False, True)
    """
    ordered = sorted(number)
    whole = ordered == [*"123456789"[: len(number)]]
    return whole or [*number] == ordered and len({*number}) == len(number) or number.startswith("12345")


def _half(run: str) -> str:
    """A run in half width.

    >>> _half("９０～ｌ２０"), _half("Ｏ２")
    ('90～120', 'O2')
    """
    return _FIGURES.sub(lambda match: match[0].translate(_AS_FIGURES), run).translate(_HALF)


def _is_label(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a run counts a list or a choice, is quoted alone, or is a number that stands as its register has it."""
    before, after = text[max(start, match.start() - 8) : match.start()], text[match.end() : match.end() + 1]
    lone = len(match.group()) == 1 and match.group().isalpha() and (not after or after not in _LETTERED)
    if match.group().startswith(("ＩＳＢＮ", "ＧＢ")) or lone or _LABEL.search(before) and not match.group().isalpha():
        return True  # a single letter in full width is how Chinese typesetting writes a name: 阿Ｑ, Ｋ君
    if not after:
        return False
    return (
        not before.strip()
        and after in "．、）)."
        or before[-1:] in _OPENING
        and after in _CLOSING
        and bool(before)
        or len(match.group()) == 1
        and after == "．"
    )
