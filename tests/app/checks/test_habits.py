"""What a whole text writes alike is the habit of its writer: a hint, while an exception is told."""

from __future__ import annotations

import pytest

from app.checks import Checker, Severity
from app.checks.mending import together
from app.checks.registry import rules
from app.document.edits import apply
from app.document.model import document
from app.document.recognize import recognized

QUOTED = "落实“一网”、“一云”建设，推进“双随机”、“一公开”。"
BARE = "学习《条例》《准则》，落实“三会”“一课”，用好“一网”“一云”。"


@pytest.mark.parametrize(
    ("check", "lines", "severities"),
    [
        ("pause_between_quoted", (QUOTED,), ["hint", "hint"]),
        ("pause_between_quoted", (QUOTED, BARE), ["warning", "warning"]),
        ("arabic_number_mark", ("1、建好站点。", "2、配齐人员。"), ["hint", "hint"]),
        ("half_width_number_bracket", ("(1)建好站点。", "(2)配齐人员。"), ["hint", "hint"]),
        (
            "half_width_number_bracket",
            ("（1）建好站点。", "(2)配齐人员。", "（3）用好经费。"),
            ["error"],
        ),
        ("half_width_bracket", ("各县(市)落实(含园区)。",), ["hint", "hint"]),
        ("half_width_bracket", ("各县（市）落实（含园区），分两批(见表)。",), ["error"]),
        (
            "half_width_punctuation",
            ("先建站点,再配人员.最后考核,年底兑现.",),
            ["error", "hint", "hint", "hint"],
        ),
        ("half_width_punctuation", ("先建站点,再配人员。最后考核，年底兑现。",), ["error"]),
        ("half_width_punctuation", ("先建站点,再配人员,最后考核.",), ["error"] * 3),
        (
            "range_mark",
            ("3月1日-2日报名，3日-4日审核，5日-6日考试，7日-8日公示。",),
            ["warning", "hint", "hint", "hint"],
        ),
        (
            "straight_quotes",
            ('落实"一网""一云""一图""一库"建设。',),
            ["error", "hint", "hint", "hint"],
        ),
        (
            "arabic_number_mark",
            ("1.建好站点。", "2、配齐人员。", "3.用好经费。"),
            ["warning"],
        ),
    ],
)
def test_a_habit_is_a_hint_and_an_exception_a_warning(check, lines, severities):
    checker = Checker([rule for rule in rules() if rule.id == check])
    found = checker.run(recognized(document("工作要点", *lines)))
    assert [one.severity for one in found] == [Severity(severity) for severity in severities]


def test_full_width_numbers_of_points_do_not_make_half_width_brackets_slips():
    lines = ("（一）各村(社区)", "（二）各站(所)", "（三）各乡(镇)登记造册。")
    checker = Checker([rule for rule in rules() if rule.id == "half_width_bracket"])
    found = checker.run(recognized(document("工作要点", *lines)))
    assert [one.severity for one in found] == [Severity.HINT] * 3


def test_a_habit_tells_once_how_many_places_there_are_and_every_place_can_be_mended():
    written = recognized(document("会议通知", "请准备材料,按时参会,自带水杯,不得请假,不得迟到."))
    checker = Checker([rule for rule in rules() if rule.id == "half_width_punctuation"])
    first, *others = checker.run(written)
    assert "全文共5处" in first.message
    assert all("全文如此" in one.message for one in others)
    _, edits = together([one.fixes[0].edits for one in (first, *others)])
    assert apply(written, edits).texts[1] == "请准备材料，按时参会，自带水杯，不得请假，不得迟到。"


@pytest.mark.parametrize(
    ("check", "line"),
    [
        ("arabic_number_mark", "1、建好站点。"),
        ("pause_between_quoted", "落实“一网”、“一图”等制度。"),
    ],
)
def test_a_single_place_is_not_counted(check, line):
    checker = Checker([rule for rule in rules() if rule.id == check])
    (found,) = checker.run(recognized(document("工作要点", line)))
    assert found.severity is Severity.HINT
    assert "全文" not in found.message


def test_what_comes_along_with_a_page_is_a_hint_and_what_is_sold_a_warning():
    lines = (
        "首页 > 政务动态",
        "我镇举办丰收节",
        "来源：党政办 浏览次数：8",
        "九月二十日，我镇举办丰收节。",
    )
    checker = Checker([rule for rule in rules() if rule.id == "noise_line"])
    found = checker.run(recognized(document(*lines, "更多材料扫码关注公众号")))
    assert [one.severity.value for one in found] == ["hint", "hint", "warning"]


@pytest.mark.parametrize(
    ("lines", "severities"),
    [
        (("县纪委通报", "××镇张某虚报补贴，已作处理。"), ["hint"]),
        (("会议通知", "定于5月3日在××镇召开会议。"), ["warning"]),
        (("登记表", "党小组意见 签名：      年    月    日"), ["hint"]),
    ],
)
def test_what_is_withheld_or_to_be_written_by_hand_is_no_place_left_unfilled(lines, severities):
    checker = Checker([rule for rule in rules() if rule.id == "left_placeholder"])
    found = checker.run(recognized(document(*lines)))
    assert [one.severity.value for one in found] == severities


def test_one_place_to_fill_that_comes_again_and_again_is_told_once():
    text = "在××县召开会议，××县领导出席，××县各乡镇参加，××县电视台报道，经费__万元。"
    checker = Checker([rule for rule in rules() if rule.id == "left_placeholder"])
    found = checker.run(recognized(document("会议通知", text)))
    assert [one.severity.value for one in found] == [
        "warning",
        "hint",
        "hint",
        "hint",
        "warning",
    ]
    assert "全文共4处" in found[0].message
