"""Which characters were written as their sound between brackets or signs?

充（dian）宝, 【luo】贷, 赌·bo: the sound of what comes next, not of what stands before, which would be a gloss. Between quotes, signs and
brackets that are no gloss's, names and code stand, too: there it must make a word that filters look for.
"""

import re
from collections.abc import Iterator

from cqclean.find import words
from cqclean.find.glosses import is_read
from cqclean.find.lesson import TONED, is_lesson
from cqclean.find.spelled import HAN, ever, meant, placed, plain, readings
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

LONGEST = 8  # characters of a syllable and a sign
_SYLLABLE = rf"[a-z{TONED}]{{1,6}}"
_OPENING, _CLOSING = '((（（[［【〔〖{「『“‘"*_-· ', ')）)）]］】〕〗}」』”’"*_-· '
_SIGNS = re.escape("".join(dict.fromkeys(_OPENING + _CLOSING + ".|/#@+^~")))
_BOXED = late("|".join(rf"{re.escape(a)}{_SYLLABLE}{re.escape(b)}" for a, b in zip(_OPENING, _CLOSING, strict=True)))
_PARTED = late(
    rf"[·.*_|\-/#@+^~ ](?<=[{HAN}].){_SYLLABLE}(?=[{HAN}，。！？])|(?<![A-Za-z])(?<=[{HAN}，。！？“]){_SYLLABLE}[·.*_|\-/#@+^~ ](?=[{HAN}])"
)
_BORDER = late(rf"[{HAN}，。！？“][{_SIGNS}](?=[a-z{TONED}])|[a-z{TONED}][{_SIGNS}](?=[{HAN}])")  # quick: what each holds
_BACK = late(rf"[{_SIGNS}]?{_SYLLABLE}\Z")
_GLOSSING = frozenset("()（）")
_SOUND = late(_SYLLABLE)
_HAN = late(rf"[{HAN}]")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a character for each such syllable, with what encloses it."""
    rule = ruleset.by_id.get("variant-sound")
    if rule is None or document.text.isascii():
        return
    for match in _enclosed(document.text):
        char = _meant(document.text, *match.span())
        if char and not is_lesson(document, match.start()):
            yield Edit(*match.span(), char, rule.id, rule.level, rule.confidence, rule.why)


def _enclosed(text: str) -> Iterator[re.Match[str]]:
    last = 0
    for border in _BORDER.finditer(text):
        start = border.start() + 1
        if border[0][0] < "\u2000":
            back = _BACK.search(text, max(last, start - LONGEST), start)
            start = back.start() if back else start
        match = _BOXED.match(text, start) or _PARTED.match(text, start) if start >= last else None
        if match:
            last = match.end()
            yield match


def _meant(text: str, start: int, end: int) -> str:
    """The character that text[start:end] stands for; "" where it is the gloss of what stands before, or none is sure enough."""
    found = _SOUND.search(text, start, end)
    sound, before, after = placed(found[0] if found else ""), text[start - 1 : start] if start else "", text[end : end + 1]
    if sound not in readings() or not _HAN.search(before + after) or after in ("(", ":"):
        return ""
    read = readings()[sound] + ever(plain(sound))
    if before and (before in read or words.simplified(before) in read):
        return ""
    glossing = text[start] in _GLOSSING and _HAN.fullmatch(before)
    if glossing and not is_read(words.simplified(before)):
        return ""  # 旯(lá)
    return meant(text, start, end, sound, "boxed" if glossing else "parted")
