"""What stands between the characters of a word and does not belong there?

独·家, 抢_劫, 冲w锋, 社 会: a sign, a letter or a blank breaks a word so that a filter does not find it. It goes where the characters
read much better as one word than as the ends of two; what stands between two words stays. `[gaps]` of rules/variant.toml holds the
words and thresholds.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from cqclean.find import again, parted, series, wide, words
from cqclean.find.between import FORMULA, REACH, Gap, pieces_of, runs
from cqclean.find.parted import MANY_SINGLE
from cqclean.find.written import filters
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import Ruleset
from cqclean.ruleset.rule import Rule
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

_VARIABLES = frozenset("abcnmvxyzABCNMVXYZ")  # letters between characters in formulas
_STRAY = frozenset("#@^|`_\\$")  # between single characters nothing else than noise
_DYNASTIES = frozenset("夏商周秦汉魏蜀吴晋宋齐梁陈隋唐辽金元明清美英法德俄日")  # before a dot: whence an author is
_DOTS = frozenset("·•・‧")
_TAGS = frozenset("#＃")
_SHOUTED = late("[^，。；？!！~～\n]{0,8}[!！~～]")  # behind ~, a word is called out: 天~津~卫！
RULES_OF_GAPS = frozenset(("variant-sprinkled", "variant-sprinkled-doubtful", "variant-spaced", "variant-spaced-lone"))
COMMON = 105  # cost of a word that a letter may break beside words that read as well
SLIP = 25  # tenths of a nat by which a division with that word may be dearer than the cheapest
CERTAIN, SURE = 45, 60  # what that word must gain, and where three gaps part four characters
ODD = 8  # less than a dot needs alone, where it is the only one among an author's own marks
NEVER = 999  # gain of a sign that breaks no word alone


class Judged(NamedTuple):
    """A gap, the word that it breaks ("" for none) and by how much the whole word reads better, in tenths of a nat."""

    gap: Gap
    word: str
    gain: int
    foreign: bool = False  # whether foreign names are written with the characters on both sides


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield a deletion for each gap that breaks a word."""
    if RULES_OF_GAPS.isdisjoint(ruleset.by_id):
        return
    blanks: list[list[Judged]] = []
    set_wide: list[tuple[wide.Run, list[Judged]]] = []
    shown: list[Gap] = []
    left: list[tuple[list[Judged], list[str]]] = []
    for run in runs(document.text):
        pieces = pieces_of(document.text, run)
        if parted.by_author(document, run[0].start, run[-1].end, run[0].sign, pieces):
            quoted = parted.is_quoted(document.text, run[0].start - 1, run[-1].end + 1) or parted.is_numbered(document, run[0].start)
            if not run[0].sign and (wide.is_short(pieces) or quoted and wide.is_wide(pieces)):
                set_wide.append((wide.Run(run[0].start - 1, 0, 0, False), [Judged(gap, "", 0) for gap in run]))
            continue
        judged = [_unless_label(document.text, entry) for entry in _judged(run, pieces)]
        if run[0].sign:
            edits = list(_sprinkled(document, judged, pieces, ruleset))
            yield from edits
            surely = any(edit.rule == "variant-sprinkled" for edit in edits)
            shown += [entry.gap for entry in judged if surely]
            left += [] if surely else [(judged, pieces)]
        elif wide.is_wide(pieces):
            stretched = parted.is_stretched(document, run[0].start, pieces)
            set_wide.append((_wide(judged, pieces, stretched), judged))
        elif parted.is_stretched(document, run[0].start, pieces):
            blanks.append(judged)
        elif any(entry.word for entry in judged) and max(entry.gain for entry in judged) >= _table()["blank"]:
            blanks.append(_breaking(judged, pieces))
    goes = wide.joined(document, (run for run, _ in set_wide))
    blanks += [judged for (_, judged), all_go in zip(set_wide, goes, strict=True) if all_go]
    closed, kept = series.judged(document)
    blanks = [judged for judged in blanks if kept.isdisjoint(entry.gap for entry in judged)]
    known = {entry.gap for judged in blanks for entry in judged}
    yield from _deletions([Judged(gap, "", 0) for gap in closed if gap not in known], ruleset.by_id.get("variant-spaced"))
    further = again.further(document, shown, (([entry[:3] for entry in run], pieces) for run, pieces in left))
    yield from _deletions([Judged(gap, "", 0) for gap in further], ruleset.by_id.get("variant-sprinkled"))
    often = sum(map(len, blanks)) * _table()["characters-per-blank"] >= len(document.text)
    for judged in blanks:
        name = "spaced" if often or len(judged) > 1 else "spaced-lone"
        yield from _deletions(judged, ruleset.by_id.get(f"variant-{name}"))


