"""Does any text whatever come through every way of showing and writing it?"""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cqclean.cleaner import Cleaner
from cqclean.files.encoding import decode
from cqclean.settings import Settings
from cqclean.show import FORMATS
from cqclean.text.document import Document
from cqclean.text.edits import apply, invert
from cqclean.work.plan import Plan
from cqclean.work.task import shown

ODD = "\0\x1b\x07\x85\u200b\u200d\u202e\u2028\ufeff\ud7ff\ue000\ufffd\U000e0041\U0010ffff\r\n\n\n\t \u3000"
MARKS = "*＊※×#|>`[]()<>!-_~:：,，。、①１loO0@.·"
WORDS = [
    "蕞好",
    "加微信",
    "首页",
    "abc123",
    "13800138000",
    "http://a.b/c",
    "来源：",
    "```\n",
    "| a |\n",
    "<!-- cqclean: off -->",
    "战略*新兴",
    "１３８",
    "\n\n",
]
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD + MARKS), st.text(max_size=3))
TEXTS = st.lists(PIECES, max_size=60).map("".join)
CLEANERS = [
    Cleaner(),
    Cleaner(Settings(unsafe=True, force=True, asterisk="drop")),
    Cleaner(Settings(script="traditional", asterisk="mark", force=True)),
]


@given(TEXTS, st.sampled_from(CLEANERS), st.sampled_from(["text", "markdown", None]))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text, cleaner, kind):
    document = Document(text, kind)
    result = cleaner.clean(document)
    assert apply(text, result.applied) == result.text
    assert apply(result.text, invert(text, result.applied)) == text
    if any("\ud800" <= character <= "\udfff" for character in text):
        return
    decoded = decode(("\ufeff" + text).encode())
    assert decoded.text == text
    for name in FORMATS:
        for colour in (False, True):
            for item in shown(Plan(format=name, colour=colour, verbose=True), "a.txt", decoded, document, result):
                item.decode()
                if name in ("json", "jsonl", "sarif"):
                    json.loads(item)
                if name == "concise" and not colour:
                    assert not {*"\x1b\x07\u202e\u200b\0"} & {*item.decode()}


def test_a_long_line_of_signs_in_the_file_of_a_book_is_no_frame():
    text = "小说下载\n" + "-=" * 30_000 + "甲\n"
    assert Cleaner().clean(text).text == text


def test_a_finder_that_exceeds_its_time_is_named_and_the_others_go_on(monkeypatch):
    def find(*given):
        raise TimeoutError

    monkeypatch.setattr("cqclean.find.colophon.find", find)
    result = Cleaner().clean("这是蕞好的办法。")
    assert (result.text, result.slow) == ("这是最好的办法。", ("colophon-line",))
