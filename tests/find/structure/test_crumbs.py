"""A breadcrumb with each part on a line of its own is one."""

from cqclean.find.structure import crumbs, rows
from cqclean.text.document import Document


def marked(lines: list[str]) -> list[rows.Row]:
    return crumbs.marked(rows.read(rows.raws(Document("\n".join(lines), "text"))))


def test_a_breadcrumb_on_several_lines_is_one() -> None:
    found = marked(["搜索", "青禾网", ">", "美食", ">", "热菜", "一碗好饭，要等水开了再说", "水开了。"])
    assert [row.marker is not None and row.marker.kind == "breadcrumb" for row in found] == [False, *[True] * 5, False, False]


def test_one_sign_alone_is_a_breadcrumb_only_behind_a_home_page() -> None:
    assert marked(["首页", ">", "正文"])[0].marker != marked(["三", ">", "二"])[0].marker
    assert all(row.marker is None for row in marked(["三", ">", "二"]))


def test_the_title_is_no_part_of_a_breadcrumb() -> None:
    found = marked(["首页", ">", "民生", ">", "县里修好了三百年的老桥，行人又能走了"])
    assert [row.marker is None for row in found] == [False, False, False, False, True]


def test_the_button_of_a_manual_beside_a_breadcrumb_is_part_of_it() -> None:
    alone = marked(["竹席手册", "晾晒", "在 GitHub 上编辑", "竹席用完要晾干。"])
    assert all(row.marker is None or row.marker.kind != "breadcrumb" for row in alone)
    beside = marked(["竹席手册", "»", "晾晒", "在 GitHub 上编辑", "竹席用完要晾干。"])
    assert beside[3].marker is not None
    assert beside[3].marker.kind == "breadcrumb"
