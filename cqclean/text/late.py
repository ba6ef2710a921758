"""When is a pattern of the code compiled?

On first use. The finders hold two hundred patterns; most texts need a few of them, and to compile all takes longer than to clean a page.
"""

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern until it is asked for something; what was asked for is kept, so it costs nothing the next time."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)  # re remembers what it compiled last
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as re.compile gives it, but compiled on first use.

    >>> late("[0-9]+").findall("第12章")
    ['12']
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
