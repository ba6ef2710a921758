"""Write cqclean/text/traditional.txt: the traditional characters, a line, and the simplified character for each, a line.

And rules/data/simplified.txt: the characters of simplified script alone, those that traditional text writes otherwise by themselves.

Taken from OpenCC (Apache-2.0), a character at a time: the folded copy must keep its length. Run it after an update of OpenCC.
"""

from pathlib import Path

from opencc import OpenCC

TARGET = Path(__file__).resolve().parents[1] / "cqclean/text/traditional.txt"
SIMPLIFIED = Path(__file__).resolve().parents[1] / "rules/data/simplified.txt"
HAN = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00))


def main() -> None:
    convert = OpenCC("t2s").convert
    pairs = [(char, convert(char)) for char in map(chr, HAN)]
    pairs = [(char, new) for char, new in pairs if new != char and len(new) == 1 and ord(new) < 0x10000]
    TARGET.write_text("".join(char for char, _ in pairs) + "\n" + "".join(new for _, new in pairs) + "\n", encoding="utf-8")
    traditional = {char for char, _ in pairs}
    back = OpenCC("s2t").convert
    alone = [char for char in map(chr, HAN) if char not in traditional and len(back(char)) == 1 and back(char) != char]
    SIMPLIFIED.write_text("".join(alone) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
