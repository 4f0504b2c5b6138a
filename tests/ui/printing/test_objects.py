"""Tables and pictures of an opened file on the printed page: as the file has them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from app.document.model import Details
from app.docx.layout import load
from app.docx.objects import Grid, shown_objects
from app.docx.read import read
from ui.printing.paging import Pager
from ui.printing.pdf import rendered
from ui.printing.typeset import Page, Pages, pages

LAYOUT = load("gbt9704")
MM = 72 / 25.4
pytestmark = pytest.mark.usefixtures("qapp")


def png(wide: int, high: int) -> BytesIO:
    """Return a blue picture."""
    shown = QImage(wide, high, QImage.Format.Format_RGB32)
    shown.fill(0x3060C0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    shown.save(buffer, "PNG")
    return BytesIO(bytes(buffer.data().data()))


def package(made: docx.document.Document) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def printed(content: bytes) -> Pages:
    """Return the pages of an opened package."""
    document, _ = read(content, "甲.docx")
    return pages(document, LAYOUT, shown_objects(content))


def tasks(rows: int) -> bytes:
    """Return a file with a table whose head row is repeated and whose first column is merged."""
    made = docx.Document()
    table = made.add_table(rows + 1, 3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("序号", "任务", "责任单位"), strict=True):
        cell.text = text
        cell.paragraphs[0].runs[0].font.size = Pt(12)
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  the library has no other way
    head.append(OxmlElement("w:tblHeader"))
    for at in range(1, rows + 1):
        table.cell(at, 1).text = f"任务{at}"
        table.cell(at, 2).text = "办公室"
    table.cell(1, 0).merge(table.cell(3, 0)).text = "一"
    for column, wide in enumerate((2, 8, 5)):
        for row in table.rows:
            row.cells[column].width = Cm(wide)
    for column, wide in zip(table.columns, (2, 8, 5), strict=True):
        column.width = Cm(wide)
    made.add_paragraph("表后的正文。")
    return package(made)


def verticals(page: Page) -> list[float]:
    return sorted({round(rule.x, 1) for rule in page.rules if rule.x == rule.right})


def test_columns_are_as_wide_as_in_the_file():
    page = printed(tasks(4))[0]
    left = 28 * MM
    places = [left, left + 20 * MM, left + 100 * MM, left + 150 * MM]
    assert verticals(page) == pytest.approx(places, abs=0.2)


def test_a_cell_over_several_rows_has_no_line_through_it():
    page = printed(tasks(4))[0]
    inside = 28 * MM + 10 * MM
    rows = sorted({round(rule.y, 1) for rule in page.rules if rule.x < inside < rule.right})
    assert len(rows) == 4  # above and below the head, below the merged cell, below the last row


def test_the_head_row_is_repeated_on_each_page():
    found = printed(tasks(60))
    assert len(found) > 1
    for page in found:
        texts = [piece.text for piece in page.pieces]
        assert texts.count("责任单位") == 1
    shown = [piece.text for page in found for piece in page.pieces if piece.text == "任务"]
    assert len(shown) == len(found) + 60  # the head on each page, the rows once


def test_a_table_without_borders_has_no_lines():
    made = docx.Document()
    made.add_table(1, 2).cell(0, 0).text = "甲"
    assert printed(package(made))[0].rules == ()


def test_a_picture_is_printed_as_large_as_the_file_says():
    made = docx.Document()
    made.add_picture(png(40, 20), width=Cm(8))
    content = package(made)
    (image,) = printed(content)[0].images
    assert image.width == pytest.approx(80 * MM, abs=0.5)
    assert image.height == pytest.approx(40 * MM, abs=0.5)
    middle = image.x + image.width / 2
    assert middle == pytest.approx((28 + 78) * MM, abs=0.5)


def test_a_picture_wider_than_the_type_area_is_fitted_into_it():
    made = docx.Document()
    made.add_picture(png(40, 20), width=Cm(30))
    (image,) = printed(package(made))[0].images
    assert image.width == pytest.approx(156 * MM, abs=0.1)
    assert image.height == pytest.approx(78 * MM, abs=0.1)


def test_a_picture_stands_in_the_pdf():
    made = docx.Document()
    made.add_picture(png(40, 20), width=Cm(8))
    pdf = rendered(printed(package(made)), LAYOUT, "甲")
    assert b"/Subtype /Image" in pdf


def test_a_picture_that_cannot_be_shown_is_a_frame_of_its_size():
    made = docx.Document()
    made.add_picture(png(40, 20), width=Cm(8))
    part = next(p for p in made.part.package.iter_parts() if "image" in p.content_type)
    part._blob = b"\x01\x00\x00\x00 no picture"  # noqa: SLF001  the library has no other way
    page = printed(package(made))[0]
    assert page.images == ()
    assert {round((rule.right - rule.x) / MM) for rule in page.rules} == {0, 80}
    assert "〔图片〕" in [piece.text for piece in page.pieces]


def test_a_picture_in_a_cell_stands_in_its_column():
    made = docx.Document()
    table = made.add_table(1, 2)
    table.cell(0, 1).paragraphs[0].add_run().add_picture(png(20, 20), width=Cm(2))
    table.cell(0, 1).paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT
    (image,) = printed(package(made))[0].images
    assert image.x > (28 + 70) * MM


def test_an_object_that_nothing_is_known_of_is_read_from_its_text():
    content = tasks(3)
    document, _ = read(content, "甲.docx")
    found = pages(document, LAYOUT)[0]
    assert "责任单位" in [piece.text for piece in found.pieces]
    assert found.rules


def test_the_borders_of_the_table_style_go_along_into_the_national_layout():
    from app.docx.write import apply_layout

    content = tasks(3)
    document, _ = read(content, "甲.docx")
    laid = apply_layout(document, LAYOUT, content)
    (grid,) = shown_objects(laid).values()
    assert isinstance(grid, Grid)
    assert all(cell.edges for row in grid.rows for cell in row)
    assert grid.rows[1][1].paragraphs[0].runs[0].size == 11  # of the default style, said now


def test_a_table_of_a_section_across_stands_sideways_below_upright_numbers():
    made = docx.Document()
    made.add_paragraph("现将任务下达给你们。")
    made.add_section()
    across = made.sections[-1]
    across.page_width, across.page_height = across.page_height, across.page_width
    made.add_table(40, 9).cell(0, 0).text = "序号"
    found = printed(package(made))
    upright, *turned = found
    assert upright.aside is None
    assert len(turned) > 1
    for page in turned:
        assert page.turned == pytest.approx(297 * MM)
        assert "".join([piece.text for piece in page.pieces]) == f"— {page.number} —"
        assert all(0 < piece.x < 260 * MM and 0 < piece.y < 184 * MM for piece in page.aside.pieces)


def test_a_title_above_a_sideways_table_stands_upright_once_there_is_a_head():
    made = docx.Document()
    across = made.sections[0]
    across.page_width, across.page_height = across.page_height, across.page_width
    made.add_paragraph("关于下达任务的通知")
    made.add_table(2, 9).cell(0, 0).text = "序号"
    content = package(made)
    document, _ = read(content, "甲.docx")
    pager = Pager(LAYOUT, shown_objects(content))
    assert pager.put(document) == 1
    assert pager.is_turned(0)
    headed = Details(fields=(("发文机关标志", "清河县人民政府文件"),))
    assert pager.put(replace(document, details=headed)) == 2
    assert not pager.is_turned(0)
