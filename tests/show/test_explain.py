"""Is a rule explained with its examples, and a wrong name answered?"""

import pytest

from cqclean.ruleset.load import builtin
from cqclean.show.explain import explain, listing, nearest


@pytest.mark.parametrize("rule", builtin().rules, ids=lambda rule: rule.id)
def test_each_rule_can_be_explained(rule):
    lines = list(explain(rule))
    assert lines[0].startswith(rule.id)
    assert rule.why in lines


def test_the_list_has_a_line_a_rule():
    assert len(list(listing(builtin().rules))) == len(builtin().rules)
    assert list(listing([])) == []


def test_the_nearest_name():
    assert nearest("varaint-zui", builtin()) == "unknown rule 'varaint-zui': did you mean 'variant-zui'?"
    assert "--list-rules" in nearest("qqqqqqqq", builtin())
