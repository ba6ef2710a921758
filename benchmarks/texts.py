"""Which texts are measured? The gold texts beside the checkout, else pages written here."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

GOLD = Path(__file__).resolve().parents[2] / "shared/gold"
SUBJECTS = ("老码头", "图书馆", "小学", "茶园", "水库", "面馆", "实验室", "村委会", "气象站", "旧书店")
DEEDS = (
    "在今年春天重新开放",
    "换上了新的设备",
    "接待了第一批客人",
    "公布了三年的账目",
    "修好了漏雨的屋顶",
    "请来两位退休的师傅",
    "把门前的路铺成了石板",
)
ENDS = (
    "，附近的居民都说没想到。",
    "，前后用了十四个月。",
    "，花费比预算少了两成。",
    "；负责人说，明年还要继续。",
    "，一切从一张旧图纸开始。",
)
HEAD = ("首页", "新闻", "财经", "教育", "登录", "注册", "当前位置：首页 > 新闻 > 正文")
TAIL = ("责任编辑：方晓", "分享到：", "微信", "微博", "相关文章", "上一篇：没有了", "下一篇：夜市", "Copyright © 2024 版权所有")


def written(characters: int, seed: int = 1) -> list[str]:
    """Pages of this project's own making, of about as many characters in all."""
    rng, pages, size = random.Random(seed), [], 0
    while size < characters:
        body = ["".join(rng.choice(SUBJECTS) + rng.choice(DEEDS) + rng.choice(ENDS) for _ in range(rng.randint(2, 6))) for _ in range(20)]
        page = "\n".join([*HEAD, rng.choice(SUBJECTS) + rng.choice(DEEDS), "2024-03-01 10:00 来源：青山网", *body, *TAIL])
        pages.append(page)
        size += len(page)
    return pages


def _rows(name: str, key: str) -> Iterator[str]:
    with open(GOLD / name, encoding="utf-8") as lines:
        yield from (json.loads(line)[key] for line in lines)


def mixed(characters: int = 3_400_000) -> list[str]:
    """About 10 MB of pages, exports, novels and good text (3.4 M characters)."""
    if not GOLD.is_dir():
        return written(characters)
    names = (("tune/pages_full.jsonl", "raw"), ("tune/texts.jsonl", "raw"), ("raw_text.jsonl", "text"), ("clean_text.jsonl", "text"))
    texts = [text for name, key in names for text in _rows(name, key)]
    random.Random(1).shuffle(texts)
    return _up_to(texts, characters)


def pages() -> list[str]:
    """Full pages alone."""
    return list(_rows("tune/pages_full.jsonl", "raw")) if GOLD.is_dir() else written(350_000)


def _up_to(texts: list[str], characters: int) -> list[str]:
    chosen, size = [], 0
    for text in texts * (1 + characters // max(1, sum(map(len, texts)))):
        if size >= characters:
            break
        chosen.append(text)
        size += len(text)
    return chosen


def source() -> str:
    return "labelled gold texts" if GOLD.is_dir() else "texts written by benchmarks/texts.py"
