"""Which word stood behind each mask of a document, and how sure is that?

The candidates of every mask are read in their gaps; then the masks are judged together: which system counted the stars, which words
the document shows elsewhere (its filter does not hide those), which words were already found with confidence (they come again).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from cqclean.find.masks.certainty import UNBOUND, bond, certainty, is_sure
from cqclean.find.masks.detect import Mask
from cqclean.find.masks.lexicon import Gap, Lexicon
from cqclean.find.masks.rank import Ranker, Reading, ranker
from cqclean.find.masks.system import System, chance, counted, possible
from cqclean.find.masks.system import weights as weights_of
from cqclean.find.masks.usual import PRAISE, PRIME, bonus, of_bytes
from cqclean.find.masks.verdict import Guess, Verdict, Whole
from cqclean.find.masks.weigh import Tree, Weights

SHORT, FEW = 12, 8  # candidates of one length that are read; of one that only filters with one run for any word would hide so
RARE = 1e-3  # chance that is added to that of a length before its logarithm is taken
ANCHOR = 1.5  # added to the score of a word that was restored elsewhere with confidence
SHADOW = 3.0  # by how much more than such a word another must fit to be sure
SEEN = (4.0, 2.5)  # taken from the score of a word that stands unmasked in the document: a single character, a longer word
FRAME, FRAMED = 2, 10.0  # unless it stands there between as many of the same characters on each side: that is added then
SEEN_PRIME = 1.5  # the same for the commonest hidden words: a page quotes others, whose filters differ
SELLS = 0.013  # words of selling or praise a character from which a whole text sells
UNSOLD = 2.5  # taken from the score of praise that the Advertising Law forbids where nobody sells: no filter hides it there
ROUNDS = 2
VOICE = (0.75, 0.7)  # probability and certainty from which the guess for a single sign vouches for the same guess for another
BOLD = 3.0  # times likelier at most that a document whose masks all fit candidates makes each
SETTLE = 4  # times that the share of masks that hide a candidate is reckoned anew
KNOWN = (0.7, 3.0)  # share of masks that hide a candidate, and how many masks that opinion is worth against those of the document
COMMON = 9.0  # logarithm of the frequency from which a word is common enough to have had signs put into it
LONGER = 5.0  # taken from a word behind one sign whose first character alone makes one with what stands before: 女*, not 女尸体
ACROSS = 6.0  # taken from a candidate of policy "across" that does not fall across a word border


class Anchors:
    """The words that were restored with confidence, and where. No mask anchors itself: that a guess is likely is told once."""

    def __init__(self, sure: Iterable[Verdict] = ()) -> None:
        self.places: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for verdict in sure:
            self.places[verdict.mask.sign][verdict.guesses[0].reading.name.word].add(verdict.mask.start)

    def elsewhere(self, mask: Mask) -> set[str]:
        """The words found behind other masks of this filler."""
        return {word for word, places in self.places[mask.sign].items() if places - {mask.start}}


class _Pool(NamedTuple):
    """The candidates of a mask. share: the chance that it hides as many characters if nothing is known of its document; doubles: which
    characters beside it are a word if doubled; begun: whether a word of one character stands before it."""

    mask: Mask
    gap: Gap
    readings: list[Reading]
    scored: list[tuple[float, float, Reading]]  # score, what of it was taken off because the word stands in the text, reading
    share: dict[int, float]
    whole: Whole
    sells: bool
    doubles: str
    begun: bool


class _Odds(NamedTuple):
    """A candidate's odds against a word that is none; given: the same if that it stands in the text, or was
    given back there, told more for it."""

    part: float
    reading: Reading
    given: float


def verdicts(text: str, found: Sequence[Mask], lexicon: Lexicon, weights: Weights) -> list[Verdict]:
    """Judge the masks of a document."""
    reader = ranker(lexicon)
    sells = len(PRAISE.findall(text)) > SELLS * len(text)
    pools = [_pool(text, sells, mask, reader, weights) for mask in found]
    anchors = Anchors()
    judged: list[Verdict] = []
    for _ in range(ROUNDS):
        judged = [_certain(verdict, weights.certainty) for verdict in _judge(pools, anchors)]
        anchors = Anchors(verdict for verdict in judged if is_sure(verdict) and not verdict.mask.doubtful)
        for pool in pools:
            _complete(pool, anchors.elsewhere(pool.mask), text, reader, weights)
    return _chorus(judged)


def _chorus(judged: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts, where single signs that likely hide one word vouch for each other: no footnote marks both *好 and *近."""
    voices = [_voice(verdict) for verdict in judged]
    heard = Counter(filter(None, voices))
    alike = zip(judged, voices, strict=True)
    return [verdict._replace(company=True, chorus=True) if heard[word] > 1 else verdict for verdict, word in alike]


