"""Which rows between those of a page did a shop set there?

Goods with their prices below a heading that only shops write (看了又看), and how buyers rated the shop. Cell by cell both read like tables
of facts, which is why wording has to tell: a menu of dishes with prices and a test with its marks are an author's.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cqclean.find.structure.lexicon import core_of
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_HEADING = late(
    r"看了[又还]看|买了[又还]买|看了?[又还]买|(?:最近)?浏览(?:记录|历史|过的商品)|最近浏览|猜你喜欢|(?:同类|掌柜|店铺|店长|新品|商品|热销|热卖|爆款)推荐"
    r"|(?:\d{1,2}小时|本店|店铺|本周|本月|同类|人气)?(?:热销|热卖)(?:商品|宝贝|产品|推荐|排行榜?|榜)?|相关商品|同类商品|推荐商品|其[他它]商品|(?:为|给)[您你]推荐"
)
_PRICE = late(r"(?:[^:\d]{0,4}价)?[: ]{0,2}(?:[¥￥] ?\d[\d,.]*(?: .{1,40})?|\d[\d,.]* ?元起?)")
_RATED = late(
    r"(?:商品|宝贝|服务|物流|店铺|卖家|发货)(?:评分|得分)|好评[率度]|(?:宝贝|商品)?描述相符|宝贝描述|(?:卖家|店铺)?服务态度|(?:卖家)?发货速度|(?:用户)?点评数?:"
)
_MARK = late(r"\d{1,3}(?:\.\d{1,2})?[%分]? ?[↑↓→]?")
_OF_SONGS = late(
    r"同专辑(?:的?其[他它])?(?:歌[词曲]|曲目)|(?:该|本)?专辑(?:的?其[他它])(?:歌[词曲]|曲目)|(?:同|该)歌手(?:的?其[他它])?歌[词曲]"
    r"|[\u4e00-\u9fffa-z0-9·]{2,12}的?(?:热门歌词|其[他它](?:热门)?(?:歌[词曲]|单曲))"
)
_OF_PROGRAMS = late(r"(?:同类|同类相关|类似|热门|相似)(?:软件|应用)(?:推荐|下载)?|大家还下载了?")
_PROGRAM = late(r".{2,30} ?v?\d{1,4}(?:\.\d{1,6}){1,4}.{0,12}")
SONG = 24  # characters of the name of a song
SONGS = 30  # greatest number of songs or programs below their heading: more lines are lyrics
GOODS = 2  # least number of goods below a heading
LONGEST = 60  # characters of the name of goods


def found(rows: Sequence[Row]) -> frozenset[int]:
    """Goods below their heading, songs and programs below theirs, and ratings with their marks."""
    return frozenset([*_goods(rows), *_songs(rows), *_ratings(rows)])


def _songs(rows: Sequence[Row]) -> Iterator[int]:
    """Names of songs or of programs with their versions, below a heading that only sites of these write."""
    for top, row in enumerate(rows):
        head = core_of(row.key)
        songs = _OF_SONGS.fullmatch(head) is not None
        if songs or _OF_PROGRAMS.fullmatch(head):
            items = sum(1 for _ in takewhile(_is_song if songs else _is_program, rows[top + 1 : top + 2 + SONGS]))
            if GOODS <= items <= SONGS:
                yield from range(top, top + 1 + items)


def _is_song(row: Row) -> bool:
    return row.marker is None and not row.prose and len(row.key) <= SONG and not _OF_SONGS.fullmatch(core_of(row.key))


def _is_program(row: Row) -> bool:
    return not row.prose and _PROGRAM.fullmatch(row.key) is not None


def _goods(rows: Sequence[Row]) -> Iterator[int]:
    for at, row in enumerate(rows):
        if _HEADING.fullmatch(core_of(row.key)):
            stop = at + 1
            while stop + 1 < len(rows) and _is_name(rows[stop]) and _PRICE.fullmatch(rows[stop + 1].key):
                stop += 2
            if stop > at + 2 * GOODS:
                yield from range(at, stop)


def _is_name(row: Row) -> bool:
    return not row.prose and len(row.key) <= LONGEST and not _PRICE.fullmatch(row.key) and not _HEADING.fullmatch(core_of(row.key))


def _ratings(rows: Sequence[Row]) -> Iterator[int]:
    """What buyers rated, with the marks right above or below."""
    for at, row in enumerate(rows):
        if _RATED.fullmatch(row.key):
            marks = [near for near in (at - 1, at + 1) if 0 <= near < len(rows) and _MARK.fullmatch(rows[near].key)]
            yield from (at, *marks) if marks else ()
