"""Clean a corpus of Parquet or JSON Lines with Ray Data, on this machine or a cluster.

    pip install 'cqclean[ray]'
    python examples/ray_clean.py crawl/ clean/
    RAY_ADDRESS=auto python examples/ray_clean.py /shared/crawl /shared/clean

Parquet takes the usual way (read_parquet, map_batches, write_parquet), to which other steps can be added. Functions rather than
actors do the work: Ray then reads, cleans and writes in one task, and no pool of actors can hold the CPUs that reading waits for.
JSON Lines go file by file: read_json would turn dates into numbers and give each row the fields of all others, read_text would cut
a line at U+2028. So only the field is touched, files keep their names, memory stays flat, and the same command goes on with a run
that was stopped.
"""

import argparse
import os
from collections.abc import Iterator
from typing import Any

import fsspec
import pyarrow as pa
import ray

from cqclean import Cleaner, Settings
from cqclean.files import jsonl
from cqclean.files.config import Choice

LINES = (".jsonl", ".jsonl.gz", ".jsonl.zst")
ROWS = 1024  # in a batch


def clean_rows(rows: pa.Table, settings: Settings, field: str) -> pa.Table:
    """Clean one column of a batch of rows. A Cleaner costs nothing here: a process reads the rules of its settings once."""
    clean, at = Cleaner(settings).clean, rows.schema.get_field_index(field)
    texts = [clean(text).text if text else text for text in rows.column(at).to_pylist()]
    return rows.set_column(at, rows.schema.field(at), pa.array(texts, rows.schema.field(at).type))


def clean_file(job: dict[str, str], settings: Settings, field: str) -> dict[str, Any]:
    """Clean one field of a file of JSON Lines; counts. The file appears under its name when it is whole."""
    clean, part = Cleaner(settings).clean, "/.".join(job["target"].rsplit("/", 1))
    counts = {"file": job["source"], "rows": 0, "changed": 0, "not cleaned": 0}
    with fsspec.open(job["source"], "rb", compression="infer") as lines, fsspec.open(part, "wb", compression="infer") as out:
        for number, line in enumerate(lines, 1):
            row = jsonl.row(number, line, field, clean)
            out.write(row.line)
            counts["rows"] += 1
            counts["changed"] += row.line != line
            counts["not cleaned"] += row.problem is not None
    fsspec.url_to_fs(part)[0].mv(part, job["target"])
    return counts


def over_rows(source: str, target: str, how: dict[str, Any]) -> None:
    ray.data.read_parquet(source).map_batches(clean_rows, batch_format="pyarrow", batch_size=ROWS, fn_kwargs=how).write_parquet(target)


def over_files(source: str, target: str, names: list[str], how: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the counts of each file that was not done before."""
    files, folder = fsspec.url_to_fs(target)
    files.makedirs(folder, exist_ok=True)
    jobs = [{"source": f"{source}/{name}", "target": f"{target}/{name}"} for name in names if not files.exists(f"{folder}/{name}")]
    if jobs:
        yield from ray.data.from_items(jobs, override_num_blocks=len(jobs)).map(clean_file, fn_kwargs=how).iter_rows()


def main() -> None:
    parser = argparse.ArgumentParser(description="Clean Parquet or JSON Lines with Ray Data.")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--field", default="text")
    parser.add_argument("--config", help="a cqclean.toml, on a path that all workers see")
    args = parser.parse_args()
    source, target = (path.rstrip("/") if "://" in path else os.path.abspath(path) for path in (args.input, args.output))
    settings = Choice(os.path.abspath(args.config)).for_folder(".").settings if args.config else Settings()
    files, folder = fsspec.url_to_fs(source)
    lines = sorted(name for path in files.ls(folder, detail=False) if (name := path.rsplit("/", 1)[1]).endswith(LINES))
    ray.data.DataContext.get_current().execution_options.preserve_order = True
    how = {"settings": settings, "field": args.field}
    if not lines:
        over_rows(source, target, how)
    for counts in over_files(source, target, lines, how):
        print(*(f"{name}: {count}" for name, count in counts.items()), sep="  ")


if __name__ == "__main__":
    main()
