"""Which line above the article would be its title, where none was kept?

A title is kept by its place (head.py). Where that place was not found, the line above the text that shares most of its wording with it
stays: to keep one short line of the site's costs little, to lose a title costs trust.
"""

import re
from collections.abc import Callable, Sequence

from cqclean.find.structure import limits, worth
from cqclean.find.structure.rows import Row

_LABEL = re.compile(r"(?:作者|来源|编辑|责编|时间|日期|电话|地址|标签|关键[词字]|[^:]{2,6}):|.*\(\d{1,4}\)$")


def missed(rows: Sequence[Row], first: int, keeps: Callable[[int], bool], article: set[str]) -> frozenset[int]:
    """The row above the article, which begins at or below `first`, that is to stay as its title beside what is kept; none or one."""
    text = next((at for at in range(first, len(rows)) if keeps(at) and rows[at].prose), None)
    if not first or text is None:
        return frozenset()
    own = limits.title
    above = range(max(0, text - own.reach), text)
    likeness = {at: worth.cohesion(rows[at].key, article) * len(rows[at].key) for at in above}  # bigrams that the article shares, about
    gone = [at for at in above if not keeps(at) and _may_be(rows[at]) and likeness[at] >= own.shared * len(rows[at].key)]
    best = max(gone, key=lambda at: (likeness[at], at), default=None)
    if best is None or any(likeness[at] >= own.rival * likeness[best] for at in above if keeps(at)):
        return frozenset()
    return frozenset({best})


def _may_be(row: Row) -> bool:
    least, most = limits.title.size
    kind = row.marker is None or row.marker.kind in limits.title.maybe
    return kind and not row.prose and least <= len(row.key) <= most and not _LABEL.match(row.key)
