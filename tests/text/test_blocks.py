"""Do the blocks that stay survive, and does what would break them stay?"""

import json
import random
from pathlib import Path
from types import SimpleNamespace

import pytest

from cqclean.text import blocks
from cqclean.text.blocks import BREAKS, _parser, keep_blocks
from cqclean.text.edits import Edit, apply

GOLD = Path(__file__).parents[3] / "shared/gold/clean_text.jsonl"
ADS = ("加微信 abc12345 领资料", "**扫码加群**：123456789", "长按识别二维码，关注我们")


def without(text, *pieces, new=""):
    edits = sorted(Edit(text.index(piece), text.index(piece) + len(piece), new, "advert-x", "safe", 1.0, "") for piece in pieces)
    kept, held = keep_blocks(text, edits)
    assert all(BREAKS in edit.why for edit in held)
    assert len(kept) + len(held) == len(edits)
    return apply(text, kept)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("1. 一\n\n广告\n\n1. 二\n", ["广告\n"]),  # two lists would become one
        ("- 一\n- 二\n\n广告\n\n1) 三\n2) 四\n\n广告。\n\n1) 五\n", ["广告。\n"]),
        ("- 一\n\n* 广告\n\n  雨还在下。\n", ["* 广告\n"]),  # what is said below an item is not the other's
        ("- 一\n\n- 广告\n\n  雨还在下。\n", ["- 广告\n"]),
        ("- 广告一\n- 广告二\n\n  雨还在下。\n- 二\n", ["- 广告一\n- 广告二\n"]),  # no item is left above it
        ("- 一\n\n* 广告一\n* 广告二\n\n  雨还在下。\n\n灯。\n", ["* 广告一\n* 广告二\n"]),  # of another list
        ("1. 一\n\n[^a]: 广告\n\n1. 二\n\n见[^a]。\n", ["[^a]: 广告\n"]),
        ("见[甲][1]。\n\n[1]: https://example.com/\n", ["[1]: https://example.com/\n"]),
        ("甲\n广告\n---\n", ["甲\n广告\n"]),  # the line below would become a rule
        ("甲 **乙 广告** 丙\n", ["广告** "]),
        ("甲 `乙 广告` 丙\n", ["广告` "]),
        ("```\n甲\n广告\n```\n", ["广告\n"]),
        ("---\na: 广告\n---\n\n甲\n", ["a: 广告\n"]),
        ("甲[^1]\n\n[^1]: 注\n", ["[^1]: 注\n"]),
        ("# 广告\n", ["# "]),
        ("甲\n\n    码\n", ["    "]),
    ],
)
def test_what_would_break_stays(text, pieces):
    assert without(text, *pieces) == text


