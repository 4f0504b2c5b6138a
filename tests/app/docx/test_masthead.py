"""The mark of the issuing organ: one name in its line, several below each other."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.document.edits import TextEdit, apply
from app.document.model import Details, Document, Role, block
from app.docx import patch, read, write
from app.docx.layout import load
from app.docx.masthead import mark_of, spare
from app.docx.measures import MM, width
from app.docx.official import Format, Head, head
from app.docx.package import opened
from app.docx.placing import opening

NATIONAL = load("gbt9704")
ROOM = NATIONAL.page.type_width * MM
JOINT = "某某省发展和改革委员会 某某省财政厅 某某省教育厅文件"


def mark(text: str, form: Format = Format.GENERAL):
    return mark_of(Head(form, mark=text), NATIONAL)


@pytest.mark.parametrize("parted", [JOINT, JOINT.replace(" ", "、"), JOINT.replace(" ", "\n")])
def test_organs_that_issue_together_stand_below_each_other_beside_one_word(parted):
    found = mark(parted)
    assert [name for name, _ in found.rows] == [
        "某某省发展和改革委员会",
        "某某省财政厅",
        "某某省教育厅",
    ]
    assert found.paper == "文件"
    assert found.paper_top + found.line / 2 == pytest.approx(found.height / 2)


def test_shorter_names_are_spread_to_the_width_of_the_longest():
    found = mark(JOINT)
    wide = {width(name) * found.size + step * (len(name) - 1) for name, step in found.rows}
    assert max(wide) == pytest.approx(min(wide)) == pytest.approx(found.wide)


@pytest.mark.parametrize("names", [2, 3, 8, 20])
def test_however_many_organs_the_mark_stays_in_the_middle_of_its_room(names):
    found = mark(" ".join(["某某省人力资源和社会保障厅"] * names) + "文件")
    end = found.paper_left + 2 * found.size
    assert found.left >= -0.01
    assert ROOM - end == pytest.approx(found.left, abs=0.01)


@pytest.mark.parametrize(
    "text", ["清河县人民政府文件", "清河县人民政府　文件", "清 河 县 人 民 政 府 文 件"]
)
def test_one_organ_has_one_row(text):
    assert mark(text).rows == ((text, 0.0),)


def test_a_letter_names_the_host_alone():
    found = mark("某某省财政厅、某某省教育厅", Format.LETTER)
    assert found.rows == (("某某省财政厅", 0.0),)
    assert found.paper == ""


def test_minutes_are_not_parted_and_an_order_of_several_has_its_word_beside_them():
    assert len(mark("某某市人民政府 常务会议纪要", Format.MINUTES).rows) == 1
    assert mark("某某部 某某总局令", Format.ORDER).paper == "令"


def test_a_joint_mark_is_no_text_of_the_document():
    fields = (("发文机关标志", JOINT), ("发文字号", "某发〔2026〕3号"))
    document = Document(
        (block("关于检查的通知", Role.TITLE), block("正文。")), Details(fields=fields)
    )
    content = write.write(document, NATIONAL)
    assert read.read(content, "甲.docx")[0].blocks == document.blocks


def test_a_name_too_long_for_one_row_stands_in_two_that_end_at_sense():
    name = "清河县人民政府农业农村和水利局安全生产委员会办公室文件"
    found = mark(name)
    assert [row for row, _ in found.rows] == [
        "清河县人民政府农业农村和水利局",
        "安全生产委员会办公室文件",
    ]
    assert found.paper == ""
    assert found.wide <= ROOM


@pytest.mark.parametrize("count", range(4, 40))
@pytest.mark.parametrize("form", [Format.GENERAL, Format.LETTER])
def test_a_mark_has_a_size_that_programs_know_and_fits_its_line(count, form):
    found = mark("县" * count, form)
    assert found.size * 2 == int(found.size * 2)
    assert found.wide <= ROOM or found.size == 12


LONG_TITLE = "某某省财政厅等部门关于进一步规范和加强中小学校食堂经费管理和学生营养改善工作的通知"
OPENED = (block(LONG_TITLE, Role.TITLE), block("各市财政局：", Role.SALUTATION), block("正文。"))


def test_many_names_leave_the_first_page_a_line_of_its_text():
    names = "、".join(["某某省财政厅", "某某省教育厅", "某某省公安厅"] * 2) + "文件"
    fields = {"发文机关标志": names, "签发人": "王建国 李明 张卫东", "份号": "1"}
    details = Details(fields=(*fields.items(), ("密级", "机密"), ("紧急程度", "特急")))
    below = opening(Document(OPENED, details), NATIONAL)
    found = head(details, below)
    assert found is not None
    mark = mark_of(found, NATIONAL)
    corner = max(NATIONAL.head.drop * MM, 3 * NATIONAL.grid.pitch)
    taken = corner + mark.height + 6 * NATIONAL.grid.pitch + NATIONAL.head.line * MM + below
    assert taken <= NATIONAL.page.type_height * MM
    assert (
        NATIONAL.roles[Role.BODY].size
        <= mark.size
        < mark_of(replace(found, below=0.0), NATIONAL).size
    )


SIX = "、".join(["某某省财政厅", "某某省教育厅", "某某省公安厅"] * 2) + "文件"
SIX_NAMES = "王建国 李明 张卫东 赵一 钱二 孙三"


@pytest.mark.parametrize(("rows", "least", "most"), [(1, 2, 2), (3, 1.1, 1.9), (9, 1, 1)])
def test_where_the_first_page_held_no_text_less_is_left_free(rows, least, most):
    address = block("某" * (28 * rows - 1) + "：", Role.SALUTATION)
    fields = {"发文机关标志": SIX, "签发人": SIX_NAMES, "份号": "1", "密级": "机密"}
    details = Details(fields=(*fields.items(), ("紧急程度", "特急")))
    document = Document((OPENED[0], address, OPENED[2]), details)
    found = head(details, opening(document, NATIONAL))
    assert found is not None
    assert least <= spare(found, NATIONAL) <= most


def test_the_opening_of_a_text_is_its_title_its_address_and_one_line():
    pitch = NATIONAL.grid.pitch
    assert opening(Document(OPENED), NATIONAL) == pytest.approx(3 * 35 + pitch + pitch + pitch)
    assert opening(Document((block("正文。"),)), NATIONAL) == pitch


def test_a_saved_text_brings_its_mark_to_a_title_that_has_grown():
    names = "、".join(["某某省财政厅", "某某省教育厅", "某某省公安厅"] * 2) + "文件"
    fields = (("发文机关标志", names), ("签发人", "王建国 李明 张卫东"))
    short = Document((block("通知", Role.TITLE), *OPENED[1:]), Details(fields=fields))
    content = write.write(short, NATIONAL)
    before, _ = read.read(content, "甲.docx")
    after = apply(before, [TextEdit(0, 0, 2, LONG_TITLE)])
    saved = patch.patch(content, before, after)
    fresh = write.write(after, NATIONAL)
    assert mark_size(saved) == mark_size(fresh) < mark_size(content)


def mark_size(content: bytes) -> int:
    styles = opened(content, "甲.docx").content("word/styles.xml").decode()
    return int(re.findall(r'wh-head-mark".*?<w:sz w:val="(\d+)"', styles)[0])
