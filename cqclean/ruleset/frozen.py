"""How are the built-in rule files read quickly?

Parsing TOML costs more than cleaning most texts. `rules/data/frozen` holds the parsed tables of each built-in rule file beside the checksum
of its source, and what each pattern needs (needs.py); a file that has changed since is parsed again, so an edit never needs a build step
to take effect. freeze.py writes it.
"""

import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

from cqclean.ruleset import columns, whole
from cqclean.ruleset.files import FROZEN, read_bytes
from cqclean.text import programs

if TYPE_CHECKING:
    from cqclean.ruleset.needs import Needs

WHOLE = "whole"  # the key of a rule's whole lines, read as `when` and `match`
COMBINE = "combine"  # ... whose columns spell literals of `when`
LINE = "#line"  # a key that no one can write in a file without quotes
NEEDS = "needs"  # what each pattern needs, by the pattern's checksum; no rule file has this name


@cache
def tables(name: str) -> dict[str, Any]:
    """All tables of a built-in rule file; its rules carry the number of their line under LINE."""
    source, entry = read_bytes(f"{name}.toml"), _frozen(name)
    found: dict[str, Any] = entry["tables"] if entry.get("crc32") == zlib.crc32(source) else parse(source.decode())
    return found


def parse(source: str) -> dict[str, Any]:
    """Parse a rule file's text. Raises tomllib.TOMLDecodeError."""
    import tomllib

    raw = tomllib.loads(source)
    rules = raw.get("rule")
    if isinstance(rules, list):
        for entry, line in zip(rules, _entry_lines(source), strict=False):
            entry[LINE] = line
            if WHOLE in entry and "match" not in entry and whole.is_list(entry[WHOLE]):
                entry |= whole.written(entry.pop(WHOLE))
            if columns.is_list(entry.get(COMBINE)):
                entry["when"] = list(dict.fromkeys([*entry.get("when", []), *columns.spelled(entry.pop(COMBINE))]))
    return raw


def _entry_lines(source: str) -> list[int]:
    return [number for number, line in enumerate(source.split("\n"), 1) if line.split("#")[0].strip() == "[[rule]]"]


def needs(match: str) -> "Needs | None":
    """What a built-in pattern needs, as needs.needs says; None for a pattern that is not known."""
    known = _needs().get(checksum(match))
    return None if known is None else tuple((count, frozenset(signs)) for count, signs in known)


def checksum(match: str) -> str:
    """What a pattern is known by."""
    return f"{zlib.crc32(match.encode()):x}-{len(match):x}"


@cache
def _needs() -> dict[str, Any]:
    return _frozen(NEEDS)


def _frozen(name: str) -> dict[str, Any]:
    try:
        content: dict[str, Any] = parsed(f"{FROZEN}/{name}.json")
    except (OSError, ValueError):
        return {}
    return content


def parsed(name: str) -> Any:
    """What a JSON file below rules/ holds; once read, it is kept as compiled patterns are (programs.py), which is quicker still."""
    data = read_bytes(name)
    (found,) = programs.program(("json", f"{name} {zlib.crc32(data):x} {len(data):x}", 0), lambda: (_loaded(data),))
    return found


def _loaded(data: bytes) -> Any:
    import json

    return json.loads(data)
