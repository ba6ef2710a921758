"""Which blocks are told for adverts by the sum of their marks, and why?"""

import pytest

from cqclean import Cleaner, Settings
from cqclean.find.beside import beside
from cqclean.find.pitch import sums_of
from cqclean.find.verdict import said_openly, weigh
from cqclean.ruleset.clock import Clock
from cqclean.text.document import Document

STORY = "# 雨夜\n\n那天下着雨，他没有带伞。\n\n{}\n\n他把信又读了一遍，收进抽屉里。\n"
NOTES = "## {}\n\n- 先停服务\n- 再复制文件\n\n{}\n"


def cleaned(text: str, **settings: object) -> str:
    return Cleaner(Settings(**settings)).clean(Document(text, "markdown")).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "mention",
    [
        "公众号后台可以设置“扫码关注，回复资料领取礼包”这样的自动回复。",
        "“加我微信，拉你进群。”她在便签上写道。",
        "警方提醒：扫码进群领红包的多是骗局。",
        "优惠券领取接口每分钟最多调用二十次。",
    ],
)
def test_what_is_mentioned_stays(mention: str) -> None:
    assert cleaned(STORY.format(mention)) == STORY.format(mention)


@pytest.mark.parametrize(
    "advert", ["扫码添加助教，免费领取全套讲义。", "码字不易，喜欢的话帮忙点个赞再走吧～", "登录后可查看全部内容，还没有账号？立即注册"]
)
def test_what_is_offered_begged_or_walled_goes(advert: str) -> None:
    assert cleaned(STORY.format(advert)) == STORY.replace("{}\n\n", "")


def test_a_contact_below_its_own_heading_stays() -> None:
    text = NOTES.format("联系维护者", "加微信 cedar_m，拉你进用户群。")
    assert cleaned(text) == text
    text = NOTES.format("备份", "加微信 cedar_m，拉你进学习群，免费送全套教程。")
    assert "cedar_m" not in cleaned(text)


def test_a_row_below_a_head_that_lists_such_things_stays() -> None:
    text = "| 按钮 | 文案 |\n| --- | --- |\n| 主按钮 | 立即抢购，限时五折 |\n| 次按钮 | 扫码领取优惠券 |\n"
    assert cleaned(text) == text


def test_what_was_shown_is_said() -> None:
    result = Cleaner().clean(Document(STORY.format("登录后可查看全部内容，还没有账号？立即注册"), "markdown"))
    assert any("Shown by: " in edit.why for edit in result.applied)


def test_a_rule_that_is_ignored_leaves_its_blocks() -> None:
    text = STORY.format("登录后可查看全部内容，还没有账号？立即注册")
    assert cleaned(text, ignore=("pitch-site",)) == text


def test_quotes_are_mentions_but_for_buttons() -> None:
    assert said_openly("他说“加我微信”。") == "他说□。"
    assert said_openly("点个“在看”吧") == "点个在看吧"


def test_marks_of_a_manual_weigh_against_an_advert() -> None:
    assert weigh("点击立即购买,限时五折!").sum > weigh("点击立即购买按钮后触发事件,限时五折由接口返回!").sum + 3


def test_a_clock_notes_rules_and_finders() -> None:
    clock = Clock()
    Cleaner().clean(Document(STORY.format("扫码添加助教，免费领取全套讲义。"), "markdown"), clock)
    assert {"gate", "structure", "pitch"} <= clock.finders.keys()
    assert clock.rules


ADVERT_ITEM = "- 加微信 abc12345 领取全套资料，扫码进群，免费送课程\n"


