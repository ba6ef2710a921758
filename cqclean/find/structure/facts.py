"""Which lines are the labels and values of a table of facts?

Taken out of HTML cell by cell, a product's data, a tender's dates or a recipe's amounts look like a menu: short lines, no sentence. What
tells them is their rhythm, and that no word of a site is among them: a label, then a value with figures; label and value on one line;
numbers among other cells.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cqclean.find.structure import columns, limits, properties
from cqclean.find.structure.lexicon import core_of
from cqclean.find.structure.rows import Row, is_strong
from cqclean.text.late import late

_TAXA = "界门纲目科属种"  # ranks of living things, whose names end with them
_LABEL = late(rf"[\u4e00-\u9fff](?:[\u4e00-\u9fff() /]{{0,8}}[\u4e00-\u9fff):])|[{_TAXA}]")
_FIGURES = late(r"[0-9a-z¥$%]|[一二三四五六七八九十百千]{1,4}余?[人个家名年月日号层台张间座]")
_ADDRESS = late(r"https?:|www\.|>")  # what lists of links and breadcrumbs hold
_REACH = late(r"(?:联系|电 ?话|手 ?机|传 ?真|邮 ?[箱编件]|地 ?址|网 ?址|微信|qq|e-?mail).{0,6}:")
_PUBLISHED = late(  # how and when a page was published: its site's data, as a register of a government's pages has them
    r"(?:[发公]布|发[文稿]|成文|生成|录入|更新|上传|公开)(?:日期|时间|机构|机关|单位|部门|人|者|形式|方式|范围|类别|字号)"
    r"|索 ?引 ?号|文 {0,4}号|有 ?效 ?性|(?:信息|文[章件]|稿件)?(?:来 ?源|出处|分类)|作 ?者|(?:责任)?编 ?辑|记者"
    r"|主 ?题 ?(?:词|分类)|关键[词字]|标签|核心提示|导[读语]|摘要|(?:浏览|点击|阅读)(?:次数|量)?|人气"
)
_NUMBER = late(r"[-+±]?[\d.,]+(?:%|[\u4e00-\u9fff]{1,2}|[a-z]{1,3})?|[-—/]")
_COUNTING = late(r"(\d{1,9})(?:[\u4e00-\u9fff]{1,2})?")  # 1个月, 2个月, ... count up as bare numbers do
_COLUMNS = late(r"\S {2,}\S")
_TWO_TITLES = late(r"(?:(?! {2}).){6,30} {2,4}(?:(?! {2}).){6,30}")
_BOTH = late(rf"(?![\[【][^\]】]*[\]】] ?[\u4e00-\u9fffa-z*])[*\- ]*{properties.FACT}")
_NUMBERED = frozenset({"序号", "编号", "名次", "排名", "排序", "no"})
_LABELLED = late(r":| (?=[-+]?\d)")
_COUNTED = late(r"[\u4e00-\u9fff()]{2,12} [-+]?\d[\d.,]*[\u4e00-\u9fff%℃]{0,3}")  # what a blank parts from its number


def boxes(rows: Sequence[Row], end: int) -> list[range]:
    """The tables of facts among the rows above row `end`; what the learned score is sure of is a list of the site's. One that words show
    may reach below: the last value of a film's data is its length, as a site's meta data may be."""
    above = rows[:end]
    found = [box for box in _boxes(above) if properties.doubtful(above, box)]
    found += [box for box in properties.boxes(rows) if box.start < end]
    found += [run for run in _cells(above) if _is_grid(above[run.start : run.stop])]
    return [*dict.fromkeys([*found, *_numbered(above), *columns.boxes(above)])]


def _boxes(rows: Sequence[Row]) -> list[range]:
    """What reads as a table of facts by its rhythm."""
    found = [
        box for fits, step in ((_is_both, 1), (_is_pair, 2)) for box in _runs(rows, fits, step) if _is_told(rows[box.start : box.stop])
    ]
    return found + [run for run in _cells(rows) if _is_table(rows[run.start : run.stop])]


def stated(rows: Sequence[Row], first: int, found: Sequence[range], titles: Sequence[int]) -> frozenset[int]:
    """The rows of tables in the text, which begins at row `first`, right above it or right below the page's title."""
    reach = limits.facts.reach
    tops = [at for at in titles if at < first]
    found = [box for box in found if not _tells(rows, box, _PUBLISHED)]
    said = [range(max(first, _with_heading(rows, box)), box.stop) for box in found if box.stop > first]
    said += [_headed(rows, box) for box in found if _beside(box, first, reach, tops) and not _tells(rows, box, _REACH)]
    return frozenset(at for box in said for at in box)


def _with_heading(rows: Sequence[Row], box: range) -> int:
    """The row of a table's heading right above it; a site's buttons are none."""
    start = box.start - 1
    return box.start if start >= 0 and is_strong(rows[start]) and rows[start].junk >= limits.inserts.both else start


def _headed(rows: Sequence[Row], box: range) -> range:
    """A table with what stands right above it: its heading, the name of the thing, or the first value where values precede labels."""
    start = box.start - 1
    if (
        start < 0
        or not properties.begins(rows[box.start])
        or rows[start].marker is not None
        or rows[start].junk >= limits.facts.surely
        or rows[start].key[0] in "(["
    ):
        return box  # a button, a menu word or a count
    while start and rows[start].key.endswith(":") and rows[start - 1].marker is None and rows[start - 1].key.endswith(":"):
        start -= 1  # 公告概要: and 公告信息:
    return range(start, box.stop)


