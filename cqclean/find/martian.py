"""Which lines are in "Martian" script, and what do they say?

A single odd character stands for another by the proof of find/swaps. Where a line has several that stand for nothing else, it is in that
script, and characters with a life of their own (卜, 妳, 啲) and traditional ones are read with them.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cqclean.find.honest import LESSON
from cqclean.find.masks.lexicon import lexicon
from cqclean.find.written import odd_signs, script, scripts
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document, lines_at, occurrences
from cqclean.text.edits import Edit
from cqclean.text.late import late

SHOWN = 2  # characters, each counted once, that stand for nothing else: so many show the script
_NAMED = late("[“‘「『][\u4e00-\u9fff][”’」』]|[\t、|/][\u4e00-\u9fff][\t、|/][\u4e00-\u9fff][\t、|/]")  # characters that are spoken of
OTHERS = 4  # characters of any sort, traditional ones aside, where one of those is among them
RARE = 3  # characters that prose hardly has, where none is; 65,000 lines of good and raw texts held three in one long paragraph alone
THIN = 4  # characters of such a line to each that is written for another, at most
SELDOM = 150.0  # occurrences in the texts that masks.bin counts: fewer make a character one that prose hardly has
_DONE = late("(?<=[\u4e00-\u9fff])ㄋ(?=[，。！？…~ ]|$)")  # 了 at the end of a clause shows it as much as one of those does
_NUMERALS = frozenset("壹贰貳叁參肆伍陆陸柒捌玖拾")  # of amounts and in names of streets and firms, too: they show no script
_AMOUNT = late("[壹贰貳叁參肆伍陆陸柒捌玖拾零][佰仟拾万萬亿億元圆圓角分整壹贰貳叁參肆伍陆陸柒捌玖零]")
_SPEECH = frozenset("哋冇啲嗰嘚呒嘸妳祢祂袮牠怹沒")  # what Cantonese, Taiwan and hymns write
_KANA = late("[\u3041-\u306d\u306f-\u30fb]")  # a line of Japanese; の and ー are written for 的 and 一, too


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield what each character of such a line stands for."""
    rule = ruleset.by_id.get("variant-swapped")
    if rule is None:
        return
    for number in _odd_lines(document):
        line = document.lines[number]
        text = document.text[line.start : line.end]
        if _is_martian(text) and not LESSON.search(text) and not _NAMED.search(text):
            for at, char in enumerate(text, line.start):
                if (meant := script()[1].get(char)) and not _AMOUNT.search(document.text, max(line.start, at - 1), at + 2):
                    yield Edit(at, at + 1, meant, rule.id, rule.level, rule.confidence, rule.why)


def _odd_lines(document: Document) -> list[int]:
    """The indices of lines that hold as many odd characters as show the script."""
    held: dict[int, int] = defaultdict(int)
    odd = (odd_signs().keys() & document.signs) - _NUMERALS
    for char in odd if len(odd) >= SHOWN else ():
        for number in lines_at(document.lines, occurrences(document.text, char)):
            held[number] += 1
    return sorted(number for number, count in held.items() if count >= SHOWN)


def _is_martian(text: str) -> bool:
    """Whether a line is in that script."""
    shown, odd = script()[0], odd_signs().keys()
    present = (odd & set(text)) - _NUMERALS
    if len(present) < SHOWN or _KANA.search(text):
        return False
    count = len(shown & present) + bool(_DONE.search(text))
    return count >= SHOWN or count == 1 and len(present) >= OTHERS or _is_full(text, present)


def _is_full(text: str, present: set[str]) -> bool:
    """Whether a line without those is full of others that prose hardly has: 洳淉噯，請罙噯."""
    if len(present) < RARE or sum(map(text.count, present)) * THIN < len(text):
        return False
    rare = {char for char in present - _SPEECH - scripts()[0] if lexicon().single(char) < SELDOM and "\u4e00" <= char <= "\u9fff"}
    seldom = RARE if len(present - scripts()[0]) < OTHERS else RARE - 1
    return len(rare) >= seldom and any(rare & {*pair} and present.issuperset(pair) for pair in pairwise(text))  # a name has one: 王玢