@pytest.mark.parametrize(
    "honest",
    [
        "- 甲：适合小项目，启动快\n{}- 乙：适合大项目，功能全\n",
        "- 适合小项目\n{}- 适合大项目\n",
        "选型时看三点：\n- 价格\n{}- 许可证\n- 社区\n",
        "## 材料\n- 面粉\n{}- 鸡蛋\n",
        "- 面粉\n{0}- 鸡蛋\n{0}",
    ],
)
@pytest.mark.parametrize("advert", [ADVERT_ITEM, "- 关注公众号【码农老王】，回复“资料”免费领取面试题\n"])
def test_an_advertising_item_takes_no_honest_item_with_it(honest: str, advert: str) -> None:
    assert cleaned(f"先看需求。\n\n{honest.format(advert)}\n再看预算。\n") == f"先看需求。\n\n{honest.format('')}\n再看预算。\n"


def test_a_title_right_above_an_advert_stays() -> None:
    advert = "加微信 abc12345 领取全套资料，扫码进群，免费送课程\n"
    assert cleaned(f"# 雨夜\n{advert}\n那天下着雨，他没有带伞。\n") == "# 雨夜\n\n那天下着雨，他没有带伞。\n"


@pytest.mark.parametrize("title", ["# 小白编写第一个漏洞利用脚本", "# 免费领取优惠券的接口", "# 公众号运营干货大全"])
def test_a_title_that_names_what_adverts_say_stays(title: str) -> None:
    text = f"{title}\n原创 小白　吉吉　2024-11-25 00:45\n\n那天下着雨，他没有带伞。\n"
    assert cleaned(text).startswith(title)


def test_an_advertising_row_takes_no_table_with_it() -> None:
    table = "| 工具 | 特点 |\n| --- | --- |\n{}| 甲 | 启动快 |\n"
    row = "| 扫码进群 | 加微信 abc12345 免费领取全套资料，限时送课程 |\n"
    assert cleaned(f"先看需求。\n\n{table.format(row)}\n再看预算。\n") == f"先看需求。\n\n{table.format('')}\n再看预算。\n"


@pytest.mark.parametrize(
    "advert",
    [
        "加我微信 abc12345，免费领取：\n- 面试题一套\n- 源码一份\n- 视频课程\n",
        "- 扫码进群，免费送课程\n- 加微信 abc12345 领取全套资料\n- 关注公众号【码农老王】，回复“资料”\n",
        "猜你喜欢：\n- [减肥这样吃，一周瘦五斤](/jf/1.html)\n- [十大养胃食物排行](/ys/2.html)\n",
    ],
)
def test_a_list_that_advertises_throughout_goes_as_a_whole(advert: str) -> None:
    assert cleaned(f"先看需求。\n\n{advert}\n再看预算。\n") == "先看需求。\n\n再看预算。\n"


ROWS = "| 命令 | {} |\n| --- | --- |\n| ls | 列出文件 |\n{}| df | 查看磁盘 |\n"
GROUP = "| 学习群 | 搜 QQ 群 300200100，入群送思维导图 |\n"


def test_an_advertising_row_goes_from_a_table_of_other_things() -> None:
    assert cleaned(ROWS.format("作用", GROUP)) == ROWS.format("作用", "")


@pytest.mark.parametrize("head", ["示例", "文案", "回复"])
def test_an_advertising_row_stays_where_such_rows_are_listed(head: str) -> None:
    assert cleaned(ROWS.format(head, GROUP)) == ROWS.format(head, GROUP)


def test_an_id_set_as_code_is_read_and_code_is_not() -> None:
    assert cleaned(STORY.format("商务合作请加运营 `yunying_a1`，非诚勿扰。")) == STORY.replace("{}\n\n", "")
    manual = STORY.format("点击 `立即购买` 按钮后运行 `make qr`，扫码进群领取 `qr.png`。")
    assert cleaned(manual) == manual


def test_a_heading_right_below_a_prompt_stays() -> None:
    prompt = "**点击蓝字 关注我们**\n*本文共计3120字，预计阅读8分钟*\n"
    text = "# 索引为什么会失效\n\n在索引列上做了运算，优化器没有办法把它还原成区间，只好逐行计算。\n"
    assert Cleaner().clean(Document(prompt + text, "markdown")).text == text


