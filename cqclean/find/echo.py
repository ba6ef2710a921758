"""Which lines at the top of a text say only what stands beside them?

Templates print the beginning of an article above it, cut off in the middle of a sentence, and its title once more: with a label, as the
name of a file, in brackets before its first words, or at the end of the path to the page. A beginning that ends with a sentence is an
editor's summary and stays.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cqclean.find.lines import BLANK, removal
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

ABOVE = 8  # filled lines at the top of a text among which such a line stands
BELOW = 5  # filled lines below it among which the article begins
LEAST = 40  # characters of a beginning: two paragraphs of a text that begin alike for so long are one
LABELLED = 24  # the same where a label stands before it or dots behind it
MARKS = 2  # marks of sentences in it: a row of a table that begins like the next has none
TITLE = 6  # least characters of a title that comes back
PATH = 30  # most characters of the path above it
_LABEL = late(r"[【\[]?(?:本文|内容)?(?:导读|摘要|导语|简介|核心提示|文章摘要)[】\]]?[: ]{0,3}")
_CUT = late(r"(?:\.{2,6}|…{1,2})(?:\[?(?:详细|更多|全文)\]?)?$")
_MARK = late("[,;。!?]")
_WHOLE = late(r"[。!?;:][”’」』\")\]】]*$")
_HOME = late(r"(?:网站)?(?:首页|主页) (?!.*[。!?])")
_NAMED = late(r"(?:病情描述|问题描述|问题补充|文章标题|标题|题目|关键词|文章名称|文档名称|资源名称) ?: ?")
_BRACKETED = late(r"\s*[【\[](?P<title>[^【】\[\]]{6,60})[】\]]\s*(?=\S)")
_FILE = late(r"(.{4,80})\.(?:docx?|pptx?|pdf|xlsx?|wps)")


class Top(NamedTuple):
    """A filled line at the top of a text: its index and its folded words."""

    line: int
    key: str


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the removal of each line at the top of a plain text that comes back beside it."""
    if document.kind != "text":
        return
    top = _top(document)
    for at, row in enumerate(top[:ABOVE]):
        rule = ruleset.by_id.get(_said_again(top, at))
        if rule:
            yield removal(document, top[at - 1].line if at and _LABEL.fullmatch(top[at - 1].key) else row.line, row.line, rule)
        elif at and (rule := ruleset.by_id.get("metadata-title-again")):
            yield from _bracketed(document, row, top[at - 1], rule)


def _top(document: Document) -> list[Top]:
    """The first filled lines of a text."""
    text, found = document.folded.text, list[Top]()
    for index, line in enumerate(document.folded_lines):
        key = text[line.start : line.end].strip(BLANK)
        if key:
            found.append(Top(index, key))
        if len(found) == ABOVE + BELOW:
            break
    return found


def _bracketed(document: Document, row: Top, above: Top, rule: Rule) -> Iterator[Edit]:
    """Yield the removal of the title in brackets before the first words of an article, where it stands above, too."""
    line = document.lines[row.line]
    found = _BRACKETED.match(document.text, line.start, line.end)
    again = row.key[:1] in ("【", "[") and row.key[1:].startswith((f"{above.key}】", f"{above.key}]"))
    if found and again and line.end - found.end() >= LABELLED:
        yield Edit(line.start, found.end(), "", rule.id, rule.level, rule.confidence, rule.why)


def _said_again(top: Sequence[Top], at: int) -> str:
    """The id of the rule for a line that its neighbours say again, or nothing."""
    key, others = top[at].key, [row.key for row in (*top[:at], *top[at + 1 : ABOVE])]
    below = [row.key for row in top[at + 1 : at + 1 + BELOW]]
    if _HOME.match(key) and any(_leads_to(key, title) for title in below[:2]):
        return "navigation-blank-path"
    named, file = _NAMED.match(key), _FILE.fullmatch(key)
    if named and len(key) - named.end() >= TITLE and key[named.end() :] in others:
        return "metadata-title-again"
    if file and any(other == file[1] or other.startswith(f"{file[1]} ") for other in others):
        return "metadata-title-again"
    return "related-own-beginning" if _begins(key, below) else ""


def _begins(key: str, below: Sequence[str]) -> bool:
    """Whether a line is the beginning of what follows, cut off."""
    label = _LABEL.match(key)
    start = _CUT.sub("", key[label.end() :] if label else key).replace(" ", "")
    least = LABELLED if label or _CUT.search(key) else LEAST
    if len(start) < least or len(_MARK.findall(start)) < MARKS or (_WHOLE.search(start) and not _CUT.search(key)):
        return False
    texts = ("".join(below[first:]).replace(" ", "") for first in range(len(below)) if below[first].replace(" ", "") != start)
    return any(text.startswith(start) and len(text) > len(start) for text in texts)


def _leads_to(key: str, title: str) -> bool:
    """Whether a path from the front page ends with a title."""
    return len(title) >= TITLE and key.endswith(f" {title}") and len(key) - len(title) <= PATH
