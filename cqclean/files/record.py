"""What was done in a run, and how is it undone?

A record is JSON Lines, a line an edit, added before the file is replaced; so a killed run has recorded all that it changed. It is undone
from its end to its beginning, a file at a time, and only where the file still is what the run left.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, NamedTuple

from cqclean.files import Problem
from cqclean.files.encoding import Codec, encode
from cqclean.text.edits import Edit, apply

FIELDS = ("path", "encoding", "bom", "before", "after", "start", "end", "old", "new", "rule", "level", "confidence", "why")


def digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def lines_of(path: str, codec: Codec, texts: tuple[str, bytes, bytes], edits: Sequence[Edit]) -> bytes:
    """The record of one file; `texts` are its text, its bytes before and its bytes after.

    Paths are ASCII-escaped JSON, so that a name that is no UTF-8 survives.
    """
    text, before, after = texts
    head = {"path": path, "encoding": codec.name, "bom": codec.bom.hex(), "before": digest(before), "after": digest(after)}
    rows = (
        head | {"start": e.start, "end": e.end, "old": text[e.start : e.end]} | dict(zip(e._fields[2:], e[2:], strict=True)) for e in edits
    )
    return b"".join(_dump(row) + b"\n" for row in rows)


def _dump(row: dict[str, Any]) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(row).encode()


class Recorder:
    """A record open for adding to; what a killed run left unfinished at its end is cut off first."""

    def __init__(self, path: str) -> None:
        try:
            self._file = open(path, "a+b")  # noqa: SIM115
        except OSError as error:
            raise Problem(f"{path}: can't write the record: {error.strerror}") from error
        _cut_torn_line(self._file)

    def add(self, lines: bytes) -> None:
        """Add the lines of one file and hand them to the system, before the file itself is touched."""
        self._file.write(lines)
        self._file.flush()

    def close(self) -> None:
        os.fsync(self._file.fileno())
        self._file.close()


def _cut_torn_line(file: IO[bytes]) -> None:
    end = file.seek(0, os.SEEK_END)
    while end and _byte_before(file, end) != b"\n":
        end -= 1
    file.truncate(end)


def _byte_before(file: IO[bytes], end: int) -> bytes:
    file.seek(end - 1)
    return file.read(1)


class Undone(NamedTuple):
    """A file whose run was taken back, or the reason why it was not (None: done, "": it was as before already)."""

    path: str
    problem: str | None


class _Group(NamedTuple):
    """Where the lines of one file stand in the record."""

    offset: int
    size: int
    line: int


def revert(path: str, allowed: Callable[[str], bool], write: Callable[[str, bytes], None]) -> Iterator[Undone]:
    """Undo a record, the last file first."""
    if not os.path.isfile(path):
        raise Problem(f"{path}: can't read the record: {'a folder' if os.path.isdir(path) else 'no such file'}")
    try:
        with open(path, "rb") as file:
            for group in reversed(list(_groups(file, path))):
                file.seek(group.offset)
                yield _undo(_rows(file.read(group.size), path, group.line), allowed, write)
    except OSError as error:
        raise Problem(f"{path}: can't read the record: {error.strerror}") from error


def _groups(file: IO[bytes], path: str) -> Iterator[_Group]:
    """Join the lines of one file in one run; where a killed run and the next recorded the same file, its edits begin anew."""
    key, offset, line, at, last = None, 0, 1, 0, -1
    for number, raw in enumerate(file, 1):
        if raw.endswith(b"\n"):  # a torn last line belongs to a file that was never replaced
            row = _row(raw, path, number)
            this = row["path"], row["before"], row["after"]
            if this != key or row["start"] <= last:
                if key is not None:
                    yield _Group(offset, at - offset, line)
                key, offset, line = this, at, number
            at, last = at + len(raw), row["start"]
    if key is not None:
        yield _Group(offset, at - offset, line)


def _row(raw: bytes, path: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Problem(f"{path}:{number}: not a line of a record: {error}") from error
    if not isinstance(row, dict) or any(not isinstance(row.get(name), _TYPES.get(name, str)) for name in FIELDS):
        raise Problem(f"{path}:{number}: not a line of a record: it needs {', '.join(FIELDS)}")
    return row


_TYPES: dict[str, Any] = {"start": int, "end": int, "confidence": (int, float)}


def _rows(data: bytes, path: str, line: int) -> list[dict[str, Any]]:
    return [_row(raw, path, line + n) for n, raw in enumerate(data.splitlines(keepends=True))]


def _undo(rows: list[dict[str, Any]], allowed: Callable[[str], bool], write: Callable[[str, bytes], None]) -> Undone:
    path = rows[0]["path"]
    try:
        if not allowed(path):
            return Undone(path, "outside of the current folder: name its folder after --revert RECORD to allow it")
        with open(path, "rb") as file:
            data = file.read()
        if digest(data) == rows[0]["before"]:
            return Undone(path, "")
        if digest(data) != rows[0]["after"]:
            return Undone(path, "changed since the run: left as it is")
        write(path, _restored(data, rows))
    except FileNotFoundError:
        return Undone(path, "no such file here: undo a run in the folder where it was made")
    except (OSError, ValueError) as error:
        return Undone(path, f"can't be undone: {getattr(error, 'strerror', None) or error}")
    except Problem as error:
        return Undone(path, str(error))
    return Undone(path, None)


def _restored(data: bytes, rows: list[dict[str, Any]]) -> bytes:
    """The bytes before the run; Problem if the record does not lead there."""
    codec = Codec(rows[0]["encoding"], bytes.fromhex(rows[0]["bom"]))
    try:
        text = data[len(codec.bom) :].decode(codec.name)
    except LookupError as error:
        raise Problem(f"the record names an unknown encoding: {codec.name}") from error
    shift, back = 0, []
    for row in rows:
        start = row["start"] + shift
        back.append(Edit(start, start + len(row["new"]), row["old"], row["rule"], row["level"], row["confidence"], row["why"]))
        shift += len(row["new"]) - (row["end"] - row["start"])
    before = encode(apply(text, back), codec)
    if digest(before) != rows[0]["before"]:
        raise Problem("the record does not lead back to the file before the run: left as it is")
    return before
