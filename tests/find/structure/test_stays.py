"""What the article's author wrote beside a site's own lines stays: titles, facts, sources, contacts of a notice, answers, warnings."""

import pytest
from bridge import META, PROSE, TAIL

from cqclean.cleaner import Cleaner
from cqclean.find.structure import meta

HEAD = ["首页", "新闻", "民生", "登录 | 注册", "青禾网 > 本地 > 正文"]


def lost(body: list[str], head: list[str], tail: list[str]) -> list[str]:
    """The lines of the body that do not come through."""
    left = Cleaner().clean("\n".join([*head, *body, *tail]) + "\n").text.split("\n")
    return [line for line in body if line not in left]


@pytest.mark.parametrize(
    "end",
    [
        ["地址：青禾县桥头路1号文化馆二楼", "电话：0000-1234567 传真：0000-1234568", "联系人：沈女士"],
        ["参考资料", "1 青禾县桥梁志．青禾出版社．1998：45-52", "2 县志·卷二·津梁"],
        ["参考资料", "1", "沈一禾．石桥小考．青禾文史，1998(3)", "2", "县志编纂委员会．青禾县志：青禾出版社，1994：212"],
        ["（撰稿：沈一禾　摄影：丁山　审核：蔡校长）"],
        ["注释", "[1] 见《青禾旧闻》第88页", "[2] 同上"],
        ["风险提示：石料涨价；汛期提前；工期不及预期。"],
        ["声明：茶是我自己花钱买的，和店家没有关系。"],
        ["技术咨询：青禾县文物站 刘站长 0000-1234567"],
    ],
    ids=["contacts", "sources", "sources below their numbers", "credit", "notes", "risks", "declaration", "whom to ask"],
)
def test_what_an_article_ends_with_stays(end: list[str]) -> None:
    assert lost([*PROSE, *end], [*HEAD, "县里修好一座老桥", META], TAIL) == []


@pytest.mark.parametrize(
    ("title", "above"),
    [
        (["一座桥，两代人"], []),
        (["组图：老桥通行的第一个清晨"], []),
        (["5月6日青禾市场大蒜价格行情"], []),
        (["一座桥，两代人", "——石匠父子侧记"], []),
    ],
)
def test_a_title_below_the_breadcrumb_stays(title: list[str], above: list[str]) -> None:
    assert lost([*title], HEAD, [META, *PROSE, *TAIL]) == []


def test_a_title_with_which_the_breadcrumb_ends_stays() -> None:
    title = "[求助] 还有人记得老桥上的茶馆吗"
    assert lost([title], [], ["桥边论坛 » 闲聊 » " + title, "1/1页", "发表于 2011-3-2 22:17", *PROSE, *TAIL]) == []


def test_facts_that_begin_above_the_text_stay() -> None:
    facts = ["书名：石桥记", "作者：沈一禾", "出版社：青禾出版社", "出版时间：2018年4月", "定价：49.80元", "ISBN：978-7-0000-0000-1"]
    assert lost(facts, [*HEAD, "读《石桥记》", META], [*PROSE, *TAIL]) == []


def test_a_second_answer_stays() -> None:
    first = ["老桥能不能过车？", *PROSE, "2018-11-20 16:02", "有用(36)", "追问", "沈大夫 主治医师"]
    second = "超过两吨的不行，桥面是旧石板，震久了会松；空车也要慢，过桥时别踩急刹。祝顺利！"
    assert lost([second], [*HEAD, *first], ["2018-11-21 08:47", "有用(5)", "免费提问", *TAIL]) == []


@pytest.mark.parametrize("line", ["组图:老桥通行的第一个清晨", "5月6日青禾市场大蒜价格行情"])
def test_a_title_is_no_meta_data(line: str) -> None:
    assert meta.read(line) is None


@pytest.mark.parametrize("line", ["文/图:沈一禾", "5月6日 青禾网", "摄影/撰文:沈一禾"])
def test_meta_data_is_read_still(line: str) -> None:
    assert meta.read(line) is not None


def test_words_that_the_text_speaks_of_are_no_furniture() -> None:
    text = (
        "格式代码\n首页\n登录\n当前位置：首页 > 手册 > 格式\n格式代码\n2021-03-04 10:20\n"
        "每种语言的日历各有代码，日历写在方括号里，没有写日历的按公历算，日期会照着日历换算成当地的写法。\n"
        "下表列出各种语言的日历和数字，表里没有的语言不能换算，程序会照原样显示，也不报错，只在日志里记一条。\n"
        "日历\n[buddhist]\n佛历\n[gengou]\n和历\n[hebrew]\n犹太历\n日历\n泰语\n[thai]\n日语\n[japan]\n"
        "年份在没有日历的时候用四位数，有日历的时候照日历的年号，年号没有的写成数字，数字不够的补上零。\n"
    )
    gone = {line for line in text.split("\n") if line not in Cleaner().clean(text).text}
    assert gone.isdisjoint({"日历", "[buddhist]", "佛历", "泰语", "[japan]"})


