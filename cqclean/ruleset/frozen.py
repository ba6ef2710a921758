"""How are the built-in rule files read quickly?

Parsing TOML costs more than cleaning most texts. `rules/data/frozen.json` holds the parsed tables of every built-in rule file beside
the checksum of its source, and what each pattern needs (needs.py); a file that has changed since is parsed again, so an edit never
needs a build step to take effect. freeze.py writes it.
"""

import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from cqclean.ruleset import whole
from cqclean.ruleset.needs import Needs

_HERE = Path(__file__).resolve().parents[1]
RULES = next(folder for folder in (_HERE / "rules", _HERE.parent / "rules") if folder.is_dir())  # inside a wheel, else a checkout
FROZEN = RULES / "data/frozen.json"
WHOLE = "whole"  # the key of a rule's whole lines, read as `when` and `match`
LINE = "#line"  # a key that no one can write in a file without quotes
NEEDS = "#needs"  # a name that no rule file has: what each pattern needs, by the pattern's checksum
KEEP = "keep.toml"  # what no rule may touch: read by the self-test alone


@cache
def files() -> tuple[Path, ...]:
    """The rule files that cqclean ships, in order."""
    return tuple(path for path in sorted(RULES.glob("*.toml")) if path.name != KEEP)


@cache
def tables(name: str) -> dict[str, Any]:
    """All tables of a built-in rule file; its rules carry the number of their line under LINE."""
    source = (RULES / f"{name}.toml").read_bytes()
    entry = _frozen().get(name)
    return entry["tables"] if entry and entry["crc32"] == zlib.crc32(source) else parse(source.decode())


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
    return raw


def _entry_lines(source: str) -> list[int]:
    return [number for number, line in enumerate(source.split("\n"), 1) if line.split("#")[0].strip() == "[[rule]]"]


def needs(match: str) -> Needs | None:
    """What a built-in pattern needs, as needs.needs says; None for a pattern that is not known."""
    known = _frozen().get(NEEDS, {}).get(checksum(match))
    return None if known is None else tuple((count, frozenset(signs)) for count, signs in known)


def checksum(match: str) -> str:
    """What a pattern is known by."""
    return f"{zlib.crc32(match.encode()):x}-{len(match):x}"


@cache
def _frozen() -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(FROZEN.read_bytes())
    except (OSError, ValueError):
        return {}
    return content
