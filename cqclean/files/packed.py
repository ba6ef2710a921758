"""How is a compressed file read and written line by line?"""

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any

from cqclean.files import Problem

_GZIP = 31  # zlib's window bits for a gzip stream


def lines(path: str) -> Iterator[bytes]:
    """Yield the lines of a file, unpacked if its name ends in .gz or .zst; Problem where it can't be read."""
    try:
        with _opened(path) as file:
            yield from file
    except (OSError, EOFError, zlib.error) as error:
        raise Problem(f"can't be read: {getattr(error, 'strerror', None) or error or type(error).__name__}") from error


def packed(path: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a file of this name that holds the pieces."""
    compressor: Any = None
    if path.endswith(".gz"):
        compressor = zlib.compressobj(wbits=_GZIP)
    elif path.endswith(".zst"):
        compressor = _zstd().ZstdCompressor().compressobj()
    if compressor is None:
        yield from pieces
        return
    for piece in pieces:
        yield compressor.compress(piece)
    yield compressor.flush()


def _opened(path: str) -> IO[bytes]:
    if path.endswith(".gz"):
        return gzip.open(path, "rb")  # type: ignore[return-value]
    if path.endswith(".zst"):
        return io.BufferedReader(_zstd().open(path, "rb"))  # its own stream has no lines
    return open(path, "rb")


def _zstd() -> Any:
    try:
        import zstandard  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise Problem("a .zst file needs one more package: pip install zstandard") from error
    return zstandard
