"""Does a change that should only be quicker change an output?

python -m benchmarks.outputs            # a hash of all that cleaning says of each text: the same before and after
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks import texts
from cqclean import Cleaner

PAGES = Path(__file__).resolve().parents[1] / "tests/pages/written"


def _texts() -> Iterator[str]:
    yield from texts.mixed()
    yield from (path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.page")))


def main() -> None:
    found, clean, count = hashlib.sha256(), Cleaner().clean, 0
    for text in _texts():
        count += 1
        found.update(json.dumps(clean(text)).encode())
    print(f"{found.hexdigest()[:16]} of {count:,} texts ({texts.source()})")


if __name__ == "__main__":
    main()
