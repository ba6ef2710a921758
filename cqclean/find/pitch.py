"""Which blocks do nothing but advertise, judged by what they say and by how they stand in a text?

A block is a paragraph, item, heading, quote or row of Markdown. It goes where its words (appeal) and its surroundings (setting) speak for
an advert strongly enough, unless it is a project's own contact below a heading that asks for it.
"""

from collections import deque
from collections.abc import Iterator
from functools import cache

from cqclean.find import prompts, setting
from cqclean.find.appeal import LEAST, appeal, model, shown
from cqclean.find.beside import beside
from cqclean.find.lines import removal
from cqclean.find.owned import OWN, is_own
from cqclean.find.setting import MOST_LINES, Sums
from cqclean.find.verdict import Verdict, marks, told, why
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.gate import Hits
from cqclean.text import callouts, passages, tags
from cqclean.text.document import Document, lines_at
from cqclean.text.edits import Edit, Span
from cqclean.text.late import late

LEAST_QUOTED = 3  # lines of a quote of which one may be an advert
LONGEST_RUN = 6  # lines of a paragraph above which each is asked: a page may have no blank lines
LONGEST_SOURCE = 900  # code points of a block with its marks and addresses
TITLE = 12  # lines, blank ones among them, in which the title of a text stands
_REFERS = "ref|aff_?id|invite_?code|inviter|invitation|agent|channel|ch|cps|partner|promo|coupon|referr?er|yqm|from_?uid|rid"
_HAN = late("[\u4e00-\u9fff]")
_ADDRESS = late(r"<https?://[^>\s]*>")
_REACHES = late(
    r"[0-9０-９]|\]\(|://|(?:[\u4e00-\u9fff] ){3}"
)  # what adverts hold that name nothing which others name, or that are set wide
_WIDE = late(r"(?<!\S)(?:\S ){5,}\S(?!\S)")  # words set wide, character by character
_CODE_WORD = late(  # an id, a number, a word to send, a password of a shop or an address, set as code
    r"(?:`|<code>)([A-Za-z0-9_\u4e00-\u9fff-]{2,20}|[0-9][0-9 -]{4,16}[0-9]|[A-Za-z0-9._+-]{1,40}@[A-Za-z0-9.-]{3,40}|[￥¥$][A-Za-z0-9]{6,14}[￥¥$]|https?://[^`\s<>]{4,80})(?:`|</code>)"
)
_LEADS_TO = (
    (
        " ⟦ad⟧",
        late(
            r"(?i)(?:^|[/._-])(?:ads?|gg|advert|banner|sponsor|aff|promo|coupon|quan|hongbao|dashang|zanshang|guanggao|kefu|vip|buy|pay|tuiguang)\d*[/._-]|[?&](?:aff|invite|utm_source)="
        ),
    ),
    (" ⟦referral⟧", late(rf"(?i)[?&](?:{_REFERS})=[a-z0-9_-]+|/(?:r|ref|aff|invite|i|go)/[a-z0-9_-]*\d[a-z0-9_-]*$")),
    (
        " ⟦code⟧",
        late(
            r"(?i)(?:^|[/._-])(?:[a-z]*qr_?-?code|qr|ewm|erweima|gzh|weixin|wechat|wx|qun|(?:wx|wechat|weixin|ali)[_-]?pay|zfb|reward|shoukuan)(?:[/._-]?\d*)[^/]*\.(?:png|jpe?g|gif|webp)"
        ),
    ),
    (" ⟦page⟧", late(r"(?i)^/.*\.s?html?$|^/[a-z]{1,10}/[a-z]*\d+/?$|/[a-z]{1,10}/\d+\.s?html?$|^/t(?:ag)?/|://mp\.[^/]+/s[/?]")),
    (" ⟦button⟧", late("(?i)^(?:javascript:|#$)")),
)


