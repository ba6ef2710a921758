"""Does a text have two characters of chance before most of its marks?

一部电影忍啸，迟到了许久仰坦。 A platform hides such pairs on its pages from readers, not from those who copy them. Where so many clauses
end in characters that no text has side by side, the pairs go; a clause that ends in a word keeps it.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from cqclean.find import words
from cqclean.find.masks.lexicon import lexicon
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

REACH = 6  # characters before a pair with which it is read
INNER = 3  # characters before a pair at which the text itself is asked
_END = late(r"[\u4e00-\u9fff]{4}(?P<pair>[\u4e00-\u9fff]{2})(?=[，。！？；：、])")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a deletion for each pair of characters that stand before a mark by chance."""
    rule = ruleset.by_id.get("variant-padded")
    if rule is None or _is_usual(document.text):
        return
    ends = [match.start("pair") for match in _END.finditer(document.text)]
    odd = [start for start in ends if _by_chance(document.text, start)]
    if len(odd) < _table()["share"] * max(_table()["least"], len(ends)):
        return
    if sum(_by_chance(document.text, start - INNER) for start in ends) <= _table()["inner"] * len(ends):
        for start in odd:
            yield Edit(start, start + 2, "", rule.id, rule.level, rule.confidence, rule.why)


def _is_usual(text: str) -> bool:
    """Whether clauses end in the characters that they mostly end in: no more is asked of most texts."""
    seen = [match["pair"][1] for match in islice(_END.finditer(text), _table()["looked"])]
    return len(seen) < _table()["least"] or bool(sum(char in _table()["usual"] for char in seen) >= _table()["often"] * len(seen))


def _by_chance(text: str, start: int) -> bool:
    """Whether no text has a pair, nor its first character behind the one before, and no word ends in them."""
    known, limits = lexicon(), _table()
    read = words.simplified(text[max(0, start - REACH) : start + 2])
    if read[-1] in limits["usual"] or min(known.single(read[-2]), known.single(read[-1])) > limits["rare"]:
        return False
    met = max(known.pair(read[-2:]), known.pair(read[-3:-1]))
    return bool(met <= limits["pairs"]) and len(read) - 2 in words.reading(read)[1]


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = tables("variant")["padded"]
    return raw
