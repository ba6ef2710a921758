"""How is one field of JSON Lines cleaned and every other byte left as it is?

Only the string of the field is replaced in its line: order, spacing, numbers and escapes of the rest stay. A line that is no JSON
object, or in which the field is no string, goes through unchanged and is reported with its number.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from cqclean.cleaner import Result

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()
_BOM = "\ufeff"


class Row(NamedTuple):
    """A line on its way out. problem: why it was not cleaned; result: what was done to its field."""

    number: int
    line: bytes
    problem: str | None = None
    result: Result | None = None


def rows(lines: Iterable[bytes], field: str, clean: Callable[[str], Result], report: bool = False) -> Iterator[Row]:
    """Clean a field (`text`, or `meta.text` inside an object) of each line; `report` adds a member "cqclean" with counts."""
    path = field.split(".")
    for number, raw in enumerate(lines, 1):
        yield _row(number, raw, path, clean, report) if raw.strip() else Row(number, raw)


def _row(number: int, raw: bytes, path: list[str], clean: Callable[[str], Result], report: bool) -> Row:
    try:
        line = raw.decode()
        first = _skip(line, 1 if number == 1 and line.startswith(_BOM) else 0)
        _, last = _DECODER.raw_decode(line, first)
        if _skip(line, last) < len(line):
            raise ValueError("more after the object")
        start, end = _find(line, first, path)
        value, _ = scanstring(line, start + 1)
    except (ValueError, RecursionError) as error:
        return Row(number, raw, f"not cleaned: {error}")
    result = clean(value)
    new = line if result.text == value else line[:start] + _quoted(result.text, line[start:end]) + line[end:]
    return Row(number, (_with_report(new, result) if report else new).encode(), None, result)


def _find(line: str, at: int, path: list[str]) -> tuple[int, int]:
    """Where the string of a field stands, quotes included; ValueError says why there is none."""
    at = _skip(line, at)
    if line[at : at + 1] != "{":
        raise ValueError("no JSON object")
    wanted: tuple[int, int] | None = None
    for key, start, end in _members(line, at):
        if key == path[0]:
            wanted = start, end
    if wanted is None:
        raise ValueError(f"no field {path[0]!r}")
    if len(path) > 1:
        return _find(line, wanted[0], path[1:])
    if line[wanted[0]] != '"':
        raise ValueError(f"field {path[0]!r} is no string")
    return wanted


def _members(line: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Yield each key of the object at `at`, which is known to be valid, and where its value starts and ends."""
    at = _skip(line, at + 1)
    while line[at] != "}":
        key, at = scanstring(line, at + 1)
        start = _skip(line, _skip(line, at) + 1)
        _, end = _DECODER.raw_decode(line, start)
        yield key, start, end
        at = _skip(line, end)
        at = _skip(line, at + 1) if line[at] == "," else at


def _skip(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at


def _quoted(text: str, before: str) -> str:
    """A JSON string, in ASCII if the one before was or if it holds half a surrogate pair."""
    escaped = before.isascii() and "\\u" in before
    return json.dumps(text, ensure_ascii=escaped or any("\ud800" <= character <= "\udfff" for character in text))


def _with_report(line: str, result: Result) -> str:
    end = line.rindex("}")
    counts: dict[str, Any] = {"changes": len(result.applied), "held": len(result.held), "rules": sorted({e.rule for e in result.applied})}
    comma = "" if line[:end].rstrip().endswith("{") else ", "
    return f'{line[:end]}{comma}"cqclean": {json.dumps(counts)}{line[end:]}'
