"""Pairs of characters of chance before marks go where a whole text has them; a rare word before a mark stays."""

from cqclean import clean

CLAUSES = [
    "雪下了一夜",
    "院子里一片白",
    "祖父起得很早",
    "他先去看羊",
    "又去看井",
    "井口结了冰",
    "他拿铁锹敲开",
    "水还是温的",
    "他叫我去提水",
    "我提了两桶",
    "路上洒了一半",
    "母亲在灶前笑",
    "锅里煮着粥",
    "窗上都是水汽",
    "羊在圈里叫",
    "狗趴在门口",
    "风从北边来",
    "树枝响了一阵",
    "太阳照着雪",
    "屋檐往下滴水",
    "路上没有人",
    "我坐着看书",
]
CHANCE = [
    "俏扒",
    "忍恳",
    "畔晃",
    "毡坦",
    "蚓叛",
    "蚓疆",
    "橄冶",
    "懊凿",
    "枫苟",
    "篙逐",
    "坦缸",
    "忍苟",
    "懊惋",
    "疆陌",
    "爷畔",
    "剪缸",
    "滤畔",
    "俏忍",
    "烁寝",
    "扒砂",
    "蚓橄",
    "毡枫",
]
PLAIN = "，".join(CLAUSES) + "。"


def test_pairs_of_chance_go() -> None:
    assert clean("，".join(map("".join, zip(CLAUSES, CHANCE, strict=True))) + "。") == PLAIN


def test_a_text_without_them_stays() -> None:
    assert clean(PLAIN) == PLAIN


def test_a_few_of_them_stay() -> None:
    text = f"{CLAUSES[0]}{CHANCE[0]}，{CLAUSES[1]}{CHANCE[1]}。"
    assert clean(text) == text


def test_a_list_of_rare_names_stays() -> None:
    text = "我们认得的鸟有鹈鹕、鸬鹚、鸳鸯、鹧鸪、鹡鸰，认得的草有蒺藜、薜荔、菝葜、萹蓄、蘼芜，认得的石头有玛瑙、琥珀、砗磲、玳瑁、琉璃。"
    assert clean(text) == text
