"""Which files are meant, and does the reason say so?"""

import os
import subprocess

import pytest

from cqclean.files import Problem
from cqclean.files.discover import Filter, discover


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """tree("a.txt", ".gitignore=*.log") makes files in a fresh current folder."""
    monkeypatch.chdir(tmp_path)

    def make(*names):
        for name, _, content in (name.partition("=") for name in names):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)

    return make


def taken(*paths, **choices):
    return [found.path for found in discover(paths, lambda folder: Filter(**choices)) if found.taken]


def reasons(*paths, **choices):
    return {found.path: found.reason for found in discover(paths, lambda folder: Filter(**choices)) if not found.taken}


def test_text_and_markdown_in_order_of_name(tree):
    tree("b.md", "a.txt", "c/x.markdown", "c/a.TXT", "z.py", "noext", "page.html")
    assert taken(".") == ["a.txt", "b.md", "c/a.TXT", "c/x.markdown", "page.html"]
    assert "not a text" in reasons(".")["z.py"]


def test_a_named_file_is_always_done(tree):
    tree("z.py", ".gitignore=*", "a.txt")
    assert taken("z.py", "a.txt") == ["z.py", "a.txt"]
    assert taken("a.txt", exclude=("a.txt",)) == ["a.txt"]
    assert taken("a.txt", exclude=("a.txt",), force_exclude=True) == []


def test_force_exclude_looks_at_the_folders_above(tree):
    tree("x/y/a.txt", ".gitignore=x/")
    os.mkdir(".git")
    assert taken("x/y/a.txt", force_exclude=True) == []
    assert reasons("x/y/a.txt", force_exclude=True) == {"x/y/a.txt": "ignored by .gitignore"}
    assert taken("x/y/a.txt") == ["x/y/a.txt"]


def test_a_named_folder_is_walked_though_it_is_ignored(tree):
    tree("build/a.txt", "build/b.log.txt", ".gitignore=build/", "build/.gitignore=*.log.txt")
    os.mkdir(".git")
    assert taken(".") == []
    assert taken("build") == ["build/a.txt"]


def test_patterns(tree):
    tree("a.txt", "archive/b.txt", "archive/deep/c.txt", "d.log")
    assert taken(".", exclude=("archive/**",)) == ["a.txt"]
    assert taken(".", exclude=("archive",)) == ["a.txt"]
    assert taken(".", include=("*.log",)) == ["a.txt", "archive/b.txt", "archive/deep/c.txt", "d.log"]


def test_a_bad_pattern_is_a_problem(tree):
    tree("a.txt")
    with pytest.raises(Problem, match="pattern"):
        taken(".", exclude=("!",))


def test_links_in_a_folder_are_left_named_links_are_done(tree):
    tree("d/a.txt")
    os.symlink("a.txt", "d/link.txt")
    os.symlink(".", "d/loop")
    assert taken("d") == ["d/a.txt"]
    assert reasons("d")["d/loop"].startswith("a symbolic link")
    assert taken("d/link.txt") == ["d/link.txt"]


def test_odd_files_and_names(tree):
    tree("d/深/一\n二.txt", "d/ .txt", "d/.cqclean-0011223344556677.tmp", "d/.git/a.txt")
    os.mkfifo("d/pipe.txt")
    assert taken("d") == ["d/ .txt", "d/深/一\n二.txt"]
    assert reasons("d")["d/pipe.txt"] == "neither a file nor a folder"


def test_a_missing_path_says_so(tree):
    tree("a.txt")
    assert reasons("b.txt") == {"b.txt": "no such file or folder"}


CASES = [
    "*.log\n!keep.log",
    "/a.txt",
    "build/",
    "sub/*.txt",
    "**/x.txt",
    "*.txt\n!sub/\n!sub/x.txt",
    "sub/*\n!sub/deep",
    "# comment\n\\#x.txt\n",
    "a[0-9].txt",
    "sub/**/x.txt",
    " a.txt",
    "!\n\\\na.txt\n[\n",
]
FILES = ["a.txt", "a1.txt", "x.txt", "#x.txt", "build/x.txt", "sub/x.txt", "sub/a.txt", "sub/deep/x.txt", "sub/build/y.txt"]


@pytest.mark.parametrize("patterns", CASES)
@pytest.mark.parametrize("inner", ["", "!x.txt", "*"])
def test_as_git_itself_ignores(tree, patterns, inner):
    tree(*FILES, f".gitignore={patterns}", f"sub/.gitignore={inner}")
    subprocess.run(["git", "init", "-q"], check=True)
    git = subprocess.run(["git", "ls-files", "-z", "--others", "--exclude-standard"], capture_output=True, check=True)
    expected = sorted(name for name in git.stdout.decode().split("\0") if name.endswith(".txt"))
    assert sorted(taken(".")) == expected
    below = sorted(name for name in expected if name.startswith("sub/"))
    assert sorted(taken("sub")) == below
