"""Do bytes become text and the same bytes again?"""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqclean.files import Problem
from cqclean.files.encoding import Codec, bom_of, decode, encode, is_binary, normal_name

TEXT = "第一行\r\n𠮷野家\n末"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"])
def test_there_and_back(name):
    data = TEXT.encode(name)
    decoded = decode(data)
    assert decoded.text == TEXT
    assert encode(decoded.text, decoded.codec) == data


@given(st.text())
def test_any_text_in_utf8_comes_back(text):
    data = text.encode("utf-8", "ignore")
    decoded = decode(data)
    assert encode(decoded.text, decoded.codec) == data


@given(st.binary())
def test_any_bytes_come_back_or_are_refused(data):
    try:
        decoded = decode(data, ("utf-8", "gb18030", "big5"))
    except Problem:
        return
    assert encode(decoded.text, decoded.codec) == data


def test_the_little_endian_mark_of_utf32_is_not_that_of_utf16():
    assert bom_of("你".encode("utf-32")) == Codec("utf-32-le", codecs.BOM_UTF32_LE)
    assert bom_of("你".encode("utf-16")) == Codec("utf-16-le", codecs.BOM_UTF16_LE)


def test_encodings_are_tried_in_turn():
    data = "這裡".encode("big5")
    assert decode(data, ("utf-8", "big5")).text == "這裡"
    assert decode("这里".encode(), ("utf-8", "big5")).text == "这里"


def test_a_mark_beats_the_list():
    assert decode("你好".encode("utf-8-sig"), ("big5",)).codec == Codec("utf-8", codecs.BOM_UTF8)


def test_broken_utf8_is_not_taken_for_gb18030():
    data = "中文网页".encode() * 4 + b"\xa1\xa1"
    data.decode("gb18030")  # it would decode
    with pytest.raises(Problem, match="byte 0xA1 in line 1"):
        decode(data)


def test_a_character_that_the_encoding_has_not():
    with pytest.raises(Problem, match=r"U\+2764 can't be written in big5"):
        encode("❤", Codec("big5"))


def test_a_mark_that_lies():
    with pytest.raises(Problem, match="its byte order mark says so"):
        decode(codecs.BOM_UTF8 + b"\xff")


def test_binary_is_a_nul_without_a_wide_encoding():
    assert is_binary(b"a\0b")
    assert not is_binary("a好".encode("utf-16"))
    assert not is_binary("a好".encode("utf-16-le"), ("utf-16-le",))
    assert not is_binary("好".encode("gb18030"))


def test_names():
    assert normal_name("UTF16") == "utf-16-le"
    for name in ("no-such", "rot13", "zlib"):
        with pytest.raises(LookupError):
            normal_name(name)
