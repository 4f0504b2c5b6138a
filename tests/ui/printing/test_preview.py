"""The preview: pages, thumbnails, zoom; and what goes to the printer."""

from __future__ import annotations

import pypdf
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QSpinBox

from app.document.model import Document
from app.document.model import block as paragraph
from app.docx.layout import load
from ui.printing.preview import Preview
from ui.printing.printer import chosen, prepare, print_pages
from ui.printing.typeset import pages

LAYOUT = load("gbt9704")
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),  # the offscreen platform
]
TEXT = "坚持把工作做细做实，把力量用在基层一线，推动各项任务落地见效。" * 60


@pytest.fixture
def seven():
    found = pages(Document((paragraph(TEXT),) * 2), LAYOUT)
    assert len(found) == 7
    return found


@pytest.fixture
def preview(qtbot, seven):
    shown = Preview(seven, LAYOUT, "通知")
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def printer(tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "印.pdf"))
    prepare(made, LAYOUT, "通知")
    return made


def test_the_first_page_fits_the_window(preview):
    image = preview.view.viewport().grab().toImage()
    middle = image.pixelColor(image.width() // 2, 30)
    assert middle.name() == "#ffffff"
    assert preview.view.page() == 1


def test_the_page_number_and_the_thumbnails_follow_the_page_in_sight(preview):
    preview.view.show_page(4)
    assert preview.view.page() == 4
    assert preview.findChild(QSpinBox).value() == 4
    assert preview.thumbnails.currentIndex().row() == 3


def test_a_thumbnail_clicked_shows_its_page(preview, qtbot):
    index = preview.thumbnails.model().index(1, 0)
    place = preview.thumbnails.visualRect(index).center()
    qtbot.mouseClick(preview.thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert preview.view.page() == 2


def test_a_page_number_typed_shows_the_page(preview, qtbot):
    field = preview.findChild(QSpinBox)
    field.lineEdit().selectAll()
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert preview.view.page() == 7
    assert preview.findChild(QPrintDialog) is None


def test_zoom_keeps_the_page_in_sight(preview, qtbot):
    preview.view.show_page(3)
    before = preview.view.zoom()
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom() > before
    assert preview.view.page() == 3
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    preview.view.fit("width")
    assert preview.view.page() == 3


def test_what_is_printed_into_a_file_is_what_is_exported(preview, printer, tmp_path):
    preview.print_on(printer)
    with (tmp_path / "印.pdf").open("rb") as file:
        read = pypdf.PdfReader(file)
        assert len(read.pages) == 7
        assert "工作" in read.pages[0].extract_text()
    assert not preview.isVisible()


def test_a_page_range_prints_those_pages_with_their_numbers(printer, seven, tmp_path):
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    ranges.addPage(6)
    printer.setPageRanges(ranges)
    print_pages(printer, seven, LAYOUT)
    with (tmp_path / "印.pdf").open("rb") as file:
        texts = [page.extract_text() for page in pypdf.PdfReader(file).pages]
    assert ["".join(text.split())[-3:] for text in texts] == ["—2—", "—3—", "—6—"]


def test_from_and_to_bound_the_pages(printer, seven):
    printer.setFromTo(2, 4)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert list(chosen(printer, seven)) == [1, 2, 3]


def test_the_last_page_comes_first_where_asked_for(printer, seven):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(chosen(printer, seven)) == [6, 5, 4, 3, 2, 1, 0]


def test_the_sheet_is_a_whole_a4(printer):
    assert printer.pageLayout().pageSize().name() == "A4"
    assert printer.fullPage()


def test_a_file_that_cannot_be_written_is_said_and_the_preview_stays(preview, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "没有" / "印.pdf"))
    preview.print_on(printer)
    notice = preview.findChild(QMessageBox)
    assert "印.pdf" in notice.text()
    assert preview.isVisible()
    notice.close()


def test_the_button_asks_for_a_printer_without_blocking(preview, qtbot):
    button = preview.findChild(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = preview.findChild(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert preview.isVisible()


def test_missing_faces_are_named_with_what_stands_in(preview, seven):
    missing = [face for face in seven.faces() if not QFontDatabase.hasFamily(face)]
    notices = [label.text() for label in preview.findChildren(QLabel) if "缺少" in label.text()]
    assert len(notices) == bool(missing)
    assert all(face in notices[0] for face in missing)


def test_on_a_low_screen_the_page_has_its_width_and_the_notice_one_line(seven, qtbot, monkeypatch):
    monkeypatch.setattr("ui.printing.preview.room_for", lambda _: QSize(643, 324))
    shown = Preview(seven, LAYOUT, "通知")
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    assert shown.view.zoom() > 35
    notices = [label for label in shown.findChildren(QLabel) if "缺少" in label.text()]
    for notice in notices:
        assert "代替" in notice.toolTip()
        assert notice.height() < 3 * notice.fontMetrics().lineSpacing()
