"""Contacts in running text: which are content and which are adverts."""

import pytest

from cqclean import Cleaner, Settings, clean
from cqclean.cleaner import Document
from cqclean.find.contacts import pattern
from cqclean.text.fold import fold

BODY = "竹席用完要晾干，收起来之前再擦一遍。"


@pytest.mark.parametrize(
    "text",
    [
        # notices, recruitment, hotlines: the number is what they are for
        "因管道检修，明日停水。供水公司值班电话：0571-86000000，居民可随时拨打。",
        "关于举办竹编培训班的通知\n\n报名请拨打13800123456，联系人王老师。",
        "本厂招篾匠三名，包吃住，有意者请电13800123456。",
        "遇到拖欠工资，可拨打12345政务服务热线。",
        "寻人启事：老人走失，知情者请拨13800123456。",
        # forms and lists: nothing but labels and values
        "姓名：王三\n性别：男\n电话：13800123456\n微信：zhuxi168\n邮箱：wang@example.com",
        "甲 13800123456\n乙 13900123456\n丙 13700123456",
        # stories and what is said in them
        "“你的电话是13800123456吧？”她问。",
        "他照着纸条拨了13800123456，没有人接。",
        "“加我微信zhuxi168。”小贩说。",
        # the news
        "警方提醒：加微信zhuxi168领鸡蛋的都是骗子。",
        "骗子用QQ：123456789冒充同学借钱。",
        # manuals
        "正则 ^1[3-9] 可以校验13800138000这样的手机号。",
        "例如把 name@example.com 写作 name [at] example.com。",
        "# 安装\n\n```\nmake\n```\n\n有问题请加QQ群：123456789，或见 [主页](https://example.com)。\n\n## 许可\n\nMIT\n",
        # look-alikes
        "安徽信息工程学院在江边，唯心主义是哲学，威信县在云南。",
        "卫星发射之后，QQ音乐和QQ糖都成了话题，C++也是。",
        "ISBN 978-7-0000-5550-0，订单号202403150000555012，身份证110000190001015550。",
        "数列1 3 5 7 9 11 13 15的各项都是奇数。",
        "羊群号称三百只，加裙边的菜要现做。",
        # the contact is the whole text
        "电话：13800123456",
        "联系我们\n",
    ],
)
def test_a_contact_that_is_content_stays(text: str) -> None:
    assert clean(text) == text


NUMBERS = [
    "13800123456",
    "138 0012 3456",
    "138-0012-3456",
    "１３８００１２３４５６",
    "①③⑧⓪⓪①②③④⑤⑥",
    "❶❸❽⓿⓿❶❷❸❹❺❻",
    "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣",
    "一三八〇〇一二三四五六",
    "幺三八洞洞幺两三四五六",
    "壹叁捌零零壹贰叁肆伍陆",
    "1З8OO12З4S6".replace("S", "5"),
    "l38OOl23456",
    "1 3 8 0 0 1 2 3 4 5 6",
    "138*0012*3456",
    "138🍒0012🍒3456",
    "13\u200b80\u200b0123456",
    "138、0012、3456",
    "400-600-1234",
    "400 0123 021",
    "④〇〇-⑥〇〇-①②③④",
]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "advert", ["竹席批发请找王师傅{}。", "订购电话：{}！", "\n竹席批发热线：{}\n", "（竹席批发电话：{}）", "定做竹席请拨{}，量大从优。"]
)
def test_an_advert_with_a_number_goes_and_nothing_else(number: str, advert: str) -> None:
    assert clean(BODY + advert.format(number) + BODY).replace("\n", "") == BODY + BODY


@pytest.mark.parametrize(
    "name",
    [
        "加微信",
        "加薇信",
        "➕V：",
        "加VX:",
        "伽薇xin：",
        "嘉威❤",
        "加徽信：",
        "茄薇芯",
        "+vx ",
        "加🆅🆇：",
        "＋Ｖ：",
        "加微-信:",
        "加威信",
        "加衛星",
    ],
)
def test_wechat_in_any_spelling_goes_with_its_id(name: str) -> None:
    assert clean(f"{BODY}要竹席的{name}zhuxi_168，备注竹席。") == BODY


