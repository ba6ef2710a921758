"""Edits: the one currency."""

from hypothesis import given
from hypothesis import strategies as st

from cqclean.text.edits import Edit, apply, chain, disjoint, invert, outside


def edit(start: int, end: int, new: str = "", confidence: float = 0.9) -> Edit:
    return Edit(start, end, new, "some-rule", "safe", confidence, "")


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(max_size=60))
    points = st.integers(0, len(text))
    found = draw(st.lists(st.tuples(points, points, st.text(max_size=3)), max_size=8))
    return text, [edit(min(a, b), max(a, b), new) for a, b, new in found]


@given(texts_and_edits())
def test_inverted_edits_give_the_original_back(pair: tuple[str, list[Edit]]) -> None:
    text, found = pair
    settled = disjoint(found)
    assert apply(apply(text, settled), invert(text, settled)) == text


@given(texts_and_edits())
def test_settled_edits_are_sorted_and_apart(pair: tuple[str, list[Edit]]) -> None:
    settled = disjoint(pair[1])
    assert all(a.end <= b.start for a, b in zip(settled, settled[1:], strict=False))


def test_what_lies_inside_a_removal_goes_with_it() -> None:
    assert disjoint([edit(2, 3, "最"), edit(0, 10)]) == [edit(0, 10)]


def test_removals_that_cross_become_one() -> None:
    assert disjoint([edit(0, 6), edit(4, 9)]) == [edit(0, 9)]


def test_a_removal_wins_over_a_change_that_it_crosses() -> None:
    assert disjoint([edit(0, 6, "最"), edit(4, 9)]) == [edit(4, 9)]


def test_neighbours_both_stay() -> None:
    assert disjoint([edit(3, 5), edit(0, 3)]) == [edit(0, 3), edit(3, 5)]


def test_an_edit_may_swallow_a_span_but_not_cut_into_it() -> None:
    judged = dict(outside([edit(0, 10), edit(3, 4), edit(2, 6, "x"), edit(8, 9)], [(2, 6)]))
    assert judged == {edit(0, 10): True, edit(3, 4): False, edit(2, 6, "x"): False, edit(8, 9): True}


PLAIN = st.text("ab\n蕞", max_size=12)


@given(PLAIN, st.data())
def test_two_rounds_of_edits_chain_into_one(text: str, data: st.DataObject) -> None:
    first = data.draw(settled_edits(len(text)))
    between = apply(text, first)
    second = data.draw(settled_edits(len(between)))
    chained = chain(text, first, between, second)
    assert apply(text, chained) == apply(between, second)
    assert all(one.end <= other.start for one, other in zip(chained, chained[1:], strict=False))


@st.composite
def settled_edits(draw: st.DrawFn, size: int) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, size), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    edits = [Edit(start, end, draw(st.sampled_from(["", "x", "最好"])), "rule", "safe", 1.0, "") for start, end in pairs]
    return disjoint(edits)
