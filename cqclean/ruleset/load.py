"""How does a rule file become rules?

Every mistake is collected with file, line, id and remedy, so that an author mends a file in one go.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any

from cqclean.ruleset.files import names
from cqclean.ruleset.frozen import LINE, parse, tables
from cqclean.ruleset.rule import Example, Rule
from cqclean.settings import Settings


class RuleError(ValueError):
    """Mistakes in rule files, a line each: file, line, id, what is wrong and what to do."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class Ruleset:
    """Checked rules in the order of their files."""

    def __init__(self, rules: tuple[Rule, ...] = ()) -> None:
        self.rules = rules

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def kind_of(self) -> dict[str, str]:
        return {rule.id: rule.kind for rule in self.rules}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(rule.kind for rule in self.rules))

    def of(self, *actions: str) -> tuple[Rule, ...]:
        """The rules of these actions."""
        return tuple(rule for rule in self.rules if rule.action in actions)

    def unknown(self, names: Iterable[str]) -> Iterator[str]:
        """Yield a warning for each name that is neither an id, nor a kind, nor a finder."""
        from cqclean.ruleset.mistakes import nearest

        known = {name for rule in self.rules for name in _names(rule)}
        for name in names:
            if name not in known:
                yield f"unknown rule or kind {name!r}{nearest(name, known, 'cqclean --list-rules shows them all')}"

    def chosen(self, settings: Settings) -> "Ruleset":
        """The rules that settings leave in force, at the levels they give them."""
        profile = tables("profiles")[settings.profile]
        settings = settings._replace(ignore=(*settings.ignore, *profile.get("ignore", ())))
        preset = profile.get("safe", ())
        return Ruleset(tuple(_levelled(rule, settings, preset) for rule in self.rules if _selected(rule, settings)))


def _names(rule: Rule) -> set[str]:
    """What selects a rule: its id, its kind, or the finder that decides for it."""
    return {rule.id, rule.kind, rule.finder} - {""}


def _selected(rule: Rule, settings: Settings) -> bool:
    names = _names(rule)
    if settings.kinds and rule.kind not in settings.kinds:
        return False
    return not (settings.select and names.isdisjoint(settings.select)) and names.isdisjoint(settings.ignore)


def _levelled(rule: Rule, settings: Settings, preset: Sequence[str]) -> Rule:
    for level, chosen in (("safe", settings.extend_safe), ("unsafe", settings.extend_unsafe), ("safe", preset)):
        if not _names(rule).isdisjoint(chosen) and not (chosen is preset and rule.level == "review"):
            return rule._replace(level=level)
    return rule


_shipped = cache(names)


def load(paths: Iterable[str | os.PathLike[str]]) -> Ruleset:
    """Read rule files. Raises RuleError with every mistake in them, OSError where one can't be read."""
    rules: list[Rule] = []
    mistakes: list[str] = []
    for path in paths:
        _read(os.fspath(path), rules, mistakes)
    if mistakes:
        raise RuleError(mistakes)
    return Ruleset(tuple(rules))


@cache
def builtin() -> Ruleset:
    """The rules that cqclean ships; their mistakes are looked for by the tests, not at each start."""
    return Ruleset(tuple(_rule(raw, name, f"rules/{name}.toml") for name in names() for raw in tables(name).get("rule", ())))


def with_extra(paths: tuple[str, ...]) -> Ruleset:
    """The built-in rules and those of more files; a rule of the same id takes the place of the built-in one."""
    if not paths:
        return builtin()
    return Ruleset(tuple({rule.id: rule for rule in (*builtin().rules, *load(paths).rules)}.values()))


def _read(path: str, rules: list[Rule], mistakes: list[str]) -> None:
    from cqclean.ruleset.mistakes import mistakes_of

    folder, name = os.path.split(path)
    shown = f"{os.path.basename(folder)}/{name}"
    try:
        with open(path, encoding="utf-8") as file:
            entries = parse(file.read()).get("rule", [])
    except ValueError as error:  # of TOML or of UTF-8
        mistakes.append(f"{shown}: not a rule file: {error}")
        return
    if not isinstance(entries, list):
        mistakes.append(f"{shown}: rules are written as [[rule]], with two brackets")
        return
    seen = {rule.id: rule.where for rule in rules}
    for raw in entries:
        where, ident = f"{shown}:{raw[LINE]}", raw.get("id", "?")
        found = list(mistakes_of(raw)) + ([f"id is taken by {seen[ident]}: choose another"] if ident in seen else [])
        mistakes += [f"{where}: {ident}: {mistake}" for mistake in found]
        if not found:
            rules.append(_rule(raw, os.path.splitext(name)[0], shown))
            seen[ident] = where


def _rule(raw: dict[str, Any], kind: str, shown: str) -> Rule:
    values = {("with_" if key == "with" else key): value for key, value in raw.items() if key != LINE}
    values |= {"when": tuple(raw.get("when") or _shared(raw, kind)), "unless": tuple(raw.get("unless", ()))}
    values["examples"] = tuple(Example(*pair) for pair in raw["examples"].items())
    return Rule(**{"kind": kind, "where": f"{shown}:{raw[LINE]}", **values})


def _shared(raw: dict[str, Any], kind: str) -> Iterable[str]:
    """The literals that all rules of a finder share: `when` of the finder's own table in a file that cqclean ships."""
    finder = raw.get("finder", "")
    if not finder or kind not in _shipped():
        return ()
    found: Iterable[str] = tables(kind).get(finder, {}).get("when", ())
    return found
