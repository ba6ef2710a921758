"""Which of the words that may fit reads best in the gap?

Each candidate becomes a row of evidence: what stands beside it in other texts (nearest neighbours, then wider ones), whether known words
hold it together with its neighbours, how well the stretch divides into words, how common it is, in which list of filters it stands, how
well it fits what is talked of around (find/masks/meaning). Small trees (find/masks/weigh) weigh the evidence of all candidates.
"""

import math
from functools import lru_cache
from typing import NamedTuple

from cqclean.find.masks.divide import UNKNOWN, Divider
from cqclean.find.masks.lexicon import LONGEST, Gap, Lexicon, Name, klass
from cqclean.find.masks.meaning import Meaning, meaning
from cqclean.find.masks.shortlist import FIRM as FIRM_NEAREST
from cqclean.find.masks.shortlist import UNSEEN, Shortlist
from cqclean.text.late import late

KINDS = ("wild", "core", "likely", "across", "ad")
REACH = 3  # characters of context on each side that are counted
SIGHT = 14  # characters on each side that tell what is talked of
TELLING = (4.5, 5.5)  # worth of a told side from which it tells much: few words share it, hardly any other does
SURELY = (6.4, 0.5)  # worth of a told side, evidence of a counted one, from which a side speaks fully for a candidate
SUBJECT = 28  # characters on each side in which topics are looked for
SIGNS = late(",+")
WINDOW = 6  # characters on each side that are divided into words
STRAND = 4.5  # logarithm of how much larger the corpus of the word list is than that of the characters
FIRM = (FIRM_NEAREST, 20.0, 10.0)  # imagined occurrences that hold an estimate to the one with less context, by width of context


class Reading(NamedTuple):
    """A candidate in its gap: its evidence, the longest known word that holds it and more, whether a word border cuts it, how much the
    weaker and the stronger of its sides speak for it (find/masks/certainty has how), over which of its borders known words reach."""

    name: Name
    evidence: tuple[float, ...]
    span: str
    crossed: bool
    support: tuple[float, float]
    reach: tuple[bool, bool]


def _run(text: str) -> str:
    """The Han characters at the beginning of a text, WINDOW at most."""
    for at, char in enumerate(text[:WINDOW]):
        if klass(char) != char or char == ",":
            return text[:at]
    return text[:WINDOW]


def normal(text: str) -> str:
    """A text as it was counted: Han characters, one mark for any run of other signs."""
    return SIGNS.sub(",", "".join(map(klass, "".join(text.split()))))


def _widened(less: float, more: float, base: float, firm: float) -> float:
    """Logarithm of how much likelier one more character of context is than its plain chance, from the counts without it and with it."""
    return math.log((more + firm * base) / (less + firm) / base)


def _support(told: float, counted: float) -> float:
    """How much a side speaks for a candidate in absolute terms: by what was told of it or by what was counted, whichever says more."""
    return max(told / SURELY[0], max(-1.0, min(1.0, counted / SURELY[1])))


