"""The run of clauses that advertises is told from those that do not."""

import pytest

from cqclean.find import plea


def told(text: str, word: str) -> tuple[str, float]:
    at = text.index(word)
    span, odds = plea.told(text, (0, len(text)), (at, at + len(word)))
    return text[slice(*span)], odds


def test_just_the_clauses_that_advertise_are_told() -> None:
    words, odds = told("蛋要常温,想学更多烘焙加班主任微信hong_bei8,糖分三次加。", "微信")
    assert words == ",想学更多烘焙加班主任微信hong_bei8"
    assert odds > 0


@pytest.mark.parametrize("text", ["他没有微信,我写了信。", "微信群里吵了一夜,第二天谁也没提。"])
def test_who_only_speaks_of_it_does_not(text: str) -> None:
    assert told(text, "微信")[1] < 0


def test_a_sentence_of_many_clauses_lists_things() -> None:
    text = ",".join(["加微信"] * (plea.MOST + 1)) + "。"
    assert told(text, "微信") == (text, -plea.BOUND)


def test_every_run_of_clauses_is_weighed() -> None:
    assert list(plea.runs([(0, 1), (2, 3)])) == [(0, 0), (0, 1), (1, 1)]


def test_words_never_seen_say_only_what_most_words_say() -> None:
    assert plea.total({"一": 2.0}, -1.0, frozenset("二三")) == -1.0
    assert plea.total({"一": 2.0, "二": 2.0}, -1.0, frozenset("一二三四")) == pytest.approx(-1 + 4 / 2**0.5)
