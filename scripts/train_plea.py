"""Learn how the sentences and clauses read that were put into texts to advertise, and write rules/data/plea_model.json.

    python scripts/train_plea.py [--good FILE.jsonl ...] [--without NAME ...]

Needs the extra "train". Adverts, what stands beside them and near-misses come from tests/data/sentences (contact_* and the contacts of
fresh and written) and from the examples of rules; --good adds good texts, {"text"}, of which each sentence stays. --without leaves out the
rows whose id begins with a name, and prints how their sentences fare instead of writing anything: the honest figure.

Two logistic regressions: over the characters of runs of clauses, and over how a run stands among the clauses of its sentence. For the
second, each run is summed up by weights that did not see its sentence.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from cqclean.find import plea
from cqclean.find.bracketed import BRACKETS
from cqclean.find.clause import END, parted
from cqclean.find.foreign import shared
from cqclean.ruleset.files import names
from cqclean.ruleset.frozen import tables
from cqclean.text.document import Document
from cqclean.text.edits import Span

ROOT = Path(__file__).resolve().parents[1]
SENTENCES, MODEL = ROOT / "tests/data/sentences", ROOT / "rules/data/plea_model.json"
LEAST_OFTEN, LEAST_WEIGHT = 4, 0.05  # of a trait that is kept
GOOD = 0.5  # weight of a sentence of a good text
STRENGTH = 30.0  # how freely the weights of traits may grow
FOLDS = 4
PLANTED, LONGEST_PLANTED = 0.25, 40  # share of adverts that are put among clauses, too; code points of one
KINDS = ("contact", "advert")  # of rules whose examples are learned from
LONGEST_LINE = 1500  # code points of a line that are read
_BRACKETED = re.compile("|".join(rf"\{opening}[^\{opening}\{closing}\n]{{4,60}}\{closing}" for opening, closing in BRACKETS.items()))
Run = tuple[int, int]


class Sentence(NamedTuple):
    """A sentence or bracket: its line, its clauses, what is weighed of each run of them, and the run that advertises, if any."""

    source: str
    text: str
    line: Span
    clauses: list[Span]
    traits: dict[Run, frozenset[str]]
    gone: Run | None


def sentences(text: str, gone: Span, source: str) -> Iterator[Sentence]:
    """The sentences and brackets of a text; gone: the part that advertises. Those of which it takes a part of a clause are left out."""
    document = Document(text, "text")
    folded = document.folded.text
    for line in document.folded_lines:
        span = line.start, min(line.end, line.start + LONGEST_LINE)
        brackets = [match.span() for match in _BRACKETED.finditer(folded, *span)]
        for whole, within in chain(((part, None) for part in _sentences(folded, span)), ((part, part) for part in brackets)):
            clauses = [whole] if within else parted(folded, whole, (whole[0], whole[0]))
            inside = [_inside(document, clause, gone) for clause in clauses]
            if len(clauses) <= plea.MOST and None not in inside and len(folded[slice(*whole)].strip()) > 3:
                taken = [at for at, value in enumerate(inside) if value]
                runs = {run: _traits(folded, span, (clauses[run[0]][0], clauses[run[1]][1])) for run in plea.runs(clauses)}
                yield Sentence(source, folded, span, clauses, runs, (taken[0], taken[-1]) if taken else None)


def _traits(folded: str, line: Span, part: Span) -> frozenset[str]:
    return plea.traits(folded[slice(*part)].strip(plea.AROUND), min(plea.MANY, shared(folded, line, part)))


def _inside(document: Document, clause: Span, gone: Span) -> bool | None:
    """Whether a clause is a part of what goes; None if only a part of it is."""
    start, end = document.folded.span(*clause)
    both = min(end, gone[1]) - max(start, gone[0])
    if both <= 0:
        return False
    return True if both >= len(document.text[start:end].strip(plea.SIGNS + "，。；！？")) else None


def _sentences(text: str, line: Span) -> Iterator[Span]:
    at = line[0]
    for stop in [*(match.end() for match in END.finditer(text, *line)), line[1]]:
        if text[at:stop].strip():
            yield at, stop
        at = stop


def taken(text: str, clean: str) -> Span:
    """The part of a text that its clean form lacks."""
    start = next((at for at, (one, other) in enumerate(zip(text, clean, strict=False)) if one != other), min(len(text), len(clean)))
    most = len(clean) - start
    behind = next((at for at in range(most) if text[-1 - at] != clean[-1 - at]), most)
    return start, len(text) - behind


def rows() -> Iterator[tuple[str, Span, str]]:
    """Every text, the part of it that advertises, and the id of its row."""
    for path in sorted(SENTENCES.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if path.name.startswith("contact_"):
                start, end = row["span"] if row["action"] == "delete" else (0, 0)
                yield row["text"], (start, end), row["id"]
            elif row.get("group") == "contact":
                yield row["text"], taken(row["text"], row["clean"]), row["id"]


def labelled() -> Iterator[Sentence]:
    for text, gone, source in rows():
        yield from sentences(text, gone, source)

    for name in names():
        for rule in tables(name).get("rule", ()):
            for before, after in rule["examples"].items() if rule.get("kind", name) in KINDS else ():
                yield from sentences(before, taken(before, after), "example")


def planted() -> Iterator[Sentence]:
    """Adverts put between the clauses of other texts' sentences: few were written there."""
    texts = list(rows())
    hosts = [
        host
        for text, (start, end), _ in texts
        for host in re.findall("[^。！？]+[。！？]", text[:start] + "\n" + text[end:])
        if "，" in host
    ]
    choice = random.Random(4)
    for text, (start, end), source in texts:
        advert, host = text[start:end].strip(plea.SIGNS + "，。；！？（）()【】\n "), choice.choice(hosts)
        at = choice.choice([match.start() for match in re.finditer("，", host)])
        if 6 <= len(advert) <= LONGEST_PLANTED and not re.search("[。！？\n]", advert) and choice.random() < PLANTED:
            yield from sentences(f"{host[:at]}，{advert}{host[at:]}", (at, at + 1 + len(advert)), source)


