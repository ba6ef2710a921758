"""Which blocks does a Markdown text have, and do those that stay survive the edits?

Every edit must leave the blocks outside of removed ones as they were: same order, same nesting, same code, links and emphasis. An edit
that would not (a link without its definition) is held. A list that a block at the margin parts is one again when that block goes, and a
list stands as tight as its own items make it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from cqclean.text.document import split_lines
from cqclean.text.edits import Edit, apply, hold
from cqclean.text.late import late

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_STRAY = late("\r(?!\n)")  # ends a line for the parser alone, where others end in \n; it is a blank for both
_END = "\n\n.\n"  # below a section: what is left open there swallows it
Tokens = Sequence[Any]  # of a parsed text
BREAKS = "it would break the Markdown around it"
_MARKS = "*_`[]~|<>"
_LISTS = ("bullet_list_open", "ordered_list_open")
_LIST_ENDS = ("bullet_list_close", "ordered_list_close")
_LITERAL = ("text", "code_inline", "html_inline")


class Entry(NamedTuple):
    """One token of a parsed text. key: what must stay the same; inside: the kinds of its inline parts; marks: literal mark characters.

    tight: whether it is a paragraph of a list without blank lines; loses: whether that list loses lines, perhaps with such blank lines.
    """

    key: tuple[Any, ...]
    content: str
    inside: tuple[str, ...]
    marks: tuple[int, ...]
    tight: bool = False
    loses: bool = False


def keep_blocks(text: str, edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """Part settled edits into those that leave the other blocks whole and those that are held."""
    if "\r" in text and "\n" in text:
        text = _STRAY.sub(" ", text)
    edits, tokens = with_blank_lines(text, edits), _parser().parse(text)
    if survives(text, edits, tokens):
        return tuple(edits), ()
    from cqclean.text.rejoin import rejoined  # only a list that an advert parts asks for it

    kept = sorted(_apart(text, edits, tokens))
    kept = sorted([*kept, *rejoined(text, kept, [edit for edit in edits if edit not in kept], tokens, _parser())])
    taken = set(kept)
    return tuple(kept), tuple(hold(edit, BREAKS) for edit in edits if edit not in taken)


def _apart(text: str, edits: list[Edit], tokens: Tokens) -> list[Edit]:
    """The edits that can be made, looked for in each section by itself: to parse the whole text for each bad one costs too much."""
    kept: list[Edit] = []
    for start, end in pairwise(_cuts(text, edits, tokens)):
        inside = edits[bisect_left(edits, (start,)) : bisect_left(edits, (end,))]
        if inside:
            section = text[start:end] + _END
            found = _kept(section, [_moved(edit, -start) for edit in inside], [], _parser().parse(section))
            kept += [_moved(edit, start) for edit in found]
    if survives(text, sorted(kept), tokens):
        return kept
    return _kept(text, edits, [], tokens)  # a link and its definition lie in several sections


def _kept(text: str, edits: list[Edit], before: list[Edit], tokens: Tokens) -> list[Edit]:
    """The edits that can be made together with those before; halves are tried apart, so one bad edit costs few parses."""
    if not edits or survives(text, sorted([*before, *edits]), tokens):
        return edits
    if len(edits) == 1:
        return []
    middle = len(edits) // 2
    first = _kept(text, edits[:middle], before, tokens)
    return first + _kept(text, edits[middle:], before + first, tokens)


def _moved(edit: Edit, by: int) -> Edit:
    return edit._replace(start=edit.start + by, end=edit.end + by)


def _cuts(text: str, edits: Sequence[Edit], tokens: Tokens) -> list[int]:
    """Where sections begin, and the end: paragraphs and headings below a blank line that no edit touches, so that nothing reaches over."""
    lines, found = split_lines(text), [0]
    opening = (token for token in tokens if token.level == 0 and token.type in ("paragraph_open", "heading_open"))
    for at in (token.map[0] for token in opening if token.map and token.map[0] > 1):
        start, above = lines[at].start, lines[at - 1]
        near = bisect_left(edits, (start + 1,)) - 1  # edits lie apart: only the last that begins before it can touch it
        free = near < 0 or edits[near].end <= above.start
        if free and not text[above.start : above.end].strip() and not text[start].isspace():
            found.append(start)
    return [*found, len(text)]


def survives(text: str, edits: Sequence[Edit], tokens: Tokens) -> bool:
    """Whether the blocks of the edited text are those of the text, whose tokens are given, less the removed ones."""
    edited = apply(text, edits)
    before = _entries(text, tokens, frozenset(removed_lines(text, edits)))
    after = _entries(edited, _parser().parse(edited), frozenset())
    return len(before) == len(after) and all(map(_same, before, after))


def _same(before: Entry, after: Entry) -> bool:
    if before.key != after.key or (before.tight != after.tight and (before.tight or not before.loses)):
        return False
    if before.content == after.content:
        return before.inside == after.inside
    return _within(after.inside, before.inside) and all(new <= old for new, old in zip(after.marks, before.marks, strict=True))


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a sequence is another one with some members left out."""
    rest = iter(long)
    return all(item in rest for item in short)


