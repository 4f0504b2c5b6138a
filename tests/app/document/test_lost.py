"""Headings whose number is lost: which lines without a number are headings all the same."""

from __future__ import annotations

from trees import tree


def test_a_line_in_the_gap_of_a_lost_number_is_a_heading_without_one():
    text = "标题说明\n一、甲乙丙\n文。\n丁戊己\n文。\n三、庚辛壬\n文。"
    assert tree(text) == "h 一、|甲乙丙\nh |丁戊己\nh 三、|庚辛壬"


def test_a_line_behind_the_last_number_in_the_frame_of_the_headings_is_one_of_them():
    text = "标题说明\n一、学习他们的闯劲\n文。\n二、学习他们的钻劲\n文。\n学习他们的热劲\n文。"
    assert tree(text) == "h 一、|学习他们的闯劲\nh 二、|学习他们的钻劲\nh |学习他们的热劲"


def test_where_no_number_is_missing_a_short_line_is_text():
    text = "标题说明\n一、甲乙丙\n文。\n丁戊己\n文。\n二、庚辛壬\n文。"
    assert "丁戊己" not in tree(text)


UNNUMBERED = (
    "某局工作总结\n一年来成效明显。\n抓学习\n每周学习。\n"
    "抓作风\n（一）查岗。每月查。\n（二）查账。每季查。"
)


def test_short_lines_above_their_text_are_headings_where_none_has_a_number():
    assert tree(UNNUMBERED) == ("h |抓学习\nh |抓作风\n  h （一）|查岗\n  h （二）|查账")


def test_one_short_line_alone_is_text():
    assert "抓学习" not in tree("某局工作总结\n一年来成效明显。\n抓学习\n每周学习。")


def test_names_in_a_list_are_no_headings():
    text = "表扬通报\n对下列单位予以表扬。\n甲镇\n乙乡\n丙局\n希望再接再厉。"
    assert tree(text) == ""


def test_the_sections_that_end_a_report_are_headings_without_numbers_too():
    text = "某局汇报\n一、做法\n抓实。\n二、成效\n明显。\n存在问题\n人少。\n下一步打算\n补人。"
    assert tree(text).split("\n")[2:] == ["h |存在问题", "h |下一步打算"]


def test_such_lines_in_a_bulletin_are_the_titles_of_its_papers():
    text = (
        "作风简报\n第3期\n某办                2026年3月5日\n\n甲乡抓春耕\n种子备足了。\n"
        "乙镇抓防火\n火源管住了。"
    )
    assert tree(text) == "*p |甲乡抓春耕\n*p |乙镇抓防火"


def test_a_line_behind_the_last_of_headings_that_stand_alone_is_one_of_them():
    text = "某局方案\n一、目标\n完成任务。\n二、措施\n抓实。\n时间安排\n上半年完成。"
    assert tree(text).split("\n")[2:] == ["h |时间安排"]
    assert "时间安排" not in tree(text.replace("二、措施\n", "二、措施。"))
