"""Write the part "certainty" of rules/data/mask-weights.json: what says whether the best guess for a mask is right (find/masks/certainty).

Labelled documents are judged with evidence weights that were learned without their file, so that no source vouches for itself; so are
documents made of good texts, in which words are hidden, some of which no list of filters holds, and those in which signs stand between
words that hide nothing. Fresh documents, from which nothing was
learned and for whose words no usage was told, are judged as they stand and weigh more: only they say how often a guess is right that
nobody had in mind. Judge them before their words are told; --keep writes the traits down for the next time. Small trees then learn from the
traits of each best guess whether it was right; more of what speaks for a guess never makes it less sure.
Run scripts/train_masks.py first, then, with numpy and lightgbm installed and the same texts in two halves:
python scripts/train_certainty.py --evidence TEXTS.jsonl --hide TEXTS.jsonl --masks LABELLED.jsonl … [--fresh LABELLED.jsonl …]
Rows of LABELLED with the same "path" make one document.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs
import lightgbm
import numpy as np
import train_masks

from cqclean.find.masks.certainty import TRAITS, traits
from cqclean.find.masks.detect import masks
from cqclean.find.masks.lexicon import lexicon
from cqclean.find.masks.rank import ranker
from cqclean.find.masks.restore import verdicts
from cqclean.find.masks.weigh import Tree, Weights, fitted
from cqclean.find.words import reading
from cqclean.text.document import Document

MADE_WEIGHT, FRESH_WEIGHT = 0.2, 3.0  # of a mask that was made, of a fresh one, against another that was found or written
FEIGNED_WEIGHT = 0.1  # of signs that hide nothing
RISING = {
    *("odds", "lead", "weak", "strong", "both", "length", "span", "subject", "meaning", "told", "anchored", "fitting", "wide", "held"),
    *("clear", "holder"),
}  # traits that speak for a guess
FALLING = {"mute", "rivalled", "shadowed"}
TREES, LEAVES, RATE, RIDGE, LEAST, SHARE, SAMPLE = 120, 5, 0.05, 5.0, 40, 0.5, 0.7
PICKED, MADE = 6, 3  # masks of a document that is made, documents made of a text
OTHERS = (0.0, 0.2, 0.5)  # shares of hidden words that are in no list
KINDS = {"wild": 4.0, "core": 3.0, "likely": 1.2, "across": 0.5, "ad": 1.0}  # how readily each kind of word is hidden
SYSTEMS = (lambda word: 3 * len(word), len, lambda _: 2, lambda _: 3)  # signs for a word
SIGHT = 40
FEIGNED = ("*", "**", "***")  # signs that hide nothing

Row = tuple[tuple[float, ...], bool, float]  # traits, whether the guess is right, weight


class Made(NamedTuple):
    """A document with the words hidden in it, by place, "" for what is to stay."""

    text: str
    hidden: Mapping[int, str]


def joined(parts: list[tuple[str, int, str]]) -> Made:
    """A document of paragraphs, each with the place of its mask and the hidden word."""
    hidden, at = {}, 0
    for text, start, word in parts:
        hidden[at + start] = word
        at += len(text) + 2
    return Made("\n\n".join(text for text, *_ in parts), hidden)


def labelled(path: Path) -> Iterator[Made]:
    """The documents of a file of labelled masks; what is labelled without certainty is left out, what is no mask hides nothing."""
    documents = defaultdict(list)
    for row in train_masks.lines([path]):
        if row.get("sure") or not row["mask"]:
            word = "" if row.get("style") == "inserted" or not row["mask"] else row["likely_original"]
            documents[row["path"]].append((row["context"], row["span"][0], word))
    yield from map(joined, documents.values())


def made(path: Path) -> Iterator[Made]:
    """Documents in which words are hidden."""
    kinds = {name.word: name.kind for name in lexicon().names if name.policy != "never"}
    finder = ahocorasick_rs.AhoCorasick(list(kinds))
    words = list(kinds)
    for row in train_masks.lines([path]):
        lines = [line for line in row["text"].split("\n") if len(line) > 12 and sum(map(str.isalpha, line)) > 0.6 * len(line)]
        for _ in range(MADE if len(lines) >= 3 else 0):
            signs, share, parts = random.choice(SYSTEMS), random.choice(OTHERS), []
            for line in random.sample(lines, min(len(lines), PICKED)):
                found = [(words[hit[0]], hit[1]) for hit in finder.find_matches_as_indexes(line, overlapping=True)]
                word, start = random.choices(found, [KINDS[kinds[word]] for word, _ in found])[0] if found else ("", 0)
                if not found or random.random() < share:
                    start = random.randrange(3, len(line) - 4)
                    word = line[start : start + random.choice((1, 2, 2, 2, 3))]
                    if not train_masks.HAN.fullmatch(word) or lexicon().frequency(word) < 5:
                        continue
                left, right = line[max(0, start - SIGHT) : start], line[start + len(word) : start + len(word) + SIGHT]
                parts.append((left + "*" * signs(word) + right, len(left), word))
            if len(parts) > 1:
                yield joined(parts)


def feigned(path: Path) -> Iterator[Made]:
    """Documents in which signs stand between words and hide nothing."""
    for row in train_masks.lines([path]):
        lines = [
            line for line in row["text"].split("\n") if len(line) > 20 and len("".join(train_masks.HAN.findall(line))) > 0.7 * len(line)
        ]
        signs = random.choice(FEIGNED)
        for chosen in (random.sample(lines, MADE) for _ in range(len(lines) // MADE)):
            ends = [(line, [end for end in reading(line[:SIGHT])[1] if 0 < end < len(line)]) for line in chosen if "*" not in line]
            places = [(line, random.choice(found)) for line, found in ends if found]
            if places:
                yield joined([(line[:at] + signs + line[at:], at, "") for line, at in places])


def judged(documents: Iterable[Made], weights: Weights, share: float) -> Iterator[Row]:
    """The traits of each best guess, whether it is right, and how much it weighs."""
    for document in documents:
        for verdict in verdicts(document.text, masks(Document(document.text)), lexicon(), weights):
            start = next((at for at in (verdict.mask.start, verdict.mask.start + 1) if at in document.hidden), None)
            if start is not None and verdict.guesses:
                yield traits(verdict), verdict.guesses[0].reading.name.word == document.hidden[start], share


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("evidence", "hide", "masks", "fresh"):
        parser.add_argument(f"--{name}", nargs="+", type=Path, required=name != "fresh", default=[])
    parser.add_argument("--keep", type=Path, help="rows of fresh documents that were judged before; those of --fresh are added")
    args = parser.parse_args()
    random.seed(11)
    reader = ranker(lexicon())
    simulated = [train_masks.evidence(hidden, reader) for hidden in train_masks.simulated(args.evidence)]
    sources = [list(labelled(path)) for path in args.masks]
    found: list[Row] = []
    for source in sources:
        others = [document for other in sources if other is not source for document in other]
        pairs = [train_masks.evidence(hidden, reader) for document in others for hidden in hiddens(document)]
        tables, right = zip(*simulated, *pairs, strict=True)
        weights = train_masks.fit(tables, right, [1.0] * len(simulated) + [train_masks.LABELLED_WEIGHT] * len(pairs))
        found += judged(source, weights, 1.0)
    for path in args.hide:
        found += judged(made(path), fitted(), MADE_WEIGHT)
        found += judged(feigned(path), fitted(), FEIGNED_WEIGHT)
    content = json.loads(train_masks.FILE.read_text(encoding="utf-8"))
    content["certainty"] = grown([*found, *fresh(args.fresh, args.keep)])
    train_masks.write(content)


def fresh(paths: Iterable[Path], keep: Path | None) -> list[Row]:
    """Rows of fresh documents, with those that were kept."""
    rows: list[Row] = json.loads(keep.read_text(encoding="utf-8")) if keep and keep.exists() else []
    rows += [row for path in paths for row in judged(labelled(path), fitted(), FRESH_WEIGHT)]
    if keep:
        keep.write_text(json.dumps(rows), encoding="utf-8")
    return rows


def hiddens(document: Made) -> Iterator[train_masks.Hidden]:
    """Its hidden words with what stands beside them."""
    for mask in masks(Document(document.text)):
        word = document.hidden.get(mask.start, "")
        if word:
            yield train_masks.Hidden(word, mask.left, mask.right, mask.signs)


def grown(rows: list[Row]) -> list[Tree]:
    """Trees whose sum is the logarithm of the odds that a guess is right."""
    traits, right, share = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    options = {
        "objective": "binary", "learning_rate": RATE, "num_leaves": LEAVES, "min_child_samples": LEAST, "min_sum_hessian_in_leaf": 1.0,
        "lambda_l2": RIDGE, "feature_fraction": SHARE, "bagging_fraction": SAMPLE, "bagging_freq": 1, "verbose": -1, "num_threads": 1,
        "monotone_constraints": [(trait in RISING) - (trait in FALLING) for trait in TRAITS], "seed": train_masks.SEED,
    }  # fmt: skip
    model = lightgbm.train(options, lightgbm.Dataset(traits, right, weight=share), TREES)
    return [train_masks.nested(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


if __name__ == "__main__":
    main()
