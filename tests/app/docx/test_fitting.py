"""Tables and pictures that go along into a layout are brought to the room of its pages."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.shared import Mm
from lxml import etree
from schema_order import faults

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
