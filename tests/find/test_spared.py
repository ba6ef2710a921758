"""Sentences of text that share a line with an advert or a notice."""

import pytest

from cqclean import clean


@pytest.mark.parametrize(
    "advert",
    [
        "求收藏，求推荐！",
        "一秒记住【慢读网】，最快更新。",
        "读者QQ群：123456789。",
        "本书由demo5550.com整理上传。",
        "请下载后二十四小时内删除，支持正版。",
        "以上观点仅供参考，不构成投资建议。",
    ],
)
def test_only_the_advert_goes(advert: str) -> None:
    assert clean(advert + "第二天一早，他就上路了。") == "第二天一早，他就上路了。"


@pytest.mark.parametrize("advert", ["加入书签，方便阅读。", "全本下载：www.shu5550.com/txt/1.html"])
def test_the_sentence_before_it_stays(advert: str) -> None:
    assert clean("窗外的雪停了，炉火还旺。" + advert) == "窗外的雪停了，炉火还旺。"


def test_the_words_of_a_notice_go_with_it() -> None:
    assert clean("雨停了。\n本站内容来自网络，如有侵权请联系我们删除。谢谢您的支持与理解。\n他出了门。") == "雨停了。\n他出了门。"
