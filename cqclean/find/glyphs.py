"""Which characters came as glyphs of a font, and are to be read as plain ones?

⼀个⼈, ⻓江 and ﬁle are what converters of PDF give for 一个人, 长江 and file; letters of mathematics and keycaps in words and numbers are
decoration. Formulas, lists and talk of radicals or of letters keep them.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from cqclean.find.written import is_traditional
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.fold import RADICALS, table
from cqclean.text.late import late

_LIKENESS = (
    "\u2e80-\u2fdf\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9"  # of characters; the rest there are some
)
_ANY = late(f"[{_LIKENESS}\ufb00-\ufb06\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189\u20e3]")
_RUN = late(
    f"(?P<likeness>[{_LIKENESS}]+)|(?P<ligature>[\ufb00-\ufb06])|(?P<mathematical>[\U0001d400-\U0001d7ff]+(?:[.:：.][\U0001d7ce-\U0001d7ff]+)*)"
    "|(?P<boxed>[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]{3,}|(?:[0-9]\ufe0f?\u20e3){3,})"
)
_HAN = late("[\u4e00-\u9fff]")
_LATIN = late("[A-Za-z]")
_OF_WRITING = late("部首|偏旁|笔[画顺]|字[形体源]|康熙|[Uu]nicode|UNICODE|U\\+|编码|码位|字符|花体|[粗斜]体|符号|兼容")
_BLOOD = frozenset("🅰🅱🅾🆎")  # groups of blood
_OF_FORMULAS = late("[=＝+＋×÷√∑∏∫≤≥≈∈∞±^∂∇→·]|(?<![\U0001d400-\U0001d7cb])[\U0001d400-\U0001d7cb](?![\U0001d400-\U0001d7ff])")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the plain form of each run of glyphs in a line of Chinese."""
    rule = ruleset.by_id.get("width-glyph")
    if rule is None or document.text.isascii() or not _ANY.search(document.text):
        return
    for match in _RUN.finditer(document.text):
        if not document.line_holds(_OF_WRITING, match.start()) and _is_meant(document, match):
            plain = _plain(match.group())
            new = plain if is_traditional(document.text) else plain.replace("戶", "户")  # fonts draw ⼾ as either
            yield Edit(*match.span(), new, rule.id, rule.level, rule.confidence, rule.why)


def _is_meant(document: Document, match: re.Match[str]) -> bool:
    """Whether a run belongs to words or numbers of its line."""
    text, start, end = document.text, *match.span()
    beside, plain = text[max(0, start - 1) : start] + text[end : end + 1], _plain(match.group())
    if match["likeness"]:
        return plain != match.group() and (_HAN.search(beside) is not None or end - start > 1)
    if not document.line_holds(_HAN, start):
        return False
    if match["ligature"]:
        return _LATIN.search(beside) is not None
    if match["mathematical"]:
        return plain.isascii() and not document.line_holds(_OF_FORMULAS, start)
    return not (_is_counted(plain) or _BLOOD.issuperset(match.group()))


def _is_counted(plain: str) -> bool:
    """Whether letters or digits are counted up, as the steps of a list, or down."""
    steps = {ord(two) - ord(one) for one, two in pairwise(plain)}
    return steps in ({1}, {-1})


def _plain(run: str) -> str:
    """What glyphs stand for.

    >>> _plain("⼀⻓"), _plain("𝟐𝟎𝟐𝟒"), _plain("𝐖𝐢𝐅𝐢"), _plain("2️⃣0️⃣4️⃣"), _plain("🅥🅘🅟")
    ('一长', '2024', 'WiFi', '204', 'VIP')
    """
    return "".join(map(_character, run))


def _character(glyph: str) -> str:
    plain = unicodedata.normalize("NFKC", glyph)
    if glyph.isascii() or plain != glyph or glyph in RADICALS:
        return RADICALS.get(glyph, plain)
    return table().get(glyph, glyph).upper()  # the folded copy is in small letters
