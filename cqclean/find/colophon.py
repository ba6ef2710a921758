"""Which lines before and after a book did the maker of its file write?

An e-book file says who made it, where to get more, and how large it is. Where the front and the back of a text show such a maker, each
line there that a mark explains goes, with the rules and frames beside it. Marks and weights: rules/colophon.toml.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise, takewhile
from typing import Any, NamedTuple

from cqclean.find.lines import removal
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.pattern import pattern
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

RULE = "colophon-line"
ENDS = 3000  # code points at each end of a text in which a maker would show
# one of which a maker says
SIGNS = (
    "电子书",
    "txt",
    "TXT",
    "ＴＸＴ",
    "下载",
    "下載",
    "上传",
    "上傳",
    "整理",
    "制作",
    "製作",
    "24小时",
    "公众号",
    "CIP",
    "小说",
    "好书",
    "本书",
)
FRAME = "frame"  # the name of a line without words
_STOPS = "。！？；!?;…"
_ENDS = ("。", "!", "?", "…", "”", "」")  # of a sentence, which an author wrote
_CLAUSE = late(
    r"(?!.{0,12}(?:本[书站文帖]|资源|文件|小说|全书|电子|网友|下载))[“\"]?[\u4e00-\u9fff]{2,}[,?!][”\"]?"
)  # of a text into whose sentence an advert was put
_SENTENCE = late(r"[。!?]+[”’」』)]*|^[【\[(][^】\])]{4,}[】\])]")  # a bracket that a line begins with is a sentence, too


class Line(NamedTuple):
    """A line that is not blank: its index, its folded words, and the mark that explains it, with its weight."""

    at: int
    text: str
    mark: str = ""
    weight: float = 0.0


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the removal of what the maker of an e-book file wrote around the book."""
    if RULE not in ruleset.by_id or document.kind != "text" or not _may_be_file(document.text):
        return
    options = tables("colophon")["colophon"]
    lines = [line for line in _lines(document) if line.text]
    front, back = _zones(lines, options)
    shown = {line.mark: line.weight for line in (*front, *back)}
    if sum(shown.values()) < options["enough"]:
        return
    theirs = set(shown) - {"", FRAME} - (set() if shown.keys() & set(options["file"]) else {options["book"]})
    gone = {line.at for line in (*front, *back) if line.mark in theirs}
    gone |= _between(back, gone, options)
    gone |= {line.at for line in _frames(document, lines, gone)}
    yield from _edits(document, lines, gone, ruleset)


def _may_be_file(text: str) -> bool:
    """A quick look before any line is weighed."""
    return any(sign in text[:ENDS] or sign in text[-ENDS:] for sign in SIGNS)


def _lines(document: Document) -> Iterator[Line]:
    text = document.folded.text
    return (Line(at, text[line.start : line.end].strip()) for at, line in enumerate(document.folded_lines))


def _zones(lines: Sequence[Line], options: dict[str, Any]) -> tuple[list[Line], list[Line]]:
    """The front and the back of a text, each line with the mark that explains it; no line stands in both."""
    ends = (_marked(line, options) for line in lines[: -options["tail"] - 1 : -1])
    back = list(takewhile(lambda line: not _is_prose(line, options), ends))
    before = lines[: min(options["head"], len(lines) - len(back))]
    front = takewhile(lambda line: not pattern(options["chapter"]).match(line.text), before)
    return [_marked(line, options) for line in front], back[::-1]


def _is_prose(line: Line, options: dict[str, Any]) -> bool:
    return not line.mark and len(line.text) >= options["prose"] and any(stop in line.text for stop in _STOPS)


def _marked(line: Line, options: dict[str, Any]) -> Line:
    if pattern(options["rule"]).fullmatch(line.text):
        return line._replace(mark=FRAME)
    if len(line.text) > options["longest"] or not pattern(options["hints"]).search(line.text):
        return line
    found = [(weight, name, match.span()) for name, weight, shape in _marks() if (match := shape.search(line.text))]
    weight, name, _ = max(found, default=(0.0, "", (0, 0)))
    return line._replace(mark=name, weight=weight) if _covers(line.text, [span for *_, span in found], options) else line


def _covers(text: str, spans: Iterable[tuple[int, int]], options: dict[str, Any]) -> bool:
    """Whether the sentences that marks reach into make up the line: an advert inside a paragraph does not make the paragraph one."""
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    sentences = [(start, end) for start, end in pairwise(ends) if any(start < last and first < end for first, last in spans)]
    if sentences and _CLAUSE.match(text, sentences[0][0], max(sentences[0][0], min(first for first, _ in spans))):
        return False
    return bool(sum(end - start for start, end in sentences) >= options["covered"] * len(text))


@cache
def _marks() -> list[tuple[str, float, Any]]:
    return [(entry["name"], entry["weight"], pattern(entry["match"])) for entry in tables("colophon")["mark"]]


def _between(back: Sequence[Line], gone: set[int], options: dict[str, Any]) -> set[int]:
    """The few lines of the back that no mark explains and that stand between lines that go, unless they are an author's own."""
    runs = [list(run) for _, run in groupby(back, key=lambda line: line.at in gone or line.mark == FRAME)]
    inner = [run for run in runs[1:-1] if run[0].at not in gone and run[0].mark != FRAME and len(run) <= options["between"]]
    own = pattern(options["own"])
    return {line.at for run in inner for line in run if not any(own.search(each.text) or each.text.endswith(_ENDS) for each in run)}


def _frames(document: Document, lines: Sequence[Line], gone: set[int]) -> Iterator[Line]:
    """The rules beside lines that go; in Markdown, a rule that underlines a heading that stays is the heading's."""
    rule = pattern(tables("colophon")["colophon"]["rule"])
    for order in (lines, lines[::-1]):
        beside = False
        for line in order:
            framing = line.at not in gone and bool(rule.fullmatch(line.text))
            if framing and beside and not _underlines(document, line.at, gone):
                yield line
            beside = line.at in gone or (framing and beside)


def _underlines(document: Document, at: int, gone: set[int]) -> bool:
    if document.kind != "markdown" or at == 0 or at - 1 in gone:
        return False
    above = document.lines[at - 1]
    return bool(document.text[above.start : above.end].strip())


def _edits(document: Document, lines: Iterable[Line], gone: set[int], ruleset: Ruleset) -> Iterator[Edit]:
    """An edit for each run of lines that go."""
    for going, run in groupby(lines, key=lambda line: line.at in gone):
        if going:
            cut = list(run)
            yield removal(document, cut[0].at, cut[-1].at, ruleset.by_id[RULE])
