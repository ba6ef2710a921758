"""Which written forms stand for which characters?

A swap is a pair, written and meant, with the proof that it needs. `[swaps]` of rules/variant.toml and four tables of rules/data hold the
pairs: parts.txt (characters written as their parts), sounds.txt (homophones and look-alikes in words that filters look for, or that are
often mistyped), martian.txt (look-alikes) and rare.txt (rare characters that are common ones with a radical).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache, partial
from operator import itemgetter
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from cqclean.ruleset.frozen import RULES, tables
from cqclean.text.fold import table as folds

SHORT = 20_000  # first characters of a process in which forms are looked up one by one: to build the automaton takes longer
LONGEST = 5  # characters of the longest form
RADICALS = frozenset("亻氵扌讠忄钅饣犭纟衤礻彳冫阝刂攵艹辶疒訁釒飠糹")  # forms that never stand alone in prose
_OLD_RADICALS = str.maketrans("讠钅饣纟", "訁釒飠糹")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMBERED = (CIRCLED, "❶❷❸❹❺❻❼❽❾❿", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽")  # signs for one to ten


class Swap(NamedTuple):
    """`written` stands for `meant`.

    proof: "none" (the written form has no other sense), "odd" (but in names), "word" (the meant character makes a word with its
    neighbours, the written one does not), "border" (no word of the text reaches across its ends), "mistyped" (the same, and not in
    old prose), "sound" (words, pairs and topic speak for it), "look" (the same for look-alikes), "rare" (the written character has
    no word of its own there, the meant one has), "superlative" (a quality follows), "martian" ("word", or others of that script
    nearby), "numeral" ("word", and it counts nothing), "simplified" (in such a text) or "neutral" (in a text that is not in
    traditional script), alone or before "word" or "verb".
    """

    written: str
    meant: str
    proof: str
    rule: str
    topic: str = ""  # words that show what is spoken of


@cache
def table() -> dict[str, Any]:
    raw: dict[str, Any] = tables("variant")["swaps"]
    return raw


class Forms:
    """Everything that is written for something else, with its swap. Those of sounds, the most, are made when they are asked for."""

    def __init__(self) -> None:
        pairs = {swap.written: swap for swap in (*_rare(), *_martian(), *_unsimplified(), *_parts(), *_listed())}
        self.listed, self.forms = list(pairs.values()), list(pairs)
        self.single = {swap.written: swap for swap in self.listed if len(swap.written) == 1}
        self._read = 0  # characters of texts in which forms were looked for
        self._rows: list[tuple[int, str, str, str]] = []
        for meant, topic, proof, forms in _sounds():
            self._rows.append((len(self.forms), meant, topic, proof))
            self.forms += [form for form in forms if form not in pairs]

    def __getitem__(self, index: int) -> Swap:
        if index < len(self.listed):
            return self.listed[index]
        _, meant, topic, proof = self._rows[bisect_right(self._rows, index, key=itemgetter(0)) - 1]
        return Swap(self.forms[index], meant, proof, "variant-swapped", topic)

    def places(self, text: str) -> Iterable[tuple[int, int, int]]:
        """(index, start, end) of each form in a text, the longest of two that overlap first."""
        self._read += len(text)
        return self._looked_up(text) if self._read <= SHORT else self._automaton.find_matches_as_indexes(text)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self.forms, matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return dict(zip(reversed(self.forms), reversed(range(len(self.forms))), strict=True))  # of two alike, the first counts

    def _looked_up(self, text: str) -> Iterator[tuple[int, int, int]]:
        known, at = self._numbers, 0
        while at < len(text):
            end = next((end for end in range(min(at + LONGEST, len(text)), at, -1) if text[at:end] in known), 0)
            if end:
                yield known[text[at:end]], at, end
            at = end or at + 1


@cache
def forms() -> Forms:
    return Forms()


def _listed() -> Iterator[Swap]:
    raw = table()
    yield from (Swap(pair[0], pair[1:], "none", "variant-swapped") for pair in raw["always"])
    yield from (Swap(pair[0], pair[1], "odd", "variant-swapped") for pair in raw["odd"].split())
    yield from (Swap(pair[0], pair[1], "word", "variant-swapped") for pair in raw["words"])
    yield from (Swap(pair[0], pair[1], "superlative", "variant-swapped") for pair in raw["superlative"]["pairs"])
    yield from (Swap(pair[0], pair[1], "neutral word", "variant-swapped") for pair in raw["japanese"].split() if pair[0] != pair[1])
    yield from (Swap(pair[0], pair[1], "simplified", "variant-leftover") for pair in raw["leftover"])
    yield from (Swap(pair[0], pair[1], "simplified word", "variant-leftover") for pair in raw["leftover-words"])
    yield Swap("著", "着", "simplified verb", "variant-leftover")
    yield from (
        Swap(sign, numeral, "numeral", "variant-swapped")
        for signs in NUMBERED
        for sign, numeral in zip(signs, (*"一二三四五六七八九十", *map(str, range(11, 21))), strict=False)
    )
    yield from (Swap(written, meant, "simplified", "variant-leftover") for written, meant in map(str.split, raw["leftover-forms"]))
    yield from (Swap(written, meant, "border", "variant-swapped") for meant, forms in raw["written"].items() for written in forms.split())
    yield from (
        Swap(written, meant, "mistyped", "variant-swapped")
        for meant, forms in map(partial(str.split, maxsplit=1), raw["slips"])
        for written in forms.split()
    )


def _parts() -> Iterator[Swap]:
    lines = (RULES / "data/parts.txt").read_text(encoding="utf-8").splitlines()
    rare, odd = frozenset(table()["parts-rare"]), frozenset(table()["parts-alone"])
    known = list(map(str.split, [*lines, *table()["parts"]]))
    for parts, char in [
        *known,
        *((parts.translate(_OLD_RADICALS), char) for parts, char in known if not _OLD_RADICALS.keys().isdisjoint(map(ord, parts))),
    ]:
        proof = "none" if not RADICALS.isdisjoint(parts) else "border" if parts in odd or not rare.isdisjoint(parts) else "word"
        yield Swap(parts, char, proof, "variant-split")


def _martian() -> Iterator[Swap]:
    lines = (RULES / "data/martian.txt").read_text(encoding="utf-8").splitlines()
    yield from (Swap(line[0], line[2], "martian", "variant-swapped") for line in lines)


def _rare() -> Iterator[Swap]:
    """Rare characters that are common ones with a radical, or with another one: which of several, a passage says."""
    lines = (RULES / "data/rare.txt").read_text(encoding="utf-8").splitlines()
    yield from (Swap(line[0], line[2:], "rare", "variant-swapped") for line in lines)
    yield from (Swap(pair[0], pair[1], "rare", "variant-swapped") for pair in table()["other-forms"].split())


def _unsimplified() -> Iterator[Swap]:
    """The words that filters look for with one character in its traditional form."""
    traditional: dict[str, list[str]] = defaultdict(list)
    for char, to in folds().items():
        if "\u4e00" <= char <= "\u9fff" and to:
            traditional[to].append(char)
    for word in hidden_words():
        for at, char in enumerate(word):
            for other in traditional.get(char, ()):
                yield Swap(word[:at] + other + word[at + 1 :], word, "simplified", "variant-leftover")


def _sounds() -> Iterator[tuple[str, str, str, list[str]]]:
    """Each word that filters look for, the words of its topic, the proof it needs and the forms in which it is hidden."""
    for topic in (RULES / "data/sounds.txt").read_text(encoding="utf-8").split("\n\n"):
        shown, *rows = topic.strip().split("\n")
        for row in rows:
            heard, _, seen = row.partition("|")
            meant, *forms = heard.split()
            yield meant, shown, "sound", [form for form in forms if not _is_said(form, meant)]
            yield meant, shown, "look", [form for form in seen.split() if not _is_said(form, meant)]


def _is_said(form: str, meant: str) -> bool:
    """Whether a form of two characters is an adverb and what it belongs to: 只付 for 支付."""
    return len(meant) == 2 and form[0] != meant[0] and form[0] in table()["adverbs"]


@cache
def hidden_words() -> frozenset[str]:
    """The words that filters look for."""
    return frozenset(meant for meant, _, proof, _ in _sounds() if proof == "sound")


@cache
def martian() -> frozenset[str]:
    """The characters that are written for others in "Martian" script and stand for nothing else."""
    return frozenset(swap.written for swap in forms().listed if swap.proof == "martian" or swap.proof == "none" and len(swap.written) == 1)


@cache
def script() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    """The characters that alone show a line to be in "Martian" script, all that are written so, and what they and traditional ones say."""
    raw = table()
    odd = {swap.written: swap.meant for swap in _martian()} | {
        pair[0]: pair[1] for pair in (*raw["script"].split(), *raw["odd"].split(), *raw["always"])
    }
    traditional = {char: to for char, to in folds().items() if "\u4e00" <= char <= "\u9fff" and to}
    several = {pair[0] for pair in raw["always"] if len(pair) > 2}  # these find/swaps decides
    said = {char: meant for char, meant in (traditional | odd).items() if char not in several}
    return frozenset(pair[0] for pair in raw["always"]), frozenset(odd), said


@cache
def honest() -> dict[str, tuple[str, ...]]:
    """The words that hold a rare character in its own right: where a line has one, the character stands for itself in all of it."""
    kept = [word for word in table()["keep"] if len(word) > 1]
    return {char: words for char in martian() if (words := tuple(word for word in kept if char in word))}


@cache
def scripts() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of traditional script alone, and those of simplified script alone."""
    traditional = frozenset(char for char, to in folds().items() if "\u4e00" <= char <= "\u9fff" and to != "")
    return traditional, frozenset((RULES / "data/simplified.txt").read_text(encoding="utf-8").strip())


@lru_cache(maxsize=4)  # the text at hand, asked for with each form in it; more would keep whole documents in memory
def is_traditional(text: str) -> bool:
    """Whether a text is in traditional script: whoever hides words from a filter of simplified ones does not write in it.

    >>> is_traditional("臺灣的書"), is_traditional("台湾的书"), is_traditional("山水")
    (True, False, False)
    """
    return _shows_traditional(frozenset(text))


@lru_cache(maxsize=256)  # a line is asked for with each form in it
def line_is_traditional(line: str) -> bool:
    """The same for a line."""
    return _shows_traditional(frozenset(line))


def _shows_traditional(found: frozenset[str]) -> bool:
    traditional, simplified = scripts()
    return len(found & traditional) > len(found & simplified)
