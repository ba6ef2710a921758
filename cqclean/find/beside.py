"""What stands beside an advert in Markdown and is nothing without it: its heading, its picture, its divider, the frame of its table?"""

from collections.abc import Iterator

from cqclean.find import prompts
from cqclean.find.setting import MOST_LINES, MOST_TEXT, Sums, counted, pairs
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.pattern import pattern
from cqclean.text import passages
from cqclean.text.document import Document
from cqclean.text.edits import Span
from cqclean.text.late import late
from cqclean.text.markdown import HEADING

LONGEST_LABEL = 12  # characters of a line that names what follows
NEAR = 600  # code points above a heading whose words are known
LEAST_SHARED = 2  # pairs of characters that a picture and an advert have for themselves
_SIGNS = "\u2190-\u21ff\u2500-\u27ff\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_ORNAMENT = late(rf"[ \t{_SIGNS}]*[{_SIGNS}][ \t{_SIGNS}]*|(?i:[-—–=~·* \t]*(?:the )?end[-—–=~·*. \t]*)")  # a line of signs, or END
_RULE = late(r"[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_LABEL = late(r"(?P<mark>\*\*|__)[^*_\n]{1,16}(?P=mark)[ \t]*")  # a line in bold that serves as a heading
_OPENED = late(r"[ \t]*<(center|div|p|section)\b[^<>]*>[ \t]*")  # a line that does nothing but open what another closes
_NAMELESS = late(r"[ \t>]*\[?!\[(?:图片?|image|img|[0-9]*)\]\([^)\n]*\)(?:\]\([^)\n]*\))?[ \t]*")
_CODE = late(  # a picture of a code to scan or to pay by, in its name or its file
    r"(?i)(?:微信|支付宝|公众号|小程序|收款|赞赏|打赏|加?群聊?|关注|客服|个人|联系)?(?:二维码|小?程序码|收款码|赞赏码|qr[ _-]?code|qr)"
    r"|[^/]*?(?:^|[._/-])(?:[a-z]*qr[_-]?code|qr|ewm|erweima|(?:wx|wechat|weixin|ali)[_-]?pay|zfb|reward|shoukuan|dashang|zanshang)[^/]*"
)
_ADDRESS = late(r"[ \t>]*<?https?://[^\s<>]+>?[ \t]*")
_WORDS = late("[\u4e00-\u9fffA-Za-z0-9]+")
_SHOWN = late(r"!\[([^\]\n]*)\]\(([^)\s]+)[^)\n]*\)")
_PICTURED = late(r"!\[[^\]\n]*\]\(([^)\s]+)")
_POINTS_UP = late("[↑▲👆⬆]|上图|图中|识别图")
_POINTS_DOWN = late("[↓▼👇⬇]|下图|下[面方]的?(?:图|小程序码|二维码|码|卡片|名片)|图中|识别图")
_PICTURE = late(r"[ \t>]*(?:(?:\[?!\[[^\]\n]*\]\([^)\n]*\)(?:\]\([^)\n]*\))?|<img\b[^<>\n]*>)[ \t]*)+")


class _Gone:
    """The lines that are gone, and the nearest ones beside them that are not."""

    def __init__(self, document: Document, spans: list[Span]) -> None:
        self._document = document
        self._passed: dict[tuple[int, int], int | None] = {}  # where a search over a gone line came to: a run of adverts is passed once
        self.lines = {at for first, last in spans for at in range(first, last + 1)}

    def add(self, block: Span) -> None:
        self.lines.update(range(block[0], block[1] + 1))

    def past(self, at: int, step: int) -> int | None:
        """The nearest line above (-1) or below (1) another that is not blank and not gone."""
        passed, near = list[tuple[int, int]](), passages.neighbour(self._document, at, step)
        while near is not None and near in self.lines:
            passed.append((near, step))
            near = self._passed[near, step] if (near, step) in self._passed else passages.neighbour(self._document, near, step)
        self._passed.update(dict.fromkeys(passed, near))
        return near


def beside(document: Document, gone: list[Span], sums: Sums) -> Iterator[tuple[Span, Span]]:
    """Further blocks that go, each with the one that is gone beside it."""
    away = _Gone(document, gone)
    for first, last in gone:
        for edge, step in ((last, 1), (first, -1)):  # what is below first: a heading asks for it
            at = away.past(edge, step)
            while at is not None and _goes_along(document, at, (first, last), away, sums):
                away.add(passages.around(document, at))
                yield passages.around(document, at), (first, last)
                at = away.past(edge, step)
        for block in _announced(document, last, away):
            away.add(block)
            yield block, (first, last)
        above, below = away.past(first, -1), away.past(last, 1)
        if above is not None and below is not None and _frames(passages.line_text(document, above), passages.line_text(document, below)):
            for at in (above, below):
                away.add((at, at))
                yield (at, at), (first, last)
        for block in _enclosed(document, last, away):
            away.add(block)
            yield block, (first, last)


def _goes_along(document: Document, at: int, gone: Span, away: _Gone, sums: Sums) -> bool:
    """Whether a line goes with what is gone beside it: as the last of many lines of one block, it belongs to these."""
    first, last = passages.around(document, at)
    if last - first >= MOST_LINES:
        return False
    return _is_idle(document, at, away, sums) or _shows(document, at, gone) or _is_codes(document, at, away)


def _frames(above: str, below: str) -> bool:
    """Whether two lines frame what stands between them: two rules, or a tag and its end."""
    opened = _OPENED.fullmatch(above)
    return below.strip().lower() == f"</{opened[1].lower()}>" if opened else bool(_RULE.fullmatch(above) and _RULE.fullmatch(below))


def _enclosed(document: Document, last: int, away: _Gone) -> list[Span]:
    """The address alone that stands between what is gone above and what is gone below."""
    at = passages.neighbour(document, last, 1)
    if at is None or at in away.lines or not _ADDRESS.fullmatch(passages.line_text(document, at)):
        return []
    return [(at, at)] if passages.around(document, at) == (at, at) and passages.neighbour(document, at, 1) in away.lines else []


def _announced(document: Document, last: int, away: _Gone) -> list[Span]:
    """The items of the list that an advert announces, or the rows that a site leads on with."""
    below = last + 1
    if not passages.is_item(document, below) or not passages.announces(document, *passages.around(document, last)):
        at = passages.neighbour(document, last, 1)
        if at is None or not _leads_on(document, last) or not _is_led_to(document, at):
            return []
        below = at
    _, end = passages.group(document, below, MOST_LINES)
    parts = [block for block in passages.parts(document, below, end) if block[1] <= end]  # a longer one says something
    return [block for block in parts if away.lines.isdisjoint(range(block[0], block[1] + 1))]


def _leads_on(document: Document, at: int) -> bool:
    """Whether a line says no more than that other things of a site follow."""
    words = passages.said(document, at, at)
    return len(words) <= LONGEST_LABEL and bool(pattern(tables("pitch")["pitch"]["leads"]).search(words))


def _is_led_to(document: Document, at: int) -> bool:
    """Whether a line is a row or an item that holds a link or a picture."""
    return (passages.is_row(document, at) or passages.is_item(document, at)) and bool(passages.targets(document, at, at))


def _is_idle(document: Document, at: int, away: _Gone, sums: Sums) -> bool:
    """Whether a line says nothing without what is gone beside it."""
    options, line = tables("pitch")["pitch"], passages.line_text(document, at)
    if passages.is_code(document, at):
        return False
    if _ORNAMENT.fullmatch(line):
        return passages.around(document, at) == (at, at)
    if passages.is_row(document, at):
        return _is_bare(document, at, away)
    if passages.is_heading(document, at):
        emptied = _is_empty(document, at, away) and sums((at, at)) >= float(options["emptied"])
        return at != document.headings[0] and (emptied or _parts(document, at, away))
    if _LABEL.fullmatch(line):
        return passages.neighbour(document, at, 1) in away.lines and _ends_there(document, away.past(at, 1))
    if passages.announces(document, *passages.around(document, at)) and passages.neighbour(document, at, 1) in away.lines:
        return sums(passages.around(document, at)) >= float(options["announcing"])
    return bool(_PICTURE.fullmatch(line)) and sums(passages.around(document, at)) >= float(options["picture"])


def _is_bare(document: Document, at: int, away: _Gone) -> bool:
    """Whether a row is the head of a table, or the line below it, of which all rows are gone."""
    if passages.FRAME.fullmatch(passages.line_text(document, at)):
        below = next((step for step in range(at + 1, len(document.lines)) if step not in away.lines), len(document.lines))
        return below == len(document.lines) or not passages.is_row(document, below)
    return at + 1 in away.lines and bool(passages.FRAME.fullmatch(passages.line_text(document, at + 1)))


def _shows(document: Document, at: int, gone: Span) -> bool:
    """Whether what is gone beside a picture points to it, or it is named with words of that which nothing else in the text says."""
    line = passages.line_text(document, at)
    if not _PICTURE.fullmatch(line) or passages.around(document, at) != (at, at):
        return False
    points = _POINTS_UP if at < gone[0] else _POINTS_DOWN
    if _NAMELESS.fullmatch(line) and points.search(document.text, document.lines[gone[0]].start, document.lines[gone[1]].end):
        return _is_foreign(document, at)
    own, other = pairs(line), pairs(document.text[document.lines[gone[0]].start : document.lines[gone[1]].end])
    known = counted(document.text[:MOST_TEXT])
    return sum(pair in other and known.get(pair, 0) <= count + other[pair] for pair, count in own.items()) >= LEAST_SHARED


def _is_codes(document: Document, at: int, away: _Gone) -> bool:
    """Whether a line stands in a picture or a table that holds nothing but codes to scan, named in a few words."""
    block = passages.group(document, at, MOST_LINES)
    if passages.is_heading(document, at) or not away.lines.isdisjoint(range(block[0], block[1] + 1)) and not passages.is_row(document, at):
        return False
    source = "\n".join(passages.line_text(document, each) for each in range(block[0], block[1] + 1))
    shown = [(name, target.rpartition("/")[2]) for name, target in _SHOWN.findall(source)]
    if not shown or not all(_CODE.fullmatch(name.strip()) or _CODE.fullmatch(file) for name, file in shown):
        return False
    words = _SHOWN.sub("", source)
    return len("".join(_WORDS.findall(words))) <= LONGEST_LABEL


def _is_foreign(document: Document, at: int) -> bool:
    """Whether the other pictures of a text lie elsewhere; the only one is foreign if it does not lie beside the text."""
    own = {_folder(target) for target in passages.targets(document, at, at)}
    known = [_folder(target) for target in _PICTURED.findall(document.text)]
    return not any(known.count(folder) > 1 for folder in own) and (len(known) > 1 or all("://" in folder for folder in own))


def _folder(address: str) -> str:
    return "data:" if address.startswith("data:") else address.rpartition("/")[0]


def _ends_there(document: Document, below: int | None) -> bool:
    """Whether a part of a text ends above a line."""
    return below is None or passages.is_heading(document, below) or bool(_RULE.fullmatch(passages.line_text(document, below)))


def _is_empty(document: Document, at: int, away: _Gone) -> bool:
    """Whether nothing is left between a heading and the next one that is no part of it."""
    below = away.past(at, 1)
    return below is None or (passages.is_heading(document, below) and _level(document, below) <= _level(document, at))


def _parts(document: Document, at: int, away: _Gone) -> bool:
    """Whether a heading of an advert parts a text that reads on below it, in words of what is above and none of the advert's."""
    above, next_, below = passages.neighbour(document, at, -1), passages.neighbour(document, at, 1), away.past(at, 1)
    if (
        above is None
        or below is None
        or next_ not in away.lines
        or not prompts.opens_own_section(document, at, passages.saying(document, at, at))
    ):
        return False
    if passages.is_heading(document, below):
        before = passages.heading_above(document, at)
        return before.startswith("#") and _level(document, below) == before.split(" ")[0].count("#")
    start, end = document.lines[at].start, document.lines[below].start
    own, advert = pairs(_text(document, *passages.around(document, below))), pairs(document.text[start:end])
    known = pairs(document.text[max(0, start - NEAR) : start])
    return not own.keys() & advert.keys() and len(own.keys() & known.keys()) >= LEAST_SHARED


def _text(document: Document, first: int, last: int) -> str:
    return document.text[document.lines[first].start : document.lines[last].end]


def _level(document: Document, at: int) -> int:
    heading = HEADING.match(passages.line_text(document, at))
    return heading[0].count("#") if heading else 0
