"""Is there surely nothing to do in a text?

Without a Chinese character only rules with literals have a say (cleaner.py), and in ASCII a literal is found in its bytes. The literals
that are ASCII lie in a quick form of their own, which holds as long as no rule file has changed: such a text needs neither the rules nor
the engine.
"""

from cqclean.ruleset.files import FROZEN, checksum, read_bytes

QUIET = f"{FROZEN}/quiet.txt"  # checksum, what is folded, to what, literals of the folded copy, an empty line, those of the original


def is_quiet(data: bytes) -> bool:
    """Whether a text comes out as it is because no rule's literal occurs in it; False where that is not known so easily."""
    return data.isascii() and b"\0" not in data and _holds_none(data)


def _holds_none(data: bytes) -> bool:
    try:
        head, _, of_text = read_bytes(QUIET).partition(b"\n\n")
    except OSError:
        return False
    known, source, target, *of_folded = head.split(b"\n")
    if known.decode() != checksum():
        return False
    folded = data.translate(bytes.maketrans(source, target))
    return not any(literal in folded for literal in of_folded) and not any(literal in data for literal in of_text.splitlines())
