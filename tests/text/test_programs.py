"""Does the command start quickly the second time, and never worse for what was kept?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from cqclean.ruleset import pattern
from cqclean.text import late, programs

DIRTY, CLEAN = "首页 > 新闻\n这是蕞好的办法。\n加薇❤：abc12345\n", "首页 > 新闻\n这是最好的办法。\n"
COMPILED = """
import sys, re, regex, cqclean.__main__ as entry
made = []
compile = regex.compile
regex.compile = lambda *given: made.append(given) or compile(*given)
sys.argv[1:] = []
try:
    entry.main()
except SystemExit:
    print(len(made), file=sys.stderr)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def cleaned(home: Path) -> tuple[str, int]:
    """The cleaned text, and how many patterns of rules had to be compiled for it."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(home), "LOCALAPPDATA": str(home), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    environment = {name: value for name, value in environment.items() if not name.startswith("CQCLEAN_")}
    answer = subprocess.run(
        [sys.executable, "-c", COMPILED], input=DIRTY, capture_output=True, text=True, check=True, encoding="utf-8", env=environment
    )
    return answer.stdout, int(answer.stderr)


def kept(home: Path) -> Path:
    (found,) = (home / "cqclean").iterdir()
    return found


def test_the_second_call_compiles_nothing(home):
    first, second = cleaned(home), cleaned(home)
    assert first[0] == second[0] == CLEAN
    assert first[1] > 0
    assert second[1] == 0


@pytest.mark.parametrize(
    "harm", [lambda data: b"", lambda data: data[:100], lambda data: data[:50] + b"?" + data[51:], lambda data: b"\0" * 999]
)
def test_a_broken_file_is_as_good_as_none(home, harm):
    cleaned(home)
    path = kept(home)
    path.write_bytes(harm(path.read_bytes()))
    assert cleaned(home)[0] == CLEAN
    assert cleaned(home) == (CLEAN, 0)  # it was written anew


def test_a_home_that_is_a_file(home):
    home.write_text("no folder")
    assert cleaned(home)[0] == CLEAN
    assert home.read_text() == "no folder"


def test_a_folder_that_is_full_of_old_programs_begins_anew(home, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.setattr(programs, "LIMIT", 3)
    monkeypatch.setattr(programs, "_path", lambda: str(home / "cqclean" / "programs.bin"))
    for key in "abcde":
        monkeypatch.setattr(programs, "_made", {("re", key, 0): key.encode()})
        programs.keep()
    assert sorted(key for _, key, _ in programs._read().all()) == ["d", "e"]


def test_a_program_of_another_pattern_with_its_checksum_is_not_taken(monkeypatch):
    monkeypatch.setattr(programs, "_kept", lambda: programs._made)
    monkeypatch.setattr(programs, "_made", {})
    monkeypatch.setattr(programs.zlib, "crc32", lambda data: 7)
    assert [programs.program(("re", pattern, 0), lambda pattern=pattern: (pattern,)) for pattern in "aba"] == [("a",), ("b",), ("a",)]


WRITTEN = r"(?P<who>[a-z]+)(?:-(?P<what>[甲乙丙]))?(?=\s|$)", "ab-乙 c", "xyz", "ab-乙\ncd"


@pytest.mark.parametrize("made", [late._from_program, late.re.compile], ids=["from a program", "by re"])
def test_a_pattern_of_the_code_from_its_program(made, monkeypatch):
    written, *texts = WRITTEN
    monkeypatch.setattr(programs, "_kept", lambda: programs._made)  # what was made just now is there already
    for _ in range(2):
        found = made(written, late.re.IGNORECASE)
        assert [found.sub(r"<\g<who>>", text) for text in texts] == ["<ab> <c>", "<xyz>", "<ab>\n<cd>"]
        assert [found.search(text).groupdict() for text in texts[:2]] == [{"who": "ab", "what": "乙"}, {"who": "xyz", "what": None}]
        assert (found.pattern, found.groups, found.groupindex["what"]) == (written, 2, 2)
        assert found.flags == late.re.compile(written, late.re.IGNORECASE).flags


def test_a_pattern_of_a_rule_from_its_program(monkeypatch):
    written, *texts = WRITTEN
    monkeypatch.setattr(programs, "_kept", lambda: programs._made)
    expected = regex.compile(written, regex.MULTILINE | regex.VERSION0)
    for _ in range(2):
        found = pattern._compiled(written)
        assert [found.sub(r"<\g<who>>", text) for text in texts] == [expected.sub(r"<\g<who>>", text) for text in texts]
        assert [match.span("what") for match in found.finditer(texts[2])] == [(3, 4), (-1, -1)]


def test_a_full_disk_leaves_nothing_behind(home, monkeypatch):
    def full(*_: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(programs, "_path", lambda: str(home / "cqclean" / "programs.bin"))
    monkeypatch.setattr(programs, "_made", {("re", "a", 0): b"a"})
    monkeypatch.setattr(programs.os, "replace", full)
    programs.keep()
    assert list((home / "cqclean").iterdir()) == []
