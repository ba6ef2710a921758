"""Is a text Markdown, and which of its parts may no edit cut into?"""

import re
from collections.abc import Iterator

from cqclean.text.edits import Span
from cqclean.text.late import late

_MARKS = late(
    r"^(?:#{1,6} \S|```|~~~|\|.+\|\s*$|> |\s{0,3}[-*+] \S|---\s*$|\[[^\]\n]+\]:\s)|\*\*[^*\n]{1,80}\*\*|\]\([^)\s]+\)|`[^`\n]+`|<!--",
    re.MULTILINE,
)
_STRONG = late(r"^(?:#{1,6} \S|```|~~~|---\s*\n(?:.*\n){1,40}?---\s*$)|\]\((?:https?:|/|\.|#)[^)\s]*\)", re.MULTILINE)
_HASH_TAGS = late(  # no headings: tags of a page
    r"^(?:# [^\n#]{1,12}(?:\n|\Z)){3,}|^# ?[^\s#]{1,12}(?: # ?[^\s#]{1,12}){2,}[ \t]*$", re.MULTILINE
)
HEADING = late(r" {0,3}#{1,6}[ \t]")
MARKS_NEEDED = 3  # marks that make a text Markdown, one of them strong: single stars and dashes occur in any text
ADDRESS = late(r"(?:https?|ftp)://[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff<>\"')\]]+")
_FENCE = late(
    r"^(?P<indent> {0,3})(?P<mark>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?(?:(?P=indent)? {0,3}(?P=mark)[`~]*[ \t]*$|\Z)",
    re.MULTILINE,
)
_FRONT_MATTER = late(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(?:.*\n)*?\1[ \t]*(?:\n|\Z)")
_PARTS = late(
    r"(?P<code>`+)(?!`)[^\n]+?(?<!`)(?P=code)(?!`)"  # inline code
    r"|\]\([^)\n]*\)|\]\[[^\]\n]*\]"  # link targets
    r"|^ {0,3}\[[^\]\n]+\]:[^\n]*"  # reference definitions
    r"|<!--|</?[a-zA-Z][^>\n]*>"  # comments (their end is looked for apart: a pattern would be quadratic) and tags
    r"|(?:https?|ftp)://[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff<>\"')\]]+",
    re.MULTILINE,
)

_BADGE = late(
    r"\]\(https?://(?:img\.shields\.io|badge\.fury\.io|badgen\.net|[a-z.]*travis-ci\.|codecov\.io|nodei\.co|snyk\.io/test)|badge\.svg|/badge[/.]"
)
_INSTALLS = late(
    r"\b(?:p?npm (?:i|install|add)|yarn (?:global )?add|pip3? install|composer require|go (?:get|install)"
    r"|cargo (?:add|install)|bower install) "
)
_DISTRIBUTED = late(
    r"^[\s$>]{0,6}(?:npm (?:i|install)|yarn add|pnpm (?:add|i)|pip3? install|git clone|go get|cargo add)\b"
    r"|^#{1,6}[ \t].{0,6}(?:licen[sc]e|许可|开源协议|contribut|贡献)",
    re.MULTILINE | re.IGNORECASE,
)


def looks_like(text: str) -> bool:
    """Whether a text without a file name is to be treated as Markdown.

    >>> looks_like("# 标题\\n\\n见 [文档](https://example.com/) 和 `代码`。")
    True
    """
    text = _HASH_TAGS.sub("", text) if "# " in text else text
    if not _STRONG.search(text):
        return False
    found = _MARKS.finditer(text)
    return sum(1 for _ in zip(range(MARKS_NEEDED), found, strict=False)) == MARKS_NEEDED


def is_project(text: str) -> bool:
    """Whether a Markdown text is a software project's own page: it shows the badges of its services, and how to install it or its licence.

    >>> is_project("# 竹节\\n\\n![](https://img.shields.io/npm/v/zhujie.svg)\\n\\n## License\\n\\nMIT\\n")
    True
    """
    return bool(_BADGE.search(text) and _DISTRIBUTED.search(text))


def is_manual(text: str) -> bool:
    """Whether a Markdown text tells how to install a package.

    >>> is_manual("## 安装\n\n```sh\npnpm add zhujie\n```\n"), is_manual("## 安装\n\n先把地脚螺栓拧紧。\n")
    (True, False)
    """
    return _INSTALLS.search(text) is not None


def addresses(text: str) -> tuple[Span, ...]:
    """The web addresses of a plain text."""
    return tuple(m.span() for m in ADDRESS.finditer(text)) if "://" in text else ()


def protected(text: str) -> tuple[Span, ...]:
    """Front matter, code, link targets, tags and addresses of a Markdown text, in order and apart."""
    front = _FRONT_MATTER.match(text)
    blocks = [front.span()] if front else []
    blocks += [m.span() for m in _FENCE.finditer(text, blocks[0][1] if blocks else 0)] if "```" in text or "~~~" in text else []
    spans: list[Span] = []
    at = 0
    for start, end in [*blocks, (len(text), len(text))]:
        spans += _parts(text, at, start)
        spans += [(start, end)] if end > start else []
        at = end
    return tuple(spans)


def _parts(text: str, at: int, end: int) -> Iterator[Span]:
    """Yield the protected parts between two blocks; a comment that is never closed is none, and is not looked for twice."""
    open_end = False
    while match := _PARTS.search(text, at, end):
        start, at = match.span()
        if match.group() == "<!--":
            closing = -1 if open_end else text.find("-->", at, end)
            open_end = closing < 0
            if open_end:
                continue
            at = closing + 3
        yield start, at
