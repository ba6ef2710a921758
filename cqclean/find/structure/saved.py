"""Is a Markdown text a site's page that a converter saved, and how does a reader see its lines?

Converters of pages write menus as lists of links and headlines as links in bold. Such a page is read as a plain one is, by the words that
a reader sees; what somebody wrote in Markdown is not.
"""

from collections.abc import Sequence
from itertools import chain, pairwise

from cqclean.find.structure import limits, worth
from cqclean.find.structure.rows import BLANK, Row, raws, read
from cqclean.text.document import Document
from cqclean.text.late import late

LONGEST = 20_000  # characters of a line of links that is read
_MARKS = "*_#>-+| \t"
_IMAGE = late(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = late(r"\[([^\[\]]*)\]\(<?[^()]*(?:\([^()]*\)[^()]*)*\)")
_LOOKS = late(r"^(?:(?:[*+>-]|[0-9]{1,2}[.]) +)+|\*\*|__")


def page(document: Document) -> list[Row]:
    """The rows of a saved page as a reader sees them; none for another text."""
    if document.kind != "markdown" or document.is_project or document.is_manual:
        return []
    found = list(raws(document))
    rows = read(raw._replace(key=shown(raw.key)) for raw in found)
    linked = [row.key != raw.key for row, raw in zip(rows, found, strict=True)]
    return [row._replace(key=bare(row.key)) for row in rows] if _is_saved(rows, linked) else []


def _is_saved(rows: Sequence[Row], linked: Sequence[bool]) -> bool:
    """Whether around the running text several lines lead elsewhere, and several show several kinds of furniture, as in a plain page.
    Headings show none: an author has 友情链接 and 许可证, too."""
    begin, end = worth.core(rows)
    around = [at for at in range(len(rows)) if not begin <= at < end]
    shown = [marker.kind for at in around if (marker := rows[at].marker) and marker.strong and not rows[at].key.startswith("#")]
    kinds, lines = limits.plan.saved
    return min(len(shown), sum(linked[at] for at in around)) >= lines and len({*shown}) >= kinds


def shown(key: str) -> str:
    """A line as a reader sees it: links by their words, without pictures; as it is where nothing would be left.

    >>> shown("* [首页](/) [登录](https://example.com/login)")
    '* 首页 登录'
    """
    if "](" not in key or len(key) > LONGEST:
        return key
    words = _LINK.sub(r"\1", _IMAGE.sub("", key)).strip(BLANK)
    return words if words.strip(_MARKS) else key


def bare(key: str) -> str:
    """A line without the marks of lists, quotes and stress; those of headings stay.

    >>> bare("*   **热门文章**")
    '热门文章'
    """
    return _LOOKS.sub("", key).strip(BLANK) or key


def titles(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of first headings that no wording takes for furniture."""
    marked = (at for at, row in enumerate(rows) if row.key.startswith("# ") and row.marker is None)
    underlined = ((at, at + 1) for at, (row, below) in enumerate(pairwise(rows)) if row.marker is None and not below.key.strip("="))
    return frozenset((*marked, *chain.from_iterable(underlined)))
