"""What does a rule do, why does it exist, and how safe is it?"""

import difflib
from collections.abc import Iterable, Iterator

from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Example, Rule
from cqclean.show.visible import visible

LEVELS = {
    "safe": "applied without being asked",
    "unsafe": "only shown; applied with --unsafe",
    "review": "only shown: for a person to decide",
}
_NOT_FOUND = "cqclean --list-rules shows them all"


def explain(rule: Rule) -> Iterator[str]:
    """Yield the lines that explain a rule."""
    yield f"{rule.id} ({rule.kind}, {rule.action}) [{rule.level}: {LEVELS[rule.level]}]"
    yield ""
    yield rule.why
    changed = [example for example in rule.examples if not example.stays]
    kept = [example for example in rule.examples if example.stays]
    if changed:
        yield from ("", "Changes:", *(f"    {_arrow(example)}" for example in changed))
    if kept:
        yield from ("", "Leaves alone:", *(f"    {visible(example.before)}" for example in kept))
    yield ""
    yield f"Defined in {rule.where}; --ignore {rule.id} switches it off."


def _arrow(example: Example) -> str:
    return f"{visible(example.before)}  →  {visible(example.after) or '(removed)'}"


def listing(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield a line a rule, grouped by kind: id, level, action, why."""
    rows = sorted(rules, key=lambda rule: (rule.kind, rule.id))
    width = max((len(rule.id) for rule in rows), default=0)
    for rule in rows:
        yield f"{rule.id:{width}}  {rule.level:6}  {rule.action:10}  {rule.why}"


def nearest(name: str, ruleset: Ruleset) -> str:
    """The message for an id that no rule has, with the nearest that exists."""
    near = difflib.get_close_matches(name, [*ruleset.by_id, *ruleset.kinds], 1)
    return f"unknown rule {name!r}" + (f": did you mean {near[0]!r}?" if near else f"; {_NOT_FOUND}")
