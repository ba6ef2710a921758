"""A title between lines of the site stays, whatever stands above and below it; headlines of other stories go."""

import pytest

from cqclean import clean

LOGIN = """首页
博客
下载
学习
社区
会员中心
消息
历史
登录后您可以：
免费复制代码
下载海量资源
立即登录
"""
COUNTERS = """原创
最新推荐文章于 2021-03-17 10:02:41 发布
阿禾写字
于 2020-08-30 23:11:07 发布
阅读量5.6k
收藏 27
点赞数 9
版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。
订阅专栏
文章目录
"""
BODY = """一、现象
后端日志里记下的都是代理机的内网地址，限流一开就把所有人都挡住了，Nginx 前面的那台机器看不见真实的来源。
二、做法
在 Nginx 的配置里让代理把请求头透传过来，后端去读这个请求头，再把日志格式改一改，记下真实来源。
改完重新加载配置，用手机访问一次，日志里的地址就是手机的地址了，限流也只挡住真正刷接口的那一个。
"""
FOOT = """分享到: 微信 微博 QQ空间
上一篇:河里的船
相关阅读
秋天的集市开了
发表评论
关于我们 | 联系我们 | 网站地图
版权所有 青禾网 京ICP备00000000号
"""


@pytest.mark.parametrize(
    "title", ["Nginx 反向代理后怎样记下真实来源", "代理后面的限流与请求头透传", "老机器上的一次排查：代理、日志与 Nginx"]
)
def test_a_title_between_login_and_counters_stays(title: str) -> None:
    left = clean(LOGIN + title + "\n" + COUNTERS + BODY + FOOT)
    assert left.startswith(title + "\n")
    assert "立即登录" not in left


def test_an_author_may_stand_between_title_and_date() -> None:
    title = "Nginx 反向代理后怎样记下真实来源\n"
    left = clean(LOGIN + title + "阿禾写字\n" + COUNTERS.removeprefix("原创\n") + BODY + FOOT)
    assert left.startswith(title)


@pytest.mark.parametrize("other", ["秋收时节的乡村集市", "河上又添了两条新船", "山里的孩子领到新书包"])
def test_a_headline_of_another_story_above_a_title_goes(other: str) -> None:
    head = f"{LOGIN}{other}\n热门推荐\n"
    left = clean(head + "Nginx 反向代理后怎样记下真实来源\n" + COUNTERS + BODY + FOOT)
    assert "Nginx 反向代理后怎样记下真实来源" in left
    assert other not in left


def test_dated_headlines_above_the_text_go() -> None:
    list_ = "".join(
        f"{title}\n2020-08-1{n} 09:12\n" for n, title in enumerate(["秋收时节的乡村集市", "河上又添了两条新船", "山里的孩子领书包"])
    )
    left = clean(LOGIN + list_ + "青禾网 > 技术 > 正文\nNginx 怎样记下真实来源\n2020-08-30 23:11 来源:青禾网\n" + BODY + FOOT)
    assert "Nginx 怎样记下真实来源" in left
    assert "河上又添了两条新船" not in left


def test_the_name_of_a_vacancy_stays_above_its_pay() -> None:
    head = "首页\n找工作\n找人才\n校园招聘\n个人登录\n企业登录\n扫码下载APP\n青禾人才 > 机械制造 > 数控操作\n"
    facts = "数控车床操作工（两班倒）\n5500-8000元/月\n青禾-东街 | 1-3年 | 中专/中技 | 招5人\n"
    buttons = "更新于 2024-02-20\n申请职位\n收藏\n举报\n微信分享\n"
    text = "岗位职责：\n1、按图纸和工艺卡完成轴类零件的车削；\n2、会对刀、改程序，能处理常见报警；\n3、下班前清理铁屑，做好设备点检。\n"
    assert clean(head + facts + buttons + text + FOOT).startswith(facts)
