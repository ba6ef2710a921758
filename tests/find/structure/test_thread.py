"""Posts of a thread stay whoever wrote them, titles of a feed go; a notice is kept down to its signature; a spread breadcrumb is one."""

from cqclean import clean
from cqclean.find.structure import crumbs, rows, signature, thread
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
    return rows.read(Document("\n".join(lines), "text"))


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


def test_a_notice_goes_down_to_its_signature() -> None:
    body = [
        "关于停水的通知",
        "因管道检修，明天上午八点到下午四点停水，请提前储水。",
        "供水热线:00000000",
        "青禾水务:同名公众号",
        "青禾县供水站",
    ]
    lines = [*body, "2023年10月10日", "【关闭】", "【打印】"]
    assert signature.below(read(lines)) == 6


def test_a_date_without_issuer_or_without_text_signs_nothing() -> None:
    assert signature.below(read(["因管道检修，明天上午八点到下午四点停水，请提前储水。", "他走了", "2023年10月10日"])) == 0
    assert signature.below(read(["青禾县供水站", "2023年10月10日"])) == 0


def test_a_breadcrumb_on_several_lines_is_one() -> None:
    found = crumbs.marked(read(["搜索", "青禾网", ">", "美食", ">", "热菜", "一碗好饭，要等水开了再说", "水开了。"]))
    assert [row.marker is not None and row.marker.kind == "breadcrumb" for row in found] == [False, *[True] * 5, False, False]


def test_one_sign_alone_is_a_breadcrumb_only_behind_a_home_page() -> None:
    assert crumbs.marked(read(["首页", ">", "正文"]))[0].marker != crumbs.marked(read(["三", ">", "二"]))[0].marker
    assert all(row.marker is None for row in crumbs.marked(read(["三", ">", "二"])))


def test_the_title_is_no_part_of_a_breadcrumb() -> None:
    found = crumbs.marked(read(["首页", ">", "民生", ">", "县里修好了三百年的老桥，行人又能走了"]))
    assert [row.marker is None for row in found] == [False, False, False, False, True]
