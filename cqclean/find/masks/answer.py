"""What is done about each mask of a text?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cqclean.find.masks.certainty import JOINED, is_sure
from cqclean.find.masks.detect import Mask
from cqclean.find.masks.judged import judged
from cqclean.find.masks.verdict import Verdict
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.edits import Edit

SPLIT = 0.25  # probability of a hidden word under which signs may have been put into a whole word
SPLIT_SURELY = 9.0  # odds of a whole word from which that holds for a single sign though a hidden word is likelier
EMPHASISED = 8  # code points of words between two runs that may be one emphasis
OUTWEIGHS = 0.995  # confidence in a sure word behind one sign: a rule that only sees a sign within a word (讲*理) has less to go by
WORTH = 0.15  # probability from which a guess is worth a person's look


def edits(text: str, found: Sequence[Mask], ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the edit of each mask that has one."""
    levels = {rule.id: rule.level for rule in ruleset.rules if rule.finder == "masks"}
    verdicts = judged(text, tuple(found))
    emphasis = _emphasis(text, verdicts)
    for verdict in verdicts:
        if verdict.mask.start in emphasis:
            continue
        edit = _edit(text, verdict, settings.asterisk)
        if edit and edit.rule in levels:
            yield edit._replace(level=levels[edit.rule])


def _emphasis(text: str, verdicts: Sequence[Verdict]) -> set[int]:
    """Starts of runs that are the two ends of emphasis: alike, around a few words, and only one of them would be a sure mask."""
    ends: set[int] = set()
    for first, second in pairwise(sorted(verdicts, key=lambda verdict: verdict.mask.start)):
        opening, closing = first.mask, second.mask
        between = text[opening.end : closing.start]
        alike = text[opening.start : opening.end] == text[closing.start : closing.end]
        if alike and is_sure(first) != is_sure(second) and 0 < len(between) <= EMPHASISED and between.isalnum():
            ends |= {opening.start, closing.start}
    return ends


def _edit(text: str, verdict: Verdict, asterisk: str) -> Edit | None:
    mask, stars = verdict.mask, text[verdict.mask.start : verdict.mask.end]
    best = verdict.guesses[0] if verdict.guesses else None
    if best and is_sure(verdict):
        sure = max(best.probability, OUTWEIGHS if mask.signs == 1 else 0.0)
        return Edit(mask.start, mask.end, best.reading.name.word, "mask-restored", "", round(sure, 3), _why(verdict))
    whole = verdict.whole
    unlikely = best is None or best.probability < SPLIT
    if whole.odds >= JOINED and (unlikely or (whole.odds >= SPLIT_SURELY and mask.signs == 1 and not mask.doubtful)):
        return Edit(mask.start, mask.end, "", "mask-inserted", "", 0.9, f"Signs put into {whole.word} to pass a filter.")
    if asterisk == "mark" and not mask.doubtful:
        return Edit(mask.start, mask.end, f"⟦{stars.strip()}⟧", "mask-marked", "", 0.9, "A hidden word that can't be given back.")
    if asterisk == "drop" and not mask.doubtful:
        return Edit(mask.start, mask.end, "", "mask-dropped", "", 0.9, "A hidden word that can't be given back.")
    if best and best.probability >= WORTH:
        return Edit(mask.start, mask.end, best.reading.name.word, "mask-unsure", "", round(best.probability, 3), _why(verdict))
    return None


def _why(verdict: Verdict) -> str:
    """The reasons in words: probability, the word that spans it, the runner-up, the system, the anchor."""
    best = verdict.guesses[0]
    parts = [f"{best.reading.name.word} {best.probability:.0%}"]
    if best.reading.span:
        parts.append(f"makes {best.reading.span}")
    if len(verdict.guesses) > 1:
        second = verdict.guesses[1]
        parts.append(f"next {second.reading.name.word} {second.probability:.0%}")
    parts.append(verdict.system.name)
    if verdict.anchored:
        parts.append("restored elsewhere in this text")
    return "; ".join(parts)
