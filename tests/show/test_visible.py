"""Is everything that can't be seen shown, and nothing else?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.show.visible import head, middle, tail, visible


@pytest.mark.parametrize("text", ["", "你好，世界！", "a\tb", "全　角", "😀🇨🇳", "[red]:smile:", "é𠮷"])
def test_what_can_be_seen_stays(text):
    assert visible(text) == text


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\u200b", "200B"),
        ("\x1b", "001B"),
        ("\ufeff", "FEFF"),
        ("\u202e", "202E"),
        ("\x9b", "009B"),
        ("\ue000", "E000"),
        ("\ud800", "D800"),
        ("\r", "000D"),
        ("\u2028", "2028"),
        ("\U000e0041", "E0041"),
    ],
)
def test_what_can_not_is_shown_by_its_code_point(character, shown):
    assert visible(f"加{character}微") == f"加⟨{shown}⟩微"


@given(st.text(), st.integers(2, 40))
def test_what_is_cut_is_marked(text, width):
    for cut in (head, tail, middle):
        shown = cut(text, width)
        assert shown == visible(text) if len(text) <= width else "…" in shown
        assert not any(character in shown for character in "\x1b\n\r\x07\u200b")
