"""Which contacts in running text are adverts, and what goes with each?

A rule of rules/contact.toml with `finder = "contacts"` names the words and numbers that show a contact: its core. The clause, bracket,
sentence or line around the core goes, unless a guard finds that the contact is what the text is about: someone says it, a notice gives
it, the news warns of it, a manual explains it. Number shapes ({mobile}, {id} …), guards and riders are data of the same file.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from cqclean.find import bracketed, clause, extent, plea, trail
from cqclean.find.each import each
from cqclean.find.lines import filled, removal
from cqclean.find.spans import matches, windows
from cqclean.find.verdict import weigh
from cqclean.find.wedge import OPENING
from cqclean.ruleset import parts
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.ruleset.rule import Rule
from cqclean.text.document import Document, Line, line_index
from cqclean.text.edits import Edit, Span
from cqclean.text.late import late

MARKUP = "markup"  # a guard that speaks for a whole Markdown text, whose contacts its author wrote
NEAR = 300  # code points on each side in which a guard of reach "near" looks: about a screen of a notice
FAR = 500  # code points on each side in which a sentence and its quotes are looked for
AROUND = 60  # code points on each side in which a guard of reach "around" looks: a sentence or two
_PLAIN_NUMBER = late(r"[0-9０-９\s\u00a0\u3000()（）+.,:/·—－–-]+")
_MIXED_CASE = late(r"(?!www|WWW|Www)[wW]{3}\.|\.(?!com|COM|Com|net|NET|Net)(?:[cC][oO][mM]|[nN][eE][tT])(?![A-Za-z])")
_WIDE = late(r"[Ａ-Ｚａ-ｚ０-９]")
_WIDE_ADDRESS = late(r"[\uff01-\uff5e]+")
MANY_WIDE = 6  # full-width letters and digits around an address: from here on it is how the text is set, and no disguise
_NAME = late("[“「【][^”」】]{1,14}[”」】]")  # what an account or a shop is called is not what the piece says
CLOSING = "”’」』"
ENDING = frozenset("。!?…”」")
OFFICES = frozenset(("notice", "office", "official", "list", "form"))  # guards whose words no number with letters for figures stands beside
_EVADES = late(r"(?<![a-z])(?=[0-9 -]*[oil][0-9 -]*[oil])(?=[oil -]*[0-9])(?:[0-9oil][ -]{0,2}){7,}(?![a-z])")
HOSTS = frozenset(("taught", "office"))  # guards whose words an honest sentence may hold around an advert
LEAST_SIDE = 4  # code points on each side of a contact that make its sentence one about something else, where they sell nothing
_ENDS = late(r"^[\s,。!?;…~”]+|[\s,。!?;…~”]+$")
_SET_APART = late(" (?=[,。!?;:])")
_PLAIN_ADDRESS = late(r"[\x21-\x7e]+")
_HAN = late("[\u4e00-\u9fff]")


class Guard(NamedTuple):
    """Words that show that a contact is the content. reach says where to look for them."""

    name: str
    reach: str
    match: str


@cache
def _guards(name: str) -> tuple[Guard, ...]:
    """The guards of a name: strong words may be looked for farther off than weak ones."""
    return tuple(Guard(**entry) for entry in tables("contact")["guard"] if entry["name"] == name)


def pattern(match: str) -> Any:
    """A rule's pattern with its named parts written out."""
    return parts.pattern(match, "contact")