@pytest.mark.parametrize(
    "name", ["QQ：", "扣扣", "抠抠：", "加Q：", "➕Q ", "企鹅：", "竹编QQ群：", "加裙：", "竹友君羊：", "加Q裙", "🐧："]
)
def test_qq_and_groups_in_any_spelling_go_with_their_number(name: str) -> None:
    assert clean(f"{BODY}想学竹编的{name}123456789。") == BODY


@pytest.mark.parametrize(
    "site",
    ["www.zhuxi-shu.com", "ｗＷw．ｚhuxi．cＯm", "zhuxi168点com", "w w w . z h u x i . c o m", "m。zhuxi。ｎｅｔ", "z-h-u-x-i-点-c-o-m"],
)
def test_a_site_in_any_spelling_goes(site: str) -> None:
    assert clean(f"{BODY}更多精彩小说请访问{site}。{BODY}") == BODY + BODY


@pytest.mark.parametrize(
    "call",
    [
        "长按识别二维码，关注我们吧！",
        "点击上方蓝字关注我们，每天一篇好文章。",
        "后台回复“竹席”，领取图样。",
        "需要的朋友私信我领取。",
        "觉得不错，点个赞再走吧！",
        "欢迎转发到朋友圈。",
        "点击阅读原文，了解更多。",
        "扫码下载App，看完整版。",
    ],
)
def test_a_call_to_follow_write_or_share_goes(call: str) -> None:
    assert clean(BODY + call) == BODY


def test_a_line_that_held_only_the_contact_goes_with_its_break() -> None:
    assert clean(f"{BODY}\n\n微信：zhuxi_168\n\n{BODY}\n") == f"{BODY}\n\n{BODY}\n"


def test_an_edit_selects_the_invisible_signs_inside_what_it_removes() -> None:
    text = f"{BODY}订购\u200b电话：13\u200b800123456\u200b。{BODY}"
    (edit,) = [edit for edit in Cleaner().clean(text).applied if edit.rule.startswith("contact-")]
    assert text[edit.start : edit.end] == "订购\u200b电话：13\u200b800123456\u200b。"


def test_an_unsafe_rule_only_reports() -> None:
    text = f"{BODY}官网：www.zhuxi-demo.cn"
    assert [edit.rule for edit in Cleaner().clean(text).held] == ["contact-site-official"]
    assert Cleaner(Settings(unsafe=True)).clean(text).text == BODY


@pytest.mark.parametrize("part", ["phone", "service", "landline", "domain", "mail", "oddwx", "anyphone"])
def test_every_part_is_written_out(part: str) -> None:
    assert "{" + part + "}" not in pattern("{" + part + "}").pattern


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("mobile", "138 0012 3456"),
        ("mobile", "+86 138-0012-3456"),
        ("service", "400 0123 021"),
        ("service", "400-600-1234"),
        ("service", "4006-001-234"),
        ("landline", "0571-86000000"),
        ("landline", "(021) 5550 0008"),
        ("domain", "https://www.example.com/a?b=1"),
        ("mail", "name [at] example点com"),
    ],
)
def test_shapes_of_numbers_and_addresses(part: str, written: str) -> None:
    assert pattern("{" + part + "}").fullmatch(fold(written).text)


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("mobile", "12800123456"),
        ("mobile", "138001234567"),
        ("mobile", "1380012345"),
        ("service", "400"),
        ("landline", "12345-86000000"),
        ("domain", "www.example.gov.cn"),
        ("mail", "example.com"),
    ],
)
def test_what_only_looks_like_a_number_or_an_address(part: str, written: str) -> None:
    assert not pattern("{" + part + "}").fullmatch(fold(written).text)


def test_a_text_of_numbers_takes_no_more_time_than_its_length() -> None:
    document = Document("电话 " + "1 3 8 " * 20_000)
    assert not Cleaner().clean(document).slow
