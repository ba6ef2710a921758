"""Which signs of markup, or of a font of its own, were left in a text?

Entities are decoded where no page source is spoken of. In Markdown those that say something to a renderer stay: &lt;, &amp;, &nbsp;.
"""

import re
from collections.abc import Iterator

from cqclean.ruleset.load import Ruleset
from cqclean.settings import Settings
from cqclean.text.document import Document, Line
from cqclean.text.edits import Edit
from cqclean.text.late import late

_ENTITY = late(
    r"&(?:amp;)?(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}[0-9]{0,2});"
    r"|&(?:amp;)?(?:nbsp|quot|ldquo|rdquo|mdash|hellip|middot)(?![A-Za-z0-9;=])"
)
_RUN = late(r"(?:&(?:amp;)?(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#xA0|#12288|#8195)(?:;|(?![A-Za-z0-9;=]))[ \u00a0]*)+")
_SOURCE = late(r"HTML|html|XML|转义|[字符]实体|实体[字符引]|浏览器|源代?码|字符引用|</?[a-z]+[ >]|&lt;/?[a-z]")
_TALK_BEFORE = late(
    r"(?:(?:可以|[应该须要请则就即]|直接)写|写[成为]|写作(?=\s*[“‘「`'\"])|[要得需]用|使用|插入|输入|替换[成为]|转换[成为])\s*[“‘「`'\"]?\s*\Z"
)
_TALK_AFTER = late(
    r"\s*[”’」`'\"]?\s*(?:表示|代表|是[一个指不]|就是|符号|标签|标记|会?被?(?:显示|渲染|解析|输出|还原|解码)|对应|等[于价同])"
)
_BREAK = late(r"(?:<(?:br|BR|Br) ?/? ?>[ \u3000\u00a0]*)+")
_TAGS = late(r"<(?!(?:br|BR|Br) ?/? ?>)/?[A-Za-z][A-Za-z0-9]*[ >/]|`|HTML|html|标签|换行符|浏览器")
_TEXT = late(r"[\u4e00-\u9fff，。！？：；、…—“”‘’「」『』（）《》【】0-9A-Za-z]{2}")
_PRIVATE = late("[\ue000-\uf8ff]+")
_RENDERED = frozenset("<>&\"'|*_`#~[]\\")  # what these say in Markdown is not what the bare character says
_ENDS = frozenset("，。！？；：、…”’」』（）《》“‘「『")
LONGEST_CLAUSE = 21  # code points of a clause with the mark before it
_CLAUSE_BEFORE = late(r"(?:^|[，。！？；”])[\u4e00-\u9fff]{5,20}\Z")  # a sentence that such blanks break once
_CLAUSE_AFTER = late(r"(?![\u4e00-\u9fff]{2,6}(?:[两三四二][地市省县人位家个者]|等))[\u4e00-\u9fff]{4,30}[，。！？；]")
_CLOSERS = frozenset("，。！？；：、…”’」』）》")


def find(document: Document, ruleset: Ruleset, settings: Settings) -> Iterator[Edit]:
    """Yield the decoded text of each entity and, for review, each run of private-use characters."""
    yield from _private(document, ruleset)
    yield from _breaks(document, ruleset)
    rule = ruleset.by_id.get("width-entity")
    if rule is None or "&" not in document.text:
        return
    for start, end, new in _decoded(document):
        yield Edit(start, end, new, rule.id, rule.level, rule.confidence, rule.why)


def _breaks(document: Document, ruleset: Ruleset) -> Iterator[Edit]:
    """Yield a line break for each that was left as a tag in running text; none in a text that has other tags, or speaks of them."""
    rule, text = ruleset.by_id.get("width-break-tag"), document.text
    if rule is None or document.kind == "markdown" or not _BREAK.search(text) or _TAGS.search(text):
        return
    for match in _BREAK.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        if "\n" in before + after or _TEXT.fullmatch(before + after):
            yield Edit(start, end, "" if "\n" in before + after else "\n", rule.id, rule.level, rule.confidence, rule.why)


def _private(document: Document, ruleset: Ruleset) -> Iterator[Edit]:
    rule = ruleset.by_id.get("width-private")
    if rule is not None and not document.text.isascii():
        for match in _PRIVATE.finditer(document.text):
            yield Edit(*match.span(), "", rule.id, rule.level, rule.confidence, rule.why)


def _decoded(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, text) for each entity, and for each run of blanks written as entities."""
    at = 0
    for match in _ENTITY.finditer(document.text):
        line = document.line_at(match.start())
        if match.start() < at or document.line_holds(_SOURCE, match.start()) or _is_talk(document.text, match):
            continue
        run = _RUN.match(document.text, match.start(), line.end)
        at = run.end() if run else match.end()
        new = _blank(document, line, match.start(), at) if run else _unescaped(match.group().rstrip(";") + ";")
        if _is_plain(document, match.group(), new):
            yield match.start(), at, new


def _unescaped(entity: str) -> str:
    from html import unescape

    return unescape(unescape(entity))  # one that was escaped twice, too


def _is_talk(text: str, match: re.Match[str]) -> bool:
    """Whether the passage speaks of the entity rather than with it."""
    return bool(_TALK_BEFORE.search(text[max(0, match.start() - 8) : match.start()]) or _TALK_AFTER.match(text, match.end()))


def _is_plain(document: Document, entity: str, new: str) -> bool:
    """Whether the decoded text says what the entity says; a name that HTML does not know is none."""
    if entity == new or len(new) > 1 and new.isascii():
        return False
    return document.kind != "markdown" or not (new.isspace() or new == "" or new in _RENDERED)


def _blank(document: Document, line: Line, start: int, end: int) -> str:
    """What a run of blanks becomes: an indent of em spaces stays one, between words one blank is left, elsewhere, and inside a
    clause, none."""
    before, after = document.text[line.start : start].rstrip(" "), document.text[end : line.end]
    if not before.strip():
        return "\u3000" * len(re.findall("emsp|8195|12288", document.text[start:end]))
    closed = before[-1] in _ENDS or not after.strip() or after[0] in _CLOSERS
    return "" if closed or _is_in_clause(before, after) else " "


def _is_in_clause(before: str, after: str) -> bool:
    """Whether a sentence goes on behind blanks that break it once."""
    near = max(0, len(before) - LONGEST_CLAUSE)
    return _CLAUSE_BEFORE.search(before, near) is not None and _CLAUSE_AFTER.match(after) is not None
