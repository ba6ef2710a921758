"""Which characters did a site of novels hide behind letters, all over a text?

惊YAn, x1引, 本X, nV王: its filter wrote the sound of what it looks for with odd capitals and figures, or its first letter alone. Odd sounds
that make words show such a text; only there single letters are read, too. `[lettered]` of rules/variant.toml has the characters.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cqclean.find import words
from cqclean.find.fits import sides
from cqclean.find.lesson import is_lesson
from cqclean.find.masks.lexicon import lexicon
from cqclean.find.spelled import HAN, ever
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

_EDGE = f"{HAN}，。！？；：、…“”「」『』"
_ODD = "[a-z]{1,4}[A-Z][A-Za-z]{0,4}|[A-Z]{2}[a-z]{1,4}|[A-Za-z]{1,4}[01][A-Za-z]{0,4}"  # no English word is written so
_SHOWN = late(rf"[{HAN}](?:{_ODD})[{HAN}]")
_TOKEN = late(
    rf"(?<![A-Za-z0-9])(?:(?<=^)|(?<=[{_EDGE}]))(?:(?P<odd>{_ODD})|(?P<plain>[A-Z][a-z]{{1,4}}|[A-Za-z]))(?=[{_EDGE}]|$)", re.MULTILINE
)


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the character for each token in a text that shows what its letters are for."""
    rule = ruleset.by_id.get("variant-sound")
    if rule is None or not _SHOWN.search(document.text):
        return
    found = [(match, *_meant(match)) for match in _TOKEN.finditer(document.text) if not is_lesson(document, match.start())]
    if sum(bool(match["odd"] and word) for match, _, word in found) < _table()["shown"]:
        return
    for match, char, word in found:
        if char and (word or match["odd"] or match[0] in _table()["alone"]):
            yield Edit(*match.span(), char, rule.id, rule.level, rule.confidence, rule.why)


def _meant(match: re.Match[str]) -> tuple[str, str]:
    """The character behind a token and the word that it makes with its neighbours; "" for none, and for several without a word."""
    chars = _hidden(_sound(match[0])) if len(match[0]) > 1 else _table()["letters"].get(match[0], "")
    left, right = sides(match.string, *match.span())
    made = {char: word for char in chars if (word := _word(left, char, right))}
    if made:
        char = min(made, key=lambda char: words.cost(left + char + right))
        return char, made[char]
    usual = left[-1:] and left[-1:] + match[0] in _table()["own"]
    return ("" if usual else chars if len(chars) == 1 else _paired(left, chars, right)), ""


def _paired(left: str, chars: str, right: str) -> str:
    """The one of several characters that books have beside these neighbours, if the others are not; "" for none."""
    seen = sorted((max(lexicon().pair(left[-1:] + char), lexicon().pair(char + right[:1])), char) for char in chars)
    return seen[-1][1] if len(seen) > 1 and seen[-1][0] >= _table()["pairs"] and seen[-1][0] > _table()["times"] * seen[-2][0] else ""


def _word(left: str, char: str, right: str) -> str:
    """The word of the passage that a character is part of, if it has others."""
    text = left + char + right
    borders = words.reading(text)[1]
    start = max(border for border in borders if border <= len(left))
    stop = min(border for border in borders if border > len(left))
    return text[start:stop] if stop - start > 1 else ""


def _sound(token: str) -> str:
    return token.lower().replace("0", "o").replace("1", "i").replace("v", "ü")


def _hidden(sound: str) -> str:
    """The characters that filters look for with a sound, or one that lost its last letter; of syllables of whole words as well."""
    whole = ever(sound + "g") if sound.endswith("n") else ""
    own, lost = ([char for char in _table()["hidden"] if char in chars] for chars in (ever(sound), whole))
    return "".join(dict.fromkeys(own + lost))


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = tables("variant")["lettered"]
    return raw
