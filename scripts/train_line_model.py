"""Train the line model of cqclean/find/structure/score.py from labelled pages and write rules/data/line_model.json.

    python scripts/train_line_model.py FOLDER [FOLDER...] [--average OTHER.json] [--out rules/data/line_model.json]

Needs the extra `train` (numpy, scikit-learn, lightgbm). A folder holds any of

    pages*.jsonl, texts*.jsonl   {"id", "site", "raw", "labels": [[line, "keep" | "drop" | "either", kind], ...]}
    own*.jsonl                   the same, pages written for the purpose, as tests/pages/written are: they count less than real ones
    clean*.jsonl                 {"id", "domain", "text"}: good texts, all of it article
    *.page                       one page a file, `x|line`, x = k keep, e either, any other letter furniture

Three steps. (1) A logistic regression on character n-grams says how much one line alone looks like furniture. (2) Boosted trees look at
the line's surroundings. (3) A second set of trees looks again, with the first set's opinion of the neighbours. Each step learns from
what the step before says of sites it has not seen. Most pages of (2) and (3) are composed: bodies of every kind in the furniture of
several sites, so that neither a site's habits nor one kind of body can be learned by heart.

The model that cqclean ships learned from the labelled pages, tests/pages/written (but for h1-* and h2-*) and, as `own`, some 320 pages of
real sites' furniture around retold articles, which were not kept: on such pages that it had not seen it left a tenth less and lost a
third less than the mean of two older models, which knew less furniture; on real pages no rule had seen .948 against .943, with half the
trees. `--average` makes such a mean. Counted as real pages, the 320 outweighed those that are (.930 on real pages).
"""

import argparse
import functools
import json
import pathlib
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from typing import NamedTuple

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from cqclean.find.structure import alone, features  # noqa: E402
from cqclean.text.fold import fold as folded  # noqa: E402

FOLDS = 6
UNKNOWN, KEEP, JUNK = -1, 0, 1
LETTERS = {
    "n": "nav",
    "m": "meta",
    "s": "share",
    "r": "related",
    "h": "headline",
    "a": "ad",
    "c": "copyright",
    "t": "contact",
    "o": "comment",
}
SITES_OF_A_GRAM = 3
LONGEST_BODY = 80
DOMAIN_FOLD = {
    "tech-docs": 0,
    "encyclopedic (algorithms wiki)": 1,
    "classic novel": 2,
    "reference": 2,
    "law": 3,
    "blog": 3,
    "news": 4,
    "web article (hand-cleaned)": 5,
}


@functools.cache
def normal(line):
    return alone.normal(folded(line).text).strip()


class Page(NamedTuple):
    id: str
    group: str
    fold: int
    lines: list[str]
    labels: list[int]
    kinds: list[str]
    source: str  # page | window | text | doc | own | composed


def domain(site):
    parts = site.lower().split(".")
    return ".".join(
        parts[-3:] if len(parts) > 2 and parts[-2] in ("com", "net", "org", "gov", "edu") and len(parts[-1]) == 2 else parts[-2:]
    )


def fold_of(group):
    return zlib.crc32(group.encode()) % FOLDS


def labelled(row, source):
    lines = row["raw"].split("\n")
    named = {n: (label, kind) for n, label, kind in row["labels"]}
    kept = [i for i, line in enumerate(lines, 1) if line.strip()]
    labels = [{"keep": KEEP, "drop": JUNK}.get(named.get(i, ("", ""))[0], UNKNOWN) for i in kept]
    kinds = [named.get(i, ("", ""))[1] for i in kept]
    labels = [UNKNOWN if kind == "comment" else label for label, kind in zip(labels, kinds, strict=False)]
    group = domain(row["site"]) if source in ("page", "window") else f"{source}/{row['site']}"
    return Page(row["id"], group, fold_of(group), [lines[i - 1] for i in kept], labels, kinds, source)


