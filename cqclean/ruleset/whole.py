"""What does a list of whole lines say as a pattern?

`whole` of a rule holds lines as people read them, in place of `when` and `match`: a blank stands for blanks, bars and brackets or none, #
for a number, … for a few characters, or none, within a sentence. Signs around a line are none of its words: 【复制链接】 is 复制链接.
"""

import re
from collections.abc import Iterable
from typing import Any

from cqclean.text.late import late

SIGNS = r"[\[\]()<>【】·•×▲▼▶►☉※★☆◆■●↓↑←→«»…~!?。.,:;| ]{0,6}"  # around a line; no quotes: speech, no marks of a list: a manual's buttons
GAP = 60  # characters for which … stands at most
_MARK = late("[ #…]")
_READS = {" ": r"[ |·\[\]【】]{0,4}", "#": "[0-9][0-9.,]{0,11}[wk万千]?[+]?", "…": f"[^。!?]{{0,{GAP}}}?"}


def is_list(value: object) -> bool:
    """Whether a value can be read as whole lines."""
    return isinstance(value, list) and bool(value) and all(isinstance(line, str) and _literal(line) for line in value)


def written(lines: Iterable[str]) -> dict[str, Any]:
    """`when` and `match` of a rule that drops these lines.

    >>> written(["共 # 条评论"])["when"]
    ['条评论']
    """
    lines = list(lines)
    return {"when": list(dict.fromkeys(map(_literal, lines))), "match": f"{SIGNS}(?:{'|'.join(map(_pattern, lines))}){SIGNS}"}


def _pattern(line: str) -> str:
    return "".join(_READS.get(part) or re.escape(part) for part in re.split(f"({_MARK.pattern})", line))


def _literal(line: str) -> str:
    """The longest part of a line that stands in it as written."""
    return max(_MARK.split(line), key=len)
