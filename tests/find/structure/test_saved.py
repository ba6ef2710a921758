"""Pages that converters saved as Markdown."""

import pytest

from cqclean import clean

MENU = "*   [首页](/)\n*   [新闻](/news/)\n*   [登录](/login)\n*   [注册](/reg)\n\n"
ARTICLE = (
    "# 渡口的新船\n\n入秋以后，渡口换了一条电动的新船，能坐四十个人。船工老邵说，旧船烧柴油，一天要加两次，过一趟河要一刻钟。\n\n"
    "新船靠岸没有声音，孩子们第一天都不敢上去。镇上给它装了扶手和遮雨的棚子，票价还是一块钱。\n\n"
)
TAIL = (
    "[上一篇：老桥加固完成](/2021/03/11.html)\n\n[下一篇：茶市开秤](/2021/03/13.html)\n\n分享到：[微博](javascript:;) [微信](javascript:;)\n\n"
    "**相关阅读**\n\n*   [码头边的修伞铺](/2020/1.html)\n*   [三个摆渡人的三十年](/2020/2.html)\n*   [河水退了以后](/2020/3.html)\n\n"
    "[关于我们](/about) | [联系我们](/contact) | [网站地图](/map)\n\nCopyright © 2021 青滩网 版权所有\n"
)


def test_a_saved_page_leaves_its_article():
    assert clean(MENU + ARTICLE + TAIL).strip() == ARTICLE.strip()


@pytest.mark.parametrize(
    "own",
    [
        "## 友情链接\n\n- [旧船谱](https://example.org/boats)\n- [河道志](https://example.org/river)\n\n## 许可证\n\nMIT\n",
        "## 延伸阅读\n\n- [码头边的修伞铺](posts/umbrella.md)\n- [三个摆渡人的三十年](posts/ferry.md)\n\n[上一章](1.md) | [下一章](3.md)\n",
    ],
)
def test_what_an_author_links_to_stays(own):
    assert clean(ARTICLE + own) == ARTICLE + own


def test_a_list_without_a_blank_line_below_it_takes_no_article_along():
    head = "# 渡口的新船\n往期回顾\n* [老桥加固](https://mp.weixin.qq.com/s?__biz=a)\n* [茶市开秤](https://mp.weixin.qq.com/s?__biz=b)\n"
    body = [f"第{number}天，船工老邵照旧天不亮就到了渡口，把缆绳解开，等第一批赶集的人。" for number in "一二三四五六七八九"]
    tail = "**资料：河道志**\n**推荐阅读**\n* [欢迎加入“渡口读者群”](https://mp.weixin.qq.com/s?__biz=c)\n点击下方卡片关注我们\n阅读原文\n微信扫一扫\n关注该公众号\n"
    assert all(line in clean(head + "\n".join(body) + "\n" + tail) for line in body)
