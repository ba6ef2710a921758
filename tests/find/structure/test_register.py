"""Rows of a government's register of documents, two labels each, show a page's head; a form's and a product's rows do not."""

from cqclean import clean

TITLE = "青禾县人民政府办公室关于做好老桥看护工作的通知"
REGISTER = [
    "索   引   号 20191202-180000 分        类 其他; 县政府办公室文件;",
    "发 布 机 构 县人民政府办公室 发 文 日 期 2019-11-29",
    f"名        称 {TITLE}",
    "文        号 青政办发〔2019〕7号   上 载 日 期 2019-12-02",
]
TEXT = [
    "各乡镇人民政府，县政府各部门：",
    "老桥已经修好，行人和自行车可以通行，汽车请走下游的新桥。各乡镇要派人轮流看护，雨天每两个小时巡查一次，有险情立即上报。",
    "青禾县人民政府办公室",
    "2019年11月29日",
]
FORM = ["名        称 青禾竹席合作社", "地        址 青禾县桥头路1号", "经 营 范 围 竹席、竹篮", "成 立 日 期 2012年5月"]


def test_the_register_goes_and_the_title_stays() -> None:
    left = clean("\n".join([*REGISTER, TITLE, *TEXT])).split("\n")
    assert left == [TITLE, *TEXT]


def test_a_form_stays() -> None:
    text = "\n".join(["合作社简介", *FORM, *TEXT])
    assert clean(text) == text
