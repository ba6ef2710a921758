"""Two short lines between lines of text are an advert only together, and only with words."""

from cqclean import clean

ABOVE, BELOW = "渡口的灯一盏一盏亮了起来。", "船工把缆绳解开，撑离了岸。"


def between(*lines: str) -> str:
    return "\n".join((ABOVE, *lines, BELOW))


def test_who_sells_and_how_to_reach_him_goes() -> None:
    assert clean(between("招代驾司机", "加微信 daijia_088")) == between()


def test_a_separator_and_a_note_stay() -> None:
    text = between("他收起剑，转身走进雨里。", "********************", "下一回：潮水退去的夜晚")
    assert clean(text) == text


def test_two_short_lines_of_a_text_stay() -> None:
    text = between("船票三文", "过河一炷香")
    assert clean(text) == text
