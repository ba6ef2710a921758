"""How much of the piece that clauses give for a contact surely advertises, and what else of its sentence does?

What reads as an advert by itself (plea) goes, and what is a part of somebody's text stays: clauses that sell nothing, text before a blank
(…和河沙按二比一混合 电话:…), text glued to a number or an id without a sign between (加微信abc123窗外下着雨。).
Offsets are those of the folded copy.
"""

from cqclean.find import bracketed, clause, plea
from cqclean.find.wedge import OPENING
from cqclean.ruleset import parts
from cqclean.ruleset.frozen import tables
from cqclean.text.edits import Span
from cqclean.text.late import late

SHORTEST, SHORT = 3, 6  # Han characters of text; fewer than SHORT need a clause behind them, or a worse reading as an advert
UNLIKE, FAR_UNLIKE = -1.5, -4.0  # log-odds of an advert below which words are text, few words by themselves
FAR = 30  # code points behind text that is glued to a contact in which its sentence goes on
LEAST_TEXT = 6  # Han characters of a part of a sentence that may be text by itself
PARTING = frozenset("。!?…”」,")  # what may end a piece and parts what stays
_HAN = late("[\u4e00-\u9fff]")
_TEXT = late("(?:\\([^()]{1,12}\\))?[ ←☜☚◀◄】』]{0,3}(?=[\u4e00-\u9fff“「『])")
_STOP = late("[,。!?;…]")
_SENTENCE = late("[^。!?;…\n]*")
_ENDS = late("[,。!?;…~”’」』 ]+$")
_CALLS = late(  # what calls a bracket: 加我(…)
    "[加扫戳搜拨问洽找寻打领]|关注|联系|[入进]群|复制|请|欢迎|微信|电话|热线|咨询|报名|订购|详情|资料|客服|助[教理]|办理|承接|(?:vx?|wx|qq|id|tel)号?$|号$"
)
_TELLS = late("说|表示|认为|介绍|告诉|提醒|建议|坦言|回忆|透露|[是姓]")
_REACHED = late(  # a number in figures or in words, an id with a digit, a site, a number or a site in brackets
    r"[0-9][0-9 -]{4,}[0-9]|[〇零洞幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]{6,}|(?=[a-z_-]*[0-9_])[a-z][a-z0-9_-]{4,19}|"
    r"[a-z0-9-]{2,} ?(?:[.点·]|dot) ?(?:c[o0]m|cn|net|cc|top|vip|org|xyz|shop)(?![a-z])"
    r"(?:免费|整理|手打|独家)?(?:阅读|首发|观看|看书?|提供)?|"
    r"[{\[【](?:[0-9][.·、 ]{1,2}){5,12}[0-9][}\]】]|"
    r"[{\[【(](?:[a-z0-9\u4e00-\u9fff] ?){2,16}[.。·点★] ?(?:c ?[o0] ?m|n ?e ?t|c ?c|c ?n)[}\]】)]"
)


def of(text: str, line: Span, core: Span, piece: Span) -> Span:
    """What of a piece around a contact goes."""
    piece = before_text(text, _behind_blank(text, line, core, _trimmed(text, line, core, surely(text, line, core, piece))))
    piece = _of_subject(text, core, piece) or piece
    return piece if bracketed.is_whole(text, piece) else _within_bracket(text, line, core, piece)


def _within_bracket(text: str, line: Span, core: Span, piece: Span) -> Span:
    """A piece that would open or close a bracket alone: all of the bracket around its contact, or what of it stands inside."""
    around = bracketed.bracket(text, line, core)
    if around is None:
        return piece
    if piece[0] <= around[0]:
        return around
    return piece[0], min(piece[1], around[1] - 1)


def _of_subject(text: str, core: Span, piece: Span) -> Span | None:
    """The bracket alone that says how to reach whom the sentence then speaks of: 王师傅(电话:…)做木楼梯二十年。"""
    start = text.find("(", piece[0] + 1, core[1])
    end = text.find(")", max(core[1] - 1, start), core[1] + bracketed.LONGEST_BRACKET) + 1
    if start < 0 or not end or ")" in text[start : core[0]] or not _HAN.match(text, end) or _STOP.search(text, piece[0], start):
        return None
    behind = _STOP.split(text[end : piece[1]], maxsplit=1)
    rest = _ENDS.sub("", behind[1]) if len(behind) > 1 else ""
    if end < piece[1] and not _TELLS.match(text, end) and not _reads_as_text(behind[0], rest):
        return None
    subject = text[piece[0] : start]
    return (start, end) if _HAN.search(subject) and not _CALLS.search(subject) else None