def test_a_quote_that_the_text_shows_stays() -> None:
    advert = "> 亲，在家动动手指就能赚佣金，一单十元，当天结算，加QQ 123456789 免费报名。"
    shown = f"# 刷单骗局\n\n民警说，骗子发来的第一条信息是这样写的：\n\n{advert}\n\n前三单她都收到了钱。\n"
    put_in = f"# 刷单骗局\n\n前三单她都收到了钱，第四单要她先垫付。\n\n{advert}\n\n她报了警。\n"
    assert Cleaner().clean(Document(shown, "markdown")).text == shown
    assert advert not in Cleaner().clean(Document(put_in, "markdown")).text


def test_a_thousand_adverts_in_a_row_go() -> None:
    text = "# 缓存\n\n写库之后再删缓存。\n\n" + "加微信 abc12345 免费领取全套资料，名额有限，先到先得！\n\n" * 1200 + "先写库，再删缓存。\n"
    assert Cleaner().clean(Document(text, "markdown")).text == "# 缓存\n\n写库之后再删缓存。\n\n先写库，再删缓存。\n"


@pytest.mark.parametrize(
    "advert",
    [
        '<p align="center"><img src="wx_qr.jpg" width="180"><br>微信扫一扫，加入读者群，免费领资料</p>',
        '<center><b>限时特惠</b>：前端训练营 199 元，<a href="https://camp.example.com/?aff=12">点我报名</a></center>',
        '<div align="center">\n\n扫码关注「一只编辑」，回复“资料”免费领取面试题\n\n</div>',
        "—— END ——\n\n点个“在看”，分享给更多朋友，关注公众号不迷路",
        "🔥🔥🔥\n\n**年终清仓，全场 3 折起，限时抢购，加微信 abc12345 下单**",
        "| 业务 | 加微信 | 价格 |\n| --- | --- | --- |\n| 论文代写 | 加微信 abc12345 | 千字八十，量大优惠 |\n| 毕业设计 | 加微信 abc12345 | 800 元起，包过包改 |",
    ],
)
def test_an_advert_of_tags_or_several_blocks_goes_with_all_that_frames_it(advert: str) -> None:
    assert cleaned(STORY.format(advert)) == STORY.replace("{}\n\n", "")


@pytest.mark.parametrize(
    "honest",
    [
        '<p align="center"><img src="docs/logo.svg" width="160"></p>',
        '<img src="shots/login.png" alt="扫码登录的界面">',
        '<div align="center">\n\n[文档](https://zj.example.org) · [示例](https://zj.example.org/demo)\n\n</div>',
        "<p>客服电话写在 <code>config.phone</code> 里，显示在页面右下角。</p>",
        "—— END ——",
        "🔥🔥🔥",
    ],
)
def test_tags_and_signs_of_an_author_stay(honest: str) -> None:
    assert cleaned(STORY.format(honest)) == STORY.format(honest)


def test_a_tag_that_is_closed_elsewhere_keeps_its_block() -> None:
    text = STORY.format("<div>扫码添加助教，免费领取全套讲义。\n\n他又读了一遍。</div>")
    assert cleaned(text) == text


PICTURES = "# 雨夜\n\n![](https://a.example/1.jpg)\n\n那天下着雨，他没有带伞。\n\n![]({})\n\n{}他把信又读了一遍。\n"
CODE = "识别图中二维码，关注公众号，免费领取全套讲义。\n\n"


def test_a_picture_that_an_advert_points_to_goes_with_it() -> None:
    kept = PICTURES.replace("![]({})\n\n{}", "")
    assert cleaned(PICTURES.format("https://b.example/code.png", CODE)) == kept


def test_the_only_picture_of_a_text_goes_with_the_advert_that_points_to_it() -> None:
    advert = "![](https://pic.example.com/gzh.png)\n\n↑↑↑ 长按扫码 ↑↑↑\n\n添加周老师微信，免费领取全套讲义"
    assert cleaned(STORY.format(advert)) == STORY.replace("{}\n\n", "")


