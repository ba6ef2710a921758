"""Where do compiled patterns stay from one call of the command to the next?

To compile a pattern takes a hundred times as long as to load it compiled, and all that a page needs take longer than everything else
together. So what one call compiled is kept for the next, as Python keeps its bytecode: one file a version of Python, in the user's cache
folder. It may be deleted at any time; where it can't be read or written, patterns are compiled each time. The file holds each program in
a piece, so that a call reads those that it needs.
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
LIMIT = 4000  # programs in the file; those of rules that have changed since pile up, so a fuller one is begun anew
CHECK = 4  # bytes of the checksum before the content: an engine trusts a program blindly

_made: dict[Key, bytes] = {}  # by this process


def program(key: Key, make: Callable[[], Program]) -> Program:
    """The program of a pattern: what an earlier call made, else what `make` gives, noted for keep()."""
    kept = _kept().get(key)
    if kept is not None:
        found: Program = marshal.loads(kept)
        return found
    made = make()
    _made[key] = marshal.dumps(made)
    return made


def keep() -> None:
    """Write what this process compiled beside what is there."""
    if not _made:
        return
    programs = _read() | _made
    content = marshal.dumps(programs if len(programs) <= LIMIT else _made)
    try:
        _write(zlib.crc32(content).to_bytes(CHECK, "big") + content)
    except OSError:
        return  # a home that can't be written to, or none
    _made.clear()


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


@cache
def _kept() -> dict[Key, bytes]:
    return _read()


def _read() -> dict[Key, bytes]:
    try:
        with open(_path(), "rb") as file:
            check, content = file.read(CHECK), file.read()
    except OSError:
        return {}
    programs: dict[Key, bytes] = marshal.loads(content) if check == zlib.crc32(content).to_bytes(CHECK, "big") else {}
    return programs


def _path() -> str:
    """The file, in the folder that the system has for such things."""
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA", "~/AppData/Local")
    else:
        home = os.environ.get("XDG_CACHE_HOME") or ("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    version = ".".join(map(str, sys.version_info[:3]))
    return os.path.join(os.path.expanduser(home), "cqclean", f"programs-{sys.implementation.name}-{version}.bin")
