"""Clean a corpus of JSON Lines or Parquet with datatrove: on this machine, on Slurm or on Ray.

    pip install 'cqclean[datatrove]'
    python examples/datatrove_clean.py crawl/ clean/ --logs logs/ --workers 8
    python examples/datatrove_clean.py crawl/ clean/ --logs logs/ --slurm cpu --time 24:00:00
    python examples/datatrove_clean.py s3://bucket/crawl s3://bucket/clean --logs s3://bucket/logs --ray

An input file is a task: the third file by name becomes 00002.jsonl.gz (00002.parquet, …). Rows keep their order and their columns, rows
without text included. The same command goes on with a run that was stopped: a task named in logs/completions is not done again.
logs/stats.json says what was changed, by rule, and what it cost.
"""

import argparse
import os
from typing import Any

import dill
from datatrove.data import Document, DocumentsPipeline
from datatrove.executor import LocalPipelineExecutor, RayPipelineExecutor, SlurmPipelineExecutor
from datatrove.executor.base import PipelineExecutor
from datatrove.io import DataFolder, get_datafolder
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers import JsonlReader, ParquetReader
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter

from cqclean import Cleaner, Settings
from cqclean.files.config import Choice

FORMATS = (".parquet", ".jsonl", ".jsonl.gz", ".jsonl.zst")
PATHS = "paths.txt"  # in the folder of logs
NO_TEXT = " "  # stands in for an empty text, since datatrove's readers leave out documents without one


class Clean(PipelineStep):  # type: ignore[misc]
    """Cleans the text of each document and counts what was done."""

    type, name = "🧹 - CLEANER", "cqclean"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        cleaner = Cleaner(self.settings)
        for document in data:
            with self.track_time():
                self._clean(document, cleaner)
            yield document

    def _clean(self, document: Document, cleaner: Cleaner) -> None:
        result = cleaner.clean(document.text)
        self.stat_update("total", *(["changed"] if result.applied else []), *(edit.rule for edit in result.applied))
        self.stat_update("characters removed", value=len(document.text) - len(result.text))
        document.text = result.text


def to_document(reader: Any, row: dict[str, Any], path: str, number: int | str) -> dict[str, Any]:
    """A row as a document that carries the whole row with it."""
    return {"text": row.get(reader.text_key) or NO_TEXT, "id": f"{path}/{number}", "metadata": {"row": row, "field": reader.text_key}}


def to_row(_writer: Any, document: Document) -> dict[str, Any]:
    """The row of a document, its text cleaned, all else as it was."""
    row, field = document.metadata["row"], document.metadata["field"]
    return row | {field: document.text} if row.get(field) else row


def steps(source: DataFolder, output: str, paths: list[str], logs: DataFolder, field: str, settings: Settings) -> list[PipelineStep]:
    """Read, clean, write; in the format of the input."""
    ending = next(end for end in FORMATS if paths[0].endswith(end))
    reading = {"paths_file": logs.resolve_paths(PATHS), "text_key": field, "adapter": to_document}
    writing = {"output_filename": f"${{rank}}{ending}", "adapter": to_row}
    if ending != ".parquet":
        return [JsonlReader(source, **reading), Clean(settings), JsonlWriter(output, compression="infer", **writing)]
    import pyarrow.parquet as pq

    with source.open(paths[0], "rb") as first:
        schema = pq.read_schema(first)  # a writer left to guess takes a column that begins with null for a column of nulls
    return [ParquetReader(source, **reading), Clean(settings), ParquetWriter(output, schema=schema, max_file_size=-1, **writing)]


def listed(source: DataFolder, logs: DataFolder) -> list[str]:
    """The input files, fixed by the first run: a file that came later would shift the numbers of the tasks that are done."""
    paths = [path for path in source.list_files() if path.endswith(FORMATS)]
    if not paths or not any(all(path.endswith(end) for path in paths) for end in FORMATS):
        raise SystemExit(f"{source.path}: needs files that all end in one of {', '.join(FORMATS)}")
    if not logs.isfile(PATHS):
        with logs.open(PATHS, "w") as file:
            file.write("\n".join(paths))
    with logs.open(PATHS, "r") as file:
        if file.read().splitlines() != paths:
            raise SystemExit(f"{source.path}: has other files than when {logs.path} was begun: take another OUTPUT and another --logs")
    return paths


def executor(pipeline: list[PipelineStep], tasks: int, args: argparse.Namespace) -> PipelineExecutor:
    common = {"pipeline": pipeline, "tasks": tasks, "logging_dir": args.logs}
    if args.slurm:
        dill.settings["recurse"] = True  # the pickled job takes along what this script's functions refer to
        activate = os.environ["VIRTUAL_ENV"] + "/bin/activate" if "VIRTUAL_ENV" in os.environ else None
        wanted = {"partition": args.slurm, "time": args.time, "job_name": "cqclean", "venv_path": activate}
        return SlurmPipelineExecutor(**common, **wanted, workers=args.workers or -1)
    if args.ray:
        return RayPipelineExecutor(**common, workers=args.workers or -1)
    return LocalPipelineExecutor(**common, workers=min(tasks, args.workers or os.cpu_count() or 1))


def main() -> None:
    parser = argparse.ArgumentParser(description="Clean JSON Lines or Parquet with datatrove.")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--logs", required=True, help="completions, statistics and logs; one folder for one run")
    parser.add_argument("--field", default="text")
    parser.add_argument("--config", help="a cqclean.toml, on a path that all workers see")
    parser.add_argument("--workers", type=int, help="tasks at a time (default: this machine's cores; on a cluster no limit)")
    parser.add_argument("--slurm", metavar="PARTITION", help="submit to Slurm")
    parser.add_argument("--time", default="24:00:00", help="the time limit of a Slurm job")
    parser.add_argument("--ray", action="store_true", help="run on the Ray cluster of RAY_ADDRESS, else on a local one")
    args = parser.parse_args()
    settings = Choice(os.path.abspath(args.config)).for_folder(".").settings if args.config else Settings()
    source, logs = get_datafolder(args.input), get_datafolder(args.logs)
    paths = listed(source, logs)
    executor(steps(source, args.output, paths, logs, args.field, settings), len(paths), args).run()


if __name__ == "__main__":
    main()
