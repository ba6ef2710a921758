"""A notice is kept down to its signature."""

from cqclean.find.structure import rows, signature
from cqclean.text.document import Document


def below(lines: list[str]) -> int:
    return signature.below(rows.read(rows.raws(Document("\n".join(lines), "text"))))


def test_a_notice_goes_down_to_its_signature() -> None:
    body = [
        "关于停水的通知",
        "因管道检修，明天上午八点到下午四点停水，请提前储水。",
        "供水热线:00000000",
        "青禾水务:同名公众号",
        "青禾县供水站",
    ]
    lines = [*body, "2023年10月10日", "【关闭】", "【打印】"]
    assert below(lines) == 6


def test_a_date_without_issuer_or_without_text_signs_nothing() -> None:
    assert below(["因管道检修，明天上午八点到下午四点停水，请提前储水。", "他走了", "2023年10月10日"]) == 0
    assert below(["青禾县供水站", "2023年10月10日"]) == 0
