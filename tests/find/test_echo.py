"""A line goes that a template printed above an article and that the article says again."""

import pytest

from cqclean import clean

TEXT = "雨下了三天，河里的水涨到了桥面，镇上的人搬到山上去住。只有老周不走，他说桥在他就在，水退了总要有人扫泥。\n\n第四天早上，水果然退了，桥上留下一层黄泥。\n"


@pytest.mark.parametrize(
    "above",
    [
        "雨下了三天，河里的水涨到了桥面，镇上的人搬到山上去住。只有老周不走，他说桥在他就在",
        "导读：雨下了三天，河里的水涨到了桥面，镇上的人搬到山上去住。只有老周不走...",
        "【摘要】雨下了三天，河里的水涨到了桥面，镇上的人搬到山上去住。只有老周不走，他说桥在他就在，水退了总要有人扫泥。第四天早上，水果",
        "首页 旧事 守着老桥的人",
        "守着老桥的人.docx",
        "问题描述：守着老桥的人",
    ],
)
def test_what_comes_back_below_goes(above: str) -> None:
    assert clean(f"{above}\n\n守着老桥的人\n\n{TEXT}") == f"守着老桥的人\n\n{TEXT}"


@pytest.mark.parametrize(
    "above",
    [
        "雨下了三天，河里的水涨到了桥面。",
        "导读：老周守桥的事，镇上的人都知道，可是没有一个人问过他为什么不走，也没有一个人替过他。",
        "首页 旧事 另一座桥",
        "摘要：雨下了三天，河里的水涨到了桥面，镇上的人搬到山上去住。只有老周不走，他说桥在他就在，水退了总要有人扫泥。",
        "关键词：守着，老桥",
        "问题描述：守桥的人是谁",
    ],
)
def test_what_does_not_stays(above: str) -> None:
    text = f"守着老桥的人\n\n{above}\n\n{TEXT}"
    assert clean(text) == text


def test_a_refrain_stays() -> None:
    verse = "我从桥上走过，河水从桥下走过，春天从两岸走过，谁也没有回头看一看谁，只有柳条垂下来"
    assert clean(f"{verse}\n\n{verse}\n") == f"{verse}\n\n{verse}\n"
