"""What the project promises of the labelled texts beside the checkout. Skips, saying so, where they are absent.

Of the rows under check/ only ids are ever shown.
"""

import json
import runpy
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cqclean import Cleaner, Settings, clean

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled texts (../shared/gold) are not beside this checkout")

PARTS = [f"{part}/{name}" for part in ("tune", "check") for name in ("pages_full", "pages_window", "texts", "masks", "variants")]
FILES = ["seed/seed", *PARTS, "raw_text", "clean_text"]
OF_ITS_OWN = 12  # characters from which a line is some author's; shorter ones (首页 > 新闻) stand on any site
STRUCTURAL = ("structure", "promotion", "folder")


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _texts(name: str) -> Iterator[tuple[str, str]]:
    """Yield (id, text); the contexts of one path make one text, as the score takes them."""
    if not name.endswith("masks"):
        yield from ((row["id"], row.get("raw") or row.get("text", "")) for row in _rows(name))
        return
    of_path = defaultdict(list)
    for row in _rows(name):
        of_path[row.get("path", row["id"])].append(row)
    yield from ((rows[0]["id"], "\n\n".join(row["context"] for row in rows)) for rows in of_path.values())


@cache
def _score() -> dict[str, Any]:
    return runpy.run_path(str(SHARED / "tools/score.py"))


@pytest.mark.parametrize("name", FILES)
def test_cleaning_again_changes_nothing(name: str) -> None:
    changed = []
    for row_id, text in _texts(name):
        once = Cleaner().clean(text)
        if once.applied and clean(once.text) != once.text:
            changed.append(row_id)
    assert changed == []


def test_the_sample_page_loses_and_leaves_nothing() -> None:
    as_it_is = Cleaner(Settings(ignore=("mask",))).clean  # the labels show the page's lines with their stars
    figures = _score()["pages"](_rows("seed/seed"), lambda text: as_it_is(text).text, 0, False)
    assert (figures["f1"], figures["lost"], figures["left_share"]) == (1.0, 0, 0.0)


def test_the_sample_page_reads_as_it_should() -> None:
    expected = (GOLD / "seed/clean.txt").read_text(encoding="utf-8").splitlines()
    cleaned = clean((GOLD / "seed/page.txt").read_text(encoding="utf-8")).splitlines()
    assert _filled(cleaned) == _filled(expected)


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]


@pytest.mark.parametrize(
    ("masked", "plain", "times"),
    [("战略***", "战略性", 2), ("功能***", "功能性", 3), ("******也会", "成人也会", 1), ("蕞大", "最大", 1), ("蕞高", "最高", 1)],
)
def test_the_words_of_the_sample_page_come_back_without_its_structure(masked: str, plain: str, times: int) -> None:
    raw = _rows("seed/seed")[0]["raw"]
    cleaned = Cleaner(Settings(ignore=STRUCTURAL)).clean(raw).text
    assert raw.count(masked) == times
    assert cleaned.count(masked) == 0
    assert cleaned.count(plain) == raw.count(plain) + times


def test_good_text_stays() -> None:
    changed = [row_id for row_id, text in _texts("clean_text") if clean(text) != text]
    assert changed == []


def test_no_line_of_theirs_stands_in_the_project() -> None:
    theirs = {line.strip(): name for name in ["seed/seed", *PARTS] for _, text in _texts(name) for line in text.splitlines()}
    theirs |= dict.fromkeys(map(str.strip, (GOLD / "seed/clean.txt").read_text(encoding="utf-8").splitlines()), "seed/clean.txt")
    long = {line: name for line, name in theirs.items() if len(line) >= OF_ITS_OWN and _is_chinese(line)}
    copied = [(path, number, long[line]) for path, number, line in _lines_of_the_project() if line in long]
    assert copied == []


def _is_chinese(line: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in line)


def _lines_of_the_project() -> Iterator[tuple[str, int, str]]:
    """Yield (path, number, line) of each tracked file, with whatever markup or quotation marks a line stands in taken off, too."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for path in filter(None, listed.split("\0")):
        file = ROOT / path
        if not file.is_file():
            continue
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            yield path, number, line.strip()
            yield path, number, line.strip().strip("\"',-*# []")
            yield from ((path, number, piece.strip()) for piece in line.split('"') if len(piece) >= OF_ITS_OWN)
