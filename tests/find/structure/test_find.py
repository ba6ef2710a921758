"""Structure takes away what a site put around an article, and nothing of the article."""

import pytest

from cqclean.cleaner import Cleaner
from cqclean.find.structure import meta, plan, rows
from cqclean.find.structure.lexicon import core_of, lexicon
from cqclean.settings import Settings
from cqclean.text.document import Document

HEAD = ["首页", "新闻", "民生", "登录 | 注册", "青禾网 > 本地 > 正文"]
META = "2021-05-06 10:20 来源:青禾网 作者:沈一禾 浏览:128"
TAIL = ["责任编辑:李禾", "分享到: 微信 微博 QQ空间", "上一篇:河里的船", "下一篇:没有了", "相关阅读", "秋天的集市开了", "渡口换了新船",
        "发表评论", "登录后才能发言", "关于我们 | 联系我们 | 网站地图", "版权所有 青禾网 京ICP备00000000号"]  # fmt: skip

BODIES = {
    "prose": ["修桥的人说，石板一块也没有换，只把缝里的土清了出来。", "桥头的茶馆明天开门，老人又有了坐处，孩子放学也不必绕路。"],
    "one paragraph": ["县里昨天宣布，老桥修缮完工，今天上午八点起恢复通行，载重超过两吨的车辆仍须绕行。"],
    "schedule": ["时间　地点　内容", "8:30 报到 大门口", "9:00 开幕 礼堂", "10:15 参观 旧窑", "12:00 午餐 食堂", "14:00 座谈 二楼"],
    "lyrics": ["我在桥上等风", "风在水上等你", "你在船上", "船在雾里", "雾散了", "桥还在"],
    "parameters": ["型号", "QH-20", "功率", "1.5千瓦", "重量", "38公斤", "保修", "两年"],
    "questions": ["问:多大的孩子可以学游泳?", "答:四岁以后，先学憋气。", "问:冬天能学吗?", "答:有暖水的池子就能。"],
    "code": ["def bridge(n):", "    if n < 2:", "        return n", "    return bridge(n - 1) + 1", "print(bridge(9))"],
    "mathematics": ["设 $f(x)=x^2$", "则 $f(1)=1$", "故 $f(x) \\ge 0$", "证毕"],
    "recipe": ["食材", "豆腐 一块", "葱 两根", "做法", "1. 豆腐切块", "2. 热油下锅", "3. 撒葱花"],
    "form": ["姓名:__________", "年龄:____", "住址:__________", "本人签字:________"],
    "poem": ["桥下流水慢", "桥上行人稀", "一树梨花白", "半墙落日低"],
    "dialogue": ["“来了?”", "“来了。”", "“吃了没有?”", "“等你一起吃。”"],
    "bilingual": ["The bridge is open.", "桥通了。", "Mind the step.", "小心台阶。"],
}  # fmt: skip
DISTURBING = {  # texts without a page, whose words a page has as well
    "about links": "关于我们的村子，有很多话可说。\n联系我们的人，先问桥修好没有。\n",
    "menu words": "首页\n新闻\n体育\n",
    "a letter": "相关阅读：课后请读这三本书。\n责任编辑这四个字，印在书的最后一页。\n2021年5月6日\n",
    "a contact list": "联系人：沈一禾\n电话：0000-1234567\n地址：青禾县桥头路1号\n邮编：000000\n",
    "terms of use": "服务条款\n最后更新：2020年5月8日\n使用本服务，即表示同意本条款。\n版权声明\n未经许可，不得转载本站内容。\n",
    "quoted page": "他念道：“首页，新闻，正文。”\n又念：“上一篇，下一篇。”\n",
}


def clean(text: str) -> str:
    """The text without what structure takes, and no other rule."""
    return Cleaner(Settings(select=STRUCTURE)).clean(Document(text, "text")).text


STRUCTURE = tuple(rule.id for rule in Cleaner().ruleset.rules if rule.finder == "structure")


