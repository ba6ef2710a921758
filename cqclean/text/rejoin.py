"""Does a list that removed blocks parted become one again?

What is put at the margin between two items, or between the paragraphs of one, ends the list there: what stood below it in the list becomes
a list of its own, a paragraph or indented code. Without it the text reads as before it was put there. A footnote that nothing refers to
does so, too, though the parser leaves no token of it.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cqclean.text.document import split_lines
from cqclean.text.edits import Edit, apply

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LISTS = ("bullet_list_open", "ordered_list_open")
Tokens = Sequence[Any]  # of a parsed text


class Top(NamedTuple):
    """A block at the margin: where it starts and ends, and its tokens."""

    start: int
    end: int
    tokens: Tokens

    @property
    def is_list(self) -> bool:
        return self.tokens[0].type in _LISTS

    @property
    def numbers(self) -> list[int]:
        """The numbers of the items of a numbered list."""
        return [int(token.info) for token in self.tokens if token.type == "list_item_open" and token.level == 1]


def rejoined(text: str, kept: Sequence[Edit], broken: Sequence[Edit], tokens: Tokens, parser: "MarkdownIt") -> Iterator[Edit]:
    """Yield those edits that only make a list one again, beside those that are made anyway."""
    tops, made = list(_tops(text, tokens)), list(kept)
    asked = deque(_runs(text, broken))
    while asked:
        run = asked.popleft()
        if _joins(text, tops, run, made, parser):
            made += run
            yield from run
        elif len(run) > 1:
            asked.extendleft([edit] for edit in reversed(run))


def _runs(text: str, edits: Sequence[Edit]) -> list[list[Edit]]:
    """Edits with nothing but blanks between them, together."""
    runs = list[list[Edit]]()
    for edit in edits:
        if runs and not text[runs[-1][-1].end : edit.start].strip():
            runs[-1].append(edit)
        else:
            runs.append([edit])
    return runs


def _are_whole(text: str, run: Sequence[Edit], tops: Sequence[Top]) -> bool:
    """Whether edits remove lines that begin no block that goes on below them."""
    lines = all(edit.removes and text[edit.start - 1 : edit.start] in ("", "\n") and text[edit.end - 1] == "\n" for edit in run)
    return lines and all(_filled(text, top.start, top.end) <= run[-1].end for top in tops)


def _filled(text: str, start: int, end: int) -> int:
    """Where the last line ends that is not blank."""
    return start + len(text[start:end].rstrip())


def _tops(text: str, tokens: Tokens) -> Iterator[Top]:
    lines = split_lines(text)
    at = [number for number, token in enumerate(tokens) if token.level == 0 and token.map and token.nesting >= 0]
    for number, following in zip(at, [*at[1:], len(tokens)], strict=True):
        first, last = tokens[number].map
        yield Top(lines[first].start, lines[last].start if last < len(lines) else len(text), tokens[number:following])


def _joins(text: str, tops: Sequence[Top], run: Sequence[Edit], made: Sequence[Edit], parser: "MarkdownIt") -> bool:
    """Whether the list above blocks that go and what stood below them in that list are one list after the edits."""
    first, last = (bisect_right(tops, at - 1, key=lambda top: top.start) for at in (run[0].start, run[-1].end))
    if not _are_whole(text, run, tops[first:last]) or (first and run[0].start < _filled(text, *tops[first - 1][:2])):
        return False
    edits = sorted([*made, *run])
    above = next((top for top in reversed(tops[:first]) if not _goes(top, edits)), None)
    below = list(_followers(text, above, tops[last:], edits)) if above and above.is_list else []
    if above is None or not below:
        return False
    start, end = above.start, below[-1].end
    inside = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in edits if start <= edit.start and edit.end <= end]
    found = [token.type for token in parser.parse(apply(text[start:end], inside)) if token.level == 0 and token.nesting >= 0]
    return found == [above.tokens[0].type]


def _goes(top: Top, edits: Sequence[Edit]) -> bool:
    near = bisect_right(edits, top.start, key=lambda edit: edit.start) - 1
    return near >= 0 and edits[near].removes and top.start < edits[near].end


def _followers(text: str, above: Top, rest: Sequence[Top], edits: Sequence[Edit]) -> Iterator[Top]:
    """The blocks below that were of a list: they are indented, or go on with its items."""
    before = above
    for top in rest:
        if _goes(top, edits):
            continue
        if top.is_list and _goes_on(before, top):
            before = top
        elif not text[top.start].isspace():
            return
        yield top


def _goes_on(before: Top, top: Top) -> bool:
    """Whether a list has the marks of another, and its numbers follow those of the other."""
    one, other = before.tokens[0], top.tokens[0]
    if (one.type, one.markup) != (other.type, other.markup):
        return False
    return one.type == "bullet_list_open" or top.numbers[0] > before.numbers[-1]
