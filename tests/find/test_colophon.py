"""Which lines before and after a book did the maker of its file write?"""

import pytest

from cqclean import clean

BOOK = "《一叶舟》\n作者：沈归棠\n\n第一章 渡口\n\n船家把篙往水里一点，小船就无声地滑了出去，江面上浮着一层薄雾，对岸的灯火若有若无。\n\n她回头看了一眼，码头上的人小得像一粒米。\n"


@pytest.mark.parametrize(
    "text",
    [
        "《一叶舟》\n作者：沈归棠\nISBN：978-7-0000-0000-1\n定价：28元\n出版时间：2009年4月\n\n书评：这本书写一条河，读来很慢，却舍不得放下。\n",
        "==========\n渡口志\n==========\n\n本书由三部分组成，第一部分讲渡口，第二部分讲船。\n",
        "电子书制作入门\n\n文件格式：EPUB\n\n先把文稿整理成章，再按目录生成文件，最后在阅读器里从头到尾看一遍。\n",
        "照片由网友上传\n\n昨夜的大雪压断了老槐树的一根枝，清早有人把它拖到路边，孩子们围着看，没有一个人说话。\n",
        "我在书友群里问：下载的书缺了一章怎么办？\n\n有人说，去图书馆借一本吧，纸书从来不缺页，也不会半夜里忽然打不开。\n",
        "电子书制作入门\n\n文件格式：TXT\n文件大小：不超过2MB\n\n校对：逐章检查乱码\n整理：统一标点\n上传：把文件发到阅读器\n",
        "我们的读书群\n\n硬盘里的每个文件开头都有一行字：“本书由灯下虫整理，喜欢请购买正版。”\n\n我一直没有删。\n",
        "前言\n\n本书由作者多年讲稿整理而成，例题可从作者网站 www.example.edu 下载。\n感谢论坛网友“北巷”校对了全书。\n",
        "后记\n\n书稿由学生整理，由网站的朋友上传到云端，我才敢把旧电脑扔掉。谢谢他们，也谢谢一直等这本书的读者。\n\n于青岛\n",
    ],
)
def test_an_author_s_own_lines_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "front",
    [
        "本书由“知书斋”整理制作，仅供试读，请于下载后24小时内删除。\n更多免费电子书，请加QQ群：1234xx789\n==========================\n",
        "TXT大小：843KB\n上传会员：墨香一缕\n上传时间：2011-8-3 21:14:05\n*************************\n",
        "☆☆☆☆☆☆☆☆☆☆☆☆\n☆ 本书由【青藤小说论坛】会员 风过无痕 整理 ☆\n☆☆☆☆☆☆☆☆☆☆☆☆\n",
        "电子书制作：小楼听雨\n制作时间：2014年5月\nISBN 978-7-000-00000-0（电子版）\n阅读格式：EPUB / MOBI\n",
    ],
)
def test_a_front_goes(front: str) -> None:
    assert clean(front + BOOK) == BOOK


@pytest.mark.parametrize(
    "back",
    [
        "=====================\n以上内容由书友“灯下虫”上传至拾页书屋\nTXT小说下载：http://www.shiye.example/\n",
        "用户上传之内容结束--------------------\n手机访问：wap.shiye.example\n本书来自网络，如有乱码、缺章请反馈\n",
        "如果你不知道读什么书，就关注这个微信公众号。\n公众号名称：读书有道\n【读书有道】已提供200个不同类型的书单\n1、历届获奖作品\n2、年度图书排行\n备注：好友添加后，请注明“书友”\n",
        "※※※※※※※※※※※※\n想看更多同类小说？请用百度搜索“月下书阁”\n〔月下书阁〕只做精品，拒绝垃圾\n本书由 月下书阁 独家首发，转载请注明出处！\n=======分割线=======\n",
    ],
)
def test_a_back_goes(back: str) -> None:
    assert clean(BOOK + "\n（全文完）\n\n" + back) == BOOK + "\n（全文完）\n"


def test_the_author_s_date_below_the_end_stays() -> None:
    back = "\n2009年6月初稿\n2010年1月改定于青岛\n"
    assert clean(BOOK + back + "\nTXT小说天地 - 本书下载完毕，更多精彩小说请访问 www.shiye.example\n") == BOOK + back


def test_the_data_of_a_reviewed_book_stay() -> None:
    review = (
        "《一叶舟》\n作者：沈归棠\nISBN：978-7-0000-0000-1\n定价：28元\n\n这本书写一条河，读来很慢，却舍不得放下，合上书还听得见桨声。\n"
    )
    assert clean(review + "\n更多好书尽在远山书店\n") == review


def test_a_sentence_into_which_an_advert_was_put_stays() -> None:
    text = "雨停了，本书由青山书屋整理首发，街上没有一个人。\n他推门进来，看见桌上放着一封信，信封是湿的。\n"
    assert "街上没有一个人" in clean(text)


def test_the_text_behind_a_bracket_of_the_site_stays() -> None:
    line = "【免费小说尽在远山图书下载网 txt８０．ｃｏｍ】那夜的雪下得极大，驿站的马都缩在棚里打响鼻。"
    assert clean(line) == "那夜的雪下得极大，驿站的马都缩在棚里打响鼻。"