def find(document: Document, hits: Hits, slow: list[str]) -> Iterator[Edit]:
    """Yield the removal of each block of Markdown that only advertises; the id of a rule that exceeds its time goes to `slow`.

    Lines of plain text are not judged: there a seller's or a notice's own lines are told too badly from adverts.
    """
    if document.kind != "markdown":
        return
    rules = {rule.id.removeprefix("pitch-"): rule for rule in hits if rule.finder == "pitch"}
    lines = _candidates(document, {at for rule in rules.values() for at in hits[rule]})
    try:
        sums = sums_of(document)
        found = {span: verdict for span, verdict in _advertising(document, lines, sums) if verdict.family in rules}
        for span, cause in beside(document, list(found), sums):
            found[span] = found[cause]
    except TimeoutError:
        slow += [rule.id for rule in rules.values()]
        return
    for (first, last), verdict in found.items():
        yield removal(document, first, last, rules[verdict.family], why(rules[verdict.family], verdict))


def _candidates(document: Document, places: set[int]) -> list[int]:
    """The lines in which a literal stands; in a text that has any, also those that are no code and hold a number or a link."""
    if not places:
        return []
    code = passages.code_lines(document)
    numbered = (at for at in range(len(document.lines)) if at not in code and _REACHES.search(passages.line_text(document, at)))
    return sorted({*lines_at(document.folded_lines, sorted(places)), *numbered})


def _advertising(document: Document, lines: list[int], sums: Sums) -> Iterator[tuple[Span, Verdict]]:
    """The blocks that advertise, around some lines and beside each other; groups go before what stands in no such group."""
    seen: set[tuple[Span, bool]] = set()
    taken: set[int | None] = set()
    sellers: set[int | None] = set()  # lines of offers: a contact right below one is the seller's
    asked = deque((at, False) for at in lines)
    while asked:
        at, beside_one = asked.popleft()
        for span in readings(document, at) if at not in taken else ():
            if (span, beside_one) in seen or not taken.isdisjoint(range(span[0], span[1] + 1)):
                continue
            seen.add((span, beside_one))
            if sums(span) < model()["floor"]:
                continue
            above, below = passages.neighbour(document, span[0], -1), passages.neighbour(document, span[1], 1)
            foreign = above in sellers or (below in taken and passages.is_heading(document, span[0]))
            verdict = _judged(document, *span, sums, _enough(document, span, "beside" if beside_one else "enough"), foreign)
            if verdict is not None:
                taken.update(range(span[0], span[1] + 1))
                sellers.update(range(span[0], span[1] + 1) if verdict.family == "offer" else ())
                asked += [
                    (near, True)
                    for near in (passages.neighbour(document, span[0], -1), passages.neighbour(document, span[1], 1))
                    if near is not None
                ]
                yield span, verdict
                break


def readings(document: Document, at: int) -> list[Span]:
    """What a line is judged as: a note; a few lines between blank ones, such as a list with its head; its block; a line of a quote."""
    block, group, note = passages.around(document, at), passages.group(document, at, MOST_LINES), callouts.around(document, at, MOST_LINES)
    found = [block] if group == block or group[1] - group[0] >= MOST_LINES else [group, block]
    found = [note, *found] if note and note not in found else found
    quoted = document.text.startswith(">", document.lines[at].start) and block[1] - block[0] >= LEAST_QUOTED - 1
    return [*found, (at, at)] if quoted else found


def sums_of(document: Document) -> Sums:
    """How strongly each block of a text appeals, for those who ask."""

    @cache
    def of(block: Span) -> float:
        first, last = block
        source = document.lines[last].end - document.lines[first].start
        return appeal(words_of(document, first, last, said_in(document, first, last))) if source <= LONGEST_SOURCE else LEAST

    return of


