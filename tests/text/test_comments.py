"""Which parts has an author put out of reach?"""

import pytest

from cqclean import Cleaner, clean
from cqclean.text.comments import silences


def silent(text):
    return [(text[s.start : s.end], set(s.rules)) for s in silences(text) if not text[s.start :].startswith("<!--") or s.end - s.start > 40]


@pytest.mark.parametrize(
    "text", ["", "cqclean: off", "<!-- off -->", "<!-- cqclean: of -->", "<!-- cqclean: on -->\n一", "<!-- cqclean:\noff -->"]
)
def test_what_is_no_comment_of_ours_silences_nothing(text):
    assert all(text[s.start : s.end].startswith("<!--") for s in silences(text))


def test_from_off_to_on():
    text = "一\n<!-- cqclean: off -->\n二\n<!-- cqclean: on -->\n三\n"
    assert silent(text) == [("<!-- cqclean: off -->\n二\n<!-- cqclean: on -->", set())]


def test_off_without_on_lasts_to_the_end():
    assert silent("一\n<!--cqclean: off-->\n二二二二二二二二二二二二二二二二二二二二二二二二\n")[0][0].endswith("二\n")


def test_the_next_line_that_is_not_blank():
    assert silent("<!-- cqclean: ignore contact, nav-x -->\n\n一\n二") == [("一\n", {"contact", "nav-x"})]
    assert silent("<!-- cqclean: ignore -->\n一") == [("一", set())]
    assert silent("<!-- cqclean: ignore -->") == []


def test_the_whole_file():
    assert silent("一\n<!-- cqclean: ignore-file -->\n") == [("一\n<!-- cqclean: ignore-file -->\n", set())]


def test_the_library_listens_to_comments():
    text = "<!-- cqclean: ignore variant -->\n蕞好\n\n蕞高\n"
    assert clean(text) == text.replace("蕞高", "最高")


def test_the_library_holds_what_would_break_markdown():
    text = "# 甲\n\n1. [一](https://example.com/)\n\n上一章 目录 下一章\n\n1. [二](https://example.com/)\n"
    result = Cleaner().clean(text)
    assert (result.text, len(result.held)) == (text, 1)
