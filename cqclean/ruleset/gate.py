"""Which rules can fire on a text, and where?

One Aho-Corasick automaton over the literals of all rules reads the text once. A rule is tried only near its literals: a rule whose
literals do not occur costs nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document

Hits = dict[Rule, list[int]]  # rule -> where its literals begin in the copy that it matches, in rising order


class Gate(NamedTuple):
    """The automata for the folded copy and for the original, each with the rules behind each of its literals."""

    folded: "Automaton"
    text: "Automaton"

    def hits(self, document: Document) -> Hits:
        found = self.folded.hits(document.folded.text)
        return found | self.text.hits(document.text)


class Automaton(NamedTuple):
    search: AhoCorasick | None
    rules: list[list[Rule]]

    def hits(self, text: str) -> Hits:
        found: Hits = defaultdict(list)
        if self.search is not None:
            for literal, start, _ in self.search.find_matches_as_indexes(text, overlapping=True):
                for rule in self.rules[literal]:
                    found[rule].append(start)
        return dict(found)


def automaton(rules: Iterable[Rule]) -> Automaton:
    behind: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for literal in rule.when:
            behind[literal].append(rule)
    return Automaton(AhoCorasick(list(behind)) if behind else None, list(behind.values()))


def gate(rules: Iterable[Rule]) -> Gate:
    """Build the automata of the rules that have literals."""
    matched = [rule for rule in rules if rule.when]
    return Gate(automaton(rule for rule in matched if rule.on == "folded"), automaton(rule for rule in matched if rule.on == "text"))
