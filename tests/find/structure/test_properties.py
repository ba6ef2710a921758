"""Tables whose labels name properties of a thing stay wherever they stand around an article; menus, filters and profiles in like words do not
become tables."""

import pytest
from bridge import META, PROSE, TAIL

from cqclean import clean
from cqclean.find.structure import columns, properties, rows
from cqclean.text.document import Document

HEAD = ["首页", "新闻", "民生", "生活", "文化", "登录 | 注册", "青禾网 > 生活 > 正文"]
TITLE = "青禾石板桥"
TABLES = {
    "recipe": "口味|酸甜|工艺|炖|耗时|半小时|难度|普通",
    "values above labels": "酸甜|口味|炖|工艺|半小时|耗时|普通|难度",
    "job": "薪资 面议|学历 大专|经验 不限|工作地点 青禾县|招聘人数 若干",
    "tender": "采购项目名称|青禾县文化馆桌椅采购|品目|采购单位|青禾县文化馆|行政区域|青禾县|公告时间|2021年03月02日 10:20",
    "song": "作词：方以渔|作曲：许未央|编曲：老船长乐队|制作人：许未央|混音：阿祖",
    "flat": "户型：三室两厅|朝向：南北|装修：精装|小区：桥头花园|产权：满五唯一",
    "car": "变速箱|手动|燃料类型|汽油|车身颜色|白|排放标准|国五|过户次数|无",
    "film": "导演:|沈一禾|主演:|程野|方以渔|许未央|类型:|剧情|家庭|制片国家/地区:|中国大陆|语言:|汉语普通话|片长:|97分钟",
    "drug": "【药品名称】和胃散|【性状】本品为棕黄色的粉末|【规格】每袋装八克|【贮藏】密封|【包装】复合膜袋|【生产企业】青禾药业",
    "software": "软件名称：青禾记账本|版本：三点二|支持系统：安卓、苹果|授权方式：免费|开发者：青禾工作室",
    "rows of several": "导演：沈一禾 编剧：苗野 主演：程野 片长：九十分钟",
    "rows of several without a colon": "薪资 面议 学历 大专 经验 不限|地点 青禾县 招聘人数 若干",
    "long value": "公司名称|青禾石料有限公司|经营范围|石料加工；石料销售；园林绿化施工；石桥修缮；古建筑维修；材料批发、零售。|公司类型|有限公司|法定代表人|沈一禾",
    "bullets": "· 品牌：青禾|· 材质：青石|· 产地：江南|· 包装：木箱",
    "prices": "品名|产地|市场|价格|涨跌|青石板|江南|青禾|320|-5|黄石板|岭南|桥头|280|+3|白石板|淮北|青禾|410|持平",
    "labels that end as labels do": "股票名称|青禾股份|上市板块|主板|开户方式|柜台|控股股东|沈一禾|主营业务|石料加工",
    "trains": "车次|出发站|到达站|发车时间|历时|K101|青禾|桥头|08:12|1:30|K203|青禾|河西|09:40|2:05",
    "permits": "证号|发证日期|楼栋|青房预[2021]12号|2021-03-04|一号楼|青房预[2021]15号|2021-05-06|二号楼、三号楼",
}
NO_TABLES = {
    "filter": "区域|不限|桥头|河西|户型|不限|一室|两室|朝向|不限|东|南|装修|不限|毛坯|精装",
    "filter in lines": "品牌 全部 青禾 桥头 河西|材质 全部 青石 黄石|产地 全部 江南 岭南|价格 全部 100以下 100-200",
    "menu of an examination": "报名时间|考试大纲|考试时间|成绩查询|报名条件|模拟试题|考试科目|历年真题",
    "order of a list": "综合|销量|价格|人气|上架时间",
    "menu of a music site": "歌手|排行榜|专辑|歌单|主播电台|MV|新碟上架|曲风|语种",
    "menu of a car site": "品牌|车型|报价|图片|价格|排量|变速箱|论坛|车系|口碑",
    "profile of a blogger": "性别：男|星座：天秤座|血型：O|居住地：青禾县|职业：石匠",
    "register": "索引号|QH001|分类|其他|发布机构|县政府办公室|发文日期|2020-11-03|名称|关于修桥的通知|文号|青政发8号",
    "cards": "桥头花园|户型：三室|朝向：南|河西小区|户型：两室|朝向：东|东门里|户型：一室|朝向：西",
    "menu in lines": "品牌 车型 报价|价格 排量 图片|变速箱 车系 口碑",
    "topics of a forum": "标题|作者|回复|日期|秋天的集市开了|沈一禾|12|2021-03-04|渡口换了新船|苗野|7|2021-03-05",
    "offers without figures": "品牌|产地|价格|青石板|江南|面议|黄石板|岭南|面议",
}


def read(lines: list[str]) -> list[rows.Row]:
    return rows.read(rows.raws(Document("\n".join(lines), "text")))


@pytest.mark.parametrize(
    "page",
    [
        [*HEAD, TITLE, "{}", META, *PROSE, *TAIL],
        [*HEAD, TITLE, META, "{}", *PROSE, *TAIL],
        [*HEAD, TITLE, META, *PROSE[:2], "{}", PROSE[2], *TAIL],
        [*HEAD, TITLE, META, *PROSE, "{}", *TAIL],
        [*HEAD, TITLE, "{}", *PROSE, *TAIL],
    ],
    ids=["above the meta line", "below it", "in the text", "below the text", "without a meta line"],
)
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_of_properties_stays_wherever_it_stands(page: list[str], table: str) -> None:
    left = clean("\n".join(page).format(table.replace("|", "\n")) + "\n").split("\n")
    assert [line for line in table.split("|") if line not in left] == []
    assert HEAD[1] not in left


@pytest.mark.parametrize("lines", NO_TABLES.values(), ids=NO_TABLES)
def test_lists_in_the_same_words_are_no_tables(lines: str) -> None:
    found = read(lines.split("|"))
    assert [*properties.boxes(found), *columns.boxes(found)] == []


@pytest.mark.parametrize("facts", [["歌手：陆小渡", "所属专辑：江边十二夜"], ["工艺", "焖", "难度", "初级", "人数", "三人"]])
def test_what_facts_follow_is_the_name_of_the_thing(facts: list[str]) -> None:
    page = read(["首页", "歌单", "末班渡轮", *facts, "播放"])
    assert properties.named(page, len(page)) == range(2, 3 + len(facts))


def test_cards_of_several_things_name_none() -> None:
    page = read(["首页", "末班渡轮", "歌手：陆小渡", "专辑：江边十二夜", "旧码头", "歌手：许未央", "专辑：青石桥"])
    assert properties.named(page, len(page)) == range(0)


@pytest.mark.parametrize("cells", [["日期"] * 12 + ["说明"], ["价格"] * 13], ids=["heads", "labels without values"])
@pytest.mark.parametrize("boxes", [columns.boxes, properties.boxes])
def test_thousands_of_heads_and_labels_are_read_in_linear_time(cells, boxes) -> None:
    """Twenty times as many rows are looked at little more than twenty times as often."""
    few, many = (Counted(read(cells * times)) for times in (100, 2000))
    assert list(boxes(few)) == list(boxes(many)) == []
    assert few.read > 0
    assert many.read < 30 * few.read


class Counted(list[rows.Row]):
    """Rows that count how many of them were taken."""

    read = 0

    def __iter__(self):
        self.read += len(self)
        return super().__iter__()

    def __getitem__(self, at):
        found = super().__getitem__(at)
        self.read += len(found) if isinstance(at, slice) else 1
        return found
