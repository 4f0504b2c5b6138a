"""How the levels of a text are numbered: read, and changed all at once."""

from __future__ import annotations

from dataclasses import replace

from trees import read_text

from app.document.edits import apply
from app.document.numbering import Form
from app.document.restructure import renumber
from app.document.scheme import Wish, levels, rescheme

RESTARTING = "工作要点\n一、甲\n（一）子。\n（二）丑。\n二、乙\n（一）寅。\n（二）卯。"
THROUGH = "工作要点\n一、甲\n1.子。\n2.丑。\n二、乙\n3.寅。\n4.卯。一是辰；二是巳。"


def changed(text, wishes):
    document = read_text(text)
    details, edits = rescheme(document, wishes)
    return replace(apply(document, edits), details=details)


def test_levels_are_told_with_their_style_and_counting():
    found = [(one.form, one.style, one.counting, one.chosen, one.count) for one in
             levels(read_text(THROUGH))]  # fmt: skip
    assert found == [
        (Form.CHINESE, "一、", "restart", False, 2),
        (Form.ARABIC, "1.", "through", False, 4),
    ]


def test_a_level_in_one_row_is_told_apart():
    assert [one.row for one in levels(read_text(RESTARTING))] == [True, False]


def test_numbers_count_through_when_asked_and_stay_so():
    after = changed(RESTARTING, {Form.CHINESE_BRACKET: Wish("through")})
    assert after.texts[5:] == ("（三）寅。", "（四）卯。")
    assert renumber(after) == ()
    assert levels(after)[1].chosen


def test_numbers_begin_anew_under_each_heading_when_asked():
    after = changed(THROUGH, {Form.ARABIC: Wish("restart")})
    assert after.texts[5:] == ("1.寅。", "2.卯。一是辰；二是巳。")


def test_a_style_is_written_through_the_whole_level_and_the_others_stay():
    after = changed(RESTARTING, {Form.CHINESE_BRACKET: Wish("restart", "(一)")})
    assert after.texts[1:4] == ("一、甲", "(一)子。", "(二)丑。")
    assert levels(after)[1].style == "(一)"


def test_mistakes_of_a_level_that_is_not_named_stay():
    after = changed(RESTARTING.replace("二、乙", "五、乙"), {Form.CHINESE_BRACKET: Wish("through")})
    assert after.texts[4] == "五、乙"
