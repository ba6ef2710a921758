"""Which lines of a plain text are taken for adverts, and which stay though they use the same words?"""

import pytest

from cqclean import Cleaner
from cqclean.text.document import Document

PAGE = """青禾生活网
首页 > 家居 > 正文
老屋的窗怎么补
2021-05-06 10:20 来源：青禾生活网
窗框松了，先别急着换。拿一把小刀，把缝里的旧腻子剔干净，再用水湿一遍木头。
{}
腻子要分三次上，每次都等前一次干透。干了以后用砂纸轻轻地磨，磨到手摸上去没有台阶为止。
上一篇：瓦片漏雨怎么办
下一篇：门轴响了怎么办
关于我们 | 联系我们 | 网站地图
版权所有 青禾生活网
"""


def cleaned(text: str) -> str:
    return Cleaner().clean(Document(text, "text")).text


@pytest.mark.parametrize(
    "advert",
    [
        "业主专享：全屋防水五年质保，0元上门检测，点击预约",
        "【限时福利】暑期木工集训营早鸟立减300元，扫码报名",
        "打开青禾APP，阅读体验更佳，新人首单立减9.9元",
    ],
)
def test_an_advert_between_paragraphs_goes(advert: str) -> None:
    left = cleaned(PAGE.format(advert))
    assert advert not in left
    assert "腻子要分三次上" in left


@pytest.mark.parametrize(
    "line",
    [
        "腻子粉一包二十元，一扇窗要两包，别被店家多卖。",
        "他说：“扫码就能领三百元的券。”我没有信。",
        "木工活动免费报名，地点在河边的老祠堂，自带手套。",
        "补窗前可以先打村里的维修热线问一问价钱。",
    ],
)
def test_what_an_author_says_of_prices_and_codes_stays(line: str) -> None:
    assert line in cleaned(PAGE.format(line))


@pytest.mark.parametrize("title", ["出售自用二手挖掘机一台", "寻狗！！河边公园走丢，重谢三千"])
def test_the_title_of_a_page_may_offer_something(title: str) -> None:
    page = PAGE.replace("老屋的窗怎么补", title).format("先看木头，再看钉子。")
    assert title in cleaned(page)


def test_a_seller_in_a_story_stays() -> None:
    text = "集市上的人喊着：买一送一，限时三天！\n\n老人停下来，看了看那口锅，又看了看自己的手。\n\n他没有买，转身走进雨里。\n"
    assert cleaned(text) == text


def test_why_is_told() -> None:
    advert = "业主专享：全屋防水五年质保，0元上门检测，点击预约"
    found = Cleaner().clean(Document(PAGE.format(advert), "text")).applied
    assert any(edit.rule.startswith("pitch-") and "Shown by: " in edit.why for edit in found)
