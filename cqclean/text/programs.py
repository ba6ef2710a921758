"""Where does what was compiled stay from one call of the command to the next?

To compile a pattern takes a hundred times as long as to load it compiled, and all that a page needs take longer than everything else
together. So what one call compiled is kept for the next, as Python keeps its bytecode: one file a version of Python, in the user's cache
folder. It may be deleted at any time; where it can't be read or written, patterns are compiled each time. The file is an index and a
piece for each program, so that a call reads those alone that it needs.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

Key = tuple[str, str, int]  # the engine with its version, the pattern, the flags
Program = tuple[Any, ...]  # what the engine makes a pattern of without reading it again; numbers, texts, bytes and tables of them
Pieces = dict[Key, bytes]  # programs as they are written, by their keys with a checksum in place of the pattern
LIMIT = 4000  # programs in the file; those of rules that have changed since pile up, so a fuller one is begun anew
NUMBER = 4  # bytes of a number before the content: the length of the index and its checksum; an engine trusts a program blindly

_made: Pieces = {}  # by this process


def program(key: Key, make: Callable[[], Program]) -> Program:
    """The program of a pattern: what an earlier call made, else what `make` gives, noted for keep()."""
    kept = _kept().get(_short(key))
    written, found = marshal.loads(kept) if kept else ("", None)
    if found is None or written != key[1]:
        found = make()
        _made[_short(key)] = marshal.dumps((key[1], found))
    return tuple(found)


def keep() -> None:
    """Write what this process compiled beside what is there."""
    if not _made:
        return
    pieces = {**_read().all(), **_made}
    try:
        _write(_joined(pieces if len(pieces) <= LIMIT else _made))
    except OSError:
        return  # a home that can't be written to, or none
    _made.clear()


def _short(key: Key) -> Key:
    engine, written, flags = key
    return engine, f"{zlib.crc32(written.encode('utf-8', 'surrogatepass')):x}", int(flags)


def _joined(pieces: Pieces) -> bytes:
    places, at = {}, 0
    for key, piece in pieces.items():
        places[key] = at, at + len(piece), zlib.crc32(piece)
        at += len(piece)
    index = marshal.dumps(places)
    head = (number.to_bytes(NUMBER, "big") for number in (len(index), zlib.crc32(index)))
    return b"".join((*head, index, *pieces.values()))


def _write(content: bytes) -> None:
    path = _path()
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    beside = f"{path}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    finally:
        if os.path.exists(beside):  # a full disk
            os.remove(beside)


class _Kept:
    """What the file of an earlier call holds; a piece that was harmed is none."""

    def __init__(self, content: bytes) -> None:
        size, check = (int.from_bytes(content[at : at + NUMBER], "big") for at in (0, NUMBER))
        index, self._pieces = content[2 * NUMBER : 2 * NUMBER + size], content[2 * NUMBER + size :]
        self._places: dict[Key, tuple[int, int, int]] = marshal.loads(index) if size and check == zlib.crc32(index) else {}

    def get(self, key: Key) -> bytes | None:
        start, end, check = self._places.get(key, (0, 0, 0))
        piece = self._pieces[start:end]
        return piece if piece and zlib.crc32(piece) == check else None

    def all(self) -> Pieces:
        return {key: piece for key in self._places if (piece := self.get(key)) is not None}


@cache
def _kept() -> _Kept:
    return _read()


def _read() -> _Kept:
    try:
        with open(_path(), "rb") as file:
            return _Kept(file.read())
    except OSError:
        return _Kept(b"")


def _path() -> str:
    """The file, in the folder that the system has for such things."""
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA", "~/AppData/Local")
    else:
        home = os.environ.get("XDG_CACHE_HOME") or ("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    version = ".".join(map(str, sys.version_info[:3]))
    return os.path.join(os.path.expanduser(home), "cqclean", f"programs-{sys.implementation.name}-{version}.bin")
