"""A text that lacks what a pattern needs can hold no match, and the quick form says the same as the parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.ruleset import frozen
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import builtin
from cqclean.ruleset.needs import needs
from cqclean.ruleset.parts import pattern as part_pattern
from cqclean.ruleset.pattern import Pattern, pattern


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("加微信", ["信", "加", "微"]),
        ("加(?:微|薇)信?", ["加", "微薇"]),
        ("(?:加我|扫码)", ["加扫", "我码"]),
        ("[微薇]信", ["信", "微薇"]),
        ("微?信", ["信"]),
        ("加[::]群", [":", "加", "群"]),
        ("(?P<one>加)|(?P<one>群)", ["加群"]),
    ],
)
def test_what_a_pattern_needs(written: str, expected: list[str]) -> None:
    assert ["".join(sorted(signs)) for _, signs in needs(written)] == expected


@pytest.mark.parametrize(
    ("written", "figures"),
    [
        ("(?=.{0,9}群)[0-9]{5}", 5),
        ("1[3-9][0-9](?:-?[0-9]{4}){2}", 11),
        ("(?:[0-9]{3}|[0-9]-[0-9]x)[0-9]?", 2),
        ("(?:[0-9]a|bc)[0-9]", 1),
        ("(?=[0-9]{5})[0-9]", 1),
    ],
)
def test_how_many_figures_a_pattern_needs(written: str, figures: int) -> None:
    assert {signs: count for count, signs in needs(written)}[frozenset("0123456789")] == figures


@pytest.mark.parametrize("written", ["(?i)vx", "(?s:微)?", "[^微]", "微*", "(?<=微)[^信]", "[[:alpha:]]", r"\p{Han}"])
def test_what_can_not_be_told_needs_nothing(written: str) -> None:
    assert needs(written) == ()


@given(st.text(alphabet="加微薇信我扫码群0129,。 ", max_size=30))
def test_no_match_is_missed(text: str) -> None:
    for written in ("加(?:微|薇)信?", "(?:加我|扫码){1,2}", "(?=.{0,9}群)[0-9]{3}", "扫(?:一扫)?码|微信群", "(?:0|[12]9,)[0-9。]{2}"):
        fresh = Pattern(written)
        assert bool(fresh.search(text)) == bool(fresh.compiled.search(text))


def test_the_quick_form_knows_every_pattern_of_the_rules() -> None:
    marks = [part_pattern(mark["match"], "pitch") for mark in tables("pitch")["mark"]]
    guards = [part_pattern(guard["match"], "contact") for guard in tables("contact")["guard"]]
    rules = [pattern(rule.match) for rule in builtin().rules if rule.match and not rule.finder]
    unknown = [shape.written for shape in (*marks, *guards, *rules) if frozen.needs(shape.written) != needs(shape.written)]
    assert unknown == []
