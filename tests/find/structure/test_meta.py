"""Lines of meta data are told from facts with a date."""

import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import tomllib
from typing import Any

import pytest

from cqclean.find.structure import meta
from cqclean.ruleset.files import read

TABLE = tomllib.loads(read("data/meta.toml"))
PATTERNS = [pattern for entry in TABLE["token"] for pattern in entry["patterns"]]


@pytest.mark.parametrize("line", ["开盘时间:2020-01-08 售楼处", "会议于2020-01-08通过", "他说。来源:新华网 2020-01-08", "今天"])
def test_what_is_no_meta_line(line: str) -> None:
    read = meta.read(line)
    assert read is None or read.kind != "meta"


@pytest.mark.parametrize("line", ["来源:新华网 2020-01-08 13:31", "2020-01-08 作者:本站 浏览:12", "posted by admin on 2020-01-08"])
def test_what_is_one(line: str) -> None:
    read = meta.read(line)
    assert read is not None
    assert read.kind == "meta"


def _first(items: Any) -> tuple[set[str], bool]:
    """The characters with which a parsed pattern may begin, digits aside, and whether it has to begin with one of them."""
    found: set[str] = set()
    for code, value in items:
        sure = True
        if code is codes.LITERAL:
            found.add(chr(value))
        elif code is codes.IN:
            found |= {chr(one) for kind, one in value if kind is codes.LITERAL}
        elif code is codes.BRANCH:
            parts = [_first(branch) for branch in value[1]]
            found, sure = found.union(*(chars for chars, _ in parts)), all(ends for _, ends in parts)
        elif code in (codes.SUBPATTERN, codes.MAX_REPEAT):
            chars, ends = _first(value[3] if code is codes.SUBPATTERN else value[2])
            found, sure = found | chars, ends and (code is codes.SUBPATTERN or value[0] > 0)
        else:
            sure = False
        if sure:
            return found, True
    return found, False


@pytest.mark.parametrize("pattern", PATTERNS)
def test_begins_names_what_a_pattern_begins_with(pattern: str) -> None:
    begins = parser.parse(TABLE["begins"])
    named = {chr(one) for _, value in begins for kind, one in value if kind is codes.LITERAL} | set("abcdefghijklmnopqrstuvwxyz")
    chars, sure = _first(parser.parse(pattern))
    assert sure
    assert chars - set("0123456789") <= named
