"""What is in the quick forms of long lists?

python -m cqclean.find.freeze        # write them anew, after a change of words.txt, sounds.txt and their like (a test says when it is due)
"""

import os
from collections.abc import Iterator

from cqclean.find import forms, words, written
from cqclean.find.dictionary import checksum, quick
from cqclean.ruleset.files import FROZEN, RULES, read_bytes


def freeze() -> Iterator[tuple[str, bytes]]:
    """Yield the name of each quick form, and what it should hold."""
    yield words.QUICK, checksum([read_bytes(words.SOURCE)]) + b"\n" + quick(words.listed())
    yield forms.QUICK, checksum(written.sources()) + b"\n" + forms.quick()


if __name__ == "__main__":
    for name, content in freeze():
        with open(os.path.join(RULES, FROZEN, f"{name}.bin"), "wb") as file:
            file.write(content)
