"""Of pages written for the project the author's lines stay and the site's go."""

from pathlib import Path
from typing import NamedTuple

import pytest

from cqclean import clean

PAGES = sorted((Path(__file__).parent / "written").glob("*.page"))
SITES = frozenset("nmsrhact")  # what the site put around an article


class Counts(NamedTuple):
    kept: int
    lost: int
    furniture: int
    left: int


@pytest.fixture(scope="module")
def counts() -> Counts:
    return Counts(*map(sum, zip(*map(_count, PAGES), strict=True)))


def _count(path: Path) -> Counts:
    labelled = [line.partition("|")[::2] for line in path.read_text(encoding="utf-8").split("\n") if line.partition("|")[2].strip()]
    left = set(clean("\n".join(line for _, line in labelled)).split("\n"))
    kept = [line for letter, line in labelled if letter == "k"]
    furniture = [line for letter, line in labelled if letter in SITES]
    return Counts(len(kept), sum(line not in left for line in kept), len(furniture), sum(line in left for line in furniture))


def test_hardly_a_line_of_an_author_is_lost(counts: Counts) -> None:
    assert counts.lost <= 0.04 * counts.kept


def test_most_lines_of_a_site_go(counts: Counts) -> None:
    assert counts.left <= 0.15 * counts.furniture
