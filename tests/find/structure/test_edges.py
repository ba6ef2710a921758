"""Lines at the edges of what goes follow it, unless they belong to the text."""

import pytest

from cqclean.find.structure import edges, worth
from cqclean.find.structure.head import Head
from cqclean.find.structure.rows import Row, raws, read
from cqclean.text.document import Document

TEXT = ["桥修好了，石板一块也没有换，只把缝里的土清了出来。", "老人又有了坐处，孩子放学也不必绕路，卖菜的船照旧停着。"]
NONE = Head(0, (), ())


def rows(lines: list[str], junk: dict[int, float]) -> list[Row]:
    """The rows of some lines; those named are furniture to the learned score."""
    return [row._replace(junk=junk.get(at, 0.0)) for at, row in enumerate(read(raws(Document("\n".join(lines), "text"))))]


def test_lines_that_read_as_furniture_follow_the_tail() -> None:
    found = rows([*TEXT, "上一篇：河里的船", "下一篇：没有了", "分享到：微信 微博"], {2: 0.99, 3: 0.99, 4: 0.99})
    assert edges.peeled(found, NONE, len(found), 0, 0) == (0, 2)


@pytest.mark.parametrize(
    "line",
    ["咨询电话：文物站 0000-1234567", "王三 李四 赵五"],
    ids=["whom the notice tells to ask", "no wording of furniture"],
)
def test_what_may_end_a_text_holds_up_what_follows(line: str) -> None:
    found = rows([*TEXT, line], {})
    assert edges.peeled(found, NONE, len(found), 0, 0) == (0, len(found))


def test_a_signature_and_a_table_stay_whatever_the_score_says() -> None:
    found = rows([*TEXT, "上一篇：河里的船", "下一篇：没有了"], {2: 0.99, 3: 0.99})
    assert edges.peeled(found, NONE, 4, 0, 4)[1] == 4
    assert edges.peeled(found, NONE, 4, 4, 0)[1] == 4


def test_a_short_list_below_the_text_ends_no_portal() -> None:
    found = rows([*TEXT, "秋天的集市开了", "渡口换了新船"], {2: 0.9, 3: 0.9})
    assert edges.below_portal(found, 0, 3, set()) == 3


TITLES = ["在线法律资讯", "侵权责任由谁承担", "租约能否提前解除", "分手时房贷怎么分"]
TEASER = "本所秉承诚信为本的宗旨，为社会各界提供优质的法律服务，业务遍及全国。"
ARTICLE = {"桥修", "石板", "老人", "孩子", "卖菜", "的船"}


def test_a_teaser_among_other_titles_does_not_end_the_article() -> None:
    found = rows(
        [*TEXT, *TITLES, TEASER, *TITLES, "友情链接"], {2: 0.9, 3: 0.97, 4: 0.97, 5: 0.97, 6: 0.3, **dict.fromkeys(range(7, 12), 0.98)}
    )
    assert edges.grown(found, 0, 11, 0, ARTICLE) == 2


def test_what_speaks_of_the_article_ends_such_a_run() -> None:
    own = "卖菜的船照旧停着，老人说石板一块也没有换，孩子放学还从这里走。"
    found = rows([*TEXT, *TITLES, own, *TITLES, "友情链接"], {at: 0.98 for at in range(2, 12) if at != 6} | {6: 0.3})
    assert edges.grown(found, 0, 11, 0, ARTICLE | worth.bigrams(own)) == 7


def test_a_few_doubtful_lines_are_no_such_run() -> None:
    found = rows([*TEXT, *TITLES, "友情链接"], dict.fromkeys(range(2, 6), 0.7))
    assert edges.grown(found, 0, 6, 0, ARTICLE) == 6
