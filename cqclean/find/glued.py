"""Where does text begin that was glued to an advert without a sign between them: 加微信abc123窗外下着雨。?

What follows the last number, id or site of a piece is text if it reads as no advert (plea), and if neither do the clauses behind it.
"""

from cqclean.find import plea
from cqclean.find.wedge import OPENING
from cqclean.text.edits import Span
from cqclean.text.late import late

SHORTEST, SHORT = 3, 6  # Han characters of text; fewer than SHORT need a clause behind them, or a worse reading as an advert
UNLIKE, FAR_UNLIKE = -1.5, -4.0  # log-odds of an advert below which words are text, few words by themselves
_HAN = late("[\u4e00-\u9fff]")
_TEXT = late("(?:\\([^()]{1,12}\\))?[ ←☜☚◀◄】』]{0,3}(?=[\u4e00-\u9fff“「『])")
_STOP = late("[,。!?;…]")
_ENDS = late("[,。!?;…~”’」』 ]+$")
_REACHED = late(  # a number in figures or in words, an id with a digit, a site
    r"[0-9][0-9 -]{4,}[0-9]|[〇零洞幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]{6,}|(?=[a-z_-]*[0-9_])[a-z][a-z0-9_-]{4,19}|"
    r"[a-z0-9-]{2,} ?(?:[.点·]|dot) ?(?:c[o0]m|cn|net|cc|top|vip|org|xyz|shop)(?![a-z])(?:免费)?(?:阅读|首发|观看|看书?)?"
)


def before_text(text: str, piece: Span) -> Span:
    """A piece up to text that is glued to it."""
    reached = max((match.end() for match in _REACHED.finditer(text, *piece)), default=piece[1])
    begin = _TEXT.match(text, reached, piece[1])
    if begin is None:
        return piece
    stop = _STOP.search(text, begin.end(), piece[1])
    end = stop.start() if stop else piece[1]
    if not _is_text(text[begin.end() : end], _ENDS.sub("", text[end : piece[1]]).lstrip(",")):
        return piece
    return piece[0] + (text[piece[0]] == ","), begin.end()  # the comma before it parts what stays


def _is_text(words: str, rest: str) -> bool:
    """Whether words and what their sentence says behind them read as no advert."""
    if words.startswith(OPENING):
        return True
    han = len(_HAN.findall(words))
    if han < SHORTEST or plea.weigh(words, 0) >= UNLIKE or (rest and plea.weigh(rest, 0) >= UNLIKE):
        return False
    return han >= SHORT or bool(rest) or plea.weigh(words, 0) < FAR_UNLIKE