def test_titles_side_by_side_below_the_text_go_with_the_others() -> None:
    titles = [
        "油价今晚或迎年内第九次上调",
        "两会代表热议高房价",
        "返乡农民工创业可贷款五万",
        "小品演员来青禾演出门票炒到千元",
        "火箭险胜对手三连胜　　阿联复出得九分",
        "洋码头修缮工程开工　　大桥选址初步确定",
    ]
    text = [*HEAD, "县里修好一座老桥", META, *PROSE, *titles, *TAIL]
    left = Cleaner().clean("\n".join(text) + "\n").text.split("\n")
    assert set(titles).isdisjoint(left)
    assert set(PROSE) <= set(left)


def test_a_row_of_names_with_their_schools_stays() -> None:
    names = ["获奖名单", "一等奖  清河县第一实验小学  王小明", "二等奖  青禾县桥头小学  李禾", "三等奖  青禾县河东小学  周一舟"]
    assert lost([*PROSE, *names], [*HEAD, "县里修好一座老桥", META], TAIL) == []


def test_the_title_of_a_thread_stays() -> None:
    """Forum software sets a button to copy the address below it; the board's own lines around it go."""
    head = ["找回密码", "立即注册", "QQ登录", "只需一步，快速开始", "查看: 2510|回复: 1", "[转贴] 旧桨的修法", "[复制链接]", "威望", "金钱", "贡献",
            "版主", "积分", "注册时间", "最后登录", "发表于 2012-5-5 04:33:46 | 显示全部楼层 |阅读模式"]  # fmt: skip
    text = Cleaner().clean("\n".join([*head, *PROSE]) + "\n").text
    assert text == "\n".join(["[转贴] 旧桨的修法", *PROSE]) + "\n"


def test_one_fact_a_line_below_a_breadcrumb() -> None:
    head = ["当前位置：首页 > 资讯 > 桥梁", "石桥修好了", "• 2016/3/25 14:32:10", "• 类型：原创", "• 来源：青禾报", "• 作者：特约记者 姬四"]
    assert Cleaner().clean("\n".join([*head, *PROSE]) + "\n").text == "\n".join(["石桥修好了", *PROSE]) + "\n"


def test_the_sections_of_an_encyclopedia_stay_with_their_headings() -> None:
    page = """知览百科
进入词条
全站搜索
秒懂一分钟
城市百科
积分商城
收藏
查看我的收藏
0 有用+1
顾禾
播报
编辑
讨论
上传视频
顾禾，农学家，一生住在田边，记下的气温和水温装了三只木箱，写过三本讲种稻的小书，乡里人都叫他田先生。
目录
1主要成就
2出版著作
3轶事
主要成就
播报
编辑
他提出看天、看泥、看根的育秧法，以早晚的水温定灌排，在没有仪器的条件下，烂秧少了一半，邻县的人都来学。
出版著作
播报
编辑
《稻作浅说》，农业知识社，1954年
《秧田手记》，青禾出版社，1963年
轶事
播报
编辑
他的鞋一年到头是湿的，同事说，听见走廊里有水响，就知道是他从田里回来了。
新手上路
成长任务
编辑入门
投诉侵权信息
©2024 知览 使用知览前必读 | 百科协议 | 隐私政策
"""
    kept = Cleaner().clean(page).text.splitlines()
    assert [line for line in kept if len(line) < 30] == [
        "顾禾",
        "主要成就",
        "出版著作",
        "《稻作浅说》，农业知识社，1954年",
        "《秧田手记》，青禾出版社，1963年",
        "轶事",
    ]


def test_the_keywords_of_a_paper_stay_beside_its_abstract_and_a_sites_go() -> None:
    keywords = "关键词：石桥；灰浆；修缮"
    assert lost([*PROSE, keywords, "Abstract: The stones of the bridge were left in place."], [*HEAD, "老桥灰浆的配比"], TAIL) == []
    assert lost([*PROSE, keywords], [*HEAD, "老桥灰浆的配比", META], TAIL) == [keywords]


def test_a_poem_below_the_menus_of_a_papers_digital_edition_stays() -> None:
    notice = (
        "《青禾日报》（电子版）的一切内容（包括文字、图片、版面设计、栏目名称）仅供读者阅读、学习使用，未经本报书面授权，任何单位不得转载。"
    )
    head = ["14版：副刊   PDF版下载 上一版 下一版", "新闻排行榜", "版权声明", notice, "日 报", "周 报", "杂 志", "青禾日报 2017年10月16日 星期一",
            "欢迎您：读者", "往期回顾", "全文检索", "<上一期   下一期>", "14版：副刊", "山路上的邮包", "渡口（诗）", "一盏灯的十年"]  # fmt: skip
    poem = ["灯还没有灭，摇橹的人起得早", "缆绳搭在肩上，像搭着一条河", "船舱浅，水面宽", "坐船的有鸡鸭，也有上学去的姑娘", "新桥快通车了，他说",
            "说话间望了望西岸", "西岸的吊车比老树还高", "等桥通了，我到桥上去坐坐", "早上看一回水，晚上看一回水"]  # fmt: skip
    print_line = "《 青禾日报 》（ 2017年10月16日   14 版）"
    assert lost(["渡口（诗）", *poem], [*head], ["放大 缩小 默认", "上一篇：一盏灯的十年", "下一篇：山路上的邮包"]) == []
    assert lost(poem, [*head, "渡口（诗）", "苗野", print_line], ["放大 缩小 默认", "上一篇：一盏灯的十年"]) == []
