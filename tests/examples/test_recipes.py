"""Do the recipes of examples/README.md work as they stand there?"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs pyarrow and the package of each recipe")
pq = pytest.importorskip("pyarrow.parquet")

README = Path(__file__).resolve().parents[2] / "examples/README.md"
RECIPES = dict(re.findall(r"^### ([^\n]+)\n\n```python\n(.+?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
PACKAGES = {"Spark": "pyspark", "Hugging Face datasets": "datasets", "DuckDB": "duckdb"}
ROWS = [
    {"id": None, "date": "2024-03-01 10:00:00", "text": "蕞尔小国也有自己的报纸。"},
    {"id": 2**53 + 1, "date": "2024-03-02", "text": "这种浮标蕞高可用十四个月。"},
    {"id": 3, "date": "", "text": ""},
    {"id": 4, "date": None, "text": None},
]
CLEAN = [ROWS[0], {**ROWS[1], "text": "这种浮标最高可用十四个月。"}, *ROWS[2:]]


@pytest.mark.parametrize(("name", "package"), PACKAGES.items(), ids=list(PACKAGES))
def test_recipe(name: str, package: str, tmp_path: Path) -> None:
    pytest.importorskip(package, reason=f"needs pip install {package}")
    (tmp_path / "crawl").mkdir()
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "crawl/a.parquet")
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "HF_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", RECIPES[name]], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    written = tmp_path / "clean"
    assert pq.read_table(written if written.exists() else tmp_path / "clean.parquet").to_pylist() == CLEAN


def test_every_recipe_is_tested() -> None:
    assert set(RECIPES) == set(PACKAGES)
