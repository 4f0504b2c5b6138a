"""What single lines are: numbers in any writing, noise, and readings chosen by the neighbours."""

from __future__ import annotations

import pytest
from trees import named, role_of, tree


@pytest.mark.parametrize(
    "line",
    ["一、抓学习", "一，抓学习", "一．抓学习", "一.抓学习", "一 抓学习", "一：抓学习",
     "　　一、抓学习", "十二、抓学习"],
)  # fmt: skip
def test_a_heading_of_the_first_level_is_one_in_any_writing(line):
    assert role_of(f"标题说明\n{line}\n每月学习一次。", 1) == "heading1"


@pytest.mark.parametrize("line", ["（一）抓学习", "(一)抓学习", "（一）、抓学习", "㈠抓学习"])
def test_a_heading_of_the_second_level_is_one_in_any_writing(line):
    assert role_of(f"标题说明\n{line}\n每月学习一次。", 1) == "heading2"


@pytest.mark.parametrize("line", ["1.抓学习", "1、抓学习", "1．抓学习", "１．抓学习", "1)抓学习"])
def test_a_number_alone_above_its_text_is_a_heading_and_before_its_text_an_item(line):
    assert role_of(f"标题说明\n{line}\n每月学习一次。", 1) == "heading3"
    assert role_of(f"标题说明\n{line}。每月学习一次。\n又一段。", 1) == "item"


@pytest.mark.parametrize("line", ["（1）抓学习", "⑴抓学习", "(1)抓学习"])
def test_a_bracketed_number_alone_above_its_text_is_a_heading_of_the_fourth_level(line):
    assert role_of(f"标题说明\n{line}\n每月学习一次。", 1) == "heading4"
    assert role_of(f"标题说明\n{line}。每月学习一次。\n又一段。", 1) == "item"


def test_short_numbered_lines_above_one_closing_paragraph_are_items():
    text = "标题说明\n1.抓学习\n2.抓作风\n3.抓落实\n各单位要对照执行。"
    assert named(text)[1:4] == ["item", "item", "item"]


def test_numbers_lost_doubled_or_skipped_leave_headings_what_they_are():
    text = "标题说明\n一、甲乙丙\n文。\n三、丁戊己\n文。\n三、庚辛壬\n文。\n五、子丑寅\n文。"
    assert named(text)[1::2] == ["heading1"] * 4


def test_a_number_without_text_is_a_heading_being_written():
    assert named("标题说明\n一、甲\n文。\n二、\n（一）\n1.")[3:] == ["heading1", "heading2", "item"]


@pytest.mark.parametrize(
    "line",
    ["——————", "— 3 —", "第 2 页 共 10 页", "- 12 -", "2/10", "关注公众号某某", "本文来源：某某网",
     "加微信 abc_12345 领取资料", "https://example.com/abc", "=== 全文完 ===",
     "会员群：   免费QQ群：", "（转载请注明出处）", "更多范文请访问www.example.com"],
)  # fmt: skip
def test_what_sellers_sites_and_page_feet_add_is_noise(line):
    assert role_of(f"标题说明\n正文第一段。\n{line}\n正文第二段。", 2) == "noise"


@pytest.mark.parametrize(
    "line",
    ["用好微信公众号、短视频等平台，扩大宣传。", "做好资料下载、分享和咨询服务工作。",
     "会员单位达到30家。", "一、用好免费咨询平台"],
)  # fmt: skip
def test_real_content_that_speaks_of_such_things_is_text(line):
    assert role_of(f"标题说明\n正文第一段。\n{line}\n正文第二段。", 2) != "noise"


