"""Which choices hold for a file, and is each mistake named?"""

import pytest

from cqclean.files import Problem
from cqclean.files.config import Choice, nearest


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    nearest.cache_clear()

    def make(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)

    return make


def test_without_a_file_the_defaults_hold(write):
    assert Choice(isolated=True).for_path("a.txt").settings.unsafe is False


def test_the_nearest_file_wins_and_nothing_is_merged(write):
    write("cqclean.toml", 'unsafe = true\nignore = ["a"]')
    write("x/.cqclean.toml", 'ignore = ["b"]')
    write("x/cqclean.toml", 'ignore = ["c"]')
    write("x/y/pyproject.toml", '[tool.cqclean]\nignore = ["d"]')
    write("x/z/pyproject.toml", "[tool.other]")
    assert Choice().for_path("a.txt").settings.ignore == ("a",)
    assert Choice().for_path("x/a.txt").settings.ignore == ("b",)
    assert Choice().for_path("x/a.txt").settings.unsafe is False
    assert Choice().for_path("x/y/a.txt").settings.ignore == ("d",)
    assert Choice().for_path("x/z/a.txt").settings.ignore == ("b",)


def test_extend_inherits(write):
    write("r.toml", "")
    write("base.toml", 'unsafe = true\nignore = ["a"]\nextend-rules = ["r.toml"]')
    write("x/cqclean.toml", 'extend = "../base.toml"\nignore = ["b"]')
    settings = Choice().for_path("x/a.txt").settings
    assert (settings.unsafe, settings.ignore) == (True, ("b",))
    assert settings.extend_rules[0].endswith("/r.toml")
    assert "/x/" not in settings.extend_rules[0]


def test_extend_in_a_ring(write):
    write("a.toml", 'extend = "b.toml"')
    write("b.toml", 'extend = "a.toml"')
    with pytest.raises(Problem, match="extends itself"):
        Choice("a.toml").for_path("a.txt")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('keeep = ["x"]', "unknown key 'keeep': did you mean 'keep'"),
        ("qqq = 1", "unknown key 'qqq'; known are asterisk"),
        ('ignore = "x"', "ignore takes a list of strings"),
        ("unsafe = 1", "unsafe takes true or false"),
        ("max-removed = 2", "max-removed takes a number from 0 to 1"),
        ("max-removed = true", "max-removed takes a number"),
        ('script = "simple"', "script takes one of keep, simplified, traditional"),
        ('encoding = ["utf-88"]', "no encoding is called 'utf-88'"),
        ('per-file-ignores = ["x"]', "per-file-ignores takes a table"),
        ("x = [[[", "not valid TOML"),
        ('extend = "/dev/zero"', "no such config file"),
        ('extend = "none.toml"', "no such config file"),
        ('extend-rules = ["/dev/zero"]', "extend-rules: /dev/zero: no such file"),
        ('extend-rules = ["."]', "a folder"),
        ("#" * 5_000_000, "bytes: no config"),
        ("[" * 5000, "not valid TOML"),
    ],
)
def test_mistakes(write, content, message):
    write("cqclean.toml", content)
    with pytest.raises(Problem, match=message):
        Choice("cqclean.toml").for_path("a.txt")


def test_the_command_line_beats_the_file(write):
    write("cqclean.toml", 'unsafe = true\nexclude = ["a"]')
    config = Choice("cqclean.toml", overrides=(("exclude", ("b",)), ("unsafe", False))).for_path("a.txt")
    assert (config.exclude, config.settings.unsafe) == (("b",), False)


def test_per_file_ignores_are_relative_to_the_config(write):
    write("x/cqclean.toml", 'ignore = ["a"]\n[per-file-ignores]\n"ads/**" = ["contact"]')
    assert Choice().for_path("x/ads/b.txt").settings_for("x/ads/b.txt").ignore == ("a", "contact")
    assert Choice().for_path("x/ads.txt").settings_for("x/ads.txt").ignore == ("a",)