def good(paths: list[Path]) -> Iterator[Sentence]:
    for path in paths:
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            yield from sentences(row["text"], (0, 0), "good")


def pieces(found: list[Sentence]) -> Iterator[tuple[frozenset[str], bool, float]]:
    """What the first regression learns from: clauses, what goes, whole sentences that stay; traits, whether it advertises, weight."""
    for sentence in found:
        end = len(sentence.clauses) - 1
        for (first, last), traits in sentence.traits.items():
            weight = GOOD if sentence.source == "good" else 1.0
            if sentence.gone is None:
                if first == last or (first, last) == (0, end):
                    yield traits, False, weight
            elif sentence.gone[0] <= first and last <= sentence.gone[1]:
                if first == last or (first, last) == sentence.gone:
                    yield traits, True, weight
            elif first == last:
                yield traits, False, weight


def learn(found: list[Sentence]) -> tuple[dict[str, float], float]:
    """The weight of each trait, and the bias."""
    often = Counter(trait for sentence in found if sentence.source != "good" for trait in frozenset().union(*sentence.traits.values()))
    number = {name: at for at, name in enumerate(sorted(trait for trait, count in often.items() if count >= LEAST_OFTEN))}
    rows, labels, weights = [], [], []
    for traits, advertises, weight in pieces(found):
        rows.append([number[trait] for trait in traits if trait in number])
        labels.append(advertises)
        weights.append(weight)
    ends = np.cumsum([0, *map(len, rows)])
    table = sparse.csr_matrix((np.ones(ends[-1]), list(chain.from_iterable(rows)), ends), shape=(len(rows), len(number)))
    fit = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear").fit(normalize(table), labels, sample_weight=weights)
    kept = {name: round(float(fit.coef_[0][at]), 2) for name, at in number.items() if abs(fit.coef_[0][at]) >= LEAST_WEIGHT}
    return kept, round(float(fit.intercept_[0]), 2)


def among(sentence: Sentence, weights: dict[str, float], bias: float) -> dict[Run, dict[str, float]]:
    """How each run stands among the clauses of its sentence."""
    alone = {run: plea.total(weights, bias, traits) for run, traits in sentence.traits.items()}
    return {run: plea.beside(sentence.text, sentence.line, sentence.clauses, alone, run) for run in alone}


def settle(found: list[Sentence]) -> dict[str, float]:
    """The weights of how a run stands among its clauses, learned on sentences that the sums did not see."""
    choice = random.Random(2)
    fold = [choice.randrange(FOLDS) for _ in found]
    rows, labels, shares = [], [], []
    for number in range(FOLDS):
        weights, bias = learn([sentence for sentence, own in zip(found, fold, strict=True) if own != number])
        for sentence, own in zip(found, fold, strict=True):
            for run, values in among(sentence, weights, bias).items() if own == number else ():
                rows.append(values)
                labels.append(run == sentence.gone)
                shares.append(GOOD if sentence.source == "good" else 1.0)
    names = list(rows[0])
    fit = LogisticRegression(C=1.0, max_iter=3000).fit([[row[name] for name in names] for row in rows], labels, sample_weight=shares)
    return {"bias": round(float(fit.intercept_[0]), 3)} | {
        name: round(float(value), 3) for name, value in zip(names, fit.coef_[0], strict=True)
    }


def report(weights: dict[str, float], bias: float, beside: dict[str, float], held: list[Sentence]) -> None:
    outcomes: dict[float, Counter[str]] = {least: Counter() for least in (-1.0, -0.5, 0.0, 0.5, 1.0, 2.0)}
    for sentence in held:
        sums = {
            run: beside["bias"] + sum(beside[name] * value for name, value in values.items())
            for run, values in among(sentence, weights, bias).items()
        }
        run = max(sums, key=sums.__getitem__)
        for least, counts in outcomes.items():
            told = run if sums[run] >= least else None
            kind = "advert" if sentence.gone else "other"
            counts[f"{kind} {'right' if told == sentence.gone else 'missed' if told is None else 'wrong'}"] += 1
    for least, counts in outcomes.items():
        print(f"from {least}: {dict(sorted(counts.items()))}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn how clauses that advertise read.")
    parser.add_argument("--good", type=Path, nargs="*", default=[])
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--write", action="store_true", help="write the weights although something is left out")
    options = parser.parse_args()
    left_out = tuple(options.without)
    everything = [*labelled(), *planted(), *good(options.good)]
    found = [sentence for sentence in everything if not (left_out and sentence.source.startswith(left_out))]
    (weights, bias), beside = learn(found), settle(found)
    if left_out:
        report(weights, bias, beside, [sentence for sentence in everything if sentence.source.startswith(left_out)])
    if options.write or not left_out:
        content = {"bias": bias, "beside": beside, "weights": weights}
        MODEL.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
