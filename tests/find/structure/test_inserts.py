"""What a site sets between an article's lines goes, and lines of the author's that look like it stay."""

import pytest
from bridge import META, PROSE, TAIL

from cqclean import clean
from cqclean.find.structure import inserts, rows
from cqclean.text.document import Document

HEAD = ["首页", "新闻", "民生", "登录 | 注册", "青禾网 > 本地 > 正文", "县里修好一座老桥", META]
ABOVE, BELOW = PROSE[:2], PROSE[2:]


def left(between: list[str]) -> list[str]:
    """The lines between an article's paragraphs that come through."""
    after = clean("\n".join([*HEAD, *ABOVE, *between, *BELOW, *TAIL]) + "\n").split("\n")
    assert [line for line in (*ABOVE, *BELOW) if line not in after] == []
    return [line for line in between if line in after]


@pytest.mark.parametrize(
    "own",
    [
        ["延伸阅读：《青禾桥梁志》"],
        ["点击“保存”按钮，再点击关闭。"],
        ["单程票 半价，70岁以上老人免费"],
        ["鸡蛋", "鲜花", "馒头"],
        ["第1页写着桥名，第2页写着石匠的名字。"],
        ["序号", "桥名", "石匠", "1", "青禾桥", "沈一禾", "2", "渡口桥", "李阿山", "3", "老石桥", "沈二禾"],
        ["【双方首发】", "青禾队：沈一禾、李阿山"],
    ],
    ids=["book", "manual", "prices", "list", "pages of a book", "table", "teams"],
)
def test_lines_of_the_author_stay(own: list[str]) -> None:
    assert left(own) == own


@pytest.mark.parametrize(
    "line",
    [
        "相关报道：渡口的新船昨天试航",
        ">>>点击查看：青禾县还有哪些老桥",
        "【青禾团购】石板画年卡 顺丰包邮",
        "桥头民宿早订早优惠",
        "青禾石料 600000 13.27 +0.41 +3.19%",
        "展开全文",
        "我来说两句(128)",
    ],
)
def test_a_sites_line_goes(line: str) -> None:
    assert left([line]) == []


def test_the_list_of_an_articles_pages_goes() -> None:
    assert left(["第1页：桥上的石板", "第2页：桥下的船", "第3页：总结"]) == []


def test_captions_below_a_gallerys_buttons_stay() -> None:
    captions = ["石匠在桥上填缝", "第一个过桥的孩子", "桥头的茶馆"]
    assert left(["上一图", "1/3", "下一图", *captions]) == captions


def test_an_encyclopedias_buttons_go_and_its_ranks_stay() -> None:
    ranks = ["中文名", "三叶青", "界", "植物界", "科", "葡萄科", "属", "崖爬藤属"]
    assert left(ranks) == ranks
    sections = [
        line for name in ("形态", "习性", "分布") for line in (name, "编辑", f"{name}这一节说的是它在山里怎样过完一年，叶子什么时候红。")
    ]
    assert left(sections) == [line for line in sections if line != "编辑"]


def test_a_table_behind_the_pages_numbers_stays() -> None:
    facts = ["主要数据", "桥长：142.5米", "桥宽：16.9米", "石板：6200块", "工期：257天"]
    after = clean("\n".join([*HEAD, *ABOVE, *BELOW, "上一页 1 2 3 下一页", *facts, *TAIL]) + "\n").split("\n")
    assert [line for line in facts if line not in after] == []
    assert "上一页 1 2 3 下一页" not in after


def test_of_a_title_said_again_one_stays() -> None:
    title = HEAD[5]
    page = [f"{title}_民生_青禾网", *HEAD[:5], title, *HEAD[5:], *ABOVE, *BELOW, *TAIL]
    assert clean("\n".join(page) + "\n").split("\n").count(title) == 1