def written(path):
    rows = [line.split("|", 1) for line in path.read_text(encoding="utf-8").split("\n") if line[1:2] == "|"]
    rows = [(letter.strip(), line.replace("⟪", "").replace("⟫", "")) for letter, line in rows if line.strip()]
    labels = [KEEP if letter == "k" else UNKNOWN if letter in ("e", "o") or letter not in LETTERS else JUNK for letter, _ in rows]
    name = f"own/{path.parent.name}/{path.stem}"
    return Page(name, name, fold_of(name), [line for _, line in rows], labels, [LETTERS.get(letter, "body") for letter, _ in rows], "own")


def good(row):
    lines = [line for line in row["text"].split("\n") if line.strip()]
    return Page(
        row["id"], row.get("repo", row["id"]), DOMAIN_FOLD.get(row["domain"], 0), lines, [KEEP] * len(lines), ["body"] * len(lines), "doc"
    )


def read(folders, skip=frozenset()):
    pages = []
    for folder in map(pathlib.Path, folders):
        for path in sorted(folder.glob("*.jsonl")):
            rows = [json.loads(line) for line in path.open(encoding="utf-8")]
            for stem, source in (("pages_window", "window"), ("pages", "page"), ("own", "own"), ("texts", "text"), ("clean", "doc")):
                if path.stem.startswith(stem):
                    pages += [good(row) if source == "doc" else labelled(row, source) for row in rows]
                    break
        pages += [written(path) for path in sorted(folder.glob("*.page")) if path.name not in skip and str(path) not in skip]
    return pages


# --- step 1: n-grams -----------------------------------------------------------------------------------------------------------


def line_sample(pages, rng):
    """(normal line, label, group, weight): every distinct line once a group and label; long documents thinned out."""
    by_group, own = defaultdict(set), set()
    for page in pages:
        if page.source == "window":
            continue
        if page.source == "own":
            own |= {(page.group, KEEP), (page.group, JUNK)}
        for line, label, kind in zip(page.lines, page.labels, page.kinds, strict=False):
            if label != UNKNOWN:
                by_group[page.group, label].add((normal(line), kind == "headline"))
                if page.source == "doc":
                    by_group[page.group, label].add((normal(plain(line)), False))
    rows = []
    for (group, label), lines in sorted(by_group.items()):
        lines = sorted(lines)
        lines = rng.sample(lines, min(len(lines), 600))
        weight = len(lines) ** -0.5
        weight *= OWN_WEIGHT if (group, label) in own else 1
        rows += [(text, label, group, weight * (HEADLINE_WEIGHT if headline else 1)) for text, headline in lines if text]
    total = {label: sum(row[3] for row in rows if row[1] == label) for label in (KEEP, JUNK)}
    return [(text, label, group, weight / total[label] * len(rows) / 2) for text, label, group, weight in rows]


OWN_WEIGHT = 0.4  # pages written for the purpose have more even wording than real ones
HEADLINE_WEIGHT = 0.3  # another story's headline reads like a title: its words are weak evidence


def vocabulary(rows):
    groups = defaultdict(set)
    for text, _, group, _ in rows:
        for gram in set(alone.grams(text)):
            groups[gram].add(group)
    return {gram: i for i, gram in enumerate(sorted(g for g, seen in groups.items() if len(seen) >= SITES_OF_A_GRAM))}


def matrix(texts, vocab):
    data, columns, starts = [], [], [0]
    for text in texts:
        found = Counter(gram for gram in alone.grams(text) if gram in vocab)
        scale = len(alone.ends(text)) ** -0.5
        data += [count * scale for count in found.values()]
        columns += map(vocab.__getitem__, found)
        starts.append(len(columns))
    return csr_matrix((data, columns, starts), shape=(len(texts), len(vocab)))


