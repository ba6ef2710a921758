"""Is one field cleaned and every other byte left?"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.cleaner import Result
from cqclean.files.jsonl import row


def upper(text):
    return Result(text.upper())


def one(line, field="text", clean=upper, report=False):
    return row(1, line.encode("utf-8", "surrogatepass"), field, clean, report)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"text":"a"}\n', '{"text":"A"}\n'),
        ('  { "x" : 1e2 , "text" :"a\\nb" , "y":[ {} ]}\r\n', '  { "x" : 1e2 , "text" :"A\\nB" , "y":[ {} ]}\r\n'),
        ('{"text": "\\u4e00a"}', '{"text": "\\u4e00A"}'),
        ('{"text": "一a"}', '{"text": "一A"}'),
        ('{"a": {"text": "x"}, "text": "y"}', '{"a": {"text": "x"}, "text": "Y"}'),
        ('{"text": "a", "text": "b"}', '{"text": "a", "text": "B"}'),
        ('\ufeff{"text":"a"}', '\ufeff{"text":"A"}'),
        ('{"text": "A\\/"}', '{"text": "A\\/"}'),
        ("\n", "\n"),
    ],
)
def test_only_the_field_changes(before, after):
    passed = one(before)
    assert passed.line.decode() == after
    assert passed.problem is None


def test_a_field_inside_an_object():
    assert one('{"meta": {"text": "a"}}', "meta.text").line == b'{"meta": {"text": "A"}}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[]", "no JSON object"),
        ("{}", "no field 'text'"),
        ('{"text": 1}', "field 'text' is no string"),
        ('{"text": "a"', "delimiter"),
        ('{"text": "a"} {}', "more after the object"),
        ('{"text": "a}', "Unterminated"),
        ('{"text": "a", }', "property name"),
        ('{"a": ' + "[" * 100_000, "recursion"),
    ],
)
def test_a_bad_line_goes_through(line, message):
    passed = one(line)
    assert passed.line == line.encode()
    assert message in passed.problem


def test_bytes_that_are_no_text():
    passed = row(1, b'{"text": "\xff"}', "text", upper)
    assert passed.line == b'{"text": "\xff"}'
    assert passed.problem


def test_half_a_surrogate_pair_survives():
    assert one('{"text": "a\\ud800"}').line == b'{"text": "A\\ud800"}'


@given(
    st.dictionaries(st.text(), st.one_of(st.integers(), st.text(), st.none(), st.lists(st.floats(allow_nan=False)))),
    st.text(),
    st.booleans(),
)
def test_any_object(value, text, ascii_only):
    line = json.dumps(value | {"text": text}, ensure_ascii=ascii_only)
    try:
        line.encode()
    except UnicodeEncodeError:
        return
    assert json.loads(one(line).line) == value | {"text": text.upper()}


def test_a_report():
    assert json.loads(one("{}", report=True).line) == {}
    first = one('{"text": "a"}', report=True).line
    assert json.loads(first)["cqclean"] == {"changes": 0, "held": 0, "rules": []}
    assert one(first.decode(), report=True).line == first
