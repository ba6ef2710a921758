"""Does a record lead back, and nowhere else?"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.files import Problem
from cqclean.files.encoding import Codec, decode
from cqclean.files.record import Recorder, _restored, lines_of, revert
from cqclean.files.write import write
from cqclean.text.edits import Edit, apply, disjoint


def edit(start, end, new):
    return Edit(start, end, new, "rule", "safe", 1.0, "why")


edits = st.lists(st.builds(edit, st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=5)


# A text of UTF-16 that begins with NUL has the byte order mark of UTF-32: no text, and told as such elsewhere.
TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: not text.startswith("\0"))


@given(TEXTS, edits, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
def test_back_to_the_same_bytes(text, made, encoding):
    before = text.encode("utf-8", "ignore").decode().encode(encoding)
    text, codec = decode(before, (encoding.replace("-sig", ""),))
    placed = disjoint([e._replace(end=min(len(text), e.start + e.end)) for e in made if e.start < len(text)])
    if not placed or any("\ud800" <= c <= "\udfff" for e in placed for c in e.new):
        return
    after = codec.bom + apply(text, placed).encode(codec.name)
    rows = [json.loads(line) for line in lines_of("a", codec, (text, before, after), placed).splitlines()]
    assert _restored(after, rows) == before


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("一三")
    lines = lines_of(str(path), Codec(), ("一二", "一二".encode(), "一三".encode()), [edit(1, 2, "三")])
    (tmp_path / "r.jsonl").write_bytes(lines)
    return tmp_path / "r.jsonl"


def undone(record, allowed=lambda path: True):
    return [file.problem for file in revert(str(record), allowed, write)]


def test_undo(record):
    assert undone(record) == [None]
    assert (record.parent / "a.txt").read_text() == "一二"
    assert undone(record) == [""]


def test_a_torn_last_line_is_of_a_file_that_was_not_written(record):
    record.write_bytes(record.read_bytes() + record.read_bytes()[:40])
    assert undone(record) == [None]


def test_a_file_recorded_twice_because_the_first_run_was_killed_before_it_wrote(record):
    record.write_bytes(record.read_bytes() * 2)
    assert undone(record) == [None, ""]
    assert (record.parent / "a.txt").read_text() == "一二"


def test_adding_to_a_torn_record(record):
    whole = record.read_bytes()
    record.write_bytes(whole + whole[:40])
    recorder = Recorder(str(record))
    recorder.add(whole)
    recorder.close()
    assert record.read_bytes() == whole * 2


def test_a_record_that_was_tampered_with(record):
    record.write_text(record.read_text().replace("二", "四"))
    assert "does not lead back" in undone(record)[0]
    assert (record.parent / "a.txt").read_text() == "一三"


@pytest.mark.parametrize(("old", "new"), [('"start": 1', '"start": 99'), ('"utf-8"', '"none"'), ('"bom": ""', '"bom": "x"')])
def test_nonsense(record, old, new):
    record.write_text(record.read_text().replace(old, new))
    assert undone(record)[0]
    assert (record.parent / "a.txt").read_text() == "一三"


def test_outside(record):
    assert "outside" in undone(record, lambda path: False)[0]


def test_gone(record):
    (record.parent / "a.txt").unlink()
    assert "no such file here" in undone(record)[0]


def test_no_record(tmp_path):
    with pytest.raises(Problem, match="can't read the record"):
        undone(tmp_path / "none")
