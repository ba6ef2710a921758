"""A text is called quiet only if cleaning leaves it as it is, and what says so is what the rules say."""

from hypothesis import given
from hypothesis import strategies as st

from cqclean import Cleaner
from cqclean.ruleset import quiet
from cqclean.ruleset.files import read
from cqclean.ruleset.freeze import quiet as frozen
from cqclean.ruleset.load import builtin

WORDS = sorted({word for rule in builtin().rules for word in rule.when if word.isascii()})
PIECES = st.sampled_from([*WORDS, *(word.upper() for word in WORDS), "plain", "x", " ", "\t", "\n", "\r\n", "7", "Wx", "VX", "{", "~"])


def test_the_frozen_literals_are_those_of_the_rules():
    assert read(quiet.QUIET) == frozen(), "python -m cqclean.ruleset.freeze writes it anew"
    assert not any("\n" in word for word in WORDS)  # a line each


@given(st.lists(PIECES, max_size=6).map("".join))
def test_a_quiet_text_holds_no_hit(text):
    assert not (quiet.is_quiet(text.encode()) and any(Cleaner().clean(text)[1:3]))


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=40))
def test_nothing_is_done_in_a_quiet_text(text):
    if quiet.is_quiet(text.encode()):
        assert Cleaner().clean(text) == (text, (), (), (), True)


def test_what_is_quiet():
    assert quiet.is_quiet(b"x\n")
    assert quiet.is_quiet(b"")


def test_what_is_not():
    noisy = ("加", "Ｖ", "vx", "VX", "x\0", WORDS[0])
    assert not any(quiet.is_quiet(text.encode()) for text in noisy)
    assert not quiet.is_quiet("加".encode("gb18030"))


def test_a_rule_file_that_changed_is_asked(monkeypatch):
    monkeypatch.setattr(quiet, "checksum", lambda: "0")
    assert not quiet.is_quiet(b"x\n")
