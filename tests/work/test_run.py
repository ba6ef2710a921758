"""Is nothing written over what somebody else has written meanwhile?"""

import os

import pytest

from cqclean.files.discover import Found
from cqclean.work.plan import Plan
from cqclean.work.run import Run, Streams
from cqclean.work.summary import summary
from cqclean.work.task import work

DIRTY, CLEANED = "这是蕞好的办法。\n", "这是最好的办法。\n"


@pytest.fixture
def outcome(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(DIRTY)
    os.utime(path, (1, 1))
    return work(Plan(produce=True), Found(str(path), True, "", named=True))


def run():
    with open(os.devnull, "wb") as out:
        return Run(Plan(produce=True), Streams(out), in_place=True)


def test_a_file_that_stayed_is_written(outcome):
    assert run()._written(None, outcome) is None
    assert open(outcome.found.path).read() == CLEANED  # noqa: SIM115


def test_a_file_that_changed_meanwhile_is_left(outcome):
    with open(outcome.found.path, "a") as file:
        file.write("新的一行。\n")
    assert "changed while it was cleaned" in run()._written(None, outcome)
    assert open(outcome.found.path).read() == DIRTY + "新的一行。\n"  # noqa: SIM115


def test_a_file_that_another_has_cleaned_is_done(outcome):
    with open(outcome.found.path, "w") as file:
        file.write(CLEANED)
    assert run()._written(None, outcome) is None


def test_a_file_named_twice(call, write):
    path = write("d/a.txt", DIRTY)
    assert call("-w", "--record", "r.jsonl", "d/a.txt", "d", "./d").code == 0
    assert path.read_text() == CLEANED
    assert call("--revert", "r.jsonl").code == 0
    assert path.read_text() == DIRTY


def test_a_summary_of_nothing_says_nothing():
    assert list(summary(run(), ["a"])) == []
