"""Write rules/data/mask-weights.json: how much each piece of evidence weighs when a hidden word is guessed
(scripts/train_certainty.py adds when a guess is sure).

Masks are simulated: strings that filters hide, and now and then another word, are hidden where they stand in texts, and a small
network (find/masks/weigh) learns to tell the hidden one from its rivals and from "another word". Labelled masks may be added; they weigh
more.
Run with numpy and ahocorasick_rs installed: python scripts/train_masks.py TEXTS.jsonl … [--masks LABELLED.jsonl …]
TEXTS has a field "text" or "raw" a line; LABELLED has "context", "span", "mask", "sure", "likely_original" and "style".
"""

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from cqclean.find.masks.lexicon import lexicon  # noqa: E402
from cqclean.find.masks.rank import KINDS, Ranker  # noqa: E402
from cqclean.find.masks.restore import SHORT  # noqa: E402
from cqclean.find.masks.system import LONGEST  # noqa: E402
from cqclean.find.masks.weigh import Unit, Weights, fitted  # noqa: E402

NAMES = (
    *("left", "lefts", "right", "rights", "both", "gain", "x1", "x2", "x3", "spanf", "inside", "crossed", "count", "freq", "company"),
    *("told_left", "told_right", "told_both", "firm_left", "firm_right", "sole_left", "sole_right", "subject"),
    *KINDS,
    *("width_left", "width_right", "held_left", "held_right", "pair_left", "pair_right", "begins", "ends"),
    *("reach_left", "reach_right", "reach_both", "single", "long"),
    *("bond_left", "bond_right", "bond_both", "explained", "stranded"),
)
MOST = {"wild": 40, "core": 24, "likely": 3, "across": 3, "ad": 3}  # places of one string, by kind: the prior of filters
MASKS, OTHERS = 9000, 1300  # simulated masks of strings that filters hide, and of other words
KNOWN_LENGTH = 0.7  # share of masks whose length is known
LABELLED_WEIGHT = 30.0
REACH = 24
UNITS, EPOCHS, BATCH, RATE, RIDGE = 8, 20, 64, 0.003, 0.004  # of a network and its training
SEEDS = (1, 2)  # of the networks of which the mean is written: one alone depends on how it began
HAN = re.compile("[\u4e00-\u9fff]+")
FILE = ROOT / "rules/data/mask-weights.json"


class Hidden(NamedTuple):
    """A hidden word with the text on both sides; size 0 if its length is unknown."""

    word: str
    left: str
    right: str
    size: int


def simulated(paths: Iterable[Path]) -> Iterator[Hidden]:
    """Masks put into texts."""
    kinds = {name.word: name.kind for name in lexicon().names}
    words = list(kinds)
    finder = ahocorasick_rs.AhoCorasick(words)
    places: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    others = []
    for row in rows(paths):
        for line in (row.get("text") or row["raw"]).split("\n"):
            for index, start, end in finder.find_matches_as_indexes(line, overlapping=True):
                places[words[index]].append((words[index], line[max(0, start - REACH) : start], line[end : end + REACH]))
            if len(line) > REACH and random.random() < 0.3:
                start, size = random.randrange(3, len(line) - 4), random.choice((1, 2, 2, 2, 3))
                word = line[start : start + size]
                if HAN.fullmatch(word) and lexicon().frequency(word) > 5:
                    others.append((word, line[max(0, start - REACH) : start], line[start + size : start + size + REACH]))
    chosen = [place for word, found in places.items() for place in random.sample(found, min(len(found), MOST[kinds[word]]))]
    picked = random.sample(chosen, min(MASKS, len(chosen))) + random.sample(others, min(OTHERS, len(others)))
    for word, left, right in picked:
        yield Hidden(word, left, right, len(word) if random.random() < KNOWN_LENGTH else 0)


def labelled(paths: Iterable[Path]) -> Iterator[Hidden]:
    """Real masks with a sure original."""
    for row in rows(paths):
        if row["mask"] and row.get("sure") and row["likely_original"] and row.get("style") != "inserted":
            (start, end), text = row["span"], row["context"]
            known = row.get("style") in ("per-char", "bytes", "per-byte")
            yield Hidden(row["likely_original"], text[:start], text[end:], len(row["likely_original"]) if known else 0)


def rows(paths: Iterable[Path]) -> Iterator[dict[str, object]]:
    for path in paths:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def evidence(hidden: Hidden, ranker: Ranker) -> tuple[np.ndarray, int]:
    """A row for each candidate and one for "another word"; and which is right."""
    where = ranker.gap(hidden.left, hidden.right)
    sizes = (hidden.size,) if hidden.size else range(1, LONGEST + 1)
    readings = [ranker.read(name, where) for name in ranker.shortlist.likely(where, dict.fromkeys(sizes, SHORT))]
    table = np.zeros((len(readings) + 1, len(NAMES)), np.float32)
    for at, reading in enumerate(readings):
        table[at] = reading.evidence
    words = [reading.name.word for reading in readings]
    return table, words.index(hidden.word) if hidden.word in words else len(words)