def test_a_link_between_two_adverts_goes_with_them() -> None:
    advert = "扫码添加助教，免费领取全套讲义。\n\n<https://kefu.example.com/z9>\n\n前五十名再送价值 299 元的训练营名额，手慢无。"
    assert cleaned(STORY.format(advert)) == STORY.replace("{}\n\n", "")


@pytest.mark.parametrize("own", ["他没有带伞，把信收进抽屉里。", "<script setup>\nimport { ref } from 'vue'\n</script>"])
def test_what_is_not_only_a_link_stays_between_two_adverts(own: str) -> None:
    adverts = "扫码添加助教，免费领取全套讲义。\n\n{}\n\n前五十名再送价值 299 元的训练营名额，手慢无。"
    assert cleaned(STORY.format(adverts.format(own))) == STORY.format(own)


def test_a_picture_of_the_text_stays_whatever_an_advert_points_to() -> None:
    own = "https://a.example/2.jpg"
    assert cleaned(PICTURES.format(own, CODE)) == PICTURES.format(own, "")


def test_what_a_site_gathered_and_what_a_firm_sells_go_from_below_a_heading_of_an_author() -> None:
    gathered = "本站资源均来自互联网，仅供学习交流，请在下载后 24 小时内删除，如有侵权请联系站长。"
    assert gathered not in cleaned(NOTES.format("版权声明", gathered))
    own = "正文以 CC BY 4.0 发布，转载请注明出处。"
    assert own in cleaned(NOTES.format("版权声明", own))


def test_a_number_right_below_the_offer_of_a_firm_is_the_firms() -> None:
    offer = "佛山顺达钣金有限公司承接激光切割、折弯、喷粉，厂家直销，量大从优，欢迎来电洽谈。\n\n电话：0757-2233 4455（蓝先生）"
    assert cleaned(NOTES.format("联系我们", offer)) == "## 联系我们\n\n- 先停服务\n- 再复制文件\n"


def test_what_a_site_leads_on_with_goes_with_its_label() -> None:
    led = "猜你喜欢：\n\n| [![](1.jpg)](/v/1) | [![](2.jpg)](/v/2) |\n| :-: | :-: |\n| 十平米改造 | 旧书做台灯 |"
    assert cleaned(STORY.format(led)) == STORY.replace("{}\n\n", "")
    own = led.replace("猜你喜欢：", "修复前后：")
    assert cleaned(STORY.format(own)) == STORY.format(own)


def test_the_heading_of_an_author_stays_above_a_contact_that_other_rules_take() -> None:
    text = "# 画图\n\n先画节点。\n\n## 联系我们\n\n### 加入微信群\n\n添加微信号：tu-hua-88 加入用户群\n\n### 加入 QQ 群\n\n见下一节。\n"
    assert cleaned(text).count("#") == text.count("#")


def test_adverts_below_a_heading_that_speaks_of_fraud_are_shown_to_the_reader() -> None:
    text = """# 防骗手册

短信里的话，真假要分得清，看不懂就先问家里人。

### 常见诈骗短信对照

- 真：【青禾税务】您的年度汇算尚未办理，请登录官方 App 办理。
- 假：【税务退税】您有 1,860 元退税待领取，今日截止，点击 t.demo.example/ts 填写银行卡。

区别在于，真的短信从不带链接。
"""
    assert Cleaner().clean(Document(text, "markdown")).text == text


@pytest.mark.parametrize(
    "block",
    [
        "👉 [直接在插件市场安装](https://market.example/plugin?id=81) 后引入",
        "- 在线体验地址：[https://try.example/](https://try.example/)",
        "- 兼容安卓，iOS，微信小程序，H5，QQ小程序",
    ],
)
def test_what_the_manual_of_a_package_offers_stays(block: str) -> None:
    text = f"# 竹节\n\n一个小工具。\n\n## 安装\n\n```sh\nnpm install zhujie\n```\n\n{block}\n\n## 用法\n\n先引入，再调用。\n"
    assert Cleaner().clean(Document(text, "markdown")).text == text