def test_an_encyclopedias_contents_go_and_its_sources_stay() -> None:
    page = """青禾百科
青禾百科首页
词条
搜索词条
进入词条
编辑 讨论 上传视频
注册
旱船灯
锁定
旱船灯是青禾一带在正月里演的一种歌舞，用竹子扎成船形，外面蒙上彩布，男子扮艄公，女子坐在船中唱。
中文名
旱船灯
流行地区
青禾、河东
代表人物
贺长根、李二妮
目录
1 历史渊源
2 表演形式
3 代表曲目
4 传承现状
5 参考资料
历史渊源
编辑
早年间白河上行船多，赊店一带船帮云集。每年二月二祭河神，船工用竹子扎船，男子摇桨，女子唱曲，灯从河上一直亮到街上。
后来水运没有了，表演从水上转到岸上，彩船改由演的人套在腰间。
表演形式
编辑
一般八到十六人，一人扮艄公拿着篙在前，两人扮船娘在中间，其余的是桨手，伴奏用大锣、小镲、曲胡和船板。
代表曲目
编辑
《上水滩》
《十二月行船》
《张三打鱼》
《瞧娘家》
传承现状
编辑
三十多年前再数，能从头唱到尾的只有十一人。后来文化馆在三所小学开了课，孩子们学得很快，正月里又有人演了。
参考资料
1．（清）《青禾县志》卷四·风俗
2．青禾县文化馆编.青禾民间舞蹈集成[M].青禾出版社,1991:212
3. 青禾县志编纂委员会．青禾县志（下册）．1994:766
词条标签：
民间舞蹈
学术论文
内容来自 旱船的学问 · 知识库
关于我们 | 联系我们 | 网站地图
版权所有 青禾百科 京ICP备00000000号
"""
    after = clean(page).split("\n")
    assert [line for line in after if line[:1].isdigit()] == [
        "1．（清）《青禾县志》卷四·风俗",
        "2．青禾县文化馆编.青禾民间舞蹈集成[M].青禾出版社,1991:212",
        "3. 青禾县志编纂委员会．青禾县志（下册）．1994:766",
    ]
    assert {"历史渊源", "传承现状", "参考资料", "《瞧娘家》"} <= set(after)


TEXT = "那天下着雨，桥上的石板滑得站不住人，卖菜的挑着担子绕到下游去过河。\n\n" * 7


@pytest.mark.parametrize(
    "line",
    [
        "时间：2023-07-09 07:34:08 民间建筑 我要投稿",
        "频道：桥梁 日期： 浏览：2",
        "文档序号：560834 发布日期：2021-05-18 浏览：2次",
        "2020-05-06 10:20 来源：青禾网",
        "发布时间：2017-08-11 所属栏目：桥梁技术",
        "发布时间：2017-08-11 09:20:11",
    ],
)
def test_a_lone_line_of_meta_data_below_the_title_goes(line: str) -> None:
    assert clean(f"老桥修缮记\n\n{line}\n\n{TEXT}") == f"老桥修缮记\n\n{TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "2021年5月1日 于青山",
        "更新时间：2007-11-16 7:55:53 本章字数：6717",
        "作者：王三 2021年5月1日",
        "时间：2021年5月1日 上午9:00",
        "来源：馆藏，2001年",
    ],
)
def test_a_date_or_an_author_alone_stays(line: str) -> None:
    text = f"老桥修缮记\n\n{line}\n\n{TEXT}"
    assert clean(text) == text


def test_rows_of_a_list_of_such_lines_stay() -> None:
    text = "".join(f"第{day}号文稿 2020-05-{day:02} 浏览：{day}3次\n" for day in range(1, 20)) + TEXT
    assert clean(text) == text


@pytest.mark.parametrize(("junk", "goes"), [(0.92, True), (0.7, False)])
def test_a_likely_line_right_between_two_that_go_goes_with_them(junk: float, goes: bool) -> None:
    lines = {
        "石板一块也没有换，只把缝里的土清了出来。": 0.02,
        "分享到微信": 0.8,
        "掌柜的话": junk,
        "举报": 0.8,
        "桥头的茶馆明天开门，老人又有了坐处。": 0.02,
    }
    found = rows.read(rows.raws(Document("\n".join(lines), "text")))
    scored = [row._replace(junk=score) for row, score in zip(found, lines.values(), strict=True)]
    assert (2 in inserts.found(scored, 0, len(scored), [0])) is goes
