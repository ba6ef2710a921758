"""Is a breadcrumb spread over several lines?

Texts taken out of HTML element by element have each link of a breadcrumb, and each sign between two, on a line of its own. Read together
they are the anchor that a breadcrumb on one line is.
"""

from collections.abc import Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.lexicon import core_of
from cqclean.find.structure.rows import Row, row_as

_SIGNS = frozenset({">", "»", "›", "→", ">>", "->", "&gt;"})
_EDITS = frozenset({"viewpagesource", "查看页面源码", "查看页面源代码"}) | {
    f"{words}{host}{end}"
    for words, end in (("editon", ""), ("在", "上编辑"), ("在", "上修订"))
    for host in ("github", "gitlab", "bitbucket", "gitee")
}  # the button with which a breadcrumb of software for manuals ends
_HOME = ("首页", "主页", "home", "位置")


def marked(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of a spread breadcrumb marked as one."""
    found = list(rows)
    at = 1
    while at < len(rows) - 1:
        stop = _stop(rows, at)
        if stop > at:
            found[at - 1 : stop] = [row_as("breadcrumb", row) for row in rows[at - 1 : stop]]
        at = max(stop, at) + 1
    for at in range(1, len(rows)):
        if core_of(rows[at].key) in _EDITS and any(row.key[-1] in _SIGNS for row in rows[max(0, at - limits.head.reach) : at]):
            found[at] = row_as("breadcrumb", rows[at])
    return found


def _stop(rows: Sequence[Row], at: int) -> int:
    """The row below a breadcrumb whose first sign is row `at`; `at` where none begins there."""
    if rows[at].key not in _SIGNS or len(rows[at - 1].key) > 2 * limits.head.crumb or rows[at - 1].key.startswith(">"):
        return at
    sign = at
    while sign + 2 < len(rows) and rows[sign + 2].key in _SIGNS and len(rows[sign + 1].key) <= limits.head.crumb:
        sign += 2
    if sign == at and not any(word in rows[at - 1].key for word in _HOME):
        return at
    last = sign + 1 < len(rows) and len(rows[sign + 1].key) <= limits.head.crumb
    return sign + 1 + last
