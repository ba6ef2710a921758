"""What was put into a line to advertise goes, in wordings that no rule names; what an author says with the same words stays."""

import pytest

from cqclean import clean
from cqclean.find import plea

# before = after; none of these wordings was seen by the rules or the weights
GONE = {
    "棕垫要两面轮着睡。想了解棕垫定制的朋友，点我主页就能看到报价表。梅雨天要通风。": "棕垫要两面轮着睡。梅雨天要通风。",
    "吊兰喜阴，别放在南窗。诚招各区县花卉代理，有意者请联系页面下方客服。土干了再浇。": "吊兰喜阴，别放在南窗。土干了再浇。",
    "灯塔在雾里一明一灭。下载“夜读客”APP，海量好书免费看。守塔人已经睡了。": "灯塔在雾里一明一灭。守塔人已经睡了。",
    "地板缝里的灰要用细毛刷。除螨清洗请拨打免费咨询热线400-820-0000，当天上门。刷完再擦。": "地板缝里的灰要用细毛刷。刷完再擦。",
    "修钢笔先看笔舌，需要配件的笔友私信我领清单，别急着换笔尖。": "修钢笔先看笔舌，别急着换笔尖。",
    "她把信纸折成四折。搜索微信公众号“灯下抄书”，每晚更新一章。火光映在墙上。": "她把信纸折成四折。火光映在墙上。",
    "蜂箱要朝东南放。（加微❤：feng_xiang66，免费领养蜂手册）冬天记得包草帘。": "蜂箱要朝东南放。冬天记得包草帘。",
    "货架上的灰落了一层。高价回收旧货架，量大从优，欢迎来电！": "货架上的灰落了一层。",
}


@pytest.mark.parametrize("before", GONE)
def test_what_only_advertises_goes(before: str) -> None:
    assert clean(before) == GONE[before]


STAYS = """\
民宿老板娘每天一早去批发市场，订十斤河虾。客人还没起，虾已经洗好了。
老师布置的作业是给家乡写一则招商广告，字数不限。我写的是村里的柿饼。
展厅入口立着一块牌子，扫码可以听讲解。我们没有扫，只顾着看画。
如果您在旅途中丢失护照，请立即联系当地使领馆。补办通常需要四个工作日。
那家店的招牌上写着“专业修表，立等可取”。我等了三个小时。
父亲不会用微信，我给他写了一张纸条：长按图标，点视频。他贴在了床头。
热线开通第一天，接线员一共接了四百多个咨询电话。问得最多的是社保。
书屋缺几名志愿者，能搬书就行。有意者联系小章：1506xxx0931。开放时间是周末。
关注“双减”，发送“倡议”，是这次行动的两个步骤。另外还有一次家访。
下面由小编结合案例为您解答。第一个案例发生在三年前的春天，当事人是一位厨师。
评论区里吵成一片，有人说桥早该修，有人说钱该先给学校。村支书看完没吭声。
车主们在群里拼车下单，司机一趟能拉四个人。到了年底，群里有三百多人。
他收藏旧车票三十年，最老的一张是民国的。有人出高价收购，他没卖。
供应商把报价单发到了采购部，最低的一家比去年还贵。会议开到了六点。
普通用户下载是限速的，`-s` 参数可以指定速度。想要下载不限速，请购买会员。
客服热线：022-96399"""


@pytest.mark.parametrize("text", STAYS.split("\n"))
def test_what_an_author_says_with_the_same_words_stays(text: str) -> None:
    assert clean(text) == text


def test_the_calls_of_a_text_with_markup_are_its_authors() -> None:
    text = "# 行情\n\n[文档](https://a.example/b)\n\n## 交流\n\n群里有热心的朋友，也有新版本的消息。钉钉扫码加入答疑群。\n"
    assert clean(text) == text


def test_the_run_that_goes_is_no_more_than_what_advertises() -> None:
    text = "蛋要常温,想学更多烘焙加班主任微信hong_bei8,糖分三次加。"
    clauses = [(0, 4), (5, 26), (27, 33)]
    run = plea.best(text, (0, len(text)), clauses)
    assert run is not None
    assert (run.first, run.last, run.whole) == (1, 1, False)