def _wide(judged: list[Judged], pieces: list[str], stretched: bool) -> wide.Run:
    """What a run of single characters between blanks shows."""
    broken = sum(bool(entry.word) for entry in judged) if max(entry.gain for entry in judged) >= _table()["blank"] else 0
    sure = stretched or bool(broken) and _breaking(judged, pieces) == judged
    return wide.Run(judged[0].gap.start - 1, len(judged), len(judged) if stretched else broken, sure)


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = tables("variant")["gaps"]
    sets = {key: frozenset(raw[key]) for key in ("enumerations", "names")}
    return raw | sets


@cache
def _limits(sign: str) -> tuple[int, int]:
    """The gain that a sign needs alone, and where several break words."""
    known = ((entry["alone"], entry["several"]) for entry in _table()["sign"] if sign in entry["signs"])
    return next(known, (NEVER, NEVER))


def _judged(run: list[Gap], pieces: list[str]) -> Iterator[Judged]:
    """Judge each gap of a run by the characters around it, those of its neighbours joined."""
    joined, at = "".join(pieces), 0
    for gap, piece in zip(run, pieces, strict=False):
        at += len(piece)
        left, right = joined[max(0, at - REACH) : at], joined[at : at + REACH]
        word, place = words.over(left + right, len(left))
        gain = words.cost(left) + words.cost(right) - words.cost(left + right)
        if lettered := parted.is_lettered(gap.sign, left, right):
            word = ""
        elif gap.sign.isalpha():
            word, place, gain = max((word, place, gain), _hidden(left, right), key=lambda entry: entry[2] if entry[0] else -1)
        if gap.sign and not (word or lettered):
            word, place = _filtered(left, right, gap.sign in _DOTS or _limits(gap.sign) == (NEVER, NEVER))
            gain = CERTAIN if word else gain
        if word and not gap.sign:
            gain -= _table()["rival"] if len(word[:place]) < _last(left) or len(word[place:]) < _first(right) else 0
        if word and len(word[:place]) < _last(left) and len(word[place:]) < _first(right):
            word = ""  # 化学.生物
        foreign = bool(word) and word[place] in _table()["names"]
        apart = gap.end - gap.start > 2 and word not in filters() and parted.is_set_apart(gap.sign, word[place:])
        border = apart or parted.is_border(word, place, gap.sign) or gap.sign.isalpha() and _stands_for_one(left, gap.sign, right, word)
        yield Judged(gap, "", 0) if border else Judged(gap, word, gain, foreign)


def _stands_for_one(left: str, letter: str, right: str, word: str) -> bool:
    """Whether a letter is the first of a character that completes a word which filters look for, rather than breaks one: 比特b价格."""
    from cqclean.find.initials import completed  # few texts have a letter there

    longest = max(map(len, completed(left, letter.lower(), right)), default=0)
    return longest > len(word)


def _filtered(left: str, right: str, whole: bool) -> tuple[str, int]:
    """The word that filters look for across the end of `left`, and how much of it stands before; no list of words need have it.

    Whole: it must not take a word beside the sign apart, as 学历 does in 史学·历史.
    """
    known = filters()
    forms = ((left[-before:] + right[:after], before) for before in (1, 2, 3) for after in (1, 2, 3) if left and right)
    found = ((form, before) for form, before in forms if form in known)
    return next((entry for entry in found if not whole or _parts_none(left, right, *entry)), ("", 0))


def _parts_none(left: str, right: str, form: str, before: int) -> bool:
    return len(left) - before in words.reading(left)[1] and len(form) - before in words.reading(right)[1]


def _last(text: str) -> int:
    """How long the last word of a text is."""
    borders = words.reading(text)[1]
    return borders[-1] - borders[-2] if len(borders) > 1 else 0


def _first(text: str) -> int:
    """How long its first word is."""
    borders = words.reading(text)[1]
    return borders[1] if len(borders) > 1 else 0


def _hidden(left: str, right: str) -> tuple[str, int, int]:
    """A common word that a letter breaks, though its second half makes a word with what follows: 空k气闷."""
    word, place, total = words.across(left, right)
    if not word or words.costs()[word] > COMMON or total - words.cost(left + right) > SLIP:
        return "", 0, 0
    return word, place, words.cost(word[:place]) + words.cost(word[place:]) - words.costs()[word]


