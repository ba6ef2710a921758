"""The path of one text: find, settle, apply."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from cqclean.ruleset.clock import Clock
from cqclean.ruleset.gate import Gate, gate
from cqclean.ruleset.load import Ruleset, with_extra
from cqclean.settings import Settings
from cqclean.text.comments import outspoken
from cqclean.text.document import Document
from cqclean.text.edits import Edit, apply, chain, disjoint, hold, outside, without_gaps
from cqclean.text.late import late

CEILING = "of the text would go; --force lets it"
LOOKS = 8  # looks at a text until nothing more is found; a real text needs two, one made of scraps three at times
HAN = late("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")  # without a Chinese character, only rules with literals have a say
BY_HITS = {  # the finders that start from literals, each with the finders whose rules it follows
    "text": {
        "lines": {"lines"},
        "spots": {"pitch"},
        "spans": {"spans"},
        "contacts": {"contacts"},
        "calls": {"calls"},
        "asides": {"asides"},
        "farm": {"farm"},
    },
    "markdown": {
        "lines": {"lines"},
        "spans": {"spans"},
        "contacts": {"contacts"},
        "prompts": {"contacts", "prompts", "lines"},
        "pitch": {"pitch"},
        "farm": {"farm"},
    },
    "project": {"spans": {"spans"}},
}
BESIDE_STRUCTURE = ("lines", "spots")  # of these, those that ask what structure takes away
BESIDE_OTHERS = ("asides",)  # and what all before them do
BY_TEXT = ("promotion", "colophon", "echo", "masks", "disguise")  # finders that read the text for themselves
_module = cache(import_module)  # to ask the import machinery each time would take a tenth of the time of a short text
OVERWHELMING = 0.95  # confidence from which a removal does not count against the ceiling


class Result(NamedTuple):
    """A cleaned text, the edits that were made, those that were only reported, and the ids of rules that ran out of time.

    stable: whether cleaning the text again changes nothing.
    """

    text: str
    applied: tuple[Edit, ...] = ()
    held: tuple[Edit, ...] = ()
    slow: tuple[str, ...] = ()
    stable: bool = True

    @property
    def held_back(self) -> bool:
        """Whether the whole text was left as it is because too much of it would go."""
        return not self.applied and any(CEILING in edit.why for edit in self.held)


class Cleaner:
    """Cleans texts by one set of choices. Picklable, without state but its rules; safe to share after fork."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def __reduce__(self) -> tuple[type["Cleaner"], tuple[Settings]]:
        return Cleaner, (self.settings,)

    @property
    def ruleset(self) -> Ruleset:
        return _rules(self.settings)[0]

    def clean(self, text: str | Document, clock: Clock | None = None) -> Result:
        """Clean a text, or a Document that says what kind of text it is.

        A removed or mended piece can show a rule what it hid, so the cleaned text is looked at again until nothing more is found.
        A clock notes how long each finder and rule takes.
        """
        given = text if isinstance(text, Document) else Document(text)
        result = look = self._look(given, clock)
        for _ in range(1, LOOKS):
            if not look.applied:
                break
            given.forget()
            look = self._look(given.cleaned(result.text), clock)
            edits = chain(given.text, result.applied, result.text, look.applied) if look.applied else result.applied
            result = Result(look.text, tuple(edits), result.held, (*result.slow, *look.slow))
        return self._within_ceiling(given, result._replace(slow=tuple(dict.fromkeys(result.slow)), stable=not look.applied))

    def _look(self, given: Document, clock: Clock | None) -> Result:
        """What one look at a text finds and mends."""
        document = given.in_whole_characters()
        slow: list[str] = []
        found = outspoken(document.text, self.find(document, slow, clock), self.ruleset.kind_of)
        applied, held = self.settle(document, found) if found else ((), ())
        return Result(apply(given.text, applied) if applied else given.text, applied, held, tuple(slow))

    def taken_for(self, document: Document, result: Result) -> str:
        """What sort of text a document was taken for, in words."""
        from cqclean.find.sort import taken_for

        return taken_for(document, (*result.applied, *result.held), self.ruleset)

    def find(self, document: Document, slow: list[str], clock: Clock | None = None) -> list[Edit]:
        """Every edit that any finder proposes, unsettled. A finder is asked, and imported, only where it may find something."""
        gate_ = _rules(self.settings)[1]
        hits = clock.hits(gate_.hits, document) if clock else gate_.hits(document)
        chinese = HAN.search(document.text) is not None
        around = self._ask_of_text(clock, "structure", document, slow) if chinese else []
        edits = list(around)
        wanted = {rule.finder or ("lines" if rule.drops else "spans") for rule in hits}
        for name, followed in BY_HITS["project" if document.is_project else document.kind].items():
            if not wanted.isdisjoint(followed):
                beside = (around,) if name in BESIDE_STRUCTURE else (edits,) if name in BESIDE_OTHERS else ()
                edits += self._ask(clock, name, document, hits, *beside, slow)
        for name in (*(BY_TEXT if chinese else ()), *self.settings.asked):
            edits += self._ask_of_text(clock, name, document, slow)
        return edits

    def _ask_of_text(self, clock: Clock | None, name: str, document: Document, slow: list[str]) -> list[Edit]:
        """What a finder proposes that reads the text for itself; where a pattern exceeds its time, the finder's rules go to `slow`."""
        try:
            return self._ask(clock, name, document, self.ruleset, self.settings)
        except TimeoutError:
            slow += [rule.id for rule in self.ruleset.rules if rule.finder == name]
            return []

    def _ask(self, clock: Clock | None, name: str, *given: Any) -> list[Edit]:
        """What a finder proposes."""
        find = _module(f"cqclean.find.{name}").find
        return list(find(*given)) if clock is None else clock.edits(name, find, *given)

    def settle(self, document: Document, found: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
        """Decide which edits are made: level, keep-list and protected spans first, then overlaps."""
        wanted: list[Edit] = []
        held: list[Edit] = []
        spans = [*document.protected, *_occurrences(document.text, self.settings.keep)]
        for edit, free in outside(found, spans):
            reason = self._reason(edit, free)
            (held if reason else wanted).append(hold(edit, reason) if reason else edit)
        return self._whole_blocks(document, disjoint(wanted), held)

    def _whole_blocks(self, document: Document, applied: list[Edit], held: list[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
        """In Markdown, hold also what would break the blocks that stay; elsewhere, leave no gap wider than those around it."""
        if not applied or document.kind != "markdown":
            return tuple(without_gaps(document.text, applied)), tuple(held)
        from cqclean.text.blocks import keep_blocks

        kept, broken = keep_blocks(document.text, applied)
        return kept, tuple(sorted((*held, *broken))) if broken else tuple(held)

    def _reason(self, edit: Edit, free: bool) -> str:
        if edit.level == "review" or (edit.level == "unsafe" and not self.settings.unsafe):
            return f"level {edit.level}"
        return "" if free else "it would cut into a kept or protected piece"

    def _within_ceiling(self, given: Document, result: Result) -> Result:
        """The result, or the text as it is with all edits held where too much of it would go."""
        if not self._too_much(given, result.applied):
            return result
        share = f"over {self.settings.max_removed:.0%} {CEILING}"
        held = disjoint([hold(edit, share) for edit in result.applied] + list(result.held))
        return Result(given.text, (), tuple(held), result.slow)

    def _too_much(self, document: Document, applied: Iterable[Edit]) -> bool:
        if self.settings.force:
            return False
        gone = sum(edit.end - edit.start - len(edit.new) for edit in applied if edit.confidence < OVERWHELMING)
        return gone > self.settings.max_removed * len(document.text)


def _occurrences(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    for word in words:
        at = text.find(word)
        while at >= 0 and word:
            yield at, at + len(word)
            at = text.find(word, at + len(word))


@cache
def _rules(settings: Settings) -> tuple[Ruleset, Gate]:
    ruleset = with_extra(settings.extend_rules).chosen(settings)
    return ruleset, gate(ruleset.rules)


@cache
def _default() -> Cleaner:
    return Cleaner()


def clean(text: str) -> str:
    """Clean a text with the default settings.

    >>> clean("这是蕞好的办法。")
    '这是最好的办法。'
    """
    return _default().clean(text).text
