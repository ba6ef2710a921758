"""Which characters does a conversion between simplified and traditional script change?

OpenCC converts; what it must not touch is cut out first: protected words, code, addresses, Japanese. A clause that is all in the script
that was asked for stays as it is, so that mixed text is converted piece by piece. OpenCC's result comes back as small edits, so that a
diff shows characters and not whole lines.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cqclean.find.swaps import follows_verb
from cqclean.find.written import scripts
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit, Span
from cqclean.text.late import late

if TYPE_CHECKING:
    from opencc import OpenCC

CONFIGS = {"simplified": "t2s", "traditional": "s2t"}
MISTAKEN = frozenset("乾徵瞭藉余于后范姜钟沈云谷岳郁涂万党朴曲丑仇台游")  # in a protected word these are not what they seem
_ADDRESS = late(r"[a-z]+://[^\s，。；、）》」』”]+")  # with the characters of a path, which the address rules of plain text leave out
_CLAUSE = late(r"[^，。！？；：、\n]*[，。！？；：、\n]?")  # conversions that change length are told apart by clause
_KANA = late(r"[\u3041-\u30fa\u30fc-\u30ff]")  # the middle dot between them parts Chinese names, too


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the conversion's edits; nothing where script = "keep"."""
    rule = ruleset.by_id.get(f"script-{settings.script}")
    if rule is None:
        return
    convert = _Conversion(_converter(CONFIGS[settings.script]), settings.script)
    kept = _protected(document, rule.when, settings)
    for start, end in _between(kept, len(document.text)):
        old = document.text[start:end]
        new = convert.convert(old)
        if new != old:
            for at, to, text in differences(old, new, convert):
                yield Edit(start + at, start + to, text, rule.id, rule.level, rule.confidence, rule.why)


class _Conversion(NamedTuple):
    """A conversion by OpenCC to `script`, clause by clause."""

    opencc: "OpenCC"
    script: str

    def convert(self, text: str) -> str:
        return "".join(self._clause(clause) for clause in _CLAUSE.findall(text))

    def _clause(self, clause: str) -> str:
        traditional, simplified = scripts()
        wanted, other = (simplified, traditional) if self.script == "simplified" else (traditional, simplified)
        characters = set(clause)
        if not wanted.isdisjoint(characters) and other.isdisjoint(characters):
            return _mended(clause) if self.script == "simplified" else clause
        new = str(self.opencc.convert(clause))
        return _mended(new) if self.script == "simplified" else new


def _mended(text: str) -> str:
    """Simplified text in which 著 behind a verb is 着: OpenCC takes it for the word of writing everywhere."""
    if "著" not in text:
        return text
    return "".join("着" if char == "著" and follows_verb(text, at) else char for at, char in enumerate(text))


@cache
def _converter(config: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(config)


def _protected(document: Document, words: tuple[str, ...], settings: Settings) -> list[Span]:
    """What no conversion touches, in order: of the rule's own words only the characters that OpenCC would mistake."""
    text = document.text
    spans = [match.span() for match in _of(text, {*settings.protected_words, *settings.keep})]
    for word in _of(text, set(words)):
        spans += [(at, at + 1) for at in range(*word.span()) if text[at] in MISTAKEN]
    spans += [match.span() for match in _ADDRESS.finditer(text)] if "://" in text else []
    spans += [(line.start, line.end) for line in document.lines if _KANA.search(text, line.start, line.end)]
    return sorted([*document.protected, *spans])


def _of(text: str, words: set[str]) -> Iterator[re.Match[str]]:
    """Yield where one of the words stands, the longest of those that begin at a place."""
    if words:
        yield from re.finditer("|".join(map(re.escape, sorted(words, key=len, reverse=True))), text)


def _between(spans: list[Span], length: int) -> Iterator[Span]:
    at = 0
    for start, end in [*spans, (length, length)]:
        if start > at:
            yield at, start
        at = max(at, end)


def differences(old: str, new: str, convert: _Conversion) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, text) for each run of `old` that reads otherwise in `new`."""
    if len(old) == len(new):
        yield from _runs(old, new)
        return
    at = 0
    for clause in _CLAUSE.findall(old):
        to = convert.convert(clause)
        if len(clause) == len(to):
            yield from ((at + a, at + b, text) for a, b, text in _runs(clause, to))
        else:
            a, b = _common(clause, to), _common(clause[::-1], to[::-1])
            b = min(b, len(clause) - a, len(to) - a)
            yield at + a, at + len(clause) - b, to[a : len(to) - b]
        at += len(clause)


def _common(left: str, right: str) -> int:
    pairs = zip(left, right, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _runs(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    start = None
    for at, (a, b) in enumerate(zip(old, new, strict=True)):
        if a == b and start is not None:
            yield start, at, new[start:at]
            start = None
        elif a != b and start is None:
            start = at
    if start is not None:
        yield start, len(old), new[start:]
