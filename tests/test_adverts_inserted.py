"""Do adverts that no weight was learned from go from a Markdown text, and do near-misses stay?

tests/data/inserted/held-out.txt is a seventh of what two people wrote who knew no rule; scripts/train_appeal.py never sees it. It is not
blind: what stayed of it was read while the code around the weights was written.
"""

from pathlib import Path

import pytest

from cqclean import Cleaner
from cqclean.text.document import Document

HELD_OUT = Path(__file__).parent / "data/inserted/held-out.txt"
REMOVED = 0.88  # least share of the adverts that go, whole and alone
ABOVE = "# 缓存的失效\n\n缓存里的数据和库里的不一致时，先想清楚谁是准的。写库之后再删缓存，比先删缓存更少出错。\n\n"
BELOW = "\n\n## 小结\n\n先写库，再删缓存；删不掉的，让它过期。\n"


def items() -> list[tuple[str, str]]:
    parts = (item.strip("\n").partition("\n") for item in HELD_OUT.read_text(encoding="utf-8").split("\n=====\n"))
    return [(label.strip(), block.strip("\n")) for label, _, block in parts]


def cleaned(text: str) -> str:
    return Cleaner().clean(Document(text, "markdown")).text


def wanted(label: str, block: str) -> str:
    if label == "K":
        return ABOVE + block + BELOW
    if label == "A":
        return ABOVE + BELOW.lstrip("\n")
    lines = block.split("\n")
    del lines[int(label.removeprefix("A-row:")) - 1]
    return ABOVE + "\n".join(lines) + BELOW


def test_adverts_go() -> None:
    adverts = [item for item in items() if item[0] != "K"]
    stayed = [block for label, block in adverts if cleaned(ABOVE + block + BELOW) != wanted(label, block)]
    assert len(stayed) <= (1 - REMOVED) * len(adverts), stayed


def test_near_misses_stay() -> None:
    assert [block for label, block in items() if label == "K" and cleaned(ABOVE + block + BELOW) != wanted(label, block)] == []


ADVERT = "扫码添加助教，免费领取全套讲义，名额有限，先到先得！"


@pytest.mark.parametrize(
    "block",
    [
        f"### 免费领讲义\n\n{ADVERT}",
        f"---\n\n{ADVERT}\n\n---",
        f"{ADVERT}\n\n![群二维码](images/qun_qrcode.png)",
        f"**写在最后**\n\n{ADVERT}",
        "![云边小院的院子](img/01.jpg)\n\n云边小院国庆房型特价，两晚 398 元送早餐，名额有限，订房加微信 yunbian_88！",
        "喜欢的话可以加我微信 abc12345，免费领取：\n- 面试题一套\n- 源码一份",
        f"{ADVERT}\n\n| 公众号 | 小程序 |\n| :-: | :-: |\n| ![](img/gzh_qr.png) | ![](img/xcx-qrcode.png) |",
        f"{ADVERT}\n\n![赞赏码](img/a1.png)",
    ],
)
def test_what_is_nothing_without_an_advert_goes_with_it(block: str) -> None:
    assert cleaned(ABOVE + block + BELOW) == wanted("A", block)


@pytest.mark.parametrize(
    "beside",
    [
        "### 删除的顺序\n\n{}\n\n先写库，再删缓存。",
        "{}\n\n---",
        "{}\n\n![结构图](images/cache.png)",
        "看三点：\n\n{}\n\n- 大小\n- 期限",
        "**顺序**\n\n{}\n\n先写库，再删缓存。",
        "## 关于作者\n\n{}\n\n阿岚，写了十年代码，住在洱海边上。",
        "{}\n\n![二维码的三个定位点](img/finder.png)",
        "{}\n\n| 码 | 结构 |\n| - | - |\n| ![](img/finder.png) | 定位点、校正点和数据区 |",
        "- 大小\n\n{}\n\n- 期限",
    ],
)
def test_what_says_something_beside_an_advert_stays(beside: str) -> None:
    assert cleaned(ABOVE + beside.format(ADVERT) + BELOW) == ABOVE + beside.replace("{}\n\n", "") + BELOW


def test_a_heading_of_adverts_goes_where_the_text_reads_on_below() -> None:
    above, below = "## 缓存\n\n写库以后再删缓存，删缓存失败就让它过期。\n\n", "过期以前读到的是旧值，所以删缓存失败要记下来。\n"
    assert cleaned(f"# 笔记\n\n{above}### 关于我们\n\n{ADVERT}\n\n{below}") == f"# 笔记\n\n{above}{below}"


def test_a_quote_below_a_colon_is_not_shown_if_the_code_below_it_is() -> None:
    above, code = "先写库，再删缓存：\n\n", "```\ndb.save(row)\ncache.delete(key)\n```\n"
    assert cleaned(f"# 缓存\n\n{above}> {ADVERT}\n\n{code}") == f"# 缓存\n\n{above}{code}"
    shown = f"# 缓存\n\n群发的短信这样写：\n\n> {ADVERT}\n\n{code}"
    assert cleaned(shown) == shown


def test_a_password_of_a_shop_may_be_set_as_code() -> None:
    block = "领券口令 `￥aB3kQ9xZ￥`，复制后打开购物 App，满 100 减 20，手慢无！"
    assert cleaned(ABOVE + block + BELOW) == wanted("A", block)


def test_a_line_of_a_quote_can_be_an_advert() -> None:
    quote = "> 出院以后要注意：\n> 三个月内不提重物\n{}> 伤口发红要立即就诊"
    assert cleaned(ABOVE + quote.format(f"> {ADVERT}\n") + BELOW) == ABOVE + quote.format("") + BELOW


def test_a_notice_that_is_shown_stays() -> None:
    text = "备案号放在页脚，例如：\n\n> © 2024 远山工作室　京ICP备12345678号-1\n\n改完重新生成页面。"
    assert cleaned(ABOVE + text + BELOW) == ABOVE + text + BELOW
