"""Decimal numbers of headings and items: 1.1, 1.1.1, and the amounts and days that look so."""

from __future__ import annotations

import pytest
from trees import named, read_text, tree

from app.document.edits import apply
from app.document.numbering import Form, leading, places, write
from app.document.outline import outline, walk
from app.document.recognize import recognized
from app.document.restructure import demote, insert_after, insert_child, move, promote


def test_decimals_stand_below_the_number_they_go_on_from():
    text = (
        "某项目招标公告\n1 总则\n1.1 项目概况\n1.1.1 本项目已批准。\n1.1.2 招标人为某局。\n"
        "1.2 资金\n1.2.1 来源为财政。\n1.2.2 比例为100%。\n2 文件\n2.1 组成。包括：\n"
        "（1）公告；\n（2）须知。\n"
        "2.2 澄清。投标人应当阅读。"
    )
    assert tree(text) == (
        "h 1|总则\n  h 1.1|项目概况\n    i 1.1.1|本项目已批准\n    i 1.1.2|招标人为某局\n"
        "  h 1.2|资金\n    i 1.2.1|来源为财政\n    i 1.2.2|比例为100%\n"
        "h 2|文件\n  i 2.1|组成\n    i （1）|公告；\n    i （2）|须知\n  i 2.2|澄清"
    )


def test_decimals_below_a_chinese_number_or_a_chapter_are_its_own():
    text = (
        "某局方案\n三、任务\n3.1建平台。年内建成。\n3.2建队伍。年内到岗。\n"
        "四、保障\n4.1 领导。\n4.2 经费。"
    )
    assert tree(text) == (
        "h 三、|任务\n  i 3.1|建平台\n  i 3.2|建队伍\nh 四、|保障\n  i 4.1|领导\n  i 4.2|经费"
    )


def test_a_list_inside_a_decimal_section_does_not_end_it():
    text = "某局标准\n1.1 范围\n1.适用机关。\n2.适用企业。\n1.2 术语\n文。"
    assert tree(text) == "h 1.1|范围\n  i 1.|适用机关\n  i 2.|适用企业\nh 1.2|术语"


@pytest.mark.parametrize(
    "lines",
    [
        ["1.5万元以内由单位列支。", "1.6万元以上报批。"],
        ["1.1亿元用于建设。", "1.2亿元用于运行。"],
        ["3.15晚会曝光问题。", "3.16召开会议。"],
        ["2024.3.1发布通知。", "2024.3.2召开会议。"],
        ["1.2倍于上年。", "1.3倍于前年。"],
        ["192.168.1.1是网关。", "192.168.1.2是主机。"],
        ["3.1版本已上线。", "3.2版本在测试。"],
        ["1.1%的企业停产。", "1.2个百分点的增幅。"],
        ["2.5个工作日办结。", "2.6元一件。"],
        ["1.1 项目获批。", "各单位要落实。"],
    ],
)
def test_amounts_days_and_versions_are_no_numbers_of_paragraphs(lines):
    assert named("\n".join(["某局总结", "一、情况", *lines]))[2:] == ["body"] * 2


def test_the_next_decimal_keeps_the_places_before_it():
    assert write(Form.DECIMAL, 4, "2.3.1") == "2.3.4"
    assert write(Form.DECIMAL, 12, "1.1、") == "1.12、"


def test_a_decimal_says_its_places():
    found = leading("2.3.1供应商资格", sure=True)
    assert found is not None
    assert (found.form, found.value, places(found.text)) == (Form.DECIMAL, 1, (2, 3, 1))
    assert leading("2.3.1供应商资格") is None


def test_a_section_has_its_number_where_the_first_below_it_stands_next():
    assert tree("应急预案\n1 总则\n1.1 目的\n为了安全，制定本预案。") == "h 1|总则\n  h 1.1|目的"


MANUAL = (
    "某局手册\n1 总则\n1.1 目的\n为了规范。\n1.1.1 范围。甲。\n1.1.2 对象。乙。\n1.2 原则\n从严。\n"
    "2 预算\n2.1 编制\n编。\n2.1.1 时间。丙。\n2.2 执行\n执。"
)


def changed(operation, number):
    """Return the numbers and texts of the tree after an operation on the section of a number."""
    document = read_text(MANUAL)
    node = next(one for one in walk(outline(document)) if one.number == number)
    after = recognized(apply(document, operation(document, node)))
    return [f"{one.number} {one.text}".strip() for one in walk(outline(after))]


def test_a_section_moved_to_the_front_takes_the_places_of_its_decimals_along():
    moved = changed(lambda document, node: move(document, node.block, node.stop, 1), "2")
    assert moved == [
        "1 预算", "1.1 编制", "1.1.1 时间", "1.2 执行",
        "2 总则", "2.1 目的", "2.1.1 范围", "2.1.2 对象", "2.2 原则",
    ]  # fmt: skip


def test_a_decimal_moved_below_another_number_takes_its_places():
    assert changed(lambda document, node: move(document, node.block, node.stop, 6), "2.1") == [
        "1 总则", "1.1 目的", "1.1.1 范围", "1.1.2 对象", "1.2 编制", "1.2.1 时间", "1.3 原则",
        "2 预算", "2.1 执行",
    ]  # fmt: skip


def test_decimals_are_inserted_raised_and_lowered_with_the_next_number():
    assert changed(insert_after, "1.1")[4:6] == ["1.2", "1.3 原则"]
    assert changed(insert_child, "1.2")[4:6] == ["1.2 原则", "1.2.1"]
    assert changed(demote, "1.2")[1:5] == ["1.1 目的", "1.1.1 范围", "1.1.2 对象", "1.1.3 原则"]
    assert changed(promote, "1.1.2")[1:5] == ["1.1 目的", "1.1.1 范围", "1.2 对象", "1.3 原则"]


def test_figures_alone_in_their_lines_are_no_numbers():
    assert named("某县指标\n一、情况\n1.1\n1.2\n1.3")[2:] == ["body"] * 3
