"""What does a corpus cost with each recipe of examples/?

    python -m benchmarks.scale [--megabytes N] [RECIPE…]

Each recipe cleans the same corpus, and one of a row for each file, whose cost is taken off: what is left is the cost of the text. CPU
seconds are those of the whole tree of processes, memory is the peak of what they hold for themselves (unique set size), both looked at
four times a second.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks import texts

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
FILES = 4
BYTES_A_CHARACTER = 2.1  # of the labelled texts, in UTF-8
GLANCE = 0.25  # seconds between two looks at the processes
TERABYTE = 1e6  # megabytes


class Cost(NamedTuple):
    """CPU seconds and peak megabytes of a tree of processes."""

    cpu: float
    memory: float


def recipes() -> dict[str, list[str]]:
    """The command of each recipe, to be run beside the folders crawl (Parquet) and lines (JSON Lines)."""
    blocks = re.findall(r"^### ([^\n]+)\n\n```python\n(.+?)^```", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    trove = [str(EXAMPLES / "datatrove_clean.py"), "--logs", "logs"]
    commands = {
        "cqclean --jsonl": [str(Path(sys.executable).parent / "cqclean"), "--jsonl", "text", "-o", "out", "lines"],
        "datatrove, JSON Lines": [sys.executable, *trove, "lines", "out"],
        "datatrove, Parquet": [sys.executable, *trove, "crawl", "out"],
        "Ray, JSON Lines": [sys.executable, str(EXAMPLES / "ray_clean.py"), "lines", "out"],
        "Ray, Parquet": [sys.executable, str(EXAMPLES / "ray_clean.py"), "crawl", "out"],
    }
    return commands | {name: [sys.executable, "-c", code] for name, code in blocks}


def write(folder: Path, rows: list[str]) -> None:
    """The same rows as Parquet and as JSON Lines, in files of equal number of rows."""
    for name in ("crawl", "lines"):
        (folder / name).mkdir()
    for number in range(min(FILES, len(rows))):
        part = [{"id": at, "text": text} for at, text in enumerate(rows[number::FILES])]
        pq.write_table(pa.Table.from_pylist(part), folder / f"crawl/{number}.parquet")
        (folder / f"lines/{number}.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in part), encoding="utf-8")


def cost(command: list[str], rows: list[str]) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), rows)
        environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "HF_HOME": f"{name}/cache"}
        process = psutil.Popen(command, cwd=name, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cpu, peak = {}, 0.0
        while process.poll() is None:
            held = 0
            for pid, seconds, size in _tree(process):
                cpu[pid], held = seconds, held + size
            peak = max(peak, held / 1e6)
            time.sleep(GLANCE)
    if process.returncode:
        raise SystemExit(f"{command}: exit code {process.returncode}")
    return Cost(sum(cpu.values()), peak)


def _tree(process: psutil.Process) -> Iterator[tuple[int, float, int]]:
    """Process id, CPU seconds and unique memory of a process and all below it."""
    try:
        everyone = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for one in everyone:
        try:
            times, memory = one.cpu_times(), one.memory_full_info()
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
        yield one.pid, times.user + times.system, memory.uss


def main() -> None:
    commands = recipes()
    parser = argparse.ArgumentParser(description="What a corpus costs with each recipe of examples/.")
    parser.add_argument("recipes", nargs="*", metavar="RECIPE", default=[], help=", ".join(commands))
    parser.add_argument("--megabytes", type=float, default=20)
    args = parser.parse_args()
    rows = texts.mixed(int(args.megabytes * 1e6 / BYTES_A_CHARACTER))
    megabytes = sum(len(text.encode()) for text in rows) / 1e6
    print(f"{texts.source()}: {megabytes:.1f} MB in {len(rows):,} rows and {FILES} files\n")
    print("| recipe | MB a second and core | CPU hours a terabyte | start, CPU s | memory, MB |\n|---|---|---|---|---|")
    for name in args.recipes or commands:
        start, whole = cost(commands[name], rows[:FILES]), cost(commands[name], rows)
        speed = megabytes / (whole.cpu - start.cpu)
        print(f"| {name} | {speed:.1f} | {TERABYTE / speed / 3600:.0f} | {start.cpu:.1f} | {whole.memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()
