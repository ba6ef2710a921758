"""A title is kept though the lines around it are the site's."""

import pytest

from cqclean import clean

PAGE = """首页
诗文
名句
古籍
我的
完善
{}
朗读
一棹寒烟入暮汀，
远山如黛水如冥。
渔灯数点风吹乱，
错认银河落满星。
译文
小船划开寒烟，驶入傍晚的小洲。远山像眉黛，河水暗沉沉的。几点渔灯被风吹乱，让人错以为银河落了满河的星星。
上一篇：山行
下一篇：早梅
版权所有 青禾诗文 关于我们 | 网站地图
"""


@pytest.mark.parametrize("head", ["夜泊枫溪\n〔清〕 陆禾", "夜泊枫溪\n唐代：王三", "夜泊\n王三〔唐代〕"])
def test_the_line_above_a_poet_is_the_poems_title(head: str) -> None:
    assert clean(PAGE.format(head)).startswith(f"{head}\n一棹寒烟")
