"""Does a folder full of everything come out with nothing lost and each trouble said once?"""

import os
import random
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix" or not hasattr(os, "geteuid"), reason="modes and links of POSIX")

FILES = int(os.environ.get("MANY_FILES", "500"))
COMMAND = [sys.executable, "-m", "cqclean"]
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32", "utf-16-le-sig", "utf-16-be-sig")
BREAKS = ("\n", "\r\n", "\r")
DIRTY, CLEANED = "这是蕞好的办法，没有人知道。", "这是最好的办法，没有人知道。"
PLAIN = ("", " ", "今天天气真好。", "　　段首缩进", "tail  ", "\t表", "𠮷野家", "a*b*c", "a\u200db")


def encoded(text, encoding):
    if encoding.endswith("-sig") and encoding.startswith("utf-16"):
        return ("\ufeff" + text).encode(encoding[:-4])
    return text.encode(encoding)


def content(choose):
    """A text of random lines and line breaks, and what it should become."""
    before, after = [], []
    for _ in range(choose.randrange(1, 12)):
        dirty = choose.random() < 0.4
        line, end = choose.choice(PLAIN), choose.choice(BREAKS[:2])
        before.append((DIRTY if dirty else line) + end)
        after.append((CLEANED if dirty else line) + end)
    if choose.random() < 0.3:
        before.append("没有换行")
        after.append("没有换行")
    return "".join(before), "".join(after)


def make(root, choose):
    """A tree of files; what each should be afterwards, and which are troubles."""
    wanted, troubles, passed = {}, set(), set()
    for number in range(FILES):
        folder = os.path.join(root, *(choose.choice(["一", "b", "深 层"]) for _ in range(choose.randrange(5))))
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, choose.choice(["页{}.txt", "p{}.md", "有 空格{}.txt", "行\n{}.txt", "'\"${}.txt"]).format(number))
        kind = choose.random()
        before, after = content(choose)
        encoding = choose.choice(ENCODINGS)
        data, clean = encoded(before, encoding), encoded(after, encoding)
        if kind < 0.03:
            data = clean = b"\0\1\2" + data
            passed.add(path)
        elif kind < 0.06:
            data = clean = "好的文字".encode() * 20 + b"\xff\xfe\xfd"
            troubles.add(path)
        elif kind < 0.09:
            data = clean = b""
        elif kind < 0.12:
            os.symlink("nowhere" if number % 2 else ".", path)
            continue
        with open(path, "wb") as file:
            file.write(data)
        if kind > 0.97 and data != clean:
            os.chmod(path, 0o444)
            troubles.add(path)
            clean = data
        wanted[path] = clean
    return wanted, troubles, passed


def content_of(path):
    with open(path, "rb") as file:
        return file.read()


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_everything_at_once(tmp_path, jobs):
    wanted, troubles, passed = make(str(tmp_path / "d"), random.Random(int(jobs)))
    before = {path: content_of(path) for path in wanted}
    names = set(wanted)
    run = subprocess.run(
        [*COMMAND, "-w", "--select", "variant-zui", "-j", jobs, "--record", "r.jsonl", "d"], cwd=tmp_path, capture_output=True, check=False
    )
    said = run.stderr.decode()
    assert "Traceback" not in said
    assert "internal error" not in said
    assert run.returncode == 2
    assert {path for path in wanted if content_of(path) != wanted[path]} == set()
    assert {os.path.join(parent, name) for parent, _, files in os.walk(tmp_path / "d") for name in files} - names <= links(tmp_path / "d")
    for path in troubles | passed:
        shown = os.path.relpath(path, tmp_path).replace("\n", "⟨000A⟩")
        assert said.count(f"{shown}: ") == 1, shown
    assert len(said.splitlines()) == len(troubles) + len(passed) + 2
    assert subprocess.run([*COMMAND, "-q", "--revert", "r.jsonl"], cwd=tmp_path, check=False).returncode == 0
    assert {path for path in wanted if content_of(path) != before[path]} == set()


def links(root):
    return {
        os.path.join(parent, name) for parent, _, files in os.walk(root) for name in files if os.path.islink(os.path.join(parent, name))
    }
