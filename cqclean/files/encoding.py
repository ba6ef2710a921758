"""How do bytes become text, and the same bytes again?

The order is: byte order mark, else the first encoding of the list that decodes strictly (UTF-8, then GB18030). What does not come
back as the same bytes is refused, so no character is ever lost by a guess.
"""

import codecs
from collections.abc import Sequence
from typing import NamedTuple

from cqclean.files import Problem

DEFAULT = ("utf-8", "gb18030")
SNIFFED = 8000  # bytes looked at for a NUL, as Git does
VALID_PER_ERROR = 4  # so many valid UTF-8 characters to a broken one mean broken UTF-8; GB18030 read as UTF-8 gives under 1
_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
WIDE = ("utf-16", "utf-32")  # what the names of encodings with NULs in them begin with
_SERIALISED = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}  # without a mark, what Windows writes


class Codec(NamedTuple):
    """How a text stands in bytes: the encoding's name and the byte order mark before it (b"" where there is none)."""

    name: str = "utf-8"
    bom: bytes = b""


class Decoded(NamedTuple):
    text: str
    codec: Codec


def normal_name(name: str) -> str:
    """Return Python's name of an encoding of text; LookupError if there is none.

    >>> normal_name("GB2312"), normal_name("utf16")
    ('gb2312', 'utf-16-le')
    """
    info = codecs.lookup(name)
    if not info._is_text_encoding:
        raise LookupError(f"{name} is no encoding of text")
    return _SERIALISED.get(info.name, info.name)


def bom_of(data: bytes) -> Codec | None:
    """The encoding that a byte order mark declares."""
    return next((Codec(name, bom) for bom, name in _BOMS if data.startswith(bom)), None)


def is_binary(data: bytes, encodings: Sequence[str] = DEFAULT) -> bool:
    """Whether the first bytes can't be text: a NUL without the mark or the name of a wide encoding."""
    wide = any(name.startswith(WIDE) for name in encodings)
    return not wide and b"\0" in data[:SNIFFED] and bom_of(data) is None


def decode(data: bytes, encodings: Sequence[str] = DEFAULT) -> Decoded:
    """Decode strictly, or raise Problem.

    >>> decode("你好".encode("gb18030"))
    Decoded(text='你好', codec=Codec(name='gb18030', bom=b''))
    """
    marked = bom_of(data)
    if marked:
        return Decoded(_strict(data, marked), marked)
    for name in encodings:
        try:
            return Decoded(_strict(data, Codec(name)), Codec(name))
        except Problem:
            if name == "utf-8" and _mostly_utf8(data):
                break
    raise Problem(_why_not(data, encodings))


def encode(text: str, codec: Codec) -> bytes:
    """Encode a text as it was found, or raise Problem."""
    try:
        return codec.bom + text.encode(codec.name)
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise Problem(f"U+{ord(character):04X} can't be written in {codec.name}: convert the file to UTF-8 first") from error


def _strict(data: bytes, codec: Codec) -> str:
    """Decode what follows the byte order mark; an encoding that would not give the same bytes back counts as a failure."""
    body = data[len(codec.bom) :]
    try:
        text = body.decode(codec.name)
        if codec.name == "utf-8" or text.encode(codec.name) == body:
            return text
    except UnicodeError as error:
        raise Problem(f"not {codec.name}, though its byte order mark says so: {_place(data, error)}") from error
    raise Problem(f"not text in {codec.name}: some bytes would not come back the same")


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(1 for character in text if character > "\x7f") - broken
    return valid >= VALID_PER_ERROR * broken


def _why_not(data: bytes, encodings: Sequence[str]) -> str:
    names = ", ".join(encodings)
    try:
        data.decode(encodings[0])
    except UnicodeDecodeError as error:
        return f"not text in {names}: {_place(data, error)}; say --encoding NAME if you know it"
    return f"not text in {names}: some bytes would not come back the same"


def _place(data: bytes, error: UnicodeError) -> str:
    if not isinstance(error, UnicodeDecodeError):
        return str(error)
    line = data.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data":
        return f"the last character, in line {line}, is cut off"
    return f"byte 0x{error.object[error.start]:02X} in line {line} (offset {error.start})"
