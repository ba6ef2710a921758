"""Where do the files lie that rules come from?

This module and quiet.py are all that a text needs in which nothing is to be done: they import next to nothing.
"""

import os
import zlib

TYPE_CHECKING = False  # as `typing` has it, which takes longer to import than this module
if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RULES = next(  # inside a wheel, else a checkout; os.path, as pathlib takes longer to import than the rules to read
    folder for home in (_HERE, os.path.dirname(_HERE)) if os.path.isdir(folder := os.path.join(home, "rules"))
)
FROZEN = "data/frozen"  # the quick forms that freeze.py writes
KEEP = "keep"  # what no rule may touch: read by the self-test alone


def read_bytes(name: str) -> bytes:
    """A file below rules/."""
    with open(os.path.join(RULES, name), "rb") as file:
        return file.read()


def read(name: str) -> str:
    """A text file below rules/."""
    return read_bytes(name).decode()


def names() -> tuple[str, ...]:
    """The rule files that cqclean ships, in order, without their ending."""
    stems = sorted(name.removesuffix(".toml") for name in os.listdir(RULES) if name.endswith(".toml"))
    return tuple(name for name in stems if name != KEEP)


def checksum() -> str:
    """What all rule files say, as a number."""
    return checksum_of(read_bytes(f"{name}.toml") for name in names())


def checksum_of(sources: "Iterable[bytes]") -> str:
    """What sources say, as a number."""
    found = 0
    for source in sources:
        found = zlib.crc32(source, found)
    return f"{found:x}"
