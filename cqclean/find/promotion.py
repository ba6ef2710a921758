"""Which lines at the head and the tail of a WeChat export promote the account?

An export shows itself by its byline, by addresses of the service, or by several prompts. From each end the lines' weights are added
up; the stretch with the greatest sum goes if it is great enough and begins at a strong marker. Weights: rules/promotion.toml.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, islice, takewhile
from typing import Any, NamedTuple

from cqclean.find.lines import removal
from cqclean.find.markers import bare_of, headers, matching
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

IMAGES = ("mmbiz.", "mmbiz_")  # in addresses of the images in exports
ARTICLES = "mp.weixin.qq.com/s"  # where articles link to others of their account
BYLINE = late(
    r"\s*(?P<who>\S.{1,70}?) {3}\d{4}-\d\d-\d\d \d\d:\d\d\s*"
    r"|\s*原创\s[^\[\n]{1,40}?\[ {0,3}(?P<card>[^\]\n]{2,20}?) {0,3}\]\(javascript:void\(0\);?\).{0,40}"
    r"|\s*原创\s[^*\n]{1,24}?\s\*\*(?P<bold>[^*\n]{2,20})\*\*\s+[*_]{0,2}\d{4}-\d\d-\d\d(?: \d\d:\d\d)?[*_]{0,2}"
    r"(?:\s+[*_]{0,2}发表于\S{2,6})?\s*"
)
BYLINE_WITHIN = 6  # non-blank lines in which a byline may stand
# Kinds of strong markers at the ends of a text that show an export where neither byline nor address does; one at each end is half a kind.
PROMPTS_NEEDED = 2.5
FAIR = 3.0  # weight of a marker that counts as half a kind
SERVICE = "line of the service"  # the marker of lines that the service itself puts around each article: worth two kinds
ASIDE = frozenset(("pointing prompt", "advert label"))  # markers of lines that go from the middle of an article, too
TITLED = frozenset(("credit", "head box"))  # markers of lines that follow a title
LINKED = 2000  # code points at the end of a text in which links to articles count as one kind
ENDS = 8  # non-blank lines at each end in which they must stand
LINKS_NEEDED = 2  # links alone below a header that make a reading list
SIGNS = ("关注", "在看", "原创 ", "公众号", "免责声明", "阅读原文", "蓝字", "微信扫一扫", "发表于", ARTICLES)  # words of promotion
PLAIN = frozenset(("prose", "fragment"))  # lines that no marker explains
DATED = 40  # code points of a line with account and date
STRONG = 4.0  # weight of such a marker
_LINK = late(r"\s*(?:[-*>#]\s*|\d{1,2}[.、]\s*)?\**\[[^\]]*\]\([^)]*\)\**\s*")
_IMAGE = late(
    r"\s*(?:!\[[^\]]*\]\([^)]*\)\s*)+|[\s*#>`_=↓↑⬇⬆️▼▲\u200b-\u200d.。·—-]*|[-—·=/\s*\\#~]*(?:the )?end[-—·=/\s*\\.#~]*", re.IGNORECASE
)
_END = late(r"[^\w]*(?:the )?end[^\w]*|\W*[●◆■▲▼↓—·-]\W*", re.IGNORECASE)  # a mark between an article and what follows
_HEADING = late(r"\s{0,3}#{1,6}\s")
_DAY = late(r"(?:19|20)\d\d[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}")
_STOP = late(r"[。！？；!?]")


class Weighed(NamedTuple):
    """A non-blank line: its index among all lines, its weight, and the marker that gave it."""

    at: int
    weight: float
    marker: str


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the removal of a byline, of a promoting head and of a promoting tail."""
    if not _may_be_export(document.text):
        return
    options = tables("promotion")["promotion"]
    byline, account = _byline(document) or (-1, "")
    if not account and not _is_export(document):
        return
    weighed = weigh(document, range(len(document.lines)), options, account)
    body = [line for line in weighed if line.at > byline]
    head, tail = _head(document, body, options), _tail(document, _below_text(body, options) if not account else body, options)
    cuts = [("promotion-head", head), ("promotion-tail", tail)]
    cuts += [("promotion-list", run) for run in _lists(body, options)]
    cuts += [("promotion-aside", run) for run in _asides(body) if run[0] not in head and run[0] not in tail]
    if account:
        cuts.append(("promotion-byline", [Weighed(byline, 0.0, "")]))
    for rule, cut in cuts:
        if cut and rule in ruleset.by_id:
            yield from _edits(document, body, cut, ruleset.by_id[rule])


