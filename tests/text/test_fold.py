"""Folding: what a text looks like to a rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.text.fold import FOLDS, fold

NOISE = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("１③ＶＸ\u200b\ufeff\u00ad加微信З８а")), max_size=80)


@pytest.mark.parametrize("text", ["微信读书", "“你好，”他说。", "10月8日 a+b", "〇二四", "《红楼梦》、【注】"])
def test_ordinary_text_keeps_its_han_and_its_marks(text: str) -> None:
    assert [c for c in fold(text).text if c not in ",.:!?"] == [c for c in text.lower() if c not in "，。：！？,.:!?" or c == "。"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＶＸ：１З８", "vx:138"),
        ("①⑨❸⑷", "1934"),
        ("1️⃣3️⃣", "13"),
        ("加\u200b微\u200b信", "加微信"),
        ("聯繫電話", "联系电话"),
        ("ⓥⓧ", "vx"),
        ("⽤⼾上⾞", "用户上车"),
    ],
)
def test_disguises_are_undone(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(NOISE)
def test_folding_keeps_length_or_carries_the_map(text: str) -> None:
    folded = fold(text)
    if folded.offsets is None:
        assert len(folded.text) == len(text)
    else:
        assert len(folded.offsets) == len(folded.text) + 1
        assert folded.offsets == sorted(set(folded.offsets[:-1])) + folded.offsets[-1:]


@given(NOISE, st.data())
def test_a_span_selects_what_it_stands_for(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    a, b = folded.span(start, end)
    assert fold(text[a:b]).text == folded.text[start:end]


@given(NOISE)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_each_fold_maps_one_for_one_and_says_why() -> None:
    for entry in FOLDS:
        assert entry.why.endswith(".")
        assert not entry.target or len(entry.source) == len(entry.target), entry.name