CALLOUTS = [
    "> [!TIP]\n> {}",
    "> [!note]\n>\n> {}",
    '!!! tip "提示"\n    {}',
    '??? note "点开看看"\n\n    {}',
    "<details>\n<summary>点开看看</summary>\n\n{}\n\n</details>",
    "<details open><summary>点开看看</summary>{}</details>",
]


@pytest.mark.parametrize("callout", CALLOUTS)
@pytest.mark.parametrize(
    "note",
    [
        "如果下载太慢，请换用国内镜像，地址写在附录里。",
        "近期有人冒充维护者在群里卖授权，要你加微信转账的都是骗子。",
        "第三届用户聚会在六月八日，门票四十元，含午餐。",
        "觉得有用的话，请给仓库点个 star。",
        "遇到问题可以加微信 `tuhua_dev` 咨询。",
    ],
)
def test_a_note_of_an_author_stays(callout: str, note: str) -> None:
    text = STORY.format(callout.format(note))
    assert cleaned(text) == text


@pytest.mark.parametrize("callout", CALLOUTS)
@pytest.mark.parametrize(
    "advert",
    [
        "扫码添加助教微信 `zhujiao_x8`，免费领取全套讲义，前 50 名再送题库，名额有限。",
        "春季班只剩三个名额，原价 899，现在报名只要 199，加微信 banzhuren_66 占座。",
    ],
)
def test_an_advert_that_is_set_off_as_a_note_goes(callout: str, advert: str) -> None:
    assert cleaned(STORY.format(callout.format(advert))) == STORY.replace("{}\n\n", "")


def test_an_advert_of_struck_prices_goes() -> None:
    advert = '<div align="center"><del>原价 899</del> <ins>今天 0 元</ins>，扫码添加助教 <code>zhujiao_x8</code>，免费领取全套讲义</div>'
    assert cleaned(STORY.format(advert)) == STORY.replace("{}\n\n", "")


@pytest.mark.parametrize(
    ("heading", "own"),
    [
        ("参考", "本节参考了竹节手册第三版，纸书在各网店有售。"),
        ("参考资料", "[绘图库的官方文档](https://docs.example.org/draw)，[作者的专栏](https://zl.example.org/p/1)。"),
        ("参考 {#reference}", "`send(code)` 在扫码之后调用，返回用户的编号；每天最多免费调用一百次。"),
        ("许可证", "代码以 MIT 发布，文档以 CC BY 4.0 发布，商用请先来信。"),
        ("联系我们", "邮箱：hi@tuhua.example；用户群：QQ 300200100，加群请注明来意。"),
        ("关于我", "做了六年后端，现在住在杭州。微信 tuhua_dev，加时请注明来意。"),
        ("商务合作", "如需商业授权或定制开发，请来信 biz@tuhua.example。"),
        ("交流群", "添加好友并回复「竹节」进群，QQ 300200100。"),
        ("打赏", "觉得有用的话可以请我喝杯咖啡。"),
    ],
)
def test_what_an_author_says_below_his_headings_stays(heading: str, own: str) -> None:
    assert cleaned(NOTES.format(heading, own)) == NOTES.format(heading, own)


@pytest.mark.parametrize(
    ("heading", "advert"),
    [
        ("参考", "青云主机年中大促，2 核 4G 仅 99 元一年，新用户专享，[点此直达](https://qy.example/618?aff=31)。"),
        ("参考 {#reference}", "我的小课《一周学会画图》正在预售，早鸟价 39 元，名额有限，现在订阅还送题库。"),
        ("延伸阅读", "关注公众号「画图小馆」，回复“资料”，免费领取全套讲义。"),
        ("联系我们", "企业建站、百度快排、小程序定制，低至 999 元，欢迎来电：400-861-7700，广告位招租请加 QQ 1940375600。"),
    ],
)
def test_what_sells_below_a_heading_of_an_author_goes(heading: str, advert: str) -> None:
    assert advert not in cleaned(NOTES.format(heading, advert))


