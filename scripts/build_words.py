"""Write rules/data/words.txt and rules/data/pinyin.txt: which words are there, how common are they, how are characters read?

words.txt, from jieba's dictionary (MIT): a line for each degree of commonness, its cost in tenths of a nat (-ln of the frequency) first,
then its words. pinyin.txt, from pypinyin (MIT): a line for each syllable with its tone, then the characters read so, the usual reading
before the others. Run with jieba and pypinyin installed: python scripts/build_words.py
"""

import math
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from pypinyin import Style, pinyin

DATA = Path(__file__).resolve().parents[1] / "rules/data"
LEAST = {1: 20, 2: 20, 3: 10, 4: 10, 5: 10}  # occurrences in jieba's corpus, by length: rarer entries hold many that are no words
RARE_FREQUENCY = 60  # what a word of words-added.txt is given: these are younger than jieba's corpus
READINGS = 4  # of a character: later ones are found in dictionaries alone


def main() -> None:
    counts = _counts()
    total = sum(counts.values())
    by_cost: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        by_cost[round(-10 * math.log(count / total))].append(word)
    lines = [f"{cost} {' '.join(sorted(words))}" for cost, words in sorted(by_cost.items())]
    (DATA / "words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    chars = sorted((w for w in counts if len(w) == 1), key=lambda c: -counts[c])
    readings = _readings(chars)
    lines = [f"{syllable} {''.join(chars)}" for syllable, chars in sorted(readings.items())]
    (DATA / "pinyin.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _counts() -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if int(count) >= LEAST.get(len(word), math.inf) and all("\u4e00" <= c <= "\u9fff" for c in word):
            counts[word] = int(count)
    added = (DATA / "words-added.txt").read_text(encoding="utf-8").split()
    return counts | {word: max(RARE_FREQUENCY, counts.get(word, 0)) for word in added}


def _readings(chars: list[str]) -> dict[str, str]:
    """Syllable -> characters; those for which it is the usual reading stand first, then a bar, then the others."""
    usual: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    for char in chars:
        for rank, syllable in enumerate(pinyin(char, style=Style.TONE, heteronym=True)[0][:READINGS]):
            (other if rank else usual)[syllable].append(char)
    return {syllable: "".join(usual[syllable]) + "|" + "".join(other[syllable]) for syllable in usual | other}


if __name__ == "__main__":
    main()
