"""Does a line say what goes, where and why?"""

from cqclean.show.concise import lines, plain
from cqclean.show.finding import Place, findings, place
from cqclean.text.document import Document
from cqclean.text.edits import Edit


def edit(start, end, new="", rule="nav-x", level="safe"):
    return Edit(start, end, new, rule, level, 0.9, "为什么")


def said(text, applied, held=(), verbose=False):
    document = Document(text, "text")
    return [plain(line) for line in lines(document, findings("a.txt", document, applied, held), verbose)]


def test_a_change_inside_a_line():
    assert said("前" * 30 + "蕞好" + "后" * 30, [edit(30, 31, "最")]) == [
        f"a.txt:1:31 nav-x [safe] …{'前' * 15}[-蕞-]{{+最+}}好{'后' * 14}…"
    ]


def test_a_line_that_goes():
    assert said("一\n首页 > 新闻\n二\n", [edit(2, 10)]) == ["a.txt:2:1 nav-x [safe] [-首页 > 新闻-]"]


def test_lines_of_one_rule_are_one_finding():
    text = "一\n首页\n\n新闻\n体育\n二\n"
    assert said(text, [edit(2, 5), edit(6, 9), edit(9, 12)]) == ["a.txt:2-5 nav-x [safe] 3 lines: 首页 … 体育"]
    assert len(said(text, [edit(2, 5), edit(6, 9), edit(9, 12)], verbose=True)) == 6
    assert said(text, [edit(2, 12)]) == ["a.txt:2-5 nav-x [safe] 3 lines: 首页 … 体育"]


def test_a_line_with_the_blank_lines_after_it_is_one_line():
    for verbose in (False, True):
        assert said("首页\n\n\n新闻\n", [edit(0, 5)], verbose=verbose)[0] == "a.txt:1-3 nav-x [safe] [-首页-]"


def test_another_rule_level_or_kept_line_parts_them():
    text = "首页\n新闻\n体育\n"
    assert len(said(text, [edit(0, 3), edit(3, 6, rule="nav-y")])) == 2
    assert len(said(text, [edit(0, 3)], [edit(3, 6)])) == 2
    assert len(said(text, [edit(0, 3), edit(6, 9)])) == 2


def test_what_is_held_says_its_level():
    assert said("一二\n", [], [edit(0, 1, level="review")]) == ["a.txt:1:1 nav-x [review] [-一-]二"]
    assert said("一二\n", [], [edit(0, 1)]) == ["a.txt:1:1 nav-x [held] [-一-]二"]


def test_a_long_line_is_cut():
    shown = said("首" * 10_000 + "\n", [edit(0, 10_001)])
    assert len(shown) == 1
    assert len(shown[0]) < 100


def test_places_count_code_points_from_1():
    document = Document("𠮷a\r\n二\n")
    assert place(document, 0) == Place(1, 1)
    assert place(document, 1) == Place(1, 2)
    assert place(document, 4) == Place(2, 1)
    assert place(document, 6) == Place(3, 1)
    assert place(Document(""), 0) == Place(1, 1)
    assert place(Document("一"), 1) == Place(1, 2)
