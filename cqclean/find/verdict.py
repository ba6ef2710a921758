"""How strongly do the words of a block speak for an advert?

The marks that a block shows (a call, a channel, a bait, an identity; the words of a manual or a story) each have a weight, and so have
clauses that no mark explains. What stands in quotation marks is mentioned, not said, and shows nothing. Marks and weights:
rules/pitch.toml.
"""

import re
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from cqclean.ruleset.frozen import tables
from cqclean.ruleset.rule import TIME_LIMIT, compiled
from cqclean.text.edits import Span

FREE_CLAUSE = 4  # code points of a clause that needs no explanation: a name, a greeting
MOST_REST = 40  # code points without explanation that count
FREE_LENGTH = 60  # code points of a block that is not long
_PART = re.compile(r"\{([a-z]+)\}")
_QUOTED = re.compile(r"“[^“”\n]{1,60}”|「[^「」\n]{1,60}」|『[^『』\n]{1,60}』|《[^《》\n]{1,60}》|‘[^‘’\n]{1,60}’|\"[^\"\n]{1,60}\"")
_BUTTONS = re.compile(
    r"(?<=[点击亮为个一下戳])[“「](?:在看|赞|星标|阅读原文|原文|关注|分享|收藏|设为星标|推荐|喜欢|小心心|查看|立即[\u4e00-\u9fff]{2})[”」](?!按钮|之?后)"
)
_CLAUSE = re.compile(r"[^,。!?;:~\s|()【】\[\]]+")
_SAYS = re.compile(r"[\u4e00-\u9fffa-z0-9]")


class Mark(NamedTuple):
    """A pattern that speaks for an advert with a weight, or against it; family: the rule pitch-… that it speaks for."""

    name: str
    weight: float
    match: str
    why: str
    family: str = ""


class Verdict(NamedTuple):
    """The sum of a block's weights, and why: code points that nothing explains, the family that speaks most for an advert, the marks."""

    sum: float
    rest: int
    family: str
    names: tuple[str, ...]
    families: frozenset[str]


@cache
def marks() -> tuple[Mark, ...]:
    return tuple(Mark(**entry) for entry in tables("pitch")["mark"])


@cache
def _pattern(match: str) -> Any:
    """A mark's pattern with its named parts written out."""
    parts = tables("pitch")["parts"]
    while _PART.search(match):
        match = _PART.sub(lambda part: parts[part[1]], match)
    return compiled(match)


def weigh(words: str, place: str = "") -> Verdict:
    """What speaks for an advert and against it in the folded words of a block; place: heading, row or step."""
    options = tables("pitch")["pitch"]
    openly = said_openly(words)
    found = shown(openly)
    speaking = [mark for mark in marks() if mark.name in found]
    rest = unexplained(openly, found)
    total = options["bias"] + sum(mark.weight for mark in speaking)
    total += options["rest"] * rest / 10 + options["long"] * max(0, len(words) - FREE_LENGTH) / 40
    total += options[place] if place else 0
    calls = sum(bool(mark.family) for mark in speaking)
    pure = calls and not rest and all(mark.weight >= 0 for mark in speaking)
    total += options["two"] * (calls > 1) + options["three"] * (calls > 2) + options["pure"] * bool(pure)
    by_family: Counter[str] = Counter()
    for mark in speaking:
        if mark.family:
            by_family[mark.family] += round(mark.weight * 100)
    family = max(by_family, key=by_family.__getitem__, default="")
    names = tuple(mark.name for mark in sorted(speaking, key=lambda mark: -mark.weight) if mark.weight > 0)
    return Verdict(total, rest, family, names, frozenset(by_family))


def said_openly(text: str) -> str:
    """Folded words with what is quoted replaced by one sign, but for the names of buttons.

    >>> said_openly("他说“加我微信”。")
    '他说□。'
    """
    return _QUOTED.sub("□", _BUTTONS.sub(lambda match: match[0][1:-1], text))


def shown(words: str) -> dict[str, list[Span]]:
    """The marks that words show, with where they are."""
    found = {mark.name: [match.span() for match in _pattern(mark.match).finditer(words, timeout=TIME_LIMIT)] for mark in marks()}
    return {name: spans for name, spans in found.items() if spans}


def unexplained(words: str, found: dict[str, list[Span]]) -> int:
    """How many code points stand in clauses that no mark for an advert touches."""
    spans = [span for mark in marks() if mark.family for span in found.get(mark.name, ())]
    rest = 0
    for clause in _CLAUSE.finditer(words):
        if not any(start < clause.end() and end > clause.start() for start, end in spans):
            size = len(_SAYS.findall(clause[0]))
            rest += size if size > FREE_CLAUSE else 0
    return min(rest, MOST_REST)
