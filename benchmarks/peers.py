"""What is cqclean used beside? Each peer is a function text -> text, or None where its package is not installed."""

import importlib
import re
from collections.abc import Callable

Peer = Callable[[str], object]

# What a corpus pipeline typically runs: a chain of patterns over the whole text, without a gate.
CHAIN = [
    re.compile(pattern)
    for pattern in (
        r"https?://\S+",
        r"[\w.-]+@[\w.-]+\.\w+",
        r"1[3-9]\d{9}",
        r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}",
        r"&[a-z]{2,6};",
        r"<[^>]{1,200}>",
        r"[\u200b-\u200f\ufeff]",
        r"[■◆▶●]",
        r"\s{3,}",
        r"(?:版权所有|转载请注明|责任编辑)[^\n]{0,80}",
    )
]


def chain(text: str) -> str:
    for pattern in CHAIN:
        text = pattern.sub("", text)
    return text


def _imported(module: str, find: Callable[[object], Peer]) -> Peer | None:
    try:
        return find(importlib.import_module(module))
    except ImportError:
        return None


def peers() -> dict[str, Peer]:
    """The peers that are installed, by name."""
    found = {
        "jionlp.clean_text": _imported("jionlp", lambda m: m.clean_text),
        "opencc t2s": _imported("opencc", lambda m: m.OpenCC("t2s").convert),
        "ftfy.fix_text": _imported("ftfy", lambda m: m.fix_text),
        "autocorrect": _imported("autocorrect_py", lambda m: m.format),
        "trafilatura": _imported("trafilatura", lambda m: lambda text: m.extract(as_html(text))),
        "justext": _imported("justext", lambda m: lambda text: m.justext(as_html(text).encode(), frozenset(), no_headings=True)),
        "ten patterns": chain,
    }
    return {name: peer for name, peer in found.items() if peer is not None}


def as_html(text: str) -> str:
    """A text in the barest HTML, for peers that read nothing else."""
    body = "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
    return f"<html><body>{body}</body></html>"