def removed_lines(text: str, edits: Sequence[Edit]) -> Iterator[int]:
    """Yield the numbers (from 0) of the lines that are not blank and go whole."""
    removals = [edit for edit in edits if edit.removes]
    at = 0
    for line in split_lines(text):
        while at < len(removals) and removals[at].end <= line.start:
            at += 1
        inside = at < len(removals) and removals[at].start <= line.start and line.end <= removals[at].end
        if inside and text[line.start : line.end].strip():
            yield line.number - 1


def _entries(text: str, tokens: Tokens, removed: frozenset[int]) -> list[Entry]:
    """The tokens of a text, without those whose lines are all removed."""
    blank = frozenset(line.number - 1 for line in split_lines(text) if not text[line.start : line.end].strip())
    found, losing = list[Entry](), list[bool]()  # losing: of each open list, whether it loses lines
    skipping, gone_item = 0, -1  # gone_item: the level of the item that went last
    for token in tokens:
        gone = not skipping and token.map is not None and _all_gone(range(*token.map), removed, blank)
        if gone or skipping:
            skipping += token.nesting
            skipping = 1 if gone and token.nesting == 1 else skipping
            gone_item = token.level if gone and token.type == "list_item_open" else gone_item
            continue
        if token.type == "list_item_open" and token.level == gone_item and token.map[0] in removed and _ends_item(found, token.level):
            found.pop()  # what is left of the last of several items that go is of the item above them
            continue
        gone_item = -1
        if token.type in _LISTS:
            losing.append(not removed.isdisjoint(range(*token.map)))
        found.append(_entry(token, bool(losing and losing[-1])))
        if token.type in _LIST_ENDS:
            losing.pop()
    return found


def _ends_item(found: list[Entry], level: int) -> bool:
    return bool(found) and found[-1].key[:3] == ("list_item_close", "li", level)


def _all_gone(lines: range, removed: frozenset[int], blank: frozenset[int]) -> bool:
    return bool(removed) and any(number in removed for number in lines) and all(number in removed or number in blank for number in lines)


def _entry(token: Any, loses: bool) -> Entry:
    key = (token.type, token.tag, token.level, token.info if token.type == "fence" else "")
    if token.type != "inline":
        content = () if token.type in ("reference",) else (token.content,)
        return Entry((*key, *content), "", (), (), token.hidden, loses)
    inside = tuple(child.type + child.tag for child in token.children if child.type not in ("text", "softbreak"))
    literal = "".join(child.content for child in token.children if child.type in _LITERAL)
    return Entry(key, token.content, inside, tuple(literal.count(mark) for mark in _MARKS))


def with_blank_lines(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Let removals of whole lines between blank lines take one side of them along, so that no gap is left, and others neither side."""
    wider: list[Edit] = []
    gap = False  # before the removals that meet
    for edit, limit in zip(edits, [*(edit.start for edit in edits[1:]), len(text)], strict=True):
        last = wider[-1].end if wider else 0
        gap = gap if wider and last == edit.start else _gap_before(text, edit.start, last)
        if edit.removes and _is_whole(text, edit) and (gap or edit.end < limit):
            edit = edit._replace(end=_after_blank_lines(text, edit.end, limit) if gap else _before_blank_lines(text, *edit[:2]))
        wider.append(edit)
    return _without_gap_at_end(text, wider)


def _without_gap_at_end(text: str, edits: list[Edit]) -> list[Edit]:
    """Where removals reach the end of the text, what stood before them ends in one line break."""
    first = len(edits) - 1
    if not edits or edits[-1].end < len(text) or not all(edit.removes for edit in edits[-1:]):
        return edits
    while first and edits[first - 1].end == edits[first].start and edits[first - 1].removes:
        first -= 1
    last = edits[first - 1].end if first else 0
    if _is_whole(text, edits[first]) and _gap_before(text, edits[first].start, last):
        kept = last + len(text[last : edits[first].start].rstrip())
        edits[first] = edits[first]._replace(start=text.find("\n", kept) + 1 if kept else 0)
    return edits


def _is_whole(text: str, edit: Edit) -> bool:
    begins = edit.start == 0 or text[edit.start - 1] == "\n"
    return begins and edit.end > edit.start and (edit.end == len(text) or text[edit.end - 1] == "\n")


def _gap_before(text: str, start: int, last: int) -> bool:
    """Whether a blank line, or nothing at all, stands before a line; `last` is where the removal above ends."""
    at = start
    while at > last and text[at - 1].isspace():
        at -= 1
    whole = at == last > 0 and text[at - 1] == "\n"  # the line above went
    return at == 0 or text.count("\n", at, start) > (not whole)


def _after_blank_lines(text: str, at: int, limit: int) -> int:
    """Where the first line from `at` on begins that is not blank; at most `limit`."""
    while at < limit:
        stop = (text.find("\n", at) + 1) or len(text)
        if stop > limit or text[at:stop].strip():
            return at
        at = stop
    return at


def _before_blank_lines(text: str, start: int, end: int) -> int:
    """Where the last line before `end` ends that is not blank."""
    filled = start + len(text[start:end].rstrip())
    return text.find("\n", filled, end) + 1 or end if filled > start else end


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(front_matter_plugin).use(footnote_plugin)
