"""The rules prove themselves: every example, and keep.toml under all rules."""

from functools import cache

import pytest

from cqclean import Cleaner, Settings
from cqclean.ruleset.load import builtin
from cqclean.ruleset.rule import Example, Rule
from cqclean.ruleset.selftest import check, keep


@cache
def cleaner(rule: str | None) -> Cleaner:
    around = ("structure",) if rule and builtin().by_id[rule].needs == "page" else ()  # what takes the text for a page
    return Cleaner() if rule is None else Cleaner(Settings(select=(rule, *around), extend_safe=(rule,), force=True))


def run(text: str, rule: str | None) -> str:
    return cleaner(rule).clean(text).text


@pytest.mark.parametrize("rule", [rule for rule in builtin().rules if rule.action != "convert"], ids=lambda rule: rule.id)
def test_a_rule_does_what_its_examples_say(rule: Rule) -> None:
    assert [str(finding) for finding in check([rule], run)] == []


def test_no_rule_touches_what_must_stay() -> None:
    assert [str(finding) for finding in check([], run, keep())] == []


def test_findings_are_told_apart() -> None:
    rule = Rule("r", "k", "delete", "safe", "", examples=(Example("甲", "甲"), Example("乙", ""), Example("丙", "")))
    answers = {"甲": "", "乙": "乙", "丙": "丁"}
    assert [finding.kind for finding in check([rule], lambda text, ident: answers[text] if ident else text)] == [
        "noisy",
        "missing",
        "wrong",
    ]
