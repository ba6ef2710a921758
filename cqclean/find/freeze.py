"""What is in the quick forms of long lists?

python -m cqclean.find.freeze        # write them anew, after a change of words.txt, sounds.txt and their like (a test says when it is due)
"""

import os
from collections.abc import Iterable, Iterator

from cqclean.find import forms, words, written
from cqclean.find.dictionary import quick
from cqclean.ruleset.files import FROZEN, RULES, checksum_of, read_bytes


def freeze() -> Iterator[tuple[str, bytes]]:
    """Yield the name of each quick form, and what it should hold."""
    yield words.QUICK, _made_of([read_bytes(words.SOURCE)], quick(words.listed()))
    yield forms.QUICK, _made_of(written.sources(), forms.quick())


def _made_of(sources: Iterable[bytes], content: bytes) -> bytes:
    return checksum_of(sources).encode() + b"\n" + content


if __name__ == "__main__":
    for name, content in freeze():
        with open(os.path.join(RULES, FROZEN, f"{name}.bin"), "wb") as file:
            file.write(content)
