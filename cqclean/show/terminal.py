"""How does it look in a terminal? (The one module that knows Rich, imported on use.)"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any, Protocol

from cqclean.show.concise import Piece
from cqclean.show.diff import DiffLine
from cqclean.show.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

STYLES = {"place": "bold", "rule": "cyan", "removed": "red", "added": "green", "unsafe": "yellow", "review": "magenta", "held": "yellow"}
_MARK_STYLES = {"-": "removed", "+": "added", "@": "rule"}
PATIENCE = 1.0  # seconds before progress is shown


def coloured(lines: Iterable[Sequence[Piece]]) -> str:
    """Lines of pieces with the escape codes of a terminal; nothing in the text itself is taken for markup, emoji or a control code."""
    return _render(_text(pieces) for pieces in lines)


def coloured_diff(lines: Iterable[DiffLine]) -> str:
    """A diff with red and green on the changed characters alone."""
    return _render(_text(_pieces(line)) for line in lines)


def _pieces(line: DiffLine) -> Iterator[Piece]:
    style = _MARK_STYLES.get(line.mark, "plain")
    if line.mark in ("@", ""):
        yield Piece(visible(line.text), style)
        return
    yield Piece(line.mark, style)
    at = 0
    for start, end in line.changed:
        yield Piece(visible(line.text[at:start]))
        yield Piece(visible(line.text[start:end]), style)
        at = end
    yield Piece(visible(line.text[at:]))


def _text(pieces: Iterable[Piece]) -> "Text":
    from rich.text import Text

    return Text.assemble(*((piece.text, STYLES.get(piece.style, "")) for piece in pieces))


def _render(texts: Iterable["Text"]) -> str:
    out = StringIO()
    console = _console(file=out, force_terminal=True, color_system="standard", legacy_windows=False)
    for text in texts:
        console.print(text, soft_wrap=True)
    return out.getvalue()


def _console(**where: Any) -> "Console":
    """A console that takes nothing in a text for markup, emoji or something to highlight."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False, **where)


class Counter(Protocol):
    """What is told of each file that is done."""

    def __call__(self, path: str) -> None: ...


@contextmanager
def progress(wanted: bool) -> Iterator[Counter]:
    """Say on standard error how many files are done, once the work lasts over a second; quiet unless `wanted`."""
    if not wanted:
        yield lambda path: None
        return
    import time

    begun, status, done = time.monotonic(), None, 0

    def count(path: str) -> None:
        nonlocal status, done
        done += 1
        if status is None and time.monotonic() - begun > PATIENCE:
            status = _status()
            status.start()
        if status is not None:
            status.update(_text([Piece(f"{done:,} files  {visible(path)[-60:]}")]))

    try:
        yield count
    finally:
        if status is not None:
            status.stop()


def _status() -> "Status":
    from rich.status import Status

    return Status("", console=_console(stderr=True))
