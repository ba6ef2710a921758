"""Write rules/data/mask-weights.json: how much the evidence weighs when a hidden word is guessed (scripts/train_certainty.py adds when a
guess is sure).

Masks are simulated: strings that filters hide, and now and then another word, are hidden where they stand in texts, and small
trees (find/masks/weigh) learn to tell the hidden one from its rivals and from "another word". Labelled masks may be added; they weigh
more.
Run with numpy, lightgbm and ahocorasick_rs installed: python scripts/train_masks.py TEXTS.jsonl … [--masks LABELLED.jsonl …]
TEXTS has a field "text" or "raw" a line; LABELLED has "context", "span", "mask", "sure", "likely_original" and "style".
"""

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import ahocorasick_rs
import lightgbm
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from cqclean.find.masks import restore  # noqa: E402
from cqclean.find.masks.lexicon import lexicon  # noqa: E402
from cqclean.find.masks.rank import Ranker, ranker  # noqa: E402
from cqclean.find.masks.weigh import Row, Tree, Weights, fitted, rows  # noqa: E402

MOST = {"wild": 40, "core": 24, "likely": 3, "across": 3, "ad": 3}  # places of one string, by kind: the prior of filters
MASKS, OTHERS = 9000, 1300  # simulated masks of strings that filters hide, and of other words
SYSTEMS = ((0.35, lambda word: 3 * len(word)), (0.35, len), (0.23, lambda _: 3), (0.07, lambda _: 2))  # how often, signs for a word
LABELLED_WEIGHT = 8.0
REACH = 24
TREES, LEAVES, RATE, RIDGE, LEAST = 130, 15, 0.09, 5.0, 20  # least: rows of a leaf
SHARE, STEPS = 0.5, 63  # share of the evidence that a tree sees, steps that it tells apart
SEED = 1
HAN = re.compile("[\u4e00-\u9fff]+")
FILE = ROOT / "rules/data/mask-weights.json"


class Hidden(NamedTuple):
    """A hidden word with the text on both sides and its signs."""

    word: str
    left: str
    right: str
    signs: int


def simulated(paths: Iterable[Path]) -> Iterator[Hidden]:
    """Masks put into texts."""
    kinds = {name.word: name.kind for name in lexicon().names}
    words = list(kinds)
    finder = ahocorasick_rs.AhoCorasick(words)
    places: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    others = []
    for row in lines(paths):
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
        (signs,) = random.choices([system for _, system in SYSTEMS], [share for share, _ in SYSTEMS])
        yield Hidden(word, left, right, signs(word))


def labelled(paths: Iterable[Path]) -> Iterator[Hidden]:
    """Real masks with a sure original."""
    for row in lines(paths):
        if row["mask"] and row.get("sure") and row["likely_original"] and row.get("style") != "inserted":
            (start, end), text = row["span"], row["context"]
            yield Hidden(row["likely_original"], text[:start], text[end:], end - start)


def lines(paths: Iterable[Path]) -> Iterator[dict[str, object]]:
    for path in paths:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def evidence(hidden: Hidden, ranker: Ranker) -> tuple[list[Row], int]:
    """The evidence of each candidate, and which is right: one beyond them if it is "another word"."""
    _, readings, share = restore.read(hidden.left, hidden.right, hidden.signs, ranker)
    words = [reading.name.word for reading in readings]
    return restore.evidence(readings, share), words.index(hidden.word) if hidden.word in words else len(words)


def fit(tables: Sequence[list[Row]], right: Sequence[int], weights: Sequence[float]) -> Weights:
    """Trees that make the right rows likeliest among those of their gap."""
    width = max(len(table[0]) for table in tables if table)
    groups = [np.array(rows(table, width), np.float32) for table in tables]
    sizes = np.array(list(map(len, groups)))
    starts = np.cumsum(sizes) - sizes
    asked = np.zeros(sizes.sum())
    asked[starts + np.array(right)] = 1
    weigh = np.repeat(np.array(weights) / np.mean(weights), sizes)

    def slopes(scores: np.ndarray, _: lightgbm.Dataset) -> tuple[np.ndarray, np.ndarray]:
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        chance = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
        return weigh * (chance - asked), np.maximum(weigh * chance * (1 - chance), 1e-3)

    options = {
        "objective": slopes, "learning_rate": RATE, "num_leaves": LEAVES, "min_child_samples": LEAST, "min_sum_hessian_in_leaf": 1.0,
        "feature_fraction": SHARE, "lambda_l2": RIDGE, "max_bin": STEPS, "verbose": -1, "num_threads": 1, "seed": SEED,
    }  # fmt: skip
    model = lightgbm.train(options, lightgbm.Dataset(np.concatenate(groups), asked), TREES)
    return Weights([nested(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]], fitted().certainty)


def nested(node: Mapping[str, Any]) -> Tree:
    """A tree as find/masks/weigh walks it."""
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 4)
    place, most = node["split_feature"], float(f"{node['threshold']:.5g}")
    return [place, most, nested(node["left_child"]), nested(node["right_child"])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--masks", nargs="*", type=Path, default=[])
    args = parser.parse_args()
    random.seed(11)
    made, real = list(simulated(args.texts)), list(labelled(args.masks))
    pairs = [evidence(hidden, ranker(lexicon())) for hidden in (*made, *real)]
    found = fit([table for table, _ in pairs], [right for _, right in pairs], [1.0] * len(made) + [LABELLED_WEIGHT] * len(real))
    content = json.loads(FILE.read_text(encoding="utf-8"))
    content["trees"] = found.trees
    write(content)


def write(content: dict[str, Any]) -> None:
    """Write the file of weights: a line for each tree."""
    parts = (
        f'"{name}": [\n' + ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in content[name]) for name in ("certainty", "trees")
    )
    FILE.write_text("{" + "\n],\n".join(parts) + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
