"""How probable is it that a line of a text is the site's furniture and not the article?

A learned model, kept as data in rules/data/line_model.json: character n-grams for the line alone, then two passes of small decision
trees over its surroundings (features.py). scripts/train_line_model.py makes it and says how.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from math import exp
from typing import Any, NamedTuple

from cqclean.find.structure.alone import Search, normal
from cqclean.find.structure.features import Columns, fixed, scored
from cqclean.ruleset.frozen import parsed
from cqclean.text import programs

REMEMBERED = 2000  # lines of a text whose scores are remembered; a longer one is no page


class Forest(NamedTuple):
    """The log-odds that trees give to a line, by the features that they ask for."""

    names: tuple[str, ...]
    log_odds: Callable[..., float]

    def scores(self, columns: Columns) -> list[float]:
        return list(map(self.log_odds, *(columns[name] for name in self.names)))


class Model(NamedTuple):
    alone: Search
    first: Forest
    second: Forest


@cache
def model() -> Model:
    data = parsed("data/line_model.json")
    first, second = (compiled(data[name]) for name in ("first", "second"))
    return Model(Search(data["grams"], data["bias"]), first, second)


def compiled(trees: Any) -> Forest:
    """Trees as one Python expression over the features by name: ten times as fast as walking them."""
    names = tuple(dict.fromkeys(name for tree in trees for name in _names(tree)))
    written = f"lambda {','.join(names)}: {'+'.join(map(_expression, trees))}"
    (code,) = programs.program((f"python {sys.version}", written, 0), lambda: (compile(written, "<forest>", "eval"),))
    return Forest(names, eval(code))


def _names(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        name, _, low, high = node
        yield from (name, *_names(low), *_names(high))


def _expression(node: Any) -> str:
    if isinstance(node, list):
        name, threshold, low, high = node
        return f"({_expression(low)} if {name}<={float(threshold)!r} else {_expression(high)})"
    return f"{float(node)!r}"


def junk_scores(lines: Sequence[str]) -> list[float]:
    """For each line (none of them blank) the probability, 0 to 1, that it is furniture.

    Over .95 is safe to act upon; what lies between .5 and .95 is a hint at most (see the report of the training script).
    """
    return [1 / (1 + exp(-score)) for score in log_odds(lines)]


def log_odds(lines: Sequence[str]) -> Sequence[float]:
    """The log-odds of furniture of each folded line."""
    return _remembered(tuple(lines)) if len(lines) <= REMEMBERED else _log_odds(lines)


@lru_cache(maxsize=2)
def _remembered(lines: tuple[str, ...]) -> Sequence[float]:
    """The same for a page, whose lines are asked for by structure and by spots."""
    return _log_odds(lines)


def _log_odds(lines: Sequence[str]) -> Sequence[float]:
    if not lines:
        return ()
    known = model()
    alone = known.alone.lines([text.strip() for text in normal("\n".join(lines)).split("\n")])
    scores, same = [line.grams for line in alone], fixed(alone)
    for forest in (known.first, known.second):
        scores = forest.scores(same | scored(alone, scores))
    return scores
