"""Write rules/data/martian.txt: which rare characters are written for common ones in "Martian" script?

Taken from the table of npm's cnchar-trad (MIT). A line for each pair, written and meant. Left out: characters of traditional script,
those that words.txt has in a word of some use, those that masks.bin counts more than a few times, and those that stand for several.
Run: python scripts/build_martian.py CNCHAR_TRAD_MIN_JS
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cqclean.find.masks.lexicon import lexicon  # noqa: E402
from cqclean.find.words import commonness  # noqa: E402
from cqclean.ruleset.frozen import tables  # noqa: E402
from cqclean.text.fold import table  # noqa: E402

COMMON = 150  # cost of the commonest word with a character, up to which it has a life of its own
SEEN = 20.0  # occurrences of a character in the texts that masks.bin counts
CLEAR = 6  # how much commoner than the others the character must be that one stands for


def main(source: Path) -> None:
    simple, spark = re.findall(r'"simple":"([^"]+)","spark":"([^"]+)"', source.read_text(encoding="utf-8"))[0]
    meant = defaultdict(set)
    for char, written in zip(simple, spark, strict=True):
        meant[written].add(char)
    raw = tables("variant")["swaps"]
    known = {pair[0] for pair in (*raw["always"], *raw["words"], *raw["leftover"])} | set(raw["sung"])
    pairs = {
        written: _clear(chars)
        for written, chars in sorted(meant.items())
        if "\u4e00" <= written <= "\u9fff" and written not in known and written not in chars and _is_rare(written)
    }
    lines = [f"{written} {char}" for written, char in pairs.items() if char]
    (ROOT / "rules/data/martian.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _clear(chars: set[str]) -> str:
    """The one character of several that is by far the commonest; "" where none is."""
    first, second = (sorted(map(lexicon().single, chars), reverse=True) + [0.0])[:2]
    return max(chars, key=lexicon().single) if first > CLEAR * second else ""


def _is_rare(char: str) -> bool:
    return char not in table() and commonness(char) > COMMON and lexicon().single(char) < SEEN


if __name__ == "__main__":
    main(Path(sys.argv[1]))
