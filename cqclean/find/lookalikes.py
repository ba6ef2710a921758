"""Which letters and signs are written with characters of another kind that look the same?

Арple has two Cyrillic letters, 巜边城》 opens with a rare character, 🈶 is a sign for 有: a filter, or who reads a scan, does not see the
word. Russian words, talk of signs, and signs that stand by themselves keep them.
"""

import re
import unicodedata
from collections.abc import Iterator

from cqclean.find import words
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.fold import table
from cqclean.text.late import late

_CYRILLIC = "АВЕЅІЈКМНОРСТУХасеѕіјорухһԁ"
_HAN = "\u3400-\u9fff"
_SQUARED = "\U0001f210-\U0001f212\U0001f214-\U0001f23b\U0001f251"  # ideographs in squares, as old telephones of Japan have them
_ANY = late(f"[{_CYRILLIC}巜{_SQUARED}]")
_FOUND = late(
    rf"(?P<mixed>(?<![A-Za-z0-9Ѐ-ӿ./@-])(?=[{_CYRILLIC}]*[A-Za-z])(?=[A-Za-z]*[{_CYRILLIC}])[A-Za-z{_CYRILLIC}]{{3,}}(?![A-Za-z0-9/@-]*[Ѐ-ӿ]))"
    rf"|(?P<opening>巜)(?=[^《》巜\n]{{1,30}}》)"
    rf"|(?<=[{_HAN}])(?P<squared>[{_SQUARED}])\ufe0f?(?=[{_HAN}])"
)
_RUSSIAN = late(f"(?![{_CYRILLIC}])[Ѐ-ӿ]|俄[语文]|西里尔|字母|[Uu]nicode|同形|钓鱼")
_SIGNS = late("符号|标[记志识]|表情|图标|[Ee]moji|日[语文]|记号|[Uu]nicode|字符")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the usual form of each."""
    rule = ruleset.by_id.get("variant-look-alike")
    if rule is None or document.text.isascii() or not _ANY.search(document.text):
        return
    for match in _FOUND.finditer(document.text):
        new = _usual(document, match)
        if new:
            yield Edit(*match.span(), new, rule.id, rule.level, rule.confidence, rule.why)


def _usual(document: Document, match: re.Match[str]) -> str:
    """What a match is usually written with; "" where it is meant as it stands."""
    if match["mixed"]:
        return "" if document.line_holds(_RUSSIAN, match.start()) else "".join(map(_latin, match[0]))
    if match["opening"]:
        return "《"
    return "" if document.line_holds(_SIGNS, match.start()) else words.simplified(unicodedata.normalize("NFKC", match["squared"]))


def _latin(letter: str) -> str:
    """The Latin letter that looks like a letter, of its case.

    >>> "".join(map(_latin, "Арple"))
    'Apple'
    """
    plain = letter if letter.isascii() else table().get(letter, letter)
    return plain.upper() if letter.isupper() else plain