# Ambiguous by themselves: the reading chosen, and why.
READINGS = {
    "三月 and 四月 are a quantity where no 三 is due": ("一、甲\n三、四月份春耕忙。", 1, "body"),
    "where 三 is due and the line stands alone, it is a heading": (
        "一、甲\n文。\n二、乙\n文。\n三、四个方面的要求\n文。", 4, "heading1",
    ),
    "2、3 are neighbours: two buildings": ("1、甲。\n2、3号楼已交付。", 1, "body"),
    "3、3 are not: the third item": ("1、甲。\n2、乙。\n3、3月底前交付。", 2, "item"),
    "1.5万元 is an amount, even where a first item is due": (
        "一、甲\n1.5万元以内自行列支。", 1, "body",
    ),
    "2.2026年 is the second item: a year is no fraction": (
        "1.甲。\n2.2026年底前完成。", 1, "item",
    ),
    "首先 alone opens a speech, not a row": (
        "在会上的讲话\n首先，传达精神。\n一、甲\n文。", 1, "body",
    ),
    "首先 and 其次 as paragraphs are a row": ("首先，甲。\n其次，乙。", 0, "item"),
    "最后 after a row of 第一 closes the speech": (
        "第一，甲。\n第二，乙。\n最后，祝大家愉快。", 2, "body",
    ),
    "一是 followed by 二是 in its paragraph opens points": ("一、甲\n一是子；二是丑。", 1, "body"),
    "一是 followed by 二是 in the next paragraph is an item": (
        "一、甲\n一是子。\n二是丑。", 1, "item",
    ),
    "（1） followed by （2） in its paragraph opens points": (
        "一、甲\n（1）子；（2）丑；（3）寅。", 1, "body",
    ),
    "a numeral alone in its line is a section where the next one stands further down": (
        "某局发言\n一\n甲文。\n二\n乙文。", 1, "heading1",
    ),
    "（一）（二） quotes other places": ("（一）甲\n（二）乙\n（一）（二）两项从略。", 2, "body"),
    "第一部分是 opens a sentence": ("一、甲\n第一部分是总论。", 1, "body"),
    "第一部分　为 is set off": ("正文。\n第一部分　为什么要抓作风\n正文。", 1, "part"),
    "a date below the text is its date": ("一、甲\n文。\n某局\n2026年3月1日", 3, "date"),
    "a date below the title is the date line": ("某局要点\n2026年3月1日\n一、甲", 1, "date_line"),
}  # fmt: skip


@pytest.mark.parametrize("reason", READINGS)
def test_of_two_readings_one_is_chosen(reason):
    text, line, role = READINGS[reason]
    assert role_of(text, line) == role


def test_questions_that_stand_alone_are_headings_but_not_those_that_are_answered():
    asked = "某县调查\n调查如下。\n为何难？\n账难算。人难找。\n怎么办？\n先试点。再推开。"
    assert tree(asked) == "h |为何难？\nh |怎么办？"
    assert tree("政策解读\n问：为何难？\n答：账难算。\n问：怎么办？\n答：先试点。") == ""


def test_who_wrote_stands_below_the_subtitle():
    assert named("变与不变\n——来自某县的调查\n某局调研组\n一、变化\n很大。")[:3] == [
        "title",
        "subtitle",
        "date_line",
    ]


@pytest.mark.parametrize(
    "line", ["时间：4月上旬。", "地点：三楼会议室", "联系人：某某，电话：12345"]
)
def test_when_where_and_whom_inside_a_section_close_nothing(line):
    text = f"某局方案\n一、内容\n（一）讨论\n{line}\n（二）走访\n全年两次。"
    assert tree(text) == "h 一、|内容\n  h （一）|讨论\n  h （二）|走访"


@pytest.mark.parametrize(
    "line", ["一、抓学习；二、抓作风；三、抓落实。", "（一）进校园；（二）进村组；（三）进家庭。"]
)
def test_a_paragraph_that_holds_all_of_a_row_has_points_and_is_no_heading(line):
    text = f"某镇工作情况\n{line}\n各村要落实。"
    assert role_of(text, 1) == "body"
    assert tree(text).count("p ") == 3


def test_a_heading_whose_paragraph_counts_on_inside_stays_one_above_the_next_heading():
    text = "某镇方案\n一、抓学习；二、抓作风。\n文。\n二、抓落实\n文。"
    assert role_of(text, 1) == role_of(text, 3) == "heading1"


def test_a_running_header_of_a_title_in_two_rows_is_noise():
    text = (
        "关于某县减负情况的\n调研报告\n一、做法\n文一。\n二、问题\n文二。\n文三。\n- 2 -\n"
        "关于某县减负情况的调研报告\n三、建议\n文四。"
    )
    assert role_of(text, 8) == "noise"


@pytest.mark.parametrize("between", ["— 2 —", "---", "第 2 页 共 9 页"])
def test_entries_behind_a_page_number_or_a_rule_are_those_of_the_text(between):
    text = f"某局计划\n一、任务\n文。\n二、要点\n- 抓党建\n{between}\n- 保平安\n三、保障\n文。"
    assert role_of(text, 4) == role_of(text, 6) == "item"
