"""Which lines above an article say only what stands right below them?

Templates print the beginning of an article above it, cut off in the middle of a sentence, and the path to a page with its title at the end.
"""

from collections.abc import Iterator, Sequence

from cqclean.find.lines import BLANK, removal
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

ABOVE = 8  # filled lines at the top of a text among which such a line stands
BELOW = 5  # filled lines below it among which the article begins
LEAST = 40  # characters of a beginning: two paragraphs of a text that begin alike for so long are one
LABELLED = 24  # the same where a label stands before it or dots behind it
MARKS = 2  # marks of sentences in it: a row of a table that begins like the next has none
TITLE = 6  # least characters of a title at the end of a path
PATH = 30  # most characters of the path above it
_LABEL = late(r"[【\[]?(?:本文|内容)?(?:导读|摘要|导语|简介|核心提示|文章摘要)[】\]]?[: ]{0,3}")
_CUT = late(r"(?:\.{2,6}|…{1,2})(?:\[?(?:详细|更多|全文)\]?)?$")
_MARK = late("[,;。!?]")
_HOME = late(r"(?:网站)?(?:首页|主页) (?!.*[。!?])")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the removal of each line at the top of a plain text that comes back right below it."""
    if document.kind != "text":
        return
    top = _top(document)
    for at, (line, key) in enumerate(top[:ABOVE]):
        below = [key for _, key in top[at + 1 : at + 1 + BELOW]]
        rule = ruleset.by_id.get(_said_again(key, below))
        if rule:
            yield removal(document, top[at - 1][0] if at and _LABEL.fullmatch(top[at - 1][1]) else line, line, rule)


def _top(document: Document) -> list[tuple[int, str]]:
    """The first filled lines of a text: index and folded words."""
    text, found = document.folded.text, list[tuple[int, str]]()
    for index, line in enumerate(document.folded_lines):
        key = text[line.start : line.end].strip(BLANK)
        if key:
            found.append((index, key))
        if len(found) == ABOVE + BELOW:
            break
    return found


def _said_again(key: str, below: Sequence[str]) -> str:
    """The id of the rule for a line that the lines below it say again, or nothing."""
    if _HOME.match(key) and any(_leads_to(key, title) for title in below[:2]):
        return "navigation-blank-path"
    label = _LABEL.match(key)
    start = _CUT.sub("", key[label.end() :] if label else key).replace(" ", "")
    if len(start) < (LABELLED if label or _CUT.search(key) else LEAST) or len(_MARK.findall(start)) < MARKS:
        return ""
    for first in range(len(below)):
        text = "".join(below[first:]).replace(" ", "")
        if text.startswith(start) and len(text) > len(start) and below[first].replace(" ", "") != start:
            return "related-own-beginning"
    return ""


def _leads_to(key: str, title: str) -> bool:
    """Whether a path from the front page ends with a title."""
    return len(title) >= TITLE and key.endswith(f" {title}") and len(key) - len(title) <= PATH
