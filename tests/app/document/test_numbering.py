"""Numerals and enumerators: every form a draft uses, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.numbering import Form, from_chinese, inner, leading, points, to_chinese, write


@given(st.integers(0, 9999))
def test_a_chinese_numeral_reads_back(number):
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(0, "〇"), (10, "十"), (11, "十一"), (20, "二十"), (22, "二十二"), (101, "一百零一"),
     (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十")],
)  # fmt: skip
def test_chinese_numerals_are_written_as_they_are_said(number, numeral):
    assert to_chinese(number) == numeral


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("二〇二六", 2026), ("１２", 12), ("12", 12), ("两", 2), ("○", 0), ("甲", None), ("", None)],
)
def test_other_numerals_are_read(numeral, number):
    assert from_chinese(numeral) == number


@pytest.mark.parametrize(
    ("text", "form", "value", "number"),
    [
        ("一、聚焦", Form.CHINESE, 1, "一、"),
        ("一，聚焦", Form.CHINESE, 1, "一，"),
        ("一．聚焦", Form.CHINESE, 1, "一．"),
        ("一 聚焦", Form.CHINESE, 1, "一"),
        ("　　二十二、聚焦", Form.CHINESE, 22, "二十二、"),
        ("（一）聚焦", Form.CHINESE_BRACKET, 1, "（一）"),
        ("(一) 聚焦", Form.CHINESE_BRACKET, 1, "(一)"),
        ("（十一）、聚焦", Form.CHINESE_BRACKET, 11, "（十一）、"),
        ("㈡聚焦", Form.CHINESE_BRACKET, 2, "㈡"),
        ("1.聚焦", Form.ARABIC, 1, "1."),
        ("13. 聚焦", Form.ARABIC, 13, "13."),
        ("1．聚焦", Form.ARABIC, 1, "1．"),
        ("１、聚焦", Form.ARABIC, 1, "１、"),
        ("⒉聚焦", Form.ARABIC, 2, "⒉"),
        ("1.2026年以来", Form.ARABIC, 1, "1."),
        ("1)聚焦", Form.ARABIC_PAREN, 1, "1)"),
        ("2）聚焦", Form.ARABIC_PAREN, 2, "2）"),
        ("（1）聚焦", Form.ARABIC_BRACKET, 1, "（1）"),
        ("(12)聚焦", Form.ARABIC_BRACKET, 12, "(12)"),
        ("⑴聚焦", Form.ARABIC_BRACKET, 1, "⑴"),
        ("③聚焦", Form.CIRCLED, 3, "③"),
        ("第一，聚焦", Form.ORDINAL, 1, "第一，"),
        ("第三、聚焦", Form.ORDINAL, 3, "第三、"),
        ("第二部分  聚焦", Form.PART, 2, "第二部分"),
        ("第十章 总则", Form.PART, 10, "第十章"),
        ("第3部分：聚焦", Form.PART, 3, "第3部分"),
        ("第五条　单位应当", Form.ARTICLE, 5, "第五条"),
        ("一是聚焦", Form.IS, 1, "一是"),
        ("三要聚焦", Form.MUST, 3, "三要"),
        ("首先，聚焦", Form.FIRST, 1, "首先，"),
        ("其次聚焦", Form.FIRST, 2, "其次"),
        ("然后，聚焦", Form.FIRST, 4, "然后，"),
        ("最后，聚焦", Form.FIRST, 5, "最后，"),
        ("一方面，聚焦", Form.SIDE, 1, "一方面，"),
        ("另一方面聚焦", Form.SIDE, 2, "另一方面"),
        ("一个是聚焦", Form.ONE, 1, "一个是"),
        ("另一个是聚焦", Form.ONE, 2, "另一个是"),
        ("——聚焦", Form.DASH, 0, "——"),
        ("● 聚焦", Form.DASH, 0, "●"),
        ("- 聚焦", Form.DASH, 0, "-"),
        ("第一件事，聚焦", Form.ORDINAL, 1, "第一件事，"),
        ("第二个方面是聚焦", Form.ORDINAL, 2, "第二个方面是"),
        ("第一阶段（1月）：聚焦", Form.ORDINAL, 1, "第一阶段"),
        ("一种是聚焦", Form.ONE, 1, "一种是"),
        ("还有一种是聚焦", Form.ONE, 2, "还有一种是"),
    ],
)
def test_a_paragraph_opens_with_its_enumerator(text, form, value, number):
    found = leading(text)
    assert found is not None
    assert (found.form, found.value, found.text) == (form, value, number)
    assert text[found.start : found.end] == number


@pytest.mark.parametrize(
    "text",
    [
        "1.5万元以下的小修", "2、3号楼", "1、2、3号楼", "3个村试行", "2021.3.5", "2025年以来",
        "十一届三中全会以来", "一年来", "一批项目", "一方面之词", "最后一公里", "一是一，二是二",
        "（一）（二）项规定", "（一）和（二）", "第一书记", "第一、二季度", "第一线", "一要素",
        "百、千、万工程", "一、二、三产业", "第一、第二党支部", "①号楼", "-3℃以下", "一个是非问题",
        "——————", "（2021）12号", "12月底前", "（2025年2月18日）", "", "　　",
    ],
)  # fmt: skip
def test_running_text_opens_with_none(text):
    assert leading(text) is None


@pytest.mark.parametrize(
    "rest", ["一是", "个是", "方面，", "先，", "后，", "、", "条：", "次，", "要"]
)
def test_an_indent_does_not_decide_whether_a_text_opens_with_a_number(rest):
    for code in range(0x4E00, 0xA000):
        text = chr(code) + rest
        plain, indented = leading(text), leading(f" {text}")
        assert (plain and plain.text) == (indented and indented.text), text


def test_before_digits_a_number_counts_only_where_the_paragraph_is_known_to_be_numbered():
    assert leading("3、3月底前完成") is None
    assert getattr(leading("3、3月底前完成", sure=True), "text", None) == "3、"
    assert leading("2、3号楼", sure=True) is None
    assert leading("1.5万元", sure=True) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重点：一是甲；二是乙；三是丙。", ["一是", "二是", "三是"]),
        ("发现问题一是拍照，二是整改。", ["一是", "二是"]),
        ("做到一要听完、二要讲透。", ["一要", "二要"]),
        ("首先，甲；其次，乙；最后，丙。", ["首先，", "其次，", "最后，"]),
        ("首先要甲，其次要乙。", ["首先", "其次"]),
        ("一方面抓；另一方面管。", ["一方面", "另一方面"]),
        ("一个是甲，另一个是乙。", ["一个是", "另一个是"]),
        ("四类：（1）甲；（2）乙。", ["（1）", "（2）"]),
        ("三类：①甲；②乙；③丙。", ["①", "②", "③"]),
        ("不足：1.甲；2.乙。", ["1.", "2."]),
        ("三点。第一，甲。第二，乙。", ["第一，", "第二，"]),
        ("一种是甲；另一种是乙。", ["一种是", "另一种是"]),
        ("第一阶段（1月），甲；第二阶段（2月），乙。", ["第一阶段", "第二阶段"]),
        ("第一个方面是甲，第二个方面是乙。", ["第一个方面是", "第二个方面是"]),
        ("包括①甲②乙。", ["①", "②"]),
        ("一是甲；三是丙。", ["一是", "三是"]),
        ("一是甲；二是乙；二是丙。", ["一是", "二是", "二是"]),
    ],
)
def test_points_inside_a_paragraph_are_found(text, expected):
    assert [point.text for point in inner(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "安全生产一是一，二是二。", "原因之一是认识不足，二是旧账。", "统一要求、统一标准。",
        "一是认识不足。", "包括1、2、3号楼。", "按照第（一）（二）项办理。",
        "最后一公里，其次为之。", "第一，第二季度。", "唯一是他，二是她。", "见表（1）和表（2）。",
    ],
)  # fmt: skip
def test_what_only_looks_like_points_is_none(text):
    assert inner(text) == ()


def test_points_nest_where_the_outer_ones_go_on():
    text = "一是甲，一要子，二要丑；二是乙，一要寅、二要卯。"
    assert [(point.text, depth) for point, depth in points(text)] == [
        ("一是", 0), ("一要", 1), ("二要", 1), ("二是", 0), ("一要", 1), ("二要", 1),
    ]  # fmt: skip


def test_a_series_behind_the_sentence_of_another_stands_beside_it():
    text = "要做到：一是甲；二是乙。会后，一要子，二要丑。"
    assert [depth for _, depth in points(text)] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("form", "value", "like", "expected"),
    [
        (Form.CHINESE, 3, "一，", "三，"),
        (Form.CHINESE, 3, "一", "三"),
        (Form.CHINESE, 12, "", "十二、"),
        (Form.CHINESE_BRACKET, 2, "(一)、", "(二)、"),
        (Form.CHINESE_BRACKET, 2, "㈠", "㈡"),
        (Form.ARABIC, 10, "９、", "１０、"),
        (Form.ARABIC, 2, "一、", "2."),
        (Form.ARABIC_BRACKET, 3, "⑴", "⑶"),
        (Form.CIRCLED, 2, "①", "②"),
        (Form.ORDINAL, 2, "第一、", "第二、"),
        (Form.PART, 3, "第1章", "第3章"),
        (Form.IS, 11, "", "十一是"),
        (Form.FIRST, 2, "首先，", "其次，"),
        (Form.FIRST, 9, "首先", "最后"),
        (Form.SIDE, 2, "一方面，", "另一方面，"),
        (Form.ONE, 1, "另一个是", "一个是"),
        (Form.DASH, 0, "", "——"),
    ],
)
def test_a_number_is_written_in_the_style_of_another(form, value, like, expected):
    assert write(form, value, like) == expected


COUNTED = [f for f in Form if f not in (Form.DASH, Form.FIRST, Form.SIDE, Form.ONE)]


@given(st.sampled_from(COUNTED), st.integers(1, 20))
def test_a_written_number_reads_back(form, value):
    found = leading(f"{write(form, value)} 抓落实", sure=form is Form.DECIMAL)
    assert found is not None
    assert (found.form, found.value) == (form, value)


@pytest.mark.parametrize("text", ["一靠人，二靠制度", "一比干劲；二比实绩", "工作一靠人，二靠制度"])
def test_one_verb_behind_every_number_makes_a_row_of_points(text):
    assert [point.value for point in inner(text)] == [1, 2]


def test_different_verbs_behind_the_numbers_make_no_row():
    assert inner("一看有启发，二听有收获") == ()


def test_a_row_of_verbs_is_written_on_with_its_verb():
    assert write(Form.MUST, 3, "一靠") == "三靠"


@pytest.mark.parametrize(
    "text",
    ["一，抓学习；二，抓作风", "一、抓学习，二、抓作风", "一．抓学习；二．抓作风",
     "一：抓学习；二：抓作风", "一 抓学习；二 抓作风", "1，抓学习；2，抓作风",
     "1.抓学习，2.抓作风", "（一）、抓学习；（二）、抓作风", "第一、抓学习；第二、抓作风",
     "一)抓学习；二)抓作风"],
)  # fmt: skip
def test_points_inside_a_paragraph_are_read_in_any_writing(text):
    assert [point.value for point in inner(f"会议要求：{text}。")] == [1, 2]


def test_points_may_follow_the_verb_that_asks_for_them():
    assert [point.text for point in inner("会议要求一、抓学习；二、抓作风。")] == ["一、", "二、"]


@pytest.mark.parametrize(
    "text",
    ["一、二、三产业融合，一、二年级，二、三季度", "票数为：一，二，三。",
     "他说一，我说二，没有三。", "根据一、总则和二、分则办理。",
     "坚持质量第一，二、三班倒。", "第一、第二党支部，第二、三批",
     "分别为：1，2，3。", "涨了1.5，2.6万元。", "见（一）、（二）项，（三）、（四）项"],
)  # fmt: skip
def test_numbers_side_by_side_inside_a_paragraph_are_no_points(text):
    assert inner(text) == ()


@pytest.mark.parametrize(
    "text", ["（1）及时报告；（2）项目推进；（3）和谐创建", "①项目；②条件；③和睦"]
)
def test_points_may_open_with_the_words_that_cite_a_number(text):
    assert [point.value for point in inner(f"要求：{text}。")] == [1, 2, 3]


@pytest.mark.parametrize(
    "text",
    ["违反第三条第①、②项的，取消资格。", "按（一）至（三）项；（一）和（二）款；（三）项办理"],
)
def test_numbers_that_are_cited_are_no_points(text):
    assert inner(text) == ()


def test_a_point_may_open_with_a_year():
    assert [point.value for point in inner("包括：1.成效；2.问题；3.2025年打算。")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要做到（1）备种；（2）整地。", ["（1）", "（2）"]),
        ("达到（1）的标准。", []),
        ("一要早查；二要务求实效；三要严管。", ["一要", "二要", "三要"]),
        ("议定二要务三要件。", []),
        ("首先看种；其次看地；最后看水。水大，最后改了路。", ["首先", "其次", "最后"]),
    ],
)
def test_points_open_by_what_stands_around_their_number(text, found):
    assert [point.text for point, _ in points(text)] == found
