"""Is the best guess for a mask sure enough to stand in the text?

A wrong word is worse than a mask that stays, and the list of what filters hide is never whole: where the hidden word is missing from it,
the best of the others is likeliest though nothing speaks for it but that. So the probability among candidates is but one of the traits
that decide; the others say in absolute terms how well the guess stands there: whether both sides speak for it, whether known words
reach over its borders, how far the next candidate is, whether the number of hidden characters is known, whether a rival has as much for
it in kind: both make words with what stands on either side, both were told of on the one side and nothing was on the other, or both
sides speak for either. Small trees (scripts/train_certainty.py) weigh them.
"""

import math
from collections.abc import Sequence

from cqclean.find.masks.rank import Reading
from cqclean.find.masks.verdict import Verdict
from cqclean.find.masks.weigh import Tree, score

TRAITS = (
    *("odds", "lead", "weak", "strong", "both", "mute", "reach", "reach_both", "edge", "single", "length", "gain", "span"),
    *("subject", "meaning", "told", "wild", "anchored", "fitting", "crossed", "wide", "joint", "held"),
    *("rivalled", "clear", "bound", "doubtful", "holder", "shadowed"),
)  # fmt: skip
LEFTS, RIGHTS, BOTH, GAIN, MEANING, TOLD, SUBJECT = 1, 3, 4, 5, 14, 17, 22  # places in a reading's evidence (find/masks/rank)
BOND = -3
UNBOUND = -2.0  # bond of a candidate that makes no words with both sides
CLEAR = 0.25  # lead in bonds from which a guess is clear of its rivals
PLAUSIBLE, LIKELY = 0.002, 0.05  # probability of a rival from which it counts; and if it was told of on one side, or on both
LEAST = 0.65  # probability among candidates that a sure guess must have whatever else speaks for it
SINGLE = 0.9  # the same for one character behind two signs, of which each may stand for a character, and for what counts
COUNTS = frozenset(["第一", "第一名", "一级", "三级"])  # another number would fit as well
NEAR = 0.15  # probability of a rival from which no guess is sure: 传播**视频
DOUBTFUL = 0.955  # the same for what may be no mask
EDGE = 0.985  # the same for a single sign beside a punctuation mark (a footnote, a rating), a single × (put into a word), maybe emphasis
WHOLE = 0.997  # the same for other single stars there: behind a whole word may stand a footnote (质量可靠*。)
BEGUN = 0.93  # the same for a single star behind one character of which the guess makes a word: 以防发生爆*。
COMPANY = 0.85  # the same for a single star there if a word was given back elsewhere in the text, or if several hide one word
HEAD = 0.9  # the same for several signs at a line's beginning that no others answer
AGAIN = 0.98  # probability from which a guess may begin or end with what stands beside it
JOINED = 8.2  # odds of a whole word from which signs were put into it (least without a false one in tuning)
SURE = 0.83  # certainty from which a guess is sure: of 150 masks from which nothing was learned one was wrong (two from .82)
ALONE = (0.99, 0.8)  # probability from which a guess has no rival, and the certainty that it then needs
WITNESSED = (0.75, 0.6, 0.03)  # probability from which a guess told of on both sides is sure; its certainty; what rivals may have
TOLD_OF, TOLD_SLIGHTLY = 0.6, 0.2  # evidence of the side that was told less from which both were told of; under which one alone was
COUNTED = 0.5  # chance of a guess's length from which it fits how the document counts its signs
LEANING = (0.975, 0.9, 0.92)  # probability that a guess told of on one side needs; or certainty and, where it makes no word, probability
ONE_SIDED, SHARED = 0.2, 0.9  # support of the weaker side under which a guess rests on the other alone; a rival's there that is as much
NEXT = 0.003  # probability that a next candidate is taken to have at least
ODDS = 6.0  # logarithm of the odds beyond which it makes no difference
SPEAKS = 0.4  # support from which a side speaks for a guess


def is_sure(verdict: Verdict) -> bool:
    """Whether the best guess may stand in the text."""
    put_in = verdict.mask.signs == 1 and verdict.whole.odds >= JOINED
    if not verdict.guesses or put_in or _says_again(verdict):
        return False
    near = any(rival.probability >= NEAR for rival in verdict.guesses[1:])
    chance = verdict.guesses[0].probability
    sure = verdict.certainty >= (ALONE[1] if chance >= ALONE[0] else WITNESSED[1] if _is_witnessed(verdict) else SURE)
    return not near and sure and chance >= _least(verdict) and not _leans(verdict)


def _is_witnessed(verdict: Verdict) -> bool:
    """Whether the best guess was told of on both sides, and no rival is near: 镇上的**叔叔."""
    (reading, chance), rivals = verdict.guesses[0], verdict.guesses[1:]
    alone = all(rival.probability <= WITNESSED[2] for rival in rivals)
    return alone and chance >= WITNESSED[0] and reading.evidence[TOLD] >= TOLD_OF and verdict.length >= COUNTED