def _voice(verdict: Verdict) -> str:
    """The word that a single sign likely hides, or nothing."""
    likely = verdict.guesses and verdict.guesses[0].probability >= VOICE[0] and verdict.certainty >= VOICE[1]
    return verdict.guesses[0].reading.name.word if likely and verdict.mask.signs == 1 else ""


def read(left: str, right: str, signs: int, ranker: Ranker) -> tuple[Gap, list[Reading], dict[int, float]]:
    """The gap between two texts, its candidates, and how likely each length is if nothing is known of the document."""
    where, systems = ranker.gap(left, right), weights_of([(signs, {})])
    sizes = {size: SHORT if size in counted(signs) else FEW for size in possible(signs)}
    readings = [ranker.read(name, where) for name in ranker.shortlist.likely(where, sizes)]
    return where, readings, {size: chance(size, signs, systems) for size in sizes}


def evidence(readings: Sequence[Reading], share: Mapping[int, float]) -> list[tuple[float, ...]]:
    """What is weighed: each candidate's evidence and how likely its length is."""
    return [(*reading.evidence, math.log(share[len(reading.name.word)] + RARE)) for reading in readings]


def _pool(text: str, sells: bool, mask: Mask, ranker: Ranker, weights: Weights) -> _Pool:
    where, readings, share = read(mask.left, mask.right, mask.signs, ranker)
    sells = mask.signs == 1 or sells or len(PRAISE.findall(mask.left + mask.right)) > 1
    doubles = "".join(char for char in (where.left[-1:], where.right[:1]) if ranker.lexicon.frequency(char * 2) >= COMMON)
    begun = len(where.left) - 1 in ranker.divider.divide(where.left)[1]
    pool = _Pool(mask, where, readings, [], share, _whole(where, ranker), sells, doubles, begun)
    _weigh(pool, text, weights)
    _complete(pool, _framed(where, text) & ranker.lexicon.by_word.keys(), text, ranker, weights)
    return pool


def _framed(where: Gap, text: str) -> set[str]:
    """What stands elsewhere in the document between the same characters."""
    left, right = where.left[-FRAME:], where.right[:FRAME]
    return set(re.findall(f"{left}([\u4e00-\u9fff]{{1,5}}?){right}", text)) if len(left) == len(right) == FRAME else set()


def _whole(where: Gap, ranker: Ranker) -> Whole:
    """The word that what stands beside the signs makes without them."""
    best = ""
    for before in range(1, min(3, len(where.left)) + 1):
        for after in range(1, min(3, len(where.right)) + 1):
            word = where.left[-before:] + where.right[:after]
            if ranker.lexicon.frequency(word) >= COMMON and len(word) >= len(best):
                best = word
    return Whole(best, ranker.joins(where) if best else 0.0)


def _complete(pool: _Pool, words: Iterable[str], text: str, ranker: Ranker, weights: Weights) -> None:
    """Read the words that were found behind other masks in this gap, too."""
    known = {reading.name.word for reading in pool.readings}
    names = (ranker.lexicon.by_word[word] for word in sorted(words) if word not in known and len(word) in pool.share)
    more = [ranker.read(name, pool.gap) for name in names if name.policy != "never"]
    if more:
        pool.readings.extend(more)
        _weigh(pool, text, weights)


def _weigh(pool: _Pool, text: str, weights: Weights) -> None:
    """Score the candidates of a mask."""
    odds = weights.odds(evidence(pool.readings, pool.share))
    ends = _ends(pool.readings) if pool.mask.signs == 1 else set()
    pool.scored[:] = [_scored(reading, score, pool, ends, text) for reading, score in zip(pool.readings, odds, strict=True)]


def _ends(readings: Iterable[Reading]) -> set[str]:
    """The candidates of one character with which what stands before the mask makes a word."""
    return {one.name.word for one in readings if len(one.name.word) == 1 and one.reach[0] and one.span}


