"""Where does the cleaned copy of a file go, and is it up to date?

The tree below a named folder is kept below the output folder; where several paths are named, each keeps its own name. A copy is up to
date if it is younger than its file, its config and the stamp, a file that changes with the version and the choices.
"""

import os
from collections.abc import Callable, Iterable, Sequence

from cqclean.files import Problem
from cqclean.files.write import write

STAMP = ".cqclean-stamp"


class Copies:
    """The copies of the files below `paths` in a folder. choices: all that the copies depend on, in words."""

    def __init__(self, folder: str, paths: Sequence[str], choices: str, config_of: Callable[[str], str | None]) -> None:
        self._folder = folder
        self._roots = _roots(paths)
        self._config_of = config_of
        self._inside = os.path.join(os.path.realpath(folder), "")
        for path in paths:
            if os.path.join(os.path.realpath(path), "").startswith(self._inside):
                raise Problem(f"{path} lies in {folder}: choose another folder for the copies")
        stamp = os.path.join(folder, STAMP)
        if _content(stamp) != choices:
            write(stamp, choices.encode())
        self._stamped = os.stat(stamp).st_mtime_ns

    def target(self, path: str) -> str:
        """Where the copy of a file goes."""
        for root, name in self._roots:
            if path == root or os.path.join(root, "") == "./" or path.startswith(os.path.join(root, "")):
                below = os.path.relpath(path, root)
                return os.path.normpath(os.path.join(self._folder, name, "" if below == "." else below))
        raise Problem("lies outside of the named paths")

    def holds(self, path: str) -> bool:
        """Whether a file is itself a copy."""
        return os.path.realpath(path).startswith(self._inside)

    def is_current(self, path: str) -> bool:
        """Whether a copy is there and younger than all that it depends on."""
        try:
            copied = os.stat(self.target(path)).st_mtime_ns
            config = self._config_of(path)
            return copied >= max(os.stat(path).st_mtime_ns, os.stat(config).st_mtime_ns if config else 0, self._stamped)
        except OSError:
            return False

    def write(self, path: str, data: bytes | Iterable[bytes]) -> None:
        """Write the copy of a file."""
        write(self.target(path), data)


def _roots(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Each path with its name below the output folder; two of the same name are a Problem."""
    normal = [os.path.normpath(path) for path in paths]
    if len(normal) == 1 and os.path.isdir(normal[0]):
        return [(normal[0], "")]
    named = [(path, os.path.basename(os.path.abspath(path))) for path in normal]
    names = [name for _, name in named]
    for path, name in named:
        if names.count(name) > 1:
            raise Problem(f"{path}: another path is called {name}, too: their copies would be one; run them one at a time")
    return named


def _content(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None
