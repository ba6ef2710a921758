"""What comes back regularly inside an article is its site's, but for the links of a digest."""

from cqclean import clean

PAGE = "首页\n新闻\n体育\n财经\n当前位置：首页 > 新闻 > 正文\n城南一周要闻\n来源：城南晚报  2023-05-14 08:20\n{}\n责任编辑：林晓\n分享到：\n上一篇：石桥路夜市开张"
ITEM = "{}\n记者从有关部门获悉，这项工程自去年春天动工以来进展顺利，目前主体部分已经完成，预计今年秋天可以投入使用，附近居民出行将更加方便。\n查看原文"


def page(count: int) -> str:
    names = ("老城墙修缮过半", "新渡口月底通航", "西山步道加装路灯", "图书馆延长开放", "菜市场改造完工")
    return PAGE.format("\n".join(ITEM.format(name) for name in names[:count]))


def test_the_links_below_the_items_of_a_digest_stay() -> None:
    assert clean(page(5)).count("查看原文") == 5


def test_the_button_below_a_single_text_goes() -> None:
    assert "查看原文" not in clean(page(1))
