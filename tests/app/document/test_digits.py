"""Digits without a mark are numbers only in a row of paragraphs."""

from __future__ import annotations

import pytest
from trees import read_text, role_of, tree

from app.document.edits import apply
from app.document.numbering import Form, leading, write
from app.document.outline import outline
from app.document.restructure import insert_after


def test_a_row_of_bare_digits_is_a_row_of_items():
    said = tree("某局汇报\n一 存在问题\n1 底数不清。台账缺项。\n2 措施不实。以会代训。")
    assert said == "h 一|存在问题\n  i 1|底数不清\n  i 2|措施不实"


def test_digits_close_to_their_words_are_numbers_too():
    assert tree("某局汇报\n一、问题\n1底数不清。台账缺项。\n2措施不实。以会代训。") == (
        "h 一、|问题\n  i 1|底数不清\n  i 2|措施不实"
    )


def test_bare_digits_above_text_of_their_own_are_headings():
    text = "某局经验\n01　建队伍\n全年招录5人。\n02　强本领\n全年培训9次。"
    assert tree(text) == "h 01|建队伍\nh 02|强本领"


def test_bare_and_marked_digits_stand_in_one_row():
    text = "某局汇报\n一、问题\n1 底数不清。缺项。\n2.措施不实。空转。\n3 督查不严。走过场。"
    assert tree(text) == "h 一、|问题\n  i 1|底数不清\n  i 2.|措施不实\n  i 3|督查不严"


@pytest.mark.parametrize(
    "lines",
    [
        "12 家企业开工。\n13 家企业竣工。",
        "1 月，开展培训。\n2 月，开展检查。",
        "1月，开展培训。\n2月，开展检查。",
        "1 张三　县委办　主任\n2 李四　县府办　科员",
        "序号 姓名\n1 张三\n2 李四",
        "1\t证照联办\t24项\n2\t容缺受理\t62项",
        "1 底数不清。只此一条。",
        "3年来，成效明显。\n5年来，变化巨大。",
    ],
)
def test_quantities_dates_and_rows_of_tables_are_no_numbers(lines):
    assert tree(f"某局汇报\n一、情况\n{lines}") == "h 一、|情况"


@pytest.mark.parametrize(
    "text", ["12家企业", "3 月底前", "24小时值守", "5G 网络", "2026年", "1.5万"]
)
def test_a_quantity_is_no_number_even_where_the_paragraph_is_numbered(text):
    assert leading(text, sure=True) is None


def test_a_section_put_in_takes_the_next_digit_and_what_follows_counts_on():
    document = read_text("某局汇报\n一、问题\n1 底数不清。缺项。\n2 措施不实。空转。")
    first = outline(document)[0].children[0]
    after = apply(document, insert_after(document, first))
    assert [block.text[:2] for block in after.blocks[2:]] == ["1 ", "2.", "3 "]


def test_a_bare_number_is_written_as_wide_as_the_one_it_follows():
    assert [write(Form.ARABIC, 3, like) for like in ("01", "1", "２")] == ["03", "3", "３"]


def test_a_date_behind_the_first_number_hides_it_no_more():
    text = "会议决定：\n1.8月25日前验收。\n2.公交增开线路。\n3.费用列支。"
    assert tree(text) == "i 1.|8月25日前验收\ni 2.|公交增开线路\ni 3.|费用列支"


# Ambiguous by themselves: the reading chosen, and why.
READINGS = {
    "a lone 1 before words counts something or is a slip": ("1 底数不清。", "body"),
    "1 and 2 before words in one section are a row": ("1 底数不清。\n2 措施不实。", "item"),
    "units behind the digits are counted by them": ("1 个月内整改。\n2 个月内销号。", "body"),
    "个别 is no unit": ("1 个别干部松劲。\n2 少数村滞后。", "item"),
    "cells without marks are a table": ("1 张三 男 35\n2 李四 女 41", "body"),
}


@pytest.mark.parametrize("reason", READINGS)
def test_of_two_readings_of_bare_digits_one_is_chosen(reason):
    lines, role = READINGS[reason]
    assert str(read_text(f"某局汇报\n一、情况\n{lines}").blocks[2].role) == role


@pytest.mark.parametrize(
    "row",
    ["一、税收收入\t50000\t25600\t51.2%", "（一）增值税  20000  10200  51%", "1\t张某\t男\t82"],
)
def test_rows_of_a_table_with_numbers_before_them_are_text(row):
    assert role_of(f"某县预算\n一、收入情况\n{row}\n二、支出情况\n文。", 2) == "body"


def test_a_row_of_digits_counts_on_below_the_next_heading():
    text = (
        "某局要点\n一、党建\n1 抓学习。\n2 抓作风。\n二、业务\n3 抓项目。\n"
        "三、保障\n4 抓经费。\n5 抓人员。"
    )
    assert tree(text) == (
        "h 一、|党建\n  i 1|抓学习\n  i 2|抓作风\nh 二、|业务\n  i 3|抓项目\nh 三、|保障\n"
        "  i 4|抓经费\n  i 5|抓人员"
    )
