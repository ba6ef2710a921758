"""Write rules/data/mask-weights.json: how much each piece of evidence weighs when a hidden word is guessed
(scripts/train_certainty.py adds when a guess is sure).

Masks are simulated: strings that filters hide, and now and then another word, are hidden where they stand in texts, and a conditional
logit model learns to tell the hidden one from its rivals and from "another word". Labelled masks may be added; they weigh more.
Run with numpy and scipy installed: python scripts/train_masks.py TEXTS.jsonl … [--masks LABELLED.jsonl …]
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
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from cqclean.find.masks.lexicon import lexicon  # noqa: E402
from cqclean.find.masks.rank import KINDS, Ranker  # noqa: E402
from cqclean.find.masks.restore import SHORT  # noqa: E402
from cqclean.find.masks.system import LONGEST  # noqa: E402

NAMES = (
    *("left", "lefts", "right", "rights", "both", "gain", "x1", "x2", "x3", "spanf", "inside", "crossed", "count", "freq", "company"),
    *("told_left", "told_right", "told_both", "firm_left", "firm_right", "sole_left", "sole_right", "subject"),
    *KINDS,
)
MOST = {"wild": 40, "core": 16, "likely": 2, "across": 3, "ad": 3}  # places of one string, by kind: the prior of filters
MASKS, OTHERS = 3200, 500  # simulated masks of strings that filters hide, and of other words
KNOWN_LENGTH = 0.7  # share of masks whose length is known
LABELLED_WEIGHT = 20.0
REACH = 24
RIDGE = 0.0005
HAN = re.compile("[\u4e00-\u9fff]+")


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
    readings = [ranker.read(name, where) for name in ranker.shortlist.likely(where, sizes, SHORT)]
    table = np.zeros((len(readings) + 1, len(NAMES) + 1))
    for at, reading in enumerate(readings):
        table[at, :-1] = reading.evidence
    table[-1, -1] = 1
    words = [reading.name.word for reading in readings]
    return table, words.index(hidden.word) if hidden.word in words else len(words)


def fit(tables: list[np.ndarray], right: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weights that make the right rows likeliest."""
    most = max(map(len, tables))
    cube, closed = np.zeros((len(tables), most, tables[0].shape[1])), np.full((len(tables), most), -1e9)
    for at, table in enumerate(tables):
        cube[at, : len(table)], closed[at, : len(table)] = table, 0
    each, share = np.arange(len(tables)), weights / weights.sum()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = cube @ w + closed
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        chance = odds / odds.sum(1, keepdims=True)
        gradient = -(share[:, None] * (cube[each, right] - np.einsum("nm,nmf->nf", chance, cube))).sum(0)
        return float(-(share * np.log(chance[each, right])).sum() + RIDGE * w @ w), gradient + 2 * RIDGE * w

    return minimize(loss, np.zeros(cube.shape[2]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


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
    *found, other = fit([table for table, _ in pairs], np.array([right for _, right in pairs]), weights)
    path = ROOT / "rules/data/mask-weights.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["evidence"] = {name: round(float(w), 3) for name, w in zip(NAMES, found, strict=True)}
    content["other"] = round(float(other), 3)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
