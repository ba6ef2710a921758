"""The path of one text: find, settle, apply."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from cqclean.ruleset.clock import Clock
from cqclean.ruleset.gate import Gate, gate
from cqclean.ruleset.load import Ruleset, with_extra
from cqclean.settings import Settings
from cqclean.text.comments import outspoken
from cqclean.text.document import Document
from cqclean.text.edits import Edit, apply, chain, disjoint, hold, outside

CEILING = "of the text would go; --force lets it"
LOOKS = 8  # looks at a text until nothing more is found; a real text needs two, one made of scraps three at times
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
        """Every edit that any finder proposes, unsettled."""
        from cqclean.find import (
            calls,
            colophon,
            contacts,
            disguise,
            folder,
            lines,
            masks,
            pitch,
            promotion,
            prompts,
            punctuation,
            script,
            spans,
            spots,
            structure,
        )

        ruleset, gate_ = _rules(self.settings)
        hits = clock.hits(gate_.hits, document) if clock else gate_.hits(document)
        around = _edits(clock, structure, document, ruleset, self.settings)
        edits = around + _edits(clock, lines, document, hits, bool(around), slow)
        edits += _edits(clock, spots, document, hits, around, slow)
        for by_hits in (spans, contacts, calls, prompts, pitch):
            edits += _edits(clock, by_hits, document, hits, slow)
        for finder in (folder, promotion, colophon, masks, disguise, script, punctuation):
            edits += _edits(clock, finder, document, ruleset, self.settings)
        return edits

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
        """In Markdown, hold also what would break the blocks that stay."""
        if not applied or document.kind != "markdown":
            return tuple(applied), tuple(held)
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


def _edits(clock: Clock | None, finder: Any, *given: Any) -> list[Edit]:
    """What a finder proposes."""
    if clock is None:
        return list(finder.find(*given))
    return clock.edits(finder.__name__.rpartition(".")[2], finder.find, *given)


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
