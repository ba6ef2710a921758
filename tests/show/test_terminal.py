"""Is the terminal safe, and red and green on the changed characters alone?"""

from cqclean.show.concise import Piece
from cqclean.show.diff import DiffLine
from cqclean.show.terminal import coloured, coloured_diff, progress

RED, GREEN, OFF = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def test_nothing_is_taken_for_markup_or_emoji():
    assert coloured([[Piece("[red]:smile: http://a.b 123 'x'")]]) == "[red]:smile: http://a.b 123 'x'\n"


def test_a_long_line_is_not_wrapped():
    assert coloured([[Piece("长" * 10_000)]]) == "长" * 10_000 + "\n"


def test_a_change():
    assert coloured([[Piece("好"), Piece("[-蕞-]", "removed"), Piece("{+最+}", "added")]]) == f"好{RED}[-蕞-]{OFF}{GREEN}{{+最+}}{OFF}\n"


def test_a_diff():
    lines = [DiffLine("-", "一蕞好\x1b", ((1, 2),)), DiffLine("+", "一最好", ((1, 2),)), DiffLine(" ", "[b]")]
    assert coloured_diff(lines) == f"{RED}-{OFF}一{RED}蕞{OFF}好⟨001B⟩\n{GREEN}+{OFF}一{GREEN}最{OFF}好\n [b]\n"


def test_quick_work_shows_no_progress(capsys):
    with progress(True) as count:
        count("a.txt")
    assert capsys.readouterr() == ("", "")
