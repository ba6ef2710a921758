"""Do the pre-commit hooks do what their names say?"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOOKS = dict(re.findall(r"- id: (\S+)\n(?:  .*\n)*?  entry: (.+)\n", (ROOT / ".pre-commit-hooks.yaml").read_text()))
DIRTY, CLEANED = "这是蕞好的办法。\n", "这是最好的办法。\n"


@pytest.fixture
def repository(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "a.md").write_text(DIRTY)
    (tmp_path / "b.txt").write_text("今天天气真好。\n")
    (tmp_path / "cqclean.toml").write_text('exclude = ["left.txt"]')
    (tmp_path / "left.txt").write_text(DIRTY)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


def entry(hook, repository):
    arguments = HOOKS[hook].split()[1:]
    return subprocess.run(
        [sys.executable, "-m", "cqclean", *arguments, "a.md", "b.txt", "left.txt"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_changes_nothing_and_says_what_mends(repository):
    answer = entry("cqclean-check", repository)
    assert answer.returncode == 1
    assert answer.stdout == "a.md:1:3 variant-zui [safe] 这是[-蕞-]{+最+}好的办法。\n"
    assert "cqclean -w a.md b.txt" in answer.stderr
    assert (repository / "a.md").read_text() == DIRTY


def test_the_other_cleans_all_but_what_is_excluded(repository):
    assert entry("cqclean", repository).returncode == 0
    assert (repository / "a.md").read_text() == CLEANED
    assert (repository / "left.txt").read_text() == DIRTY
    assert entry("cqclean-check", repository).returncode == 0


@pytest.mark.skipif(not shutil.which("pre-commit"), reason="pre-commit is not installed")
def test_pre_commit_itself(repository):
    command = ["pre-commit", "try-repo", str(ROOT), "cqclean", "--files", "a.md", "b.txt"]
    assert subprocess.run(command, cwd=repository, check=False).returncode == 1  # files were modified
    assert (repository / "a.md").read_text() == CLEANED
    assert subprocess.run(command, cwd=repository, check=False).returncode == 0
