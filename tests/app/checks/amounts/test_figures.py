"""Amounts in Chinese numerals are read as digits, words and rough figures are not."""

import pytest

from app.checks.amounts.figures import figures


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("三百户，一百八十户", "300户，180户"),
        ("四千五百元", "4500元"),
        ("三万二千元", "32000元"),
        ("一千二百三十四万元", "1234万元"),
        ("一亿二千万元", "1.2亿元"),
        ("一点二万亩", "1.2万亩"),
        ("一百零五户，一千零五十户", "105户，1050户"),
        ("二〇二一年五月一日", "2021年5月1日"),
        ("百分之二十五点六", "25.6%"),
        ("捌仟伍佰元整", "8500元整"),
        ("会期两天", "会期2天"),
        ("三百多户", "300多户"),
        ("１９９８年", "1998年"),
        ("1,200万元，其中三百户", "1200万元，其中300户"),
        ("比例为1,23，编号12,345,67", "比例为1,23，编号12,345,67"),
        ("增长百分之二点三五", "增长2.35%"),
    ],
)
def test_an_amount_is_read_in_digits(text, read):
    assert figures(text).text == read


@pytest.mark.parametrize(
    "text",
    [
        "一些人在一起",
        "三农问题",
        "四个意识",
        "一是抓早，二是抓小",
        "第三名，第一百二十五户",
        "十分重要",
        "千方百计",
        "百姓万一有人问起",
        "三五个人，七八户，三四百户",
        "几十户，十几户，数百户",
        "二百五户，一万五元",
        "二十至30户",
        "星期三天气晴",
        "二十世纪八十年代",
        "三分之二",
        "百万元，千米",
        "共12户，有三个方面",
    ],
)
def test_a_word_or_a_rough_figure_is_left_alone(text):
    assert figures(text).text == text


def test_a_place_in_the_figures_is_found_in_the_text():
    text = "全村三百户，其中种植户一百八十户。"
    read = figures(text)
    start = read.text.index("180")
    first, last = read.span(start, start + 3)
    assert text[first:last] == "一百八十"
    assert read.span(len(read.text) - 1, len(read.text)) == (len(text) - 1, len(text))
