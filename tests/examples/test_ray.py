"""Does the Ray recipe clean a corpus and keep all else?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("ray.data", reason="needs the extra: pip install -e '.[ray]'")
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

SCRIPT = Path(__file__).resolve().parents[2] / "examples/ray_clean.py"
ROWS = [
    {"id": None, "date": "2024-03-01 10:00:00", "text": "蕞尔小国也有自己的报纸。"},
    {"id": 2**53 + 1, "date": "2024-03-02", "text": "这种浮标蕞高可用十四个月。"},
    {"id": 3, "date": "", "text": ""},
    {"id": 4, "date": None, "text": None},
]
CLEAN = [ROWS[0], {**ROWS[1], "text": "这种浮标最高可用十四个月。"}, *ROWS[2:]]
LINES = [
    '{"date": "2024-03-01 10:00:00", "text": "蕞尔小国\u2028也有自己的报纸。"}',
    '{"id": 9007199254740993,"score": 1.50, "text":"这种浮标蕞高可用十四个月。","more":{"text":"蕞高"}}',
    "蕞高: no JSON",
    '{"text": null}',
]
CLEAN_LINES = [LINES[0], LINES[1].replace("蕞高可用", "最高可用"), *LINES[2:]]


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "RAY_ADDRESS"}
    words = [sys.executable, str(SCRIPT), "in", "out"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env=environment, timeout=300)
    assert done.returncode == 0, done.stderr
    return done


def test_json_lines_change_in_one_field_alone_and_go_on_where_they_stopped(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.jsonl", "b.jsonl", "c.jsonl"):
        (tmp_path / "in" / name).write_text("\n".join(LINES), encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.jsonl").write_text("done before")
    done = run(tmp_path)
    assert (tmp_path / "out/a.jsonl").read_text() == "done before"
    assert (tmp_path / "out/c.jsonl").read_text(encoding="utf-8").split("\n") == CLEAN_LINES
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.jsonl", "b.jsonl", "c.jsonl"]
    assert "c.jsonl  rows: 4  changed: 1  not cleaned: 2" in done.stdout


def test_parquet_keeps_its_schema_and_order(tmp_path: Path) -> None:
    table = pa.Table.from_pylist(ROWS)
    (tmp_path / "in").mkdir()
    for name in ("a.parquet", "b.parquet"):
        pq.write_table(table, tmp_path / "in" / name)
    run(tmp_path)
    written = [pq.read_table(path) for path in sorted((tmp_path / "out").glob("*.parquet"))]
    assert written[0].schema == table.schema
    assert json.dumps([row for part in written for row in part.to_pylist()]) == json.dumps(CLEAN * 2)
