"""What happens to a text on standard input?

`plain` is the path of `cqclean` without options: it needs neither the command line's packages nor a config, and starts fast.
"""

import gc
from collections.abc import Sequence
from typing import IO

from cqclean.cleaner import Cleaner
from cqclean.files import Problem
from cqclean.files.encoding import DEFAULT, Decoded, decode, encode, is_binary

NAME = "standard input"


def plain(source: IO[bytes], out: IO[bytes], err: IO[str]) -> int:
    """Clean with the default settings; the exit code."""
    gc.disable()  # one text and out: to look for rings among what was read for it would take a tenth of the time
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
