"""Headings whose number is lost: which lines without a number are headings all the same."""

from __future__ import annotations

from trees import tree


def test_a_line_in_the_gap_of_a_lost_number_is_a_heading_without_one():
    text = "标题说明\n一、甲乙丙\n文。\n丁戊己\n文。\n三、庚辛壬\n文。"
    assert tree(text) == "h 一、|甲乙丙\nh |丁戊己\nh 三、|庚辛壬"


def test_a_line_behind_the_last_number_in_the_frame_of_the_headings_is_one_of_them():
    text = (
        "标题说明\n一、学习他们的闯劲\n文。\n二、学习他们的钻劲\n文。\n学习他们的热劲\n文。\n"
        "再接再厉\n文。"
    )
    assert tree(text) == "h 一、|学习他们的闯劲\nh 二、|学习他们的钻劲\nh |学习他们的热劲"


def test_where_no_number_is_missing_a_short_line_is_text():
    text = "标题说明\n一、甲乙丙\n文。\n丁戊己\n文。\n二、庚辛壬\n文。"
    assert "丁戊己" not in tree(text)
