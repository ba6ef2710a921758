"""Which words do filters hide most often, whatever stands around them?

The trees (find/masks/weigh) learned how well a word fits; what pages are like on which stars are met says how usual it is.
"""

from collections.abc import Mapping

from cqclean.find.masks.rank import Reading
from cqclean.find.masks.system import System
from cqclean.text.late import late

PRIME = {"性": 4.4, "成人": 5.0, "操": 1.0}  # added where stars count bytes: on such pages of news and industry most masks are one of these
PRIME_FIT = (-0.25, 0.14)  # evidence of the left and of the right neighbour (a tenth of its log odds) that a longer one of these needs
PRIME_SYSTEM = 3  # signs a character of that system
EVERYDAY = frozenset(  # what is hidden on pages about everyday life, too, not in tales of crime and love alone
    (
        *("政府", "国家", "干部", "领导", "法院", "律师", "公安", "公安局", "警察", "民警", "派出所", "拘留", "诈骗", "毒", "毒品", "赌"),
        *("赌博", "彩票", "枪", "子弹", "炸", "炸弹", "爆炸", "革命", "战争", "军人", "部队", "死", "血", "药", "医院", "医生", "媒体"),
        *("银行", "安全", "微信", "贷款", "发票", "兼职", "免费", "投票", "最", "独立", "裸", "高潮", "奶奶", "鸡", "奶", "肉", "酒", "烟"),
        *("票", "刀", "色"),
    )
)
USUAL, USUAL_TOLD = 1.0, 0.5  # added to the score of one of these that was told of on a side; evidence from which it was
TOLD_LEFT, TOLD_RIGHT = 15, 16  # places in a reading's evidence (find/masks/rank)
SELLING = {"最": 2.0, "著": 3.0}  # added where one sign begins a known word: filters of the advertising law hide these in 最佳, 著名
PRAISE = late(  # words of selling and praise
    "[销售买卖购牌奖榜荣誉获店厂商价]|作家|作者|公司|产品|图书|品牌|客户|质保|包邮|优惠|领域|行业|畅销|出版|文学|读者|推荐|全球|大师|经典|小说|权威|世界"
)


def of_bytes(systems: Mapping[System, float], signs: int) -> float:
    """The chance that a run is of a filter that counts bytes."""
    return sum(weight for system, weight in systems.items() if system.unit == PRIME_SYSTEM and signs % PRIME_SYSTEM == 0)


def bonus(reading: Reading, bytes_: float, praised: bool) -> float:
    """What is added to the score of a candidate. bytes_: the chance that its filter counts bytes; praised: whether one sign stands in
    praise."""
    word, evidence = reading.name.word, reading.evidence
    told = max(evidence[TOLD_LEFT], evidence[TOLD_RIGHT]) > USUAL_TOLD
    usual = USUAL if told and word in EVERYDAY else 0.0
    selling = SELLING.get(word, 0.0) if praised and reading.span.startswith(word) else 0.0
    return usual + selling + (bytes_ * PRIME.get(word, 0.0) if _fits(reading) else 0.0)


def _fits(reading: Reading) -> bool:
    """Whether a candidate stands well beside its neighbours; a single character must end or begin a known word."""
    near = reading.evidence[0] > PRIME_FIT[0] and reading.evidence[2] > PRIME_FIT[1]
    return bool(reading.span) if len(reading.name.word) == 1 else near
