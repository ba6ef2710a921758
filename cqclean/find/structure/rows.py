"""What does each line say by itself?"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cqclean.find.structure import limits, meta
from cqclean.find.structure.lexicon import Lexicon, Marker, lexicon
from cqclean.text.document import Document
from cqclean.text.late import late

BLANK = " \t\u3000\u00a0\r"
PROSE = 18  # characters from which a line that ends like a sentence counts as running text
LONG = 60  # characters with two commas: running text without a full stop (half-width punctuation, cut teasers)
TO_FILL = "___"  # a line with room to fill in is a form's, which no site puts around its articles
SHORT, REMEMBERED = 200, 4096  # characters and number of lines that are remembered: a page is looked at twice, a site's share menus
LONGEST = 420  # characters of a line that can be furniture
_STOPS, _CLOSERS = frozenset("。!?;…:"), '”’」』")]】'
_INNER = late(r"[。!?;]")
_FILED = late(r"(?:栏目|分类|频道|类别) ?:")
_PUT_UP = ("发布", "发表", "上传", "录入", "刊发", "发稿", "文章发布", "信息发布")
_PRIVATE = late("[\ue000-\uf8ff]")  # icons of a site's own font


class Row(NamedTuple):
    """One line that is not blank: its folded text, and what kind of furniture its wording shows."""

    line: int  # its index in document.lines
    key: str
    marker: Marker | None
    meta: str  # see meta.Meta.kind
    prose: bool
    junk: float = 0.5  # learned probability that it is furniture (score.py)


class Raw(NamedTuple):
    """A line that is not blank: its index in document.lines, its folded text, and the numbers of the patterns to try on it."""

    line: int
    key: str
    tried: tuple[int, ...]


def read(found: Iterable[Raw]) -> list[Row]:
    """The rows of lines."""
    return list(map(_row, found))


def of_page(document: Document) -> list[Row]:
    """The rows of a document; none where neither wording nor a menu shows furniture, as in most texts that are no page."""
    words, found = lexicon(), list(raws(document))
    return read(found) if begin_or_end_short(found) or any(_is_hint(words, raw) for raw in found) or has_lone_head(found) else []


def has_lone_head(lines: Sequence[Row] | Sequence[Raw]) -> bool:
    """Whether a line among the first says of its article what only a site knows, and is no row of a list of such lines."""
    above = limits.plan.edges[0]
    return any(map(is_by_site, lines[:above])) and not any(_meta(line) for line in lines[above : 2 * above])


def is_by_site(line: Row | Raw) -> bool:
    """Whether a line says of its article what only a site knows."""
    found, put_up = _meta(line), line.key.startswith(_PUT_UP)
    if found is None or "D" not in found.tokens:
        return found is not None and found.by_site
    filed = _FILED.search(line.key) is not None and (put_up or "T" in found.tokens)
    return found.by_site or filed or (put_up and "LDT" in found.tokens)


def is_stamp(line: Row) -> bool:
    """Whether a line says nothing but the minute of something."""
    found = _meta(line)
    return found is not None and found.tokens in ("DT", "LDT")


def _meta(line: Row | Raw) -> meta.Meta | None:
    return meta.read(line.key) if len(line.key) <= meta.LONGEST else None


def begin_or_end_short(lines: Sequence[Row] | Sequence[Raw]) -> bool:
    """Whether a text begins or ends with as many short lines as a menu has."""
    menu, longest = limits.head.menu, limits.head.menu_word
    if len(lines) <= 2 * menu:
        return False
    return any(all(len(line.key) <= longest for line in end) and not _is_verse(end) for end in (lines[:menu], lines[-menu:]))


def _is_verse(lines: Sequence[Row] | Sequence[Raw]) -> bool:
    """Whether lines are couplets: two and two of five or of seven characters, as no menu's words are."""
    sizes = [len(line.key) for line in lines]
    pairs = list(zip(sizes[::2], sizes[1::2], strict=False))
    return sum(one == other and one in (5, 7) for one, other in pairs) * 5 >= len(pairs) * 4


def raws(document: Document) -> Iterator[Raw]:
    """The lines of a document that are not blank."""
    text = document.folded.text
    private = _PRIVATE.search(text) is not None
    hits, at = lexicon().hits(text), 0
    for index, (start, end, stop, _) in enumerate(document.folded_lines):
        tried: list[int] = []
        while hits[at][0] < stop:
            tried += hits[at][1]
            at += 1
        key = text[start:end].strip(BLANK)
        if private:
            key = _PRIVATE.sub("", key).strip(BLANK)
        if key:
            yield Raw(index, key, tuple(tried))


def _is_hint(words: Lexicon, raw: Raw) -> bool:
    """Whether a line's wording may show a strong kind of furniture. Meta data apart: they alone show one kind, and a page two."""
    key = raw.key
    if len(key) > LONGEST:
        return False
    found = words.of_words(key) or words.of_patterns(key, raw.tried) or words.of_parts(key)
    return found is not None and (found.strong or found.kind.startswith("meta"))


def _row(raw: Raw) -> Row:
    key = raw.key
    if len(key) > LONGEST or TO_FILL in key:
        return Row(raw.line, key, None, "", is_prose(key))
    return Row(raw.line, key, *(_known(key, raw.tried) if len(key) <= SHORT else _read(key, raw.tried)))


@lru_cache(maxsize=REMEMBERED)
def _known(key: str, tried: tuple[int, ...]) -> tuple[Marker | None, str, bool]:
    return _read(key, tried)


def _read(key: str, tried: Sequence[int]) -> tuple[Marker | None, str, bool]:
    """The marker of a line, what it is as meta data, and whether it is prose."""
    words = lexicon()
    marker = words.of_words(key)
    found = meta.read(key) if marker is None and len(key) <= meta.LONGEST else None
    kind = found.kind if found else ""
    if marker is None and not (kind == "meta" and "D" in (found.tokens if found else "")):
        marker = words.of_patterns(key, tried)
    if marker is None and kind in ("meta", "stamp", "date", "label"):
        marker = words.kinds[f"meta-{kind}"]
    if marker is None:
        marker = words.of_parts(key)
    return marker, kind, is_prose(key)


def is_strong(row: Row) -> bool:
    """Whether a line's wording shows furniture that speaks for a page."""
    return row.marker is not None and row.marker.strong


def row_as(kind: str, row: Row) -> Row:
    """A row as one of a kind of furniture, which its neighbours show."""
    return row._replace(marker=lexicon().kinds[kind])


def is_prose(key: str) -> bool:
    """Whether a folded line reads as running text."""
    size = len(key)
    if size < PROSE:
        return False
    if size >= LONG and key.count(",") + key.count("、") >= 2:
        return True
    return (size >= 2 * PROSE and bool(_INNER.search(key, 0, size - 1))) or key.rstrip(_CLOSERS)[-1:] in _STOPS
