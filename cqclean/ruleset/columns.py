"""Which literals do columns of characters spell?

`combine` of a rule holds lists of columns, beside `when`: each literal that has one character of each column is one of the rule's.
"""

from collections.abc import Iterator, Sequence
from itertools import product


def is_list(value: object) -> bool:
    """Whether a value can be read as lists of columns."""
    return isinstance(value, list) and bool(value) and all(_is_columns(columns) for columns in value)


def _is_columns(columns: object) -> bool:
    return isinstance(columns, list) and len(columns) > 1 and all(isinstance(column, str) and column for column in columns)


def spelled(lists: Sequence[Sequence[str]]) -> Iterator[str]:
    """The literals that lists of columns spell.

    >>> list(spelled([["1一", "3"], ["要", " -", "5"]]))
    ['13', '一3', '要 5', '要-5']
    """
    return ("".join(chars) for columns in lists for chars in product(*columns))
