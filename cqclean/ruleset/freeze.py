"""What is in the quick form of the rules?

python -m cqclean.ruleset.freeze        # write it anew, after a change of rules (a test says when it is due)
"""

import json
import zlib
from collections.abc import Iterator
from typing import Any

from cqclean.ruleset.frozen import FROZEN, NEEDS, RULES, checksum, files, parse
from cqclean.ruleset.needs import needs
from cqclean.ruleset.parts import written_out

WORDS = ("id", "name", "why", "kind", "level", "action", "family", "reach")  # keys whose texts are no patterns


def freeze() -> str:
    """What frozen.json should hold."""
    paths = (*files(), *sorted((RULES / "data").glob("*.toml")))
    sources = {path.relative_to(RULES).with_suffix("").as_posix(): path.read_bytes() for path in paths}
    content: dict[str, Any] = {name: {"crc32": zlib.crc32(source), "tables": parse(source.decode())} for name, source in sources.items()}
    written = {pattern for entry in content.values() for pattern in _patterns(entry["tables"], entry["tables"].get("parts", {}))}
    content[NEEDS] = {
        checksum(pattern): [(count, "".join(sorted(signs))) for count, signs in needs(pattern)] for pattern in sorted(written)
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _patterns(value: Any, parts: dict[str, str]) -> Iterator[str]:
    """Every text of a file's tables that may be a pattern, with its named parts written out."""
    if isinstance(value, list):
        for entry in value:
            if isinstance(entry, dict):
                yield from _patterns(entry, parts)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in (*WORDS, "parts", "examples"):
                yield from _patterns(inner, parts)
    elif isinstance(value, str):
        yield written_out(value, parts)


if __name__ == "__main__":
    FROZEN.write_text(freeze(), encoding="utf-8")
