"""The window's text beside its printed pages: marks, tables and pictures, own layouts of files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from PySide6.QtCore import QBuffer, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage

from ui.dialogs.official import OfficialDialog
from ui.printing.preview import Preview


def png() -> BytesIO:
    shown = QImage(40, 20, QImage.Format.Format_RGB32)
    shown.fill(0x3060C0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    shown.save(buffer, "PNG")
    return BytesIO(bytes(buffer.data().data()))


@pytest.fixture
def foreign(tmp_path) -> Path:
    """A file of another program: a paragraph, a table that passes a page, a picture."""
    made = docx.Document()
    made.add_paragraph("表前的正文。")
    table = made.add_table(60, 2, style="Table Grid")
    for at, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = f"任务{at}", "办公室"
    made.add_picture(png(), width=Cm(10))
    made.add_paragraph("图后的正文。")
    made.save(str(tmp_path / "来文.docx"))
    return tmp_path / "来文.docx"


@pytest.fixture
def long_text(tmp_path) -> Path:
    path = tmp_path / "长稿.txt"
    path.write_text("\n".join(["各单位要认真抓好落实。"] * 50), encoding="utf-8")
    return path


def seen_numbers(window) -> bool:
    """Tell whether the margin right of the text shows a page number."""
    shown = window.editor.viewport().grab().toImage()
    ground = shown.pixel(shown.width() - 3, 2)
    return any(
        shown.pixel(x, y) != ground
        for y in range(shown.height())
        for x in range(shown.width() - 30, shown.width() - 6)
    )


def test_a_picture_takes_the_room_it_has_in_print(window, foreign):
    window.open_path(foreign)
    layout, text = window.editor.bridge.layout, window.editor.bridge.text
    area = layout.blockBoundingRect(text.findBlockByNumber(2))
    assert area.height() == pytest.approx(100 / 2 / 156 * area.width(), abs=20)


def test_a_table_is_shown_with_its_rows(window, foreign):
    window.open_path(foreign)
    layout, text = window.editor.bridge.layout, window.editor.bridge.text
    area = layout.blockBoundingRect(text.findBlockByNumber(1))
    assert area.height() == pytest.approx(60 * (11 * 5 / 3 + 0.5) * 96 / 72, rel=0.06)


def test_a_picture_is_painted_in_the_editor(window, foreign, qtbot):
    window.open_path(foreign)
    window.go_to_end_of(3)
    qtbot.wait(50)
    shown = window.editor.viewport().grab().toImage()
    middle = shown.width() // 2
    assert any(shown.pixelColor(middle, y).blue() == 0xC0 for y in range(shown.height()))


def test_the_margin_shows_where_a_page_begins(window, long_text, qtbot):
    window.open_path(long_text)
    assert not seen_numbers(window)
    qtbot.waitUntil(lambda: window.status.page.text() == "第 1 页，共 3 页")
    window.go_to_end_of(23)
    qtbot.waitUntil(lambda: seen_numbers(window))


def test_marks_can_be_switched_off(window, long_text, qtbot, workplace):
    window.open_path(long_text)
    qtbot.waitUntil(lambda: window.status.page.text() == "第 1 页，共 3 页")
    window.go_to_end_of(23)
    workplace.change(page_marks=False)
    assert not seen_numbers(window)


def test_a_mark_goes_along_with_the_text_above_it(window, long_text, qtbot):
    window.open_path(long_text)
    qtbot.waitUntil(lambda: window.status.page.text() == "第 1 页，共 3 页")
    layout = window.editor.bridge.layout
    assert not layout.set_marks([(22, 0, 0), (44, 0, 0)])
    qtbot.keyClick(window.editor, Qt.Key.Key_Return)
    assert not layout.set_marks([(23, 0, 0), (45, 0, 0)])


def test_a_file_with_its_own_layout_asks_once_before_it_is_exported(
    window, foreign, tmp_path, answers
):
    window.open_path(foreign)
    answers.choices, answers.saves = ["national"], [tmp_path / "甲.pdf", tmp_path / "乙.pdf"]
    window.run_command("export-pdf")
    window.run_command("export-pdf")
    assert (tmp_path / "乙.pdf").is_file()
    assert "保留着原文件的版式" in answers.told[0]


def test_a_file_with_its_own_layout_can_be_opened_elsewhere_instead(
    window, foreign, answers, monkeypatch
):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    window.open_path(foreign)
    answers.choices = ["open"]
    window.run_command("print")
    assert [url.toLocalFile() for url in opened] == [str(foreign)]
    assert window.findChild(Preview) is None


def test_a_draft_is_printed_without_that_question(window, long_text, tmp_path, answers):
    window.open_path(long_text)
    answers.saves = [tmp_path / "甲.pdf"]
    window.run_command("export-pdf")
    assert (tmp_path / "甲.pdf").is_file()


def test_the_preview_shows_the_pictures_of_the_file(window, foreign):
    window.open_path(foreign)
    window.run_command("preview")
    shown = window.findChild(Preview)
    assert shown.view.page() == 1
    shown.close()


def test_missing_faces_are_told_once_when_a_file_is_exported(
    window, long_text, tmp_path, answers, monkeypatch
):
    monkeypatch.setattr("ui.printing.faces.stand_ins", lambda faces: ((faces[0], "Noto Serif"),))
    said = []
    monkeypatch.setattr(window, "say", said.append)
    window.open_path(long_text)
    answers.saves = [tmp_path / "一.pdf", tmp_path / "二.pdf"]
    window.printing.export_pdf_asked()
    window.printing.export_pdf_asked()
    assert said == [
        "已导出“一.pdf”。本机缺少“仿宋_GB2312”，PDF 里用了相近的字体。",
        "已导出“二.pdf”。",
    ]


def test_the_faces_of_the_head_and_the_page_number_are_missed_too(
    window, long_text, tmp_path, answers, monkeypatch
):
    asked = []
    monkeypatch.setattr("ui.printing.faces.stand_ins", lambda faces: asked.extend(faces) or ())
    window.open_path(long_text)
    window.set_fields({"发文机关标志": "清河县人民政府文件", "密级": "机密"})
    answers.saves = [tmp_path / "一.pdf"]
    window.printing.export_pdf_asked()
    assert {"方正小标宋简体", "黑体", "宋体", "仿宋_GB2312"} <= set(asked)


def test_an_exported_file_holds_its_pictures(window, foreign, tmp_path):
    window.open_path(foreign)
    window.export_pdf(tmp_path / "甲.pdf")
    assert b"/Subtype /Image" in (tmp_path / "甲.pdf").read_bytes()


def test_head_and_seal_are_filled_in_by_a_dialog(window, long_text, qtbot):
    window.open_path(long_text)
    window.run_command("official")
    dialog = window.findChild(OfficialDialog)
    dialog.fields["发文机关标志"].setText("清河县人民政府文件")
    dialog.fields["用印"].setCurrentIndex(1)
    qtbot.keyClick(dialog.fields["发文机关标志"], Qt.Key.Key_Return)
    details = window.session.details
    assert details.field("发文机关标志") == "清河县人民政府文件"
    assert details.field("用印") == "加盖印章"
    assert details.field("公文格式") == ""
    qtbot.waitUntil(lambda: window.status.page.text() == "第 1 页，共 3 页")
    assert window.editor.bridge.layout.set_marks([])  # the head has moved the breaks


def test_a_head_that_is_put_away_changes_nothing(window, long_text):
    window.open_path(long_text)
    before = window.session.details
    window.run_command("official")
    window.findChild(OfficialDialog).reject()
    assert window.session.details == before