class Model:
    """The network (cqclean/find/masks/weigh) while it learns: a direct weight of each piece of evidence, hidden units, "another word"."""

    def __init__(self, size: int, seed: int) -> None:
        random_ = np.random.default_rng(seed)
        self.inner = random_.normal(size=(size, UNITS)) * 0.3 / np.sqrt(size)
        self.direct, self.worth = np.zeros(size), random_.normal(size=UNITS) * 0.3
        self.bias, self.other = np.zeros(UNITS), np.zeros(1)
        self.parts = (self.inner, self.bias, self.worth, self.direct, self.other)
        self.mean = [np.zeros_like(part) for part in self.parts]
        self.square = [np.zeros_like(part) for part in self.parts]
        self.steps = 0

    def gradients(self, cube: np.ndarray, closed: np.ndarray, right: np.ndarray, share: np.ndarray) -> tuple[np.ndarray, ...]:
        """Of the loss of a batch, for each part. The last row of each table is "another word"."""
        active = np.maximum(0, cube @ self.inner + self.bias)
        scores = cube @ self.direct + active @ self.worth
        scores[:, -1] = self.other
        odds = np.exp(scores + closed - (scores + closed).max(1, keepdims=True))
        slope = odds / odds.sum(1, keepdims=True)
        slope[np.arange(len(right)), right] -= 1
        slope *= share[:, None] / len(right)
        of_other = slope[:, -1].sum(keepdims=True)
        slope[:, -1] = 0
        back = slope[..., None] * self.worth * (active > 0)
        inner = cube.reshape(-1, cube.shape[2]).T @ back.reshape(-1, UNITS)
        ridge = (RIDGE * self.inner, 0.0, RIDGE * self.worth, RIDGE * self.direct, 0.0)
        found = (inner, back.sum((0, 1)), np.einsum("nm,nmh->h", slope, active), np.einsum("nm,nmf->f", slope, cube), of_other)
        return tuple(one + held for one, held in zip(found, ridge, strict=True))

    def step(self, gradients: Iterable[np.ndarray], rate: float) -> None:
        """Adam's."""
        self.steps += 1
        for part, mean, square, gradient in zip(self.parts, self.mean, self.square, gradients, strict=True):
            mean += 0.1 * (gradient - mean)
            square += 0.001 * (gradient**2 - square)
            part -= rate * (mean / (1 - 0.9**self.steps)) / (np.sqrt(square / (1 - 0.999**self.steps)) + 1e-8)

    def unscaled(self, middle: np.ndarray, spread: np.ndarray) -> Weights:
        """The weights of evidence as it is, not as it was scaled for learning."""
        direct, inner = self.direct / spread, self.inner / spread[:, None]
        units = (
            Unit(tuple(column), float(bias), float(worth))
            for column, bias, worth in zip(inner.T, self.bias - middle @ inner, self.worth, strict=True)
        )
        return Weights(tuple(direct), tuple(units), float(self.other[0] + middle @ direct), fitted().certainty)


def fit(tables: list[np.ndarray], right: np.ndarray, weights: np.ndarray) -> Weights:
    """The mean of the networks that make the right rows likeliest: one with the units of all."""
    found = [trained(tables, right, weights, seed) for seed in SEEDS]
    direct = tuple(map(sum, zip(*(one.evidence for one in found), strict=True)))
    units = tuple(unit._replace(worth=unit.worth / len(found)) for one in found for unit in one.units)
    other = sum(one.other for one in found) / len(found)
    return Weights(tuple(weight / len(found) for weight in direct), units, other, found[0].certainty)


def trained(tables: list[np.ndarray], right: np.ndarray, weights: np.ndarray, seed: int) -> Weights:
    """One network. The right row of a table is the last where it is "another word"."""
    most, size = max(map(len, tables)), tables[0].shape[1]
    cube, closed = np.zeros((len(tables), most, size), np.float32), np.full((len(tables), most), -1e9, np.float32)
    last = np.array([len(table) - 1 for table in tables])
    for at, table in enumerate(tables):
        cube[at, : last[at]], closed[at, : last[at]], closed[at, -1] = table[:-1], 0, 0
    right = np.where(right == last, most - 1, right)
    known = cube[:, :-1][closed[:, :-1] == 0]
    middle, spread = known.mean(0), known.std(0) + 0.05
    cube = (cube - middle) / spread
    model, order, share = Model(size, seed), np.random.default_rng(seed), weights / weights.mean()
    for epoch in range(EPOCHS):
        for batch in np.array_split(order.permutation(len(tables)), len(tables) // BATCH):
            gradients = model.gradients(cube[batch], closed[batch], right[batch], share[batch])
            model.step(gradients, RATE if epoch < 0.7 * EPOCHS else RATE / 5)
    return model.unscaled(middle, spread)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--masks", nargs="*", type=Path, default=[])
    args = parser.parse_args()
    random.seed(11)
    ranker = Ranker(lexicon())
    made, real = list(simulated(args.texts)), list(labelled(args.masks))
    pairs = [evidence(hidden, ranker) for hidden in (*made, *real)]
    weights = np.array([1.0] * len(made) + [LABELLED_WEIGHT] * len(real))
    found = fit([table for table, _ in pairs], np.array([right for _, right in pairs]), weights)
    content = json.loads(FILE.read_text(encoding="utf-8"))
    columns = zip(found.evidence, *(unit.weights for unit in found.units), strict=True)
    content["evidence"] = {name: [round(float(w), 3) for w in column] for name, column in zip(NAMES, columns, strict=True)}
    content["bias"] = [round(unit.bias, 3) for unit in found.units]
    content["worth"] = [round(unit.worth, 3) for unit in found.units]
    content["other"] = round(found.other, 3)
    write(content)


def write(content: dict[str, object]) -> None:
    """Write the file of weights: a line for each piece of evidence."""
    text = re.sub(r"\[[^\]]*\]", lambda hit: " ".join(hit.group().split()), json.dumps(content, indent=1))
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
