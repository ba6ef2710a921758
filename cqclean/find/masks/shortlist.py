"""Which few of the words that filters hide may fit a gap at all?

A candidate must have been seen, or told of, beside one of the gap's nearest characters, or make words with both sides across its borders,
or keep company with what is around. An index by neighbouring characters finds those without asking the others.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache

from cqclean.find.masks.lexicon import Gap, Lexicon, Name

FIRM = 100.0  # imagined occurrences that hold an estimate to the one without context
UNSEEN = 0.15  # share of a candidate's neighbours that were never seen beside it
CHARACTERS = 17.0e6 * 2  # weighted characters that were counted
MANY = 8  # candidates of a size from which those that fit but one side are asked, too
LEANING = {"wild": 3.0, "core": 2.5, "likely": 1.0, "across": 0.0, "ad": 2.0}  # by kind of candidate
SHARE = 5.0  # a bonus for words across the border: the sum of two logarithms of frequencies over this


class Shortlist:
    """Finds candidates with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.before: dict[str, list[Name]] = defaultdict(list)
        self.after: dict[str, list[Name]] = defaultdict(list)
        self.first: dict[str, list[Name]] = defaultdict(list)
        for name in lexicon.names:
            if name.policy != "never":
                for char in name.told_before + name.before:
                    self.before[char].append(name)
                for char in name.told_after + name.after:
                    self.after[char].append(name)
                if len(name.word) > 1:
                    self.first[name.word[0]].append(name)

    def likely(self, where: Gap, sizes: Mapping[int, int]) -> list[Name]:
        """The likeliest candidates of each size, as many at most as `sizes` says; where that is few, what was seen at one side alone must
        have been told there."""
        near, far = self.before.get(where.before[-1], ()), self.after.get(where.after[0], ())
        crossing = self._crossing(where)
        subjects = self.lexicon.subjects(where.topics)
        awaited = crossing.keys() | {self.lexicon.by_word[word] for word in subjects}
        sides = _Sides(self, where)
        pools: dict[int, list[tuple[float, str, Name]]] = {size: [] for size in sizes}
        for name in {*near, *far, *awaited}:
            most = sizes.get(len(name.word), 0)
            if most >= MANY or (most and (name in awaited or sides.fits(name))):
                bonus = crossing.get(name, 0.0) + subjects.get(name.word, 0.0)
                score = sides.sketch(name) + bonus + LEANING[name.kind]
                pools[len(name.word)].append((-score, name.word, name))
        return [name for size, pool in pools.items() for _, _, name in sorted(pool)[: sizes[size]]]

    def _crossing(self, where: Gap) -> dict[Name, float]:
        """Candidates whose two ends make words with what stands on both sides: 颜(色|诱)人."""
        if not where.left or not where.right:
            return {}
        firsts, lasts = self.lexicon.joined(where.left[-1]), set(self.lexicon.joining(where.right[0]))
        names = (name for char in firsts for name in self.first.get(char, ()) if name.word[-1] in lasts)
        frequency = self.lexicon.frequency
        return {
            name: (frequency(where.left[-1] + name.word[0]) + frequency(name.word[-1] + where.right[0])) / SHARE
            for name in names
        }  # fmt: skip

    def single(self, char: str) -> float:
        """Chance of a character."""
        return (self.lexicon.single(char) + 0.5) / CHARACTERS

    @lru_cache(maxsize=1 << 15)  # noqa: B019 (one shortlist a process)
    def pair(self, first: str, second: str, backwards: bool) -> float:
        """Chance of the one character beside the other: of `first` before `second` if backwards, else of `second` after `first`."""
        given, asked = (second, first) if backwards else (first, second)
        return 0.7 * self.lexicon.pair(first + second) / (self.lexicon.single(given) + 20) + 0.3 * self.single(asked)


class _Sides:
    """The two sides of one gap: what many candidates share is reckoned once."""

    def __init__(self, shortlist: Shortlist, where: Gap) -> None:
        self.lexicon, self.where = shortlist.lexicon, where
        self.left, self.right = where.before[-1], where.after[0]
        self.befores = _Memo(lambda char: shortlist.pair(self.left, char, True))
        self.afters = _Memo(lambda char: shortlist.pair(char, self.right, False))
        self.rare = math.log(shortlist.single(self.left) * shortlist.single(self.right))

    def fits(self, name: Name) -> bool:
        """Whether the candidate was told of beside a nearest neighbour, or seen beside both."""
        left, right = self.left, self.right
        return left in name.told_before or right in name.told_after or (left in name.before and right in name.after)

    def sketch(self, name: Name) -> float:
        """How much likelier the candidate makes its nearest neighbours, with what was told of them."""
        word, lexicon, before, after, told = name.word, self.lexicon, 0.0, 0.0, 0.0
        if self.left in name.told_before or self.left in name.before:
            before, told = lexicon.context(self.left, word, ""), lexicon.told_left(self.where.before, word)[0]
        if self.right in name.told_after or self.right in name.after:
            after, told = lexicon.context("", word, self.right), told + lexicon.told_right(word, self.where.after)[0]
        firm_l, firm_r = FIRM + UNSEEN * name.left, FIRM + UNSEEN * name.right
        p_left = (before + firm_l * self.befores[word[0]]) / (name.left + firm_l)
        p_right = (after + firm_r * self.afters[word[-1]]) / (name.right + firm_r)
        return math.log(p_left * p_right) - self.rare + told


class _Memo(dict[str, float]):
    """Reckons a number for each character once."""

    def __init__(self, reckon: Callable[[str], float]) -> None:
        self.reckon = reckon

    def __missing__(self, char: str) -> float:
        self[char] = number = self.reckon(char)
        return number
