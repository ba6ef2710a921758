"""Is the learned score high on a site's furniture, low on an article, and safe on what has no furniture at all?"""

import pytest

from cqclean.find.structure import alone, limits, score
from cqclean.find.structure.alone import Search, grams, normal
from cqclean.find.structure.series import best_span, means
from cqclean.text.fold import fold

ARTICLE = [
    "老街的修伞匠收摊了",
    "昨天傍晚，在河坊街摆了三十一年摊的修伞匠把最后一把伞交还给主人，收起了他的小板凳。",
    "他说，现在的伞坏了就扔，一个月也等不来几个客人，女儿催他回乡下养老已经催了好几年。",
    "邻居们送他到巷口，有人递给他一包茶叶，他推了几次，还是收下了。",
]
ABOVE = ["网站首页", "登录", "注册", "新闻中心", "当前位置：首页 > 新闻 > 正文"]
BELOW = ["责任编辑：王小明", "相关阅读", "上一篇：没有了", "发表评论", "版权所有 未经授权不得转载"]
POEM = ["风从窗子进来", "翻动一页旧信", "母亲在灯下", "补我的袖口", "针脚很密", "像她说过的话"]
RECIPE = [
    "用料",
    "鸡蛋 三个",
    "番茄 两个",
    "盐 半勺",
    "做法",
    "番茄切块，鸡蛋打散。",
    "热锅冷油，先炒鸡蛋，盛出。",
    "再炒番茄，出汁后倒回鸡蛋。",
]


def junk_scores(lines: list[str]) -> list[float]:
    return score.junk_scores([fold(line).text for line in lines])


@pytest.mark.parametrize("lines", [ARTICLE, POEM, RECIPE, ["一", "二", "三"]])
def test_text_without_furniture_scores_low(lines: list[str]) -> None:
    assert max(junk_scores(lines)) < limits.plan.alone


def test_furniture_scores_higher_than_the_article_between() -> None:
    scores = junk_scores([*ABOVE, *ARTICLE, *BELOW])
    inside = scores[len(ABOVE) : len(ABOVE) + len(ARTICLE)]
    assert inside[0] < 0.75
    assert max(inside[1:]) < 0.5
    assert min(scores[: len(ABOVE)] + scores[-len(BELOW) :]) > 0.8


def test_nothing_gives_nothing() -> None:
    assert junk_scores([]) == []


def test_width_and_script_do_not_matter() -> None:
    assert junk_scores(["當前位置：首頁 ＞ 新聞"]) == junk_scores(["当前位置:首页 > 新闻"])


def test_numbers_and_blanks_are_levelled() -> None:
    assert normal("2023年\t12  月") == "0年 0 月"


def test_grams_of_a_long_line_are_those_of_its_ends() -> None:
    assert "中间" not in set(grams("头" * 30 + "中间" + "尾" * 30))


def test_a_line_says_by_itself_what_its_grams_weigh_and_its_words_show() -> None:
    menu, text = Search({"^首页": 3.0, "分享": 1.0}, bias=-1.0).lines(["首页", "他把首页的字抄了下来。"])
    assert (menu.grams, text.grams) == (-1.0 + 3.0 / 2, -1.0)
    share, date = Search({}, bias=0.0).lines(["分享到:微信", "发布时间:0-0-0"])
    assert 0 < share.kinds != date.kinds > 0


def test_a_line_weighs_the_same_read_anew_and_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    model = {"^首页": 3.0, "首": 0.25, "页$": -1.5, "首页$": 0.1, "^上一": 2.0}
    lines = ["首页", "上一页", "首页首页", "", "首页"]
    once = Search(model, bias=-1.0)
    read = once.lines(lines)
    assert once.lines(lines) == read
    monkeypatch.setattr(alone, "REMEMBERED", 2)
    assert Search(model, bias=-1.0).lines(lines) == read


def test_best_span_of_nothing_but_losses_is_the_smallest_loss() -> None:
    assert best_span([-3.0, -1.0, -2.0])[:2] == (1, 2)


def test_means_at_the_borders_have_fewer_values() -> None:
    assert means([0.0, 2.0, 4.0], 1) == [1.0, 2.0, 3.0]
