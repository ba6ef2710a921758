"""A long list in its quick form says what the list says, and a form that is out of date is not read."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from cqclean.find import dictionary, forms, words, written
from cqclean.find.dictionary import Dictionary, Packed, pack, quick
from cqclean.find.freeze import freeze
from cqclean.ruleset.files import FROZEN, read_bytes

ENTRIES = {"中": 55, "中国": 61, "国": 70, "中国人民": 9, "𠀀": 1, "a": 2, "著": 3}


@pytest.mark.parametrize(("name", "content"), list(freeze()), ids=lambda given: given if isinstance(given, str) else "")
def test_the_quick_form_is_that_of_its_list(name, content):
    assert read_bytes(f"{FROZEN}/{name}.bin") == content, "python -m cqclean.find.freeze writes it anew"


def test_a_list_that_changed_is_read_itself():
    assert dictionary.frozen(words.QUICK, [read_bytes(words.SOURCE)]) is not None
    assert dictionary.frozen(words.QUICK, [b"1 "]) is None
    assert dictionary.frozen("no such list", []) is None


def test_every_entry_is_found():
    assert Dictionary(quick(ENTRIES)).all() == ENTRIES
    read = Dictionary(quick(ENTRIES))
    assert [read[entry] for entry in ENTRIES] == list(ENTRIES.values())


def test_nothing_else_is_found():
    read = Dictionary(quick(ENTRIES))
    for entry in ("", "人", "中人", "国中", "中国人", "A"):
        assert entry not in read
        assert read.get(entry, 7) == 7


def test_what_a_text_needs_is_read_alone():
    read = Dictionary(quick(ENTRIES))
    assert read.of("外国的") == {"国": 70}
    assert read.of("国") == {"国": 70}


def test_pieces():
    packed = Packed(pack([b"", b"ab", b"", b"c"]))
    assert [packed[at] for at in range(4)] == [b"", b"ab", b"", b"c"]


def test_words():
    assert words.costs().all() == words.listed()


def test_forms():
    first = {}
    for swap in written.pairs():
        first.setdefault(swap.written, swap)
    known = forms.Forms(forms.quick())
    assert all(known[form] == swap for form, swap in first.items())
    assert known.get("今天") is None


def test_forms_are_found_alike_with_and_without_an_automaton():
    text = "弓虽旧，丁页老人。蕞好的薇信，人牛勿手木几，支付宝、汁付宝和①个人。" * 3
    known, searched = forms.Forms(forms.quick()), forms.Forms(forms.quick())
    searched._read = forms.SHORT
    assert list(known.places(text)) == list(searched.places(text)) != []


def test_threads_share_a_dictionary() -> None:
    listed = words.listed()
    asked, found = list(listed)[:1500], Dictionary(quick(listed))
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(lambda _: [word for word in asked if word not in found], range(8)))
    finally:
        sys.setswitchinterval(before)
    assert not any(answers)
