"""Does a plain pipe start without what it does not need?"""

import subprocess
import sys

import pytest

HEAVY = {"click", "rich", "pathspec", "markdown_it", "mdit_py_plugins", "concurrent.futures", "multiprocessing", "opencc"}
PROBE = """
import sys, cqclean.__main__ as entry
sys.argv[1:] = {arguments}
try:
    entry.main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


def imported(*arguments, stdin="今天天气真好，这是蕞好的办法。\n"):
    probe = PROBE.format(arguments=list(arguments))
    answer = subprocess.run([sys.executable, "-c", probe], input=stdin, capture_output=True, text=True, check=True, encoding="utf-8")
    return set(answer.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_a_plain_pipe(arguments):
    assert imported(*arguments) & HEAVY == set()


def test_rich_comes_only_with_colours():
    assert "rich" not in imported("--list-rules")


def test_a_text_without_any_literal_needs_no_engine():
    assert not imported(stdin="x\n") & {"cqclean.cleaner", "cqclean.ruleset.frozen", "json", "regex", "ahocorasick_rs", "typing"}


def test_a_text_without_chinese_loads_no_finder():
    assert not {name for name in imported(stdin="plain words\n") if name.startswith("cqclean.find.")}


@pytest.mark.parametrize(
    "finder", ["pitch", "prompts", "script", "punctuation", "folder", "spelled", "glosses", "structure.plan", "masks.answer", "masks.rank"]
)
def test_a_finder_that_has_no_say_is_not_loaded(finder):
    assert f"cqclean.find.{finder}" not in imported()


def test_help_loads_click_alone():
    loaded = imported("--help")
    assert not loaded & {"cqclean.cleaner", "cqclean.files.config", "tomllib", *HEAVY - {"click"}}
