"""What are the verdicts on the masks of the text at hand, for all finders that ask?"""

from functools import lru_cache

from cqclean.find.masks.detect import Mask
from cqclean.find.masks.lexicon import lexicon
from cqclean.find.masks.restore import verdicts
from cqclean.find.masks.verdict import Verdict
from cqclean.find.masks.weigh import fitted


@lru_cache(maxsize=1)  # two finders ask for the same text, one after the other
def judged(text: str, found: tuple[Mask, ...]) -> tuple[Verdict, ...]:
    """The verdicts on masks, by the data that cqclean ships; to judge one takes milliseconds."""
    return tuple(verdicts(text, found, lexicon(), fitted()))