SHOWN = (
    "# 画图\n\n先画节点。\n\n{}\n\n> 暑期画图训练营开始报名，原价 899，现在只要 99，名额有限，加微信 huatu_88 占座。\n\n{}\n\n再连线。\n"
)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("群里最多的是这样的广告：", "- 先报名，再催款"),
        ("例如：", "- 先报名，再催款"),
        ("她看到的第一条是：", "1. 没有地址"),
        ("模板引用如下文案：", "```js\ndraw()\n```"),
        ("那天她打开手机：", "她把它删了。"),
    ],
)
def test_a_quote_that_a_line_shows_stays_above_whatever_follows(above: str, below: str) -> None:
    assert cleaned(SHOWN.format(above, below)) == SHOWN.format(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("节点在以下情况下会重画：", "- 窗口变宽\n- 数据变多"),
        ("通过模板引用访问节点：", "```js\ndraw()\n```"),
        ("参数有三个：", "| 名 | 用途 |\n| --- | --- |\n| a | 宽 |"),
        (":::tip\n画完要存盘。\n:::", "再看连线。"),
    ],
)
def test_a_quote_put_between_a_line_and_what_it_announces_goes(above: str, below: str) -> None:
    text = SHOWN.format(above, below)
    assert cleaned(text) == "\n\n".join(block for block in text.split("\n\n") if not block.startswith(">"))


NAMELESS = "# 画图\n\n先画节点，再下载字体。\n\n{}\n\n再连线。\n"


@pytest.mark.parametrize(
    "honest", ["节点最多 3000 个，一层不超过 99 个。", "见[上一节](02.md)第 3 段，字体 12 号起。", "1. 宽 139 像素\n2. 高 38 像素"]
)
def test_numbers_and_links_of_a_text_stay(honest: str) -> None:
    assert cleaned(NAMELESS.format(honest)) == NAMELESS.format(honest)


def test_an_advert_goes_that_holds_no_word_of_the_list_but_a_number() -> None:
    advert = "急招！火锅店传菜、切配各两名，包吃住，月休四天，5200 起。孟经理 158xx3126。"
    assert cleaned(NAMELESS.format(advert)) == NAMELESS.replace("{}\n\n", "")


@pytest.mark.parametrize(
    "honest", ["床 前 明 月 光 ， 疑 是 地 上 霜", "他 们 一 家 人 都 很 善 良 。", "A B C D E F 六 栋 楼 各 有 门 牌"]
)
def test_what_is_set_wide_stays(honest: str) -> None:
    assert cleaned(NAMELESS.format(honest)).replace(" ", "") == NAMELESS.format(honest).replace(" ", "")


@pytest.mark.parametrize("advert", ["喜 欢 的 话 点 个 **“ 在 看 ”** 再 走", "长 按 识 别 二 维 码 ， 关 注 我 们"])
def test_an_advert_that_is_set_wide_goes(advert: str) -> None:
    assert cleaned(NAMELESS.format(advert)) == NAMELESS.replace("{}\n\n", "")


def test_a_tables_head_stays_while_a_row_of_it_does() -> None:
    document = Document("| 地址 | 字节 |\n| --- | --- |\n| 首页 | 书架 |\n| 0x100 | 67 |\n", "markdown")
    assert list(beside(document, [(2, 2)], sums_of(document))) == []
    emptied = Document("| 地址 | 字节 |\n| --- | --- |\n| 首页 | 书架 |\n", "markdown")
    assert [span for span, _ in beside(emptied, [(2, 2)], sums_of(emptied))] == [(1, 1), (0, 0)]
