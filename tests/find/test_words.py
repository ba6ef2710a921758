"""The list of words: divisions and their costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean import Cleaner, Settings
from cqclean.find import spelled, words


@pytest.mark.parametrize(
    ("text", "borders"),
    [("社会主义道路", (0, 4, 6)), ("直线上", (0, 2, 3)), ("", (0,)), ("𠮷", (0, 1))],
)
def test_division(text: str, borders: tuple[int, ...]) -> None:
    assert words.reading(text)[1] == borders


@pytest.mark.parametrize(("text", "at", "word"), [("在火车站等", 2, ("火车站", 1)), ("中国家庭", 2, ("", 0)), ("他说", 1, ("", 0))])
def test_word_over_a_place(text: str, at: int, word: tuple[str, int]) -> None:
    assert words.over(text, at) == word


@given(st.text(alphabet="中国人民大学生活着的是不了", max_size=12))
def test_a_division_costs_no_more_than_its_parts(text: str) -> None:
    for at in range(len(text) + 1):
        assert words.cost(text) <= words.cost(text[:at]) + words.cost(text[at:])


def test_a_pair_that_is_met_often_costs_less() -> None:
    assert words.meeting("批", "货") < words.meeting("批", "祸")
    assert words.meeting("", "货") > 0 == words.meeting("货", "")


@pytest.mark.parametrize(("left", "right", "word"), [("里的空", "气闷", ("空气", 1)), ("我", "桌", ("", 0))])
def test_word_across_a_place(left: str, right: str, word: tuple[str, int]) -> None:
    assert words.across(left, right)[:2] == word


def test_every_syllable_has_characters() -> None:
    readings = spelled.readings()
    assert readings["zhèng"].startswith(("正", "政"))
    assert set(readings["ji"]) >= set("级极机几")
    assert spelled.plain("lǜ") == "lü"


def test_words_of_the_dictionary_are_taken_for_no_disguise() -> None:
    """Every fifth; of all of them one goes, 震憾, which is a common slip."""
    cleaner, known = Cleaner(Settings(kinds=("variant", "width"))), [word for word in words.listed() if len(word) > 1][::5]
    text = "\n".join(f"大家后来又谈到{word}，说了很久。" for word in known)
    cleaned = cleaner.clean(text).text.split("\n")
    assert [word for word, line in zip(known, cleaned, strict=True) if word not in line] in ([], ["震憾"])
