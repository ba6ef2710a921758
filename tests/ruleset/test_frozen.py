"""The quick form of the built-in rules says what the TOML files say."""

import json

from cqclean.ruleset import files, frozen
from cqclean.ruleset.freeze import freeze
from cqclean.ruleset.load import builtin, load


def test_the_frozen_rules_are_those_of_the_files() -> None:
    stale = "python -m cqclean.ruleset.freeze writes it anew"
    for name, entry in freeze().items():
        assert json.loads(files.read(f"{files.FROZEN}/{name}.json")) == json.loads(json.dumps(entry)), stale


def test_the_built_in_rules_hold_no_mistake() -> None:
    assert [rule.id for rule in load(f"{files.RULES}/{name}.toml" for name in files.names()).rules] == [rule.id for rule in builtin().rules]


def test_a_file_that_changed_is_read_anew(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    frozen.tables.cache_clear()
    monkeypatch.setattr(frozen, "_frozen", lambda name: {"crc32": 0, "tables": {}})
    assert frozen.tables("variant")["rule"]
    frozen.tables.cache_clear()
