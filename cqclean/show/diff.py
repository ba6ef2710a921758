"""What does a unified diff of the edits look like?

It is built from the edits, never by comparing two texts, so it takes time linear in the text. Lines are those of `patch`: they end in
a line feed alone. Names begin with ./ so that `patch -p0`, `patch -p1` and `git apply` all find the file.
"""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cqclean.text.edits import Edit, Span

AROUND = 3  # unchanged lines shown before and after a change, as everywhere
NO_NEWLINE = "\\ No newline at end of file"
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v"}


class DiffLine(NamedTuple):
    """A line of a diff: its mark (" ", "-", "+", "@", or "" for the rest), its text without the line feed, its changed spans."""

    mark: str
    text: str
    changed: tuple[Span, ...] = ()


class _Block(NamedTuple):
    """Lines first..last (from 0) that change together, and their edits."""

    first: int
    last: int
    edits: list[Edit]


def diff(path: str, text: str, edits: Sequence[Edit], bom: bool = False) -> Iterator[DiffLine]:
    """Yield the unified diff of settled edits, nothing where there are none; `bom`: a byte order mark stands before the text."""
    if not edits:
        return
    if bom:
        text, edits = "\ufeff" + text, [edit._replace(start=edit.start + 1, end=edit.end + 1) for edit in edits]
    name = patch_name(path)
    yield DiffLine("", f"--- {name}")
    yield DiffLine("", f"+++ {name}")
    starts = _starts(text)
    shift = 0
    for hunk in _hunks(_blocks(edits, text, starts)):
        lines, grown = _hunk(hunk, text, starts, shift)
        shift += grown
        yield from lines


def as_bytes(lines: Iterable[DiffLine], encoding: str) -> bytes:
    """A diff in the encoding of its file, so that it applies; one of a wide encoding, which `patch` can't read, in UTF-8."""
    name = "utf-8" if encoding.startswith(("utf-16", "utf-32")) else encoding
    rows = (os.fsencode(line.text) if not line.mark else (line.mark.strip("@") + line.text).encode(name) for line in lines)
    return b"".join(row + b"\n" for row in rows)


def patch_name(path: str) -> str:
    """A file's name as `patch` and `git apply` read it, quoted as Git quotes where it holds odd characters."""
    relative = os.path.relpath(path) if os.path.isabs(path) and not os.path.relpath(path).startswith("..") else os.path.normpath(path)
    name = relative if os.path.isabs(relative) or relative.startswith("..") else "./" + relative.replace(os.sep, "/")
    if any(character in _ESCAPES for character in name):
        return '"' + "".join(_ESCAPES.get(character, character) for character in name) + '"'
    return name + "\t" if " " in name else name


def _starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while 0 <= at < len(text) - 1:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _blocks(edits: Iterable[Edit], text: str, starts: list[int]) -> Iterator[_Block]:
    block: _Block | None = None
    for edit in edits:
        first, last = _touched(edit, text, starts)
        if block and first <= block.last + 1:
            block = _grow(block, last, edit)
        else:
            if block:
                yield block
            block = _Block(first, last, [edit])
    if block:
        yield block


def _grow(block: _Block, last: int, edit: Edit) -> _Block:
    block.edits.append(edit)
    return block._replace(last=max(block.last, last))


def _touched(edit: Edit, text: str, starts: list[int]) -> tuple[int, int]:
    """The first and last line that an edit changes; one that takes a line break without its whole line draws in the next line."""
    first = bisect_right(starts, edit.start) - 1
    whole = starts[first] == edit.start and (not edit.new or edit.new.endswith("\n")) and text[edit.end - 1 : edit.end] == "\n"
    last = bisect_right(starts, edit.end - 1 if whole and edit.end > edit.start else edit.end) - 1
    return first, last


def _hunks(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.first - hunk[-1].last > 2 * AROUND:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _hunk(hunk: list[_Block], text: str, starts: list[int], shift: int) -> tuple[list[DiffLine], int]:
    """The lines of one hunk, and by how many lines it lengthens the text."""
    first, stop = max(0, hunk[0].first - AROUND), min(len(starts), hunk[-1].last + 1 + AROUND)
    body: list[DiffLine] = []
    at = first
    for block in hunk:
        body += _context(text, starts, at, block.first)
        body += _old(block, text, starts)
        body += _new(block, text, starts)
        at = block.last + 1
    body += _context(text, starts, at, stop)
    old = sum(line.mark in " -" for line in body if line.mark)
    new = sum(line.mark in " +" for line in body if line.mark)
    header = f"@@ -{_range(first, old)} +{_range(first + shift, new)} @@"
    return [DiffLine("@", header), *body], new - old


def _range(first: int, count: int) -> str:
    start = first + 1 if count else first
    return str(start) if count == 1 else f"{start},{count}"


def _line(text: str, starts: list[int], number: int) -> str:
    return text[starts[number] : starts[number + 1] if number + 1 < len(starts) else len(text)]


def _ended(mark: str, line: str, changed: tuple[Span, ...] = ()) -> Iterator[DiffLine]:
    if line.endswith("\n"):
        yield DiffLine(mark, line[:-1], changed)
    else:
        yield DiffLine(mark, line, changed)
        yield DiffLine("", NO_NEWLINE)


def _context(text: str, starts: list[int], first: int, stop: int) -> Iterator[DiffLine]:
    for number in range(first, stop):
        yield from _ended(" ", _line(text, starts, number))


def _old(block: _Block, text: str, starts: list[int]) -> Iterator[DiffLine]:
    spans = [(edit.start, edit.end) for edit in block.edits]
    pieces = [_line(text, starts, number) for number in range(block.first, block.last + 1)]
    yield from _marked("-", pieces, starts[block.first], spans)


def _new(block: _Block, text: str, starts: list[int]) -> Iterator[DiffLine]:
    at, stop = starts[block.first], starts[block.last + 1] if block.last + 1 < len(starts) else len(text)
    pieces: list[str] = []
    spans: list[Span] = []
    length = 0
    for edit in block.edits:
        kept = text[at : edit.start]
        pieces += kept, edit.new
        spans.append((length + len(kept), length + len(kept) + len(edit.new)))
        length, at = spans[-1][1], edit.end
    pieces.append(text[at:stop])
    lines = "".join(pieces).split("\n")
    yield from _marked("+", [line + "\n" for line in lines[:-1]] + [line for line in lines[-1:] if line], 0, spans)


def _marked(mark: str, lines: Iterable[str], at: int, spans: list[Span]) -> Iterator[DiffLine]:
    """Lines that stand at offset `at`, each with the parts of the spans that fall into it."""
    first = 0
    for line in lines:
        stop = at + len(line)
        while first < len(spans) and spans[first][1] <= at:
            first += 1
        inside, number = [], first
        while number < len(spans) and spans[number][0] < stop:
            start, end = spans[number]
            inside.append((max(start, at) - at, min(end, stop) - at))
            number += 1
        yield from _ended(mark, line, tuple(span for span in inside if span[0] < span[1]))
        at = stop