def gram_model(pages, rng, strength=3.0, most=14000):
    """Weights by gram and the bias; the grams that carry least are left out and the rest fitted again."""
    rows = line_sample(pages, rng)
    vocab = vocabulary(rows)
    y, w = np.array([row[1] for row in rows]), np.array([row[3] for row in rows])
    for last in (False, True):
        model = LogisticRegression(C=strength, max_iter=300)
        x = matrix([row[0] for row in rows], vocab)
        model.fit(x, y, sample_weight=w)
        if last:
            break
        weight = np.abs(model.coef_[0]) * np.sqrt(np.asarray((x > 0).sum(axis=0)).ravel())
        best = np.argsort(-weight)[:most]
        grams = sorted(gram for gram, i in vocab.items() if i in set(best.tolist()))
        vocab = {gram: i for i, gram in enumerate(grams)}
    weights = {gram: round(float(model.coef_[0][i]), 2) for gram, i in vocab.items()}
    return {gram: weight for gram, weight in weights.items() if weight}, round(float(model.intercept_[0]), 2)


# --- composed pages --------------------------------------------------------------------------------------------------------------

ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.、)]|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳])\s*\S")


def plain(line):
    line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
    return re.sub(r"^\s*(?:#{1,6}|>)\s*|\*\*|`|\{#[\w-]+\}", "", line).rstrip()


def bodies(page):
    """Bodies of different kinds that a page's kept lines give."""
    kept = [line for line, label in zip(page.lines, page.labels, strict=False) if label == KEEP]
    code, prose, fenced = [], [], False
    for line in kept:
        if line.lstrip().startswith("```"):
            fenced = not fenced
        else:
            (code if fenced else prose).append(line if fenced else plain(line))
    prose = [line for line in prose if line.strip()]
    ways = [kept, prose, [x for x in prose if ITEM.match(x)], [x for x in prose if len(x) < 16], [x for x in prose if 8 < len(x) < 30]]
    ways += [[x for x in prose if not re.search(r"[。！？；.!?]$", x)], code]
    yield from (lines for lines in ways if len(lines) >= 3)
    yield from ([line] for line in prose if len(line) > 60)


def furniture(page):
    """The runs of furniture of a page: above the first kept line, inside, below the last one; and its title."""
    kept = [i for i, label in enumerate(page.labels) if label == KEEP]
    if not kept:
        return [], [], [], None
    junk = [(line, kind) if label == JUNK else None for line, label, kind in zip(page.lines, page.labels, page.kinds, strict=False)]
    head, tail = [x for x in junk[: kept[0]] if x], [x for x in junk[kept[-1] + 1 :] if x]
    inside = [x for x in junk[kept[0] : kept[0] + 12] if x and x[1] in ("meta", "share", "nav")]
    return head, inside, tail, page.lines[kept[0]]


class Pool(NamedTuple):
    heads: list
    insides: list
    tails: list
    titles: list
    bodies: list  # lists of bodies, one list a document


def pool(pages):
    parts = [furniture(page) for page in pages if page.source in ("page", "own")]
    documents = [list(bodies(page)) for page in pages if page.source != "window"]
    heads, insides, tails = ([part[k] for part in parts if part[k]] for k in range(3))
    return Pool(heads, insides, tails, [part[3] for part in parts if part[3]], [doc for doc in documents if doc])


def chunk(rng, runs, most):
    run = rng.choice(runs)
    size = min(len(run), rng.randint(1, most))
    start = rng.randrange(len(run) - size + 1)
    return run[start : start + size]


