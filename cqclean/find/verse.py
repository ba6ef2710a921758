"""Is a passage verse, in which old characters and rare words stand for themselves?

菁菁者莪，在彼中阿: clauses of one length without the words of modern prose. Those of four characters, which adverts have too, need words of
old ones.
"""

import re

from cqclean.text.late import late

_CLAUSE = late("[^，。！？；、：:,\\s“”‘’「」『』（）]+")
_MODERN = frozenset("的了吗呢吧们这那很都还就把被给让跟着你她它您")
_OLD = frozenset("者兮矣哉乎焉彼之其于以匪维既乃曰岂孰吾尔汝莫若且何")
LENGTHS = {4: 3, 5: 2, 7: 2}  # characters of a clause, and how many clauses in a row there must be
NEAR = 40  # characters on each side that are looked at


def is_verse(text: str, start: int, end: int) -> bool:
    """Whether the clause around a place has neighbours of its own length, as verse does.

    >>> is_verse("春风醉新柳，细雨润新苗。", 2, 3), is_verse("我醉高楼，你在楼下等。", 1, 2)
    (True, False)
    """
    since = max(0, start - NEAR)
    clauses = list(_CLAUSE.finditer(text, since, min(len(text), end + NEAR)))
    at = next((at for at, clause in enumerate(clauses) if clause.start() <= start < clause.end()), -1)
    size = len(clauses[at].group()) if at >= 0 else 0
    if size not in LENGTHS:
        return False
    alike = "".join(_row(clauses, at, size))
    return len(alike) >= size * LENGTHS[size] and _MODERN.isdisjoint(alike) and (size > 4 or len(_OLD & {*alike}) > 1)


def _row(clauses: list[re.Match[str]], at: int, size: int) -> list[str]:
    """The clauses of one length around one of them."""
    first, last = at, at + 1
    while first and len(clauses[first - 1].group()) == size:
        first -= 1
    while last < len(clauses) and len(clauses[last].group()) == size:
        last += 1
    return [clause.group() for clause in clauses[first:last]]
