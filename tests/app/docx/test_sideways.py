"""Tables of sections across stand sideways on pages of their own in a layout too."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from lxml import etree
from schema_order import faults

from app.document.edits import Splice, apply
from app.document.model import Details, Document, Role, block
from app.docx import patch, read, write
from app.docx.layout import load
from app.docx.objects import shown_objects, sideways
from app.docx.package import opened
from app.docx.sideways import stretches, turned
from app.docx.tree import W

NATIONAL = load("gbt9704")
FOOT = Details(fields=(("印发机关", "某县人民政府办公室"), ("印发日期", "2026年3月6日")))


def source(*, behind: bool = True) -> bytes:
    """Return a file with a title and a table on pages across, text before it and perhaps behind."""
    made = docx.Document()
    made.add_paragraph("关于下达任务的通知")
    made.add_paragraph("现将任务下达给你们，请认真组织实施。")
    _section(made, WD_ORIENT.LANDSCAPE)
    made.add_paragraph("附件1")
    made.add_paragraph("重点任务分解表")
    table = made.add_table(2, 8)
    table.cell(0, 0).text = "序号"
    made.add_paragraph("注：按季度调度。")
    if behind:
        _section(made, WD_ORIENT.PORTRAIT)
        made.add_paragraph("附件2")
        made.add_paragraph("名单")
        made.add_table(2, 2)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _section(made, orientation) -> None:
    made.add_section()
    last = made.sections[-1]
    last.orientation = orientation
    last.page_width, last.page_height = last.page_height, last.page_width


def laid_out(content: bytes, details: Details | None = None) -> tuple[Document, bytes]:
    document = write.bare(read.read(content, "甲.docx")[0])
    document = replace(document, details=details or document.details)
    return document, write.write(document, NATIONAL, content)


def across(content: bytes) -> list[bool]:
    """Return for each section of a package whether its pages are wider than high."""
    root = etree.fromstring(opened(content, "甲.docx").content("word/document.xml"))
    return [
        int(size.get(f"{{{W}}}w")) > int(size.get(f"{{{W}}}h"))
        for size in root.iter(f"{{{W}}}pgSz")
    ]


def test_only_the_table_of_the_section_across_stands_sideways():
    content = source()
    names = sideways(shown_objects(content))
    document = read.read(content, "甲.docx")[0]
    tables = [block.object for block in document.blocks if block.object]
    assert names == {tables[0]}


def test_a_table_takes_its_title_and_its_notes_along():
    document, made = laid_out(source())
    names = sideways(shown_objects(source()))
    ((start, stop),) = stretches(document.blocks, names, headed=False)
    assert document.texts[start] == "附件1"
    assert "注：按季度调度。" in document.texts[start:stop]
    assert across(made) == [False, True, False]


def test_a_document_that_ends_sideways_has_no_empty_page_behind():
    assert across(laid_out(source(behind=False))[1]) == [False, True]


def test_a_version_block_stands_upright_behind_a_table_that_ends_the_text():
    assert across(laid_out(source(behind=False), FOOT)[1]) == [False, True, False]


def test_the_ends_of_sections_are_no_text_and_stand_where_the_schema_has_them():
    document, made = laid_out(source())
    assert read.read(made, "甲.docx")[0].texts == document.texts
    assert faults(etree.fromstring(opened(made, "甲.docx").content("word/document.xml"))) == []


def test_a_written_text_keeps_its_table_sideways_when_it_is_laid_out_again():
    once = laid_out(source())[1]
    assert across(laid_out(once)[1]) == across(once)


def test_the_page_number_of_sideways_pages_stands_in_their_own_footers():
    package = opened(laid_out(source())[1], "甲.docx")
    for name in ("word/footer4.xml", "word/footer5.xml"):
        assert b"layout-flow:vertical" in package.content(name)
        assert name in {row.target for row in package.relations("word/document.xml")}


def test_a_text_without_such_tables_has_one_section():
    made = write.write(Document((block("正文。"),)), NATIONAL)
    assert across(made) == [False]
    assert "word/footer4.xml" not in opened(made, "甲.docx")


def test_a_head_keeps_its_page_upright():
    blocks = (block("分解表", Role.TITLE), replace(block("序号"), object="table-1"))
    assert stretches(blocks, {"table-1"}, headed=True) == [(1, 2)]
    assert stretches(blocks, {"table-1"}, headed=False) == [(0, 2)]
    assert stretches(blocks[1:], {"table-1"}, headed=True) == []


def test_the_margins_go_round_with_the_sheet():
    page, held = turned(NATIONAL).page, NATIONAL.page
    assert (page.top, page.left, page.bottom) == (held.left, held.bottom, held.right)


@pytest.mark.parametrize("behind", [True, False])
def test_a_table_taken_out_of_a_written_text_leaves_no_empty_page(behind):
    document, made = laid_out(source(behind=behind))
    opened_, _ = read.read(made, "甲.docx")
    ((start, stop),) = stretches(
        document.blocks, sideways(shown_objects(source(behind=behind))), headed=False
    )
    changed = apply(opened_, [Splice(start, stop)])
    saved = patch.patch(made, opened_, changed)
    assert across(saved) == [False]
    assert read.read(saved, "甲.docx")[0].texts == changed.texts
    assert faults(etree.fromstring(opened(saved, "甲.docx").content("word/document.xml"))) == []
