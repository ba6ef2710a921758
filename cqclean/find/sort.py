"""What sort of text was it taken for?"""

from collections.abc import Iterable

from cqclean.ruleset.load import Ruleset
from cqclean.text.document import Document
from cqclean.text.edits import Edit

NOVEL = ("advert-chapter", "advert-site", "advert-book", "advert-remember", "advert-votes")  # what only book sites put in


def taken_for(document: Document, edits: Iterable[Edit], ruleset: Ruleset) -> str:
    """The sort of text by what was found in it, in words; profiles preset the same sorts.

    >>> from cqclean.ruleset.load import builtin
    >>> taken_for(Document("# 题"), [], builtin())
    'a text without a page around it'
    """
    finders = [ruleset.by_id[edit.rule].finder for edit in edits if edit.rule in ruleset.by_id]
    if "promotion" in finders:
        return "an export of a WeChat account (profile wechat)"
    if any(edit.rule == "structure-forum" for edit in edits):
        return "a page of a forum (profile forum)"
    if "structure" in finders:
        return "a scraped page (profile news)"
    if any(edit.rule.startswith(NOVEL) for edit in edits):
        return "a book from a novel site (profile novel)"
    if document.is_project:
        return "the page of a software project, whose contacts and calls are its own"
    return "Markdown" if document.kind == "markdown" else "a text without a page around it"
