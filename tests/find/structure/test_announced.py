"""A list that the text announces belongs to it."""

import pytest

from cqclean.find.structure import announced, rows
from cqclean.text.document import Document

TEXT = "连日来气温走低，不少住户反映家里的暖气片不热，各处的值班电话昨天已经公布。"


def listed(lines: list[str]) -> list[int]:
    return sorted(announced.lists(rows.read(rows.raws(Document("\n".join(lines), "text")))))


def test_names_and_numbers_below_a_colon_are_the_texts_own() -> None:
    assert listed(
        [TEXT, "各供热站值班电话：", "城南供热站 5550XXX", "河西供热站：0000-5550123", "山前供热站 5550100、5550101", "责编 李禾"]
    ) == [2, 3, 4]


@pytest.mark.parametrize(
    "lines",
    [
        [TEXT, "联系我们：", "编辑部 5550123", "广告部 5550124"],  # a site's own
        [TEXT, "各供热站值班电话如下。", "城南供热站 5550123", "河西供热站 5550124"],
        [TEXT, "各供热站值班电话：", "城南供热站 5550123", "责编 李禾"],  # one is no list
        [TEXT, "各地动态：", "老桥修好了 2020-05-06", "河边种了柳 2020-05-07"],
        ["各供热站值班电话：", "城南供热站 5550123", "河西供热站 5550124"],  # no text above
    ],
)
def test_other_lists_are_not(lines: list[str]) -> None:
    assert listed(lines) == []


def test_a_table_right_below_a_colon_is_the_texts_own() -> None:
    table = ["木工 老魏 2-0", "瓦工 老周 2-1", "漆工 小章 退赛"]
    assert listed([TEXT, "各组优胜：", *table, "责编 李禾"]) == [1, 2, 3, 4]
    assert listed([TEXT, "各组优胜：", *table[:2], "责编 李禾"]) == []
    assert listed(["各组优胜：", *table, "责编 李禾"]) == []
