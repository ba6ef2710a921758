"""Which written forms stand for which characters?

A swap is a pair, written and meant, with the proof that it needs. `[swaps]` of rules/variant.toml and four tables of rules/data hold the
pairs: parts.txt (characters written as their parts), sounds.txt (homophones and look-alikes in words that filters look for, or that are
often mistyped), martian.txt (look-alikes) and rare.txt (rare characters that are common ones with a radical).
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from cqclean.ruleset.files import read, read_bytes
from cqclean.ruleset.frozen import tables
from cqclean.text.fold import table as folds

RADICALS = frozenset("亻氵扌讠忄钅饣犭纟衤礻彳冫阝刂攵艹辶疒訁釒飠糹")  # forms that never stand alone in prose
_OLD_RADICALS = str.maketrans("讠钅饣纟", "訁釒飠糹")
_SILK = str.maketrans("纟", "糸")  # a character of its own, that modern prose hardly has
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMBERED = (CIRCLED, "❶❷❸❹❺❻❼❽❾❿", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽")  # signs for one to ten


class Swap(NamedTuple):
    """`written` stands for `meant`.

    proof: "none" (the written form has no other sense), "odd" (but in names), "word" (the meant character makes a word with its
    neighbours, the written one does not), "border" (no word of the text reaches across its ends), "mistyped" (the same, and not in
    old prose), "sound" (words, pairs and topic speak for it), "look" (the same for look-alikes), "rare" (the written character has
    no word of its own there, the meant one has), "superlative" (a quality follows), "martian" ("word", or others of that script
    nearby), "numeral" ("word", and it counts nothing), "simplified" (in such a text) or "neutral" (in a text that is not in
    traditional script), alone or before "word", "verb" or "plain" (a word alone will do).
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


def pairs() -> Iterator[Swap]:
    """Every swap; of several with one written form, the first counts."""
    listed = {swap.written: swap for swap in (*_rare(), *_martian(), *_unsimplified(), *_parts(), *_listed())}  # the last of these
    yield from listed.values()
    yield from (Swap(form, meant, proof, "variant-swapped", topic) for meant, topic, proof, forms in _sounds() for form in forms)


def sources() -> Iterator[bytes]:
    """What the pairs are made of."""
    yield repr(table()).encode()
    yield from map(read_bytes, ("data/parts.txt", "data/sounds.txt", "data/martian.txt", "data/rare.txt"))


def _listed() -> Iterator[Swap]:
    raw = table()
    yield from (Swap(pair[0], pair[1:], "none", "variant-swapped") for pair in raw["always"])
    yield from (Swap(pair[0], pair[1], "odd", "variant-swapped") for pair in raw["odd"].split())
    yield from (Swap(pair[0], pair[1], "word", "variant-swapped") for pair in raw["words"])
    yield from (Swap(pair[0], pair[1], "superlative", "variant-swapped") for pair in raw["superlative"]["pairs"])
    japanese = [pair for pair in raw["japanese"].split() if pair[0] != pair[1]]
    yield from (Swap(pair[0], pair[1], _japanese_proof(pair[0]), "variant-swapped") for pair in japanese)
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


def _japanese_proof(char: str) -> str:
    return "neutral plain" if char in table()["japanese-alone"] else "neutral word"


def _parts() -> Iterator[Swap]:
    lines = read("data/parts.txt").splitlines()
    rare, odd = frozenset(table()["parts-rare"]), frozenset(table()["parts-alone"])
    known = list(map(str.split, [*lines, *table()["parts"]]))
    for parts, char in [
        *known,
        *((parts.translate(_OLD_RADICALS), char) for parts, char in known if not _OLD_RADICALS.keys().isdisjoint(map(ord, parts))),
        *((parts.translate(_SILK), char) for parts, char in known if parts[0] == "纟"),
    ]:
        proof = "none" if not RADICALS.isdisjoint(parts) else "border" if parts in odd or not rare.isdisjoint(parts) else "word"
        yield Swap(parts, char, proof, "variant-split")


def _martian() -> Iterator[Swap]:
    lines = read("data/martian.txt").splitlines()
    yield from (Swap(line[0], line[2], "martian", "variant-swapped") for line in lines)


def _rare() -> Iterator[Swap]:
    """Rare characters that are common ones with a radical, or with another one: which of several, a passage says."""
    lines = read("data/rare.txt").splitlines()
    yield from (Swap(line[0], line[2:], "rare", "variant-swapped") for line in lines)
    yield from (Swap(pair[0], pair[1], "rare", "variant-swapped") for pair in table()["other-forms"].split())


def _unsimplified() -> Iterator[Swap]:
    """The words that filters look for with one character in its traditional form."""
    traditional: dict[str, list[str]] = defaultdict(list)
    for char, to in folds().items():
        if "\u4e00" <= char <= "\u9fff" and to:
            traditional[to].append(char)
    for word in sorted(hidden_words()):
        for at, char in enumerate(word):
            for other in traditional.get(char, ()):
                yield Swap(word[:at] + other + word[at + 1 :], word, "simplified", "variant-leftover")


def _sounds() -> Iterator[tuple[str, str, str, list[str]]]:
    """Each word that filters look for, the words of its topic, the proof it needs and the forms in which it is hidden."""
    for topic in read("data/sounds.txt").split("\n\n"):
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
    topics = (topic.strip().split("\n") for topic in read("data/sounds.txt").split("\n\n"))
    return frozenset(row.partition("|")[0].split(maxsplit=1)[0] for _, *rows in topics for row in rows)


@cache
def filters() -> frozenset[str]:
    """The same, with those that are listed for what stands between their characters."""
    gaps = tables("variant")["gaps"]
    return frozenset(gaps["filtered"]) | frozenset(gaps["hidden"]) | hidden_words()


@cache
def odd_signs() -> dict[str, str]:
    """All characters that are written in "Martian" script, with what they say."""
    raw = table()
    listed = (*raw["script"].split(), *raw["odd"].split(), *raw["always"])
    return {swap.written: swap.meant for swap in _martian()} | {pair[0]: pair[1] for pair in listed}


@cache
def script() -> tuple[frozenset[str], dict[str, str]]:
    """The characters that alone show a line to be in that script, and what all of its characters and traditional ones say."""
    traditional = {char: to for char, to in folds().items() if "\u4e00" <= char <= "\u9fff" and to}
    several = {pair[0] for pair in table()["always"] if len(pair) > 2}  # these find/swaps decides
    said = {char: meant for char, meant in (traditional | odd_signs()).items() if char not in several}
    return frozenset(pair[0] for pair in table()["always"]), said


@cache
def scripts() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of traditional script alone, and those of simplified script alone."""
    traditional = frozenset(char for char, to in folds().items() if "\u4e00" <= char <= "\u9fff" and to != "")
    return traditional, frozenset(read("data/simplified.txt").strip())


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
