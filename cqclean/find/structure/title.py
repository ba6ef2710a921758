"""Which line above the article would be its title, where none was kept?

A title is kept by its place (head.py). Where that place was not found, the line above the text that shares most of its wording with it
stays, or the one that the learned score takes least for furniture: to keep one short line of the site's costs little, to lose a title
costs trust.
"""

from collections.abc import Callable, Sequence

from cqclean.find.structure import heading, limits, properties, worth
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_NUMBER = late(r".{1,12}[〔\[(]\d{4}[〕\])]\d{1,5}号")  # of a document, beside its title
_LABEL = late(r"(?:作者|来源|编辑|责编|时间|日期|电话|地址|标签|关键[词字]|[^:]{2,6}):|.*\(\d{1,4}\)$")
_AGES = (
    "(?:先秦|两汉|[东西]?汉|魏晋|三国|[东西]?晋|南北朝|南朝|隋|[初盛中晚]?唐|五代|[南北]?宋|辽|金|元|明|清|近代|现代|近现代|当代)"
    "[代朝末初]?"
)
_POET = late(  # who wrote a poem, below its title
    rf"[〔\[(【]?{_AGES}(?:[〕\])】] ?|[:·])[\u4e00-\u9fff·]{{2,6}}|[\u4e00-\u9fff·]{{2,6}} ?[〔\[(【]{_AGES}[〕\])】]"
)
_CHAPTER = late(r"第[\d一二三四五六七八九十百千零〇两]{1,7}[章节回集话]")
_SECTION = late(r"\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.)]")  # how headings inside an article begin
_NAMES = late(r" ?[-_|–—] ?\S")
_FACT = late(r"[\d:/|]")


def missed(rows: Sequence[Row], first: int, keeps: Callable[[int], bool], article: set[str]) -> frozenset[int]:
    """The row above the article, which begins at or below `first`, that is to stay as its title beside what is kept; none or one."""
    text = next((at for at in range(first, len(rows)) if keeps(at) and rows[at].prose), None)
    if not first or text is None:
        return frozenset()
    own = limits.title
    above = range(max(0, text - own.reach), text)
    likeness = {at: worth.cohesion(rows[at].key, article) * len(rows[at].key) for at in above}  # bigrams that the article shares, about
    gone = [at for at in above if not keeps(at) and _may_be(rows[at]) and likeness[at] >= own.shared * len(rows[at].key)]
    if any(map(keeps, above)):
        gone = [at for at in gone if not heading.names_site(rows[at])]
    best = max(gone, key=lambda at: (likeness[at], at), default=None)
    shown = _shown(rows, first, keeps)
    if best is None or any(_rivals(likeness[at], rows[at], likeness[best], rows[best]) for at in above if keeps(at)):
        kept = [at for at in above if keeps(at) and len(rows[at].key) > (own.named if _LABEL.match(rows[at].key) else own.size[0])]
        speaks = any(likeness[at] >= own.speaks * len(rows[at].key) for at in kept)
        return shown if shown or speaks else _unlike_menus(rows, above, keeps)
    return shown | {best}


def _rivals(likeness: float, kept: Row, best: float, row: Row) -> bool:
    """Whether a line that stays is title enough beside the best that would go: of that likeness, and not by its mere length."""
    own = limits.title
    return likeness >= own.rival * best and likeness / len(kept.key) >= own.denser * best / len(row.key)


def _shown(rows: Sequence[Row], first: int, keeps: Callable[[int], bool]) -> frozenset[int]:
    """Rows of the head that something beside their words shows as a title: a breadcrumb ends with them, a subtitle or a poet follows, the
    learned score takes them for text, they begin a page of which no title is kept, or they alone bear the number of a chapter."""
    own, found = limits.title, set[int]()
    chapters = [at for at in range(first) if _CHAPTER.fullmatch(rows[at].key)]
    found.update(chapters if len(chapters) == 1 else ())
    found.update(properties.named(rows, first))
    found.update(at for at in range(1, first) if _is_notice(rows, at))
    kept = [at for at in range(first) if keeps(at)]
    crumbs = [row.key for row in rows[:first] if row.marker is not None and row.marker.kind == "breadcrumb"]
    for at in range(first):
        key, plain = rows[at].key, rows[at].marker is None and not keeps(at)
        if any(rows[near].key == key for near in kept) or _NUMBER.fullmatch(key):
            continue
        if plain and at + 1 < len(rows) and _POET.fullmatch(rows[at + 1].key):
            found |= {at, at + 1}
        if not plain or not own.size[0] <= len(key) <= own.size[1]:
            continue
        named = len(key) >= own.named and any(crumb.endswith(key) and crumb != key for crumb in crumbs)
        named = named or (len(key) >= own.named and any(_goes_on(row.key, key) for row in rows[:at]))
        above = keeps(at + 1) and rows[at + 1].key.startswith("——")
        begins = at == 0 and not kept and rows[at].junk < own.begins and len(key) >= own.named
        if above or begins or rows[at].junk < own.text or (named and not any(key in rows[near].key for near in kept)):
            found.add(at)
    return frozenset(found)


def _is_notice(rows: Sequence[Row], at: int) -> bool:
    """Whether a word of a site's foot stands between breadcrumb and text, as the title of what it leads to elsewhere: 服务条款."""
    near = [row.marker.kind if row.marker else "" for row in rows[at - 1 : at + 2]]
    return near == ["breadcrumb", "footer", ""] and rows[at + 1].junk < limits.title.text


def _goes_on(browser: str, key: str) -> bool:
    """Whether a browser's title is a line with the names of its section and site behind it."""
    return browser.startswith(key) and _NAMES.match(browser, len(key)) is not None


def _unlike_menus(rows: Sequence[Row], above: range, keeps: Callable[[int], bool]) -> frozenset[int]:
    """The row above the article that the learned score takes least for furniture, if far less than most of them and than what is kept."""
    own = limits.title
    gone = [at for at in above if not keeps(at)]
    best = min((at for at in gone if rows[at].marker is None and _may_be(rows[at])), key=lambda at: (rows[at].junk, -at), default=None)
    kept = [at for at in above if keeps(at) and _may_be(rows[at]) and not _FACT.search(rows[at].key) and not _SECTION.match(rows[at].key)]
    if best is None or any(rows[at].junk < rows[best].junk for at in kept):
        return frozenset()
    usual = _median(sorted(1 - rows[at].junk for at in gone))
    return frozenset({best}) if 1 - rows[best].junk >= own.unlike * usual else frozenset()


def _median(rising: Sequence[float]) -> float:  # the module statistics takes longer to import than most texts to clean
    return (rising[(len(rising) - 1) // 2] + rising[len(rising) // 2]) / 2


def is_number(row: Row) -> bool:
    """Whether a line is the number of a document, which stands beside its title."""
    return _NUMBER.fullmatch(row.key) is not None


def _may_be(row: Row) -> bool:
    least, most = limits.title.size
    kind = row.marker is None or row.marker.kind in limits.title.maybe
    return (
        kind
        and (not row.prose or row.key.endswith("?"))
        and not row.key.endswith(":")
        and least <= len(row.key) <= most
        and not _LABEL.match(row.key)
        and not is_number(row)
    )
