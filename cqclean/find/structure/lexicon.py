"""What kind of furniture is a line, by its wording alone?

rules/data/structure.toml holds the markers: whole lines, and patterns behind literals. One automaton reads the text once; a line is
tried only against the patterns whose literals it holds.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from cqclean.ruleset.frozen import tables
from cqclean.text.late import late

OUTER = " \t|·•●■◆★☆▶►▼▲※#*+=~_-—–:;,.。、!?>》»›<《«‹()[]【】{}「」『』〔〕“”\"'/\\│┃丨…→←↓↑√©®™"
_COUNT = late(r"[(\[ ]*\d[\d,.]*(?:万|k|w|\+)?[)\] ]*(?:条|次|人|篇|个)?[)\]]*$")
_COUNTED = frozenset("0123456789)]条次人篇个万kw+")
_PARTED = late(r"[^一-鿿a-z0-9]")
_PARTING = r"\s|丨│┃¦/\\·•●■>»›<«‹,、;:\-–—_\[\]【】(){}「」*#+=。.!→"
_PARTS = late(f"[{_PARTING}]+")
PART_SHARE = 0.6  # share of the parts of a line that must be menu words; from there on, lines of other sites were menus
PART_SIZE = 16  # characters; a longer part is no menu word
LONGEST = 120  # characters of a line that a site's software writes
_TOO_LONG = late(f"[^{_PARTING}]{{{PART_SIZE + 1}}}")


class Marker(NamedTuple):
    """A kind of furniture with its weight (in units of about 25 characters of prose) and its part in finding the article's ends."""

    kind: str
    rule: str
    weight: float
    strong: bool
    side: str = ""
    lists: bool = False
    longest: int = 40


class Lexicon(NamedTuple):
    """The markers ready to be looked up."""

    words: dict[str, Marker]
    search: AhoCorasick
    behind: list[tuple[int, ...]]
    patterns: list[tuple[Marker, re.Pattern[str]]]
    signed: tuple[tuple[int, re.Pattern[str]], ...]
    kinds: dict[str, Marker]

    def hits(self, text: str) -> list[tuple[int, tuple[int, ...]]]:
        """(end, numbers of the patterns to try) of each literal in a folded text, in rising order; the last ends beyond the text."""
        behind = self.behind
        found = [(end - 1, behind[literal]) for literal, _, end in self.search.find_matches_as_indexes(text, overlapping=True)]
        return [*found, (len(text), ())]

    def of_words(self, key: str) -> Marker | None:
        """The marker of a whole line, its counter and outer punctuation put aside."""
        found = self.words.get(core_of(key))
        return found or (self.words.get(core_of(_COUNT.sub("", key))) if key[-1] in _COUNTED else None)

    def of_patterns(self, key: str, tried: Sequence[int]) -> Marker | None:
        """The first marker, in the order of the file, whose pattern matches the whole line."""
        signed = [number for number, signs in self.signed if signs.search(key)]
        for number in sorted({*tried, *signed}) if tried or signed else ():
            marker, pattern = self.patterns[number]
            if len(key) <= marker.longest and pattern.fullmatch(key):
                return marker
        return None

    def of_parts(self, key: str) -> Marker | None:
        """The marker of a line made of several words of a menu: the strongest that two parts or half of them share, else the first."""
        if len(key) < 3 or not _PARTED.search(key) or _TOO_LONG.search(key):
            return None
        parts = [part for part in _PARTS.split(key) if part and not part.isdigit()]
        if len(parts) < 2:
            return None
        known = self.words.get
        found = [marker for part in parts if (marker := known(part) or (part[-1] in _COUNTED and known(_COUNT.sub("", part)) or None))]
        if len(found) < max(2, PART_SHARE * len(parts)):
            return None
        return max(found, key=lambda marker: (found.count(marker) * 2 >= len(found), marker.weight))


def core_of(key: str) -> str:
    """A folded line without blanks and outer punctuation.

    >>> core_of("【 关闭 窗口 】")
    '关闭窗口'
    """
    return key.replace(" ", "").strip(OUTER)


@cache
def lexicon() -> Lexicon:
    """The lexicon that cqclean ships, read once."""
    entries = tables("data/structure")["marker"]
    lent = {rule["id"]: rule for rule in tables("software")["rule"]}
    words: dict[str, Marker] = {}
    patterns: list[tuple[Marker, re.Pattern[str]]] = []
    literals: dict[str, list[int]] = defaultdict(list)
    signed: list[tuple[int, re.Pattern[str]]] = []
    for entry in entries:
        marker = _marker(entry)
        for word in entry.get("words", "").split():
            words.setdefault(word.strip(OUTER) or word, marker)
        if entry.get("patterns"):
            for literal in entry.get("when", ()):
                literals[literal].append(len(patterns))
            if entry.get("signs"):
                signed.append((len(patterns), late("[" + re.escape(entry["signs"]) + "]")))
            patterns.append((marker, late(entry.get("guard", "") + "(?:" + "|".join(entry["patterns"]) + ")")))
        for rule in map(lent.__getitem__, entry.get("borrows", ())):
            for literal in rule["when"]:
                literals[literal].append(len(patterns))
            patterns.append((marker._replace(longest=LONGEST), late(rule["match"])))
    kinds = {marker.kind: marker for marker in map(_marker, reversed(entries))}
    return Lexicon(words, AhoCorasick(list(literals)), [tuple(n) for n in literals.values()], patterns, tuple(signed), kinds)


def _marker(entry: dict[str, Any]) -> Marker:
    return Marker(**{key: entry[key] for key in Marker._fields if key in entry})
