"""Which word stood behind each mask of a document, and how sure is that?

The candidates of every mask are read in their gaps; then the masks are judged together: which system counted the stars, which words
the document shows elsewhere (its filter does not hide those), which words were already found with confidence (they come again).
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import NamedTuple

from cqclean.find.masks.detect import Mask
from cqclean.find.masks.lexicon import Gap, Lexicon, Name
from cqclean.find.masks.rank import Ranker, Reading, ranker
from cqclean.find.masks.system import System, chance, possible, weights

SHORT = 9  # candidates of one length that are read in full
SURE = (0.75, 0.955)  # probability that suffices for a plain mask, for a doubtful one
FITTING = 0.65  # the same for a plain one in a document most of whose masks a candidate fits
ONE_SIDED = (0.99, 0.85)  # the same where only one side speaks for the word: elsewhere, in such a document
EDGE = 0.985  # the same for a single sign beside a punctuation mark (most are footnotes and ratings) and for what may be emphasis
LONE = 0.985  # the same for a single sign that may hide a common character (it is often something else), and for one behind two signs
COMMON_KINDS = ("core", "likely")
CLEAR = 0.45  # probability that suffices for a plain mask where no other candidate comes near
LEAD = 12.0  # times that the best candidate must be likelier than the next to be clear
LEAST = 0.003  # probability that a next candidate is taken to have at least
ANCHOR = 1.5  # added to the score of a word that was restored elsewhere with confidence
SEEN = (4.0, 2.5)  # taken from the score of a word that stands unmasked in the document: a single character, a longer word
SEEN_PRIME = 1.5  # the same for the commonest hidden words: a page quotes others, whose filters differ
PRIME = {"性": 4.4, "成人": 5.0, "操": 1.0}  # added where stars count bytes: on such pages of news and industry most masks are one of these
SELLING = {"最": 2.0, "著": 3.0}  # added where one sign begins a known word: filters of the advertising law hide these in 最佳, 著名
SELLS = 0.013  # words of selling or praise a character from which a whole text sells
UNSOLD = 2.5  # taken from the score of praise that the Advertising Law forbids where nobody sells: no filter hides it there
PRAISE = re.compile(  # words of selling and praise
    "[销售买卖购牌奖榜荣誉获店厂商价]|作家|作者|公司|产品|图书|品牌|客户|质保|包邮|优惠|领域|行业|畅销|出版|文学|读者|推荐|全球|大师|经典|小说|权威|世界"
)
PRIME_FIT = (-0.25, 0.14)  # evidence of the left and of the right neighbour (a tenth of its log odds) that a longer one of these needs
PRIME_SYSTEM = 3  # signs a character of that system
ROUNDS = 2
BOLD = 3.0  # times likelier at most that a document whose masks all fit candidates makes each
SETTLE = 4  # times that the share of masks that hide a candidate is reckoned anew
KNOWN = (0.7, 3.0)  # share of masks that hide a candidate, and how many masks that opinion is worth against those of the document
COMMON = 9.0  # logarithm of the frequency from which a word is common enough to have had signs put into it
JOINED = 8.2  # odds of a whole word from which signs were put into it (least without a false one in tuning)
ACROSS = 6.0  # taken from a candidate of policy "across" that does not fall across a word border


class Whole(NamedTuple):
    """A word that stands where the signs go, and by how much (a logarithm of odds) both sides read better as one stretch; "" if none."""

    word: str
    odds: float


class Guess(NamedTuple):
    """A candidate for a mask with its probability."""

    reading: Reading
    probability: float


class Verdict(NamedTuple):
    """The guesses for a mask, best first, the system of its filler, and whether the same word was restored elsewhere."""

    mask: Mask
    gap: Gap
    guesses: tuple[Guess, ...]
    system: System
    anchored: bool
    whole: Whole
    fitting: bool

    @property
    def sure(self) -> bool:
        """Whether the best guess may stand in the text."""
        if not self.guesses or self.whole.odds >= JOINED:
            return False
        first, second = self.guesses[0].probability, self.guesses[1].probability if len(self.guesses) > 1 else 0.0
        if self.mask.doubtful:
            footnote = self.mask.signs == 1 and not self.mask.right[:1].isalnum()
            return first >= (EDGE if footnote or (self.mask.paired and self.mask.signs > 1) else SURE[1])
        reading = self.guesses[0].reading
        if reading.one_sided:
            return first >= ONE_SIDED[self.fitting]
        if (self.mask.signs == 1 and reading.name.kind in COMMON_KINDS) or (self.mask.signs == 2 and len(reading.name.word) == 1):
            return first >= LONE
        return first >= (FITTING if self.fitting else SURE[0]) or (first >= CLEAR and first >= LEAD * (second + LEAST))


class _Pool(NamedTuple):
    mask: Mask
    gap: Gap
    scored: list[tuple[float, float, Reading]]  # score, what of it was taken off because the word stands in the text, reading
    whole: Whole
    sells: bool


def verdicts(text: str, found: Sequence[Mask], lexicon: Lexicon, weigh: Sequence[float], other: float) -> list[Verdict]:
    """Judge the masks of a document. weigh: the weight of each piece of evidence; other: the score of a word that is no candidate."""
    reader = ranker(lexicon)
    sells = len(PRAISE.findall(text)) > SELLS * len(text)
    pools = [_pool(text, sells, mask, reader, weigh) for mask in found]
    anchors: dict[str, set[str]] = defaultdict(set)
    judged: list[Verdict] = []
    for _ in range(ROUNDS):
        judged = _judge(pools, anchors, other)
        for verdict in judged:
            if verdict.sure and not verdict.mask.doubtful:
                anchors[verdict.mask.sign].add(verdict.guesses[0].reading.name.word)
        for pool in pools:
            _complete(pool, anchors[pool.mask.sign], text, reader, weigh)
    return judged


def _pool(text: str, sells: bool, mask: Mask, ranker: Ranker, weigh: Sequence[float]) -> _Pool:
    where = ranker.gap(mask.left, mask.right)
    pool = _Pool(mask, where, [], _whole(where, ranker), mask.signs == 1 or sells or len(PRAISE.findall(mask.left + mask.right)) > 1)
    for name in ranker.shortlist.likely(where, possible(mask.signs), SHORT):
        pool.scored.append(_scored(name, where, text, pool.sells, ranker, weigh))
    return pool


def _whole(where: Gap, ranker: Ranker) -> Whole:
    """The word that what stands beside the signs makes without them."""
    best = ""
    for before in range(1, min(3, len(where.left)) + 1):
        for after in range(1, min(3, len(where.right)) + 1):
            word = where.left[-before:] + where.right[:after]
            if ranker.lexicon.frequency(word) >= COMMON and len(word) >= len(best):
                best = word
    return Whole(best, ranker.joins(where) if best else 0.0)


def _complete(pool: _Pool, words: Iterable[str], text: str, ranker: Ranker, weigh: Sequence[float]) -> None:
    """Read the words that were found behind other masks in this gap, too."""
    known = {reading.name.word for _, _, reading in pool.scored}
    for word in sorted(words):
        if word not in known and len(word) in possible(pool.mask.signs):
            pool.scored.append(_scored(ranker.lexicon.by_word[word], pool.gap, text, pool.sells, ranker, weigh))


def _scored(name: Name, where: Gap, text: str, sells: bool, ranker: Ranker, weigh: Sequence[float]) -> tuple[float, float, Reading]:
    reading = ranker.read(name, where)
    score = sum(weight * value for weight, value in zip(weigh, reading.evidence, strict=True))
    seen = (SEEN_PRIME if name.word in PRIME else SEEN[len(name.word) > 1]) if name.word in text else 0.0
    across = ACROSS if name.policy == "across" and not reading.crossed else 0.0
    unsold = UNSOLD if name.kind == "ad" and not sells else 0.0
    return score - seen - across - unsold, seen, reading


def _judge(pools: Sequence[_Pool], anchors: dict[str, set[str]], other: float) -> list[Verdict]:
    judged: list[Verdict] = []
    for sign in sorted({pool.mask.sign for pool in pools}):
        found = [pool for pool in pools if pool.mask.sign == sign]
        systems = weights((pool.mask.signs, _fits(pool, other)) for pool in found)
        odds = [_odds(pool, systems, anchors[sign], other) for pool in found]
        scale = _scale([sum(part for part, _ in parts) for parts in odds])
        judged += [_verdict(pool, parts, scale, systems, anchors[sign]) for pool, parts in zip(found, odds, strict=True)]
    return judged


def _scale(totals: Sequence[float]) -> float:
    """What a document tells of its filter: many masks that no candidate fits make each candidate less likely, few make it likelier."""
    scale = 1.0
    for _ in range(SETTLE):
        known = (KNOWN[0] * KNOWN[1] + sum(total * scale / (1 + total * scale) for total in totals)) / (KNOWN[1] + len(totals))
        scale = min(BOLD, known / (1 - known) * (1 - KNOWN[0]) / KNOWN[0])
    return scale


def _fits(pool: _Pool, other: float) -> dict[int, float]:
    """The odds, by length, that a candidate stood there and not another word."""
    fits: dict[int, float] = defaultdict(float)
    for score, _, reading in pool.scored:
        fits[len(reading.name.word)] += math.exp(min(score - other, 20.0))
    return fits


def _odds(pool: _Pool, systems: dict[System, float], anchors: set[str], other: float) -> list[tuple[float, Reading]]:
    """Each candidate's odds against a word that is none."""
    odds = []
    prime = sum(weight for system, weight in systems.items() if system.unit == PRIME_SYSTEM and pool.mask.signs % PRIME_SYSTEM == 0)
    shares = {size: chance(size, pool.mask.signs, systems) for size in possible(pool.mask.signs)}
    praised = pool.mask.signs == 1 and PRAISE.search(pool.mask.left + pool.mask.right)
    for score, seen, reading in pool.scored:
        word = reading.name.word
        bonus = (ANCHOR + seen if word in anchors else 0.0) + _prime(reading, prime)
        if praised and reading.span.startswith(word):
            bonus += SELLING.get(word, 0.0)
        if shares[len(word)] > 0:
            odds.append((math.exp(min(score + bonus - other, 20.0)) * shares[len(word)], reading))
    return odds


def _verdict(pool: _Pool, odds: list[tuple[float, Reading]], scale: float, systems: dict[System, float], anchors: set[str]) -> Verdict:
    total = 1.0 + scale * sum(part for part, _ in odds)
    best = nlargest(3, odds, key=lambda pair: pair[0])
    guesses = tuple(Guess(reading, scale * part / total) for part, reading in best)
    system = max(systems, key=lambda one: systems[one])
    anchored = bool(guesses) and guesses[0].reading.name.word in anchors
    return Verdict(pool.mask, pool.gap, guesses, system, anchored, pool.whole, scale > 1)


def _prime(reading: Reading, share: float) -> float:
    """What is added for the few words that most masks of a filter of bytes hide; a single character must end or begin a known word."""
    word = reading.name.word
    fits = bool(reading.span) if len(word) == 1 else reading.evidence[0] > PRIME_FIT[0] and reading.evidence[2] > PRIME_FIT[1]
    return share * PRIME.get(word, 0.0) if fits else 0.0
