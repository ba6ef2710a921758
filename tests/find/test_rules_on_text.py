"""Span and line rules on a text: windows, whole lines, places, blank lines, slow patterns."""

from pathlib import Path

import pytest

from cqclean import Cleaner, Result, Settings
from cqclean.find import spans

RULE = """
[[rule]]
id = "site-{name}"
action = "{action}"
level = "safe"
when = {when}
match = '{match}'
why = "A rule for a test."
{more}
[rule.examples]
"甲" = "甲"
"乙" = ""
"""


@pytest.fixture
def clean(tmp_path: Path):  # type: ignore[no-untyped-def]
    def run(text: str, match: str, action: str = "drop-line", when: str = "青山", more: str = "") -> Result:
        path = tmp_path / f"site{len(list(tmp_path.iterdir()))}.toml"
        path.write_text(RULE.format(name="test", action=action, when=[when], match=match, more=more), encoding="utf-8")
        return Cleaner(Settings(extend_rules=(str(path),), select=("site-test",))).clean(text)

    return run


def test_a_line_rule_wants_the_whole_line(clean) -> None:  # type: ignore[no-untyped-def]
    assert clean("去青山网\n  青山网　\n末", "青山网").text == "去青山网\n末"


def test_a_removed_paragraph_leaves_no_double_gap(clean) -> None:  # type: ignore[no-untyped-def]
    assert clean("一\n\n青山网\n\n二\n", "青山网").text == "一\n\n二\n"


@pytest.mark.parametrize(
    ("text", "left"), [("一\n\n青山网\n", "一\n"), ("一\n\n青山网", "一"), ("一\r\n\r\n青山网\r\n", "一\r\n"), ("青山网", "")]
)
def test_a_removed_last_line_leaves_a_clean_end(clean, text: str, left: str) -> None:  # type: ignore[no-untyped-def]
    assert clean(text, "青山网").text == left


def test_a_block_goes_down_to_the_next_blank_line(clean) -> None:  # type: ignore[no-untyped-def]
    assert clean("一\n\n青山网\n电话\n地址\n\n二\n", "青山网", "drop-block").text == "一\n\n二\n"


def test_a_place_limits_a_rule_to_the_ends(clean) -> None:  # type: ignore[no-untyped-def]
    middle = "一二三四五六七八九十百千"
    text = "\n".join(["青山网", *middle, "青山网", *middle, "青山网"])
    assert clean(text, "青山网", more='place = "head"').text == text[4:]
    assert clean(text, "青山网", more='place = "tail"').text == text[:-4]


def test_a_span_rule_sees_what_stands_before_its_window(clean) -> None:  # type: ignore[no-untyped-def]
    text = "前" * 500 + "来青山网"
    assert clean(text, "(?<=来)青山网", "delete", more="reach = 10").text == text[:-3]


def test_a_span_never_crosses_a_line(clean) -> None:  # type: ignore[no-untyped-def]
    assert clean("青\n山青山", r"青\s?山", "delete").text == "青\n山"


def test_declared_lines_may_be_crossed(clean) -> None:  # type: ignore[no-untyped-def]
    assert clean("一\n关注\n青山\n二\n", r"关注\n青山", more="lines = 2").text == "一\n二\n"


def test_only_disguised_leaves_the_plain_word(clean) -> None:  # type: ignore[no-untyped-def]
    assert clean("vx和ｖｘ", "vx", "delete", "vx", 'only = "disguised"').text == "vx和"


def test_a_slow_rule_is_named_and_the_text_stays_whole(clean) -> None:  # type: ignore[no-untyped-def]
    text = "青山" + "a" * 40 + "!"
    result = clean(text, "青山(?:a|a|aa)+$", "delete")
    assert result.text == text
    assert result.slow == ("site-test",)


def test_invisible_characters_inside_a_match_go_with_it(clean) -> None:  # type: ignore[no-untyped-def]
    result = clean("看\u200b青\u200b山\u200b网好", "青山网", "delete")
    assert result.text == "看\u200b好"


def test_the_end_of_a_window_is_not_the_end_of_a_line(clean) -> None:  # type: ignore[no-untyped-def]
    text = "青山网" + "甲" * 40
    assert clean(text, "青山网甲{2,60}$", "delete", more="reach = 10").text == text
    assert clean(text[:20], "青山网甲{2,60}$", "delete", more="reach = 60").text == ""


def test_a_dense_line_is_read_in_pieces_and_loses_no_match() -> None:
    text = "这是蕞好的一本书" * 5000
    result = Cleaner().clean(text)
    assert (result.text, result.slow) == (text.replace("蕞", "最"), ())


def test_each_piece_of_a_long_window_is_read_once() -> None:
    class Pattern:
        read: list[tuple[int, int]] = []

        def finditer(self, text: str, start: int, end: int) -> list[object]:
            self.read.append((start, end))
            return []

    assert list(spans.matches(Pattern(), "", (0, 3 * spans.PIECE), 100)) == []
    assert [start for start, _ in Pattern.read] == [0, spans.PIECE, 2 * spans.PIECE]
    assert all(end - start <= spans.PIECE + 100 + spans.LOOKAHEAD for start, end in Pattern.read)
