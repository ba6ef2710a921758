"""Does a table of a rule file hold what the code expects of it?

A class with annotated names says which keys a table must have and of which types they are.
"""

from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


class TableError(ValueError):
    """Mistakes in a table of a rule file, a line each."""


def read(kind: type[T], raw: dict[str, Any], file: str) -> T:
    """A table of one kind. Raises TableError with every mistake in it."""
    types = get_type_hints(kind)
    mistakes = list(_mistakes(raw, types))
    if mistakes:
        raise TableError("\n".join(f"{file}: [{kind.__name__.lower()}]: {mistake}" for mistake in mistakes))
    made = kind()
    for key, wanted in types.items():
        setattr(made, key, (get_origin(wanted) or wanted)(raw[key]))
    return made


def _mistakes(raw: dict[str, Any], types: dict[str, Any]) -> Iterator[str]:
    for key in raw.keys() - types.keys():
        from cqclean.ruleset.mistakes import nearest

        yield f"unknown key {key!r}{nearest(key, types, 'known are ' + ', '.join(types))}"
    for key, wanted in types.items():
        if key not in raw:
            yield f"{key} is missing"
        elif not _fits(raw[key], wanted):
            yield f"{key} = {raw[key]!r} is not {_named(wanted)}"


def _fits(value: Any, wanted: Any) -> bool:
    if wanted in (int, float, str):
        return type(value) in ((int, float) if wanted is float else (wanted,))
    inner = get_args(wanted)
    sized = get_origin(wanted) is not tuple or inner[-1] is ... or (isinstance(value, list) and len(value) == len(inner))
    return sized and isinstance(value, list) and bool(value) and all(_fits(one, inner[0]) for one in value)


def _named(wanted: Any) -> str:
    """What a type is called in a rule file."""
    if wanted in (int, float, str):
        return {int: "a whole number", float: "a number", str: "a word"}[wanted]
    inner = get_args(wanted)
    count = f"{len(inner)} " if get_origin(wanted) is tuple and inner[-1] is not ... else ""
    return f"a list of {count}" + {int: "whole numbers", float: "numbers", str: "words"}[inner[0]]
