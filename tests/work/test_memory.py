"""Does a run over many files need no more memory than one over few?"""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the unit of ru_maxrss")

PROBE = """
import resource, sys
from cqclean.__main__ import _run
_run(["-q", "--select", "variant-zui", "-j", "1", sys.argv[1]])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def kilobytes(folder):
    answer = subprocess.run([sys.executable, "-c", PROBE, folder], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(answer.stderr)


def test_flat(tmp_path):
    (tmp_path / "one.txt").write_text("这是蕞好的办法，没有人知道。\n" * 20)
    for count in (200, 5000):
        for number in range(count):
            path = tmp_path / f"d{count}" / f"{number // 100:02}" / f"{number:05}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            os.link(tmp_path / "one.txt", path)
    assert kilobytes(str(tmp_path / "d5000")) < 1.05 * kilobytes(str(tmp_path / "d200"))
