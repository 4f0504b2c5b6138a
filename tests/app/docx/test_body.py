from __future__ import annotations

from app.document.model import Role, block
from app.docx import layout
from app.docx.body import paragraphs, signed

NATIONAL = layout.load("gbt9704")


def test_a_longer_signature_stands_two_in_and_the_date_begins_two_right_of_it():
    blocks = [block("某某市人民政府办公室", Role.SIGNATURE), block("2026年3月5日", Role.DATE)]
    assert signed(blocks) == {0: 2, 1: 4}  # 10 and 6 characters wide


def test_a_longer_date_stands_two_in_and_moves_the_signature_left():
    blocks = [block("县委", Role.SIGNATURE), block("2026年3月5日", Role.DATE)]
    assert signed(blocks) == {0: 8, 1: 2}


def test_several_signatures_are_centred_on_the_longest():
    blocks = [
        block("县委办公室", Role.SIGNATURE),
        block("县人民政府办公室", Role.SIGNATURE),
        block("2026年3月5日", Role.DATE),
    ]
    assert signed(blocks) == {0: 3.5, 1: 2, 2: 2}


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
    assert signed(blocks, seal=True) == {0: 4.5, 1: 4}  # 5 and 6 characters wide


def test_with_a_seal_a_long_signature_ends_at_the_edge_at_most():
    blocks = [
        block("某某省某某市某某县农业农村和水利局办公室", Role.SIGNATURE),
        block("2026年3月5日", Role.DATE),
    ]
    assert signed(blocks, seal=True) == {0: 0, 1: 7}  # 20 characters wide


def test_with_a_seal_several_signatures_stand_in_the_middle_above_the_date():
    blocks = [
        block("县委办公室", Role.SIGNATURE),
        block("县人民政府办公室", Role.SIGNATURE),
        block("2026年3月5日", Role.DATE),
    ]
    assert signed(blocks, seal=True) == {0: 4.5, 1: 3, 2: 4}
