"""Which choices hold for a file?

The nearest .cqclean.toml, cqclean.toml or pyproject.toml with [tool.cqclean] above it, with what it extends; nothing is merged from
further up. What the command line says beats it.
"""

import difflib
import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from cqclean.files import Problem
from cqclean.files.discover import Filter, below, rebased, spec_of
from cqclean.files.encoding import DEFAULT, normal_name
from cqclean.settings import CHOICES, Settings

NAMES = (".cqclean.toml", "cqclean.toml", "pyproject.toml")
GREATEST = 4_000_000  # bytes of a config file, far over any sensible one
_FOLDERS_KEPT = 4096  # folders whose config is remembered


class Key(NamedTuple):
    """What a key takes, in words, and whether a value is that."""

    takes: str
    fits: Callable[[Any], bool]


def _is_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_STRINGS = Key("a list of strings", _is_strings)
_BOOLEAN = Key("true or false", lambda value: isinstance(value, bool))
_STRING = Key("a string", lambda value: isinstance(value, str))
_SHARE = Key("a number from 0 to 1", lambda value: isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1)
_TABLE = Key(
    "a table of globs with lists of ids or kinds", lambda value: isinstance(value, dict) and all(_is_strings(ids) for ids in value.values())
)


def _choice(values: tuple[str, ...]) -> Key:
    return Key("one of " + ", ".join(values), lambda value: value in values)


KEYS: Mapping[str, Key] = {
    **dict.fromkeys(("select", "ignore", "kinds", "keep", "extend-rules", "extend-safe", "extend-unsafe", "protected-words"), _STRINGS),
    **dict.fromkeys(("include", "exclude", "encoding"), _STRINGS),
    **dict.fromkeys(("unsafe", "force-exclude", "verify"), _BOOLEAN),
    **{name: _choice(values) for name, values in CHOICES.items()},
    "max-removed": _SHARE,
    "per-file-ignores": _TABLE,
    "extend": _STRING,
}
_GLOBS = ("include", "exclude")
_SETTINGS = frozenset(Settings._fields)


@dataclass(frozen=True, slots=True)
class Config:
    """The choices in force for a folder. base: the folder that globs are relative to; source: the file they come from."""

    settings: Settings = Settings()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    encoding: tuple[str, ...] = DEFAULT
    verify: bool = True
    base: str = "."
    source: str | None = None

    @property
    def filter(self) -> Filter:
        return Filter(self.include, self.exclude, self.force_exclude, self.base)

    def settings_for(self, path: str) -> Settings:
        """The settings for one file: what per-file-ignores names for it is ignored, too."""
        name = below(path, self.base) if self.per_file_ignores else path
        more = [ids for glob, ids in self.per_file_ignores if spec_of([glob], "per-file-ignores").match_file(name)]
        return self.settings._replace(ignore=self.settings.ignore + tuple(i for ids in more for i in ids)) if more else self.settings


@dataclass(frozen=True, slots=True)
class Choice:
    """Where config comes from, and what the command line says against it: pairs of a key and its value."""

    file: str | None = None
    isolated: bool = False
    overrides: tuple[tuple[str, Any], ...] = ()

    def for_folder(self, folder: str) -> Config:
        """The config for the files of a folder; Problem if it has a mistake."""
        found = None if self.isolated else self.file or nearest(os.path.abspath(folder))
        return _resolved(found, self.overrides)

    def for_path(self, path: str) -> Config:
        return self.for_folder(os.path.dirname(path) or ".")

    def source_for(self, path: str) -> str | None:
        """The config file in force for a path."""
        return self.for_path(path).source


