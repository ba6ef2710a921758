"""Script conversion: what it must leave, what it must mend, and where OpenCC's own words are followed."""

import pytest

from cqclean import Cleaner, Settings

SIMPLIFY = Cleaner(Settings(script="simplified", kinds=("script",)))
TRADITIONAL = Cleaner(Settings(script="traditional", kinds=("script",)))


@pytest.mark.parametrize(
    "text",
    [
        "著名作家的著作、原著和专著，显著的土著",
        "乾隆年间，乾坤未定",
        "宫商角徵羽",
        "慰藉与狼藉",
        "図書館では静かにしてください。",
        "他说：“好。”",
        "",
    ],
)
def test_simplified_text_stays(text: str) -> None:
    assert SIMPLIFY.clean(text).text == text


@pytest.mark.parametrize("text", ["這是繁體，於是讀書。", "乾隆年間，皇后與皇太后", "他姓于，余光中與于右任"])
def test_traditional_text_stays(text: str) -> None:
    assert TRADITIONAL.clean(text).text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他看著遠處的著名建築。", "他看着远处的著名建筑。"),
        ("隻能這樣，指明瞭方向，傢夥", "只能这样，指明了方向，家伙"),
        ("蕭乾與松本乾在乾安縣談乾淨的乾坤", "萧乾与松本乾在乾安县谈干净的乾坤"),
        ("魏徵徵求意見，文徵明", "魏徵征求意见，文徵明"),
        ("头发干净，這是繁體，后来", "头发干净，这是繁体，后来"),
    ],
)
def test_to_simplified(before: str, after: str) -> None:
    assert SIMPLIFY.clean(before).text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("后来的头发", "後來的頭髮"), ("皇后之后", "皇后之後"), ("這是繁體，这是简体", "這是繁體，這是簡體"), ("他姓范", "他姓范")],
)
def test_to_traditional(before: str, after: str) -> None:
    assert TRADITIONAL.clean(before).text == after


def test_own_words_stay() -> None:
    cleaner = Cleaner(Settings(script="simplified", protected_words=("鴻海",), keep=("臺積電",)))
    assert cleaner.clean("鴻海與臺積電的總部在臺灣").text == "鴻海与臺積電的总部在台湾"


def test_code_and_addresses_stay() -> None:
    text = "# 標題\n\n請看 [說明](/說明.md) 和 `變數`，https://example.com/圖 也是。\n\n```\n變數 = 1\n```\n"
    assert SIMPLIFY.clean(text).text == text.replace("標題", "标题").replace("請看 [說明]", "请看 [说明]")


@pytest.mark.parametrize("text", ["隻能指明瞭傢夥，乾隆", "他看著遠處，這裡", "一隻鳥，𠮷野家的麵"])
def test_edits_say_what_they_replace(text: str) -> None:
    result = SIMPLIFY.clean(text)
    for edit in result.applied:
        assert edit.new != text[edit.start : edit.end]
    assert SIMPLIFY.clean(result.text).text == result.text


def test_script_is_kept_unless_asked() -> None:
    assert Cleaner(Settings(kinds=("script",))).clean("這是繁體。").text == "這是繁體。"
