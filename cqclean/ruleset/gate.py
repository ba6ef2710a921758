"""Which rules can fire on a text, and where?

One Aho-Corasick automaton over the literals of all rules reads the text once. A rule is tried only near its literals: a rule whose
literals do not occur costs nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document, occurrences

FEW = 4000  # characters of a process that are looked at without an automaton
EACH = 400  # characters that cost as much so as to begin with a text
Hits = dict[Rule, list[int]]  # rule -> where its literals begin in the copy that it matches, in rising order


class Gate(NamedTuple):
    """The automata for the folded copy and for the original, each with the rules behind each of its literals."""

    folded: "Automaton"
    text: "Automaton"

    def hits(self, document: Document) -> Hits:
        found = self.folded.hits(document.folded.text)
        return found | self.text.hits(document.text)


class Automaton:
    """The literals of rules in the order of the rules, each with the rules behind it.

    To build the automaton costs as much as a few thousand characters do without one, so the first of a process go without: one line in a
    pipe needs none.
    """

    def __init__(self, behind: dict[str, list[Rule]]) -> None:
        self._literals, self._rules = list(behind), list(behind.values())
        self._read = 0

    @cached_property
    def _search(self) -> AhoCorasick:
        return AhoCorasick(self._literals)

    def hits(self, text: str) -> Hits:
        found: Hits = defaultdict(list)
        for literal, start, _ in self._matches(text) if self._literals else ():
            for rule in self._rules[literal]:
                found[rule].append(start)
        return dict(found)

    def _matches(self, text: str) -> Iterable[tuple[int, int, int]]:
        """(literal, start, end) of each place of a literal, by their ends, the longest first."""
        self._read += EACH + len(text)
        if self._read > FEW:
            return self._search.find_matches_as_indexes(text, overlapping=True)
        return sorted(_places(text, self._literals), key=itemgetter(2, 1))


def _places(text: str, literals: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    holds = frozenset(text).issuperset  # tells of most literals that they do not occur
    for number, literal in enumerate(literals):
        for at in occurrences(text, literal) if holds(literal) else ():
            yield number, at, at + len(literal)


def automaton(rules: Iterable[Rule]) -> Automaton:
    behind: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for literal in rule.when:
            behind[literal].append(rule)
    return Automaton(behind)


def gate(rules: Iterable[Rule]) -> Gate:
    """Build the automata of the rules that have literals."""
    matched = [rule for rule in rules if rule.when]
    return Gate(automaton(rule for rule in matched if rule.on == "folded"), automaton(rule for rule in matched if rule.on == "text"))
