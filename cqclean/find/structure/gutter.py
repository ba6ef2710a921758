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
_BUTTONS = frozenset({"ai写代码", "ai生成项目", "运行", "一键运行", "登录后复制", "复制", "复制代码"})
_LANGUAGE = late(
    r"bash|shell|sh|zsh|powershell|bat|python|java|javascript|js|typescript|ts|html|xml|css|less|scss|vue|jsx|php|sql|mysql|c|cpp|c\+\+"
    r"|csharp|c#|objectivec|go|rust|ruby|kotlin|swift|scala|perl|lua|r|matlab|yaml|yml|json|ini|toml|properties|conf|nginx|dockerfile|makefile"
    r"|cmake|diff|markdown|md|latex|text|plain|plaintext|groovy|gradle|dart|verilog|asm|delphi|vb|http"
)
_HAN = late(r"[\u4e00-\u9fff]")


def found(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of all such columns."""
    columns = [*_columns(rows), *_glued(rows)]
    sure = any(len(column) >= _SURE or len(rows[column.start].key) >= _GLUED for column in columns)
    return frozenset([*(at for column in columns for at in column if sure), *(at for column in _below(rows) for at in column)])


def _below(rows: Sequence[Row]) -> Iterator[range]:
    """The columns that stand below their code, between them a button and above it the language: bash, AI写代码, 1, 2, ..."""
    for at in (at for at, row in enumerate(rows) if row.key in _BUTTONS):
        stop = at + 1
        while stop < len(rows) and rows[stop].key == str(stop - at):
            stop += 1
        if stop > at + _SURE:
            top = at
            while top and (rows[top - 1].key in _BUTTONS or _LANGUAGE.fullmatch(rows[top - 1].key)):
                top -= 1
            yield range(top, stop)


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
