"""How the strings that filters hide are used: scripts/masked-usage.txt and scripts/masked-topics.txt, written for the project.

A line is "word: phrase phrase … | topic topic …"; ~ in a phrase stands for the word, a topic is a word that often stands near it. What is
told here is told by kind, not by count: its worth is how few other words share it. A side cut within a word of its phrase is worth nothing:
暴力枚举 does not say that 枚 follows 暴力.

A line of scripts/masked-topics.txt is "word word …: topic topic …": each of the topics is one of each of the words.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

WIDEST = 3  # characters of a phrase on each side that are told
FILE = Path(__file__).with_name("masked-usage.txt")
TOPICS = Path(__file__).with_name("masked-topics.txt")


class Usage:
    """Phrases and topics of each word."""

    def __init__(self) -> None:
        self.phrases: dict[str, set[str]] = defaultdict(set)
        self.topics: dict[str, set[str]] = defaultdict(set)
        for line in FILE.read_text(encoding="utf-8").splitlines():
            word, _, rest = line.partition(": ")
            phrases, _, topics = rest.partition("|")
            for phrase in phrases.split():
                if "~" in phrase or word in phrase:
                    self.phrases[word].add(phrase if "~" in phrase else phrase.replace(word, "~", 1))
            self.topics[word] |= {topic for topic in topics.split() if len(topic) > 1}
        self.groups: list[tuple[list[str], set[str]]] = []
        for line in TOPICS.read_text(encoding="utf-8").splitlines():
            words, _, rest = line.partition(": ")
            self.groups.append((words.split(), {topic for topic in rest.split() if len(topic) > 1}))
            for word in words.split():
                self.topics[word] |= self.groups[-1][1]

    def texts(self) -> list[str]:
        """Every phrase with its word."""
        return [phrase.replace("~", word) for word, phrases in self.phrases.items() for phrase in phrases]

    def sides(self, divide: Callable[[str], set[int]]) -> dict[tuple[str, str, str], float]:
        """What stands beside a word: (left, word, "") or ("", word, right) with its worth, the logarithm of how few words share it, 0 for
        a side cut within a word. divide: where the words of a text part."""
        found: dict[tuple[str, str, str], bool] = {}
        for word, phrases in self.phrases.items():
            for phrase in phrases:
                left, _, right = phrase.partition("~")
                borders, after = divide(left + word + right), len(left) + len(word)
                for size in range(1, min(WIDEST, len(left)) + 1):
                    key, whole = (left[-size:], word, ""), size == WIDEST or len(left) - size in {0, *borders}
                    found[key] = found.get(key, False) or whole
                for size in range(1, min(WIDEST, len(right)) + 1):
                    key, whole = ("", word, right[:size]), size == WIDEST or after + size in borders
                    found[key] = found.get(key, False) or whole
        shared = Counter((left, right) for left, _, right in found)
        return {key: math.log(len(self.phrases) / shared[key[0], key[2]]) if whole else 0.0 for key, whole in found.items()}

    def subjects(self) -> dict[str, tuple[float, list[str]]]:
        """Each topic with its worth, the logarithm of how few words share it, and those words."""
        found: dict[str, list[str]] = defaultdict(list)
        for word, topics in self.topics.items():
            for topic in topics:
                found[topic].append(word)
        return {topic: (math.log(len(self.topics) / len(words)), words) for topic, words in found.items()}
