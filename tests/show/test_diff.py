"""Does the diff of the edits apply, to the byte?"""

import os
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cqclean.show.diff import as_bytes, diff, patch_name
from cqclean.text.edits import Edit, apply, disjoint

LINE = st.sampled_from(["", "一", "一二三", " x", "-", "+a", "\\", "@@ -1 +1 @@", "二\r"])
TEXTS = st.builds(lambda lines, end: "\n".join(lines) + end, st.lists(LINE, min_size=1, max_size=30), st.sampled_from(["", "\n"]))
CHANGES = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 9), st.sampled_from(["", "新", "新\n", "\n", "a\nb"])), min_size=1, max_size=6
)


def edits_of(text, changes):
    made = [Edit(start, min(len(text), start + width), new, "rule", "safe", 1.0, "") for start, width, new in changes if start <= len(text)]
    return [edit for edit in disjoint(made) if text[edit.start : edit.end] != edit.new]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("diff")
    before = os.getcwd()
    os.chdir(path)
    os.mkdir("d")
    subprocess.run(["git", "init", "-q"], check=True)
    yield path
    os.chdir(before)


@pytest.mark.parametrize("command", [["patch", "-p0", "-s", "--binary"], ["git", "apply", "--whitespace=nowarn"]])
@given(TEXTS, CHANGES, st.booleans(), st.sampled_from(["utf-8", "gb18030"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_applies(folder, command, text, changes, bom, encoding):
    edits = edits_of(text, changes)
    after = apply(text, edits)
    mark = "\ufeff" * bom
    if after == text or not mark + text or not mark + after:  # an empty file is made and removed, not patched
        return
    with open("d/a b.txt", "wb") as file:
        file.write((mark + text).encode(encoding))
    subprocess.run(command, input=as_bytes(diff("d/a b.txt", text, edits, bom), encoding), check=True)
    with open("d/a b.txt", "rb") as file:
        assert file.read() == (mark + after).encode(encoding)


def test_no_edits_no_diff():
    assert list(diff("a", "一\n", [])) == []


def test_what_it_looks_like():
    text = "".join(f"{n}\n" for n in range(1, 10))
    shown = as_bytes(diff("a.txt", text, edits_of(text, [(8, 1, "五")])), "utf-8").decode()
    assert shown == "--- ./a.txt\n+++ ./a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+五\n 6\n 7\n 8\n"


def test_changed_characters_are_marked():
    rows = [
        (line.mark, line.text, line.changed) for line in diff("a", "一二三\n四", edits_of("一二三\n四", [(1, 1, "新词")])) if line.changed
    ]
    assert rows == [("-", "一二三", ((1, 2),)), ("+", "一新词三", ((1, 3),))]


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.txt", "./a.txt"), ("d/a b", "./d/a b\t"), ("a\nb", '"./a\\nb"'), ('a"b', '"./a\\"b"'), ("/no/such", "/no/such"), ("./a", "./a")],
)
def test_names(path, name):
    assert patch_name(path) == name
