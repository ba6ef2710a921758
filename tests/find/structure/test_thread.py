"""Posts of a thread stay whoever wrote them, titles of a feed go."""

from cqclean import clean
from cqclean.find.structure import rows, thread
from cqclean.text.document import Document

HEAD = ["首页", "登录 | 注册", "青禾论坛 > 生活 > 闲谈"]
FOOT = ["关于我们 | 联系我们 | 网站地图", "版权所有 青禾论坛 京ICP备00000000号"]
POSTS = [
    "墙角的虎皮兰三年没浇过水，去年还开了花。",
    "我家那盆也是，忘了它，它就活了。",
    "同意楼上！别浇水，千万别浇水。",
    "谢谢大家，我这就把它搬到窗外去。",
]


def read(lines: list[str]) -> list[rows.Row]:
    return rows.read(rows.raws(Document("\n".join(lines), "text")))


def kept(lines: list[str], found: frozenset[int]) -> list[str]:
    return [lines[at] for at in sorted(found)]


def test_what_people_say_between_the_buttons_of_a_thread_is_posts() -> None:
    lines = [
        "什么花最好养?",
        *(line for n, post in enumerate(POSTS) for line in (f"{n + 1}楼 2020-03-0{n + 1} 09:12", post, "回复 举报 赞(3)")),
    ]
    assert kept(lines, thread.posts(read(lines))) == POSTS


def test_titles_with_their_counts_are_no_thread() -> None:
    feed = [line for title in ("河里的船", "秋天的集市开了", "渡口换了新船", "山上下雪了") for line in (title, "评论(3) 收藏 分享")]
    assert thread.posts(read(feed)) == frozenset()


def test_two_comments_make_no_thread() -> None:
    assert thread.posts(read([POSTS[0], "回复 举报", POSTS[1], "回复 举报"])) == frozenset()


def test_posts_of_a_page_come_out() -> None:
    lines = [*HEAD, "什么花最好养?", *(line for post in POSTS for line in ("发表于 2020-03-01 09:12", post, "回复 举报 赞(3)")), *FOOT]
    left = clean("\n".join(lines))
    assert all(post in left for post in POSTS)
    assert "回复 举报" not in left


def test_names_and_buttons_between_posts_are_the_threads_own() -> None:
    lines = [line for post in POSTS for line in ("2020-03-01 09:12", post, "回复 举报 赞(3)")]
    found = [row._replace(junk=0.99) for row in read(lines)]
    said = thread.posts(found)
    assert kept(lines, said) == POSTS[1:]  # the first one stands above the buttons, where the article is
    assert kept(lines, thread.furniture(found, said)) == [line for line in lines if line not in POSTS]
    assert thread.furniture(found, frozenset()) == frozenset()


def test_an_answer_stays_below_names_and_buttons() -> None:
    answers = ["看一下叶子背面有没有小虫，手心蘸水在苗上扫一把就能看见。", "缺锌吧，我们这里撒锌肥，三四天就转绿。"]
    box = ["已赞过 已踩过", "你对这个回答的评价是?", "评论 收起"]
    lines = [*HEAD, "稻苗为什么发黄?", "2019-05-20 本回答由提问者推荐", *POSTS[:2], *box, "匿名用户", "2019-05-24", "展开全部", answers[0], *box,
             "老农资", "2019-05-25 · 超过12用户采纳过TA的回答", "展开全部", answers[1], *box, *FOOT]  # fmt: skip
    left = clean("\n".join(lines))
    assert all(answer in left for answer in answers)
