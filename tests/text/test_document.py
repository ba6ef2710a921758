"""Documents: lines, kinds and protected spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.text import markdown
from cqclean.text.document import Document, split_lines


@given(st.text(alphabet="一二\r\n \u2028\x85", max_size=40))
def test_lines_cover_the_text_exactly(text: str) -> None:
    lines = split_lines(text)
    assert "".join(text[line.start : line.stop] for line in lines) == text
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


@pytest.mark.parametrize(("text", "count"), [("", 0), ("一", 1), ("一\n", 1), ("一\r\n二", 2), ("一\r二\r", 2), ("\n\n", 2)])
def test_line_counts(text: str, count: int) -> None:
    assert len(split_lines(text)) == count


@pytest.mark.parametrize("text", ["他说：***。", "- 一\n- 二\n- 三", "2*3*4", "《诗》 > 《骚》", "一\n---\n二"])
def test_plain_text_is_not_taken_for_markdown(text: str) -> None:
    assert Document(text).kind == "text"


def test_markdown_shows_itself() -> None:
    assert Document("# 标题\n\n见 [说明](https://example.com/) 与 `代码`。\n").kind == "markdown"


def test_code_links_and_front_matter_are_protected() -> None:
    text = "---\ntitle: 蕞\n---\n\n正文 `蕞高` [蕞](a.md) 蕞高\n\n```\n蕞高\n```\n尾"
    kept = [text[a:b] for a, b in Document(text, "markdown").protected]
    assert kept == ["---\ntitle: 蕞\n---\n", "`蕞高`", "](a.md)", "```\n蕞高\n```"]


def test_the_line_at_an_offset() -> None:
    document = Document("一\n二三\n")
    assert [document.line_at(n).number for n in range(5)] == [1, 1, 2, 2, 2]


def test_the_end_of_an_unclosed_comment_is_looked_for_once() -> None:
    class Text(str):
        looked = 0

        def find(self, *where):  # type: ignore[no-untyped-def]
            Text.looked += 1
            return super().find(*where)

    text = Text("# 题\n<!-- 一 --> `码`\n" + "<!-- 二\n" * 5000)
    assert [text[start:end] for start, end in markdown.protected(text)] == ["<!-- 一 -->", "`码`"]
    assert Text.looked == 2


@pytest.mark.parametrize("text", ["加微信abc12345。\n\ufeff", "好\r\n\u200b\u200b", "\u200b", "好\n\u200b\n", "好"])
def test_the_folded_copy_has_as_many_lines(text: str) -> None:
    document = Document(text)
    assert len(document.folded_lines) == len(document.lines)


def test_hash_tags_below_a_page_make_it_no_markdown() -> None:
    assert Document("雨停了。\n# 短篇\n# 治愈\n# 新番\n# 壁纸\n").kind == "text"
    assert Document("雨停了。\n# 短篇 # 治愈 # 新番\n").kind == "text"
    assert Document("# 手册\n\n## 安装\n\n先上油。\n\n## 使用\n\n再拧紧。\n").kind == "markdown"
