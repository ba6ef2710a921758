"""Which further signs are noise in a text that shows that it has such?

A dot that breaks one word surely (皇.上) breaks the next one that it stands in (早.朝); a letter that breaks one (魔q教) belongs to nothing
between two words (独眼j老者) either. In a text without other letters one inside the name of a place goes, too: 焚 w 宿山.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from cqclean.find import parted, words
from cqclean.find.between import Gap
from cqclean.text.document import Document, occurrences
from cqclean.text.late import late

Broken = tuple[Gap, str, int]  # a gap, the word that it breaks ("" for none) and what that gains, in tenths of a nat
GAIN = 15  # of a dot beside others that were surely noise
NEAR = 40  # characters on each side that hold no Latin letter but noise
_DOTS = frozenset(".·•・‧")
_LATIN = late("[A-Za-z]+")
_LONE = late("(?<=[\u4e00-\u9fff])[ \u00a0]?[a-z][ \u00a0]?(?=[\u4e00-\u9fff])")
_USED = frozenset("了过着一不得的个字是为在")  # behind a letter that is a word: k了一首歌, x 是
_GIVEN = frozenset(  # before one, or before a person whom it names: 我们的l大姐
    "设取令当若把将用按第叫做为在到参变值点边线角轴比打有这那每个号学小大老阿的了着得过是和与同跟给对向被让请见问说叫但而时我你他她"
)
_PERSON = late("[大小老]?[姐哥弟妹叔姨婶嫂爷奶]|女士|先生|太太|夫[妇人]|小姐|姑娘|[君公氏]|同[学志]|老[师板]|教授|医生|博士|主任|经理|总")
_PLACE = late("[\u4e00-\u9fff][山城宗派门谷宫殿阁峰岛府教帮寺院岭洞域境族寨堡关原](?![\u4e00-\u9fff]?[车口员])")


def further(document: Document, shown: Iterable[Gap], left: Iterable[tuple[Sequence[Broken], list[str]]]) -> Iterator[Gap]:
    """Yield the gaps that go, of runs that showed nothing alone: each with what stands between and beside them."""
    shown = list(shown)
    signs = {gap.sign for gap in shown}
    lettered = [gap.start for gap in shown if gap.sign.isascii() and gap.sign.isalpha()]
    for run, pieces in left:
        gap, word, gain = run[0]
        if len(run) > 1 or parted.is_lettered(gap.sign, pieces[0], pieces[1]):
            continue
        if gap.sign in _DOTS and gap.sign in signs and word and gain >= GAIN:
            yield gap
        elif gap.sign.islower() and gap.sign.isascii() and _is_alone(document.text, gap):
            beside = any(abs(at - gap.start) < NEAR for at in lettered)
            if beside and _means_nothing(pieces) or _is_in_place(gap, pieces) and not _has_others(document.text, gap):
                yield gap


def names_person(text: str, gap: Gap) -> bool:
    """Whether a text calls a person by a letter elsewhere: where t先生 is told of, 陷t于不义 is not broken."""
    called = _called(text, gap.sign)
    return bool(called) and (called[0] < gap.start or called[-1] >= gap.end)


@lru_cache(maxsize=8)  # the letters of the text at hand
def _called(text: str, letter: str) -> tuple[int, ...]:
    """Where a text calls a person by a letter, in rising order."""
    return tuple(at for at in occurrences(text, letter) if _PERSON.match(text, at + 1))


def _near(text: str, gap: Gap) -> tuple[int, int]:
    return max(0, gap.start - NEAR), gap.end + NEAR


def _is_alone(text: str, gap: Gap) -> bool:
    """Whether all letters near a gap are such as may be noise: single ones between characters."""
    return len(_LATIN.findall(text, *_near(text, gap))) == len(_LONE.findall(text, *_near(text, gap)))


def _has_others(text: str, gap: Gap) -> bool:
    return len(_LATIN.findall(text, *_near(text, gap))) > 1


def _means_nothing(pieces: list[str]) -> bool:
    left, right = pieces
    return bool(left and right) and left[-1] not in _GIVEN and right[0] not in _USED and not _PERSON.match(right)


def _is_in_place(gap: Gap, pieces: list[str]) -> bool:
    """Whether the name of a place holds the letter: single characters on both sides, no variable, and what places are called by."""
    left, right = pieces
    if gap.sign not in _noise() or not _means_nothing(pieces) or not _PLACE.match(right):
        return False
    before, after = words.reading(left)[1], words.reading(right)[1]
    return len(left) - before[-2] == 1 and after[1] == 1


@cache
def _noise() -> frozenset[str]:
    return parted.NOISE & frozenset("dfghloqrstuvwz")
