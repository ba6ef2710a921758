"""How is a character shown that can't be seen, or that would steer a terminal?"""

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, format, surrogate, private use, unassigned, line and paragraph separators
ELLIPSIS = "…"


def visible(text: str) -> str:
    """Show control and invisible characters by their code point; tabs and what a font can draw stay.

    >>> visible("加\\u200b微\\x1b[31m")
    '加⟨200B⟩微⟨001B⟩[31m'
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\t" or unicodedata.category(character) not in _HIDDEN:
        return character
    return f"⟨{ord(character):04X}⟩"


def head(text: str, width: int) -> str:
    """The beginning of a text in at most `width` code points, made visible."""
    return visible(text) if len(text) <= width else visible(text[: width - 1]) + ELLIPSIS


def tail(text: str, width: int) -> str:
    """The end of a text in at most `width` code points, made visible."""
    return visible(text) if len(text) <= width else ELLIPSIS + visible(text[len(text) - width + 1 :])


def middle(text: str, width: int) -> str:
    """Both ends of a text in at most `width` code points, made visible."""
    if len(text) <= width:
        return visible(text)
    half = (width - 1) // 2
    return visible(text[: width - 1 - half]) + ELLIPSIS + visible(text[len(text) - half :])