@pytest.mark.parametrize(
    ("text", "pieces", "left"),
    [
        ("甲\n\n广告\n\n乙\n", ["广告\n"], "甲\n\n乙\n"),
        ("甲\n\n广告一\n\n广告二\n\n乙\n", ["广告一\n", "广告二\n"], "甲\n\n乙\n"),
        ("甲\n\n广告一\n\n广告二\n", ["广告一\n", "广告二\n"], "甲\n"),
        ("广告\n\n甲\n", ["广告\n"], "甲\n"),
        ("广告\n", ["广告\n"], ""),
        ("甲\n广告\n\n乙\n", ["广告\n"], "甲\n\n乙\n"),
        ("- 一\n- 广告\n- 二\n", ["- 广告\n"], "- 一\n- 二\n"),
        ("1. 一\n2. 广告\n3. 二\n", ["2. 广告\n"], "1. 一\n3. 二\n"),
        ("> 广告\n\n乙\n", ["> 广告\n"], "乙\n"),
        ("> 甲\n> 广告\n", ["> 广告\n"], "> 甲\n"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 广 | 告 |\n", ["| 广 | 告 |\n"], "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"),
        ("甲 **广告** 乙\n", ["**广告**"], "甲  乙\n"),
        ("甲\r\n\r\n广告\r\n\r\n乙\r\n", ["广告\r\n"], "甲\r\n\r\n乙\r\n"),
        ("---\na: b\n---\n\n广告\n\n# 甲\n", ["广告\n"], "---\na: b\n---\n\n# 甲\n"),
    ],
)
def test_what_breaks_nothing_goes_without_a_gap(text, pieces, left):
    assert without(text, *pieces) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("- 一\n\n广告\n\n- 二\n", "- 一\n\n- 二\n"),
        ("- 一\n\n> 广告\n\n- 二\n\n灯。\n", "- 一\n\n- 二\n\n灯。\n"),
        ("1. 一\n2. 二\n\n广告\n\n3. 三\n", "1. 一\n2. 二\n\n3. 三\n"),
        ("- 一\n\n广告\n\n  雨还在下。\n\n灯。\n", "- 一\n\n  雨还在下。\n\n灯。\n"),
        ("1.  一\n\n广告\n\n    雨还在下。\n", "1.  一\n\n    雨还在下。\n"),
        ("- 一\n\n广告\n\n  ```js\n  a\n  ```\n\n- 二\n", "- 一\n\n  ```js\n  a\n  ```\n\n- 二\n"),
        ("- 一\n\n## 广告\n\n广告\n\n- 二\n", "- 一\n\n- 二\n"),
    ],
)
def test_a_list_that_an_advert_parts_is_one_again(text, left):
    at = [text.index("## 广告"), text.index("广告\n\n-")] if "##" in text else [text.index("> 广告") if ">" in text else text.index("广告")]
    edits = [Edit(each, text.index("\n", each) + 1, "", "advert-x", "safe", 1.0, "") for each in at]
    assert apply(text, keep_blocks(text, edits)[0]) == left


@pytest.mark.parametrize(
    ("text", "pieces", "left"),
    [
        ("- 一\n- 二\n\n- 广告一\n- 广告二\n\n灯。\n", ["- 广告一\n- 广告二\n"], "- 一\n- 二\n\n灯。\n"),
        ("灯。\n\n- 广告一\n- 广告二\n\n- 一\n- 二\n", ["- 广告一\n- 广告二\n"], "灯。\n\n- 一\n- 二\n"),
        ("- 一\n- 二\n\n- 广告\n\n- 三\n", ["- 广告\n"], "- 一\n- 二\n\n- 三\n"),
        ("- 一\n\n  - 甲\n\n  - 广告\n\n- 二\n", ["  - 广告\n"], "- 一\n\n  - 甲\n\n- 二\n"),
    ],
)
def test_a_list_without_an_advert_stands_as_tight_as_before(text, pieces, left):
    assert without(text, *pieces) == left


@pytest.mark.parametrize(
    ("text", "pieces", "left"),
    [
        ("- 一\n\n- 广告一\n- 广告二\n\n  雨还在下。\n\n- 二\n", ["- 广告一\n- 广告二\n"], "- 一\n\n  雨还在下。\n\n- 二\n"),
        (
            "- 一\n\n  灯亮着。\n\n- 广告一\n- 广告二\n- 广告三\n\n  ```\n  甲\n  ```\n",
            ["- 广告一\n- 广告二\n- 广告三\n"],
            "- 一\n\n  灯亮着。\n\n  ```\n  甲\n  ```\n",
        ),
        ("- 一\n\n1. 广告一\n2. 广告二\n\n  雨还在下。\n\n灯。\n", ["1. 广告一\n2. 广告二\n"], "- 一\n\n  雨还在下。\n\n灯。\n"),
        ("- 一\n\n## 广告一\n\n> 广告二\n\n  雨还在下。\n", ["## 广告一\n", "> 广告二\n"], "- 一\n\n  雨还在下。\n"),
        ("- 一\n\n[^a]: 广告\n\n- 二\n\n  三\n", ["[^a]: 广告\n"], "- 一\n\n- 二\n\n  三\n"),
        ("- 一\n\n[^a]: 广告\n\n  雨还在下。\n", ["[^a]: 广告\n"], "- 一\n\n  雨还在下。\n"),
    ],
)
def test_what_stands_below_an_item_is_its_own_again(text, pieces, left):
    assert without(text, *pieces) == left


