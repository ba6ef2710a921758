"""How much of a line goes with a few words of it."""

import re

import pytest

from cqclean.find.bracketed import quoted
from cqclean.find.clause import Serving, around

SERVING = Serving(
    *map(
        re.compile,
        (
            "备注.*|先到先得|要竹席的",
            "批发|上门",
            "要|不|着",
            r"想要竹席吗\?|想[^。]*\?",
            "联系[\u4e00-\u9fff]*$",
            "他",
            "本店",
            "自家|看更多",
            "领|批发",
        ),
    ),
)


def left(text: str, core: str) -> str:
    start = text.index(core)
    first, last = around(text, (0, len(text)), (start, start + len(core)), SERVING)
    return text[:first] + text[last:]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("竹席要晾干。找我#。雨天不晒。", "竹席要晾干。雨天不晒。"),
        # put into a clause without a comma: what follows is text
        ("竹席晾在阴凉的地方#第二天早上就干了。", "竹席晾在阴凉的地方第二天早上就干了。"),
        ("竹席晾在阴凉的地方自家编的#第二天早上就干了。", "竹席晾在阴凉的地方第二天早上就干了。"),
        ("竹席晾在阴凉的地方 # 第二天早上就干了。", "竹席晾在阴凉的地方 第二天早上就干了。"),
        ("竹席要晾干。找我#领竹夹子一只两只三只。雨天不晒。", "竹席要晾干。雨天不晒。"),
        # who sells goes along
        ("竹席要晾干。本店编竹席,找我#。雨天不晒。", "竹席要晾干。雨天不晒。"),
        ("竹席要晾干,[找我#],雨天不晒。", "竹席要晾干,雨天不晒。"),
        ("竹席要晾干,找我#。雨天不晒。", "竹席要晾干。雨天不晒。"),
        ("找我#,竹席要晾干。", "竹席要晾干。"),
        ("竹席要晾干,找我#,雨天不晒。", "竹席要晾干,雨天不晒。"),
        ("竹席要晾干(找我#)。", "竹席要晾干。"),
        ("竹席要晾干。找我#,备注竹席,先到先得!", "竹席要晾干。"),
        ("要竹席的,找我#,雨天不晒。", "雨天不晒。"),
        ("竹席要晾干!找我#", "竹席要晾干!"),
        ("竹席一共1,200张,找我#。", "竹席一共1,200张。"),
        ("厂家批发,找我#,雨天不晒。", "雨天不晒。"),
        ("厂家批发,找我#,晾着的竹席不收。", "晾着的竹席不收。"),
        ("竹席要晾干。老店一家,找我#。", "竹席要晾干。"),
        ("竹席要晾干。老店一家,找我#。雨天不晒。", "竹席要晾干。雨天不晒。"),
        ("竹席要晾干。买不买都行,找我#,老竹匠手艺好!雨天不晒。", "竹席要晾干。雨天不晒。"),
        ("竹席要晾干。竹篾劈得细,找我#。雨天不晒竹篾。", "竹席要晾干。竹篾劈得细。雨天不晒竹篾。"),
        ("竹席一张,找我#。", ""),
        ("竹席一张一张晒干收好,找我#。", "竹席一张一张晒干收好。"),
        ("竹席要晾干。本店不打烊,批发找我#。", "竹席要晾干。"),
        ("竹席要晾干。竹席不能晒,批发找我#。", "竹席要晾干。竹席不能晒。"),
        ("竹席要晾干。他不晒了,批发找我#。", "竹席要晾干。他不晒了。"),
        ("竹席要晾干。想看编法?找我#。", "竹席要晾干。"),
        ("竹席要晾干。批发竹席,联系篾匠(找我#)。", "竹席要晾干。"),
        ("第三届竹编大会在县城开幕各地的匠人带着自己的作品来到会场 找我#", "第三届竹编大会在县城开幕各地的匠人带着自己的作品来到会场"),
    ],
)
def test_the_smallest_piece_that_leaves_good_text(before: str, after: str) -> None:
    assert left(before, "#") == after


def test_a_site_takes_no_clause_of_a_story_along() -> None:
    assert left("剑光一闪,请到zhu.com。", "zhu.com") == "剑光一闪。"


@pytest.mark.parametrize("text", ["他说“找我#吧”。", "「找我#」", "《找我#》是一出戏", '她喊"找我#"'])
def test_what_someone_says_is_quoted(text: str) -> None:
    at = text.index("#")
    assert quoted(text, (0, len(text)), (at, at + 1))


@pytest.mark.parametrize("text", ["“来吧。”他走了。找我#", "回复“竹席”找我#", "找我#领“竹席”", "第4″号屏找我#"])
def test_quotes_beside_are_not_around(text: str) -> None:
    at = text.index("#")
    assert not quoted(text, (0, len(text)), (at, at + 1))
