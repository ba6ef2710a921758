"""Full-width punctuation on request: near-misses first."""

import pytest

from cqclean import Cleaner, Settings, clean

CHINESE = Cleaner(Settings(punctuation="chinese", kinds=("punctuation",)))


@pytest.mark.parametrize(
    "text",
    [
        "比分3:2，时间10:30，版本1.2.3，约1,000人",
        "见 https://example.com/a,b?c=1 一文",
        "1. 第一条\n2. 第二条",
        "Hello, world! (yes)",
        "调用f(变量)得到结果",
        "[说明](说明.md)",
        '他身高5\'8"，屏幕6"大',
    ],
)
def test_stays(text: str) -> None:
    assert CHINESE.clean(text).text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("你好,世界! 再见.", "你好，世界！再见。"),
        ('他说:"走吧."', "他说：“走吧。”"),
        ("主场(三号场地)开赛...", "主场（三号场地）开赛……"),
        ("用Python写,3天完成;很快", "用Python写，3天完成；很快"),
    ],
)
def test_becomes_chinese(before: str, after: str) -> None:
    assert CHINESE.clean(before).text == after


def test_off_by_default() -> None:
    assert clean("你好,世界!") == "你好,世界!"


def test_markdown_code_stays() -> None:
    text = "# 题\n\n- 见 `甲,乙` 与 [丙](丁,戊.md)\n\n```\n甲,乙\n```\n"
    assert CHINESE.clean(text).text == text