def _scored(reading: Reading, score: float, pool: _Pool, ends: set[str], text: str) -> tuple[float, float, Reading]:
    name = reading.name
    seen = (SEEN_PRIME if name.word in PRIME else SEEN[len(name.word) > 1]) if name.word in text else 0.0
    across = ACROSS if name.policy == "across" and not reading.crossed else 0.0
    unsold = UNSOLD if name.kind == "ad" and not pool.sells else 0.0
    longer = LONGER if name.word[:1] in ends and len(name.word) > 1 and not reading.span else 0.0
    if seen and name.policy == "restore" and name.word in _framed(pool.gap, text):
        seen = -FRAMED
    return score - seen - across - unsold - longer, max(seen, 0.0), reading


def _judge(pools: Sequence[_Pool], anchors: Anchors) -> list[Verdict]:
    judged: list[Verdict] = []
    for sign in sorted({pool.mask.sign for pool in pools}):
        found = [pool for pool in pools if pool.mask.sign == sign]
        systems = weights_of((pool.mask.signs, _fits(pool)) for pool in found)
        odds = [_odds(pool, systems, anchors.elsewhere(pool.mask)) for pool in found]
        scale = _scale([sum(one.part for one in parts) for parts in odds])
        judged += [_verdict(pool, parts, scale, systems, anchors.elsewhere(pool.mask)) for pool, parts in zip(found, odds, strict=True)]
    return judged


def _scale(totals: Sequence[float]) -> float:
    """What a document tells of its filter: many masks that no candidate fits make each candidate less likely, few make it likelier."""
    scale = 1.0
    for _ in range(SETTLE):
        known = (KNOWN[0] * KNOWN[1] + sum(total * scale / (1 + total * scale) for total in totals)) / (KNOWN[1] + len(totals))
        scale = min(BOLD, known / (1 - known) * (1 - KNOWN[0]) / KNOWN[0])
    return scale


def _fits(pool: _Pool) -> dict[int, float]:
    """The odds, by length, that a candidate stood there and not another word."""
    fits: dict[int, float] = defaultdict(float)
    for score, _, reading in pool.scored:
        size = len(reading.name.word)
        fits[size] += math.exp(min(score, 20.0)) / pool.share[size]
    return fits


def _odds(pool: _Pool, systems: dict[System, float], anchors: set[str]) -> list[_Odds]:
    """Each candidate's odds against a word that is none."""
    odds = []
    bytes_ = of_bytes(systems, pool.mask.signs)
    shares = {size: chance(size, pool.mask.signs, systems) / share for size, share in pool.share.items()}
    praised = pool.mask.signs == 1 and bool(PRAISE.search(pool.mask.left + pool.mask.right))
    for score, seen, reading in pool.scored:
        word = reading.name.word
        more = (ANCHOR + seen if word in anchors else 0.0) + bonus(reading, bytes_, praised)
        if shares[len(word)] > 0:
            part = math.exp(min(score + more, 20.0)) * shares[len(word)]
            given = SHADOW if word in anchors else seen + ANCHOR if seen else 0.0
            odds.append(_Odds(part, reading, part * math.exp(given)))
    return odds


def _verdict(pool: _Pool, odds: list[_Odds], scale: float, systems: dict[System, float], anchors: set[str]) -> Verdict:
    total = 1.0 + scale * sum(one.part for one in odds)
    best = nlargest(3, odds, key=lambda one: one.part)
    guesses = tuple(Guess(one.reading, scale * one.part / total) for one in best)
    system = max(systems, key=lambda one: systems[one])
    anchored = bool(guesses) and guesses[0].reading.name.word in anchors
    length = chance(len(guesses[0].reading.name.word), pool.mask.signs, systems) if guesses else 0.0
    rivals = [one for one in odds if not best or one is not best[0]]
    rival = max((bond(one.reading) for one in rivals), default=UNBOUND)
    shadowed = any(one.given > best[0].part for one in rivals)
    found = (pool.mask, pool.gap, guesses, system, anchored, pool.whole, scale > 1, length, rival, shadowed)
    return Verdict(*found, doubles=pool.doubles, company=bool(anchors), begun=pool.begun)


def _certain(verdict: Verdict, trees: Sequence[Tree]) -> Verdict:
    return verdict._replace(certainty=certainty(verdict, trees)) if verdict.guesses else verdict
