"""What is wrong with a raw rule entry, and what should its author do?"""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from cqclean.ruleset.frozen import COMBINE, LINE, WHOLE
from cqclean.ruleset.rule import ACTIONS, FINDERS, Rule
from cqclean.settings import LEVELS
from cqclean.text.fold import fold

KEYS = {name.rstrip("_") for name in Rule._fields} - {"where"} | {WHOLE}
CHOICES = {
    "action": ACTIONS,
    "level": LEVELS,
    "on": ("folded", "text"),
    "only": ("disguised",),
    "place": ("head", "tail"),
    "needs": ("page",),
    "finder": FINDERS,
}
UNPROVED = ("script", "folder", "punctuation")  # finders that act only on request: their proof is in tests
BANNED = (
    (re.compile(r"(?<!\\)(?:\\\\)*\\b"), r"\b", "every Han character is a word character: name the neighbours in a look-around"),
    (re.compile(r"(?<!\\)(?:\\\\)*\\w"), r"\w", "it matches every Han character: write the class you mean, such as [a-z0-9_]"),
    (re.compile(r"(?<!\\)\.[*+](?!\])"), "unbounded .* or .+", "bound it, as in .{0,40}"),
    (re.compile(r"(?<!\\)\\n|\\R"), "a match across lines", "declare how many lines it spans, as in lines = 2"),
)


def nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    """The end of a message about an unknown name: the nearest known one, else advice."""
    near = difflib.get_close_matches(name, list(known), 1)
    return f": did you mean {near[0]!r}?" if near else f"; {otherwise}"


def mistakes_of(raw: dict[str, Any]) -> Iterator[str]:
    """Yield each mistake of an entry in words, with its remedy."""
    for key in raw.keys() - KEYS - {LINE}:
        yield f"unknown key {key!r}{nearest(key, KEYS, 'known are ' + ', '.join(sorted(KEYS)))}"
    for key in ("id", "action", "level", "why"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            yield f"{key} is missing: add {key} = " + ("one of " + ", ".join(CHOICES[key]) if key in CHOICES else '"…"')
    for key, choices in CHOICES.items():
        if key in raw and raw[key] not in choices:
            yield f"{key} = {raw[key]!r} is not one of {', '.join(choices)}"
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", str(raw.get("id", ""))):
        yield "id is written in lower-case letters, digits and hyphens, as in contact-phone"
    yield from _pattern_mistakes(raw)
    if raw.get("finder") not in UNPROVED:
        yield from _example_mistakes(raw)


def _pattern_mistakes(raw: dict[str, Any]) -> Iterator[str]:
    if raw.get("finder"):
        return
    if WHOLE in raw:  # a list that could be read stands under `when` and `match`
        yield 'whole stands in place of when and match, as a list of lines with words in them: whole = ["共有 # 条评论"]'
        return
    if COMBINE in raw:
        yield 'combine stands beside when, as lists of columns of characters: combine = [["1一幺", " -", "35789"]]'
    when = raw.get("when")
    if not isinstance(when, list) or not when or not all(isinstance(word, str) and word for word in when):
        yield 'when is missing: add literals, one of which must occur, as in when = ["微信"]'
    match = raw.get("match")
    if not isinstance(match, str) or not match:
        yield "match is missing: add match = '…'"
        return
    for pattern, name, remedy in BANNED:
        if pattern.search(match) and not (name == "a match across lines" and raw.get("lines", 1) > 1):
            yield f"match holds {name}: {remedy}"
    yield from _syntax_mistakes(match)
    if raw.get("on", "folded") == "folded":
        yield from _folded_mistakes(when if isinstance(when, list) else [], match)


def _folded_mistakes(when: list[str], match: str) -> Iterator[str]:
    """What the folded copy never holds: a rule that waits for it would never fire."""
    for word in when:
        if fold(word).text != word:
            yield f'when holds {word!r}, which reads {fold(word).text!r} on the folded copy: write that, or set on = "text"'
    for char in dict.fromkeys(char for char in match if not char.isascii() and fold(char).text != char):
        yield f'match holds {char!r}, which reads {fold(char).text!r} on the folded copy: write that, or set on = "text"'


def _syntax_mistakes(match: str) -> Iterator[str]:
    import regex

    try:
        compiled = regex.compile(match)
    except regex.error as error:
        yield f"match is no valid pattern: {error}"
        return
    if compiled.fullmatch(""):
        yield "match accepts the empty text: let it need at least one character"


def _example_mistakes(raw: dict[str, Any]) -> Iterator[str]:
    examples = raw.get("examples")
    if not isinstance(examples, dict) or not all(isinstance(after, str) for after in examples.values()):
        yield 'examples are missing: add [rule.examples] with lines "before" = "after"'
        return
    if not any(before == after for before, after in examples.items()):
        yield "no example that must stay: add a near-miss with the same text on both sides"
    if not any(before != after for before, after in examples.items()):
        yield "no example that changes: add one"
