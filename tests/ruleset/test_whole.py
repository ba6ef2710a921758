"""Lines as people read them become literals and a pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.ruleset import whole


def fits(line: str, text: str) -> bool:
    return re.fullmatch(whole.written([line])["match"], text) is not None


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("复制链接", "【复制链接】"),
        ("共 # 条评论", "共1.2万条评论"),
        ("登录 | 注册", "登录 | 注册"),
        ("由 … 发布", "由 王三 发布"),
        ("由…发布", "由发布"),
        ("a.b", "a.b"),
    ],
)
def test_a_line_is_found_as_sites_write_it(line: str, text: str) -> None:
    assert fits(line, text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("复制链接", "点复制链接"),
        ("复制链接", "“复制链接”"),
        ("共 # 条评论", "共条评论"),
        ("由…发布", f"由{'一' * (whole.GAP + 1)}发布"),
        ("由…发布", "由他。发布"),
        ("a.b", "acb"),
    ],
)
def test_what_only_holds_it_is_another_line(line: str, text: str) -> None:
    assert not fits(line, text)


@given(st.lists(st.text("评论共条 #….(*", min_size=1, max_size=12), min_size=1, max_size=4).filter(whole.is_list))
def test_each_line_holds_its_literal_and_fits_itself(lines: list[str]) -> None:
    rule = whole.written(lines)
    for line in lines:
        plain = line.replace("#", "12").replace("…", "")
        assert any(literal in plain for literal in rule["when"])
        assert re.fullmatch(rule["match"], plain)
