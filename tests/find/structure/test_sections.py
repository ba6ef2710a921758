"""Of a Markdown text, structure takes nothing that no wording shows to be a page's own."""

import pytest

from cqclean.cleaner import Cleaner
from cqclean.text.document import Document

CRUMB, META = "当前位置：首页 > 散文 > 正文", "作者：阿山　时间：2024-05-01 10:20　来源：示例网"
PAGE = [CRUMB, META, "分享到：微信 微博 QQ空间", "上一篇：河里的船", "责任编辑：李禾", "登录 | 注册", "关于我们 | 联系我们 | 网站地图"]
TEXTS = {
    "story": ["# 雨夜", "那天下着雨，他没有带伞。", "* * *", "第二天雨停了，街上没有人。"],
    "short lines": ["# 购物清单", "- 面粉", "- 鸡蛋", "记得带袋子"],
    "underlined title": ["雨夜\n====", "下着雨", "灯亮着", "没有人"],
    "afterword": ["# 雨夜", "那天下着雨，他没有带伞。", "## 后记", "写于一个雨天", "谢谢读到这里的人"],
    "changes": ["# 更新日志", "## 2.1.0", "- 修复登录", "- 增加搜索", "## 2.0.0", "- 首次发布"],
    "words of menus": ["# 手册", "## 目录", "1. 安装", "## 登录", "先填用户名", "## 常见问题", "密码忘了找管理员", "### 日志", "每行一条"],
    "tasks": ["# 路线图", "- [x] 注册\n- [x] 登录\n- [x] 手机验证码登录\n- [ ] 小程序\n- [ ] 快应用", "第二期再做推送。"],
    "quoted changes": [
        "# 更新日志",
        "#### v2.5.0",
        "> - 支持微信小程序 AI流模式\n> - 支持H5 AI流模式",
        "#### v2.4.12",
        "> - 支持抖音小程序\n> - 优化登录流程",
    ],
    "no title": ["那天下着雨，他没有带伞。", "* * *", "灯亮着", "没有人"],
}


def clean(blocks: list[str]) -> list[str]:
    return Cleaner().clean(Document("\n\n".join(blocks) + "\n", "markdown")).text.removesuffix("\n").split("\n\n")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("step", range(1, 6))
def test_lines_of_a_page_take_no_block_of_the_author_with_them(text: list[str], step: int) -> None:
    given = list(text)
    for number, line in enumerate(PAGE):
        given.insert(1 + (step * number) % len(given), line)
    assert [block for block in text if block not in clean(given)] == []


def test_a_title_right_above_a_breadcrumb_stays() -> None:
    assert clean([f"# 雨夜\n{CRUMB}", META, "那天下着雨，他没有带伞。"]) == ["# 雨夜", "那天下着雨，他没有带伞。"]


def test_a_menu_above_the_title_goes() -> None:
    menu = ["首页", "新闻", "民生", "登录 | 注册", CRUMB]
    assert clean([*menu, "# 县里修好一座老桥", META, "修桥的人说，石板一块也没有换，只把缝里的土清了出来。"])[0] == "# 县里修好一座老桥"


def test_headings_that_are_furniture_go() -> None:
    text = [
        "# 雨夜",
        "那天下着雨，他没有带伞。街上没有人，只有路灯亮着，灯下的积水里落着一片又一片的叶子。",
        "他把信又读了一遍，收进抽屉里。",
    ]
    assert clean([CRUMB, *text, "责任编辑：李禾", "## 相关阅读", "## 发表评论", "关于我们 | 联系我们 | 网站地图"]) == text


def test_a_code_comment_is_no_title() -> None:
    text = ["```sh\n# 安装\nmake\n```", "那天下着雨，他没有带伞。"]
    assert clean([text[0], CRUMB, META, text[1]])[-1] == text[1]
