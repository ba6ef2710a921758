"""What is made of one mask?"""

from typing import NamedTuple

from cqclean.find.masks.detect import Mask
from cqclean.find.masks.lexicon import Gap
from cqclean.find.masks.rank import Reading
from cqclean.find.masks.system import System


class Whole(NamedTuple):
    """A word that stands where the signs go, and by how much (a logarithm of odds) both sides read better as one stretch; "" if none."""

    word: str
    odds: float


class Guess(NamedTuple):
    """A candidate for a mask with its probability."""

    reading: Reading
    probability: float


class Verdict(NamedTuple):
    """The guesses for a mask, best first, the system of its filler, whether the same word was restored elsewhere, whether most masks of
    the document hide candidates, the chance that the mask hides as many characters as the best guess has, how
    well the best of the others makes words with both sides, whether one of them would be likelier if that it stands in the
    text, or was given back there, told more for it, how certain the guess is, which characters beside the mask are a word if doubled,
    whether a word was given back elsewhere in the document, whether several signs hide the best guess, whether what stands before
    the mask ends in a word of one character."""

    mask: Mask
    gap: Gap
    guesses: tuple[Guess, ...]
    system: System
    anchored: bool
    whole: Whole
    fitting: bool
    length: float
    rival: float
    shadowed: bool = False
    certainty: float = 0.0
    doubles: str = ""
    company: bool = False
    chorus: bool = False
    begun: bool = False
