"""What stands between two characters, and together with what?

A sign, a letter or a blank between characters is a gap; gaps with the same sign that only a few characters part are read together. Whether
they belong there find/gaps decides.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cqclean.find import words
from cqclean.text.late import late

HAN = "\u4e00-\u9fff"
SIGNS = r"│┃‖〡ㄨ㐅丿乀﹏￥¥#@_^|\\$%`★☆♂♀◆■▲※丨︱¦＃＠＿｜＼＾＄＋+=&◎●◇／/～~.·•・‧＊*❤♥♡♠♣♦☀✿❀♪♫§¤°˙丶゛▪◤◥▼△▽▶◀〓≈≮≯¬ˇ\-"
RARE = r"○□◯◊⊙⊕☺☻⭐✕✖✘✔√→×✦✧❖✪✩❥♬☁✈'’′\u3000\u2002-\u200a\u202f\u205f\U0001f300-\U0001faff"  # in the words that filters look for alone
_EMPTY = r"\(\)|（）|【】|\[\]|<>|\{\}|《》|“”"  # the same
_TWICE = r"/|#@^★☆♂♀◆■▲※◎●◇·•丨❤♥♡♠♣♦☀✿❀"  # signs that may stand several times: others are emphasis, masks, rules, ellipses
_GAP = late(
    rf"[{HAN}](?P<gap>[ \u00a0]?(?P<sign>[{SIGNS}{RARE}A-Za-z]|{_EMPTY})(?:(?<=[{_TWICE}])(?P=sign){{1,2}}|\ufe0f)?[ \u00a0]?"
    rf"|[ \u00a0])(?=[{HAN}])"
)
_BEGINS = late(rf"[ \u00a0{SIGNS}{RARE}A-Za-z(（【\[<{{《“](?<=[{HAN}].)")
_TAIL = late(rf"[{HAN}]*")
FORMULA = frozenset("abcijkmn")  # letters between characters in formulas and choices
REACH = 6  # characters on each side that decide how a gap reads


class Gap(NamedTuple):
    """What stands at text[start:end] between two characters; sign is "" for a blank."""

    start: int
    end: int
    sign: str


def runs(text: str) -> Iterator[list[Gap]]:
    """Yield gaps with the same sign, or a letter each, that only characters, at most REACH of them, part."""
    run: list[Gap] = []
    for match in _gaps(text):
        gap = Gap(*match.span("gap"), match["sign"] or "")
        between = text[run[-1].end : gap.start] if run and gap.start - run[-1].end <= REACH else "."
        alike = run and (gap.sign == run[-1].sign or len(between) == 1 and _are_letters(gap.sign, run[-1].sign))
        if run and not (alike and _TAIL.fullmatch(between)):
            yield run
            run = []
        run.append(gap)
    if run:
        yield run


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be gaps, in order and apart: what begins none is skipped many times as fast as by the whole pattern."""
    last = 0
    for begin in _BEGINS.finditer(text):
        if begin.start() > last and (match := _GAP.match(text, begin.start() - 1)):
            yield match
            last = match.end()


def _are_letters(one: str, other: str) -> bool:
    """Whether both are letters, of one case, that stand in no formula: 痔Z疮C术."""
    return one.isalpha() and other.isalpha() and one.isupper() == other.isupper() and FORMULA.isdisjoint((one, other))


def pieces_of(text: str, run: list[Gap]) -> list[str]:
    """The characters before, between and after the gaps of a run, simplified."""
    head = re.search(rf"[{HAN}]*\Z", text[max(0, run[0].start - REACH) : run[0].start])
    tail = _TAIL.match(text[run[-1].end : run[-1].end + REACH])
    between = [text[a.end : b.start] for a, b in pairwise(run)]
    return [words.simplified(piece) for piece in (head.group() if head else "", *between, tail.group() if tail else "")]
