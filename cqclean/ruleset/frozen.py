"""How are the built-in rule files read quickly?

Parsing TOML costs more than cleaning most texts. `rules/data/frozen.json` holds the parsed tables of every built-in rule file beside
the checksum of its source; a file that has changed since is parsed again, so an edit never needs a build step to take effect.

    python -m cqclean.ruleset.frozen        # write it anew, after a change of rules (a test says when it is due)
"""

import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parents[1]
RULES = next(folder for folder in (_HERE / "rules", _HERE.parent / "rules") if folder.is_dir())  # inside a wheel, else a checkout
FROZEN = RULES / "data/frozen.json"
LINE = "#line"  # a key that no one can write in a file without quotes
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


@cache
def _frozen() -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(FROZEN.read_bytes())
    except (OSError, ValueError):
        return {}
    return content


def freeze() -> str:
    """What frozen.json should hold."""
    names = [path.relative_to(RULES).with_suffix("").as_posix() for path in (*files(), *sorted((RULES / "data").glob("*.toml")))]
    sources = {name: (RULES / f"{name}.toml").read_bytes() for name in names}
    content = {name: {"crc32": zlib.crc32(source), "tables": parse(source.decode())} for name, source in sources.items()}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    FROZEN.write_text(freeze(), encoding="utf-8")
