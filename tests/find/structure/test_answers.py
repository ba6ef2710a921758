"""Further answers of a page of questions stay; what its site asks and lists below goes."""

from cqclean import clean

HEAD = "答疑网\n首页\n问题库\n排行榜\n我要提问\n首页 > 生活 > 家电\n空调外机滴水正常吗？\n匿名用户\n浏览 5127 次\n2019-07-21 14:30\n"
ASKED = "家里的挂机装了四年，最近外机一直滴水，楼下邻居上来说了两回，要不要加氟？谢谢！\n"
BEST = """写回答
2个回答
最佳答案
修理老郑
推荐于 2019-07-22
外机和室内机要分开看，外机制冷的时候铜管接头会结露，滴一点是正常的。
滴得多多半是冷凝水管没接好，把软管接长引到下水口就行，不用加氟。
已赞过
已踩过
你对这个回答的评价是？
评论
收起
"""
FOOT = """为你推荐：
空调一晚上多少度电
2020-06-11
空调加氟一次多少钱合理
2018-08-02
下载答疑APP，抢鲜体验
关于我们 | 联系我们 | 网站地图
版权所有 答疑网 京ICP备00000000号
"""


def test_short_answers_below_the_best_one_stay() -> None:
    second = "云上青鸟\n2019-07-21\nTA获得超过216个赞\n先洗过滤网，我家就是网太脏。\n2\n评论\n收起\n"
    left = clean(HEAD + ASKED + BEST + second + FOOT)
    assert "先洗过滤网，我家就是网太脏。" in left
    assert ASKED in left
    assert "空调一晚上多少度电" not in left


def test_answers_above_their_dates_are_no_teasers() -> None:
    others = "其他回答 共2条\n楼上说得对，再补充一点：先看看软管有没有折住。\n泥巴汤 四级 2013-05-18 12:01\n换根管子吧，一劳永逸。\n匿名 2013-05-19 08:20\n"
    left = clean(HEAD + ASKED + BEST + others + FOOT)
    assert "楼上说得对，再补充一点：先看看软管有没有折住。" in left
    assert "换根管子吧，一劳永逸。" in left


def test_teasers_with_dates_of_a_page_without_answers_go() -> None:
    head = "首页\n新闻\n青禾网 > 本地 > 正文\n县里修好一座老桥\n2021-05-06 10:20 来源:青禾网\n"
    text = "修桥的人说，石板一块也没有换，只把缝里的土清了出来，再用糯米灰浆一层一层填回去。\n" * 3
    teasers = "评论\n收起\n热门新闻\n镇上的集市今天开了，来的人不少。\n2021-05-07\n河里又添了两条新船。\n2021-05-08\n"
    assert "河里又添了两条新船" not in clean(head + text + teasers + FOOT)
