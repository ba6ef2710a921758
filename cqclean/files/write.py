"""How is a file replaced so that it is old or new, never half?

The new bytes go to a temporary file in the same folder, are flushed to the disk, and take the name in one step. The temporary name
belongs to the file's name, so that a later run takes over what a killed run left. A symbolic link is followed to its file; of a hard
link only this name gets the new text, as with Git and `sed -i`.
"""

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator

from cqclean.files import Problem

PREFIX, SUFFIX = ".cqclean-", ".tmp"
PATIENCE = 10.0  # seconds to wait for another writer of the same file
PAUSE = 0.02  # seconds between two tries
_NEW_MODE = 0o666  # less the umask, like any new file


def is_temporary(name: str) -> bool:
    """Whether a file name is that of a temporary file of cqclean."""
    return name.startswith(PREFIX) and name.endswith(SUFFIX)


def write(path: str, data: bytes | Iterable[bytes]) -> None:
    """Replace a file, or make it with its folders, by bytes or by pieces as they come.

    Problem if that can't be done; then, and whatever the source of the pieces raises, the old file stands.
    """
    target = os.path.realpath(path)
    try:
        mode = _mode_of(target)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        _replace(target, (data,) if isinstance(data, bytes) else data, mode)
    except OSError as error:
        raise Problem(f"can't write: {error.strerror or error}; the file is as it was") from error


def _mode_of(target: str) -> int | None:
    """The permissions to keep, or None for a new file."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise Problem("can't write: a folder has this name")
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise Problem("can't write: the file is read-only")
    return stat.S_IMODE(status.st_mode)


def _replace(target: str, pieces: Iterable[bytes], mode: int | None) -> None:
    with _temporary(target) as (handle, name):
        with open(handle, "wb", closefd=False) as file:
            file.truncate(0)
            file.writelines(pieces)
        if mode is not None:
            os.chmod(name, mode)
            _keep_owner(target, name)
        os.fsync(handle)
        os.replace(name, target)


@contextlib.contextmanager
def _temporary(target: str) -> Iterator[tuple[int, str]]:
    """Open the temporary file of a target for this writer alone; it is removed if anything goes wrong."""
    folder, base = os.path.split(target)
    digest = hashlib.blake2s(os.fsencode(base), digest_size=8).hexdigest()
    name = os.path.join(folder, f"{PREFIX}{digest}{SUFFIX}")
    handle = _locked(name)
    try:
        yield handle, name
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    finally:
        os.close(handle)


def _locked(name: str) -> int:
    """Open a temporary file; wait while another writer has it, and open it anew if that one has given it its final name."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        handle = os.open(name, flags, _NEW_MODE)
        if _lock(handle, name):
            return handle
        os.close(handle)
        time.sleep(PAUSE)
    raise Problem("can't write: another run of cqclean is writing this file")


def _lock(handle: int, name: str) -> bool:
    """Whether an open temporary file is now ours, and still there under its name."""
    try:
        import fcntl
    except ImportError:  # Windows refuses to replace an open file anyway
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), os.stat(name))
    except (BlockingIOError, FileNotFoundError):
        return False


def _keep_owner(target: str, name: str) -> None:
    """Give the new file its predecessor's owner where the system lets us."""
    if hasattr(os, "chown"):
        status = os.stat(target)
        with contextlib.suppress(PermissionError):
            os.chown(name, status.st_uid, status.st_gid)
