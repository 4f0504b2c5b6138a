"""Text with the marks of Markdown: headings behind #, bold in **, lists and tables."""

from __future__ import annotations

import pytest
from trees import named, read_text, role_of, tree

from app.document.edits import apply
from app.document.outline import outline, walk
from app.document.restructure import rename


def test_headings_behind_hashes_stand_below_those_with_fewer():
    text = "# 某局工作总结\n## 主要工作\n### 党建引领\n文。\n### 项目攻坚\n文。\n## 存在问题\n文。"
    assert tree(text) == "h |主要工作\n  h |党建引领\n  h |项目攻坚\nh |存在问题"
    assert role_of(text, 0) == "title"


def test_a_number_behind_hashes_says_itself_how_deep_its_heading_is():
    text = "# 某局方案\n\n## 一、要求\n文。\n## 二、任务\n## （一）压实责任\n### 1. 分工\n文。"
    assert tree(text) == "h 一、|要求\nh 二、|任务\n  h （一）|压实责任\n    h 1.|分工"


def test_numbers_and_points_in_bold_are_read_without_their_marks():
    text = (
        "某局总结\n**一、主要做法**\n1. **抓学习。**全年12次。\n2. **抓作风**：查处3起，"
        "**一是**严；**二是**快。"
    )
    assert tree(text) == (
        "h 一、|主要做法\n  i 1.|抓学习\n  i 2.|抓作风：查处3起，一是严；二是快\n"
        "    p 一是|严\n    p 二是|快"
    )


def test_short_lines_in_bold_are_headings_below_the_last_number():
    text = "某局方案\n一、保障\n**组织保障**\n各单位落实。\n**经费保障**\n财政局安排。"
    assert tree(text) == "h 一、|保障\n  h |组织保障\n  h |经费保障"


def test_lists_set_in_stand_below_the_entry_above_them():
    text = "某局方案\n一、任务\n- 企业落实\n  - 定期检查\n  - 随机抽查\n- 部门监管\n* 其他"
    assert tree(text).split("\n")[1:5] == [
        "  i -|企业落实",
        "    i -|定期检查",
        "    i -|随机抽查",
        "  i -|部门监管",
    ]


def test_rows_of_a_table_are_text():
    text = "# 某局方案\n## 一、任务\n| 序号 | 任务 |\n|---|---|\n| 1 | 一、整改 |"
    assert named(text)[2:] == ["body"] * 3
    assert tree(text) == "h 一、|任务"


@pytest.mark.parametrize(
    "line",
    [
        "**县坚持以**市委部署为引领。",
        "#1、#2机组检修完成。",
        "**局**科牵头，**同志负责。",
        "推进**员活动，加强**风建设和**员教育。",
    ],
)
def test_names_left_out_and_numbers_of_machines_are_no_marks(line):
    text = f"某县总结\n一、做法\n{line}\n二、问题\n文。"
    assert role_of(text, 2) == "body"


def test_the_place_of_a_node_leaves_out_the_marks_around_it():
    for node in walk(outline(read_text("# 某局方案\n## **一、总体要求**\n文。\n## 概述 ##\n文。"))):
        line = ["## **一、总体要求**", "## 概述 ##"][node.block == 3]
        assert line[node.start : node.end] == node.number + node.text


def test_the_only_heading_with_the_fewest_hashes_at_the_top_is_the_title():
    text = "## 某街道汇报\n### 1 党建\n开展活动。\n### 2 平安\n化解纠纷。"
    assert role_of(text, 0) == "title"
    assert tree(text) == "h 1|党建\nh 2|平安"


def test_text_below_a_heading_in_bold_stays_in_its_section():
    text = (
        "某社总结\n**一、主要工作**\n全年收入3亿元。\n**（一）保供。**县里储备化肥。\n"
        "1 **严把关**。核查218家。\n2 **严执法**。立案2起。"
    )
    assert tree(text) == "h 一、|主要工作\n  h （一）|保供\n    i 1|严把关\n    i 2|严执法"


def test_titles_of_several_papers_behind_hashes_are_named_without_them():
    text = "# 某局通知\n现将方案印发。\n某局\n2025年3月1日\n# 某局方案\n一、目标\n文。"
    assert tree(text) == "*p |某局通知\n*p |某局方案\nh 一、|目标"


def test_lines_behind_hashes_belong_to_no_paragraph_broken_into_lines():
    text = "# 某局办法\n## 一、范围\n### （一）受过处罚的；\n### （二）被开除的。"
    assert tree(text) == "h 一、|范围\n  h （一）|受过处罚的；\n  h （二）|被开除的"


def test_an_entry_with_bold_in_it_is_renamed_whole():
    document = read_text("某局方案\n一、任务\n1. **抓学习**：每月一次。\n2. 抓作风。")
    node = next(one for one in walk(outline(document)) if one.number == "1.")
    assert apply(document, rename(document, node, "抓培训")).texts[2] == "1. 抓培训。"


def test_a_heading_all_in_bold_is_renamed_between_its_marks():
    document = read_text("# 某局方案\n## 一、**任务**\n文。\n## 保障\n文。")
    for node, line in zip(walk(outline(document)), ("## 一、**目标**", "## 目标"), strict=True):
        assert apply(document, rename(document, node, "目标")).texts[node.block] == line


def test_small_pictures_before_a_number_are_passed_over_and_those_of_a_list_are_its_bullets():
    text = (
        "某局通知\n📌 一、时间\n明天上午。\n📌 二、要求\n✅ 1. 准时。\n✅ 2. 带本。\n三、分工\n"
        "1️⃣ 办公室\n2️⃣ 财务科\n四、提示\n✅ 戴帽子\n✅ 带雨具"
    )
    assert tree(text) == (
        "h 一、|时间\nh 二、|要求\n  i 1.|准时\n  i 2.|带本\nh 三、|分工\n  i 1️⃣|办公室\n"
        "  i 2️⃣|财务科\nh 四、|提示\n  i ✅|戴帽子\n  i ✅|带雨具"
    )


def test_a_star_before_a_decimal_marks_a_term_that_must_be_met():
    text = "某局需求\n一、技术\n1.1 处理器；\n★1.2 内存；\n▲1.3 硬盘。"
    assert tree(text) == "h 一、|技术\n  i 1.1|处理器；\n  i 1.2|内存；\n  i 1.3|硬盘"


def test_a_line_in_bold_below_a_plain_title_is_a_heading():
    text = "某县治理新招\n**一张网**\n网格有人。\n**一支队**\n队伍下沉。"
    assert tree(text) == "h |一张网\nh |一支队"
