"""What happens to a text on standard input?

`plain` is the path of `cqclean` without options: it needs neither the command line's packages nor a config, and starts fast.
"""

import sys
from collections.abc import Sequence
from typing import IO

from cqclean.cleaner import Cleaner
from cqclean.files import Problem
from cqclean.files.encoding import DEFAULT, Decoded, decode, encode, is_binary

NAME = "standard input"


def plain(source: IO[bytes], out: IO[bytes], err: IO[str]) -> int:
    """Clean with the default settings; the exit code."""
    try:
        decoded = decoded_input(source.read(), DEFAULT)
        result = Cleaner().clean(decoded.text)
        out.write(encode(result.text, decoded.codec))
        out.flush()
    except Problem as problem:
        print(f"{NAME}: {problem}", file=err)
        return 2
    if result.held_back:
        print(f"{NAME}: held back: too much of it would go; --force lets it through", file=err)
        return 1
    return 0


def decoded_input(data: bytes, encodings: Sequence[str]) -> Decoded:
    """Decode what came in, or raise Problem."""
    if is_binary(data, encodings):
        raise Problem("binary, not text")
    return decode(data, encodings)


def is_plain(arguments: Sequence[str], environment: Sequence[str]) -> bool:
    """Whether a call has nothing to choose: no option, no path, no choice in the environment, and a pipe to read."""
    chosen = any(name.startswith(("CQCLEAN_", "_CQCLEAN_")) for name in environment)
    return list(arguments) in ([], ["-"]) and not chosen and sys.stdin is not None and not sys.stdin.isatty()
