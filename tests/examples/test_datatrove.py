"""Does the datatrove recipe clean a corpus, keep all else, count, and go on where it stopped?"""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("datatrove", reason="needs the extra: pip install -e '.[datatrove]'")
pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra: pip install -e '.[datatrove]'")
pa = pytest.importorskip("pyarrow")

SCRIPT = Path(__file__).resolve().parents[2] / "examples/datatrove_clean.py"
ROWS = [
    {"id": None, "date": "2024-03-01 10:00:00", "text": "蕞尔小国也有自己的报纸。"},
    {"id": 2**53 + 1, "date": "2024-03-02", "text": "这种浮标蕞高可用十四个月。"},
    {"id": 3, "date": "", "text": ""},
    {"id": 4, "date": None, "text": None},
]
CLEAN = [ROWS[0], {**ROWS[1], "text": "这种浮标最高可用十四个月。"}, *ROWS[2:]]


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, str(SCRIPT), "in", "out", "--logs", "logs", "--workers", "2", *options]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def pack(rows: list[dict[str, object]]) -> bytes:
    return gzip.compress("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())


def unpack(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().split("\n") if line]


def test_json_lines_resume_at_the_file_that_failed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.jsonl.gz").write_bytes(pack(ROWS))
    (tmp_path / "in/b.jsonl.gz").write_bytes(b"no gzip at all")
    first = run(tmp_path, "--workers", "1")  # one after the other: datatrove stops the others when a task fails
    assert first.returncode != 0
    assert [path.name for path in (tmp_path / "logs/completions").iterdir()] == ["00000"]
    assert unpack(tmp_path / "out/00000.jsonl.gz") == CLEAN

    (tmp_path / "out/00000.jsonl.gz").write_bytes(b"not to be touched again")
    (tmp_path / "in/b.jsonl.gz").write_bytes(pack(ROWS[1:2]))
    second = run(tmp_path)
    assert second.returncode == 0, second.stderr
    assert unpack(tmp_path / "out/00001.jsonl.gz") == CLEAN[1:2]
    assert (tmp_path / "out/00000.jsonl.gz").read_bytes() == b"not to be touched again"


def test_a_new_input_file_does_not_shift_the_tasks_that_are_done(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/b.jsonl.gz").write_bytes(pack(ROWS))
    assert run(tmp_path).returncode == 0
    (tmp_path / "in/a.jsonl.gz").write_bytes(pack(ROWS))
    again = run(tmp_path)
    assert again.returncode == 1
    assert "another --logs" in again.stderr


def test_parquet_keeps_its_schema_and_statistics_name_the_rules(tmp_path: Path) -> None:
    table = pa.Table.from_pylist(ROWS)
    (tmp_path / "in").mkdir()
    pq.write_table(table, tmp_path / "in/a.parquet")
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    written = pq.read_table(tmp_path / "out/00000.parquet")
    assert written.schema == table.schema
    assert written.to_pylist() == CLEAN
    counts = next(step["stats"] for step in json.loads((tmp_path / "logs/stats.json").read_bytes()) if "cqclean" in step["name"])
    assert (counts["total"], counts["changed"], counts["variant-zui"]) == (4, 1, 1)


def test_a_slurm_job_brings_along_all_that_it_needs(tmp_path: Path) -> None:
    """Slurm's commands are played by scripts; the job itself is datatrove's own, in a process that never saw the recipe."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.jsonl.gz").write_bytes(pack(ROWS))
    for name, answer in (("sbatch", "Submitted batch job 1"), ("scontrol", "node1")):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {answer}\n")
        (tmp_path / name).chmod(0o755)
    slurm = {
        "SLURM_ARRAY_TASK_ID": "0",
        "SLURM_NODELIST": "node1",
        "SLURM_NODEID": "0",
        "SLURM_CPUS_PER_TASK": "1",
        "SLURM_MEM_PER_CPU": "1",
    }
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    submit = [sys.executable, str(SCRIPT), "in", "out", "--logs", "logs", "--slurm", "cpu"]
    subprocess.run(submit, cwd=tmp_path, env=environment, check=True, capture_output=True)
    job = [str(Path(sys.executable).parent / "launch_pickled_pipeline"), "logs/executor.pik"]
    subprocess.run(job, cwd=tmp_path, env=environment | slurm, check=True, capture_output=True)
    assert unpack(tmp_path / "out/00000.jsonl.gz") == CLEAN
