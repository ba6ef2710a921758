"""How are the built-in rule files read quickly?

Parsing TOML costs more than cleaning most texts. `rules/data/frozen.json` holds the parsed tables of every built-in rule file beside
the checksum of its source; a file that has changed since is parsed again, so an edit never needs a build step to take effect.

    python -m cqclean.ruleset.frozen        # write it anew, after a change of rules (a test says when it is due)
"""

import json
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from cqclean.ruleset.needs import Needs
from cqclean.ruleset.needs import needs as of_pattern

_HERE = Path(__file__).resolve().parents[1]
RULES = next(folder for folder in (_HERE / "rules", _HERE.parent / "rules") if folder.is_dir())  # inside a wheel, else a checkout
FROZEN = RULES / "data/frozen.json"
LINE = "#line"  # a key that no one can write in a file without quotes
NEEDS = "#needs"  # a name that no rule file has: what each pattern needs, by the pattern's checksum
WORDS = ("id", "name", "why", "kind", "level", "action", "family", "reach")  # keys whose texts are no patterns
KEEP = "keep.toml"  # what no rule may touch: read by the self-test alone


def files() -> list[Path]:
    """The rule files that cqclean ships, in order."""
    return [path for path in sorted(RULES.glob("*.toml")) if path.name != KEEP]


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
    return raw


def _entry_lines(source: str) -> list[int]:
    return [number for number, line in enumerate(source.split("\n"), 1) if line.split("#")[0].strip() == "[[rule]]"]


def needs(match: str) -> Needs | None:
    """What a built-in pattern needs, as needs.needs says; None for a pattern that is not known."""
    known = _frozen().get(NEEDS, {}).get(_checksum(match))
    return None if known is None else tuple(map(frozenset, known))


def _checksum(match: str) -> str:
    return f"{zlib.crc32(match.encode()):x}-{len(match):x}"


@cache
def _frozen() -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(FROZEN.read_bytes())
    except (OSError, ValueError):
        return {}
    return content


def _patterns(tables: dict[str, Any]) -> Iterator[str]:
    """Every text of a file's tables that may be a pattern, with its named parts written out."""
    from cqclean.ruleset.parts import written_out

    parts, waiting = tables.get("parts", {}), [tables]
    while waiting:
        for key, value in waiting.pop().items():
            if isinstance(value, str) and key not in WORDS:
                yield written_out(value, parts)
            elif key not in ("parts", "examples"):
                waiting += (
                    [value]
                    if isinstance(value, dict)
                    else [entry for entry in value if isinstance(entry, dict)]
                    if isinstance(value, list)
                    else []
                )


def freeze() -> str:
    """What frozen.json should hold."""
    names = [path.relative_to(RULES).with_suffix("").as_posix() for path in (*files(), *sorted((RULES / "data").glob("*.toml")))]
    sources = {name: (RULES / f"{name}.toml").read_bytes() for name in names}
    content: dict[str, Any] = {name: {"crc32": zlib.crc32(source), "tables": parse(source.decode())} for name, source in sources.items()}
    patterns = {pattern for name in names for pattern in _patterns(content[name]["tables"])}
    content[NEEDS] = {_checksum(pattern): list(map("".join, map(sorted, of_pattern(pattern)))) for pattern in sorted(patterns)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    FROZEN.write_text(freeze(), encoding="utf-8")
