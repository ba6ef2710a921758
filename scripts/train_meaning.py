"""Write rules/data/mask-meaning.bin: vectors that say which hidden words belong to what is talked of (find/masks/meaning).

They are learned from scripts/masked-usage.txt and scripts/masked-topics.txt, from each place of a hidden string in the licensed texts of
scripts/build_masks.py, and from the words of its word list that hold one: the sum of the vectors around shall point to the hidden word
and away from all others of its length, its neighbours in meaning among them.
Run with torch and ahocorasick_rs installed: python scripts/train_meaning.py FOLDER (of build_masks.py)
"""

import math
import random
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import ahocorasick_rs
import build_masks
import numpy as np
import torch
from mask_usage import Usage

from cqclean.find.masks.meaning import HEADER, SIDE, WORD, features, key

SIZE, KNOWN = 24, 24000  # numbers of a vector, features that have one
EPOCHS, BATCH, RATE, DROP = 6, 2048, 0.004, 0.25
PLACES, HOLDERS = 700, 60  # of one string: places in texts, words that hold it
PLACE_WEIGHT = 0.6  # of a place in a text against a phrase
LENGTH_KNOWN = 0.7  # share of examples that compete with words of their length alone
TOPICS = (0.75, 3)  # share of phrases that get topics of their word, and how many at most
SEEN = 3  # examples that a feature must have
FILE = build_masks.DATA / "mask-meaning.bin"

Example = tuple[int, list[str], float]  # number of the word, features around it, weight


def places(names: list[str], folder: Path) -> dict[int, list[tuple[str, str]]]:
    """What stands around each string in the texts, a sample."""
    finder, found, seen = ahocorasick_rs.AhoCorasick(names), defaultdict(list), Counter()
    for source in (build_masks.texts, build_masks.laws):
        for text in source(folder):
            line = f",{build_masks.normal(''.join(text.split())).strip(',')},"
            for index, start, end in finder.find_matches_as_indexes(line, overlapping=True):
                seen[index] += 1
                at = len(found[index]) if seen[index] <= PLACES else random.randrange(seen[index])
                if at < PLACES:
                    found[index][at : at + 1] = [(line[max(0, start - SIDE) : start], line[end : end + SIDE])]
    return found


def holders(names: list[str], folder: Path) -> dict[int, list[tuple[str, str]]]:
    """What stands around each string in the commonest words that hold it."""
    finder, found = ahocorasick_rs.AhoCorasick(names), defaultdict(list)
    for word, frequency in sorted(build_masks.lexicon(folder).items(), key=lambda pair: -pair[1]):
        for index, start, end in finder.find_matches_as_indexes(word, overlapping=True):
            if frequency >= build_masks.HOLDER_LEAST and end - start < len(word) and len(found[index]) < HOLDERS:
                found[index].append((word[:start], word[end:]))
    return found


def of_topics(topics: list[str]) -> list[str]:
    return [f"c{char}" for topic in topics for char in topic] + [f"w{topic}" for topic in topics] + [
        f"w{topic[at : at + 2]}" for topic in topics if len(topic) > 2 for at in range(len(topic) - 1)
    ]  # fmt: skip


def examples(names: list[str], folder: Path) -> Iterator[Example]:
    """Each word with what stood around it; common words weigh as the root of what is known of them."""
    usage, of_texts, of_words = Usage(), places(names, folder), holders(names, folder)
    for index, word in enumerate(names):
        topics, own = sorted(usage.topics.get(word, ())), []
        for phrase in sorted(usage.phrases.get(word, ())):
            left, _, right = map(build_masks.normal, phrase.partition("~"))
            some = random.sample(topics, min(len(topics), random.randint(1, TOPICS[1]))) if random.random() < TOPICS[0] else []
            own.append([*features(left, right), *of_topics(some)])
        own += [of_topics([topic]) for topic in topics] + [list(features(*sides)) for sides in of_words[index]]
        far = [list(features(*sides)) for sides in of_texts[index]]
        total = len(own) + PLACE_WEIGHT * len(far)
        share = math.sqrt(total + 10) / (total + 1)
        yield from ((index, found, share) for found in own if found)
        yield from ((index, found, share * PLACE_WEIGHT) for found in far)


