"""What happens to a run over JSON Lines?"""

import sys
from collections.abc import Sequence

from cqclean.files import Problem, jsonl
from cqclean.files.config import Choice
from cqclean.text.document import Document
from cqclean.work.clean import clean
from cqclean.work.pipe import NAME
from cqclean.work.run import CLEAN, TROUBLE, Streams
from cqclean.work.task import cleaner


def over_stdin(choice: Choice, field: str, report: bool, streams: Streams) -> int:
    """Clean the field of each line of standard input; a line that can't be done goes through and makes the exit code 2."""
    worker = cleaner(choice.for_path("-").settings)
    code = CLEAN
    for row in jsonl.rows(sys.stdin.buffer, field, lambda text: clean(Document(text), worker), report):
        streams.out.write(row.line)
        if row.problem:
            streams.error(f"{NAME}:{row.number}: {row.problem}")
            code = TROUBLE
    return code


def over_files(choice: Choice, paths: Sequence[str], field: str, report: bool, write: bool, output: str | None, streams: Streams) -> int:
    raise Problem("--jsonl with PATHS is not built yet: pipe the file, as in cqclean --jsonl text < in.jsonl > out.jsonl")