@lru_cache(_FOLDERS_KEPT)
def nearest(folder: str) -> str | None:
    """The config file in force for a folder, named by its absolute path."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or "cqclean" in read(path).get("tool", {})):
            return path
    above = os.path.dirname(folder)
    return nearest(above) if above != folder else None


@lru_cache(_FOLDERS_KEPT)
def _resolved(path: str | None, overrides: tuple[tuple[str, Any], ...]) -> Config:
    base = os.path.dirname(path) or os.curdir if path else os.curdir
    said = {name: tuple(rebased(glob, base) for glob in value) if name in _GLOBS else value for name, value in overrides}
    table: dict[str, Any] = dict(_table(path, ()) if path else {}) | said
    values = {key.replace("-", "_"): _frozen(value) for key, value in table.items()}
    chosen = Settings(**{name: value for name, value in values.items() if name in _SETTINGS})
    rest = {name: value for name, value in values.items() if name not in _SETTINGS}
    config = Config(settings=chosen, base=base, source=path, **rest)
    spec_of(config.include, f"{path or 'command line'}: include")
    spec_of(config.exclude, f"{path or 'command line'}: exclude")
    return config


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((key, tuple(item)) for key, item in value.items())
    return tuple(value) if isinstance(value, list) else value


def read(path: str) -> dict[str, Any]:
    """Parse a TOML file, or raise Problem."""
    if not os.path.isfile(path):
        raise Problem(f"{path}: no such config file")
    if os.path.getsize(path) > GREATEST:
        raise Problem(f"{path}: over {GREATEST:,} bytes: no config")
    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise Problem(f"{path}: can't read the config: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(f"{path}: not valid TOML: {error}") from error


def _table(path: str, children: tuple[str, ...]) -> dict[str, Any]:
    """The checked table of a config file on top of those that it extends."""
    if path in children:
        raise Problem(f"{path}: extends itself by way of {children[-1]}")
    content = read(path)
    table = content.get("tool", {}).get("cqclean", {}) if os.path.basename(path) == "pyproject.toml" else content
    mistakes = list(_mistakes(table, path))
    if mistakes:
        raise Problem("\n".join(mistakes))
    folder = os.path.dirname(path)
    if "extend-rules" in table:
        table["extend-rules"] = [_rule_file(os.path.join(folder, name), path) for name in table["extend-rules"]]
    if "encoding" in table:
        table["encoding"] = [normal_name(name) for name in table["encoding"]]
    parent = table.pop("extend", None)
    return _table(os.path.normpath(os.path.join(folder, parent)), (*children, path)) | table if parent else table


def _rule_file(name: str, path: str) -> str:
    if not os.path.isfile(name):
        raise Problem(f"{path}: extend-rules: {name}: {'a folder' if os.path.isdir(name) else 'no such file'}")
    return name


def _mistakes(table: Mapping[str, Any], path: str) -> Iterable[str]:
    for name, value in table.items():
        key = KEYS.get(name)
        if key is None:
            yield f"{path}: unknown key {name!r}{suggestion(name, KEYS)}"
        elif not key.fits(value):
            yield f"{path}: {name} takes {key.takes}, not {value!r}"
        elif name == "encoding":
            yield from (f"{path}: encoding: no encoding is called {item!r}" for item in value if not _is_encoding(item))


def _is_encoding(name: str) -> bool:
    try:
        normal_name(name)
    except LookupError:
        return False
    return True


def suggestion(name: str, known: Iterable[str]) -> str:
    """The end of a message on an unknown name.

    >>> suggestion("ignroe", KEYS)
    ": did you mean 'ignore'?"
    """
    names = list(known)
    near = difflib.get_close_matches(name, names, 1)
    return f": did you mean {near[0]!r}?" if near else f"; known are {', '.join(sorted(names))}"


def shown(config: Config) -> Iterable[str]:
    """The choices in force as lines of TOML, for --show-config."""
    yield f"# from {config.source}" if config.source else "# no config file: the defaults and the command line"
    values = {name: getattr(config.settings, name) for name in sorted(_SETTINGS - {"force", "recurring"})}
    values |= {"include": config.include, "exclude": config.exclude, "force_exclude": config.force_exclude}
    values |= {"encoding": config.encoding, "verify": config.verify}
    for name, value in values.items():
        yield f"{name.replace('_', '-')} = {_toml(value)}"
    if config.per_file_ignores:
        yield "[per-file-ignores]"
        yield from (f"{_toml(glob)} = {_toml(ids)}" for glob, ids in config.per_file_ignores)


def _toml(value: Any) -> str:
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
