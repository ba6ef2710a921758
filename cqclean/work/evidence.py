"""What do the files of a run have in common?"""

from collections.abc import Iterator, Sequence

from cqclean.files import Problem
from cqclean.files.config import Choice
from cqclean.files.discover import discover
from cqclean.files.encoding import decode, is_binary
from cqclean.files.recurring import recurring
from cqclean.find.folder import keys_of
from cqclean.text.document import Document
from cqclean.work.task import kind_of, load


def recurring_lines(choice: Choice, paths: Sequence[str]) -> frozenset[str]:
    """The lines that recur in the files below the paths, in one pass before the run. Files that can't be read are left to the run."""
    return recurring(_lines(choice, paths))


def _lines(choice: Choice, paths: Sequence[str]) -> Iterator[list[str]]:
    for found in discover(paths, lambda folder: choice.for_folder(folder).filter):
        if not found.taken:
            continue
        try:
            data, encodings = load(found.path), choice.for_path(found.path).encoding
            document = Document("" if is_binary(data, encodings) else decode(data, encodings).text, kind_of(found.path))
        except Problem:
            continue
        if document.kind != "markdown":
            yield keys_of(document)
