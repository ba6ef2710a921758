"""What a text is taken for."""

import pytest

from cqclean import Cleaner
from cqclean.text.document import Document

PAGE = "首页\n新闻\n登录\n注册\n当前位置：首页 > 新闻 > 正文\n老码头开了一家书店\n2024-03-01 10:00 来源：青山网 编辑：方晓\n{}\n责任编辑：方晓\n分享到：\n相关阅读\n夜市\n"
BODY = "书店开在老码头的旧仓库里，三面是书，一面是江。店主说，开店的钱是从渔船上一网一网攒出来的，不求赚钱，只求有人来坐。\n" * 4

PROJECT = """# 竹节

[![npm](https://img.shields.io/npm/v/zhujie.svg)](https://www.npmjs.com/package/zhujie)

## 安装

```sh
npm install zhujie
```

需要定制网站的老板加微信zhujie168，价格优惠。

如果它对你有帮助，请点一颗星星，也欢迎扫码请作者喝杯咖啡。

## License

MIT
"""


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        (BODY, "a text without a page around it"),
        ("# 书店\n\n见[地图](https://example.com/)与`代码`。\n", "Markdown"),
        (PROJECT, "the page of a software project, whose contacts and calls are its own"),
        ("第一章 归来\n他推门进来。\n（本章完）\n上一章　目录　下一章\n", "a book from a novel site (profile novel)"),
        (PAGE.format(BODY), "a scraped page (profile news)"),
        (
            "# 夜\n\n原创 阿山  随笔   2024-05-01 08:00  \n\n" + BODY + "\n长按识别二维码关注我们\n",
            "an export of a WeChat account (profile wechat)",
        ),
    ],
)
def test_a_text_is_taken_for_what_it_shows(text: str, sort: str) -> None:
    cleaner = Cleaner()
    document = Document(text)
    assert cleaner.taken_for(document, cleaner.clean(document)) == sort


def test_what_a_project_says_of_itself_stays() -> None:
    assert Cleaner().clean(PROJECT).text == PROJECT


def test_the_same_words_in_an_article_go() -> None:
    article = PROJECT.replace("[![npm](https://img.shields.io/npm/v/zhujie.svg)](https://www.npmjs.com/package/zhujie)\n\n", "")
    assert "zhujie168" not in Cleaner().clean(article).text
