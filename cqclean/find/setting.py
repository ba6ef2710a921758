"""How does a block of Markdown look, and how does it stand among its neighbours: is it an advert there?

What its words say (appeal.py) leaves doubts that its surroundings settle: a heading above an advert belongs to it, a row that is unlike
its table is foreign there, and words that occur nowhere else in a text are somebody else's. Small decision trees weigh such traits
and the marks and signs that its words show; scripts/train_appeal.py makes them and rules/data/pitch_model.json holds them.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from cqclean.find.appeal import LEAST, model, shown
from cqclean.find.structure.score import Forest, compiled
from cqclean.text import callouts, passages
from cqclean.text.document import Document
from cqclean.text.edits import Span
from cqclean.text.late import late

MOST_LINES = 8  # lines of a group that is judged as a whole
MOST_MEMBERS = 12  # blocks of a group that are compared
NEAR = 3  # blocks on each side
MOST_TEXT = 400_000  # code points of a text of which pairs are counted
_HAN = late("[\u4e00-\u9fff]{2,}")
_EMOJI = late("[\u2190-\u21ff\u2500-\u27ff\u2b00-\u2bff\U0001f000-\U0001faff]")
_NUMBER = late("[0-9]+(?:[.-][0-9]+)*")
_STOP = late("[,。;:、]")
_OTHER = late("[^a-z]+")
_LINK = late(r"\]\(|\bhref=")
Sums = Callable[[Span], float]  # how strongly a block appeals


class Setting(NamedTuple):
    """The traits of a block, or of several that stand together."""

    sum: float  # how strongly it appeals
    before: float  # how strongly the block above does
    after: float
    whole: float  # all lines between blank ones
    best: float  # the strongest of the other blocks there
    mean: float
    apart: float  # how much more strongly it appeals than the strongest of them
    least: float  # the weakest of its own blocks
    members: int  # blocks between blank lines
    blocks: int  # its own
    near: float  # the strongest of the three blocks above and the three below
    kind: int  # 0 paragraph, 1 item, 2 heading, 3 row, 4 quote
    size: int  # code points
    longer: float  # its size over the mean size of the other blocks between blank lines
    links: int
    emoji: int
    numbers: int
    stops: int  # commas and the like
    foreign: float  # share of its pairs of characters that occur nowhere else in the text


@cache
def trees() -> Forest:
    return compiled(model()["trees"])


def verdict(document: Document, first: int, last: int, sums: Sums, words: str) -> float:
    """The log-odds of an advert."""
    traits, forest = setting(document, first, last, sums)._asdict() | {key(name): 1.0 for name in shown(words)}, trees()
    return forest.log_odds(*(traits.get(name, 0.0) for name in forest.names))


def key(name: str) -> str:
    """The name of a mark or sign as trees have it."""
    return "shows_" + _OTHER.sub("_", name)


def setting(document: Document, first: int, last: int, sums: Sums) -> Setting:
    own, others, whole = _company(document, first, last)
    source, said, total = _source(document, first, last), _said(document, first, last), sums((first, last))
    beside, sizes = [sums(block) for block in others], [len(_said(document, *block)) for block in others]
    return Setting(
        sum=total,
        before=_strength(document, passages.neighbour(document, first, -1), sums),
        after=_strength(document, passages.neighbour(document, last, 1), sums),
        whole=sums(whole) if others and whole[1] - whole[0] < MOST_LINES else total,
        best=max(beside, default=LEAST),
        mean=sum(beside) / len(beside) if beside else LEAST,
        apart=total - max(beside) if beside else 0.0,
        least=min(map(sums, own)) if len(own) > 1 else total,
        members=len(own) + len(others),
        blocks=len(own),
        near=_near(document, first, last, sums),
        kind=_kind(document, first),
        size=len(said),
        longer=len(said) * len(sizes) / (sum(sizes) + 1) if sizes else 1.0,
        links=len(_LINK.findall(source)),
        emoji=len(_EMOJI.findall(source)),
        numbers=len(_NUMBER.findall(said)),
        stops=len(_STOP.findall(said)),
        foreign=_foreign(document.text[:MOST_TEXT], source),
    )


def _company(document: Document, first: int, last: int) -> tuple[list[Span], list[Span], Span]:
    """The blocks from one line to another, the others between the same blank lines, and what all of them span."""
    block = passages.around(document, first)
    if (first, last) != block and last <= block[1]:  # a line of a quote
        return [(first, last)], [(at, at) for at in range(block[0], block[1] + 1) if at != first][:MOST_MEMBERS], block
    whole = max(passages.group(document, first, MOST_LINES), (first, last), key=lambda span: span[1])  # a note may have blank lines
    members = [part for part in passages.parts(document, *whole)[:MOST_MEMBERS] if not _is_frame(document, part)]
    own = [part for part in members if first <= part[0] <= last] or [(first, last)]
    return own, [part for part in members if part not in own], whole


def _is_frame(document: Document, part: Span) -> bool:
    """Whether a part of a group says nothing: the line between the head of a table and its rows, the label of a note, a tag at its end."""
    line = passages.line_text(document, part[0])
    return bool(passages.FRAME.fullmatch(line)) or callouts.opens(line) or line.lstrip().startswith("</")


def _source(document: Document, first: int, last: int) -> str:
    return document.text[document.lines[first].start : document.lines[last].end]


def _said(document: Document, first: int, last: int) -> str:
    return passages.saying(document, first, last).folded.text


def _strength(document: Document, at: int | None, sums: Sums) -> float:
    return LEAST if at is None or passages.is_code(document, at) else sums(passages.around(document, at))


def _near(document: Document, first: int, last: int, sums: Sums) -> float:
    best = LEAST
    for edge, step in ((first, -1), (last, 1)):
        at: int | None = edge
        for _ in range(NEAR):
            at = None if at is None else passages.neighbour(document, at, step)
            best = max(best, _strength(document, at, sums))
            at = None if at is None else passages.around(document, at)[step > 0]
    return best


def _kind(document: Document, first: int) -> int:
    if passages.is_row(document, first):
        return 3
    if passages.is_heading(document, first):
        return 2
    return 4 if passages.line_text(document, first).lstrip().startswith(">") else int(passages.is_item(document, first))


def _foreign(text: str, source: str) -> float:
    own = pairs(source)
    return sum(counted(text).get(pair, 0) <= count for pair, count in own.items()) / len(own) if own else 0.0


def pairs(text: str) -> dict[str, int]:
    """How often each pair of Han characters occurs."""
    found: dict[str, int] = {}
    for run in _HAN.findall(text):
        for pair in map("".join, pairwise(run)):
            found[pair] = found.get(pair, 0) + 1
    return found


@lru_cache(maxsize=1)
def counted(text: str) -> dict[str, int]:
    """The pairs of the text at hand, for all its blocks."""
    return pairs(text)
