"""Where does a notice end with its signature?

Who issued it and, right below, the day in words of a calendar: no furniture has that. So a page's own lines begin below it, whatever
hotline, account or address the notice names above.
"""

from collections.abc import Sequence

from cqclean.find.structure import limits
from cqclean.find.structure.rows import Row
from cqclean.text.late import late

_DAY = r"(?:(?:19|20)\d\d|[二一][〇○零九一二三四五六七八]{3})年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日"
_DATED = late(_DAY)
_BODIES = "局委办处部会院校府司厂店社站所心室组团队科股镇乡村行馆学"  # how the names of those who issue notices end
_BOTH = late(rf"[^:,。!?;]{{2,30}}(?<=[{_BODIES}]) *{_DAY}")
_ROLE, _NAME = r"[\u4e00-\u9fff]{1,4}(?:[/、&][\u4e00-\u9fff]{1,4})?", r"[\u4e00-\u9fff·]{2,6}"
_WRITER = "(?:撰稿|撰文|供稿|文字|文|通讯员|采写|摄影|图片?)"
_CREDIT = late(  # who wrote, took the pictures and read a text, in one pair of brackets
    rf"\((?={_WRITER}(?:[/、&]{_WRITER})?:)(?:{_ROLE}: ?{_NAME}(?:[、 ,]{{1,2}}{_NAME}(?!:))*[ ,;、|]{{0,3}}){{1,5}}\)"
)
_ISSUER = late(rf"[^:,。!?;|>]{{2,30}}(?<=[{_BODIES}])(?:\([^()]{{2,12}}\))?")


def below(rows: Sequence[Row]) -> int:
    """The row below the last signature that follows running text; 0 where none does."""
    last, text = 0, -limits.head.signed
    for at, row in enumerate(rows):
        if row.prose:
            text = at
        elif at - text <= limits.head.signed and _ends(rows, at):
            last = at + 1
    return last


def block(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of that signature, and whom the notice tells to ask right above it."""
    stop = below(rows)
    if not stop:
        return frozenset()
    top = stop - 1 if _BOTH.fullmatch(rows[stop - 1].key) else stop - 2
    while top and (above := rows[top - 1].marker) is not None and above.kind == "contact":
        top -= 1
    return frozenset(range(top, stop))


def credited(rows: Sequence[Row], stop: int) -> frozenset[int]:
    """The row right below the text, which ends at row `stop`, if it is such a credit: a site's own has no brackets."""
    return frozenset(at for at in (stop,) if at < len(rows) and at and rows[at - 1].marker is None and _CREDIT.fullmatch(rows[at].key))


def _ends(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is the last of a signature: issuer and day on one line, or the day below the issuer."""
    key = rows[at].key
    return key.endswith("日") and bool(_BOTH.fullmatch(key) or (at and _DATED.fullmatch(key) and _ISSUER.fullmatch(rows[at - 1].key)))
