"""What is in the quick form of the rules?

python -m cqclean.ruleset.freeze        # write it anew, after a change of rules (a test says when it is due)
"""

import json
import os
import zlib
from collections.abc import Iterator
from typing import Any

from cqclean.ruleset.files import FROZEN, RULES, names, read_bytes
from cqclean.ruleset.files import checksum as checksum_of_files
from cqclean.ruleset.frozen import NEEDS, checksum, parse
from cqclean.ruleset.load import builtin
from cqclean.ruleset.needs import needs
from cqclean.ruleset.parts import written_out
from cqclean.ruleset.quiet import QUIET
from cqclean.text.fold import table

COPIES = ("folded", "text")  # that a rule may match on
WORDS = ("id", "name", "why", "kind", "level", "action", "family", "reach")  # keys whose texts are no patterns


def freeze() -> dict[str, Any]:
    """What the files of the quick form should hold, by their names without ending."""
    data = sorted(f"data/{name.removesuffix('.toml')}" for name in os.listdir(os.path.join(RULES, "data")) if name.endswith(".toml"))
    sources = {name: read_bytes(f"{name}.toml") for name in (*names(), *data)}
    content: dict[str, Any] = {name: {"crc32": zlib.crc32(source), "tables": parse(source.decode())} for name, source in sources.items()}
    written = {pattern for entry in content.values() for pattern in _patterns(entry["tables"], entry["tables"].get("parts", {}))}
    content[NEEDS] = {
        checksum(pattern): [(count, "".join(sorted(signs))) for count, signs in needs(pattern)] for pattern in sorted(written)
    }
    return content


def quiet() -> str:
    """What quiet.py asks: the literals that may occur in ASCII."""
    folds = {char: reading for char, reading in table().items() if char.isascii()}
    literals = {on: sorted({word for rule in builtin().rules if rule.on == on for word in rule.when if word.isascii()}) for on in COPIES}
    return "\n".join([checksum_of_files(), "".join(folds), "".join(folds.values()), *literals["folded"], "", *literals["text"]]) + "\n"


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


def write() -> None:
    """Write the quick form."""
    for name, entry in freeze().items():
        path = os.path.join(RULES, FROZEN, f"{name}.json")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")
    with open(os.path.join(RULES, QUIET), "w", encoding="utf-8") as file:
        file.write(quiet())


if __name__ == "__main__":
    write()
