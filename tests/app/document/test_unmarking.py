"""Markdown pasted: headings become roles, bold a look, lists and tables text of an office."""

from __future__ import annotations

from app.document.model import Block, Document, Role, document
from app.document.notation import dump, parse
from app.document.unmarking import unmarked


def clean(*lines):
    return dump(Document(unmarked(document(*lines).blocks)))


def test_headings_without_a_number_keep_the_role_of_their_marks():
    assert clean("# 某局方案", "## 背景", "文。", "### 必要性", "文。") == (
        "title!| 某局方案\nheading1!| 背景\nbody| 文。\nheading2!| 必要性\nbody| 文。"
    )


def test_a_numbered_heading_is_left_to_its_number():
    assert clean("# 某局方案", "## **一、要求** ##", "文。").split("\n")[1] == "body| 一、要求"


def test_bold_inside_a_paragraph_stays_bold_and_names_left_out_stay():
    said = clean(
        "坚持以**这一思想**为指导，**县要落实。", "1. **抓学习**：见[通知](a.md)，用`表`。"
    )
    assert said == (
        "body| 坚持以**这一思想**为指导，\\*\\*县要落实。\nbody| 1. **抓学习**：见通知，用表。"
    )


def test_bullets_become_dashes_and_a_list_inside_another_takes_brackets():
    said = clean("## 任务", "1. 建平台", "   1. 数据", "   2. 业务", "2. 建队伍", "- [x] 引进")
    assert said.replace("body| ", "").split("\n")[1:] == [
        "1. 建平台",
        "（1）数据",
        "（2）业务",
        "2. 建队伍",
        "——引进",
    ]


def test_rows_of_a_table_have_tabs_and_rules_go():
    rows = [
        "任务 | 单位",
        "--- | ---",
        "排查 | 应急局",
        "",
        "| 甲 | 乙 |",
        "|---|---|",
        "---",
        "文。",
    ]
    assert clean(
        *rows
    ) == "body| 任务\\t单位\nbody| 排查\\t应急局\nbody| \nbody| 甲\\t乙\nbody| 文。".replace(
        "\\t", "\t"
    )


def test_text_without_marks_stays_the_very_same():
    blocks = document("某县总结", "- 甲", "**县**局", "#1、#2机组", "a*b*c").blocks
    assert unmarked(blocks) == blocks
    assert all(one is other for one, other in zip(unmarked(blocks), blocks, strict=True))


def test_objects_and_paragraphs_with_looks_stay_as_they_are():
    table = Block(document("| 甲 |").blocks[0].runs, Role.OBJECT, object="t1")
    looks = parse("body| 甲**乙**丙").blocks[0]
    assert unmarked((document("## 题").blocks[0], table, looks))[1:] == (table, looks)