def compose(rng, p, number, fold):
    body = rng.choice(rng.choice(p.bodies))
    size = rng.choice((3, 6, 12, 25, 50, LONGEST_BODY))
    if len(body) > size:
        start = rng.choice((0, rng.randrange(len(body) - size)))
        body = body[start : start + size]
    rows = [(line, KEEP, "body") for line in body]
    way = rng.random()
    above = below = between = []
    if way > 0.25 and p.heads and p.tails:
        if rng.random() < 0.85:
            own = rng.choice(p.heads)
            above = own[-rng.choice((1, 2, 4, 8, 15, 30, 60, 150)) :]
            if rng.random() < 0.4:
                above = chunk(rng, p.heads + p.tails, 30) + above
        if rng.random() < 0.35 and p.insides:
            between = rng.choice(p.insides)
        if rng.random() < 0.85:
            below = rng.choice(p.tails)[: rng.choice((1, 2, 4, 8, 15, 30, 60, 150))]
            if rng.random() < 0.5:
                below = below + chunk(rng, p.tails, 40)
            if rng.random() < 0.25:
                at = rng.choice((0, 0, rng.randrange(len(below) + 1)))
                below = (
                    below[:at] + [(line, "headline") for line in rng.sample(p.titles, min(len(p.titles), rng.randint(3, 12)))] + below[at:]
                )
    at = 1 if len(rows) > 1 and len(rows[0][0]) < 50 else 0
    rows = [(x, JUNK, k) for x, k in above] + rows[:at] + [(x, JUNK, k) for x, k in between] + rows[at:] + [(x, JUNK, k) for x, k in below]
    lines, labels, kinds = map(list, zip(*rows, strict=False))
    return Page(f"composed-{fold}-{number}", f"composed-{fold}-{number}", fold, lines, labels, kinds, "composed")


# --- steps 2 and 3: trees ----------------------------------------------------------------------------------------------------------

TREES = {
    "objective": "binary",
    "num_leaves": 8,
    "min_data_in_leaf": 120,
    "learning_rate": 0.12,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 20.0,
    "min_sum_hessian_in_leaf": 5.0,
    "max_bin": 63,
    "num_threads": 1,
    "verbose": -1,
    "seed": 1,
}
RISING = {"grams", "score", "around_1", "around_3", "around_8", "before_2", "before_6", "after_2", "after_6"}
FALLING = {"margin"}
ROUNDS = (40, 60)
LEAN = 0.75  # log-odds added for every line: written pages make the trees milder than real pages are (best F1 at .5 to 1 on unseen ones)


def boost(x, y, w, rounds):
    monotone = [1 if name in RISING else -1 if name in FALLING else 0 for name in features.NAMES]
    return lightgbm.train(TREES | {"monotone_constraints": monotone}, lightgbm.Dataset(x, y, weight=w), num_boost_round=rounds)


def log_odds(model, x):
    return model.predict(x, raw_score=True)


class Table(NamedTuple):
    """The lines of many pages one below the other."""

    pages: list
    own: list  # per page, list of alone.Line
    bounds: np.ndarray
    y: np.ndarray
    w: np.ndarray
    fold: np.ndarray


def table(pages, weights_of):
    own, searches = [], {}
    for page in pages:
        weights, bias = weights_of(page)
        if id(weights) not in searches:
            searches[id(weights)] = alone.Search(weights, bias)
        own.append(searches[id(weights)].lines(list(map(normal, page.lines))))
    sizes = [len(page.lines) for page in pages]
    y = np.concatenate([page.labels for page in pages])
    w = np.concatenate([np.full(len(page.lines), weight_of(page)) for page in pages])
    return Table(pages, own, np.cumsum([0, *sizes]), y, w, np.repeat([page.fold for page in pages], sizes))


def weight_of(page):
    return min(1.0, 40 / len(page.lines)) * {"page": 2.0, "window": 2.0, "own": 2.0 * OWN_WEIGHT}.get(page.source, 1.0)


def stack(table, scores):
    return np.concatenate(
        [
            np.array(features.context(own, scores[a:b]), dtype=np.float32).reshape(-1, len(features.NAMES))
            for own, a, b in zip(table.own, table.bounds, table.bounds[1:], strict=False)
        ]
    )


def crossed(table, scores, rounds, folds):
    """Log-odds of every line by trees that saw no page of its fold, and the trees on all pages."""
    x = stack(table, scores)
    known = table.y != UNKNOWN
    out = np.zeros(len(table.y))
    for fold in folds:
        train = known & (table.fold != fold)
        out[table.fold == fold] = log_odds(boost(x[train], table.y[train], table.w[train], rounds), x[table.fold == fold])
    return out, boost(x[known], table.y[known], table.w[known], rounds)


