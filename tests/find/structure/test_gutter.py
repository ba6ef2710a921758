"""The numbers that a highlighter prints beside code go; what a program prints stays."""

import pytest

from cqclean import clean

PAGE = "首页\n归档\n标签\n\n当前位置：首页 > 归档 > 正文\n怎样读温度\n发表于 2018-05-27 | 分类于 小工具\n{}\n上一篇：怎样接线\n评论(0)\n由 Hexo 强力驱动"
TEXT = "传感器接好以后，先写一小段程序，看看读出来的数对不对，再谈别的。"
AFTER = "读数稳定以后，把间隔改成十分钟，夜里也让它记着，第二天早晨再看。"
CODE = ["import dht", "sensor = dht.DHT22(4)", "print(sensor.read())"]


def cleaned(*lines: str) -> list[str]:
    return clean(PAGE.format("\n".join([TEXT, *lines, AFTER]))).split("\n")


@pytest.mark.parametrize("numbers", [["1", "2", "3"], ["1", "2", "3", "4"]])  # the code may have lost an empty line
def test_numbers_above_code_go(numbers: list[str]) -> None:
    left = cleaned(*numbers, *CODE)
    assert [line for line in numbers if line in left] == []
    assert [line for line in CODE if line not in left] == []


def test_glued_numbers_go() -> None:
    code = [*CODE, "sleep(2)", "print(sensor.read())"]
    assert "12345" not in cleaned("12345", *code)


def test_a_short_column_goes_where_a_long_one_shows_the_highlighter() -> None:
    assert "1" not in cleaned("1", "2", "3", *CODE, "再试一次，这回只读温度，不读湿度。", "1", "sensor.read()[0]")
    assert "1" in cleaned("1", "sensor.read()[0]")


@pytest.mark.parametrize(
    "lines",
    [
        ["for i in range(1, 4):", "    print(i)", "1", "2", "3"],
        [">>> for i in a: print(i)", "1", "2", "3", ">>> len(a)"],
        ["样例输入", "1", "2", "3", "样例输出", "6"],
        ["1", "2", "3", *CODE, "sleep(2);"],
        ["站号", "1", "2", "3", "水温(℃)", "14.2", "13.9", "13.7"],
    ],
)
def test_other_numbers_stay(lines: list[str]) -> None:
    left = cleaned(*lines)
    assert [line for line in lines if line.isdigit() and line not in left] == []


def test_numbers_below_code_go_with_their_button_and_the_language() -> None:
    assert cleaned(*CODE, "python", "AI写代码", "1", "2", "3") == cleaned(*CODE)


def test_numbers_that_a_program_prints_stay() -> None:
    left = cleaned(*CODE, "输出：", "1", "2", "3")
    assert left[left.index("输出：") :][1:4] == ["1", "2", "3"]
