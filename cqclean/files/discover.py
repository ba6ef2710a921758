"""Which files are meant, and why is another one left out?

A named file is always done. A folder is walked in order of name, one directory at a time, so that a million files need no memory;
.gitignore files (those above the folder, too) and --exclude are respected, links in a folder are not followed.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from cqclean.files import Problem
from cqclean.files.write import is_temporary

TEXT = (".txt", ".text", ".md", ".markdown")
REPORTED = (".mdx", ".rst", ".html", ".htm")  # markup of which a changed copy could break: reported, written only when named
FOLDERS_LEFT_OUT = {".git", ".hg", ".svn", ".jj", ".venv", "node_modules", "__pycache__", ".tox", ".nox", ".mypy_cache", ".ruff_cache"}
LINK = "a symbolic link: name it to clean its file"


class Found(NamedTuple):
    """A file with the reason why it is taken or left out; `named` on the command line, so that its type is not in question."""

    path: str
    taken: bool
    reason: str
    named: bool = False


class Filter(NamedTuple):
    """Which files a walk takes: globs in the syntax of .gitignore, relative to `base`."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    base: str = "."


class _Ignore(NamedTuple):
    """The patterns of one file, and the directory that they are relative to."""

    base: str
    source: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, folder: bool) -> bool | None:
        """True: ignored, False: taken back by `!`, None: not mentioned."""
        relative = os.path.relpath(path, self.base).replace(os.sep, "/")
        if relative.startswith("../"):
            return None
        return self.spec.check_file(relative + "/" * folder).include


def spec_of(patterns: Sequence[str], where: str) -> GitIgnoreSpec:
    """Compile patterns of a .gitignore, or raise Problem with the place."""
    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise Problem(f"{where}: {error}") from error


def discover(paths: Sequence[str], rules: Callable[[str], Filter]) -> Iterator[Found]:
    """Yield every file below `paths`; `rules(folder)` gives the filter in force there. A folder that is named is
    walked though it be ignored itself; a path that isn't there is yielded as not taken, but named."""
    for path in paths:
        if os.path.isdir(path):
            yield from _walk(path, rules, [ignore for ignore in _ignores_above(path) if not ignore.verdict(path, folder=True)])
        elif os.path.exists(path):
            yield _named(path, rules(os.path.dirname(path) or "."))
        else:
            yield Found(path, False, "no such file or folder", named=True)


def _named(path: str, rules: Filter) -> Found:
    if not os.path.isfile(path):
        return Found(path, False, "neither a file nor a folder", named=True)
    source = _excluded(path, rules, folder=False) if rules.force_exclude else None
    if rules.force_exclude and source is None:
        parts = [os.path.abspath(path)]
        while os.path.dirname(parts[-1]) != parts[-1]:
            parts.append(os.path.dirname(parts[-1]))
        ignores = _ignores_above(os.path.dirname(path) or ".", itself=True)
        source = next((s for n, part in enumerate(parts) if (s := _ignored(part, ignores, folder=n > 0))), None)
    return Found(path, source is None, source or "named on the command line", named=source is None)


def _walk(folder: str, rules: Callable[[str], Filter], ignores: list[_Ignore]) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Found(folder, False, f"can't be read: {error.strerror}", named=True)
        return
    here, ignores = rules(folder), ignores + _ignore_file(folder)
    for entry in entries:
        path = entry.path[2:] if entry.path.startswith("./") else entry.path
        reason = _left_out(entry, path, here, ignores)
        if reason:
            yield Found(path, False, reason)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(path, rules, ignores)
        else:
            yield _by_type(path, here)


def _left_out(entry: os.DirEntry[str], path: str, rules: Filter, ignores: list[_Ignore]) -> str | None:
    folder = entry.is_dir(follow_symlinks=False)
    if entry.is_symlink():
        return LINK
    if folder and entry.name in FOLDERS_LEFT_OUT:
        return "a folder of tools"
    if is_temporary(entry.name):
        return "a temporary file of cqclean"
    if not folder and not entry.is_file(follow_symlinks=False):
        return "neither a file nor a folder"
    return _excluded(path, rules, folder) or _ignored(path, ignores, folder)


def _by_type(path: str, rules: Filter) -> Found:
    suffix = os.path.splitext(path)[1].lower()
    if rules.include and _matches(path, rules.include, rules.base, folder=False):
        return Found(path, True, "included by pattern", named=True)
    if suffix in TEXT:
        return Found(path, True, f"a {suffix} file")
    if suffix in REPORTED:
        return Found(path, True, f"a {suffix} file: reported, and written only when named or included")
    return Found(path, False, f"not a text or Markdown name ({suffix or 'no suffix'}): --include takes it in")


def _excluded(path: str, rules: Filter, folder: bool) -> str | None:
    return "excluded by pattern" if rules.exclude and _matches(path, rules.exclude, rules.base, folder) else None


def _matches(path: str, patterns: tuple[str, ...], base: str, folder: bool) -> bool:
    return bool(_spec(patterns).match_file(below(path, base) + "/" * folder))


def below(path: str, base: str) -> str:
    """A path relative to a folder, or to the root where it lies outside, so that a pattern without a slash still fits its name."""
    relative = os.path.relpath(path, base)
    inside = relative != os.pardir and not relative.startswith(os.pardir + os.sep)
    return (relative if inside else os.path.abspath(path).lstrip(os.sep)).replace(os.sep, "/")


def rebased(pattern: str, base: str) -> str:
    """A pattern said in the current folder as one of another folder: with a slash inside, it is anchored.

    >>> rebased("*.txt", "/")
    '*.txt'
    """
    bare = pattern.removeprefix("!")
    here = os.path.relpath(os.curdir, base).replace(os.sep, "/")
    if "/" not in bare.rstrip("/") or here == "." or here.startswith(".."):
        return pattern
    return f"{pattern[: len(pattern) - len(bare)]}/{here}/{bare.lstrip('/')}"


_SPECS: dict[tuple[str, ...], GitIgnoreSpec] = {}


def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    if patterns not in _SPECS:
        _SPECS[patterns] = spec_of(patterns, "pattern")
    return _SPECS[patterns]


def _ignored(path: str, ignores: Sequence[_Ignore], folder: bool) -> str | None:
    """The file that ignores a path; the nearest file that mentions it decides, as in Git."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, folder)
        if verdict is not None:
            return f"ignored by {ignore.source}" if verdict else None
    return None


def _ignore_file(folder: str) -> list[_Ignore]:
    path = os.path.join(folder, ".gitignore")
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            shown = os.path.relpath(path)
            return [_Ignore(folder, path if shown.startswith("..") else shown, _lenient_spec(file.read().splitlines()))]
    except OSError:
        return []


def _lenient_spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    """Compile a .gitignore as Git does: a line that is no pattern matches nothing."""
    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError:
        return GitIgnoreSpec.from_lines(pattern for pattern in patterns if _is_pattern(pattern))


def _is_pattern(pattern: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return False
    return True


def _ignores_above(folder: str, itself: bool = False) -> list[_Ignore]:
    """The ignore files from the root of the repository down to the folder, which is left out unless `itself`."""
    above, at = [folder] if itself else [], os.path.abspath(folder)
    if not any(os.path.exists(os.path.join(parent, ".git")) for parent in _parents(at)):
        return _ignore_file(folder) if itself else []
    while not os.path.exists(os.path.join(at, ".git")):
        at = os.path.dirname(at)
        above.append(at)
    return [ignore for parent in reversed(above) for ignore in _ignore_file(parent)]


def _parents(folder: str) -> Iterator[str]:
    yield folder
    while os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
        yield folder
