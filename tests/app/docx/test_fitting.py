"""Tables and pictures that go along into a layout are brought to the room of its pages."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.shared import Mm
from lxml import etree
from schema_order import faults
from wordml import p, package, r

from app.docx import read, write
from app.docx.layout import load
from app.docx.measures import millimetres
from app.docx.package import opened
from app.docx.tree import W

NATIONAL = load("gbt9704")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c"
    "6360606060000000050001a5f645400000000049454e44ae426082"
)


def laid_out(source) -> etree._Element:
    """Return the text of a file set in the national layout."""
    target = BytesIO()
    source.save(target)
    package = target.getvalue()
    made = write.apply_layout(read.read(package, "甲.docx")[0], NATIONAL, package)
    root = etree.fromstring(opened(made, "甲.docx").content("word/document.xml"))
    assert faults(root) == []
    return root


def widths(root: etree._Element, name: str) -> list[int]:
    return [int(node.get(f"{{{W}}}w")) for node in root.iter(f"{{{W}}}{name}")]


@pytest.mark.parametrize(("wide", "wanted"), [(240, 156), (100, 100)])
def test_a_table_is_at_most_as_wide_as_the_type_area(wide, wanted):
    source = docx.Document()
    table = source.add_table(2, 4)
    for column in table.columns:
        column.width = Mm(wide / 4)
        for cell in column.cells:
            cell.width = Mm(wide / 4)
    root = laid_out(source)
    assert sum(widths(root, "gridCol")) == pytest.approx(millimetres(wanted), abs=8)
    assert max(widths(root, "tcW")) == pytest.approx(millimetres(wanted / 4), abs=8)


def test_no_row_goes_on_on_the_next_page():
    source = docx.Document()
    source.add_table(3, 2)
    assert len(list(laid_out(source).iter(f"{{{W}}}cantSplit"))) == 3


@pytest.mark.parametrize(
    ("size", "wanted"), [((312, 100), (156, 50)), ((100, 450), (50, 225)), ((80, 40), (80, 40))]
)
def test_a_picture_fits_into_the_type_area_in_its_shape(size, wanted):
    source = docx.Document()
    source.add_picture(BytesIO(PNG), Mm(size[0]), Mm(size[1]))
    sizes = [
        [int(node.get(name)) / 36000 for name in ("cx", "cy")]
        for node in laid_out(source).iter("{*}extent", "{*}ext")
        if node.get("cx")
    ]
    assert sizes == [pytest.approx(wanted, abs=0.1)] * 2


def test_a_picture_in_a_cell_fits_into_its_cell():
    source = docx.Document()
    table = source.add_table(1, 4)
    for cell in table.rows[0].cells:
        cell.width = Mm(60)
    for column in table.columns:
        column.width = Mm(60)
    cell = table.rows[0].cells[1]
    cell.paragraphs[0].add_run().add_picture(BytesIO(PNG), Mm(100), Mm(50))
    sizes = [int(node.get("cx")) / 36000 for node in laid_out(source).iter("{*}extent")]
    assert sizes == [pytest.approx(39 - 2 * 1.905, abs=0.2)]


VML = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="a"'
    ' style="position:static;width:{};height:{}"><v:imagedata/></v:shape></w:pict></w:r>'
)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        (("312mm", "100mm"), "width:442.20pt;height:141.73pt"),
        (("100pt", "50pt"), "width:100pt;height:50pt"),
        (("24in", "auto"), "width:24in;height:auto"),
    ],
)
def test_a_picture_of_the_older_drawing_language_fits_too(size, wanted):
    raw = package(p(VML.format(*size)) + p(r("后。")))
    made = write.apply_layout(read.read(raw, "甲.docx")[0], NATIONAL, raw)
    text = opened(made, "甲.docx").content("word/document.xml").decode()
    assert f"position:static;{wanted}" in text
