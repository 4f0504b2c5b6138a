"""Head and version block on the page, at the places that GB/T 9704-2012 gives them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.document.model import Details, Document, Role
from app.document.model import block as paragraph
from app.docx.layout import load
from ui.printing.paging import Pager
from ui.printing.typeset import Page, Pages, pages

LAYOUT = load("gbt9704")
MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, 184 * MM, 37 * MM, 262 * MM
PITCH = 28.95
pytestmark = pytest.mark.usefixtures("qapp")


def official(lines: int = 3, **fields: str) -> Pages:
    """Return the pages of a notice with so many lines of body below its title."""
    blocks = (
        paragraph("关于做好年度重点工作的通知", Role.TITLE),
        paragraph("国" * (28 * lines - 2)),
    )
    return pages(Document(blocks, Details(fields=tuple(fields.items()))), LAYOUT)


def place(page: Page, text: str) -> tuple[float, float]:
    """Return where a text begins and its base line."""
    found = next(piece for piece in page.pieces if piece.text.startswith(text))
    return found.x, found.y


def red(page: Page) -> list[float]:
    """Return the heights of the red lines."""
    return [rule.y for rule in page.rules if rule.color == "FF0000"]


def test_without_fields_the_text_begins_at_the_top():
    page = official()[0]
    assert place(page, "关于")[1] < TOP + 35
    assert page.rules == ()


def test_the_mark_stands_in_red_35_mm_below_the_top_of_the_type_area():
    page = official(发文机关标志="清河县人民政府文件", 发文字号="清政发〔2026〕3号")[0]
    mark = next(piece for piece in page.pieces if piece.text == "清河县人民政府文件")
    assert mark.style.color == "FF0000"
    size = mark.style.size
    assert mark.y - 0.86 * size == pytest.approx(TOP + 35 * MM, abs=size * 0.1)
    wide = size * len(mark.text)
    assert mark.x - LEFT == pytest.approx(RIGHT - mark.x - wide, abs=0.3)


def test_a_long_mark_is_set_as_large_as_the_line_allows():
    page = official(发文机关标志="清河县人民政府农业农村和水利局办公室文件")[0]
    mark = next(piece for piece in page.pieces if piece.style.color)
    assert mark.x >= LEFT - 0.1
    assert mark.x + mark.style.size * len(mark.text) <= RIGHT + 0.1


def test_the_red_line_is_4_mm_below_the_number_and_the_title_two_lines_below_it():
    page = official(发文机关标志="清河县人民政府文件", 发文字号="清政发〔2026〕3号")[0]
    (line,) = red(page)
    number = place(page, "清政发")[1]
    assert line - (number + 0.14 * 16) == pytest.approx(4 * MM, abs=0.7)
    assert place(page, "关于")[1] - 0.86 * 22 - line == pytest.approx(2 * PITCH + 6.5, abs=1)


def test_a_first_page_full_of_names_still_shows_a_line_of_the_text():
    names = "、".join(["某某省财政厅", "某某省教育厅", "某某省公安厅"] * 2) + "文件"
    fields = {
        "发文机关标志": names,
        "发文字号": "某财〔2026〕3号",
        "签发人": "王建国 李明 张卫东 赵一 钱二 孙三",
        "份号": "1",
        "密级": "机密",
        "紧急程度": "特急",
    }
    title = "某某省财政厅等部门关于进一步规范和加强中小学校食堂经费管理和学生营养改善工作的请示"
    blocks = (
        paragraph(title, Role.TITLE),
        paragraph("某" * 111 + "：", Role.SALUTATION),
        paragraph("国" * 200),
    )
    page = pages(Document(blocks, Details(fields=tuple(fields.items()))), LAYOUT)[0]
    assert place(page, "国")[1] < BOTTOM


def test_the_corner_rows_stand_in_their_order():
    page = official(紧急程度="特急", 密级="机密", 保密期限="1年", 份号="12")[0]
    rows = [place(page, text) for text in ("000012", "机密★", "特急")]
    assert [x for x, _ in rows] == pytest.approx([LEFT] * 3)
    assert rows[1][1] - rows[0][1] == pytest.approx(PITCH)
    assert rows[2][1] - rows[1][1] == pytest.approx(PITCH)
    assert next(p for p in page.pieces if p.text.startswith("机密")).style.face == "黑体"


def test_signers_stand_right_and_the_number_left_on_the_row_of_the_last():
    fields = {"发文机关标志": "清河县人民政府文件", "发文字号": "清政发〔2026〕3号"}
    page = official(**fields, 签发人="王建国、李明、张卫东")[0]
    first, last = place(page, "王建国"), place(page, "张卫东")
    assert first[0] == last[0]
    assert place(page, "签发人")[1] == first[1]
    assert place(page, "清政发") == pytest.approx((LEFT + 15.75, last[1]))


def test_the_version_block_hangs_at_the_foot_of_the_last_page():
    found = official(
        36, 抄送="县委办公室", 印发机关="清河县人民政府办公室", 印发日期="2026年3月5日"
    )
    assert len(found) == 2
    assert found[0].rules == ()
    lines = sorted({rule.y for rule in found[1].rules})
    assert lines[-1] == pytest.approx(BOTTOM, abs=0.2)
    assert [rule.width for rule in found[1].rules] == pytest.approx(
        [0.35 * MM, 0.25 * MM, 0.35 * MM]
    )
    assert place(found[1], "抄送：县委办公室。")[0] == pytest.approx(LEFT + 14)
    assert place(found[1], "清河县人民政府办公室")[0] == pytest.approx(LEFT + 14)
    assert place(found[1], "日印发")[1] == place(found[1], "清河县")[1]


def test_a_version_block_without_room_takes_a_page_of_its_own():
    found = official(42 - 3, 印发机关="清河县人民政府办公室")
    assert len(found) == 2
    found = official(42, 印发机关="清河县人民政府办公室")
    assert [page.number for page in found] == [1, 2, 3]
    assert "清河县人民政府办公室" in [piece.text for piece in found[2].pieces]


def test_a_version_block_takes_as_many_lines_as_it_has_rows():
    fields = {"印发机关": "清河县人民政府办公室", "抄送": "县委办公室"}
    assert len(official(22 - 3 - 2, **fields)) == 1
    assert len(official(22 - 3 - 1, **fields)) == 2


def test_a_signature_takes_the_last_paragraph_along_to_its_page():
    blocks = [paragraph("国" * 26) for _ in range(20)]
    signed = [paragraph("清河县", Role.SIGNATURE), paragraph("2026年3月5日", Role.DATE)]
    found = pages(Document((*blocks, *signed)), LAYOUT)
    assert [page.first for page in found] == [0, 19]
    assert found[1].pieces[0].text == "国" * 26


def test_digits_are_set_in_the_face_of_what_they_number():
    blocks = (paragraph("附件1", Role.ATTACHMENT_LABEL), paragraph("清单。"))
    details = Details(fields=(("密级", "机密"), ("保密期限", "1年")))
    found = pages(Document(blocks, details), LAYOUT)
    for page, text in zip(found, ("机密", "附件"), strict=True):
        faces = {p.style.face for p in page.pieces if p.text[0] in f"{text}★1年"}
        assert faces == {"黑体"}


def test_copies_go_on_after_the_colon():
    page = official(抄送="、".join(["清河县人民政府办公室"] * 5))[0]
    small = [piece for piece in page.pieces if piece.style.size == 14 and piece.y < BOTTOM]
    assert small[1].x - small[0].x == pytest.approx(3 * 14)
    assert small[-1].text.endswith("。")


def test_a_letter_has_double_lines_across_the_page_and_no_number_on_its_first():
    fields = {"发文机关标志": "清河县人民政府", "发文字号": "清政函〔2026〕3号"}
    found = official(40, 公文格式="信函", **fields, 抄送="县委办公室")
    page = found[0]
    assert all(
        rule.right - rule.x == pytest.approx(170 * MM)
        for rule in page.rules
        if rule.color != "000000"
    )
    assert len(red(page)) == 4
    assert max(red(page)) == pytest.approx((297 - 20) * MM, abs=5)
    number = [piece for piece in page.pieces if piece.text.startswith("— ")]
    assert number == []
    assert any("—" in piece.text for piece in found[1].pieces)
    assert [rule for rule in found[1].rules if rule.color == "000000"] == []


def test_an_order_has_its_mark_20_mm_down_and_its_number_in_the_middle():
    page = official(公文格式="命令", 发文机关标志="清河县人民政府令", 发文字号="第3号")[0]
    mark = next(piece for piece in page.pieces if piece.style.color)
    assert mark.y - 0.86 * mark.style.size == pytest.approx(
        TOP + 20 * MM, abs=mark.style.size * 0.1
    )
    assert red(page) == []


def test_head_fields_move_the_page_breaks():
    document = Document((paragraph("国" * (28 * 22 - 2)),))
    pager = Pager(LAYOUT)
    assert pager.put(document) == 1
    details = Details(fields=(("发文机关标志", "清河县人民政府文件"),))
    assert pager.put(replace(document, details=details)) == 2
    assert pager.put(document) == 1


def test_only_the_label_of_who_attended_is_set_in_its_own_face_in_minutes():
    blocks = (
        paragraph("关于会议的纪要", Role.TITLE),
        paragraph("会议要求抓紧。"),
        paragraph("出席：李明"),
    )
    made = pages(Document(blocks, Details(fields=(("公文格式", "纪要"),))), LAYOUT)[0]
    faces = {piece.text: piece.style.face for piece in made.pieces}
    assert faces["关于会议的纪要"] == LAYOUT.roles[Role.TITLE].face
    assert faces["会议要求抓紧。"] == faces["李明"] == LAYOUT.roles[Role.BODY].face
    assert faces["出席："] == LAYOUT.head.strong


def test_offices_that_seal_together_stand_in_one_line_above_the_date():
    names = ("省财政厅", "省教育厅", "省公安厅", "省司法厅")
    signed = [paragraph(name, Role.SIGNATURE) for name in names]
    blocks = (paragraph("特此通知。"), *signed, paragraph("2026年3月5日", Role.DATE))
    sealed = Details(fields=(("用印", "加盖印章"),))
    page = pages(Document(blocks, sealed), LAYOUT)[0]
    (first, top), (second, same), (third, also), (last, below) = (place(page, n) for n in names)
    assert top == same == also
    assert first < second < third == last
    assert (below - top) / PITCH == pytest.approx(5, abs=0.01)
    assert (place(page, "2026")[1] - below) / PITCH == pytest.approx(1, abs=0.01)


def test_the_row_of_sealing_offices_follows_each_change_of_the_text():
    names = ("省财政厅", "省教育厅", "省公安厅")
    signed = [paragraph(name, Role.SIGNATURE) for name in names]
    blocks = (paragraph("特此通知。"), *signed, paragraph("2026年3月5日", Role.DATE))
    sealed = Details(fields=(("用印", "加盖印章"),))
    pager = Pager(LAYOUT)
    pager.put(Document(blocks, sealed))
    for kept in (blocks[:2] + blocks[3:], blocks[:2] + blocks[4:], blocks, blocks[1:]):
        document = Document(kept, sealed)
        pager.put(document)
        fresh = Pager(LAYOUT)
        fresh.put(document)
        assert list(pager.placed(0)) == list(fresh.placed(0))


def test_the_marks_of_several_organs_stand_below_each_other_with_one_word_beside_them():
    page = official(发文机关标志="某某省财政厅、某某省教育厅文件", 发文字号="某财〔2026〕3号")[0]
    (first, top), (second, below) = place(page, "某某省财政厅"), place(page, "某某省教育厅")
    word, middle = place(page, "文件")
    assert first == second < word
    assert middle == pytest.approx((top + below) / 2)
