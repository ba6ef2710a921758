"""What does cleaning a text mean, once its author's comments and its Markdown are respected?"""

import re

from cqclean.cleaner import Cleaner, Result
from cqclean.text.comments import Silence, silences
from cqclean.text.document import Document
from cqclean.text.edits import Edit, apply

_HALVES = re.compile("[\ud800-\udfff]")
CEILING = "--force lets it"  # how the cleaner says that a whole text was held back


def clean(document: Document, cleaner: Cleaner) -> Result:
    """Clean a document, except the parts that a comment has put out of reach; hold what would break its Markdown."""
    result = _cleaned(document, cleaner)
    if result.applied or result.held:
        result = _without_silenced(document, result, cleaner)
    if result.applied and document.kind == "markdown":
        from cqclean.text.blocks import keep_blocks

        applied, broken = keep_blocks(document.text, result.applied)
        result = result._replace(text=apply(document.text, applied), applied=applied, held=tuple(sorted((*result.held, *broken))))
    return result


def _cleaned(document: Document, cleaner: Cleaner) -> Result:
    """Clean a text that may hold halves of surrogate pairs (JSON can): no UTF-8 library takes them, so finders see U+FFFD instead."""
    if not _HALVES.search(document.text):
        return cleaner.clean(document)
    result = cleaner.clean(Document(_HALVES.sub("\ufffd", document.text), document.kind, document.path))
    return result._replace(text=apply(document.text, result.applied))


def held_back(result: Result) -> bool:
    """Whether a whole text was left as it is because too much of it would go."""
    return not result.applied and any(CEILING in edit.why for edit in result.held)


def _without_silenced(document: Document, result: Result, cleaner: Cleaner) -> Result:
    silent = silences(document.text)
    if not silent:
        return result
    kinds = {rule.id: rule.kind for rule in cleaner.ruleset.rules}
    applied, held = (
        tuple(edit for edit in edits if not any(_silences(silence, edit, kinds) for silence in silent))
        for edits in (result.applied, result.held)
    )
    return result._replace(text=apply(document.text, applied), applied=applied, held=held)


def _silences(silence: Silence, edit: Edit, kinds: dict[str, str]) -> bool:
    meant = not silence.rules or edit.rule in silence.rules or kinds.get(edit.rule) in silence.rules
    return meant and edit.start < silence.end and edit.end > silence.start
