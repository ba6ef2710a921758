"""Does a run that is killed leave each file old or new, and does the next run end where an undisturbed one would?"""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

COMMAND = [sys.executable, "-m", "cqclean"]
DIRTY, CLEANED = "这是蕞好的办法，可是没有人知道。\n", "这是最好的办法，可是没有人知道。\n"
FILES = int(os.environ.get("KILL_FILES", "120"))
MOMENTS = int(os.environ.get("KILL_MOMENTS", "3"))  # KILL_FILES=2000 KILL_MOMENTS=25 for the long test


def tree(folder):
    """The files of a folder with their hashes."""
    return {
        os.path.relpath(os.path.join(parent, name), folder): hashlib.sha256(open(os.path.join(parent, name), "rb").read()).hexdigest()  # noqa: SIM115
        for parent, _, names in os.walk(folder)
        for name in names
    }


def make(folder):
    for number in range(FILES):
        path = folder / f"{number % 7}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{number}\n" + DIRTY * (1 + number % 40))


def start(folder, *more):
    return subprocess.Popen([*COMMAND, "-w", "-q", "--record", "r.jsonl", *more, "d"], cwd=folder, stderr=subprocess.PIPE)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_again_and_again(tmp_path, jobs):
    folder = tmp_path / "d"
    make(folder)
    old = tree(folder)
    new = {name: hashlib.sha256((folder / name).read_bytes().replace("蕞".encode(), "最".encode())).hexdigest() for name in old}
    begun = time.monotonic()
    start(tmp_path, "-j", jobs).wait()
    lasts = time.monotonic() - begun
    assert tree(folder) == new
    subprocess.run([*COMMAND, "-q", "--revert", "r.jsonl"], cwd=tmp_path, check=True)
    assert tree(folder) == old
    for _ in range(MOMENTS):
        process = start(tmp_path, "-j", jobs)
        time.sleep(random.uniform(0.1, lasts))
        process.send_signal(signal.SIGKILL)
        process.wait()
        halfway = {name: digest for name, digest in tree(folder).items() if ".cqclean-" not in name}
        assert halfway.keys() == old.keys()
        assert all(digest in (old[name], new[name]) for name, digest in halfway.items())
        again = start(tmp_path, "-j", jobs)
        assert again.communicate()[1] == b""
        assert again.returncode == 0
        assert tree(folder) == new
        subprocess.run([*COMMAND, "-q", "--revert", "r.jsonl"], cwd=tmp_path, check=True)
        assert tree(folder) == old
        (tmp_path / "r.jsonl").unlink()


def test_an_interrupted_run_says_how_to_go_on(tmp_path):
    make(tmp_path / "d")
    process = start(tmp_path, "-j", "2", "--verify")
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    if process.returncode != 0:  # else it had ended before
        assert b"the same command goes on" in said
        assert process.returncode == 130
        assert b"Traceback" not in said
    assert start(tmp_path).wait() == 0
    assert not [name for name in tree(tmp_path / "d") if ".cqclean-" in name]
