"""Where in a text stands what may be written for something else?

find/written says what is written for what. Its hundred thousand forms are looked up in a quick form that find/freeze.py makes of them.
"""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from cqclean.find import dictionary
from cqclean.find.dictionary import Dictionary, Packed, frozen, pack
from cqclean.find.written import Swap, pairs, sources, table

SHORT = 20_000  # first characters of a process in which forms are looked up one by one: to build the automaton takes longer
QUICK = "forms"  # the name of the quick form


class Forms:
    """Everything that is written for something else, with its swap."""

    def __init__(self, data: bytes) -> None:
        parts = Packed(data)
        self._topics, self._rows, self._forms = Packed(parts[0]), Packed(parts[1]), Dictionary(parts[2])
        self._swaps: dict[str, Swap] = {}
        self._read = 0  # characters of texts in which forms were looked for

    def places(self, text: str) -> Iterator[tuple[Swap, int, int]]:
        """(swap, start, end) of each form in a text, the longest of two that overlap first."""
        self._read += len(text)
        for start, end in self._looked_up(text) if self._read <= SHORT else self._searched(text):
            yield self[text[start:end]], start, end

    def __getitem__(self, form: str) -> Swap:
        swap = self._swaps.get(form)
        if swap is None:
            meant, proof, rule, topic = self._rows[self._forms[form]].decode().split("\t")
            swap = self._swaps[form] = Swap(form, meant, proof, rule, self._topics[int(topic)].decode())
        return swap

    def get(self, form: str) -> Swap | None:
        """The swap of a form, if it is one."""
        return self[form] if form in self._forms else None

    def all(self) -> Iterator[str]:
        """Every form."""
        yield from self._forms.all()

    def _searched(self, text: str) -> Iterator[tuple[int, int]]:
        yield from ((start, end) for _, start, end in self._automaton.find_matches_as_indexes(text))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._forms.all()), matchkind=MatchKind.LeftmostLongest)

    def _looked_up(self, text: str) -> Iterator[tuple[int, int]]:
        known, longest, at = self._forms.of(text), self._forms.longest, 0
        while at < len(text):
            for end in range(min(at + longest.get(text[at], 0), len(text)), at, -1):
                if text[at:end] in known:
                    yield at, end
                    at = end
                    break
            else:
                at += 1


@cache
def forms() -> Forms:
    return Forms(frozen(QUICK, sources()) or quick())


def quick() -> bytes:
    """The quick form: the topics, a line for all that is meant alike, and the forms with the numbers of these lines."""
    swaps: dict[str, Swap] = {}
    for swap in pairs():
        swaps.setdefault(swap.written, swap)
    topics = _numbered(swap.topic for swap in swaps.values())
    row_of = {form: "\t".join((*swap[1:4], str(topics[swap.topic]))) for form, swap in swaps.items()}
    rows = _numbered(row_of.values())
    found = dictionary.quick({form: rows[row] for form, row in row_of.items()})
    return pack([*(pack([entry.encode() for entry in entries]) for entries in (topics, rows)), found])


def _numbered(entries: Iterable[str]) -> dict[str, int]:
    return {entry: number for number, entry in enumerate(dict.fromkeys(entries))}


@cache
def is_martian(char: str) -> bool:
    """Whether a character is written for another in "Martian" script and stands for nothing else."""
    swap = forms().get(char)
    return swap is not None and swap.proof in ("martian", "none")


def martian() -> frozenset[str]:
    """All such characters."""
    return frozenset(form for form in forms().all() if len(form) == 1 and is_martian(form))


@cache
def honest(char: str) -> tuple[str, ...]:
    """The words that hold such a character in its own right: where a line has one, the character stands for itself in all of it."""
    return tuple(word for word in table()["keep"] if len(word) > 1 and char in word) if is_martian(char) else ()
