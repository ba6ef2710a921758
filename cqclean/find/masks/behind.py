"""Does a single star likely hide a word, though what stands beside it would make a word without it?

进山要有持*证: 持证 is a word, but a filter hid 枪. Only one that is likely and makes a word there keeps the star: what reads much better
as one stretch was parted.
"""

from functools import lru_cache

from cqclean.find.masks.certainty import JOINED
from cqclean.find.masks.detect import masks
from cqclean.find.masks.judged import judged
from cqclean.find.masks.verdict import Verdict
from cqclean.text.document import Document

LIKELY = 0.65  # probability from which a hidden word is likely; of 500 stars put into words some ten have a guess as likely


def hides(document: Document, start: int) -> bool:
    """Whether the star at a place likely hides a word."""
    return start in _likely(document)


@lru_cache(maxsize=1)
def _likely(document: Document) -> frozenset[int]:
    return frozenset(verdict.mask.start for verdict in judged(document.text, tuple(masks(document))) if _is_likely(verdict))


def _is_likely(verdict: Verdict) -> bool:
    if verdict.mask.signs > 1 or verdict.whole.odds >= JOINED or not verdict.guesses:
        return False
    return verdict.guesses[0].probability >= LIKELY and bool(verdict.guesses[0].reading.span)
