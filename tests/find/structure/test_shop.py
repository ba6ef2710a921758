"""Goods and ratings that a shop sets around a product's text go; dishes, prices and marks of an author stay."""

import pytest

from cqclean.find.structure import rows, shop
from cqclean.text.document import Document


def gone(lines: str) -> str:
    found = rows.read(rows.raws(Document(lines.replace("|", "\n"), "text")))
    left = shop.found(found)
    return "|".join(row.key for at, row in enumerate(found) if at in left)


@pytest.mark.parametrize(
    "lines",
    [
        "看了又看|青禾牌蜂蜜 500g/瓶|¥39.90|桥头牌米糕（芝麻味）|¥12.00",
        "24小时热销推荐|男士 布鞋|¥249 ¥469 5.3折|女士 草鞋|¥69 ¥99 7折",
        "店铺热销商品|竹筛|优惠价：¥18|竹匾|优惠价：¥26",
        "好评率|94.8%",
        "4.70 ↑|商品评分|4.66 ↑|服务评分",
        "描述相符|4.9|服务态度|4.8|发货速度|4.7",
        "同类软件|文件夹同步助手 v1.9|重复文件清理 v5.0.2",
        "同专辑歌曲|01 起锚|02 咸的风|03 靠岸",
        "陆禾热门歌词|咸的风|给阿兰的信",
    ],
)
def test_goods_below_a_shops_heading_and_its_ratings_go(lines: str) -> None:
    assert gone(f"竹筛用三年生的毛竹编成。|{lines}|版权所有") == lines.replace("（", "(").replace("）", ")").replace("：", ":")


@pytest.mark.parametrize(
    "lines",
    [
        "今天的菜单|清蒸鱼|¥38|炒河虾|¥42|米酒|¥10",
        "推荐菜|清蒸鱼|38元|炒河虾|42元",
        "猜你喜欢|秋天的集市开了|渡口换了新船",
        "外观|4.5|手感|4.0|综合评分|4.2",
        "服务态度|店员话不多，问什么答什么，走的时候送到门口。",
        "历史版本|v1.0.2 修了三处|v1.1.0 换了图标",
        "本周热门歌曲|咸的风|给阿兰的信|末班渡轮",
        "热销商品|竹筛是镇上卖得最好的，外地人来都要带两只回去。|¥18",
    ],
)
def test_an_authors_prices_and_marks_stay(lines: str) -> None:
    assert gone(f"镇上的铺子开了三十年。|{lines}") == ""
