"""Where was a text in GBK read from the middle of a character?

到?！边@句 is 到。”這句: the first byte of a full stop was lost, so that each pair of bytes behind it was read across two characters, until
a letter that is the second byte of one. Put back, the byte makes the passage what it was; where it makes rare characters, it stays.
"""

import re
from collections.abc import Iterator

from cqclean.find import words
from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document
from cqclean.text.edits import Edit
from cqclean.text.late import late

LOST = b"\xa1"  # of 。, which is A1 A3: its second byte begins a full-width sign
COMMON = 150  # cost of the commonest word with a character, up to which it counts as one that a text may have
_RUN = late(r"[?？\ufffd](?P<run>[！-～][^\x00-\x7f]{0,60}?)(?P<last>[@-~])(?![A-Za-z@-~])")
_ENDS = {"。": "啊！", "！": "。”"}  # before a tag, whose < was read as half of a character: B0, A1 A3, A1 and A1, A3 A1, B1
_END = late(r"(?<=[\u4e00-\u9fff)])\?(?P<sign>[。！])\?(?:/?p> ?|$)?", re.MULTILINE)
_GLOSS = late(r"[\u4e00-\u9fff]\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)")  # what sites with such texts put behind characters
_READ = late(r"。[\u4e00-\u9fff，。！？：；、…—“”‘’《》（）「」『』]+")
_HAN = late(r"[\u4e00-\u9fff]")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield what each such passage was."""
    rule = ruleset.by_id.get("variant-misread")
    if rule is None:
        return
    for match in _RUN.finditer(document.text):
        if meant := _meant(match):
            yield Edit(*match.span(), meant, rule.id, rule.level, rule.confidence, rule.why)
    for match in _END.finditer(document.text) if _GLOSS.search(document.text) else ():
        yield Edit(*match.span(), _ENDS[match["sign"]], rule.id, rule.level, rule.confidence, rule.why)


def _meant(match: re.Match[str]) -> str:
    """The passage with its byte put back; "" where that makes none."""
    try:
        text = (LOST + (match["run"] + match["last"]).encode("gbk")).decode("gbk")
    except UnicodeError:
        return ""
    han = words.simplified("".join(_HAN.findall(text)))
    return text if han and _READ.fullmatch(text) and all(words.commonness(char) <= COMMON for char in han) else ""
