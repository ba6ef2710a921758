"""What do tags say that only say how words look?"""

import pytest

from cqclean.text import tags


def test_words_stand_without_their_tags() -> None:
    assert tags.without('<b>黑</b>的<br>猫<img src="a.png" alt="白猫">').split() == ["黑的", "猫", "白猫"]


def test_what_is_no_mere_looks_stays() -> None:
    assert tags.without("<code>a</code> < <input>") == "<code>a</code> < <input>"


@pytest.mark.parametrize(
    ("text", "closed"), [("没有", True), ("<p>一<br>二</p>", True), ("<center>", False), ("</div>", False), ("<DIV>一</div>", True)]
)
def test_a_tag_is_closed_or_not(text: str, closed: bool) -> None:
    assert tags.are_closed(text) is closed
