"""Rule files: every mistake is named with its place and its remedy."""

import re
from pathlib import Path

import pytest

from cqclean import Cleaner
from cqclean.ruleset.frozen import tables
from cqclean.ruleset.load import RuleError, builtin, load
from cqclean.ruleset.mistakes import UNPROVED
from cqclean.settings import CHOICES, Settings

GOOD = r"""
[[rule]]
id = "site-mark"
action = "delete"
level = "safe"
when = ["青山网"]
match = '\(青山网\)'
why = "The site's mark."
[rule.examples]
"青山网的编辑" = "青山网的编辑"
"他走了（青山网）。" = "他走了。"
"""


def read(folder: Path, source: str) -> tuple[str, ...]:
    path = folder / "site.toml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load([path])
    return caught.value.mistakes


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\\(青山网\\)'", "(青山网'", "missing )"),
        ("\\(青山网\\)'", "\\b青山网'", "every Han character is a word character"),
        ("\\(青山网\\)'", "\\w青山网'", "write the class you mean"),
        ("\\(青山网\\)'", "青山网.*'", "bound it, as in .{0,40}"),
        ("\\(青山网\\)'", "青山网\\n'", "declare how many lines it spans"),
        ("\\(青山网\\)'", "(?:青山网)?'", "accepts the empty text"),
        ("\\(青山网\\)'", "（青山网）'", "reads '(' on the folded copy"),
        ('when = ["青山网"]', 'when = ["青山網"]', "reads '青山网' on the folded copy"),
        ('when = ["青山网"]', "", "when is missing: add literals"),
        ('action = "delete"', 'action = "remove"', "is not one of replace, delete"),
        ('level = "safe"', 'levle = "safe"', "did you mean 'level'?"),
        ('why = "The site\'s mark."', "", "why is missing"),
        ('id = "site-mark"', 'id = "Site Mark"', "lower-case letters, digits and hyphens"),
        ('"青山网的编辑" = "青山网的编辑"', "", "no example that must stay"),
        ('"他走了（青山网）。" = "他走了。"', "", "no example that changes"),
    ],
)
def test_a_mistake_is_named_with_place_and_remedy(tmp_path: Path, old: str, new: str, said: str) -> None:
    mistakes = read(tmp_path, GOOD.replace(old, new))
    assert any(said in mistake for mistake in mistakes), mistakes
    assert all(mistake.split(": ")[0].endswith("/site.toml:2") for mistake in mistakes)


WHOLE = r"""
[[rule]]
id = "site-line"
action = "drop-line"
level = "safe"
whole = ["青山网 共 # 条评论", "由 … 发布于青山网"]
why = "A line of the site."
[rule.examples]
"青山网的编辑" = "青山网的编辑"
"他走了。\n青山网共 12 条评论" = "他走了。"
"""


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("青山网 共 1,204 条评论", True),
        ("【由王三发布于青山网】", True),
        ("由发布于青山网", True),
        ("青山网共有条评论", False),
        ("“由王三发布于青山网”", False),
        ("- 由王三发布于青山网", False),
        ("由王三。发布于青山网", False),
        ("听说青山网 共 3 条评论", False),
    ],
)
def test_whole_lines_are_written_as_people_read_them(tmp_path: Path, line: str, goes: bool) -> None:
    path = tmp_path / "site.toml"
    path.write_text(WHOLE, encoding="utf-8")
    text = f"他走了。\n{line}\n她也走了。\n"
    cleaned = Cleaner(Settings(extend_rules=(str(path),), select=("site-line",))).clean(text).text
    assert cleaned == ("他走了。\n她也走了。\n" if goes else text)


@pytest.mark.parametrize("wrong", ['"青山网"', "[]", '["# …"]', "[1]", "[\"青山网\"]\nmatch = '青山网'"])
def test_what_is_no_list_of_whole_lines_is_said(tmp_path: Path, wrong: str) -> None:
    source = re.sub(r"(?m)^whole = .*$", lambda _: f"whole = {wrong}", WHOLE)
    assert any("whole stands in place of when and match" in mistake for mistake in read(tmp_path, source))


def test_all_mistakes_of_a_file_are_said_at_once(tmp_path: Path) -> None:
    assert len(read(tmp_path, GOOD.replace('level = "safe"', "") + GOOD.replace("delete", "cut"))) >= 2


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    assert "is taken by" in read(tmp_path, GOOD + GOOD)[0]


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    assert "not a rule file" in read(tmp_path, "[[rule")[0]


def test_a_match_across_lines_may_be_declared(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(GOOD.replace("\\(青山网\\)'", "青山网\\n订阅'\nlines = 2"), encoding="utf-8")
    assert load([path]).rules[0].lines == 2


def test_the_built_in_rules_are_sound_and_many() -> None:
    assert len(builtin().rules) >= 150
    assert all(rule.examples or rule.finder in UNPROVED for rule in builtin().rules)


def test_settings_choose_and_level_rules() -> None:
    chosen = builtin().chosen(Settings(select=("variant",), ignore=("variant-zui",)))
    assert chosen.rules
    assert {rule.kind for rule in chosen.rules} == {"variant"}
    assert "variant-zui" not in chosen.by_id
    assert builtin().chosen(Settings(extend_unsafe=("variant-zui",))).by_id["variant-zui"].level == "unsafe"


def test_an_unknown_name_gets_a_suggestion() -> None:
    assert list(builtin().unknown(["varient-zui", "variant"])) == ["unknown rule or kind 'varient-zui': did you mean 'variant-zui'?"]


def test_a_profile_presets_finders_and_levels() -> None:
    novel = builtin().chosen(Settings(profile="novel"))
    assert "structure" not in {rule.finder for rule in novel.rules}
    corpus = builtin().chosen(Settings(profile="corpus"))
    assert corpus.by_id["advert-chapter-count-line"].level == "safe"
    assert builtin().by_id["advert-chapter-count-line"].level == "unsafe"


def test_every_profile_of_the_settings_is_described() -> None:
    assert set(tables("profiles")) == set(CHOICES["profile"])


COMBINED = r"""
[[rule]]
id = "site-number"
action = "delete"
level = "safe"
when = ["乙三"]
combine = [["甲丙", " -", "三五"]]
match = '[甲乙丙][ -]?[三五]号店'
why = "A shop of the site."
[rule.examples]
"甲三班" = "甲三班"
"到甲-五号店去。" = "到去。"
"""


@pytest.mark.parametrize(("shop", "goes"), [("乙三", True), ("甲 三", True), ("丙-五", True), ("甲三", False), ("乙 三", False)])
def test_columns_spell_the_literals_of_a_rule(tmp_path: Path, shop: str, goes: bool) -> None:
    path = tmp_path / "site.toml"
    path.write_text(COMBINED, encoding="utf-8")
    cleaned = Cleaner(Settings(extend_rules=(str(path),), select=("site-number",))).clean(f"他到{shop}号店去。").text
    assert cleaned == ("他到去。" if goes else f"他到{shop}号店去。")


@pytest.mark.parametrize("wrong", ['"甲丙"', "[]", '["甲丙"]', '[["甲丙"]]', '[["甲", ""]]', '[["甲", 1]]'])
def test_what_is_no_list_of_columns_is_said(tmp_path: Path, wrong: str) -> None:
    source = re.sub(r"(?m)^combine = .*$", lambda _: f"combine = {wrong}", COMBINED)
    assert any("combine stands beside when" in mistake for mistake in read(tmp_path, source))
