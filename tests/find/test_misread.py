"""A passage in GBK that was read from the middle of a character is put back; two marks after a question stay."""

import pytest

from cqclean import clean


def misread(text: str) -> str:
    """How a reader of GBK shows a text whose first full stop lost its first byte, up to the letter that ends the passage."""
    before, _, after = text.partition("。")
    for end in range(1, len(after)):
        try:
            return f"{before}?{('。' + after[:end]).encode('gbk')[1:].decode('gbk')}{after[end:]}"
        except UnicodeDecodeError:
            continue
    return text


@pytest.mark.parametrize("text", ["“半天就到。”頓了一會兒，他又說。", "雨停了。可以说，这是今年最早的一场。"])
def test_a_passage_that_lost_a_byte_is_put_back(text: str) -> None:
    assert clean(misread(text)) == text


@pytest.mark.parametrize(
    "text", ["你说什么?！A座没有人。", "真的?！我D盘里没有。", "?！", "?！@", "？！鳖", "她问：“是谁?。?”", "价格?！abc@def.cn"]
)
def test_marks_in_a_row_stay(text: str) -> None:
    assert clean(text) == text


def test_a_mark_before_a_lost_tag_comes_back_only_beside_glosses_of_such_texts() -> None:
    assert clean("他不来啊?。?p>") == "他不来啊?。?p>"
    assert clean("“這不科學(xué)?。?p> 他不應(yīng)該來?。?") == "“這不科學啊！他不應該來啊！"
