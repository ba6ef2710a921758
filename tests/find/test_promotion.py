"""Heads and tails of WeChat exports."""

import pytest

from cqclean import clean

BODY = "机房的灯忽然灭了一半，我们三个人摸黑找备用电源，找了二十分钟才在楼梯间里看到它。\n\n后来查明，是配电箱里的一根线松了。\n"
HEAD = "# 停电之夜\n\n原创 阿山  运维随笔   2024-05-01 08:00  \n\n"


@pytest.mark.parametrize(
    "text",
    [
        "# 怎样写公众号\n\n请读者关注公众号时，不要只说“关注我们”。\n\n扫码关注的人多，不等于读的人多。\n",
        "# 周刊\n\n微信搜索“周刊”或者扫描二维码，即可订阅。\n\n（完）\n",
        "推荐阅读\n\n《配电手册》\n\n《电工笔记》\n",
        HEAD.replace("原创 阿山  运维随笔   2024-05-01 08:00  \n\n", "") + BODY + "\n最后提醒一句：出门前关注一下天气。\n",
    ],
)
def test_a_text_that_only_talks_of_it_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "tail",
    [
        "长按识别二维码关注我们\n",
        "扫码关注\n\n运维随笔\n\n讲机房里的故事\n",
        "**往期推荐**\n\n[备用电源怎么选](http://mp.weixin.qq.com/s?a=1)\n\n[配电箱里的学问](http://mp.weixin.qq.com/s?a=2)\n",
        "编辑：小林\n\n审核：老周\n\n觉得不错，就点个\n\n在看\n\n吧\n",
        "**免责声明**\n\n本公众号所载文章仅供学习交流，版权归原作者所有，如有侵权请联系删除。\n",
        "**交流群**\n\n加我微信备注“机房”，拉你进群，人满为止。\n\n限时优惠 49.9元/年\n",
    ],
)
def test_a_promoting_tail_goes(tail: str) -> None:
    assert clean(HEAD + BODY + "\n" + tail) == "# 停电之夜\n\n" + BODY


def test_a_prompt_in_pieces_goes_from_the_head() -> None:
    assert clean(HEAD + "点击上方\n\n蓝字\n\n关注我们吧~\n\n" + BODY) == "# 停电之夜\n\n" + BODY


def test_a_title_between_prompt_and_credits_stays() -> None:
    head = "点击上方“老城夜话”\n关注并置顶本号\n"
    text = "停电之夜\n作者｜阿沅\n编辑｜小满\n" + BODY + "点个“在看”，让更多人看到\n"
    assert clean(head + text) == "停电之夜\n" + BODY


def test_a_title_above_the_prompts_of_a_text_without_byline_stays() -> None:
    tail = "\n点个“在看”，让更多人看到\n\n微信扫一扫\n关注该公众号\n"
    assert clean("停电之夜\n\n点击上方蓝字关注我们\n\n" + BODY + tail) == "停电之夜\n\n" + BODY


def test_lines_of_the_service_show_an_export_and_go() -> None:
    head = "收录于合集\n#机房故事 12个\n微信号\n功能介绍 陪你守机房\n"
    tail = "喜欢此内容的人还喜欢\n为什么会停电\n机房夜谈\n微信扫一扫\n关注该公众号\n轻触阅读原文\n"
    assert clean(head + "停电之夜\n" + BODY + tail) == "停电之夜\n" + BODY


@pytest.mark.parametrize("aside", ["（点击上方音频，听老周讲这一段）", "▼ 点击下方小程序，领取应急灯5折券 ▼", "（广告）"])
def test_a_pointing_line_in_the_middle_goes_and_draws_no_sentence_in(aside: str) -> None:
    text = HEAD + BODY + f"\n{aside}\n\n那天夜里雨停了，港口的灯一盏一盏亮起来，我带着一截打好结的绳子上了船，谁也没有送我。\n"
    assert clean(text) == text.replace(f"\n{aside}\n", "").replace(HEAD, "# 停电之夜\n\n")


@pytest.mark.parametrize("line", ["点击链接，触发告警", "招聘", "版权声明", "戳破气球，听一声响"])
def test_a_step_or_a_heading_in_the_middle_stays(line: str) -> None:
    text = "# 停电之夜\n\n" + BODY + f"\n{line}\n\n那天夜里雨停了，港口的灯一盏一盏亮起来，我带着一截打好结的绳子上了船，谁也没有送我。\n"
    assert clean(HEAD + text.removeprefix("# 停电之夜\n\n")) == text


def test_the_mark_of_the_end_goes_with_the_tail() -> None:
    assert clean(HEAD + BODY + "\n— THE END —\n\n往期精选\n\n长按识别二维码关注我们\n") == "# 停电之夜\n\n" + BODY


def test_the_card_below_a_pointing_line_goes_with_it() -> None:
    ending = "\n那天夜里雨停了，港口的灯一盏一盏亮起来，我带着一截打好结的绳子上了船，谁也没有送我。\n"
    card = "\n▼ 点击下方小程序，领取应急灯5折券 ▼\n灯下书铺\n小程序\n"
    assert clean(HEAD + BODY + card + ending) == "# 停电之夜\n\n" + BODY + ending


def test_an_article_about_prompts_stays() -> None:
    text = (
        "新手运营公众号的七个误区\n第一个误区是标题党。读者点进来发现货不对板，下一次就再也不会点开。\n"
        "第二个误区是排版花哨。很多人在文首放一张“点击上方蓝字关注我们”的动图，其实没有人会点。\n"
        "第三个误区是只求转发。文末写着“点赞、在看、转发三连”，不如把最后一段写好。\n"
        "第四个误区：从不回复留言。\n写留言\n是读者和作者之间最短的路。\n"
        "第五个误区是把二维码放在第一段，读者还不知道你是谁，凭什么扫。\n"
    )
    assert clean(text) == text
