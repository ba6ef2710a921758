"""What stands between characters is read together where the same sign parts them."""

import pytest

from cqclean.find.between import pieces_of, runs


@pytest.mark.parametrize(
    ("text", "signs", "pieces"),
    [
        ("独·家", ["·"], ["独", "家"]),
        ("厂-家-直-销", ["-", "-", "-"], ["厂", "家", "直", "销"]),
        ("社 会", [""], ["社", "会"]),
        ("痔Z疮C术", ["Z", "C"], ["痔", "疮", "术"]),
    ],
)
def test_gaps_with_the_same_sign_are_one_run(text: str, signs: list[str], pieces: list[str]) -> None:
    (run,) = runs(text)
    assert [gap.sign for gap in run] == signs
    assert pieces_of(text, run) == pieces


def test_other_signs_and_long_ways_begin_another_run() -> None:
    assert [len(run) for run in runs("抢_劫，冲w锋")] == [1, 1]
    assert [len(run) for run in runs("独·家的一二三四五六七抢·劫")] == [1, 1]


@pytest.mark.parametrize("text", ["", "独家", "·独家·", "独 ··· ·· 家", "a·b", "独-", "独……家"])
def test_what_parts_no_two_characters_is_no_gap(text: str) -> None:
    assert list(runs(text)) == []
