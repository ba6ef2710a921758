"""Tables of facts that were taken out of HTML cell by cell stay; cards, counters and menus are none."""

import pytest

from cqclean import clean
from cqclean.find.structure import facts, rows
from cqclean.text.document import Document

PRODUCT = ["参考价", "￥1680.00", "起订量", "≥1台", "供货总量", "300台", "发货期限", "3天"]
PATENT = ["申请号：CN2018000000", "申请日：2018-05-23", "公告号：CN208000000U", "申请人：青禾县蜂业合作社"]
PRICES = ["地区", "昨价", "今价", "涨跌", "华东", "5725", "5675", "-50", "华南", "5850", "5800", "-50", "山东", "5800", "5800", "0"]
TIMETABLE = [
    "节次",
    "周一",
    "周二",
    "周三",
    *["1", "语文", "数学", "语文", "2", "数学", "语文", "英语", "3", "英语", "体育", "数学", "4", "体育", "语文", "英语"],
]
MENU = ["首页", "语文", "数学", "英语", "体育", "历史", "地理", "音乐", "美术", "信息", "论坛", "语文"]
COUNTS = ["全县石桥 61座", "其中危桥 7座", "今年修好 3座", "还要修 4座"]
TITLES = ["石料日评：买盘清淡（3.24）", "石料日评：涨势暂歇（3.22）", "石料日评：商家让利（3.21）", "石料周评：成本倒挂（3.20）"]
COUNTERS = ["主题", "14", "帖子", "53", "积分", "注册会员"]
CARD = ["联系人：沈一禾", "电话：0000-1234567", "手机：13800000000", "地址：青禾县桥头路1号"]
PAGE = """首页 | 产品 | 求购 | 登录 | 注册
当前位置：首页 > 水泵 > 潜水泵
青禾牌潜水泵
{}
更新：2020-11-03 09:10 浏览：214
这台水泵用铸铁做泵体，下井三年，轴承没有换过。井深二十米以内都能用，抽上来的水不带沙。
上一篇：清水泵
下一篇：泥浆泵
版权所有 青禾泵业
"""


def read(lines: list[str]) -> list[rows.Row]:
    return rows.read(rows.raws(Document("\n".join(lines), "text")))


def boxes(lines: list[str]) -> list[range]:
    return facts.boxes(read(lines), len(lines))


@pytest.mark.parametrize("lines", [PRODUCT, PATENT, PRICES, COUNTS])
def test_labels_with_their_values_are_a_table(lines: list[str]) -> None:
    assert boxes(lines) == [range(len(lines))]


@pytest.mark.parametrize(
    "lines", [COUNTERS, TITLES, ["新房", "二手房", "租房", "小区", "问答", "经纪人"], ["省教育厅", "http://a.gov.cn"] * 3, list("12345678")]
)
def test_counters_menus_and_links_are_no_table(lines: list[str]) -> None:
    assert boxes(lines) == []


@pytest.mark.parametrize("lines", [PRODUCT, PATENT])
def test_a_table_below_the_title_stays(lines: list[str]) -> None:
    left = clean(PAGE.format("\n".join(lines))).split("\n")
    assert [line for line in lines if line not in left] == []
    assert "首页 | 产品 | 求购 | 登录 | 注册" not in left


def test_a_card_above_the_text_is_the_sites() -> None:
    found = read(["青禾牌潜水泵", *CARD, "这台水泵用铸铁做泵体，下井三年，轴承没有换过。"])
    assert facts.stated(found, 5, facts.boxes(found, 6), (0,)) == frozenset()


def test_a_register_of_how_a_page_was_published_is_no_table_of_the_text() -> None:
    register = ["索 引 号：", "QH001-2020-0042", "发布机构：", "县政府办公室", "生成日期：", "2020-11-03", "文号：", "青政发〔2020〕8号"]
    notice = "从下周一起，桥头路封闭施工三个月，往来车辆请走沿河路，公交车改停文化馆门前，请大家提前安排好出行。"
    page = [
        "首页 | 公告 | 登录 | 注册",
        "当前位置：首页 > 政务公开 > 公告",
        "桥头路封闭施工的公告",
        *register,
        *[notice] * 3,
        "【打印】【关闭】",
        "版权所有 青禾县政府",
    ]
    assert clean("\n".join(page) + "\n").split("\n")[:2] == ["桥头路封闭施工的公告", notice]


def test_a_timetable_is_a_table_though_a_sites_menu_has_its_words() -> None:
    assert range(len(TIMETABLE)) in boxes(TIMETABLE)
    assert range(len(MENU)) not in boxes(MENU)


def test_a_menu_that_counts_up_is_no_table() -> None:
    months = [f"{number}个月" for number in range(1, 12)]
    assert boxes(["辅食", "奶粉", "月龄", *months]) == []


def test_the_first_facts_of_a_product_belong_to_no_menu() -> None:
    goods = ["青禾牌竹席 1.5米", "¥158.00", "颜色", "本色", "碳化色", "加入购物车", "收藏店铺", "店铺首页", "商品评论", "看了又看"]
    text = "席子用三年生的毛竹劈篾，水煮去糖，再晾干，夏天睡着不粘身，冬天卷起来竖着放就行。"
    left = clean("\n".join([*goods, text, "店铺热销商品", "¥4.80", "版权所有 青禾竹业"])).split("\n")
    assert [line for line in goods[:2] if line not in left] == []