def may_be_judged(document: Document, first: int, last: int, said: Document) -> bool:
    """Whether a block is short, and plain words: no code, no HTML."""
    start, end = document.lines[first].start, document.lines[last].end
    if end - start > LONGEST_SOURCE or len(said.text) > tables("pitch")["pitch"]["longest"]:
        return False
    source = document.text[start:end]
    if not tags.are_closed(source) or passages.has_code(document, first, last):
        return False
    return not passages.TAG.search(_ADDRESS.sub("", _CODE_WORD.sub("", tags.without(source))))


def _judged(document: Document, first: int, last: int, sums: Sums, least: float, foreign: bool) -> Verdict | None:
    """The verdict on a block that advertises; foreign: it stands at an advert as an author's contact or heading would not."""
    said = said_in(document, first, last)
    if not may_be_judged(document, first, last, said):
        return None
    words = words_of(document, first, last, said)
    if not _HAN.search(words) and "⟦" not in words:
        return None  # figures and signs: of a table mostly
    odds = setting.verdict(document, first, last, sums, words)
    if odds < least:
        return None
    verdict = told(words, odds)
    if odds < least + tables("pitch")["pitch"]["alone"] and not verdict.families and shown(words) <= _tone():
        return None  # nothing shows what is advertised: the learned words alone took dialogues (我没有拿！)
    own = not (foreign and verdict.families <= OWN) and is_own(document, first, said, verdict)
    kept = own or prompts.is_shown(document, first) or prompts.is_lesson(document, first) or not _of_one_mind(document, first, last, sums)
    return None if kept else verdict


@cache
def _tone() -> frozenset[str]:
    """The names of what shows nothing of what is advertised."""
    return frozenset(tables("pitch")["pitch"]["tone"]).union(mark.name for mark in marks() if not mark.family)


def _enough(document: Document, block: Span, name: str) -> float:
    """The least log-odds of an advert, by the name of its option.

    The first heading of a text is its title, and one of several blocks between blank lines is part of a list, unless surely an advert.
    """
    options, first = tables("pitch")["pitch"], block[0]
    if document.headings[:1] == [first] and first < TITLE:
        return float(options["sure"])
    more = options["manual"] if document.is_manual else 0.0
    more += options["callout"] if callouts.around(document, first, MOST_LINES) else 0.0
    if passages.group(document, first, MOST_LINES) == block:
        return float(options[name] + more)
    return float(options["among" if name == "enough" else "next"] + more)


def _of_one_mind(document: Document, first: int, last: int, sums: Sums) -> bool:
    """Whether all of a group goes: no part of it, but what announces the rest, says something else."""
    members, options = passages.parts(document, first, last), tables("pitch")["pitch"]
    if len(members) == 1 and (last - first >= LONGEST_RUN or document.text.startswith(">", document.lines[first].start)):
        lines = [sums((at, at)) for at in range(first, last + 1)]
        return bool(sum(value <= options["other"] for value in lines) * 2 <= len(lines))
    if len(members) < 2:
        return True
    rows = passages.is_row(document, first)
    head = passages.announces(document, *members[0]) or callouts.opens(passages.line_text(document, first))
    values = [sums(member) for member in members[2 if rows else int(head) :]]
    sold = not rows or sum(value > options["rows"] for value in values) * 2 >= len(values)
    return bool(sold and min(values, default=0.0) > options["other"])


def said_in(document: Document, first: int, last: int) -> Document:
    """What a block says, an id or a word that is set as code among its words."""
    found = passages.saying(document, first, last)
    return Document(_CODE_WORD.sub(r"\1", found.text), "text") if "`" in found.text or "<code>" in found.text else found


def words_of(document: Document, first: int, last: int, said: Document) -> str:
    """The folded words of a block, close together, with a sign for each sort of address that it leads to."""
    targets = passages.targets(document, first, last)
    words = _WIDE.sub(lambda run: run[0].replace(" ", ""), said.folded.text)
    return words + "".join(sign for sign, leads in _LEADS_TO if any(map(leads.search, targets)))
