"""Which lines at the head and the tail of a WeChat export promote the account?

An export shows itself by its byline, by addresses of the service, or by several prompts. From each end the lines' weights are added
up; the stretch with the greatest sum goes if it is great enough and begins at a strong marker. Weights: rules/promotion.toml.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice, takewhile
from typing import Any, NamedTuple

from cqclean.find.lines import removal
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import compiled
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit

IMAGES = ("mmbiz.qpic.cn", "mmbiz.qlogo.cn")  # hosts of the images in exports
ARTICLES = "mp.weixin.qq.com/s"  # where articles link to others of their account
BYLINE = re.compile(r"\s*(?P<who>\S.{1,70}?) {3}\d{4}-\d\d-\d\d \d\d:\d\d\s*")
BYLINE_WITHIN = 6  # non-blank lines in which a byline may stand
PROMPTS_NEEDED = 3  # kinds of strong markers at the ends of a text that show an export where neither byline nor address does
LINKED = 2000  # code points at the end of a text in which links to articles count as one kind
ENDS = 8  # non-blank lines at each end in which they must stand
LINKS_NEEDED = 2  # links alone below a header that make a reading list
STRONG = 4.0  # weight of such a marker
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\*\*+|__|^[\s>#`]+|[\[\]]|</?[a-z][^>]*>")
_LINK = re.compile(r"\s*(?:[-*>#]\s*|\d{1,2}[.、]\s*)?\**\[[^\]]*\]\([^)]*\)\**\s*")
_IMAGE = re.compile(r"\s*(?:!\[[^\]]*\]\([^)]*\)\s*)+|[\s*#>`_=↓↑⬇⬆️▼▲\u200b-\u200d.。·—-]*|\s*[-—·=/\s*]*end[-—·=/\s*]*", re.IGNORECASE)
_STOP = re.compile(r"[。！？；!?]")


class Marker(NamedTuple):
    """A pattern that speaks for promotion with a weight; a header explains the lines below it."""

    name: str
    weight: float
    match: str
    whole: bool = False
    header: bool = False


class Weighed(NamedTuple):
    """A non-blank line: its index among all lines, its weight, and the marker that gave it."""

    at: int
    weight: float
    marker: str


@cache
def _markers() -> tuple[Marker, ...]:
    return tuple(Marker(**entry) for entry in tables("promotion")["marker"])


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the removal of a byline, of a promoting head and of a promoting tail."""
    if not _may_be_export(document.text):
        return
    options = tables("promotion")["promotion"]
    byline, account = _byline(document) or (0, "")
    if not account and not _is_export(document, options):
        return
    weighed = weigh(document, range(len(document.lines)), options, account)
    body = [line for line in weighed if line.at > byline]
    cuts = [("promotion-head", _head(body, options)), ("promotion-tail", _tail(document, body, options))]
    cuts += [("promotion-list", run) for run in _lists(body)]
    if account:
        cuts.append(("promotion-byline", [Weighed(byline, 0.0, "")]))
    for rule, cut in cuts:
        if cut and rule in ruleset.by_id:
            yield removal(document, cut[0].at, cut[-1].at, ruleset.by_id[rule], _why(cut))


def _may_be_export(text: str) -> bool:
    """A quick look before any line is weighed."""
    if any(host in text for host in IMAGES):
        return True
    ends = text[:600] + text[-3000:]
    return any(word in ends for word in ("关注", "在看", "原创 ", "公众号", "免责声明", ARTICLES)) or bool(BYLINE.search(text[:300]))


def _is_export(document: Document, options: dict[str, Any]) -> bool:
    text = document.text
    if any(host in text for host in IMAGES):
        return True
    count = len(document.lines)
    ends = [*_filled(document, range(count)), *_filled(document, reversed(range(count)))]
    strong = {line.marker for line in weigh(document, ends, options) if line.weight >= STRONG}
    return len(strong) + (text[-LINKED:].count(ARTICLES) > 1) >= PROMPTS_NEEDED


def _filled(document: Document, order: Iterable[int]) -> Iterator[int]:
    """The first ENDS lines in this order that are not blank."""
    text, lines = document.text, document.lines
    return islice((at for at in order if text[lines[at].start : lines[at].end].strip()), ENDS)