def find(document: Document, hits: Hits, slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each advert contact; the id of a rule that exceeds its time goes to `slow`."""
    yield from each(
        hits,
        lambda rule: rule.finder == "contacts" and not (document.kind == "markdown" and MARKUP in rule.unless),
        lambda rule, places: (_whole(document, rule, edit) for edit in edits(document, rule, places)),
        slow,
    )


def edits(document: Document, rule: Rule, places: list[int]) -> Iterator[Edit]:
    """Yield the removal of each advert contact that one rule finds near its literals."""
    text, lines = document.folded.text, document.folded_lines
    done, shape = 0, pattern(rule.match)  # done: where the last piece ends; what lies in it needs no second look
    for window in windows(rule, lines, places):
        if not shape.may_hold(text, *window):
            continue
        for match in matches(shape, text, window, rule.reach):
            if match.start() < done or (rule.only == "disguised" and not disguised(document, match)):
                continue
            at = line_index(lines, match.start())
            line = clip(lines[at], match.span())
            core = match.start() + (text[match.start()] in CLOSING), match.end()  # a sign that ends what was said before is no part of it
            whole = clause.around(text, line, core, clause.serving())
            piece = extent.of(text, line, core, whole)
            if piece[0] < done:  # it shares a comma with the piece before: another look finds it by itself
                continue
            names = [name for name in rule.unless if name not in OFFICES or not _EVADES.search(match.group())]
            spared = any(guarded(document, rule, at, part, names) for part in {piece, whole})
            if not spared and not bracketed.quoted(text, line, match.span()):
                done = piece[1]
                yield removed(document, rule, at, piece)


def _whole(document: Document, rule: Rule, edit: Edit) -> Edit:
    """The removal of all of a sentence that goes with a contact, and of what stands beside the sentence and only serves it."""
    text, offsets = document.folded.text, document.folded.offsets
    piece = (edit.start, edit.end) if offsets is None else (bisect_left(offsets, edit.start), bisect_left(offsets, edit.end))
    at = line_index(document.folded_lines, piece[0])
    line = clip(document.folded_lines[at], piece)
    whole = piece
    if document.kind == "text":
        whole = trail.along(text, line, trail.led(text, line, _weighed(document, line, piece)), clause.serving())
    return edit if whole == piece else removed(document, rule, at, whole)


def _weighed(document: Document, line: Span, piece: Span) -> Span:
    """The whole sentence where the words beside the contact, or all of it, weigh as an advert's, else the piece."""
    text, own = document.folded.text, tables("contact")["calls"]
    start, end = piece
    whole = clause.sentence(text, line, (start, max(start, end - 1)))
    sides = [_ENDS.sub("", text[whole[0] : start]), _ENDS.sub("", text[end : whole[1]])]
    if _HAN.match(text, end):
        return piece  # text is glued to it
    left = _ENDS.sub("", ",".join(sides))
    if all(len(side) >= LEAST_SIDE and not clause.serving().sells.search(side) for side in sides):
        return piece  # put into a sentence about something else
    if not left or clause.serving().told.search(left) or left[0] in OPENING:
        return piece
    if len(left) > own["left_longest"] and weigh(left).sum < own["sentence"]:
        return piece
    if clause.serving().states.search(left) and plea.weigh(left, 0) < own["left_told"]:
        return piece  # it says something of its own, and not as adverts do
    idle = len(left) <= own["left_idle"] and not clause.serving().states.search(left)
    if weigh(left).sum < own["left"] and not (idle and weigh(text[slice(*whole)]).sum >= own["sentence"]):
        return piece
    return whole


def clip(line: Line, core: Span) -> Span:
    """The part of a line that is looked at: a line may be a whole book."""
    return max(line.start, core[0] - FAR), min(line.end, core[1] + FAR)


def disguised(document: Document, match: Any) -> bool:
    """Whether a number is more than digits, blanks and hyphens, or an address more than ASCII in one case."""
    name, plain = ("number", _PLAIN_NUMBER) if "number" in match.groupdict() else ("address", _PLAIN_ADDRESS)
    start, end = document.folded.span(*match.span(name))
    if name == "address" and _WIDE_ADDRESS.fullmatch(document.text, start, end):
        return len(_WIDE.findall(document.text[max(0, start - FAR) : start] + document.text[end : end + FAR])) < MANY_WIDE
    return not plain.fullmatch(document.text, start, end) or bool(_MIXED_CASE.search(document.text, start, end))


def guarded(document: Document, rule: Rule, at: int, piece: Span, names: Sequence[str] | None = None) -> bool:
    """Whether a guard speaks for what would go: one of a rule's, or of some names."""
    return any(_finds(document, rule, guard, at, piece) for name in (rule.unless if names is None else names) for guard in _guards(name))


def guarded_within(text: str, piece: Span, names: Sequence[str]) -> bool:
    """Whether what would go itself holds what one of several guards looks for."""
    guards = (guard for name in names for guard in _guards(name) if guard.match)
    return any(pattern(guard.match).search(text, *piece) for guard in guards)


def _finds(document: Document, rule: Rule, guard: Guard, at: int, piece: Span) -> bool:
    text, lines = document.folded.text, document.folded_lines
    if guard.reach == "alone":
        calls = clause.serving().offer.search(text, *piece) or pattern(tables("contact")["contacts"]["lone"]).search(text, *piece)
        return not calls and not (text[: piece[0]] + text[piece[1] :]).strip()
    if guard.reach == "lines":
        return any(
            pattern(guard.match).fullmatch(text, lines[n].start, lines[n].end)
            for step in (-1, 1)
            if (n := filled(document, at, step)) is not None
        )
    line = clip(lines[at], piece)
    if guard.reach == "piece":
        return bool(pattern(guard.match).search(_NAME.sub("", text[slice(*piece)])))
    if guard.reach == "near":
        start, end = max(0, piece[0] - NEAR), piece[1] + NEAR
    elif guard.reach == "around":
        start, end = max(line[0], piece[0] - AROUND), min(line[1], piece[1] + AROUND)
    else:
        start, end = clause.sentence(text, line, (piece[0], max(piece[0], piece[1] - 1)))  # it may hold its stop
        if guard.name in HOSTS and (start, end) != piece and _sells(text, line, piece):
            start, end = piece  # what it was put into speaks of offices and numbers in its own right
        if rule.finder == "calls":
            return bool(pattern(guard.match).search(_NAME.sub("", text[start:end])))
    return bool(pattern(guard.match).search(text, start, end))


def _sells(text: str, line: Span, piece: Span) -> bool:
    """Whether a piece offers something, or surely reads as an advert and names no site."""
    if clause.serving().offer.search(text, *piece):
        return True
    return not clause.ADDRESS.search(text, *piece) and plea.odds(text, line, piece) >= tables("contact")["asides"]["sure"]


def removed(document: Document, rule: Rule, at: int, piece: Span) -> Edit:
    """The removal of a piece of a line, or of the line where nothing else stands in it."""
    line = document.folded_lines[at]
    text = document.folded.text
    if not (text[line.start : piece[0]] + text[piece[1] : line.end]).strip(" *~-=|#>↓↑"):
        return removal(document, at, at, rule)
    if text[piece[0] - 1 : piece[0]] == ";" and text[piece[1] - 1] in "。!?,":
        piece = piece[0] - 1, piece[1] - 1  # the stop or comma behind parts what stays
    if (
        text[piece[0]] in bracketed.BRACKETS
        and text[piece[1] - 2] in bracketed.CLOSING
        and text[piece[1] - 1] == ","
        and piece[0] > line.start
    ):
        piece = piece[0], piece[1] - 1  # the comma is of the sentence that the bracket was put into
    parting = "，" if _is_between_dashes(text, piece) else ""
    start, end = document.folded.span(*piece)
    if document.folded.offsets is not None:
        end = document.folded.offsets[piece[1]]  # invisible signs behind the last one belong to it
    if text[piece[0] - 1 : piece[0]] in ENDING and text[piece[1] : piece[1] + 1] == " " and piece[1] < line.end:
        end += 1  # it parted what goes from the next sentence
    elif _SET_APART.match(text, piece[1], line.end) and text[piece[0] - 1] == " " and piece[0] > line.start:
        start, end = start - 1, end + 1  # the blanks set it apart
    return Edit(start, end, parting, rule.id, rule.level, rule.confidence, rule.why)


def _is_between_dashes(text: str, piece: Span) -> bool:
    """Whether a pair of dashes goes with what stood between them, so that two clauses would run into one."""
    dashes = text.startswith(bracketed.DASH, piece[0]) and text.endswith(bracketed.DASH, *piece)
    return dashes and bool(_HAN.match(text, piece[1]) and _HAN.match(text, max(0, piece[0] - 1)))