def test_removals_below_each_other_leave_one_gap():
    text = "下着雨。\n广告一\n\n广告二\n\n灯亮着。\n"
    assert without(text, "广告一\n", "广告二\n") == "下着雨。\n\n灯亮着。\n"
    assert without(text, "广告一\n\n", "广告二\n\n") == "下着雨。\n\n灯亮着。\n"


def test_a_bad_edit_does_not_hold_the_good_ones():
    assert without("甲广告\n\n```\n广告二\n```\n\n- 广告三\n- 乙\n", "广告", "广告二\n", "- 广告三\n") == "甲\n\n```\n广告二\n```\n\n- 乙\n"


def test_many_bad_edits_cost_no_parse_of_the_whole_text_each(monkeypatch):
    sections = [f"## 第{number}节\n\n1. 甲\n\n广告{number}。\n\n1. 乙\n\n下着雨。\n\n" for number in range(200)]
    text, read = "".join(sections), []
    parser = _parser()
    monkeypatch.setattr(blocks, "_parser", lambda: SimpleNamespace(parse=lambda text: read.append(len(text)) or parser.parse(text)))
    gone = [text.index(f"广告{number}。") for number in range(200)]
    kept, held = keep_blocks(text, [Edit(at, text.index("\n", at) + 2, "", "advert-x", "safe", 1.0, "") for at in gone])
    assert (len(kept), len(held)) == (0, 200)
    assert sum(read) < 10 * len(text)


def test_what_opens_in_one_section_and_ends_in_another_is_seen():
    text = "下着雨。\n\n```\n一\n```\n\n灯亮着。\n\n见[书][a]。\n\n没有人。\n\n[a]: b.md\n"
    assert without(text, "```\n\n灯") == text
    assert without(text, "[a]: b.md\n") == text


def test_a_word_for_a_word():
    assert without("# 蕞好\n\n- [蕞好](a.md)\n", "蕞好", new="最好") == "# 最好\n\n- [蕞好](a.md)\n"


@pytest.mark.skipif(not GOLD.exists(), reason="the texts are not here")
def test_adverts_put_into_good_texts_go_and_nothing_else():
    choose, texts, same = random.Random(7), 0, 0
    for line in list(GOLD.open(encoding="utf-8"))[::4]:
        text = json.loads(line)["text"]
        gaps = _between_blocks(text)
        if not gaps:
            continue
        dirty = text
        for gap in sorted(choose.sample(gaps, min(3, len(gaps))), reverse=True):
            dirty = f"{dirty[:gap]}{choose.choice(ADS)}\n\n{dirty[gap:]}"
        edits = [Edit(at, at + len(ad) + 1, "", "advert-x", "safe", 1.0, "") for ad in ADS for at in _places(dirty, ad)]
        texts += 1
        same += apply(dirty, keep_blocks(dirty, sorted(edits))[0]) == text
    assert same >= 0.98 * texts > 0


def _between_blocks(text):
    """Where a block begins after a blank line."""
    lines = text.split("\n")
    first = {token.map[0] for token in _parser().parse(text) if token.map and token.level == 0 and token.type != "front_matter"}
    return [sum(len(line) + 1 for line in lines[:number]) for number in sorted(first) if number and not lines[number - 1].strip()]


def _places(text, piece):
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


@pytest.mark.parametrize("text", ["甲\r\r\n\n# 乙\n\n- 一\n\n广告\n\n- 二\n", "甲\r乙\n\n- 一\r\n\n广告\n\n- 二\n\n丙[1]\n\n广告。\n"])
def test_a_stray_carriage_return_ends_no_line(text: str) -> None:
    assert "广告\n" not in without(text, "广告\n")
