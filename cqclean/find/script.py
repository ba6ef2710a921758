"""Which characters does a conversion between simplified and traditional script change?

OpenCC converts; what it must not touch is cut out first: protected words, code, addresses. Its result comes back as small edits,
so that a diff shows characters and not whole lines.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit, Span

if TYPE_CHECKING:
    from opencc import OpenCC

CONFIGS = {"simplified": "t2s", "traditional": "s2t"}
_CLAUSE = re.compile(r"[^，。！？；：、\n]*[，。！？；：、\n]?")  # conversions that change length are told apart by clause


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the conversion's edits; nothing where script = "keep"."""
    rule = ruleset.by_id.get(f"script-{settings.script}")
    if rule is None:
        return
    convert = _converter(CONFIGS[settings.script])
    kept = _protected(document, rule.when, settings)
    for start, end in _between(kept, len(document.text)):
        old = document.text[start:end]
        new = convert.convert(old)
        if new != old:
            for at, to, text in differences(old, new, convert):
                yield Edit(start + at, start + to, text, rule.id, rule.level, rule.confidence, rule.why)


@cache
def _converter(config: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(config)


def _protected(document: Document, words: tuple[str, ...], settings: Settings) -> list[Span]:
    names = sorted({*words, *settings.protected_words, *settings.keep}, key=len, reverse=True)
    found = [m.span() for m in re.finditer("|".join(map(re.escape, names)), document.text)] if names else []
    return sorted([*document.protected, *found])


def _between(spans: list[Span], length: int) -> Iterator[Span]:
    at = 0
    for start, end in [*spans, (length, length)]:
        if start > at:
            yield at, start
        at = max(at, end)


def differences(old: str, new: str, convert: "OpenCC") -> Iterator[tuple[int, int, str]]:
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
