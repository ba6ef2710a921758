"""What does a pattern say with its named parts written out?

Patterns of a rule file name classes of words in braces, {phone}; the file's table [parts] says what each stands for.
"""

import re
from functools import cache
from typing import Any

from cqclean.ruleset.frozen import tables
from cqclean.ruleset.rule import compiled

_PART = re.compile(r"\{([a-z]+)\}")


@cache
def pattern(match: str, kind: str) -> Any:
    """A pattern of the rule file of a kind, compiled."""
    parts = tables(kind)["parts"]
    while _PART.search(match):
        match = _PART.sub(lambda part: parts[part[1]], match)
    return compiled(match)
