"""What can be measured on the lines of a text that tells furniture from an article?

Everything here is plain arithmetic on the lines themselves: the lines around each one, the best contiguous body, and how much of a
line's wording the body shares. alone.py looks at each line by itself.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from cqclean.find.structure.alone import KINDS, Line
from cqclean.find.structure.series import FAR, Span, ahead, behind, best_span, clipped, means, since, until


def shared(lines: Sequence[Line], span: Span) -> list[float]:
    """The share of each line's words that another line of the span has too; -1 for a line without words."""
    once, twice = set[str](), set[str]()
    for line in lines[span.start : span.end]:
        twice |= line.words & once
        once |= line.words
    inside = range(span.start, span.end)
    return [len(line.words & (twice if at in inside else once)) / len(line.words) if line.words else -1.0 for at, line in enumerate(lines)]


_BITS = {kind: 1 << bit for bit, kind in enumerate(KINDS)}
_HEADS, _TAILS = _BITS["crumb"] | _BITS["meta"], _BITS["lister"] | _BITS["tail"] | _BITS["talk"]
_WINDOWS = (1, 3, 8)

NAMES = (
    *("grams", "score", "size", "prose", *KINDS),
    *(f"around_{reach}" for reach in _WINDOWS),
    *("before_2", "before_6", "after_2", "after_6", "margin", "from_start", "from_end", "span_prose", "span_mean", "page_mean"),
    *("shared", "shared_around", "index", "left", "head_since", "head_until", "tail_since", "tail_until"),
    *("prose_before", "prose_after", "prose_share", "marks_before", "marks_after", "marks_around", "repeats", "prose_since", "prose_until"),
)
Columns = dict[str, Sequence[float]]  # a feature's name, and its value for each line


def context(lines: Sequence[Line], scores: Sequence[float]) -> list[tuple[float, ...]]:
    """One row of NAMES for each line; `scores` are log-odds of furniture, of the n-grams or of an earlier pass."""
    columns = fixed(lines) | scored(lines, scores)
    return list(zip(*(columns[name] for name in NAMES), strict=True))


def fixed(lines: Sequence[Line]) -> Columns:
    """The features that no score changes."""
    n, running = len(lines), [line.prose for line in lines]
    heads, tails = [line.kinds & _HEADS > 0 for line in lines], [line.kinds & _TAILS > 0 for line in lines]
    sums = [0.0, *accumulate(float(line.size) if line.prose else 0.0 for line in lines)]
    marks = [float(line.kinds.bit_count()) for line in lines]
    mark_sums = [0.0, *accumulate(marks)]
    counts = Counter(line.words for line in lines)
    return {
        "grams": [line.grams for line in lines],
        "size": clipped([line.size for line in lines], 0, 120),
        "prose": running,
        **{kind: [line.kinds >> bit & 1 for line in lines] for bit, kind in enumerate(KINDS)},
        "index": clipped(range(n), 0, 60),
        "left": clipped(range(n - 1, -1, -1), 0, 60),
        "head_since": since(heads),
        "head_until": until(heads),
        "tail_since": since(tails),
        "tail_until": until(tails),
        "prose_before": clipped(sums[:-1], 0.0, 2000.0),
        "prose_after": clipped([sums[-1] - after for after in sums[1:]], 0.0, 2000.0),
        "prose_share": [after / sums[-1] if sums[-1] else 0.5 for after in sums[1:]],
        "marks_before": clipped(mark_sums[:-1], 0.0, 20.0),
        "marks_after": clipped([mark_sums[-1] - after for after in mark_sums[1:]], 0.0, 20.0),
        "marks_around": means(marks, 3),
        "repeats": [min(4, counts[line.words]) if line.words else 0 for line in lines],
        "prose_since": since(running),
        "prose_until": until(running),
    }


def scored(lines: Sequence[Line], scores: Sequence[float]) -> Columns:
    """The features that scores give to lines and their surroundings."""
    n, odds = len(lines), clipped(scores, -4.0, 4.0)
    span = best_span([-score for score in odds])
    share, inside = shared(lines, span), lines[span.start : span.end]
    size = sum(line.size for line in inside)
    prose = sum(line.size for line in inside if line.prose) / size if size else 0.0
    return {
        "score": scores,
        **{f"around_{reach}": means(odds, reach) for reach in _WINDOWS},
        "before_2": behind(odds, 2),
        "before_6": behind(odds, 6),
        "after_2": ahead(odds, 2),
        "after_6": ahead(odds, 6),
        "margin": clipped(span.margins, -30.0, 30.0),
        "from_start": clipped(range(-span.start, n - span.start), -FAR, FAR),
        "from_end": clipped(range(1 - span.end, n + 1 - span.end), -FAR, FAR),
        "span_prose": [prose] * n,
        "span_mean": [sum(odds[span.start : span.end]) / max(1, len(inside))] * n,
        "page_mean": [sum(odds) / max(1, n)] * n,
        "shared": share,
        "shared_around": means(share, 2),
    }