def _byline(document: Document) -> tuple[int, str] | None:
    """The index of the byline among all lines, and the account that it names last."""
    for at, line in enumerate(document.folded_lines[: BYLINE_WITHIN * 3]):
        match = BYLINE.fullmatch(document.folded.text, line.start, line.end)
        if match:
            return at, match["who"].split("  ")[-1].strip()
    return None


def weigh(document: Document, indexes: Iterable[int], options: dict[str, Any], account: str = "") -> list[Weighed]:
    """The non-blank lines among these with their weights."""
    weighed: list[Weighed] = []
    below = ""
    for at in indexes:
        line = document.folded_lines[at]
        text = document.folded.text[line.start : line.end]
        if not text.strip():
            continue
        weight, marker = _weight(text, below, options)
        if account and account in text and weight < options["account"] and len(text) < 40:
            weight, marker = options["account"], "account"
        below = marker if marker in _headers() else below
        weighed.append(Weighed(at, weight, marker))
    return weighed


@cache
def _headers() -> frozenset[str]:
    return frozenset(marker.name for marker in _markers() if marker.header)


def _weight(line: str, below: str, options: dict[str, Any]) -> tuple[float, str]:
    if _IMAGE.fullmatch(line):
        return options["neutral"], "neutral"
    bare = _MARKS.sub("", line).strip()
    best = max(_matching(bare), key=lambda marker: marker.weight, default=None)
    stops = bool(_STOP.search(bare))
    plain = _plain_weight(bare, stops, options) * (options["under_header"] if below == "block header" else 1)
    if best is not None:
        return (best.weight if best.weight > 2 or not stops else best.weight + plain / 2), best.name
    if _LINK.fullmatch(line):
        return options["listed"], "listed"
    if below == "list header" and not stops and len(bare) < 60:
        return options["listed_title"], "listed"
    return plain, "prose" if len(bare) >= 14 else "fragment"


def _matching(bare: str) -> Iterator[Marker]:
    for marker in _markers():
        pattern = compiled(marker.match)
        if pattern.fullmatch(bare) if marker.whole else pattern.search(bare):
            yield marker


def _plain_weight(bare: str, stops: bool, options: dict[str, Any]) -> float:
    if stops:
        return float(options["prose"] if len(bare) >= 40 else options["sentence"])
    return float(options["line"] if len(bare) >= 14 else options["fragment"])


def _head(body: Sequence[Weighed], options: dict[str, Any]) -> Sequence[Weighed]:
    """The prefix with the greatest sum that ends at a strong marker, before any sentence that no marker explains."""
    lines = list(takewhile(lambda line: line.weight > options["sentence"], body[: options["head_lines"]]))
    sums = list(accumulate(line.weight for line in lines))
    ends = [n for n, line in enumerate(lines) if line.weight >= options["anchor"] and sums[n] >= options["anchor"]]
    return lines[: max(ends, key=sums.__getitem__) + 1] if ends else ()


def _tail(document: Document, body: Sequence[Weighed], options: dict[str, Any]) -> Sequence[Weighed]:
    """The suffix with the greatest sum that begins at a strong marker."""
    lines = body[::-1]
    sums = list(accumulate(line.weight for line in lines))
    starts = [n for n, line in enumerate(lines) if line.weight >= options["anchor"] and sums[n] >= options["enough"]]
    if not starts:
        return ()
    cut = lines[max(starts, key=sums.__getitem__) :: -1]
    size = len(document.text) - document.lines[cut[0].at].start
    return cut if size <= options["most"] * len(document.text) else ()


def _lists(body: Sequence[Weighed]) -> Iterator[Sequence[Weighed]]:
    """Each reading list in the middle of an article: a header and, right below it, links alone."""
    for n, line in enumerate(body):
        if line.marker == "list header":
            end = n + 1
            while end < len(body) and body[end].marker in ("listed", "neutral"):
                end += 1
            if sum(below.marker == "listed" for below in body[n + 1 : end]) >= LINKS_NEEDED:
                yield body[n:end]


def _why(cut: Sequence[Weighed]) -> str:
    names = list(dict.fromkeys(line.marker for line in cut if line.weight > 1))
    if not names:
        return ""
    return f"promotion of the account in lines {cut[0].at + 1}-{cut[-1].at + 1}: {', '.join(names[:4])}"
