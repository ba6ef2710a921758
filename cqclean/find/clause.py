"""How much of a line has to go with a few words of it, so that good text is left?

The smallest of bracket, clause, sentence or line. A clause is what commas part; clauses beside the words that only serve them (riders:
"备注来意", "先到先得") go along, and so do offers ("厂家直销") and, where something is offered, short clauses that state nothing. Offsets
are those of the folded copy, where punctuation has one width.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from cqclean.find.bracketed import bracket, inside
from cqclean.find.foreign import is_unrelated
from cqclean.find.wedge import wedged
from cqclean.ruleset import parts
from cqclean.ruleset.frozen import tables
from cqclean.text.edits import Span
from cqclean.text.late import late

_IN_ADDRESS = r"(?<=[a-z0-9]。)[a-z]|(?<=[a-z0-9] 。) (?:c ?o ?m|n ?e ?t|c ?c|c ?n)(?![a-z])"  # behind a stop that stands for a dot
END = late(
    rf"(?:[!?;…]|>{{2,}}|。(?!{_IN_ADDRESS}))+[”’」』)\]】]*|"
    r"~+(?: +|(?=[\u4e00-\u9fff]{5})(?<=[\u4e00-\u9fff]{5}~))"
)
COMMA = late(r",(?!(?<=\d,)\d{3})|、(?=.{0,12}$)|(?<!^)——(?!—)")
ADDRESS = late(r"[a-z0-9] ?[.。·•,◎●○*点] ?[a-z]|阅读|章节|小说")  # sites are put between the clauses of stories, too
LONGEST_OFFER = 20  # code points of a clause that offers: a longer one tells something, too
LONGEST_LOOSE = 12  # code points of a clause that goes with an offer although it offers nothing itself
LONGEST_ALONE = 8  # code points of such a clause in a line that is one sentence, with an id or a number
LONGEST_BEHIND = 8  # code points of a clause that goes with the contact which opens its sentence
LONGEST_TAG = 5  # code points of the last clause of a sentence that a contact opens: 费用平摊
LONGEST_STUB = 3  # code points of such a clause that cannot stand alone, whatever it says: 不反弹
LONGEST_FOREIGN = 40  # code points of a clause, its contact included, of a sentence about something else than the text before
LONGEST_LEFT = 16  # code points that would be left of such a sentence and go, too
LEAST_BEHIND = 4  # code points of a clause behind the contact that goes on with what stands before it
LEAST_RIDING = 6  # the same of one that may serve the contact
LONGEST_BAIT = 24  # code points of a question before the contact that only leads to it
LONGEST_LEAD = 28  # code points of a clause before the words: more is text that a blank may part from them


class Serving(NamedTuple):
    """Patterns for what stands beside a contact.

    A rider only serves it, an offer sells, what states says something of its own, a bait asks for the contact, a caller leads to a
    bracket, what is told is a story's, own words say who sells, an opener begins an advert, what sells holds any word of adverts.
    """

    rider: Any
    offer: Any
    states: Any
    bait: Any
    caller: Any
    told: Any
    own: Any
    opener: Any
    sells: Any


@cache
def serving() -> Serving:
    """The patterns of rules/contact.toml."""
    return Serving(*patterns(Serving._fields))


def patterns(names: Iterable[str]) -> Iterator[Any]:
    """The patterns of some names for what goes with a contact."""
    return (parts.pattern(tables("contact")["contacts"][name], "contact") for name in names)


def around(text: str, line: Span, core: Span, serving: Serving) -> Span:
    """The piece of `line` that goes with `core`."""
    core = inside(text, core)
    within = bracket(text, line, core)
    whole = sentence(text, line, within or core)
    clauses = parted(text, whole, within or core)
    if within and not _is_called(text, clauses, within, serving):
        return within[0], within[1] + (text[within[0] - 1 : within[0]] == text[within[1] : within[1] + 1] == ",")
    core = within or core
    own = next(clause for clause in reversed(clauses) if clause[0] <= core[0])
    if wedge := wedged(text, own, core, text[own[1] : whole[1]], serving):
        return _before(text, clauses, own, wedge[0], serving), wedge[1]
    first, last = _held(text, clauses, core, serving, _longest_loose(text, line, whole, core))
    if _is_foreign(text, line, whole, clauses, (first, last), core, serving):
        first, last = 0, len(clauses) - 1
    start, end = cut(text, clauses, first, last, core)
    return (baited(text, line, start, serving) if first == 0 else start), end


def _before(text: str, clauses: list[Span], own: Span, start: int, serving: Serving) -> int:
    """Where what goes with a wedge begins, if its clause goes from its beginning: with clauses before that only serve it."""
    at = clauses.index(own)
    while start == clauses[at][0] and at and rides(text[slice(*clauses[at - 1])].strip(), serving):
        at -= 1
        start = clauses[at][0]
    return start


def _longest_loose(text: str, line: Span, whole: Span, core: Span) -> int:
    """How long a clause beside the contact may be that neither offers nor states anything and yet goes; 0: none."""
    if text[whole[1] : line[1]].strip():
        return 0
    if _is_added(text, line, whole):
        return LONGEST_LOOSE
    return 0 if ADDRESS.search(text, *core) else LONGEST_ALONE


def _is_added(text: str, line: Span, whole: Span) -> bool:
    """Whether a sentence stands at the end of a line that would end well without it."""
    return bool(text[line[0] : whole[0]].strip()) and not text[whole[1] : line[1]].strip()


def _is_foreign(text: str, line: Span, whole: Span, clauses: list[Span], held: Span, core: Span, serving: Serving) -> bool:
    """Whether a sentence was put beside text about something else: hardly anything of it would be left, or it offers something."""
    words = [text[slice(*clause)].strip() for clause in clauses]
    if max(map(len, words)) > LONGEST_FOREIGN or not is_unrelated(text, line, whole, serving.told):
        return False
    before, behind = words[: held[0]], words[held[1] + 1 :]
    if sum(map(len, before + behind)) <= LONGEST_LEFT and all(len(clause) <= LONGEST_BEHIND for clause in behind):
        return True
    return any(map(serving.offer.search, words)) and _is_bare_behind(text, clauses, core, serving)


def _is_bare_behind(text: str, clauses: list[Span], core: Span, serving: Serving) -> bool:
    """Whether no clause behind the contact states anything."""
    behind = [END.sub("", text[slice(*clause)]).strip() for clause in clauses if clause[0] >= core[1]]
    return all(rides(clause, serving) or not serving.states.search(clause) for clause in behind)


def _held(text: str, clauses: list[Span], core: Span, serving: Serving, loose: int) -> Span:
    """The first and the last clause that go."""
    held = [n for n, (start, end) in enumerate(clauses) if start < core[1] and end > core[0]]
    first, last = held[0], held[-1]
    words = [END.sub("", text[slice(*clause)]).strip() for clause in clauses]
    if not _is_amid(words[:first], words[last + 1 :], serving) and _is_all_offer(words[:first] + words[last + 1 :], serving, loose):
        return 0, len(clauses) - 1
    while first and rides(words[first - 1], serving):
        first -= 1
    host = len(clauses) - 1 if _is_told(words[:first], serving) and not serving.sells.search(words[-1]) else len(clauses)
    while last + 1 < host and rides(words[last + 1], serving):
        last += 1
    if first and last + 1 == len(clauses) and all(_introduces(clause, serving) for clause in words[:first]):
        first = 0
    behind = LONGEST_BEHIND if offers(words[last], serving) else LONGEST_TAG
    if not first and last + 2 == len(clauses) and (is_loose(words[-1], serving, behind) or len(words[-1]) <= LONGEST_STUB):
        last += 1
    if first and last + 1 == len(clauses) and _is_seller(words[:first], serving):
        first = 0
    return first, last


def _is_amid(before: list[str], behind: list[str], serving: Serving) -> bool:
    """Whether the clauses on both sides of a contact sell nothing: it was put into a sentence about something else."""
    return _is_told(before, serving) and any(
        len(clause) >= (LEAST_RIDING if rides(clause, serving) else LEAST_BEHIND) and not serving.sells.search(clause) for clause in behind
    )


def _is_told(clauses: list[str], serving: Serving) -> bool:
    """Whether a clause before a contact sells nothing."""
    return any(not (rides(clause, serving) or serving.sells.search(clause)) for clause in clauses)


def _is_seller(before: list[str], serving: Serving) -> bool:
    """Whether the clauses between an offer at the beginning of a sentence and the contact at its end say how good the seller is."""
    return offers(before[0], serving) and all(len(clause) <= LONGEST_OFFER and not serving.told.search(clause) for clause in before)


def _introduces(clause: str, serving: Serving) -> bool:
    """Whether a clause that begins a sentence only says who sells or what."""
    return rides(clause, serving) or (len(clause) <= LONGEST_LOOSE and bool(serving.own.match(clause)))


def _is_called(text: str, clauses: list[Span], within: Span, serving: Serving) -> bool:
    """Whether the words before a bracket lead to it: 联系教练(…), or offer what is to be had there: 艾条批发(…)."""
    own = max(start for start, _ in clauses if start <= within[0])
    lead = text[own : within[0]].strip()
    calls = bool(serving.caller.search(lead)) or (own > clauses[0][0] and len(lead) <= LONGEST_ALONE and offers(lead, serving))
    return len(lead) <= LONGEST_OFFER and calls and not serving.states.search(lead)


def _is_all_offer(others: list[str], serving: Serving, loose: int) -> bool:
    """Whether the clauses beside the contact state nothing, and one of them offers something or none is longer than `loose`."""
    longest = LONGEST_LOOSE if any(offers(clause, serving) for clause in others) else loose
    return all(rides(clause, serving) or is_loose(clause, serving, longest) for clause in others)


def rides(clause: str, serving: Serving) -> bool:
    return bool(serving.rider.fullmatch(clause)) or offers(clause, serving)


def offers(clause: str, serving: Serving) -> bool:
    return len(clause) <= LONGEST_OFFER and bool(serving.offer.search(clause)) and not serving.states.search(clause)


def is_loose(clause: str, serving: Serving, longest: int) -> bool:
    return len(clause) <= longest and not serving.states.search(clause)


def baited(text: str, line: Span, start: int, serving: Serving) -> int:
    """Where the question begins that only leads to the contact behind it; else `start`."""
    before = text[line[0] : start].rstrip()
    if not before.endswith("?"):
        return start
    own = max((match.end() for match in END.finditer(before[:-1])), default=0)
    question = before[own:].strip()
    return line[0] + own if len(question) <= LONGEST_BAIT and serving.bait.fullmatch(question) else start


def sentence(text: str, line: Span, core: Span) -> Span:
    """From the end of the sentence before to the end of this one, its full stop included."""
    start, end = line
    for match in END.finditer(text, line[0], core[0]):
        start = match.end()
    stop = END.search(text, core[1], line[1])
    return start, stop.end() if stop else end


def parted(text: str, whole: Span, core: Span) -> list[Span]:
    """The clauses of a sentence without their commas; the core is never parted."""
    clauses, start = [], whole[0]
    for match in COMMA.finditer(text, *whole):
        if not core[0] <= match.start() < core[1]:
            clauses.append((start, match.start()))
            start = match.end()
    return [*clauses, (start, whole[1])]


def cut(text: str, clauses: list[Span], first: int, last: int, core: Span) -> Span:
    start, end = clauses[first][0], clauses[last][1]
    own = max(clause for clause, _ in clauses if clause <= core[0])
    lead = text[own : core[0]].rstrip()
    cut = max(lead.rfind(blank) for blank in " \u3000")
    if len(lead) > LONGEST_LEAD:  # a headline or a sentence without a stop, then the contact
        return (own + cut if cut > 0 else core[0]), end
    if first == 0:
        return start, (end if last == len(clauses) - 1 else clauses[last + 1][0])
    start = clauses[first - 1][1]  # the comma before goes, the stop behind stays
    stop = END.search(text, core[1], end)
    return start, stop.start() if last == len(clauses) - 1 and stop else end
