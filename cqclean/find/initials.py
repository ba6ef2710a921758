"""Which characters were written as the first letters of their sound?

持D伤人, sh体: where a letter completes one word that filters look for, and that one alone, and the passage reads as words with it.
`[initials]` of rules/variant.toml has the words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from cqclean.find import words
from cqclean.find.fits import sides
from cqclean.find.lesson import is_lesson
from cqclean.find.spelled import HAN, plain, readings
from cqclean.find.written import filters
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

_LETTERS = late(  # one class first, so that the search skips what is no letter
    rf"(?P<letters>[b-df-hj-np-tw-zB-DF-HJ-NP-TW-Z](?<=[{HAN}，。！？；：、“].)(?:(?<=[zcsZCS])h|(?<=[ZCS])H)?)(?=[{HAN}，。！？；、”]|$)"
)
_LATIN = late("[A-Za-z]")
NEAR = 40  # characters on each side without other letters: among them a letter names something


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the character for each letter that stands for it."""
    rule = ruleset.by_id.get("variant-sound")
    if rule is None:
        return
    for match in _LETTERS.finditer(document.text):
        text, (start, end) = document.text, match.span()
        meant = _meant(text, start, end, match["letters"].lower())
        alone = not _LATIN.search(text[max(0, start - NEAR) : start] + text[end : end + NEAR])
        if meant and alone and not is_lesson(document, start):
            yield Edit(start, end, meant, rule.id, rule.level, rule.confidence, rule.why)


def _meant(text: str, start: int, end: int, letters: str) -> str:
    """The character that completes a word between what stands on both sides; "" for none or several."""
    left, right = sides(text, start, end)
    if not _own().isdisjoint((letters + right[:1], left[-1:] + letters)):
        return ""
    found = {
        word[at]
        for before in range(3)
        for word, at in _completed().get((left[len(left) - before :], letters), ())
        if _fits(left, word, at, right)
    }
    return found.pop() if len(found) == 1 else ""


def _fits(left: str, word: str, at: int, right: str) -> bool:
    """Whether the rest of a word follows, and the passage with the word has it as a word."""
    rest = word[at + 1 :]
    if not right.startswith(rest) or at > len(left):
        return False
    start = len(left) - at
    borders = words.reading(left + word[at] + right)[1]
    return {start, start + len(word)} <= set(borders) or not left[:start] and not right[len(rest) :]


def completed(left: str, letters: str, right: str) -> list[str]:
    """The words that filters look for, listed here or not, which a character with these first letters completes."""
    heads = (left[len(left) - before :] for before in range(min(3, len(left)) + 1))
    found = (entry for head in heads for entry in _all_completed().get((head, letters), ()))
    return [word for word, at in found if right.startswith(word[at + 1 :])]


@cache
def _own() -> frozenset[str]:
    return frozenset(tables("variant")["initials"]["own"].split())


@cache
def _completed() -> dict[tuple[str, str], list[tuple[str, int]]]:
    """What stands before a character in a word of the list, and its first letters, to such words and where it stands in them."""
    return _by_letters(tables("variant")["initials"]["words"].split())


@cache
def _all_completed() -> dict[tuple[str, str], list[tuple[str, int]]]:
    """The same for all words that filters look for."""
    return _by_letters([*filters(), *tables("variant")["initials"]["words"].split()])


def _by_letters(known: Iterable[str]) -> dict[tuple[str, str], list[tuple[str, int]]]:
    sound_of = {char: plain(sound) for sound, chars in reversed(readings().items()) for char in chars}
    found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for word in known:
        for at, char in enumerate(word):
            sound = sound_of.get(char, "?")
            for letters in {sound[0], sound[:2] if sound[1:2] == "h" else sound[0]}:
                found[word[:at], letters].append((word, at))
    return found
