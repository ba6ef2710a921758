"""Is a file old or new, never half?"""

import errno
import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from cqclean.files import Problem
from cqclean.files.write import is_temporary, write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    return file


def test_new_bytes_and_nothing_beside_them(path):
    write(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(path.parent) == ["a.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_is_kept(path, mode):
    path.chmod(mode)
    write(str(path), b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_gets_its_folders_and_the_usual_mode(tmp_path):
    write(str(tmp_path / "x/y/a.txt"), b"new")
    (tmp_path / "plain").touch()
    assert stat.S_IMODE((tmp_path / "x/y/a.txt").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_link_is_followed(path, tmp_path):
    (tmp_path / "link").symlink_to("a.txt")
    write(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert path.read_bytes() == b"new"


def test_what_a_killed_run_left_is_taken_over(path):
    seen = []

    def peek(name, target):
        seen.append(os.path.basename(name))
        raise OSError(errno.EIO, "no luck")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", peek)
        with pytest.raises(Problem, match="no luck"):
            write(str(path), b"new")
    assert is_temporary(seen[0])
    (path.parent / seen[0]).write_bytes(b"half of a much longer file")
    write(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(path.parent) == ["a.txt"]


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_full_disk_leaves_the_old_file_and_no_litter(path, monkeypatch, error):
    def full(handle):
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match=os.strerror(error)):
        write(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(path.parent) == ["a.txt"]


def test_a_read_only_file_is_not_replaced(path):
    path.chmod(0o444)
    with pytest.raises(Problem, match="read-only"):
        write(str(path), b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(Problem, match="a folder has this name"):
        write(str(tmp_path), b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_a_writer_that_hangs_is_named(path, monkeypatch):
    replace = os.replace
    monkeypatch.setattr("cqclean.files.write.PATIENCE", 0.1)

    def meanwhile(name, target):
        with pytest.raises(Problem, match="another run"):
            write(str(path), b"the other")
        replace(name, target)

    monkeypatch.setattr(os, "replace", meanwhile)
    write(str(path), b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_many_writers_of_one_file(path):
    texts = [bytes([65 + number]) * 200_000 for number in range(12)]
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda data: write(str(path), data), texts))
    assert path.read_bytes() in texts
    assert os.listdir(path.parent) == ["a.txt"]


def test_a_name_of_full_length(tmp_path):
    path = tmp_path / ("长" * 85)
    write(str(path), b"new")
    assert path.read_bytes() == b"new"
