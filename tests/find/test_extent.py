"""What goes with a contact reads as an advert; what its sentence says besides stays, however closely it hangs on the contact."""

import pytest

from cqclean import clean

READ = {
    # text glued to it
    "她把灯芯拨短了。看全文加威信 xs_7742k窗外的雨越下越大。": "她把灯芯拨短了。窗外的雨越下越大。",
    "棋盘上只剩两枚车。出售旧棋盘，电联幺五五九八八八二六幺八我在旁边看了许久。": "棋盘上只剩两枚车。我在旁边看了许久。",
    "掌柜的伸出三根手指，ｗｗｗ．ｓｈｕｙｕａｎ９．ｃｏｍ“三百两，少一文都不卖。”": "掌柜的伸出三根手指，“三百两，少一文都不卖。”",
    # a blank before it
    "堆肥要拌得匀，落叶、菜根和泥按三比二比一混合 花肥厂电话:１５３－２２７０－６４８１。": "堆肥要拌得匀，落叶、菜根和泥按三比二比一混合。",
    "莲子要先去掉苦心 想学私房菜加QQ 730214885，再用冰糖小火熬。": "莲子要先去掉苦心，再用冰糖小火熬。",
    # clauses that serve no contact
    "初学先练空弦，每天二十分钟，坚持一个月手就不抖了，谱子找我拿，球球号1538820746。": "初学先练空弦，每天二十分钟，坚持一个月手就不抖了。",
    "河虾先用盐水泡过，去掉泥沙，吃货群加V：xia_hao66，再下锅。": "河虾先用盐水泡过，去掉泥沙，再下锅。",
    # dashes, semicolons, rare brackets
    "锯末要筛过两遍——锯末批发13783059264，掺一成石灰。": "锯末要筛过两遍，掺一成石灰。",
    "门框歪了半寸——木工刘师傅13600527714——，得重新垫平。": "门框歪了半寸，得重新垫平。",
    "蜂蜡熔了要过滤；收蜂蜡加V信rj8826。灯芯得浸透。": "蜂蜡熔了要过滤。灯芯得浸透。",
    "山路有二十六里﹙八八看书网www．88kxs4．ｏｒg﹚，走到天黑。": "山路有二十六里，走到天黑。",
    "窑里烧出来的碗——批发碗碟13800773541——总有几只是歪的。": "窑里烧出来的碗，总有几只是歪的。",
    # brackets: whom the sentence goes on to speak of, what stands in one beside the contact, the comma behind it
    "吴师傅（电话：137 8123 4406）编竹席三十年，从不用钉子。": "吴师傅编竹席三十年，从不用钉子。",
    "向导阿林（加他微信alin_k2可以拼队）十九岁第一次上雪山。": "向导阿林十九岁第一次上雪山。",
    "这支唢呐班子（都是一个村的，班主手机 18255730916），最小的才十三岁。": "这支唢呐班子（都是一个村的），最小的才十三岁。",
    "他推开木门（请记住本站域名 www.yeyu9.net，手机用户请访问 m.yeyu9.net），一股霉味扑面而来。": "他推开木门，一股霉味扑面而来。",
    "他推开窗子，本小说手机站 wap.yeyu8.net 同步更新，一股寒气扑面而来。": "他推开窗子，一股寒气扑面而来。",
    "雪下了整整一夜，喜欢本书的书友请收藏本站，第二天早上连井台都看不见了。": "雪下了整整一夜，第二天早上连井台都看不见了。",
    # two short lines
    "渡口的灯一盏一盏亮了起来。\n租船找老魏\n微信beibei6652\n船工把缆绳解开，撑离了岸。": "渡口的灯一盏一盏亮了起来。\n船工把缆绳解开，撑离了岸。",
}
STAYS = (
    "母亲不识字，却背得下我的电话：一三六，零一七，三五五一九。每个周末，她都会拨一遍。",
    "主播在镜头前喊“点关注，不迷路”，屏幕上飘过一片爱心。",
    "点击右上角的三个点，选择“设为星标”，可以改变消息的顺序。",
    "程序员把测试手机号设成13800000000，短信当然发不出去。",
    "添加好友的方法有三种：搜索号码、扫一扫和从通讯录导入。",
    "本馆讲解每天两场，团体预约请提前三天致电0931-4682412。",
    "每块砖都独一无二，要想长久保存，就只能泡在水里。",
    "群里有人喊了一声，要买票的私聊我，半天没有人应。",
)


@pytest.mark.parametrize("before", READ)
def test_what_reads_as_text_stays(before: str) -> None:
    assert clean(before) == READ[before]


@pytest.mark.parametrize("text", STAYS)
def test_honest_texts_with_such_words_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "（，加群68194。，。）",
        "（，加群⑥⑧①⑨④。，。）",
        "（，。转发抽三个牌。，。）",
        "{教V：t809一。，章，}",
        "（扣扣幺零零八六二。——们，）",
        "(，徽信mm2zz。，术)",
    ],
)
def test_a_bracket_with_a_full_stop_inside_is_read(text: str) -> None:
    for given in (text, f"竹席用完要晾干{text}，再卷起来。"):
        assert clean(clean(given)) == clean(given)