def _beside(box: range, first: int, reach: int, titles: Sequence[int]) -> bool:
    """Whether a table reaches into the text, stands right above it, or right below a title."""
    return box.start < first and (box.stop >= first - reach or any(at < box.start <= at + reach for at in titles))


def follows_text(rows: Sequence[Row], box: range) -> bool:
    """Whether a line of text stands right above a table, or above its heading."""
    return any(row.junk < limits.plan.peel for row in rows[max(0, box.start - 2) : box.start])


def has_columns(key: str) -> bool:
    """Whether a line has cells that wide blanks part, as the rows of a list of names have; two titles side by side are none."""
    return _COLUMNS.search(key) is not None and not _TWO_TITLES.fullmatch(key)


def below_register(rows: Sequence[Row], first: int) -> int:
    """The first row below the table at row `first` that tells how the page was published, else that row itself."""
    registers = [box for box in _boxes(rows[: first + limits.facts.register]) if _tells(rows, box, _PUBLISHED)]
    return max((box.stop for box in registers if box.start <= first < box.stop), default=first)


def _tells(rows: Sequence[Row], box: range, what: re.Pattern[str]) -> bool:
    """Whether most labels of a table are of a kind: how to reach somebody, how the page was published; above the text that is a site's."""
    labels = [rows[at].key for at in box if ":" in rows[at].key]
    return 2 * sum(what.match(label) is not None for label in labels) > len(labels)


def _runs(rows: Sequence[Row], fits: Callable[[Sequence[Row], int], bool], step: int) -> Iterator[range]:
    """The runs of facts of `step` rows each."""
    at = 0
    while at < len(rows):
        stop = at
        while stop + step <= len(rows) and fits(rows, stop):
            stop += step
        if stop - at >= step * limits.facts.least:
            yield range(at, stop)
            at = stop - step + 1  # a heading may have shifted labels and values
        else:
            at += 1


def _is_both(rows: Sequence[Row], at: int) -> bool:
    key = rows[at].key
    return not rows[at].prose and _is_free(rows[at]) and (_BOTH.fullmatch(key) or _COUNTED.fullmatch(key)) is not None


def _is_pair(rows: Sequence[Row], at: int) -> bool:
    label, value = rows[at], rows[at + 1]
    fits = _LABEL.fullmatch(label.key) is not None and not value.prose and len(value.key) <= limits.facts.value
    return fits and (_is_free(label) or _PUBLISHED.match(label.key) is not None) and _is_free(value)


def _is_free(row: Row) -> bool:
    """Whether a line holds no word of a site but those that facts share."""
    return row.marker is None or row.marker.kind in limits.facts.kinds


def _cells(rows: Sequence[Row]) -> Iterator[range]:
    """The runs of short lines without any word of a site that are long enough for a table."""
    own, begin = limits.facts, 0
    for at in range(len(rows) + 1):
        if at == len(rows) or is_strong(rows[at]) or len(rows[at].key) > own.cell:
            if at - begin >= own.cells:
                yield range(begin, at)
            begin = at + 1


def _numbered(rows: Sequence[Row]) -> Iterator[range]:
    """The tables with a column of numbers: below 序号 and the other heads, as many cells in each row count up from 1."""
    for top, row in enumerate(rows):
        wide = next((at - top for at in range(top + 2, min(len(rows), top + limits.facts.columns + 1)) if rows[at].key in ("1", "01")), 0)
        if wide and core_of(row.key) in _NUMBERED:
            last = top + wide
            while last + wide < len(rows) and rows[last + wide].key.isdecimal() and int(rows[last + wide].key) == (last - top) // wide + 1:
                last += wide
            if last > top + wide:
                yield range(top, min(len(rows), last + wide))


def _is_grid(run: Sequence[Row]) -> bool:
    """Whether the cells of a run come back again and again, as the lessons of a timetable do and the words of a menu don't."""
    return len({row.key for row in run}) <= limits.facts.grid * len(run)


def _is_table(run: Sequence[Row]) -> bool:
    """Whether numbers stand among the cells as in a table of several columns, and don't count up as pages and ranks do."""
    low, high = limits.facts.numbers
    numbers = [row.key for row in run if _NUMBER.fullmatch(row.key)]
    whole = [int(match[1]) for match in map(_COUNTING.fullmatch, numbers) if match]
    counted = sum(after == before + 1 for before, after in pairwise(whole))
    return low * len(run) <= len(numbers) <= high * len(run) and 2 * counted < max(1, len(whole) - 1)


def _is_told(box: Sequence[Row]) -> bool:
    """Whether figures stand in half of a table's values, and no address in any."""
    figures = sum(_FIGURES.search(row.key) is not None for row in box)
    labels = [_LABELLED.split(row.key)[0] for row in box if _LABELLED.search(row.key)]
    if len({*labels}) < limits.facts.distinct * len(labels):
        return False  # 丙烯腈日评:… again and again: titles of a column
    taxa = sum(label.key in _TAXA and value.key.endswith(label.key) for label, value in pairwise(box))
    return (figures >= limits.facts.figures * len(box) or taxa > 1) and not any(_ADDRESS.search(row.key) for row in box)
