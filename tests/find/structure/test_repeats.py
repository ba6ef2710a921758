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


BOOK = "首页\n排行榜\n书架\n青禾书屋 > 都市小说 > 守桥人 > 第四章 落潮\n第四章 落潮\n{}\n水退到桥墩第七级台阶的时候，守桥人听见有人敲门，三下，停了停，又是两下。\n上一章 目录 下一章\n版权所有 青禾书屋"


def test_a_string_of_links_below_a_header_goes() -> None:
    names = ["雪岭、", "牧云、", "逆流、", "官道"]
    left = clean(BOOK.format("\n".join(["推荐阅读：", *names]))).split("\n")
    assert [name for name in names if name in left] == []


def test_a_string_of_names_in_the_text_stays() -> None:
    names = ["雪岭、", "牧云、", "逆流、", "官道"]
    left = clean(BOOK.format("\n".join(["他念了四个名字：", *names]))).split("\n")
    assert [name for name in names if name not in left] == []


ENTRY = "首页\n百科\n登录\n注册\n当前位置：首页 > 百科 > 正文\n桐油灰\n{}\n桐油灰历史\n宋代的海船上，板缝之间已经填着油灰和麻丝，出土时还有硬度。\n桐油灰制法\n制作的要领有三：油要熟，灰要陈，捣要足，缺一样都不行。\n桐油灰用途\n水线以下要做两遍，两遍之间隔一天，第二天再下水。\n版权所有 青禾百科\n联系我们"
ITEMS = ["1 历史", "2 制法", "3 用途"]


def test_contents_go_whose_headings_bear_the_name_of_the_entry() -> None:
    left = clean(ENTRY.format("\n".join(["目录", *ITEMS]))).split("\n")
    assert [item for item in ITEMS if item in left] == []


def test_a_list_that_no_contents_head_stays() -> None:
    left = clean(ENTRY.format("\n".join(["分三层说。", *ITEMS]))).split("\n")
    assert [item for item in ITEMS if item not in left] == []


def test_a_line_of_code_that_comes_back_is_no_button() -> None:
    code = "\n".join(f"function render{name}(\n  input: App | Node,\n) {{}}" for name in ("Text", "Page", "Stream", "Tree"))
    assert clean(PAGE.format(code)).count("input: App | Node,") == 4


BAR = ["购票须知", "景点介绍", "交通指南"]
SECTIONS = [
    "购票须知", "身高一米二以下的儿童免票，老人凭证件半价，其余的人在窗口买票。",
    "景点介绍", "洞里常年十六度，夏天进去要披件外套，冬天出来眼镜会起雾。",
    "交通指南", "汽车站有班车，在路口下，往里走六百米就到检票的地方。",
]  # fmt: skip


def ticket(bar: list[str]) -> list[str]:
    head = ["首页", "登录", "免费注册", "首页 > 门票 > 云台洞", "云台洞"]
    return clean("\n".join([*head, *bar, *SECTIONS, "用户点评(19)", "关于我们 | 网站地图", "版权所有 青禾旅行"])).split("\n")


def test_contents_without_numbers_go_below_their_head() -> None:
    left = ticket(["目录", *BAR])
    assert [left.count(name) for name in BAR] == [1, 1, 1]
    assert "目录" not in left


def test_a_list_that_heads_no_sections_stays() -> None:
    assert "看洞的三件事" in ticket(["看洞的三件事", "带外套", "穿防滑的鞋", "慢慢走"])


LAST = "首页\n百科\n登录\n随机页面\n最近更改\n帮助\n当前位置：首页 > 百科 > 正文\n桐油灰\n[编辑]\n桐油灰是填船缝用的灰，用熟油和陈灰捣成。\n历史\n[编辑]\n宋代的海船上，板缝之间已经填着油灰和麻丝。\n用途\n[编辑]\n水线以下要做两遍，两遍之间隔一天，第二天再下水。\n外部链接\n[编辑]\n船坞老照片资料库\n版权所有 青禾百科\n联系我们"


def test_what_stands_below_the_last_heading_of_an_entry_stays() -> None:
    assert "船坞老照片资料库" in clean(LAST)