@pytest.mark.parametrize("text", DISTURBING.values(), ids=DISTURBING)
def test_a_text_without_a_page_is_not_touched(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_body_alone_is_not_touched(body: list[str]) -> None:
    text = "\n".join(body) + "\n"
    assert clean(text) == text


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_page_around_any_body_goes_and_the_body_stays(body: list[str]) -> None:
    title = "县里修好一座老桥"
    lines = clean("\n".join([*HEAD, title, META, *body, *TAIL]) + "\n").split("\n")
    assert [line for line in [title, *body] if line not in lines] == []
    assert "青禾网 > 本地 > 正文" not in lines
    assert META not in lines


@pytest.mark.parametrize("name", ["prose", "one paragraph"])
def test_nothing_of_the_page_is_left(name: str) -> None:
    page = "\n\n".join([*HEAD, "县里修好一座老桥", META, *BODIES[name], *TAIL]) + "\n"
    assert clean(page) == "\n\n".join(["县里修好一座老桥", *BODIES[name]]) + "\n"


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_cleaning_the_result_changes_nothing(body: list[str]) -> None:
    once = clean("\n".join([*HEAD, "县里修好一座老桥", META, *body, *TAIL]) + "\n")
    assert clean(once) == once


def test_every_cut_says_why() -> None:
    page = "\n".join([*HEAD, "县里修好一座老桥", META, *BODIES["prose"], *TAIL]) + "\n"
    reasons = {edit.rule: edit.why for edit in Cleaner(Settings(select=STRUCTURE)).clean(page).applied}
    assert "青禾网 > 本地 > 正文 (line 5)" in reasons["structure-breadcrumb"]
    assert "责任编辑:李禾 (line 10), confirmed by" in reasons["structure-editor"]


def test_an_ignored_rule_leaves_its_lines() -> None:
    page = "\n".join([*HEAD, "县里修好一座老桥", META, *BODIES["prose"], *TAIL]) + "\n"
    left = Cleaner(Settings(select=STRUCTURE, ignore=("structure-editor",))).clean(page).text
    assert "责任编辑:李禾" in left
    assert "版权所有" not in left


def test_posts_of_a_forum_stay_whoever_wrote_them() -> None:
    posts = ["沈一禾 当前离线", "积分 12", "发表于 2020-1-2 10:00 | 只看该作者", "修桥那年我十岁。", "回复 举报",
             "李禾 当前离线", "积分 8", "发表于 2020-1-3 11:00 | 只看该作者", "我也记得。", "回复 举报"]  # fmt: skip
    page = "\n".join(["青禾论坛 » 旧事", "查看: 31|回复: 1", "老桥的旧事", *posts, "返回列表", "版权所有 青禾网"]) + "\n"
    lines = clean(page).split("\n")
    assert {"修桥那年我十岁。", "我也记得。", "老桥的旧事"} <= set(lines)


META_LINES = {
    "开盘时间:4月23日": "",
    "来源不明的消息不要相信,更不要转发给别人": "",
    "1995年8月8日 国务院令第183号发布": "",
    "2021年5月6日": "date",
    "2021-05-06 10:20": "stamp",
    "发布时间:2021-05-06": "stamp",
    "来源:青禾网": "label",
    "2021-05-06 10:20 来源:青禾网": "meta",
    "【时间:2021年05月06日 11:11】 【来源:青禾县】": "meta",
    "青禾网 |发布: 2021-1-29 13:18|点击: 313|来自: 互联网": "meta",
    "作者:本站 发布时间:2021-01-08 浏览次数 : 12 字号:大 中 小": "meta",
}


@pytest.mark.parametrize(("line", "kind"), META_LINES.items())
def test_meta_lines_are_read_as_tokens(line: str, kind: str) -> None:
    found = meta.read(line)
    assert (found.kind if found else "") == kind


WORDINGS = {
    "[1] 沈一禾. 桥梁学. 青禾出版社, 2001.": "",
    "a -> b": "",
    "---": "",
    "申请许可证的,应当在60日内提出。": "",
    "评论(0)": "comment",
    "【关闭窗口】": "share",
    "您的位置: 首页 > 新闻": "breadcrumb",
    "更多>>": "related",
    "京ICP备00000000号-1": "copyright",
    "责任编辑:李禾": "editor",
    "上一篇:河里的船": "pager",
    "首页 | 新闻 | 体育 | 财经": "nav",
}


@pytest.mark.parametrize(("line", "kind"), WORDINGS.items())
def test_wordings(line: str, kind: str) -> None:
    [row] = rows.read(rows.raws(Document(line, "text")))
    assert (row.marker.kind if row.marker else "") == kind


def test_one_kind_of_furniture_is_no_page() -> None:
    lines = rows.read(rows.raws(Document("\n".join(["县里修好一座老桥", *BODIES["prose"], "上一篇:河里的船", "下一篇:没有了"]), "text")))
    assert plan.make(lines).stop == len(lines)


def test_words_of_the_lexicon_are_written_as_they_are_looked_up() -> None:
    assert [word for word in lexicon().words if word != (core_of(word) or word)] == []


def test_time_is_linear_in_lines() -> None:
    found = rows.read(rows.raws(Document("\n".join(["他推门进来，看见桌上放着一封信。"] * 20_000), "text")))
    assert plan.make(found).first == 0


@pytest.mark.parametrize(
    "lines",
    [
        [
            "春天",
            "雨水",
            "河边",
            "老树",
            "石桥",
            "灯火",
            "夜船",
            "远山",
            "炊烟",
            "归人",
            "一盏灯",
            "照着路",
            "路很长",
            "人不多",
            "风起了",
            "雪落下",
            "天亮了",
            "我走了",
        ],
        ["苹果", "香蕉", "葡萄", "西瓜", "桃子", "李子", "杏子", "樱桃", "石榴", "柿子", "以上是今天要背的生词，每个抄五遍，明天上课听写。"]
        * 2,
    ],
)
def test_verse_and_lists_of_words_are_no_menu(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert clean(text) == text


def test_a_long_menu_in_a_sites_own_words_goes() -> None:
    menu = [
        "出门",
        "住店",
        "吃喝",
        "车票",
        "船票",
        "行李寄存",
        "导游牌",
        "海岛",
        "古镇",
        "雪山",
        "草原",
        "边境",
        "亲子",
        "房车",
        "骑行",
        "徒步",
        "带狗去",
        "问路",
        "拼车",
        "晒照片",
        "攻略下载",
        "我的背包",
    ]
    body = [
        "渡口的老船",
        "船停在芦苇边上，船底朝天，漆掉了一半。修船的人说，再刷两遍桐油，明年还能下水。",
        "雨下起来的时候，他把塑料布盖在船上，四角压了石头，又在船头坐了一会儿，看水面上的圈。",
        "老人说，船和人一样，闲着就坏了，动起来才活得久，所以他每年都要把它推下水走一趟。",
    ]
    left = clean("\n".join([*menu, *body]))
    assert left.strip().split("\n") == body


def test_a_short_article_below_a_long_list_is_found() -> None:
    """Most of what stays reads as furniture; what goes does all the same, since the article's only sentence is among what stays."""
    menu = ["首页", "新闻", "体育", "财经", "房产", "登录", "注册", "当前位置：首页 > 新闻 > 正文"]
    titles = [
        f"{place}举行{what}" for place in ("城东", "城西", "江北", "河口", "山前") for what in ("篮球赛", "书画展", "招聘会", "植树节活动")
    ]
    article = ["渡口换了新船", "老船工把缆绳交给徒弟，叮嘱他起雾的早晨不要急着开船，又在岸边站了很久才回家。"]
    tail = ["责任编辑：林晓", "分享到：", "友情链接", "关于我们 | 联系我们 | 网站地图", "版权所有 青禾网 京ICP备00000000号"]
    kept = clean("\n".join([*menu, *article, *titles, *tail]))
    assert article[1] in kept
    assert "房产" not in kept
    assert "友情链接" not in kept


def test_couplets_above_a_text_are_no_menu() -> None:
    couplets = [
        *(
            "玉兔辞旧岁",
            "金龙贺新年",
            "春来千山秀",
            "福到万家兴",
            "红梅迎春放",
            "绿竹报平安",
            "牛耕丰收地",
            "燕剪艳阳天",
            "政通千业旺",
            "人和百事兴",
        ),
        *("五谷丰登贺新岁", "六畜兴旺迎小康", "政策英明民致富", "山河锦绣国腾飞", "瑞雪纷飞丰收兆", "红梅怒放报春来"),
        *("万里江山披锦绣", "千家灯火庆团圆", "党风廉正民心悦", "国策英明事业兴", "致富路上春光好", "文明村里喜事多"),
    ]
    prose = [
        "这些对联是镇上的老人写的，每年腊月二十四在文化站门口送，谁家要就给谁家写，墨是自己磨的。",
        "纸是县里造纸厂送的红纸，裁好了码在桌上，写一副晾一副，晾干了卷起来扎一根草绳。",
        "他写了四十年，手抖得厉害了，字却越写越大，来要的人也越来越远，有人开车两个钟头来拿。",
    ]
    text = "\n".join([*couplets, *prose])
    assert Cleaner().clean(Document(text, "text")).text == text


TITLES = [
    "三连胜！老将末节独得十九分逆转比赛",
    "新赛季赛程公布：揭幕战放在十月第二周",
    "前锋伤愈复出时间敲定，有望赶上下轮德比",
    "队记：球队正在考察两名年轻中锋",
    "官方：青年队主教练续约至后年夏天",
]


def test_others_titles_below_a_short_text_go_where_a_header_shows_them() -> None:
    text = "县队昨天去了山里\n\n3月4日讯 昨天下午，县篮球队坐了两个钟头的车，到山里的学校打了一场球。\n\n孩子们站在窗台上看，喊得嗓子都哑了。\n"
    page = text + "\n热门录像\n热门新闻\n" + "\n".join(TITLES) + "\n"
    assert Cleaner().clean(Document(page, "text")).text.strip() == text.strip()


def test_lines_that_a_short_text_ends_with_stay_without_one() -> None:
    text = "县队昨天去了山里，回来写了一首短诗。\n\n昨天下午，县篮球队坐了两个钟头的车，到山里的学校打了一场球。\n\n山高\n路长\n孩子们的鞋\n一双双排在门口\n像等着开船\n"
    assert Cleaner().clean(Document(text, "text")).text == text