def surely(text: str, line: Span, core: Span, piece: Span) -> Span:
    """What surely is all that advertises in the sentence of a piece, if that is a part of the piece or holds it; else the piece. What calls
    a bracket goes with it."""
    told, odds = plea.told(text, line, core)
    if text[told[0]] in bracketed.OPENERS:
        return piece
    own, start = tables("contact")["asides"], clause.sentence(text, line, core)[0]
    if start <= piece[0] <= told[0] <= core[0] and core[1] <= told[1] <= piece[1]:
        return told if odds >= own["sure"] else piece
    more = start <= told[0] <= piece[0] and piece[1] <= told[1] and not clause.ADDRESS.search(text, *piece)  # a site's stands amid stories
    return told if more and odds >= own["more"] and _adds_adverts(text, line, told, piece) else piece


def _adds_adverts(text: str, line: Span, told: Span, piece: Span) -> bool:
    """Whether each clause by which what is told exceeds a piece reads as an advert by itself, or nearly so."""
    sides = (told[0], piece[0]), (piece[1], told[1])
    added = [part for side in sides for part in clause.parted(text, side, piece) if _HAN.search(text, *part)]
    return all(plea.odds(text, line, part) >= tables("contact")["asides"]["added"] for part in added)


def _trimmed(text: str, line: Span, core: Span, piece: Span) -> Span:
    """The piece without clauses at its ends that read as text, though their words may serve a contact: 每天二十分钟, before 谱子找我拿."""
    clauses = [part for part in clause.parted(text, piece, core) if part[1] > part[0]]
    own = next((at for at, part in reversed(list(enumerate(clauses))) if part[0] <= core[0]), 0)
    least, last = tables("contact")["asides"]["serves"], len(clauses) - 1
    told = [at for at, part in enumerate(clauses) if at != own and plea.odds(text, line, part) < least and not _places(text, part)]
    first = max((at + 1 for at in told if at < own), default=0)  # before a clause that surely is text there is more text
    last = min((at - 1 for at in told if at > own), default=last)
    sentence = clause.sentence(text, line, core)
    if (first, last) == (0, len(clauses) - 1) or piece[1] > sentence[1]:
        return piece  # a bracket may hold a full stop: it goes whole
    whole = clause.parted(text, sentence, core)
    begin, end = (next(at for at, part in enumerate(whole) if part[1] > clauses[edge][0]) for edge in (first, last))
    return clause.cut(text, whole, begin, end, core)


def _places(text: str, part: Span) -> bool:
    """Whether a clause says where a firm is, as its letterhead does."""
    return bool(parts.pattern(" *{place}", "contact").match(text, *part))


def _behind_blank(text: str, line: Span, core: Span, piece: Span) -> Span:
    """The piece from the blank on that parts it from text in its clause: 腐叶土和河沙按二比一混合 基地电话:…"""
    clauses = clause.parted(text, piece, core)
    own = next(part for part in reversed(clauses) if part[0] <= core[0])
    blank = text.rfind(" ", own[0], core[0])
    if not _sells_nothing(text, line, (own[0], blank)):
        return piece
    end = own[1] if _sells_nothing(text, line, (own[1], piece[1])) else piece[1] - (text[piece[1] - 1] in PARTING)
    return blank, end


def _sells_nothing(text: str, line: Span, part: Span) -> bool:
    """Whether a part of a sentence sells nothing and reads as no advert."""
    words = text[part[0] : max(part)].strip()
    if len(_HAN.findall(words)) < LEAST_TEXT or clause.serving().sells.search(words):
        return False
    return bool(plea.odds(text, line, part) < tables("contact")["asides"]["added"])


def before_text(text: str, piece: Span) -> Span:
    """A piece up to text that is glued to it."""
    reached = max((match.end() for match in _REACHED.finditer(text, *piece)), default=piece[1])
    begin = _TEXT.match(text, reached, piece[1])
    if begin is None:
        return piece
    stop = _STOP.search(text, begin.end(), piece[1])
    end = stop.start() if stop else piece[1]
    rest = _SENTENCE.match(text, end, max(piece[1], end + FAR))
    if not _reads_as_text(text[begin.end() : end], _ENDS.sub("", rest[0] if rest else "").lstrip(",")):
        return piece
    return piece[0] + (text[piece[0]] == ","), begin.end()  # the comma before it parts what stays


def _reads_as_text(words: str, rest: str) -> bool:
    """Whether words and what their sentence says behind them read as no advert."""
    if words.startswith(OPENING):
        return True
    han = len(_HAN.findall(words))
    if han < SHORTEST or plea.weigh(words, 0) >= UNLIKE or (rest and plea.weigh(rest, 0) >= UNLIKE):
        return False
    return han >= SHORT or bool(rest) or plea.weigh(words, 0) < FAR_UNLIKE
