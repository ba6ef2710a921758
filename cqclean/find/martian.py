"""Which lines are in "Martian" script, and what do they say?

A single odd character stands for another by the proof of find/swaps. Where a line has several that stand for nothing else, it is in that
script, and characters with a life of their own (卜, 妳, 啲) and traditional ones are read with them.
"""

import re
from collections.abc import Iterator

from cqclean.find.swaps import LESSON
from cqclean.find.written import script
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

SHOWN = 2  # characters, each counted once, that stand for nothing else: so many show the script
_QUOTED = re.compile("[“‘「『][\u4e00-\u9fff][”’」』]")  # a character that is spoken of
OTHERS = 4  # characters of any sort, traditional ones aside, where one of those is among them


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield what each character of such a line stands for."""
    rule = ruleset.by_id.get("variant-swapped")
    if rule is None or script()[0].isdisjoint(document.text):
        return
    for line in document.lines:
        text = document.text[line.start : line.end]
        if _is_martian(text) and not LESSON.search(text) and not _QUOTED.search(text):
            for at, char in enumerate(text, line.start):
                if meant := script()[2].get(char):
                    yield Edit(at, at + 1, meant, rule.id, rule.level, rule.confidence, rule.why)


def _is_martian(text: str) -> bool:
    """Whether a line is in that script."""
    shown, odd, _ = script()
    count = len(shown & set(text))
    return count >= SHOWN or count == 1 and len(odd & set(text)) >= OTHERS
