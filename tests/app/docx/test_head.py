from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import MM, needs_office, rendered
from strategies import documents

from app.document.model import Details, Document, Role, block
from app.docx import layout, read, write
from app.docx.measures import millimetres, twips
from app.docx.official import FIELDS, Format, foot, format_of, head

NATIONAL = layout.load("gbt9704")
FULL = {
    "份号": "12",
    "密级": "机密",
    "保密期限": "1年",
    "紧急程度": "特急",
    "发文机关标志": "某某市人民政府文件",
    "发文字号": "某政发〔2026〕12号",
    "抄送": "市委办公室，市人大常委会办公室，市政协办公室。",
    "印发机关": "某某市人民政府办公室",
    "印发日期": "2026年3月6日",
}
BLOCKS = (block("关于工作的报告", Role.TITLE), block("市委：", Role.SALUTATION), block("正文。"))


def with_fields(**fields: str) -> Document:
    return Document(BLOCKS, Details(fields=tuple(fields.items())))


def text_part(document: Document) -> str:
    with zipfile.ZipFile(BytesIO(write.write(document, NATIONAL))) as archive:
        return archive.read("word/document.xml").decode()


def test_the_corner_stands_in_the_order_of_the_standard():
    found = head(with_fields(**FULL).details)
    assert found is not None
    assert found.corner == (("000012", False), ("机密★1年", True), ("特急", True))


def test_no_filled_field_makes_no_head_and_no_foot():
    details = with_fields(单位="市局").details
    assert head(details) is None
    assert foot(details) is None


def test_copies_end_in_a_full_stop_and_the_date_in_its_word():
    found = foot(with_fields(抄送="抄送：甲，乙", 印发日期="2026年3月6日").details)
    assert found is not None
    assert (found.copies, found.printed) == ("甲，乙。", "2026年3月6日印发")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("信函", Format.LETTER), ("信函格式", Format.LETTER), ("", Format.GENERAL)],
)
def test_the_format_is_a_field(said, wanted):
    assert format_of(with_fields(公文格式=said).details) is wanted


def test_signers_stand_two_a_row():
    found = head(with_fields(签发人="张三、李四 王五").details)
    assert found is not None
    assert found.signers == (("张三", "李四"), ("王五",))


def test_head_and_foot_are_no_blocks():
    document = with_fields(**FULL)
    assert "某政发〔2026〕12号" in text_part(document)
    assert read.read(write.write(document, NATIONAL), "甲.docx")[0] == document


@settings(deadline=None, max_examples=60)
@given(documents(), st.dictionaries(st.sampled_from(FIELDS), st.text("甲乙3号★、 ", max_size=9)))
def test_what_was_written_with_any_head_is_read_back_the_same(document, fields):
    details = Details(fields=tuple((name, value) for name, value in fields.items()))
    written = replace(document, details=details)
    assert read.read(write.write(written, NATIONAL), "甲.docx")[0] == written


@needs_office
def test_the_head_stands_where_the_standard_has_it(tmp_path):
    page = rendered(with_fields(**FULL), tmp_path)[0]
    mark = next(word for word in page if "人民政府文件" in word[0])
    assert (mark[2] + mark[4]) / 2 == pytest.approx((37 + 35) * MM + 24, abs=9)
    number = next(word for word in page if "某政发" in word[0])
    assert (number[1] + number[3]) / 2 == pytest.approx((28 + 78) * MM, abs=20)
    printed = next(word for word in page if "印发" in word[0])
    assert printed[4] == pytest.approx((297 - 35) * MM, abs=10)


def test_the_double_line_of_a_letter_stands_4_mm_below_its_mark():
    made = text_part(with_fields(公文格式="信函", 发文机关标志="某某局"))
    mark, line = [int(y) for y in re.findall(r'w:y="(\d+)"', made)][:2]
    margin = twips(36 * 0.075)  # what the row of the mark is higher than its characters
    assert mark == millimetres(30) - margin
    assert line - mark - margin == pytest.approx(twips(36) + millimetres(4), abs=20)


@needs_office
def test_a_letter_has_no_number_on_its_first_page(tmp_path):
    page = rendered(with_fields(**{**FULL, "公文格式": "信函"}), tmp_path)[0]
    assert not [word for word in page if word[2] > (297 - 30) * MM]
    mark = next(word for word in page if "人民政府文件" in word[0])
    assert mark[2] == pytest.approx(30 * MM, abs=8)
