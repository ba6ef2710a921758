"""What stands at the head of a page beside its title stays with it: the facts of a thing, below its name or right above its text."""

import pytest

from cqclean import clean

FOOT = ["分享到: 微信 微博 QQ空间", "上一篇:河里的船", "下一篇:没有了", "相关阅读", "秋天的集市开了", "发表评论", "关于我们 | 联系我们 | 网站地图", "版权所有 青禾网 京ICP备00000000号"]  # fmt: skip
TEXT = [
    "外壳用整块铁皮压成，接口处加两道垫圈，连续开八个小时也不发烫，放在院子里也不怕雨淋。",
    "适合小区和学校用，检修时只要拆下前盖，不必从管道上割下来，一个人半小时就能装好。",
]


def page(menu: list[str], own: list[str], meta: list[str], text: list[str]) -> list[str]:
    return clean("\n".join([*menu, *own, *meta, *text, *FOOT])).split("\n")


@pytest.mark.parametrize(
    ("menu", "own", "meta"),
    [
        (
            ["首页", "供应", "登录 | 注册", "收藏本店", "产品中心", "友情链接"],
            ["HX-200 双头不锈钢水泵", "品牌：恒峡", "型号：HX-200", "产地：浙江台州", "价格：1280元/台"],
            ["更新：2020-11-03 09:17:55", "浏览：886次"],
        ),
        (
            ["首页", "职位", "登录/注册", "首页", ">", "杭州招聘", ">", "电气工程师"],
            ["电气工程师", "8-12K·14薪", "杭州-滨江区 | 经验不限 | 本科及以上 | 招3人"],
            ["投简历", "收藏", "分享", "举报"],
        ),
        (
            ["首页", "二手车", "登录", "首页 > 二手车 > 青山 > 朗山"],
            ["青山朗山 2016款 1.6L 自动舒适版", "2016年8月上牌 | 5.2万公里 | 国五 | 自动", "6.8万"],
            ["收藏", "分享", "举报", "电话咨询"],
        ),
        (
            ["首页", "菜谱", "登录", "注册", "首页 > 菜谱 > 家常菜"],
            ["萝卜干炖老鸭", "难度：普通", "时间：数小时", "口味：咸鲜"],
            ["2018-05-02 10:11 浏览：1203", "收藏", "分享"],
        ),
    ],
)
def test_the_name_of_a_thing_and_its_facts_stay(menu: list[str], own: list[str], meta: list[str]) -> None:
    left = page(menu, own, meta, TEXT)
    assert [line for line in own if line not in left] == []


def test_facts_between_buttons_and_text_stay() -> None:
    menu = ["你好，请", "登录", "免费注册", "首页 > 门票 > 湖南门票 > 云台洞门票", "云台洞"]
    facts = ["景区地址：湖南省张家界市慈利县云台村", "开放时间：每日07:30—18:00", "门票价格：98元"]
    left = page(menu, [], ["加入收藏", "手机扫码下单更优惠"], [*facts, *TEXT])
    assert [line for line in facts if line not in left] == []


def test_cards_of_other_vacancies_go() -> None:
    left = page(["首页", "登录/注册", "首页 > 招聘 > 电气工程师"], ["电气工程师"], ["投简历", "收藏"], TEXT)
    cards = ["相似职位", "工艺工程师", "8-12K·14薪", "机械工程师", "10-15K·13薪", "质量工程师", "9-13K·13薪"]
    more = clean("\n".join(["首页", "登录/注册", "首页 > 招聘 > 电气工程师", "电气工程师", "投简历", "收藏", *TEXT, *cards, *FOOT])).split(
        "\n"
    )
    assert more == left


def test_a_heading_of_the_text_is_no_rival_of_the_title() -> None:
    menu = ["首页 热点资讯 教育", "搜索", "您的当前位置:首页 正文"]
    meta = ["发布网友 发布时间:2022-05-11 07:26", "我来回答", "3个回答", "热心网友 时间:2023-08-02 14:05"]
    text = [
        "一、先看接口",
        "把后盖螺丝拧开，找到硬盘，金手指一长一短两段的就能用。",
        "二、买对盒子",
        "两三十块的就行，买的时候问清楚接口，再看线够不够长。",
    ]
    assert "旧电脑的硬盘怎么拆下来用" in page(menu, ["旧电脑的硬盘怎么拆下来用"], meta, text)


def test_the_name_above_a_life_stays_below_the_text() -> None:
    lines = ["溪桥晚归讲的是傍晚的桥，孩子们抢着说村里的戏，没有人管大人的累。", "版权所有 青禾诗文", "有用", "没用", "王三", "王三（1901—1960），字石泉，教过书，种过田，有诗一卷。"]  # fmt: skip
    left = page(["首页", "诗文", "登录", "首页 > 诗文 > 正文"], ["溪桥晚归"], ["2018-05-02 10:11 浏览：1203"], [*TEXT, *lines])
    assert "王三" in left
