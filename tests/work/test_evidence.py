"""Folder evidence: lines that recur at the ends of several files."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Call

HEAD = "青山门户\n青山要闻\n青山视听\n青山论坛\n"
TAIL = "青山报料台\n青山数字报\n青山公益榜\n"
BODIES = ["他推门进来，桌上放着一封信。\n", "第一步\n切菜\n第二步\n下锅\n", "老码头上开了一家书店，店主是船长。\n"]


def test_lines_at_the_ends_of_three_files_go(call: Call, write: Callable[[str, str], Path]) -> None:
    paths = [write(f"site/{n}.txt", HEAD + body + TAIL) for n, body in enumerate(BODIES)]
    assert call("-w", "--folder-evidence", "site").code == 0
    assert [path.read_text() for path in paths] == BODIES


def test_without_being_asked_nothing_is_compared(call: Call, write: Callable[[str, str], Path]) -> None:
    for n, body in enumerate(BODIES):
        write(f"site/{n}.txt", HEAD + body + TAIL)
    assert call("site").code == 0


def test_words_that_recur_inside_texts_stay(call: Call, write: Callable[[str, str], Path]) -> None:
    recipes = [f"{dish}\n用料\n{dish}一斤\n盐\n酱油\n做法\n切好下锅。\n盐\n出锅。\n" for dish in ("鸡", "鱼", "藕")]
    paths = [write(f"food/{n}.txt", text) for n, text in enumerate(recipes)]
    call("-w", "--folder-evidence", "food")
    assert [path.read_text() for path in paths] == recipes


def test_markdown_of_one_author_is_left_alone(call: Call, write: Callable[[str, str], Path]) -> None:
    text = "# 题\n\n青山要闻\n\n青山视听\n\n青山论坛\n\n见[地图](https://example.com/)。\n"
    paths = [write(f"posts/{n}.md", text) for n in range(4)]
    call("-w", "--folder-evidence", "posts")
    assert [path.read_text() for path in paths] == [text] * 4


def test_a_file_that_cannot_be_read_is_named_once(call: Call, write: Callable[[str, bytes], Path]) -> None:
    write("site/a.txt", b"\xff\xfe\x00")
    write("site/b.txt", b"\x81\x20\xff")
    answer = call("--folder-evidence", "site")
    assert answer.code == 2
    assert answer.err.count("b.txt") == 1
