"""How is one field of JSON Lines cleaned and every other byte left as it is?

Only the string of the field is replaced in its line: order, spacing, numbers and escapes of the rest stay. A line that is no JSON
object, or in which the field is no string, goes through unchanged and is reported with its number.
"""

import json
import re
from collections.abc import Callable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NamedTuple

from cqclean.cleaner import Result

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()
_BOM = "\ufeff"


class Row(NamedTuple):
    """A line on its way out. problem: why it was not cleaned; text: its field as it was; result: what was done to it."""

    number: int
    line: bytes
    problem: str | None = None
    text: str = ""
    result: Result | None = None


def row(number: int, raw: bytes, field: str, clean: Callable[[str], Result], report: bool = False) -> Row:
    """Clean a field (`text`, or `meta.text` inside an object) of one line; `report` adds a member "cqclean" with counts."""
    if not raw.strip():
        return Row(number, raw)
    try:
        line = raw.decode()
        first = _skip(line, 1 if number == 1 and line.startswith(_BOM) else 0)
        _, last = _DECODER.raw_decode(line, first)
        if _skip(line, last) < len(line):
            raise ValueError("more after the object")
        start, end = _find(line, first, field.split("."))
        value, _ = scanstring(line, start + 1)
    except (ValueError, RecursionError) as error:
        return Row(number, raw, f"not cleaned: {error}")
    result = clean(value)
    new = line if result.text == value else line[:start] + _quoted(result.text, line[start:end]) + line[end:]
    return Row(number, (_with_report(new, result) if report else new).encode(), None, value, result)


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
    """The line with the counts of its result as the member "cqclean", which an earlier run may have put there."""
    counts = {"changes": len(result.applied), "held": len(result.held), "rules": sorted({edit.rule for edit in result.applied})}
    members = list(_members(line, line.index("{")))
    for key, start, end in members:
        if key == "cqclean":
            return line[:start] + json.dumps(counts) + line[end:]
    last = line.rindex("}")
    return f'{line[:last]}{", " if members else ""}"cqclean": {json.dumps(counts)}{line[last:]}'