def _edits(document: Document, body: Sequence[Weighed], cut: Sequence[Weighed], rule: Rule) -> Iterator[Edit]:
    """The removal of each run of lines that go and have none between them that stays."""
    gone = set(cut)
    for going, run in groupby(body if gone <= set(body) else cut, key=gone.__contains__):
        if going:
            lines = list(run)
            yield removal(document, lines[0].at, lines[-1].at, rule, _why(cut))


def _may_be_export(text: str) -> bool:
    """A quick look before any line is weighed."""
    if any(host in text for host in IMAGES):
        return True
    ends = text[:600] + text[-3000:]
    return any(word in ends for word in SIGNS) or bool(BYLINE.search(text[:300]))


def _is_export(document: Document) -> bool:
    text = document.text
    if any(host in text for host in IMAGES):
        return True
    count = len(document.lines)
    ends = sorted({*_filled(document, range(count)), *_filled(document, reversed(range(count)))})
    head, tail = (_kinds(document, half) for half in (ends[: len(ends) // 2], ends[len(ends) // 2 :]))
    shown = sum(1 if weight >= STRONG else 0.5 for weight in (head | tail).values()) + (SERVICE in head | tail)
    both = all(max(end.values(), default=0) >= STRONG for end in (head, tail))
    shown += 0.5 * (both and len(head | tail) > 1)  # one prompt that comes back is an advert's
    return shown + (text[-LINKED:].count(ARTICLES) > 1) >= PROMPTS_NEEDED


def _kinds(document: Document, indexes: Iterable[int]) -> dict[str, float]:
    """The markers in some lines that speak for an export, with their weights; a sentence may only speak of such prompts."""
    lines = (document.folded.text[line.start : line.end] for line in map(document.folded_lines.__getitem__, indexes))
    said = (line for line in lines if "。" not in line)
    return {marker.name: marker.weight for line in said for marker in matching(bare_of(line)) if marker.weight >= FAIR}


def _filled(document: Document, order: Iterable[int]) -> Iterator[int]:
    """The first ENDS lines in this order that are not blank."""
    text, lines = document.text, document.lines
    return islice((at for at in order if text[lines[at].start : lines[at].end].strip()), ENDS)


def _byline(document: Document) -> tuple[int, str] | None:
    """The index of the byline among all lines, and the account that it names last."""
    for at, line in enumerate(document.folded_lines[: BYLINE_WITHIN * 3]):
        match = BYLINE.fullmatch(document.folded.text, line.start, line.end)
        if match:
            return at, (match["card"] or match["bold"] or match["who"].split("  ")[-1]).strip()
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
        below = marker if marker in headers() else below
        weighed.append(Weighed(at, weight, marker))
    return weighed


def _weight(line: str, below: str, options: dict[str, Any]) -> tuple[float, str]:
    if _IMAGE.fullmatch(line):
        return options["neutral"], "neutral"
    bare = bare_of(line)
    best = max(matching(bare), key=lambda marker: marker.weight, default=None)
    stops = bool(_STOP.search(bare))
    plain = _plain_weight(bare, stops, options) * (options["under_header"] if below == "block header" else 1)
    if best is not None:
        return (best.weight if best.weight > 2 or not stops else best.weight + plain / 2), best.name
    if _LINK.fullmatch(line):
        return options["listed"], "listed"
    if below == "list header" and not stops and len(bare) < 60:
        return options["listed_title"], "listed"
    return plain, "prose" if len(bare) >= 14 else "fragment"


def _plain_weight(bare: str, stops: bool, options: dict[str, Any]) -> float:
    if stops:
        return float(options["prose"] if len(bare) >= 40 else options["sentence"])
    return float(options["line"] if len(bare) >= 14 else options["fragment"])


def _head(document: Document, body: Sequence[Weighed], options: dict[str, Any]) -> Sequence[Weighed]:
    """The prefix with the greatest sum that ends at a strong marker, before any sentence that no marker explains, but for the title."""
    lines = list(takewhile(lambda line: line.weight > options["sentence"], body[: options["head_lines"]]))
    sums = list(accumulate(line.weight for line in lines))
    ends = [n for n, line in enumerate(lines) if line.weight >= options["anchor"] and sums[n] >= options["anchor"]]
    cut = lines[: max(ends, key=sums.__getitem__) + 1] if ends else []
    return [line for n, line in enumerate(cut) if not _is_title(document, cut, n)]


def _is_title(document: Document, cut: Sequence[Weighed], n: int) -> bool:
    """Whether a line of the head is a heading, or what begins the text or stands right above lines that follow a title."""
    line = document.lines[cut[n].at]
    if document.kind == "markdown" and _HEADING.match(document.text, line.start):
        return True
    if all(above.weight <= 0 for above in cut[: n + 1]) and not document.text[: document.lines[cut[0].at].start].strip():
        return True
    return cut[n].marker in PLAIN and n + 1 < len(cut) and (cut[n + 1].marker in TITLED or _is_dated(document, cut[n + 1].at))


def _is_dated(document: Document, at: int) -> bool:
    """Whether a line says who published the article below a title, and when."""
    line = document.folded_lines[at]
    return line.end - line.start <= DATED and _DAY.search(document.folded.text, line.start, line.end) is not None


def _below_text(body: Sequence[Weighed], options: dict[str, Any]) -> Sequence[Weighed]:
    """The lines below the last sentence that no marker explains: no tail reaches above it where prompts alone show an export."""
    last = max((n for n, line in enumerate(body) if line.weight <= options["sentence"]), default=-1)
    return body[last + 1 :]


def _tail(document: Document, body: Sequence[Weighed], options: dict[str, Any]) -> Sequence[Weighed]:
    """The suffix with the greatest sum that begins at a strong marker, and the end mark above it."""
    lines = body[::-1]
    sums = list(accumulate(min(line.weight, options["aside"]) if line.marker in ASIDE else line.weight for line in lines))
    starts = [n for n, line in enumerate(lines) if line.weight >= options["anchor"] and sums[n] >= options["enough"]]
    if not starts:
        return ()
    start = max(starts, key=sums.__getitem__)
    while start + 1 < len(lines) and _is_end(document, lines[start + 1].at):
        start += 1
    cut = lines[start::-1]
    size = len(document.text) - document.lines[cut[0].at].start
    return cut if size <= options["most"] * len(document.text) else ()


def _is_end(document: Document, at: int) -> bool:
    line = document.folded_lines[at]
    return bool(_END.fullmatch(document.folded.text, line.start, line.end))


def _lists(body: Sequence[Weighed], options: dict[str, Any]) -> Iterator[Sequence[Weighed]]:
    """Each reading list in the middle of an article: a header and, right below it, links alone."""
    for n, line in enumerate(body):
        if line.marker == "list header":
            end, links = n + 1, 0
            while end < len(body) and (body[end].marker == "neutral" or body[end].weight >= options["listed"]):
                links += body[end].marker == "listed"
                end += 1
            if links >= LINKS_NEEDED:
                yield body[n:end]


def _asides(body: Sequence[Weighed]) -> Iterator[Sequence[Weighed]]:
    """Each line in the middle of an article that points somewhere, with the card below it: a name and a button."""
    for n, line in enumerate(body):
        if line.marker in ASIDE:
            name, button = (*body[n + 1 : n + 3], line, line)[:2]
            yield body[n : n + 3] if (name.marker, button.marker) == ("fragment", "button") else body[n : n + 1]


def _why(cut: Sequence[Weighed]) -> str:
    names = list(dict.fromkeys(line.marker for line in cut if line.weight > 1))
    if not names:
        return ""
    return f"promotion of the account in lines {cut[0].at + 1}-{cut[-1].at + 1}: {', '.join(names[:4])}"
