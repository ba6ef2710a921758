"""Fit the weights by which cqclean/find/verdict.py tells adverts of plain text; write rules/pitch.toml and rules/data/pitch_wording.json.

    python scripts/train_pitches.py [--good FILE.jsonl ...] [--part PART ...]

Needs numpy. Adverts and near-misses come from tests/data/markdown_adverts.txt and markdown_kept.txt (the parts named; never "held-out"),
further near-misses from tests/data/sentences and from the examples of all rules that must stay. --good adds good texts,
{"text", "markdown"}, of which each block is a near-miss.

Two steps, both logistic regressions. (1) Marks: each weight is drawn to what one would guess of it (GUESS), and a mark for adverts can't
speak against them, nor the other way round. (2) Marks and wording together, from where (1) ended; wording is drawn to nothing. A block
below a heading that makes it the author's own is left out: it is kept for that reason, not for its words.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from cqclean.find import owned, pitch, verdict
from cqclean.ruleset.files import names
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.pattern import pattern
from cqclean.text import passages
from cqclean.text.document import Document

ROOT = Path(__file__).resolve().parents[1]
DATA, RULES = ROOT / "tests/data", ROOT / "rules"
MARKS = verdict.marks()
OPTIONS = {
    "rest": -1.5,
    "heading": -1.3,
    "row": -2.0,
    "step": -1.0,
    "long": -1.3,
    "table": -1.5,
    "list": -1.0,
    "two": 0.5,
    "three": 0.5,
    "pure": 0.7,
}  # their guesses
GUESS = {"rights": 3.0, "source": 3.0, "site": 3.2, "share": 2.2, "contact": 1.5, "follow": 1.5, "offer": 1.5, "": 0.4}
STRONG = {"fraud": -6.0, "clause or chapter": -6.0, "label alone": -8.0}  # what no advert shows
AGAINST = -1.5
LITERALS = re.compile("|".join(re.escape(word) for word in tables("pitch")["pitch"]["when"]))  # without one, no look
SILENT = 0.2  # what a block without any mark for a family counts for: it stays whatever its sum
SPREAD = 3.0  # what a gram counts for beside a mark
Block = tuple[str, str, bool]  # folded words, kind of block, whether it is the author's own


def blocks(text: str, kind: str) -> Iterator[Block]:
    """The blocks, and groups of blocks, of a text that a verdict would be asked on."""
    document = Document(text, "markdown" if kind == "markdown" else "text")
    seen: set[tuple[int, int]] = set()
    for at, line in enumerate(document.lines):
        if text[line.start : line.end].strip() and not (kind == "markdown" and passages.is_code(document, at)):
            for first, last in pitch.readings(document, at):
                if (first, last) not in seen:
                    seen.add((first, last))
                    yield from _block(document, first, last, kind)


def _block(document: Document, first: int, last: int, kind: str) -> Iterator[Block]:
    if kind != "markdown":
        line = document.folded_lines[first]
        words, place, own = document.folded.text[line.start : line.end].strip(), "", False
    else:
        said = pitch.said_in(document, first, last)
        words, place = pitch.words_of(document, first, last, said), place_of(document, first, last)
        own = owned.is_own(document, first, said, verdict.weigh(words, place))
    if len(words) <= tables("pitch")["pitch"]["longest"] and re.search("[\u4e00-\u9fff]|⟦", words) and not re.search("`|---", words):
        yield words, place, own


def place_of(document: Document, first: int, last: int) -> str:
    """The option for the kind of block, or group of blocks, that a line of Markdown begins."""
    line, group = document.lines[first], (first, last) != passages.around(document, first)
    if passages.is_row(document, first):
        return "table" if group else "row"
    if group:
        return "list"
    if passages.is_heading(document, first):
        return "heading"
    return "step" if re.match(r"[ \t>]*\d{1,3}[.)][ \t]", document.text[line.start : line.end]) else ""


def near_misses(parts: list[str], good: list[Path]) -> Iterator[tuple[Block, float]]:
    for text in _parts("markdown_kept.txt", parts):
        yield from ((block, 3.0) for block in blocks(text, "markdown"))
    for path in sorted((DATA / "sentences").glob("*_dev.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if "keep" in path.name or row.get("mask") is False:
                yield from ((block, 2.0) for block in blocks(row.get("text") or row["context"], "text"))
    for name in names():
        for rule in tables(name).get("rule", ()):
            for before, after in rule["examples"].items():
                yield from ((block, 1.0) for block in blocks(before, "text") if before == after)
    for path in good:
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            found = blocks(row["text"], "markdown" if row["markdown"] else "text")
            yield from ((block, 1.0) for block in found if LITERALS.search(block[0]))


def _parts(name: str, wanted: list[str]) -> Iterator[str]:
    part = ""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        part = line[4:] if line.startswith("=== ") else part
        if line and not line.startswith("=== ") and part in wanted:
            yield line.replace("⏎", "\n")


def features(words: str, place: str) -> list[float]:
    """One number a mark, then one an option, as verdict.weigh adds them up."""
    openly = verdict.said_openly(words)
    found = {mark: [match.span() for match in pattern(mark.match, "pitch").finditer(openly)] for mark in MARKS}
    shown = {mark: spans for mark, spans in found.items() if spans}
    speaking = {mark: spans for mark, spans in shown.items() if mark.family or mark.weight >= 0}
    rest = verdict.unexplained(openly, speaking)
    calls = sum(bool(mark.family) for mark in speaking)
    options = {
        "rest": rest / 10,
        "long": max(0, len(words) - verdict.FREE_LENGTH) / 40,
        "two": calls > 1,
        "three": calls > 2,
        "pure": calls > 0 and not rest and len(speaking) == len(shown),
        place: 1,
    }
    return [float(mark in shown) for mark in MARKS] + [float(options.get(name, 0)) for name in OPTIONS]


def descend(inputs: Any, wanted: Any, weight: Any, start: Any, guess: Any, pull: float, sign: Any, steps: int) -> tuple[Any, float]:
    """Logistic regression by Adam; sign: the weights that must not be below (1) or above (-1) zero."""
    beta, bias, share = start.copy(), -3.0, weight / weight.sum()
    mean, square = np.zeros(len(beta) + 1), np.zeros(len(beta) + 1)
    for step in range(1, steps + 1):
        error = share * (1 / (1 + np.exp(-(inputs @ beta + bias))) - wanted)
        slope = np.append(inputs.T @ error + pull * (beta - guess) / len(wanted), error.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        change = 0.03 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        beta, bias = beta - change[:-1], bias - change[-1]
        beta = np.where(beta * sign < 0, 0, beta)
    return beta, bias


def wording(texts: list[str], wanted: Any) -> tuple[list[str], Any]:
    """The grams worth a weight, and how much each text shows of each."""
    sets = [verdict.grams(verdict.said_openly(words)) for words in texts]
    often = Counter(gram for grams in sets for gram in grams)
    speaks = Counter(gram for grams, advert in zip(sets, wanted, strict=True) if advert for gram in grams)
    known = sorted(gram for gram in often if often[gram] >= 3 and speaks[gram] >= 2)
    column = {gram: n for n, gram in enumerate(known)}
    shown = np.zeros((len(texts), len(known)), np.float32)
    for row, grams in enumerate(sets):
        shown[row, [column[gram] for gram in grams if gram in column]] = 1
    return known, SPREAD * shown / np.sqrt(np.maximum(1, shown.sum(1, keepdims=True)))


def write(beta: Any, bias: float, grams: dict[str, float]) -> None:
    source = (RULES / "pitch.toml").read_text(encoding="utf-8")
    for mark, weight in zip(MARKS, beta, strict=False):
        pattern = rf'(name = "{re.escape(mark.name)}"\n(?:family = .*\n)?)weight = \S+'
        source = re.sub(pattern, rf"\g<1>weight = {weight:.1f}", source).replace("weight = -0.0", "weight = 0.0")
    for name, weight in (*zip(OPTIONS, beta[len(MARKS) :], strict=True), ("bias", bias)):
        source = re.sub(rf"^{name} = \S+", f"{name} = {weight:.1f}", source, flags=re.MULTILINE)
    (RULES / "pitch.toml").write_text(source, encoding="utf-8")
    content = {"grams": {gram: round(weight, 2) for gram, weight in grams.items()}}
    (RULES / "data/pitch_wording.json").write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--good", type=Path, nargs="*", default=[])
    parser.add_argument("--part", nargs="*", default=["dev", "fresh"])
    asked = parser.parse_args()
    rows = [(block, 1.0, 1) for text in _parts("markdown_adverts.txt", asked.part) for block in list(blocks(text, "markdown"))[:1]]
    rows += [(block, weight, 0) for block, weight in near_misses(asked.part, asked.good) if not block[2]]
    texts, wanted = [words for (words, _, _), _, _ in rows], np.array([advert for _, _, advert in rows])
    marked = np.array([features(words, place) for (words, place, _), _, _ in rows])
    calls = marked[:, [bool(mark.family) for mark in MARKS] + [False] * len(OPTIONS)].any(axis=1)
    weight = np.array([weight for _, weight, _ in rows]) * np.where(calls, 1, SILENT)
    guess = [GUESS[mark.family] if _for(mark) else STRONG.get(mark.name, AGAINST) for mark in MARKS]
    start = np.array([*guess, *OPTIONS.values()])
    sign = np.array([*(1 if _for(mark) else -1 for mark in MARKS), *np.sign(list(OPTIONS.values()))])
    beta, bias = descend(marked, wanted, weight, start, start, 0.3, sign, 1500)
    grams, shown = wording(texts, wanted)
    both, start = np.hstack([marked.astype(np.float32), shown]), np.append(beta, np.zeros(len(grams))).astype(np.float32)
    beta, bias = descend(both, wanted, weight, start, start, 1.0, np.append(sign, np.zeros(len(grams))), 250)
    parted = len(guess) + len(OPTIONS)
    write(beta[:parted], bias, {gram: SPREAD * added for gram, added in zip(grams, beta[parted:], strict=True)})
    sums = both @ beta + bias
    for limit in (0, 0.5, 1, 2):
        counts = [int((sums[wanted == advert] > limit).sum()) for advert in (1, 0)]
        print(f"above {limit}: {counts[0]} of {wanted.sum()} adverts, {counts[1]} of {(wanted == 0).sum()} others", file=sys.stderr)


def _for(mark: verdict.Mark) -> bool:
    """Whether a mark speaks for an advert: those of a family, and the tones."""
    return bool(mark.family) or mark.name in ("imploring end", "ornament", "framed", "you", "please")


if __name__ == "__main__":
    main()
