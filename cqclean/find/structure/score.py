"""How probable is it that a line of a text is the site's furniture and not the article?

A learned model, kept as data in rules/data/line_model.json: character n-grams for the line alone, then two passes of small decision
trees over its surroundings (features.py). scripts/train_line_model.py makes it and says how.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from cqclean.find.structure.features import Columns, Line, fixed, normal, own, scored
from cqclean.find.structure.series import best_span

SHORT, REMEMBERED = 200, 4096  # characters and number of lines that are remembered: a page is looked at twice, a site's share menus
_HERE = Path(__file__).resolve().parents[2]
_DATA = Path("rules", "data", "line_model.json")


class Forest(NamedTuple):
    """The log-odds that trees give to a line, by the features that they ask for."""

    names: tuple[str, ...]
    log_odds: Callable[..., float]

    def scores(self, columns: Columns) -> list[float]:
        return list(map(self.log_odds, *(columns[name] for name in self.names)))


class Model(NamedTuple):
    grams: dict[str, float]
    bias: float
    first: Forest
    second: Forest


@cache
def model() -> Model:
    path = next(path for home in (_HERE, _HERE.parent) if (path := home / _DATA).is_file())
    data = json.loads(path.read_text(encoding="utf-8"))
    first, second = (_compiled(data[name]) for name in ("first", "second"))
    return Model(data["grams"], data["bias"], first, second)


def _compiled(trees: Any) -> Forest:
    """Trees as one Python expression over the features by name: ten times as fast as walking them."""
    names = tuple(dict.fromkeys(name for tree in trees for name in _names(tree)))
    return Forest(names, eval(f"lambda {','.join(names)}: {'+'.join(map(_expression, trees))}"))


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


@lru_cache(maxsize=REMEMBERED)
def _alone(text: str) -> Line:
    return own(text, model().grams, model().bias)


def log_odds(lines: Sequence[str]) -> list[float]:
    if not lines:
        return []
    known = model()
    texts = normal("\n".join(lines)).split("\n")
    alone = [_alone(text.strip()) if len(text) <= SHORT else own(text.strip(), known.grams, known.bias) for text in texts]
    scores, same = [line.grams for line in alone], fixed(alone)
    for forest in (known.first, known.second):
        scores = forest.scores(same | scored(alone, scores))
    return scores


def article_span(scores: Sequence[float], threshold: float = 0.9) -> tuple[int, int, float]:
    """The stretch of lines most probably the article: first line, line after the last, and a confidence from 0 to 1.

    `scores` are those of junk_scores; a line below `threshold` speaks for the article.
    """
    span = best_span([threshold - score for score in scores])
    inside = scores[span.start : span.end]
    return span.start, span.end, 1 - sum(inside) / len(inside) if inside else 0.0
