"""Which words of two characters in a series were all set wide: 牡 丹、芍 药、月 季?

Some of them are in no list of words (红 枫), or too short to be judged alone: the others speak for them. Names begin with surnames.
"""

from cqclean.find import words
from cqclean.find.between import HAN, Gap
from cqclean.find.parted import is_list, is_prose
from cqclean.find.written import table
from cqclean.text.document import Document
from cqclean.text.late import late

_SERIES = late(rf"[{HAN}] [{HAN}](?:[、，和与及或][{HAN}] [{HAN}])+(?! [{HAN}])")
_MEMBER = late(rf"[{HAN}] [{HAN}]")


def judged(document: Document) -> tuple[list[Gap], set[Gap]]:
    """The blanks inside the members of each such series, and those inside names in a series of names."""
    closed: list[Gap] = []
    kept: set[Gap] = set()
    for series in _SERIES.finditer(document.text) if " " in document.signs else ():
        members = [words.simplified(member.replace(" ", "")) for member in _MEMBER.findall(series[0])]
        blanks = [Gap(at.start() + 1, at.end() - 1, "") for at in _MEMBER.finditer(document.text, *series.span())]
        known = [member for member in members if member in words.costs()]
        if all(member[0] in table()["surnames"] for member in members):
            kept.update(blanks)
        elif is_prose(document, series.start()) and _are_words(members, known):
            closed += blanks
    return closed, kept


def _are_words(members: list[str], known: list[str]) -> bool:
    """Whether half of the members are words, all others no names, and none is a pair of equals."""
    named = any(member[0] in table()["surnames"] for member in members if member not in known)
    return 2 * len(known) >= len(members) and not (named or any(map(is_list, members)))
