"""Which lines at the ends of a text also stand in other files of its folder?

What recurs on three files or more is the site's. Still only the ends are peeled, from outside in, as long as most lines recur: in the
middle of a recipe or a form the same words recur because they are what such a text is made of. A peel begins with the outermost line.
"""

from collections.abc import Iterator, Sequence

from cqclean.find.lines import BLANK, removal
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

FEWEST = 3  # recurring lines at an end that show furniture
MOSTLY = 0.7  # share of the lines up to the end of a peel that must recur
STOPS = ("。", "!", "?", ";")  # a sentence that recurs is the way such texts are written, not furniture
UNKNOWN = 4  # lines in a row that do not recur, after which the peel has ended


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the removal of the recurring lines at both ends; nothing in Markdown, or where nothing is known to recur."""
    rule = ruleset.by_id.get("folder-recurring")
    if rule is None or not settings.recurring or document.kind == "markdown":
        return
    keys = [(at, key) for at, key in enumerate(keys_of(document)) if key]
    known = [key in settings.recurring and not key.endswith(STOPS) for _, key in keys]
    head = _peeled(known)
    tail = _peeled(known[head:][::-1])
    for n, (at, _) in enumerate(keys):
        if known[n] and (n < head or n >= len(keys) - tail):
            yield removal(document, at, at, rule)


def keys_of(document: Document) -> list[str]:
    """The lines as they are compared: folded, without outer blanks."""
    text = document.folded.text
    return [text[line.start : line.end].strip(BLANK) for line in document.folded_lines]


def _peeled(known: Sequence[bool]) -> int:
    """How many lines from the start a peel takes in: up to the last one that recurs while most before it do."""
    count = end = unknown = 0
    if not known or not known[0]:
        return 0
    for at, recurs in enumerate(known):
        unknown = 0 if recurs else unknown + 1
        count += recurs
        if unknown > UNKNOWN:
            break
        if recurs and count >= FEWEST and count >= MOSTLY * (at + 1):
            end = at + 1
    return end
