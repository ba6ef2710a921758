"""What says nothing without a contact goes with it; what says something stays."""

import pytest

from cqclean import clean

GOES = {
    # a condition that nothing follows
    "藤椅松了可以重新缠。如果您家的藤椅已经断条，请拨打修补电话 158 0000 6027。": "藤椅松了可以重新缠。",
    "竹席泛黄是正常的。若您家里也有这种情况，可拨打翻新热线 0571-8600 0001。": "竹席泛黄是正常的。",
    # whom to reach, before the number
    "学编竹要先学破篾。还没报名的同学可以联系王教练，手机13900001829。篾要一样宽。": "学编竹要先学破篾。篾要一样宽。",
    # what to tell the seller
    "竹器怕干裂。联系我时请说是在论坛看到的，谢谢！手机139-0000-9916。": "竹器怕干裂。",
    # what was said twice, and a second number
    "竹席用完要晾干。薇❤：zhuxi168，薇❤：zhuxi168，重要的事情说三遍！": "竹席用完要晾干。",
    "订货请打：0571-8600 0001，下班后请打13900001829。": "",
    "厂址：江州市河东区郭溪街道，订货联系：林先生 0571-8600 0001": "",
}
STAYS = (
    "如果您家地板已经起拱，请先停用地暖，再找原施工单位查看。",
    "重要的事情说三遍，结果他一遍也没听进去。",
    "联系我时请说是老周介绍的，谢谢！",
    "厂址选在河边，是因为取水方便。",
    "已报名的同学可以联系教务处胡老师，电话 0571-8600 0001，办理退费手续。",
)


@pytest.mark.parametrize("before", GOES)
def test_what_says_nothing_without_a_contact_goes_with_it(before: str) -> None:
    assert clean(before) == GOES[before]


@pytest.mark.parametrize("text", STAYS)
def test_the_same_words_stay_where_no_contact_is_an_advert(text: str) -> None:
    assert clean(text) == text


def test_what_follows_a_condition_keeps_it() -> None:
    before = "竹席用完要晾干。如果发霉就用白醋擦，竹席翻新13900001829。"
    assert clean(before) == "竹席用完要晾干。如果发霉就用白醋擦。"