class Ranker:
    """Reads candidates in gaps with one lexicon."""

    def __init__(self, lexicon: Lexicon, meaning: Meaning) -> None:
        self.lexicon, self.meaning = lexicon, meaning
        self.divider = Divider(lexicon)
        self.shortlist = Shortlist(lexicon)
        self.subjects = lru_cache(maxsize=64)(lexicon.subjects)

    def gap(self, left: str, right: str) -> Gap:
        """The gap between two texts."""
        before, after = normal(f",{left}"[-SIGHT - 4 :]), normal(f"{right},"[: SIGHT + 4])
        topics = frozenset(self.lexicon.topics(f"{left[-SUBJECT:]},{right[:SUBJECT]}"))
        pad = "," * REACH
        sides = _run(left[::-1])[::-1], _run(right)
        return Gap(*sides, (pad + before)[-REACH:], (after + pad)[:REACH], topics, self.meaning.around(before, after))

    def span(self, word: str, where: Gap) -> str:
        """The longest known word that holds `word` with neighbours."""
        left, right = where.left, where.right
        best, score = "", (0, 0.0)
        for before in range(min(len(left), LONGEST - len(word)) + 1):
            for after in range(min(len(right), LONGEST - len(word) - before) + 1):
                if before + after:
                    held = left[len(left) - before :] + word + right[:after]
                    frequency = self.lexicon.frequency(held)
                    if frequency and (before + after, frequency) > score:
                        best, score = held, (before + after, frequency)
        return best

    def read(self, name: Name, where: Gap) -> Reading:
        """A candidate's row of evidence."""
        span = self.span(name.word, where)
        extra = len(span) - len(name.word) if span else 0
        gain, inside, crossed, reach, bonds = self._division(name.word, where)
        explained, stranded = self._strands(where, reach)
        (told_left, width_left), (told_right, width_right) = (
            self.lexicon.told_left(where.before, name.word),
            self.lexicon.told_right(name.word, where.after),
        )
        left, lefts, right, rights, both = self._neighbours(name, where)
        evidence = (
            *(left, lefts, right, rights, both),
            gain / 10,
            float(extra >= 1),
            float(extra >= 2),
            float(extra >= 3),
            self.lexicon.frequency(span) / 10 if span else 0.0,
            float(inside),
            float(crossed),
            math.log(name.seen + 0.2) / 10,
            self.lexicon.frequency(name.word) / 10,
            self.meaning.fits(name.word, where.around) / 5,
            told_left / 5,
            told_right / 5,
            min(told_left, told_right) / 5,
            *(float(told > worth) for worth in TELLING for told in (told_left, told_right)),
            min(self.subjects(where.topics).get(name.word, 0.0), 12.0) / 5,
            *(float(name.kind == kind) for kind in KINDS),
            *(width_left / 3, width_right / 3),
            *self._held(name.word, where),
            *(float(where.before[-1] == ","), float(where.after[0] == ",")),
            *(float(reach[0]), float(reach[1]), float(all(reach))),
            *(float(len(name.word) == 1), float(len(name.word) > 2)),
            *(bonds[0] / 10, bonds[1] / 10, min(bonds) / 10 if crossed else 0.0),
            *(explained / 5, stranded / 5),
            float(self._says_again(name.word, where)),
        )
        sides = []
        if where.before[-1] != ",":
            sides.append(_support(told_left, left + lefts))
        if where.after[0] != ",":
            sides.append(_support(told_right, right + rights))
        return Reading(name, evidence, span, crossed, (min(sides, default=0.0), max(sides, default=0.0)), reach)

    def _neighbours(self, name: Name, where: Gap) -> tuple[float, ...]:
        """By how much the candidate makes its neighbours likelier: nearest left, wider left, nearest right, wider right; both at once."""
        word, before, after = name.word, where.before, where.after
        count = self.lexicon.context
        near, wide, far = count(before[-1], word, ""), count(before[-2:], word, ""), count(before, word, "")
        firm = FIRM[0] + UNSEEN * name.left
        left = math.log(
            (near + firm * self.shortlist.pair(before[-1], word[0], True)) / (name.left + firm) / self.shortlist.single(before[-1])
        )
        base2, base3 = self.shortlist.pair(before[-2], before[-1], True), self.shortlist.pair(before[-3], before[-2], True)
        lefts = _widened(near, wide, base2, FIRM[1]) + _widened(wide, far, base3, FIRM[2])
        near_r, wide_r, far_r = count("", word, after[0]), count("", word, after[:2]), count("", word, after)
        firm = FIRM[0] + UNSEEN * name.right
        plain = (near_r + firm * self.shortlist.pair(word[-1], after[0], False)) / (name.right + firm)
        right = math.log(plain / self.shortlist.single(after[0]))
        base2, base3 = self.shortlist.pair(after[0], after[1], False), self.shortlist.pair(after[1], after[2], False)
        rights = _widened(near_r, wide_r, base2, FIRM[1]) + _widened(wide_r, far_r, base3, FIRM[2])
        joint = count(before[-1], word, after[0])
        both = math.log((joint + FIRM[1] * plain) / (near + FIRM[1]) / plain)
        return left / 10, lefts / 10, right / 10, rights / 10, both / 10

    def _held(self, word: str, where: Gap) -> tuple[float, ...]:
        """What is known of the candidate's two ends beside its neighbours: how frequent the words are that it makes with each side, how
        much likelier than chance its first and last characters stand there."""
        frequency, pair, single = self.lexicon.frequency, self.shortlist.pair, self.shortlist.single
        before, after = where.before[-1], where.after[0]
        return (
            max((frequency(where.left[-size:] + word) for size in range(1, min(3, len(where.left)) + 1)), default=0.0) / 10,
            max((frequency(word + where.right[:size]) for size in range(1, min(3, len(where.right)) + 1)), default=0.0) / 10,
            math.log(pair(before, word[0], True) / single(before)) / 10,
            math.log(pair(word[-1], after, False) / single(after)) / 10,
        )

    def _division(self, word: str, where: Gap) -> tuple[float, bool, bool, tuple[bool, bool], tuple[float, float]]:
        """The stretch divided into words: its cost over its sides', whether a larger word holds the candidate, whether a border cuts it,
        whether words reach over its left border and its right, by how much each side and the candidate's part there read better as one."""
        left, right, divide = where.left, where.right, self.divider.divide
        whole, borders = divide(left + word + right, len(left))
        start, end = len(left), len(left) + len(word)
        within = [border - start for border in borders if start < border < end]
        inside = not within and not (start in borders and end in borders)
        crossed = bool(within) and start not in borders and end not in borders
        reach = (bool(left) and start not in borders, bool(right) and end not in borders)
        first, last = (word[: min(within)], word[max(within) :]) if within else (word, word)
        bonds = (
            divide(left + first)[0] - divide(left)[0] - divide(first)[0] if reach[0] else 0.0,
            divide(last + right)[0] - divide(right)[0] - divide(last)[0] if reach[1] else 0.0,
        )
        return whole - divide(left)[0] - divide(right)[0], inside, crossed, reach, bonds

    @staticmethod
    def _says_again(word: str, where: Gap) -> bool:
        """Whether a candidate begins or ends with what stands beside it: 传**窝点 hides no 传销."""
        return len(word) > 1 and (where.before[-1] == word[0] or where.after[0] == word[-1])

    def _strands(self, where: Gap, reach: tuple[bool, bool]) -> tuple[float, float]:
        """How much of what stands beside the gap is no word by itself: what a candidate makes words of, and what it leaves."""
        left, right = self._strand(where.left, False), self._strand(where.right, True)
        parts = ((left, reach[0]), (right, reach[1]))
        return sum(part for part, reached in parts if reached), sum(part for part, reached in parts if not reached)

    @lru_cache(maxsize=64)  # noqa: B019
    def _strand(self, side: str, first: bool) -> float:
        """How rarely the character beside the gap is a word of its own (a logarithm), if it stands alone as its side is divided."""
        if not side:
            return 0.0
        borders = self.divider.divide(side)[1]
        if (1 if first else len(side) - 1) not in borders:
            return 0.0
        char = side[0] if first else side[-1]
        alone = self.lexicon.frequency(char) or UNKNOWN
        return max(0.0, min(5.0, math.log(self.lexicon.single(char) + 1) + STRAND - alone))

    def joins(self, where: Gap) -> float:
        """By how much the two sides read better as one stretch than apart: logarithm of the odds."""
        divide = self.divider.divide
        return divide(where.left + where.right)[0] - divide(where.left)[0] - divide(where.right)[0]


@lru_cache(maxsize=1)
def ranker(lexicon: Lexicon) -> Ranker:
    """The one that reads with a lexicon: its indexes are made once a process."""
    return Ranker(lexicon, meaning())