def _leans(verdict: Verdict) -> bool:
    """Whether the best guess rests on one side alone, where any other word of its kind would fit as well: 大声**地."""
    reading, chance = verdict.guesses[0]
    if verdict.anchored or reading.evidence[TOLD] >= TOLD_SLIGHTLY:
        return False
    makes_word = bool(reading.span) or bond(reading) > UNBOUND
    likely = verdict.certainty >= LEANING[1] and (makes_word or chance >= LEANING[2])
    return chance < LEANING[0] and not likely


def _says_again(verdict: Verdict) -> bool:
    """Whether the best guess begins or ends with what stands beside the mask: 传**窝点 hides no 传销, though 妈**生日 may hide 妈的, for
    妈妈 is a word, and *裸的 may hide 赤裸, for 赤裸裸 is one."""
    (reading, chance), gap = verdict.guesses[0], verdict.gap
    word = reading.name.word
    sides = ((gap.left[-1:], word[0], word[0] + word), (gap.right[:1], word[-1], word + word[-1]))
    again = any(side == end and side not in verdict.doubles and held not in reading.span for side, end, held in sides)
    return len(word) > 1 and chance < AGAIN and again


def _least(verdict: Verdict) -> float:
    """The probability that the best guess must have among the others."""
    mask = verdict.mask
    if mask.paired and mask.signs > 1:
        return EDGE
    word = verdict.guesses[0].reading.name.word
    if (mask.signs == 2 and len(word) == 1) or word in COUNTS:
        return SINGLE
    if not mask.doubtful:
        return LEAST
    if mask.signs > 1:
        return DOUBTFUL if mask.left or mask.sign != "*" else HEAD
    return _least_of_one(verdict)


def _least_of_one(verdict: Verdict) -> float:
    """The same for a single sign that may be none of a filter."""
    mask, reading = verdict.mask, verdict.guesses[0].reading
    if verdict.company and mask.sign == "*" and mask.left and (verdict.chorus or not mask.paired):
        return COMPANY
    if mask.sign == "*" and not mask.paired and not mask.right[:1].isalnum():
        return BEGUN if verdict.begun and reading.reach[0] and reading.span else WHOLE
    return EDGE if mask.sign == "×" or not mask.right[:1].isalnum() else DOUBTFUL


def certainty(verdict: Verdict, trees: Sequence[Tree]) -> float:
    """The chance that the best guess is right."""
    return 1 / (1 + math.exp(-score(trees, traits(verdict))))


def bond(reading: Reading) -> float:
    """How well a candidate that a word border cuts makes words with what stands on both sides: by the whole and by its weaker side."""
    evidence = reading.evidence
    return evidence[GAIN] + evidence[BOND] if evidence[BOND] > 0 else UNBOUND


def ambiguous(verdict: Verdict) -> bool:
    """Whether a rival has as much for it as the best guess."""
    first = verdict.guesses[0].reading
    if verdict.anchored:
        return False
    if bond(first) > UNBOUND:
        return bond(first) < verdict.rival + CLEAR
    for rival, chance in verdict.guesses[1:]:
        like = len(rival.name.word) == len(first.name.word) and len(rival.span) >= len(first.span)
        one_sided = first.support[0] < ONE_SIDED and rival.support[1] >= SHARED and chance >= PLAUSIBLE
        if like and (one_sided or (rival.support[0] >= SPEAKS and chance >= LIKELY)):
            return True
    return False


def traits(verdict: Verdict) -> tuple[float, ...]:
    """What says how sure the best guess is."""
    first = verdict.guesses[0]
    second = verdict.guesses[1].probability if len(verdict.guesses) > 1 else 0.0
    reading, chance = first.reading, min(max(first.probability, 1e-4), 1 - 1e-4)
    (weak, strong), (left, right), evidence, word = reading.support, reading.reach, reading.evidence, reading.name.word
    edge = not verdict.gap.left or not verdict.gap.right
    rival = verdict.guesses[1].reading.evidence if len(verdict.guesses) > 1 else evidence
    return (
        max(-ODDS, min(ODDS, math.log(chance / (1 - chance)))) / 2,
        min(ODDS, math.log(chance / (second + NEXT))) / 2,
        weak,
        strong,
        float(weak >= SPEAKS),
        float(weak <= 0),
        float(left or right),
        float(left and right),
        float(edge),
        float(len(word) == 1),
        verdict.length,
        max(-1.5, min(1.0, evidence[GAIN])),
        float(len(reading.span) >= 3),
        evidence[SUBJECT],
        max(-2.0, min(2.0, evidence[MEANING] - rival[MEANING])),
        evidence[TOLD],
        float(reading.name.kind == "wild"),
        float(verdict.anchored),
        float(verdict.fitting),
        float(reading.crossed),
        max(min(evidence[LEFTS], 0.8), min(evidence[RIGHTS], 0.8)),
        max(-0.3, min(0.3, evidence[BOTH])),
        max(0.0, weak) * float(left or right),
        float(ambiguous(verdict)),
        max(-1.0, min(1.0, bond(reading) - verdict.rival)) if bond(reading) > UNBOUND else 0.0,
        float(bond(reading) > UNBOUND),
        float(verdict.mask.doubtful),
        float(len(reading.span)),
        float(verdict.shadowed),
    )
