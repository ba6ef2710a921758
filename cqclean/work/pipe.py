"""What happens to a text on standard input?

`plain` is the path of `cqclean` without options: it needs neither the command line's packages nor a config, and starts fast. A text in
which there is nothing to do comes out before the engine is even loaded.
"""

import gc

from cqclean.ruleset.quiet import is_quiet

TYPE_CHECKING = False  # as `typing` has it, which takes longer to import than this path takes
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from cqclean.files.encoding import Decoded

NAME = "standard input"


def plain(source: "IO[bytes]", out: "IO[bytes]", err: "IO[str]") -> int:
    """Clean with the default settings; the exit code."""
    gc.disable()  # one text and out: to look for rings among what was read for it would take a tenth of the time
    data = source.read()
    return _as_it_is(data, out) if is_quiet(data) else _cleaned(data, out, err)


def _as_it_is(data: bytes, out: "IO[bytes]") -> int:
    out.write(data)
    out.flush()
    return 0


def _cleaned(data: bytes, out: "IO[bytes]", err: "IO[str]") -> int:
    from cqclean.cleaner import Cleaner
    from cqclean.files import Problem
    from cqclean.files.encoding import DEFAULT, encode

    try:
        decoded = decoded_input(data, DEFAULT)
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


def decoded_input(data: bytes, encodings: "Sequence[str]") -> "Decoded":
    """Decode what came in, or raise Problem."""
    from cqclean.files import Problem
    from cqclean.files.encoding import decode, is_binary

    if is_binary(data, encodings):
        raise Problem("binary, not text")
    return decode(data, encodings)
