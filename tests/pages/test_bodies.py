"""Bodies that are no dense prose: schedules, lyrics, parameters, questions, code, mathematics, forms, recipes, poems, dialogue, …

Each was written for this project. Alone it must come out byte for byte; with a site's furniture around it no line of it may be lost.
"""

from pathlib import Path

import pytest

from cqclean import clean

HERE = Path(__file__).parent
BODIES = sorted((HERE / "bodies").glob("*.txt"))
AROUND = [("news-head", "news-tail"), ("company-head", "company-tail"), ("", "blog-tail"), ("news-head", "")]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def furniture(name: str) -> str:
    return read(HERE / "furniture" / f"{name}.txt") if name else ""


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_a_body_alone_comes_out_byte_for_byte(path: Path) -> None:
    assert clean(read(path)) == read(path)


@pytest.mark.parametrize(("head", "tail"), AROUND, ids=lambda name: name or "none")
@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_no_line_is_lost_amid_furniture(path: Path, head: str, tail: str) -> None:
    body = [line for line in read(path).split("\n") if line.strip()]
    left = iter(clean(furniture(head) + read(path) + furniture(tail)).split("\n"))
    assert [line for line in body if line not in left] == []
