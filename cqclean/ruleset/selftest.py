"""Do the rules do what their examples say, and nothing else?

missing: a rule should have fired on its example. wrong: it fired with other text. noisy: some rule touched a text that must stay.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cqclean.ruleset.files import RULES
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule


class Finding(NamedTuple):
    """What went wrong with one example of a rule."""

    kind: str  # missing | wrong | noisy
    rule: str
    where: str
    before: str
    after: str
    got: str

    def __str__(self) -> str:
        return f"{self.where}: {self.rule}: {self.kind}: {self.before!r} should read {self.after!r}, reads {self.got!r}"


class Kept(NamedTuple):
    """A text that no rule may touch, and why."""

    text: str
    why: str


Run = Callable[[str, str | None], str]
"""Cleans a text: (text, rule id) with that rule alone, (text, None) with all rules."""


def keep(path: Path = Path(RULES, "keep.toml")) -> tuple[Kept, ...]:
    """The texts of keep.toml."""
    return tuple(Kept(entry["text"], entry["why"]) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["keep"])


def check(rules: Iterable[Rule], run: Run, kept: Iterable[Kept] = ()) -> Iterator[Finding]:
    """Yield what is wrong: each example under its own rule, and each text that must stay under all rules."""
    for rule in rules:
        for before, after in rule.examples:
            got = run(before, rule.id)
            if got != after:
                kind = "noisy" if before == after else "missing" if got == before else "wrong"
                yield Finding(kind, rule.id, rule.where, before, after, got)
            if before == after and (got := run(before, None)) != before:
                yield Finding("noisy", rule.id, rule.where, before, after, got)
    for text, why in kept:
        got = run(text, None)
        if got != text:
            yield Finding("noisy", f"keep ({why})", "rules/keep.toml", text, text, got)


def names(ruleset: Ruleset) -> Iterator[str]:
    """Yield a line for each kind: how many rules and examples hold it up."""
    for kind in ruleset.kinds:
        rules = [rule for rule in ruleset.rules if rule.kind == kind]
        yield f"{kind}: {len(rules)} rules, {sum(len(rule.examples) for rule in rules)} examples"
