"""Which runs of stars hide a word, and which are something else?

A mask stands in running Chinese text: it touches a Han character, and nothing but Han characters, Chinese punctuation or the line's edge
stands beside it. GUARDS names what else looks like it. A mask that could also be emphasis, a footnote mark or a form's box is kept as
doubtful: it takes stronger evidence to restore.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cqclean.find.written import is_traditional
from cqclean.text.document import Document, Line
from cqclean.text.late import late

STARS = "*＊﹡∗"
BOXES = "□■"
MOUTHS = late("口{2,}(?![声相])")  # boxes that were read as the character: 口口声声 and 口口相传 are words
ENOUGH = 3  # runs of two of them in a document, or signs in one, from which they are no characters: 路口口香糖
_SIGNS = frozenset(f"{STARS}×{BOXES}")
RUNS = late(  # one class first, so that the search skips what begins no run
    rf"[{STARS}×□■口](?:(?<=[{STARS}])[{STARS}]*|(?<=×)×*|(?<=□)□*|(?<=■)■*|(?<=口)口+(?![声相]))"
)
EMPHASIS = 3  # signs of the longest run that is a mark of emphasis
PHRASE = 40  # characters of the longest emphasis
SENTENCES = late("[。！？；]+[”’」』）]*(?=[^。！？；”’」』）])")  # a sentence's end with more behind it
MOST = 15  # signs of the longest run that is a mask: five characters in bytes
SIGHT = 24  # characters on each side that guards see
HAN = "\u4e00-\u9fff"
BESIDE = late(rf"[{HAN}，。、；：？！“”‘’（）《》〈〉「」『』【】…—·,;:?!\"']")
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马苗凤方俞任袁柳鲍史唐费薛雷贺倪汤"
    "罗毕郝安常于傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房解应丁邓"
    "洪包石崔吉龚程邢裴陆翁曲段侯焦谷车牛刘叶黎白蒲乔谭温庄晏柴瞿闫连欧"
)
MARK = "§"  # stands for the run in what a guard sees
GUARDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("sign or value in brackets", late(rf"[“‘（(【《「]{MARK}[”’）)】》」]")),
    ("field of a form", late(rf"[带标打加注画][“‘（]?{MARK}[”’）]?(?:号|的|者|项|为|$)")),
    ("hidden value", late(
        r"(?:密码|口令|账号|帐号|用户名?|昵称|会员|买家|网友|匿名|编号|卡号|号码|后四位|尾号|金额|总价|本金|人民币|月薪|薪资|价格|电话|手机|邮箱|证件|身份证|"
        rf"车牌|单号|激活码|验证码|主机|令牌)[为是：:]{{0,2}}{MARK}")),
    ("amount", late(rf"[为：:￥¥价额币薪）)]{MARK}(?:万|元|亿|块|千|仟)")),
    ("rating", late(
        rf"(?:(?<!吸)星|指数|难度|评分|打分|评价|星级|口味|服务|环境|文笔|情节|味道|推荐度|标了)(?:[：:]|我?[打给])?{MARK}(?:[，。；、（角]|$)")),
    ("hidden name", late(rf"(?:^|[^{HAN}]|[谢和与由叫给对户主])[{SURNAMES}]{MARK}(?:$|[^{HAN}]|女士|先生|小姐|同学|老师|某|等)")),
    ("hidden name", late(rf"[、，：][{SURNAMES}]{MARK}[{HAN}](?:[、，。《（(]|$)")),
    ("hidden name", late(rf"(?:^|[\s|｜])[{SURNAMES}]{MARK}[{HAN}](?:$|[\s|｜])")),
    ("hidden name", late(
        r"(?:患者|病人|原告|被告|被告人|上诉人|证人|学生|同学|学员|业主|市民|村民|网友|读者|司机|选手|考生|员工|客户|顾客|买家|卖家|家长|老师|教师|医生|民警|"
        rf"当事人|嫌疑人|男子|女子|用户|姓名|女孩|男孩|职工|工人|队员|经理|记者|编辑|作者)[：:]?[{SURNAMES}]{MARK}")),
    ("hidden name", late(
        rf"(?:买家|卖家|用户|会员|网友|昵称|顾客|读者|店主|客户)[\s：:]+[{HAN}\w]{{1,2}}{MARK}[{HAN}\w]{{0,2}}(?:[\s：:，,]|$)")),
    ("site's name", late(
        rf"[{STARS}][^\s{STARS}]{{1,2}}{MARK}|{MARK}[^\s{STARS}]{{1,2}}[{STARS}](?![{STARS}])|"
        rf"{MARK}.{{0,4}}(?:书[屋吧院库阁]|小说网|中文网|[wW]{{3}}|\.com)")),
    ("oath", late(rf"[你他她它]们?(?:这|那)?[个群帮]{MARK}[！!？?。，…”]")),
    ("number", late(rf"第{MARK}[步章页回节条款项集季期轮课关层楼排题组段卷]")),
    ("exercise", late(rf"(?:填空|补全|补充完整|默写|选择题|判断题|谜[面底语题]|填入)[^。]{{0,20}}{MARK}")),
    ("product", late(r"[=＝]|公式|乘以|计算：")),
    ("line of a star's own", late(rf"^{MARK}$")),
)  # fmt: skip
CROSS_GUARD = late(
    rf"[√✓✔]|[）)]{MARK}|某[^，。]{{0,6}}{MARK}|{MARK}[年月日时县市省镇乡村号班栋报桥]|[长宽高]{MARK}|^{MARK}|[“{HAN}]{MARK}[”’]"
)
BOX_GUARD = late(rf"(?:^|[\s：:，、（]){MARK}|{MARK}(?:代表|表示)|[中图例：]{MARK}")
SPELLED = late(rf"(?:[{STARS}][^\s{STARS}]{{1,2}}){{3,}}[{STARS}]?")  # t*xt*小*说*天*堂: a site's name with stars between


class Mask(NamedTuple):
    """text[start:end] hides something; left and right are the line before and after it. doubtful: it may be no mask;
    paired: with the next or the last run it may be emphasis."""

    start: int
    end: int
    sign: str
    signs: int
    left: str
    right: str
    doubtful: bool
    paired: bool


def masks(document: Document) -> list[Mask]:
    """Every mask of a document, in order."""
    text = document.text
    if _SIGNS.isdisjoint(document.signs) and "口口" not in text:
        return []
    starts = [line.start for line in document.lines]
    protected = document.protected
    begins = [span[0] for span in protected]
    mouths = len(MOUTHS.findall(text)) if "口口" in text else 0
    found = []
    for line in _lines(document, starts):
        runs = list(RUNS.finditer(text, line.start, line.end))
        if _is_bold(text[line.start : line.end].strip(), runs):
            continue
        spelled = [hit.span() for hit in SPELLED.finditer(text, line.start, line.end)]
        paired = _paired(text, runs)
        bold = any(len(run.group()) == 2 for run in runs)
        for run in runs:
            if run.group()[0] in BOXES and is_traditional(text):
                continue  # what an old book has lost
            if (bold and run.group() == "****") or (run.group() == "口口" and mouths < ENOUGH):
                continue  # bold that ends and begins again at one place; two characters of words
            inside = bisect_right(begins, run.start()) - 1
            if inside >= 0 and run.end() <= protected[inside][1]:
                continue
            if any(start <= run.start() < end for start, end in spelled):
                continue
            mask = _mask(text, line, run, run.start() in paired, document.kind == "markdown")
            if mask:
                found.append(mask)
    return found


def _is_bold(line: str, runs: Sequence[re.Match[str]]) -> bool:
    """Whether a line is emphasis from end to end: two runs alike are its first and last signs."""
    if len(runs) != 2 or runs[0].group() != runs[1].group() or len(runs[0].group()) > EMPHASIS:
        return False
    return line.startswith(runs[0].group()) and line.endswith(runs[0].group())


def _lines(document: Document, starts: list[int]) -> Iterator[Line]:
    """The lines that hold a run, once each."""
    last = -1
    for run in RUNS.finditer(document.text):
        number = bisect_right(starts, run.start()) - 1
        if number != last:
            last = number
            yield document.lines[number]


def _paired(text: str, runs: list[re.Match[str]]) -> set[int]:
    """Starts of runs that may be the two ends of emphasis: alike, with text between that touches both."""
    paired = set()
    for first, second in pairwise(runs):
        alike = first.group() == second.group() and len(first.group()) <= 4
        if alike and _is_phrase(text[first.end() : second.start()]):
            paired |= {first.start(), second.start()}
    return paired


def _is_phrase(between: str) -> bool:
    """Whether what stands between two runs may be emphasised: a phrase, or one sentence, from edge to edge."""
    return len(between) <= PHRASE and between == between.strip() and not SENTENCES.search(between)


def _mask(text: str, line: Line, run: re.Match[str], paired: bool, markdown: bool) -> Mask | None:
    """The mask that a run is, or None."""
    start, end = run.span()
    sign = "*" if run.group()[0] in STARS else run.group()[0]
    if text[line.start : start].strip() and text[start - 1] == " " and text[end : end + 1] == " " and end + 1 < line.end:
        start, end = start - 1, end + 1  # a filter that sets blanks round its stars
    left, right = text[line.start : start].lstrip(" \u3000\t"), text[end : line.end].rstrip()
    if end - start > MOST or (markdown and paired) or not _beside(left, right, run.end() - run.start()):
        return None
    view = f"{left[-SIGHT:]}{MARK}{right[:SIGHT]}"
    if any(guard.search(view) for _, guard in GUARDS) or _guarded(sign, view, run.end() - run.start()):
        return None
    edge = not left or not re.match(f"[{HAN}]", right)
    short = run.end() - run.start() == 1
    doubtful = paired or markdown or sign != "*" or not left or (edge and short)
    return Mask(start, end, sign, run.end() - run.start(), left, right, doubtful, paired)


def _beside(left: str, right: str, signs: int) -> bool:
    """Whether only Chinese text stands beside a run."""
    before, after = left[-1:], right[:1]
    if not left and (signs < 2 or not re.match(f"[{HAN}]", right)):
        return False
    fits = (not before or BESIDE.match(before)) and (not after or BESIDE.match(after) or (signs > 2 and re.match("[A-Z]{2}", right)))
    return bool(fits and (re.match(f"[{HAN}]", before) or re.match(f"[{HAN}]", after)))


def _guarded(sign: str, view: str, signs: int) -> bool:
    if sign == "×":
        return bool(CROSS_GUARD.search(view))
    if sign in BOXES:
        return bool(BOX_GUARD.search(view))
    return signs == 1 and bool(re.search(rf"[（(]{MARK}", view))
