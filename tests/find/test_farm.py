"""The sentences that a content farm's template puts around an article go; what an author says with the same words stays."""

import pytest

from cqclean import Cleaner, clean

TEXT = "铜壶先用温水泡，再用软布擦，最后晾在阴凉处。"
WRAPPERS = [
    "今天给各位分享铜壶保养的知识，其中也会对铜壶发黑进行解释，如果能碰巧解决你现在面临的问题，别忘了关注本站，现在开始吧！",
    "关于铜壶保养很多朋友都还不太明白，今天小编就来为大家分享铜壶发黑的知识点，希望对各位有所帮助！",
    "关于铜壶保养的内容到此结束，希望对大家有所帮助，更多关于铜壶发黑的信息请关注本站。",
    "以下是小编为大家收集的铜壶保养，仅供参考，希望能够帮助到大家。",
]


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_what_wraps_an_article_goes_wherever_it_stands(wrapper: str) -> None:
    assert clean(f"{wrapper}\n{TEXT}") == TEXT
    assert clean(f"{TEXT}{wrapper}\n") == f"{TEXT}\n"
    assert clean(f"# 铜壶\n\n{TEXT}\n\n{wrapper}\n") == f"# 铜壶\n\n{TEXT}\n"


@pytest.mark.parametrize(
    "text",
    [
        "小编昨天去了铜壶作坊，老师傅说先用温水泡。",
        "希望这些办法对大家有所帮助，也欢迎来信。",
        "本站到下一站还有三公里，请旅客留意本站广播。",
        "很多朋友都不太了解铜壶为什么发黑。",
        "看完这篇，不妨也去擦一擦家里的铜壶。",
        f"采集站的开头都一样：“{WRAPPERS[1]}”读者一看便知。",
    ],
)
def test_what_an_author_says_stays(text: str) -> None:
    assert clean(f"{text}\n{TEXT}") == f"{text}\n{TEXT}"


def test_a_long_sentence_says_something_of_its_own() -> None:
    text = WRAPPERS[2].rstrip("。") + "，铜壶内壁的水垢用白醋煮一遍就掉了" * 12 + "。"
    assert clean(text) == text


def test_the_report_says_what_gave_it_away() -> None:
    (edit,) = Cleaner().clean(f"{WRAPPERS[3]}\n{TEXT}").applied
    assert edit.rule == "farm-wrapper"
    assert edit.why == "A sentence that a content farm's template puts around an article: editor, collected, compiled, hope."
