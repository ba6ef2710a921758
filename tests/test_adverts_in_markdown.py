"""Do adverts at random block positions of a Markdown text go, and does every other byte stay?

tests/data/markdown_adverts.txt and markdown_kept.txt hold a block a line (⏎ is a line break), written for these tests: the rules were
tuned on "dev", the weights of marks and wording fitted to "dev" and "fresh" (scripts/train_pitches.py), "held-out" is only scored.
"""

import json
import random
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from cqclean import Cleaner
from cqclean.text.document import Document, split_lines

DATA = Path(__file__).parent / "data"
GOLD = Path(__file__).parents[2] / "shared/gold/clean_text.jsonl"
PARTS = ("dev", "fresh", "held-out")
REMOVED = {"dev": 0.98, "fresh": 0.88, "held-out": 0.8}  # least share of the adverts that go
KEPT = {"dev": 1.0, "fresh": 1.0, "held-out": 0.98}  # least share of the near-misses that stay
GUIDE = """# 部署手册

第一步把缓存的大小写进配置文件，然后重启服务。

## 缓存

- 大小：单位是字节
- 路径：默认在 `/var/cache`
- 期限：过期的条目每小时清一次

> 改动之后要重启，否则旧值仍在内存里。

| 名称 | 说明 |
| --- | --- |
| size | 缓存的大小 |
| path | 存放的目录 |

1. 停止服务
2. 复制文件
3. 再次启动

```sh
make install
```

细节见[手册](https://example.com/a)，日志的格式见下一节。

### 日志

每行一条，字段之间用制表符分开。**时间**在最前面，后面是级别和内容。
"""
NOVEL = "# 雨夜\n\n那天下着雨，他没有带伞。\n\n“走吧。”她说。\n\n* * *\n\n第二天雨停了，街上*没有*人。\n\n他把信又读了一遍，收进抽屉里。\n"


@cache
def blocks(name: str) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = defaultdict(list)
    part = ""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            part = line[4:]
        elif line:
            parts[part].append(line.replace("⏎", "\n"))
    return parts


def places(text: str, advert: str) -> list[int]:
    """Where a block can stand: between top-level blocks; an item in a list or apart from lists, a row in the body of a table."""
    starts = [line.start for line in split_lines(text)]
    tokens = [token for token in MarkdownIt("commonmark").enable("table").parse(text) if token.map]
    if advert.startswith("|"):
        return [starts[t.map[0]] for t in tokens if t.type == "tr_open" and t.level == 2 and tokens.index(t) and t.map[0] > 1]
    top = [t for t in tokens if t.level == 0]
    item = advert.startswith(("- ", "* ", "+ ", "1. ", "3. "))
    return [
        starts[after.map[0]]
        for before, after in zip(top, top[1:], strict=False)
        if not text[starts[after.map[0] - 1]].strip() and not (item and ("list" in before.type + after.type or after.type == "code_block"))
    ]


def with_adverts(text: str, adverts: list[str], choice: random.Random) -> list[str]:
    """The text cut at the places where adverts stand: text, advert, text, advert, …, text."""
    chosen: dict[int, str] = {}
    for advert in adverts:
        free = [at for at in places(text, advert) if at not in chosen]
        if free:
            chosen[choice.choice(free)] = advert + ("\n" if advert.startswith("|") else "\n\n")
    pieces, last = [], 0
    for at in sorted(chosen):
        pieces += [text[last:at], chosen[at]]
        last = at
    return [*pieces, text[last:]]


def left(pieces: list[str], cleaned: str) -> list[str]:
    """The adverts of which something is left in a cleaned text; every other byte must be the same."""
    assert cleaned.startswith(pieces[0])
    at, stayed = len(pieces[0]), []
    for advert, text in zip(pieces[1::2], pieces[2::2], strict=True):
        start = cleaned.find(text, at, at + len(advert) + len(text))
        assert start >= 0, f"text changed: {text[:80]!r} reads {cleaned[at : at + 80]!r}"
        stayed += [advert] if start > at else []
        at = start + len(text)
    assert at == len(cleaned)
    return stayed


def score(texts: list[str], part: str, seed: int, every: int = 1) -> tuple[list[str], int]:
    """The adverts that stayed and the number of those inserted; every: how many there are for one that is."""
    choice = random.Random(seed)
    pending = list(blocks("markdown_adverts.txt")[part])
    choice.shuffle(pending)
    pending = pending[::every]
    stayed: list[str] = []
    inserted = 0
    while pending:
        text = choice.choice(texts)
        placed = [advert for advert in pending[: choice.randint(1, 3)] if places(text, advert)]
        pending = [advert for advert in pending if advert not in placed]
        pieces = with_adverts(text, placed, choice)
        inserted += len(pieces) // 2
        stayed += left(pieces, Cleaner().clean(Document("".join(pieces), "markdown")).text)
        choice.shuffle(pending)
    return stayed, inserted


@pytest.mark.parametrize("part", PARTS)
def test_adverts_in_own_texts_go(part: str) -> None:
    stayed, inserted = score([GUIDE, NOVEL], part, seed=6)
    assert len(stayed) <= (1 - REMOVED[part]) * inserted, stayed


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("text", [GUIDE, NOVEL], ids=["guide", "novel"])
def test_near_misses_stay(text: str, part: str) -> None:
    near_misses = blocks("markdown_kept.txt")[part]
    whole = [f"{text}\n{block}\n\n{'那天下着雨。' if text is NOVEL else '然后运行 `make`。'}\n" for block in near_misses]
    lost = [block for block, given in zip(near_misses, whole, strict=True) if Cleaner().clean(Document(given, "markdown")).text != given]
    assert len(lost) <= (1 - KEPT[part]) * len(near_misses), lost


@pytest.mark.skipif(not GOLD.is_file(), reason="the labelled texts (../shared/gold) are not here")
@pytest.mark.parametrize("part", PARTS)
def test_adverts_in_the_labelled_texts_go(part: str) -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    stayed, inserted = score([row["text"] for row in rows if row["markdown"]], part, seed=1, every=3)
    assert len(stayed) <= (1 - REMOVED[part]) * inserted, stayed
