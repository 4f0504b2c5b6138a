from __future__ import annotations

import pytest

from app.document.model import Block, Details, Document, Role, Run, block
from app.docx import layout, read, write
from app.docx.body import paragraphs
from app.docx.official import Manner
from app.docx.placing import Indent, gaps, indents, signed
from app.docx.write import trimmed

NATIONAL = layout.load("gbt9704")
PLAIN, SEALED, STAMPED = Manner(), Manner(seal=True), Manner(stamp=True)
MINUTES = Manner(minutes=True)


def test_a_longer_signature_stands_two_in_and_the_date_begins_two_right_of_it():
    blocks = [block("某某市人民政府办公室", Role.SIGNATURE), block("2026年3月5日", Role.DATE)]
    assert signed(blocks, PLAIN) == {0: 2, 1: 4}  # 10 and 6 characters wide


def test_a_longer_date_stands_two_in_and_moves_the_signature_left():
    blocks = [block("县委", Role.SIGNATURE), block("2026年3月5日", Role.DATE)]
    assert signed(blocks, PLAIN) == {0: 8, 1: 2}


def test_the_date_begins_two_right_of_a_signature_a_little_longer_too():
    blocks = [block("清河县人民政府", Role.SIGNATURE), block("2026年3月5日", Role.DATE)]
    assert signed(blocks, PLAIN) == {0: 2, 1: 1}  # 7 and 6 characters wide


def test_several_signatures_are_centred_on_the_longest():
    blocks = [
        block("县委办公室", Role.SIGNATURE),
        block("县人民政府办公室", Role.SIGNATURE),
        block("2026年3月5日", Role.DATE),
    ]
    assert signed(blocks, PLAIN) == {0: 3.5, 1: 2, 2: 2}


def test_the_lead_of_a_run_in_heading_has_the_face_of_the_heading():
    made = "".join(paragraphs([block("一、要抓紧。一是快。", Role.HEADING1)], NATIONAL))
    lead, rest = made.split("</w:r>")[:2]
    assert "wh-lead-heading1" in lead
    assert "一、要抓紧。" in lead
    assert "wh-lead" not in rest


def test_text_carries_no_run_formats_of_its_own():
    made = "".join(paragraphs([block("正文内容。", Role.BODY)], NATIONAL))
    assert made == '<w:p><w:r><w:t xml:space="preserve">正文内容。</w:t></w:r></w:p>'


def test_with_a_seal_the_date_stands_four_in_and_the_signature_in_the_middle_above_it():
    blocks = [block("县人民政府", Role.SIGNATURE), block("2026年3月5日", Role.DATE)]
    assert signed(blocks, SEALED) == {0: 4.5, 1: 4}  # 5 and 6 characters wide


def test_two_lines_are_free_for_the_seal_to_begin_within_one_line_below_the_text():
    blocks = [block("特此通知。"), block("县人民政府", Role.SIGNATURE), block("日", Role.DATE)]
    assert list(gaps(blocks, NATIONAL, SEALED)) == [2, 0]
    assert list(gaps(blocks, NATIONAL, PLAIN)) == [1, 0]


def test_with_a_seal_a_long_signature_ends_at_the_edge_at_most():
    blocks = [
        block("某某省某某市某某县农业农村和水利局办公室", Role.SIGNATURE),
        block("2026年3月5日", Role.DATE),
    ]
    assert signed(blocks, SEALED) == {0: 0, 1: 7}  # 20 characters wide


def test_with_a_seal_several_signatures_stand_in_the_middle_above_the_date():
    blocks = [
        block("县委办公室", Role.SIGNATURE),
        block("县人民政府办公室", Role.SIGNATURE),
        block("2026年3月5日", Role.DATE),
    ]
    assert signed(blocks, SEALED) == {0: 4.5, 1: 3, 2: 4}


def test_under_the_stamp_of_a_name_both_stand_four_in_with_free_lines_above_them():
    blocks = [
        block("现予公布。"),
        block("市长　李明", Role.SIGNATURE),
        block("2026年3月5日", Role.DATE),
    ]
    assert signed(blocks, STAMPED) == {1: 4, 2: 4}
    assert list(gaps(blocks, NATIONAL, STAMPED)) == [2, 1]


def test_the_name_of_an_attachment_goes_on_below_its_first_character():
    found = indents([block("附件：任务分解表", Role.ATTACHMENT_NOTE)], NATIONAL, PLAIN)
    assert found[0] == Indent(-3, 5, 0)


def test_further_attachments_stand_below_the_number_of_the_first():
    texts = ("附件：1.任务分解表", "2.统计表", "10.名单")
    blocks = [block(text, Role.ATTACHMENT_NOTE) for text in texts]
    found = indents(blocks, NATIONAL, PLAIN)
    begins = [found[at].left + found[at].first for at in range(3)]
    assert begins == pytest.approx([2, 5, 5])
    assert found[0].left == pytest.approx(found[1].left)
    assert found[2].left > found[1].left


def test_spaces_typed_to_place_a_paragraph_are_no_text_of_a_layout():
    blocks = (
        block("　　　关于检查的通知 ", Role.TITLE),
        block("　　正文一段。"),
        block("  2.统计表", Role.ATTACHMENT_NOTE),
        block("　　", Role.BLANK),
        Block((Run("　　"), Run("　　　", underline=True), Run("签字  "))),
        block("　格　", Role.OBJECT),
    )
    texts = trimmed(Document(blocks)).texts
    assert texts == ("关于检查的通知", "正文一段。", "2.统计表", "　　", "　　　签字", "　格　")


def test_who_attended_stands_behind_a_label_in_its_own_face_in_minutes_only():
    blocks = [block("会议要求抓紧。"), block("出席：李明、王建国"), block("列席：张三")]
    assert indents(blocks, NATIONAL, MINUTES) == dict.fromkeys((1, 2), Indent(-3, 5, 0))
    assert list(gaps(blocks, NATIONAL, MINUTES)) == [1, 0]
    assert indents(blocks, NATIONAL, PLAIN) == {}
    label, names = "".join(paragraphs(blocks[1:2], NATIONAL, manner=MINUTES)).split("</w:r>")[:2]
    assert "wh-attended" in label
    assert "出席：" in label
    assert "wh-attended" not in names


def test_who_attended_is_set_as_the_body_is_also_where_it_is_read_as_the_end_of_a_paper():
    rows = (block("会议要求抓紧。"), block("出席：李明、王建国", Role.COPIES))
    row = "".join(paragraphs(rows[1:], NATIONAL, manner=MINUTES))
    assert '<w:pStyle w:val="wh-attending"/>' in row
    assert indents(rows, NATIONAL, MINUTES) == {1: Indent(-3, 5, 0)}
    document = Document(rows, Details(kind="jiyao"))
    assert read.read(write.write(document, NATIONAL), "甲")[0].blocks == rows


def test_what_stands_at_the_right_edge_says_so_where_its_style_says_otherwise():
    blocks = [block("县财政局办公", Role.SIGNATURE), block("2026年3月5日", Role.DATE)]
    _, date = "".join(paragraphs(blocks, NATIONAL)).split("</w:p>")[:2]
    assert 'w:rightChars="0" w:right="0"' in date
