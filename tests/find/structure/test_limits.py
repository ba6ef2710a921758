"""The limits of structure come from its rule file, and a mistake there is named."""

import subprocess
import sys
from typing import Any

import pytest

from cqclean.find import structure
from cqclean.find.structure import limits
from cqclean.find.structure.lexicon import lexicon
from cqclean.ruleset import typed
from cqclean.ruleset.frozen import tables

TITLE = {
    "reach": 30,
    "size": [6, 48],
    "shared": 0.25,
    "rival": 1,
    "denser": 0.5,
    "speaks": 0.2,
    "unlike": 3.0,
    "named": 8,
    "begins": 0.9,
    "text": 0.5,
}
TITLE["maybe"] = ["nav"]


@pytest.mark.parametrize("name", limits.TABLES)
def test_each_table_is_read(name: str) -> None:
    table = getattr(limits, name)
    assert vars(table).keys() == tables("structure")[name].keys()
    assert getattr(limits, name) is table


def test_the_file_has_no_other_tables() -> None:
    assert set(tables("structure")) == {"rule", *limits.TABLES}


def test_every_kind_named_is_a_kind_of_furniture() -> None:
    sets = [value for name in limits.TABLES for value in vars(getattr(limits, name)).values() if isinstance(value, frozenset)]
    assert sets
    assert frozenset().union(*sets) <= lexicon().kinds.keys()


def test_values_have_the_types_that_the_code_expects() -> None:
    title = typed.read(limits.Title, TITLE, limits.FILE)
    assert (title.reach, title.size, title.maybe) == (30, (6, 48), {"nav"})
    assert isinstance(title.rival, float)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"reech": 3}, "unknown key 'reech': did you mean 'reach'?"),
        ({"reach": 2.5}, "reach = 2.5 is not a whole number"),
        ({"reach": True}, "reach = True is not a whole number"),
        ({"shared": "half"}, "shared = 'half' is not a number"),
        ({"size": [6]}, "size = [6] is not a list of 2 whole numbers"),
        ({"size": 6}, "size = 6 is not a list of 2 whole numbers"),
        ({"maybe": "nav"}, "maybe = 'nav' is not a list of words"),
        ({"maybe": [1]}, "maybe = [1] is not a list of words"),
    ],
)
def test_a_mistake_is_named_with_file_and_table(change: dict[str, Any], message: str) -> None:
    with pytest.raises(typed.TableError) as caught:
        typed.read(limits.Title, TITLE | change, limits.FILE)
    assert str(caught.value) == f"rules/structure.toml: [title]: {message}"


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(typed.TableError) as caught:
        typed.read(limits.Title, {"reach": 30, "size": [6, 48]}, limits.FILE)
    assert [line.split(": ")[-1] for line in str(caught.value).splitlines()] == [
        f"{key} is missing" for key in ("shared", "rival", "denser", "speaks", "unlike", "named", "begins", "text", "maybe")
    ]


def test_no_other_name_is_a_table() -> None:
    with pytest.raises(AttributeError, match="tial"):
        limits.tial  # noqa: B018


def test_nothing_is_read_at_import() -> None:
    probe = "import cqclean.cleaner; from cqclean.find.structure import limits; print(limits.TABLES.keys() & vars(limits).keys())"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.strip() == "set()"


def test_a_text_of_fewer_lines_than_kinds_of_furniture_is_no_page() -> None:
    assert limits.plan.kinds >= structure.LEAST
