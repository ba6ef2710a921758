"""The promises: idempotent, revertible, never raises, explained."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqclean import Cleaner, Settings, clean
from cqclean.text.document import Document
from cqclean.text.edits import apply, invert

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PAGE = (EXAMPLES / "page.txt").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    ["首页 > 新闻 > 正文", "admin5个月前 (06-12)新闻38", "加薇❤：abc_12345", "蕞高", "战略***新兴", "***", "（求月票！）", "上一章 目录 下一章", "相关文章",
     "版权声明:本文由某网发布", "分享到：", "他推门进来，看见桌上放着一封信。", "\u200b", "ＶＸ", "# 标题", "`代码`", "```", "[链](a.md)", "2024-04-03 10:18",
     "www.example.com", "电话 13055550123", "\r\n", "\n", "\n\n", " ", "　　", "。", "*", "，,", "&nbsp;",
     "以下是小编为大家收集的铜壶保养，仅供参考，希望能够帮助到大家。", "诚招各县代理商，联系方式见页面底部。", "（加微❤：feng_xiang66）", "免费领", "本站",
     "nV王来了，", "x1引", "本X难移", "到?！鳖D了", "?。?p>", "一部电影忍啸，", "独·家", "<br>", "<p>", "</p>", '<img src="a.png" alt="码">', "编辑",
     "复制链接", "导读：他推门进来，看见桌上放着一封信，信上没有字，只画着一只鸟...", "他推门进来，看见桌上放着一封信，信上没有字，只画着一只鸟，翅膀折了。",
     "> ", "- ", "| 一 | 二 |", "值班电话：", "城南供热站 5550100", "👇👇", "如下："]
)  # fmt: skip
SCRAPS = st.lists(PIECES, max_size=24).map("".join)


@settings(deadline=None)  # the first text pays for the loading of the rules
@given(st.one_of(SCRAPS, st.text(max_size=200)))
def test_never_raises_and_reverts(text: str) -> None:
    result = Cleaner().clean(text)
    assert apply(text, result.applied) == result.text
    assert apply(result.text, invert(text, result.applied)) == text


@settings(deadline=None)
@given(SCRAPS)
def test_cleaning_the_result_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@pytest.mark.parametrize(
    "piece",
    [
        "惊YAn了一下他x1引着本X，",
        "到?！边@句",
        "家·",
        "（【[〔",
        "小编为大家收集的知识点",
        "本站，",
        "竹席要晾干。诚招各县代理商，联系方式见页面底部。",
        "一部电影忍啸，",
        "<p ",
    ],
)
def test_no_rule_runs_out_of_time_on_a_long_line(piece: str) -> None:
    assert Cleaner().clean(piece * 2000).slow == ()


def test_the_example_page_reads_as_its_author_wrote_it() -> None:
    expected = (EXAMPLES / "page.clean.txt").read_text(encoding="utf-8")
    assert [line for line in clean(PAGE).split("\n") if line.strip()] == [line for line in expected.split("\n") if line.strip()]


def test_every_edit_explains_itself() -> None:
    cleaner = Cleaner()
    result = cleaner.clean(PAGE)
    assert result.applied
    for edit in (*result.applied, *result.held):
        assert edit.rule in cleaner.ruleset.by_id
        assert edit.why
        assert 0 < edit.confidence <= 1


def test_a_cleaner_is_picklable() -> None:
    cleaner = pickle.loads(pickle.dumps(Cleaner(Settings(keep=("蕞高",)))))
    assert cleaner.clean("蕞高，蕞大").text == "蕞高，最大"


def test_kept_strings_are_never_touched() -> None:
    result = Cleaner(Settings(keep=("蕞高峰",))).clean("蕞高峰与蕞高")
    assert result.text == "蕞高峰与最高"
    assert "kept or protected" in result.held[0].why


def test_code_in_markdown_is_never_touched() -> None:
    text = "# 说明\n\n运行 `蕞高` 与 [链接](https://example.com/蕞高)：蕞高。\n"
    assert Cleaner().clean(Document(text, "markdown")).text == text.replace("：蕞高", "：最高")


@pytest.mark.parametrize("settings", [Settings(ignore=("variant",)), Settings(select=("contact",)), Settings(kinds=("advert",))])
def test_rules_that_are_not_chosen_do_nothing(settings: Settings) -> None:
    assert Cleaner(settings).clean("蕞高").text == "蕞高"


def test_the_ceiling_holds_a_text_back_that_would_lose_too_much() -> None:
    settings = Settings(max_removed=0.1)
    text = "他走了。\n上一章 目录 下一章\n"
    result = Cleaner(settings).clean(text)
    lenient = Cleaner(Settings(max_removed=0.1, force=True)).clean(text)
    assert lenient.text == "他走了。\n"
    assert result.text in (text, lenient.text)


def test_a_document_answers_as_before_once_it_was_cleaned() -> None:
    document = Document("# 雨夜\n\n这是蕞好的办法。\n", "markdown")
    lines, folded = document.lines, document.folded
    assert Cleaner().clean(document).text == "# 雨夜\n\n这是最好的办法。\n"
    assert (document.lines, document.folded, document.kind) == (lines, folded, "markdown")


def test_lines_that_several_rules_take_leave_no_wider_gap() -> None:
    text = "竹席怎样保养\n\n您需要登录才可以下载或查看\n返回搜狐，查看更多\n\n竹席用完要晾干。\n"
    assert Cleaner().clean(text).text == "竹席怎样保养\n\n竹席用完要晾干。\n"