def known(rows: list[Example]) -> dict[str, int]:
    """The features that get a vector: those of the most weight; strings of three and four characters only where they are topics."""
    told = {topic for topics in Usage().topics.values() for topic in topics}
    weight, seen = Counter(), Counter()
    for _, found, share in rows:
        for feature in set(found):
            weight[feature] += share
            seen[feature] += 1
    fit = (one for one, _ in weight.most_common() if seen[one] >= SEEN and (one[0] != "w" or len(one) == 3 or one[1:] in told))
    return {feature: number for number, feature in zip(range(KNOWN), fit, strict=False)}


def learn(rows: list[Example], vocabulary: dict[str, int], names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The vectors of features and of words."""
    data = [(word, [vocabulary[one] for one in found if one in vocabulary], share) for word, found, share in rows]
    data = [row for row in data if row[1]]
    right, share = torch.tensor([row[0] for row in data]), torch.tensor([row[2] for row in data])
    share /= share.mean()
    lengths = torch.tensor([len(name) for name in names])
    inner = torch.nn.EmbeddingBag(len(vocabulary), SIZE, mode="sum", sparse=True)
    torch.nn.init.normal_(inner.weight, std=0.1)
    outer = torch.nn.Parameter(torch.randn(SIZE, len(names)) * 0.3)
    steps = (torch.optim.SparseAdam(list(inner.parameters()), lr=RATE), torch.optim.Adam([outer], lr=RATE))
    for epoch in range(EPOCHS):
        for step in steps:
            step.param_groups[0]["lr"] = RATE * (1 - epoch / EPOCHS) + RATE / 12
        total, batches = 0.0, np.array_split(np.random.permutation(len(data)), len(data) // BATCH)
        for batch in batches:
            bags = [kept(np.array(data[at][1])) for at in batch]
            starts = torch.tensor(np.cumsum([0, *map(len, bags[:-1])]))
            scores = inner(torch.from_numpy(np.concatenate(bags)), starts) @ outer
            if random.random() < LENGTH_KNOWN:
                scores = scores.masked_fill(lengths != lengths[right[batch]][:, None], -1e4)
            loss = (torch.nn.functional.cross_entropy(scores, right[batch], reduction="none") * share[batch]).mean()
            loss = loss + 1e-4 * (outer**2).sum(0).mean()
            for step in steps:
                step.zero_grad()
            loss.backward()
            for step in steps:
                step.step()
            total += loss.item()
        print(epoch, round(total / len(batches), 3), flush=True)
    return inner.weight.detach().numpy(), outer.detach().numpy().T


def kept(bag: np.ndarray) -> np.ndarray:
    """A bag of features without some, so that none is relied on."""
    stay = np.random.random(len(bag)) >= DROP
    return bag[stay] if stay.any() else bag


def write(names: list[str], features_: np.ndarray, words: np.ndarray) -> None:
    """Write the table; features and words are brought to the same greatest number."""
    tops = [float(np.quantile(np.abs(table), 0.9995)) for table in (features_, words)]
    keys = array("I", [key(name) for name in names])
    rows = np.concatenate([features_ / tops[0], words / tops[1]]) * 127
    content = HEADER.pack(SIZE, len(keys), tops[0] * tops[1] / 127**2) + keys.tobytes()
    FILE.write_bytes(content + np.clip(np.round(rows), -127, 127).astype(np.int8).tobytes())
    print(len(keys), FILE.stat().st_size)


def main(folder: Path) -> None:
    torch.set_num_threads(1)
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(3)
    names = [name for name, (_, policy) in build_masks.candidates().items() if policy != "never"]
    rows = list(examples(names, folder))
    vocabulary = known(rows)
    print(len(rows), len(vocabulary), flush=True)
    inner, outer = learn(rows, vocabulary, names)
    write([*vocabulary, *(WORD + name for name in names)], inner, outer)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
