"""Write rules/data/sounds.txt: how are the words that filters look for written with another character of the same sound?

A paragraph for each topic of scripts/dodged-words.txt: first the words that show it, then a line for each word with the forms in which
one of its characters gave way to a homophone that an input method would offer. Forms that are words, or whose characters meet in honest
text by the counts of masks.bin, are left out.
Run: python scripts/build_sounds.py
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cqclean.find import spelled, words  # noqa: E402
from cqclean.find.masks.lexicon import lexicon  # noqa: E402

OFFERED = 16  # homophones of a character that are tried, the commonest first
SEVERAL = frozenset("行重长乐都还调传弹藏朝差率降参强切会便得角校和薄血色")  # characters with a second reading in common use
WEIGHED = frozenset("嘴罪醉蕞")  # written for 最: find/fits weighs them by what follows, a rule has the last
MET = 12.0  # occurrences there of a pair in a longer form
RAREST = 12.0  # occurrences of a character in the texts that masks.bin counts


def main() -> None:
    text = (ROOT / "scripts/dodged-words.txt").read_text(encoding="utf-8")
    *paragraphs, honest = text.split("\n\n")[1:]
    topics = [paragraph.partition("|") for paragraph in paragraphs]
    hidden = {word for words_, _, _ in topics for word in words_.split()}
    others = hidden | set(honest.split())
    meant = defaultdict(list)
    for word in sorted(hidden):
        for form in _forms(word):
            meant[form].append(word)
    parts = [_topic(words_.split(), shown.split(), meant, others) for words_, _, shown in topics]
    (ROOT / "rules/data/sounds.txt").write_text("\n".join(parts), encoding="utf-8")


def _topic(hidden: list[str], shown: list[str], meant: dict[str, list[str]], others: set[str]) -> str:
    rows = {word: [form for form in _forms(word) if meant[form] == [word] and form not in others] for word in hidden}
    lines = (f"{word} {' '.join(forms)}" for word, forms in rows.items() if forms)
    return "\n".join([" ".join(hidden + shown), *lines]) + "\n"


def _forms(word: str) -> Iterator[str]:
    for at, char in enumerate(word):
        for other in _homophones(char):
            form = word[:at] + other + word[at + 1 :]
            if other not in WEIGHED and not _is_honest(form, at):
                yield form


def _homophones(char: str) -> list[str]:
    known = [*spelled.readings().items(), *(spelled.others().items() if char in SEVERAL else ())]
    sounds = [sound for sound, chars in known if char in chars and sound == spelled.plain(sound)]
    others = {other for sound in sounds for other in spelled.readings()[sound]} - {char}
    common = sorted(sorted(others), key=lambda other: -lexicon().single(other))
    return [other for other in common if lexicon().single(other) >= RAREST][:OFFERED]


def _is_honest(form: str, at: int) -> bool:
    """Whether a form is a word, or holds one that its other character makes."""
    if form in words.costs() or lexicon().frequency(form):
        return True
    pieces = [form[a:b] for a in range(at + 1) for b in range(at + 1, len(form) + 1) if b - a > 1]
    met = [lexicon().pair(piece) for piece in pieces if len(piece) == 2]
    known = any(piece in words.costs() or lexicon().frequency(piece) for piece in pieces)
    return known or any(count > (0 if len(form) == 2 else MET) for count in met)


if __name__ == "__main__":
    main()
