"""Which lines are a note that is set off, or what unfolds?"""

import pytest

from cqclean.text import callouts, passages
from cqclean.text.document import Document


@pytest.mark.parametrize(
    ("text", "at", "span"),
    [
        ("先看。\n再看。", 0, None),
        ("> 一句话\n> 又一句", 1, None),
        ("> [!TIP]\n> 一\n> 二\n三", 2, (0, 2)),
        ("> [!TIP]\n> 一\n\n> 二", 3, None),
        ("!!! note\n    一\n\n    二\n\n三", 3, (0, 3)),
        ("!!! note\n    一\n\n三", 3, None),
        ("先看\n<details>\n<summary>一</summary>\n\n二\n\n</details>\n三", 4, (1, 6)),
        ("<details>\n二\n</details>\n三", 3, None),
        ("<details>\n" + "二\n" * 9 + "</details>", 2, None),
    ],
)
def test_the_lines_of_a_note(text: str, at: int, span: tuple[int, int] | None) -> None:
    assert callouts.around(Document(text, "markdown"), at, 8) == span


def test_a_note_says_its_title_and_not_its_label() -> None:
    document = Document('!!! tip "加群"\n    每天有人答疑。\n', "markdown")
    assert passages.said(document, 0, 1) == "加群\n每天有人答疑。"
