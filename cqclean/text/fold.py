"""What does a text look like to a rule?

Rules match on a folded copy and edit the original. Folding undoes what disguises a word: other widths, other scripts, look-alike
signs, invisible characters. It is never written anywhere. FOLDS is the whole of it, a reason beside each group.
"""

import os
import unicodedata
from collections.abc import Set
from functools import cache
from typing import NamedTuple

from cqclean.text.edits import Span


class Fold(NamedTuple):
    """Characters of `source` read as those of `target`, one for one; an empty target drops them."""

    name: str
    source: str
    target: str
    why: str


def _run(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


def _digits(*starts: int, first: int = 1) -> tuple[str, str]:
    """Runs of nine (or ten) code points that stand for the digits from `first` to 9."""
    count = 10 - first
    return "".join(_run(start, start + count - 1) for start in starts), "".join(map(str, range(first, 10))) * len(starts)


_UPPER = _run(ord("A"), ord("Z"))
_ONE_TO_NINE = _digits(0x2460, 0x2474, 0x2488, 0x2776, 0x2780, 0x278A, 0x24F5, 0x3220, 0x3280)
_ZERO_TO_NINE = _digits(0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0, first=0)

_KANGXI = _run(0x2F00, 0x2FD5)
_ALIKE = (  # radicals of the supplement, each before the character that fonts draw alike
    "⺅亻⺇几⺉刂⺊卜⺌小⺒巳⺓幺⺕彐⺖忄⺘扌⺙攵⺝月⺟母⺠民⺡氵⺣灬⺨犭⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺶羊⺼月⺽臼⺾艹"
    "⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻎辶⻏阝⻐钅⻑長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼"
    "⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
RADICALS = dict(zip(_KANGXI, unicodedata.normalize("NFKC", _KANGXI), strict=True)) | dict(zip(_ALIKE[::2], _ALIKE[1::2], strict=True))

FOLDS: tuple[Fold, ...] = (
    Fold("case", _UPPER, _UPPER.lower(), "A sign in capitals is the same sign: VX, Wx, WWW."),
    Fold("width", _run(0xFF01, 0xFF5E), (_run(0x21, 0x7E)).lower(), "Full-width letters, digits and punctuation are typed for ASCII."),
    Fold("rare forms", "㪊ロ", "群口", "A variant and a kana that read as common characters."),
    Fold("small forms", "﹙﹚﹒﹐﹔﹗﹖", "().,;!?", "Small punctuation stands for the full one."),
    Fold("blank", "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " " * 14,
         "Any blank parts words alike."),
    Fold("digits 1-9", *_ONE_TO_NINE, "Circled, bracketed, dotted and ideographic digits spell numbers past a filter."),
    Fold("digits 0-9", *_ZERO_TO_NINE, "Mathematical and segmented digits do the same."),
    Fold("digit signs", "⓪⓿０²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "000231" + "0456789" + "0123456789", "Zeros in circles, superscripts and subscripts."),
    Fold("circled letters", _run(0x24B6, 0x24CF) + _run(0x24D0, 0x24E9) + _run(0x1F150, 0x1F169), _UPPER.lower() * 3, "ⓥⓧ and 🅥🅧 for vx."),
    Fold("mathematical letters", _run(0x1D400, 0x1D6A3), _UPPER.lower() * 26, "𝐕𝐗 and 𝖵𝖷 for vx, in any of thirteen alphabets."),
    Fold("small letters", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠʏᴢᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvyzabcdefghjklmoprstuvwxyz",
         "Small capitals and raised letters: ᴠx, ᵛˣ."),
    Fold("squared letters", _run(0x1F130, 0x1F149) + _run(0x1F170, 0x1F189), _UPPER.lower() * 2, "🅀 and 🆅 for q and v."),
    Fold("Cyrillic", "АВЕЅІЈКМНОРСТУХаеѕіјорсухвкмнтЗзбЬьᴡ", "abesijkmhopctyxaesijopcyxbkmht336bbw",
         "Letters which the eye takes for Latin ones or digits."),
    Fold("Greek", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχωΩ", "abezhikmnoptyxavopuxwo", "Letters which the eye takes for Latin ones."),
    Fold("look-alike letters", "ɋʠԛԚѵⱽᐯꓦѡԝԜⱳҳϲԁոһӏɡցօꭓꮩꮯꮤ", "qqqqvvvvwwwwxcdnhlggoxvcw",
         "Letters of other alphabets, and turned or hooked ones: ɋ for q, ᐯ for v."),
    Fold("other digits", _run(0x660, 0x669) + _run(0x6F0, 0x6F9) + _run(0x966, 0x96F), "0123456789" * 3, "Arabic and Indian digits."),
    Fold("Roman", "ⅠⅤⅩⅬⅭⅮⅯⅰⅴⅹⅼⅽⅾⅿ", "ivxlcdmivxlcdm", "Roman numerals used as letters."),
    Fold("radicals", "".join(RADICALS), "".join(RADICALS.values()),
         "Converters of PDF give the radicals of a font, ⼀ and ⻓, for the characters 一 and 长."),
    Fold("plus", "➕✚﹢⁺", "++++", "Signs that say 加 (add)."),
    Fold("hyphen", "‐‑‒–﹣－⁃", "-------", "Hyphens in numbers."),
    Fold("colon", "︰﹕∶꞉", "::::", "Colons after a label."),
    Fold("invisible", "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u180e\u202a\u202b\u202c\u202d\u202e"
         "\u2066\u2067\u2068\u2069\ufe0e\ufe0f\u20e3", "",
         "Signs without width, put between characters to break a filter's words; keycap marks."),
)  # fmt: skip
_MANY = 40  # distinct characters to fold: above it one pass with a table beats a replace for each (measured on 1 MB pages)
_TRADITIONAL = os.path.join(os.path.dirname(__file__), "traditional.txt")


class Folded(NamedTuple):
    """A matching copy. offsets[i] is where its i-th character stands in the original; None says that they agree."""

    text: str
    offsets: list[int] | None

    def span(self, start: int, end: int) -> Span:
        """The span of the original that `text[start:end]` stands for; invisible characters inside it belong to it.

        >>> fold("加\\u200b微信").span(0, 2)
        (0, 3)
        """
        if self.offsets is None:
            return start, end
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


@cache
def table() -> dict[str, str]:
    """Every folded character with what it reads as ("" for an invisible one); traditional characters read as simplified ones."""
    with open(_TRADITIONAL, encoding="utf-8") as file:
        pairs = dict(zip(*file.read().split("\n")[:2], strict=True))
    for fold_ in FOLDS:
        pairs |= zip(fold_.source, fold_.target, strict=True) if fold_.target else dict.fromkeys(fold_.source, "")
    return pairs | {radical: pairs.get(char, char) for radical, char in RADICALS.items()}  # some are of traditional characters: ⾞ for 車


@cache
def _invisible() -> frozenset[str]:
    return frozenset(char for char, reading in table().items() if not reading)


def fold(text: str, signs: Set[str] | None = None) -> Folded:
    """Fold a text; without invisible characters the copy has its length, and offsets agree. signs: its characters, where they are known.

    >>> fold("ＶＸ：１З８").text
    'vx:138'
    """
    pairs = table()
    present = pairs.keys() & (set(text) if signs is None else signs)
    invisible = present & _invisible()
    offsets = None
    if invisible:
        offsets = [at for at, char in enumerate(text) if char not in invisible]
        offsets.append(len(text))
    return Folded(_replaced(text, {char: pairs[char] for char in present}), offsets)


def _replaced(text: str, pairs: dict[str, str]) -> str:
    if len(pairs) > _MANY:
        return text.translate({ord(char): reading for char, reading in pairs.items()})
    for char, reading in pairs.items():
        text = text.replace(char, reading)
    return text