def tree_data(model):
    """Nested lists: [feature, threshold, left, right] (left where the value is <= the threshold) or the value of a leaf."""

    def node(n):
        if "leaf_value" in n:
            return round(n["leaf_value"], 4)
        return [features.NAMES[n["split_feature"]], round(n["threshold"], 3), node(n["left_child"]), node(n["right_child"])]

    return [node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def prepare(pages, composed_per_fold, seed=1):
    """Composed pages, n-gram models without each fold, the n-gram model of all."""
    rng = random.Random(seed)
    made = []
    for fold in range(FOLDS):
        p = pool([page for page in pages if page.fold == fold])
        made += [compose(rng, p, number, fold) for number in range(composed_per_fold)]
    without = [gram_model([page for page in pages if page.fold != fold], random.Random(seed)) for fold in range(FOLDS)]
    return made, without


def train(pages, composed_per_fold, extra=()):
    """The model's data, and the cross-validated log-odds of every line of `pages` + composed + extra."""
    made, without = prepare(pages, composed_per_fold)
    everything = table([*pages, *made, *extra], lambda page: without[page.fold])
    if extra:  # scored, never learned from
        count = sum(len(page.lines) for page in extra)
        everything.y[len(everything.y) - count :] = UNKNOWN
    first = np.array([line.grams for own in everything.own for line in own])
    second, trees_1 = crossed(everything, first, ROUNDS[0], range(FOLDS))
    third, trees_2 = crossed(everything, second, ROUNDS[1], range(FOLDS))
    return everything, (first, second, third), (trees_1, trees_2)


def _leaning(node, by):
    """A tree with every leaf raised."""
    return [*node[:2], _leaning(node[2], by), _leaning(node[3], by)] if isinstance(node, list) else round(node + by, 4)


def averaged(one, other):
    """The mean of two models: trained on different pages they err on different lines, so that together half as many are lost."""
    grams = {gram: round((one["grams"].get(gram, 0) + other["grams"].get(gram, 0)) / 2, 2) for gram in one["grams"].keys() | other["grams"]}
    trees = {step: [_halved(tree) for model in (one, other) for tree in model[step]] for step in ("first", "second")}
    kept = {gram: weight for gram, weight in sorted(grams.items()) if weight}
    return one | trees | {"bias": round((one["bias"] + other["bias"]) / 2, 2), "grams": kept}


def _halved(tree):
    return [*tree[:2], _halved(tree[2]), _halved(tree[3])] if isinstance(tree, list) else round(tree / 2, 4)


def write(path, grams, bias, trees_1, trees_2, other=None):
    second = tree_data(trees_2)
    second[0] = _leaning(second[0], LEAN)
    data = {
        "about": "Log-odds that a line is furniture, made by scripts/train_line_model.py. Each gram was seen on three or more sites.",
        "bias": bias,
        "grams": dict(sorted(grams.items())),
        "features": list(features.NAMES),
        "first": tree_data(trees_1),
        "second": second,
    }
    data = averaged(data, json.loads(other.read_text(encoding="utf-8"))) if other else data
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "rules/data/line_model.json")
    parser.add_argument("--composed", type=int, default=400, help="composed pages a fold")
    parser.add_argument("--average", type=pathlib.Path, help="another model, with which the new one is averaged")
    parser.add_argument("--skip", type=pathlib.Path, help="file with names of *.page files to leave out, one a line")
    args = parser.parse_args()
    skip = frozenset(args.skip.read_text().split()) if args.skip else frozenset()
    pages = read(args.folders, skip)
    _, _, trees = train(pages, args.composed)
    write(args.out, *gram_model(pages, random.Random(1)), *trees, args.average)


if __name__ == "__main__":
    main()
