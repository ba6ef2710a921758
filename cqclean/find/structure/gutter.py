"""Which rows are the numbers that a highlighter prints beside lines of code?

Taken out of HTML, the column of numbers stands above the code, one a line from 1 on or glued together, and counts to the code's last line.
What a program prints looks alike, but stands below its code; one column that is sure vouches for the short ones of its page.
"""

from collections.abc import Iterator, Sequence

from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_SURE, _GLUED = 3, 5  # numbers of a column that needs no other, and of one glued together
_SAID = 8  # Han characters from which running text is no comment
_CODE = late(
    r"[{}\[\]<>=;$#\\|`]|\w\(|//|--|['\"][,)]"
    r"|^(?:[@.]|import |from |package |use |sudo |cd |git |npm |pip |end$|else|return|break)"
)
_HAN = late(r"[\u4e00-\u9fff]")


def found(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of all such columns."""
    columns = [*_columns(rows), *_glued(rows)]
    sure = any(len(column) >= _SURE or len(rows[column.start].key) >= _GLUED for column in columns)
    return frozenset(at for column in columns for at in column if sure)


def _columns(rows: Sequence[Row]) -> Iterator[range]:
    at = 0
    while at < len(rows):
        stop = at
        while stop < len(rows) and rows[stop].key == str(stop - at + 1):
            stop += 1
        if stop > at and _numbers(rows, at, stop, stop - at):
            yield range(at, stop)
        at = max(stop, at + 1)


def _glued(rows: Sequence[Row]) -> Iterator[range]:
    for at, row in enumerate(rows):
        last = _last(row.key) if len(row.key) >= _GLUED else 0
        if last and _numbers(rows, at, at + 1, last):
            yield range(at, at + 1)


def _last(digits: str) -> int:
    """Up to which number a line counts from 1 on; else 0.

    >>> _last("123456789101112")
    12
    """
    last = end = 0
    while digits.startswith(str(last + 1), end):
        last += 1
        end += len(str(last))
    return last if end == len(digits) else 0


def _numbers(rows: Sequence[Row], first: int, stop: int, count: int) -> bool:
    """Whether rows number the code right below: none above, at least half as many lines of it, and none beyond the last number."""
    code = [_is_code(row) for row in rows[stop : stop + count]]
    above = first > 0 and _is_code(rows[first - 1])
    beyond = stop + count < len(rows) and _is_code(rows[stop + count])
    return bool(code) and code[0] and not above and not beyond and 2 * sum(code) >= len(code)


def _is_code(row: Row) -> bool:
    """Whether a line reads as code: not as a sentence with brackets, but with a comment it may."""
    words = len(_HAN.findall(row.key))
    return _CODE.search(row.key) is not None and not row.key.isdigit() and 2 * words <= len(row.key) and not (row.prose and words >= _SAID)
