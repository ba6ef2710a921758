"""Disguised characters: what looks like a disguise and is none, first; then what hides, and properties of every edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean import Cleaner, Settings
from cqclean.text.edits import apply

CLEANER = Cleaner(Settings(kinds=("variant", "width")))
UNSAFE = Cleaner(Settings(kinds=("variant", "width"), unsafe=True))


@pytest.mark.parametrize(
    "text",
    [
        "蕞尔小国，绵蕞为仪，秦师攻蕞不拔。",
        "麻醉高风险病人；他醉心于书，喝醉大哭。",
        "表弟一家和师弟一起来，兄弟一条心，子弟一旦离乡。",
        "第1章、第1名、第①步、第壹联",
        "勐海县、澹台、惨澹、桉树、耒阳、苌弘、蓼莪",
        "百家姓、贵姓、同姓、微言大义、唯心主义",
        "我哋今日饮茶，冇问题。",
        "拉弓虽难，他拉满弓，虽然手抖。",
        "直线a上的点到边b的距离是c，第n个数",
        "阿Q、A股、T恤、卡拉OK、3D打印",
        "中国·北京，林纳斯·托瓦兹，约翰·斯卡利，沁园春·雪",
        "是/否、男/女、读/写、元/年、他/她",
        "目　录\n前 言\n张 三　李小明\n姓名  性别  年龄",
        "政府的拼音是zhèng fǔ，输入ni得到你。",
        "用vim编辑，ping测试，在bin目录下",
        "隰(xí)县、饕餮(tiè)纹、单(shàn)县、熵(entropy)",
        "“讨-厌-死-了”，他说：“好——”！！！",
        "程序员👩\u200d💻、❤\ufe0f、1\ufe0f\u20e3、می\u200cخواهم、क्\u200dष",
        "文档中的\u200fالعربية\u200f两侧",
        "在HTML里写成 &nbsp; 或 &lt;",
        "二〇二四年，　　缩进，“引号”",
        "今日は５時に会いましょう。",
        "他著书立说，著作等身，显著进步，一著棋",
        "孩子們圍著火爐，纔聽見一隻鳥。",
        "日k线图和周k线图，三a级景区，小s姐姐，他爱打call。",
        "水+电+煤，天/地，图~文，收-支",
        "金 木 水 火 土，五行相生相克。",
        "赵 钱 孙 李，周 吴 郑 王，都是姓。",
        "关机后再开机 会出现同样的问题，请重试。",
        "一 个人简历，写在前面；二 家庭情况。",
        "如图①，由①可知，步骤①和附件①见后。",
        "沿淮四省完钻交井三十口，海关关员查验，长途直拨电话，日本官房长官。",
        "老师傅姓付，付辛博是歌手，全仁权也是。",
        "甲级、乙级、丙级和丁级标准",
        "程序hang住了，用du查看，ul和li是标签，变量名xinxi",
        "我用weixin联系他，他在taobao上班。",
        "他说一句话就走，嗯嗬嗨，我哋去边度。",
        "（甲（乙）丙）（丁），好的。。。好……",
        "随着技术的發展，工人越来越少。",
        "他叫武齐久；文中的武齐久今年二十岁，在部队里当兵。武契奇总统到访，演员吕艺生演医生。",
        "弓虽旧，弦却是新换的；丁页老人住在村东头；一人立于灯下。",
        "《诗经》说“匪莪伊蒿”，莪是一种蒿草。",
        "“涐嗳沵”是火星文，“丅”和“丄”是符号。",
        "标题用“沉 痛 悼 念”四个字，京-津-冀一体化，川·渝火锅，张三&李四",
        "认罪好几次，喝醉好几回，嘴好的人，他的嘴真甜，罪大恶极",
        "故选②项，图中①处，①号机组和②号机组，⑩元纪念钞",
        "B站、T台、Q军、小S、抢劫Y行，每个月26万+美元",
        "弟一家五口住在城南，她唱的《zui爱》，重（chóng）庆常被读错",
        "陈 丰 原任青禾县副县长，后调走；李 明 天文台台长。",
        "门楣上写着天 道 酬 勤，四个字已经褪色。",
        "【词】【曲】两栏，按[上][下]键，（一）（二）（三）三条，【图】【书】【馆】",
        "他打出「人」「工」「智」「能」四张牌。女主角叫ling，男主角叫hao。",
        "㈠班和㈡班，例⑴：见⑵式，步骤①心一意",
        "王玢、李妢、张枟三位同学，沄水与洳河、浬河交汇。",
        "佢哋話冇啲嘢，嗰個人點解唔嚟。祢是我們的神，祂愛祢，妳也愛祂。",
        "注音里ㄧ是介音，网友留言说“好累ㄋ”。",
        "| 唐 | 开元通宝 | 一斗约十五文 |\n|宋|交子|因地而异|\n甲 | 子时 | 乙",
        "木板漂在水上，发漂则是染织业的行话。",
        "Ａ　Ｂ　Ｃ三栏，永9井出油了，国家及省级非遗名录",
    ],
)
def test_good_text_stays(text: str) -> None:
    assert CLEANER.clean(text).text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("年度zui佳设计，SHOU家门店", "年度最佳设计，首家门店"),
        ("笫三章，弟一次出门，行业第①的口碑", "第三章，第一次出门，行业第一的口碑"),
        ("氵殳人接电话，扌丁不通", "没人接电话，打不通"),
        ("伱吥懂莪", "你不懂我"),
        ("警方破获一起盗窃桉，查阅了档桉。", "警方破获一起盗窃案，查阅了档案。"),
        ("首次注册兔费，送优惠劵", "首次注册免费，送优惠券"),
        ("经jì发展，光电二ji管", "经济发展，光电二极管"),
        ("經(jīng)濟(jì)發(fā)展", "經濟發展"),
        ("请把卡号和银航预留手机号填好。", "请把卡号和银行预留手机号填好。"),
        ("吸读的人被警茶带走，贩卖独品。", "吸毒的人被警察带走，贩卖毒品。"),
        ("大家都是恏萠伖，她徦装没看见", "大家都是好朋友，她假装没看见"),
        ("言青问米青神，手丁电话，月半子减月巴", "请问精神，打电话，胖子减肥"),
        ("国内①流团队，万无①失", "国内一流团队，万无一失"),
        ("这批huo到了，他们吃fan，银hang卡丢了", "这批货到了，他们吃饭，银行卡丢了"),
        ("当地zhengfu派人核实，zousi香烟", "当地政府派人核实，走私香烟"),
        ("屋里空k气闷，家★★乡，战+争，公*司", "屋里空气闷，家乡，战争，公司"),
        ("他 们 一 家 人 都 很 善 良，常帮人。", "他们一家人都很善良，常帮人。"),
        ("我们已经到了车站。。他，,,没来。", "我们已经到了车站。他，没来。"),
        ("老人说：&quot天气真好&quot。", '老人说："天气真好"。'),
        ("独·家授·权，抢_劫，火|辣辣，他/妈的", "独家授权，抢劫，火辣辣，他妈的"),
        ("走社 会 主 义道路，不动摇。", "走社会主义道路，不动摇。"),
        ("焚 w 宿 w 庄的人", "焚宿庄的人"),
        ("天亮了，,她出门。.", "天亮了，她出门。"),
        ("镇\u200b馆\u200b之宝，木\u00ad匠，玉\u200d米，夜\u200e市", "镇馆之宝，木匠，玉米，夜市"),
        ("&ldquo;好&rdquo;&hellip;&amp;nbsp;&#65292;", "“好”… ，"),
        ("建于１９５６年，ＵＳＢ接口，３．５％", "建于1956年，USB接口，3.5%"),
        ("好想回箌過呿，回箌沒洧伱哋那兲", "好想回到过去，回到没有你的那天"),
        ("涐们啲爱情僦像电影，伱卜懂莪", "我们的爱情就像电影，你不懂我"),
        ("这是厨房里嘴好用的，史上罪贵的手表", "这是厨房里最好用的，史上最贵的手表"),
        ("假①赔⑩，剪①次头才⑮块，外公八⑩九岁", "假一赔十，剪一次头才15块，外公八十九岁"),
        ("男子酒后持D伤人。", "男子酒后持刀伤人。"),
        ("到处是sh体。", "到处是尸体。"),
        ("痔Z疮C术后，通过暗·网购买，裸_聊", "痔疮术后，通过暗网购买，裸聊"),
        ("一个轻轻的口勿，账号圭寸了，被足易出去", "一个轻轻的吻，账号封了，被踢出去"),
        ("首选之Yi，要shen用，长期失mian", "首选之一，要慎用，长期失眠"),
        ("枸杞（qi）泡水喝", "枸杞泡水喝"),
        ("他们看著那隻鸟，明白了这个象徵。", "他们看着那只鸟，明白了这个象征。"),
        ("查获【冰】【毒】，吃了[安][眠][药]，裸.贷害人。", "查获冰毒，吃了安眠药，裸贷害人。"),
        ("他❶丝不苟，十年如①日地练，全网No.①。", "他一丝不苟，十年如一日地练，全网No.1。"),
        ("按Ｓｈｉｆｔ＋Ｆ，打开Ｍｙ　Ｗｏｒｄ，", "按Shift+F，打开My Word，"),
        ("洳淉噯，請罙噯；洳淉卜噯，請離開。", "如果爱，请深爱；如果不爱，请离开。"),
        ("另ー天，莪傷吢ㄋ。", "另一天，我伤心了。"),
        ("被同学霸ling，他走进卧shi，品质一liu。", "被同学霸凌，他走进卧室，品质一流。"),
        ("一念成fo，一念成魔。", "一念成佛，一念成魔。"),
        ("英雄人牛勿，甲酉全超标", "英雄人物，甲醛超标"),
    ],
)
def test_disguise_goes(before: str, after: str) -> None:
    assert CLEANER.clean(before).text == after


def test_private_use_is_reported_only() -> None:
    result = UNSAFE.clean("云鬟半\ue012亸")
    assert result.text == "云鬟半\ue012亸"
    assert [edit.rule for edit in result.held] == ["width-private"]


def test_a_lone_slip_in_a_long_text_is_unsafe() -> None:
    text = "天气很好，我们去公园散步。" * 400 + "他说，，再见。"
    assert CLEANER.clean(text).text == text
    assert UNSAFE.clean(text).text == text.replace("，，", "，")


def test_markdown_entities_that_speak_to_the_renderer_stay() -> None:
    text = "# 题\n\n**甲** 和 `乙`，见 [丙](https://example.com/)。\n\n他说&lt;好&gt;，&nbsp;&ldquo;行&rdquo;。\n"
    assert CLEANER.clean(text).text == text.replace("&ldquo;", "“").replace("&rdquo;", "”")


PIECES = [
    *"的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可",
    *"，。！？“”·/_|. \u00a0\u3000\n蕞醉弟第①勐澹桉莪伱亻扌丁氵殳弓虽著隻徵１ＡａＱ\u200b\u200d\ufe0f\u200f\ufeff❤👩ا",
    "zui",
    "jīng",
    "(guó)",
    "&ldquo;",
    "&nbsp;",
    "社 会",
    "f[uǔ]",
    "𠮷",
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(texts)
def test_edits_are_in_order_and_make_the_text(text: str) -> None:
    result = UNSAFE.clean(text)
    assert apply(text, result.applied) == result.text
    ends = [0, *(edit.end for edit in result.applied)]
    for edit, last in zip(result.applied, ends, strict=False):
        assert last <= edit.start < edit.end <= len(text)
        assert text[edit.start : edit.end] != edit.new


@given(texts)
def test_lines_are_kept(text: str) -> None:
    assert CLEANER.clean(text).text.count("\n") == text.count("\n")
