"""What does a pattern say with its named parts written out?

Patterns of a rule file name classes of words in braces, {phone}; the file's table [parts] says what each stands for.
"""

from collections.abc import Mapping
from functools import cache

from cqclean.ruleset.frozen import tables
from cqclean.ruleset.pattern import Pattern
from cqclean.ruleset.pattern import pattern as of_text
from cqclean.text.late import late

_PART = late(r"\{([a-z]+)\}")


@cache
def pattern(match: str, kind: str) -> Pattern:
    """A pattern of the rule file of a kind."""
    return of_text(written_out(match, tables(kind).get("parts", {})))


def written_out(match: str, parts: Mapping[str, str]) -> str:
    """A pattern with what its named parts stand for."""
    while _PART.search(match):
        match = _PART.sub(lambda part: parts[part[1]], match)
    return match
