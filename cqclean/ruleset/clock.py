"""How long do rules and finders take? Measured only where a clock is passed along: `--statistics` asks."""

from collections import Counter
from collections.abc import Callable, ItemsView, Iterable, Iterator
from time import perf_counter_ns
from typing import ParamSpec, TypeVar

from cqclean.ruleset.gate import Hits
from cqclean.ruleset.rule import Rule

_Found = TypeVar("_Found")
_Given = ParamSpec("_Given")


class Clock:
    """Nanoseconds spent by finder and by rule; a finder's hold those of the rules that it tries."""

    def __init__(self) -> None:
        self.finders: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()

    def edits(self, name: str, find: Callable[_Given, Iterable[_Found]], *given: _Given.args, **named: _Given.kwargs) -> list[_Found]:
        """All that a finder yields, its time noted."""
        start = perf_counter_ns()
        found = list(find(*given, **named))
        self.finders[name] += perf_counter_ns() - start
        return found

    def hits(self, find: Callable[_Given, Hits], *given: _Given.args, **named: _Given.kwargs) -> Hits:
        """What the gate finds; a finder that goes over it has its time noted rule by rule."""
        start = perf_counter_ns()
        hits = _Watched(find(*given, **named), self.rules)
        self.finders["gate"] += perf_counter_ns() - start
        return hits


class _Watched(Hits):
    """Hits that note how long whoever goes over them stays with each rule."""

    def __init__(self, hits: Hits, spent: Counter[str]) -> None:
        super().__init__(hits)
        self._spent = spent

    def items(self) -> ItemsView[Rule, list[int]]:  # type: ignore[override]  # a view, as that of dict
        return _Stays(self, self._spent)


class _Stays(ItemsView[Rule, list[int]]):
    def __init__(self, hits: Hits, spent: Counter[str]) -> None:
        super().__init__(hits)
        self._hits, self._spent = hits, spent

    def __iter__(self) -> Iterator[tuple[Rule, list[int]]]:
        for rule in self._hits:
            start = perf_counter_ns()
            yield rule, self._hits[rule]
            self._spent[rule.id] += perf_counter_ns() - start
