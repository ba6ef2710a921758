"""Letters that a site of novels wrote for characters are read where the text shows what they are for, and nowhere else."""

import pytest

from cqclean import clean

SHOWN = "nV王惊YAn全场，x1引了许多人，"  # x1引 and nV王 are words with what is hidden


def test_odd_sounds_that_make_words_show_what_single_letters_stand_for() -> None:
    assert clean(f"{SHOWN}只是本X难移。") == "女王惊艳全场，吸引了许多人，只是本性难移。"


@pytest.mark.parametrize(
    "text",
    [
        "只是本X难移。",  # no other token shows it
        "风景x1引了许多人。",  # one alone is a slip
        "他在用Vue写页面，T恤和U盘都放在A座。",
        f"这一课教拼音，{SHOWN}都是例子。",
        "x1和x2是方程的两个根，f0是基频，m1是质量。",
    ],
)
def test_letters_that_stand_for_themselves_stay(text: str) -> None:
    assert clean(text) == text


def test_a_line_that_speaks_of_sounds_leaves_others_to_be_read() -> None:
    text = f"拼音里的YAn怎么读？\n{SHOWN}人都来了。"
    assert clean(text) == "拼音里的YAn怎么读？\n女王惊艳全场，吸引了许多人，人都来了。"