def _certainty(judged: list[Judged], pieces: list[str], odd: int = 0) -> str:
    """The id of the rule for a run of gaps with a sign; "" where the sign may be the author's; odd: how much less gain will do."""
    broken = [entry for entry in judged if entry.word]
    if judged[0].gap.sign in _TAGS and len(judged) == 2 and len(pieces[1]) > 1 and len(broken) == 1 and broken[0].word not in filters():
        return ""  # 发送#报料#到公众号
    alone, several = _limits(judged[0].gap.sign)
    single = len(judged) > 1 and all(len(piece) == 1 for piece in pieces[1:-1])
    whole = single and judged[0].gap.sign == "-" and parted.is_whole(pieces)
    if whole or (any if single else all)(entry.word in filters() for entry in broken):
        return "variant-sprinkled"
    if judged[0].gap.sign in _DOTS and (any(entry.foreign for entry in broken) or (len(pieces[0]) == 1 and pieces[0] in _DYNASTIES)):
        return ""
    dragged = alone == NEVER and single
    gain, least = (
        max(entry.gain for entry in judged),
        several if len(judged) > 1 and (len(broken) > 1 or several > alone or dragged) else alone,
    )
    least -= odd
    least = min(least, CERTAIN) if single and len(judged) >= MANY_SINGLE and len(broken) > 1 else least
    return "variant-sprinkled" if gain >= least else "variant-sprinkled-doubtful" if gain >= least / 2 else ""


def _unless_label(text: str, judged: Judged) -> Judged:
    """A gap that stretches a label of two characters, before a colon or at a line's start, breaks no word: 乙 方:, 前 言."""
    start, end = judged.gap.start - 1, judged.gap.end + 1
    before, after = text[start - 1 : start] if start else "\n", text[end : end + 1]
    alone = before == "\n" and after in (" ", "　", "\u00a0") and text[end + 2 : end + 3].strip() != ""
    label = after in (":", "：") or alone
    return Judged(judged.gap, "", 0) if label and not judged.gap.sign.strip() and len(judged.word) == 2 else judged


def _is_strewn(run: list[Gap], pieces: list[str]) -> bool:
    """Whether one letter stands after each of several characters, as in a name that no list of words has."""
    same = len({gap.sign for gap in run}) == 1 and run[0].sign.isalpha() and run[0].sign not in _VARIABLES
    return same and len(run) > 1 and all(len(piece) == 1 for piece in pieces[1:-1])


def _breaking(judged: list[Judged], pieces: list[str]) -> list[Judged]:
    """The gaps that go: those that break a word, and those between single characters of which most do."""
    broken = [entry for entry in judged if entry.word]
    single = all(len(piece) == 1 for piece in pieces[1:-1])
    many = len(judged) >= MANY_SINGLE or judged[0].gap.sign in _STRAY
    sure = max((entry.gain for entry in broken), default=0) >= (CERTAIN if len(judged) > MANY_SINGLE else SURE)
    noise = judged[0].gap.sign in parted.NOISE and not judged[0].gap.sign.isalpha()
    if single and (len(broken) * 2 >= len(judged) or many and (sure or noise)):
        return judged
    return [] if single and many and judged[0].gap.sign in _DOTS else broken  # dots below what is stressed: 不·能·开·阀


def _sprinkled(document: Document, judged: list[Judged], pieces: list[str], ruleset: Ruleset) -> Iterator[Edit]:
    text, run = document.text, [entry.gap for entry in judged]
    if run[0].sign in "~～" and _SHOUTED.match(text, run[-1].end):
        return
    if run[0].sign.isascii() and run[0].sign.isalpha() and again.names_person(text, run[0]):
        return
    if len(run) == 1 and (run[0].sign in FORMULA or run[0].sign.isupper()) and parted.has_letters(text, run[0].start, run[0].end):
        return
    odd = len(run) == 1 and parted.is_odd_one(document, run[0].start, run[0].sign)
    if _is_strewn(run, pieces) or odd and parted.is_bound(pieces[0], pieces[-1]):
        yield from _deletions(judged, ruleset.by_id.get("variant-sprinkled"))
    elif any(entry.word for entry in judged) and not (len(judged) == 1 and parted.is_mask(document, *judged[0][:2])):
        yield from _deletions(_breaking(judged, pieces), ruleset.by_id.get(_certainty(judged, pieces, ODD if odd else 0)))


def _deletions(judged: list[Judged], rule: Rule | None) -> Iterator[Edit]:
    if rule is not None:
        for entry in judged:
            yield Edit(entry.gap.start, entry.gap.end, "", rule.id, rule.level, rule.confidence, rule.why)
