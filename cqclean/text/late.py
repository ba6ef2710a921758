"""When is a pattern of the code compiled?

On first use, and once for all calls of the command (programs.py). The finders hold two hundred patterns; most texts need a few of them,
and to compile all takes longer than to clean a page.
"""

import re
from array import array
from functools import cache, partial
from typing import Any, cast

from cqclean.text import programs


class _Late:
    """Stands for a compiled pattern until it is asked for something; what was asked for is kept, so it costs nothing the next time."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, int(flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(_compiled(*self._given), name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as re.compile gives it, but compiled on first use.

    >>> late("[0-9]+").findall("第12章")
    ['12']
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    try:
        return _from_program(pattern, flags)
    except (ImportError, AttributeError, TypeError):  # a Python whose engine has other inner parts
        return re.compile(pattern, flags)


def _from_program(pattern: str, flags: int) -> re.Pattern[str]:
    """As re.compile makes it, from what it hands to its engine. (Python offers no way to keep a compiled pattern.)"""
    import _sre

    flags, code, *groups = programs.program((f"re {_sre.MAGIC}", pattern, flags), partial(_program, pattern, flags))
    return cast("re.Pattern[str]", _sre.compile(pattern, flags, array("I", code).tolist(), *groups))


def _program(pattern: str, flags: int) -> programs.Program:
    from re import _compiler, _parser  # type: ignore[attr-defined]  # inner parts, see _compiled

    parsed = _parser.parse(pattern, flags)
    names = parsed.state.groupdict
    by_number = {number: name for name, number in names.items()}
    groups = parsed.state.groups - 1, dict(names), tuple(map(by_number.get, range(parsed.state.groups)))
    return int(flags | parsed.state.flags), array("I", _compiler._code(parsed, flags)).tobytes(), *groups
