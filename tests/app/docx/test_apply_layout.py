from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from shared import SHARED, needs_shared

from app.document.model import Align, Block, Document, Role, Run, block
from app.docx import layout, read, write
from app.errors import UnreadableFile

NATIONAL = layout.load("gbt9704")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c"
    "6360606060000000050001a5f645400000000049454e44ae426082"
)


def foreign() -> bytes:
    """Return a package as another program writes it: a heading, text, a table, a picture."""
    made = docx.Document()
    made.add_heading("一、总体情况", 1)
    run = made.add_paragraph().add_run("正文内容，较长的一段文字。")
    run.font.size = docx.shared.Pt(12)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲", "乙"
    made.add_picture(BytesIO(PNG))
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def test_objects_go_along_into_the_national_layout():
    package = foreign()
    opened, _ = read.read(package, "甲.docx")
    laid = write.apply_layout(opened, NATIONAL, package)
    again, _ = read.read(laid, "甲.docx")
    assert [b.role for b in again.blocks] == [
        Role.HEADING1,
        Role.BODY,
        Role.OBJECT,
        Role.OBJECT,
    ]
    assert again.texts == opened.texts
    with zipfile.ZipFile(BytesIO(laid)) as archive:
        assert "word/media/image1.png" in archive.namelist()
    assert len(docx.Document(BytesIO(laid)).inline_shapes) == 1


def test_no_look_of_the_old_file_remains():
    package = foreign()
    opened, _ = read.read(package, "甲.docx")
    laid = write.apply_layout(opened, NATIONAL, package)
    assert all(
        run.font is None and run.size is None and run.color is None
        for found in read.read(laid, "甲.docx")[0].blocks
        for run in found.runs
    )


def test_a_moved_object_stands_where_it_was_moved():
    package = foreign()
    opened, _ = read.read(package, "甲.docx")
    moved = replace(opened, blocks=(opened.blocks[2], *opened.blocks[:2], opened.blocks[3]))
    laid = write.apply_layout(moved, NATIONAL, package)
    assert read.read(laid, "甲.docx")[0].texts == moved.texts


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "docx").glob("*.docx")), ids=lambda p: p.name)
def test_every_real_file_takes_the_national_layout(path):
    raw = path.read_bytes()
    try:
        opened, _ = read.read(raw, path.name)
    except UnreadableFile:
        return
    laid = write.apply_layout(opened, NATIONAL, raw)
    again, _ = read.read(laid, path.name)
    texts = write.bare(opened).texts
    assert len(again.blocks) == len(opened.blocks)
    assert [b.text for b in again.blocks if not b.object] == [
        text for text, found in zip(texts, again.blocks, strict=True) if not found.object
    ]
    docx.Document(BytesIO(laid))


def test_a_block_without_looks_is_the_same_object_each_time():
    made = Document((block("甲"), Block((Run("乙", font="楷体"),), align=Align.CENTER)))
    first, second = write.plain(made), write.plain(made)
    assert first.blocks[0] is made.blocks[0]
    assert first.blocks[1] is second.blocks[1]
    assert first.blocks[1] == block("乙")


def test_an_empty_document_takes_it_too():
    assert write.apply_layout(Document(), NATIONAL)
