"""A signature never stands on a page without text: the paragraph above it goes along."""

from __future__ import annotations

import pytest
from lxml import etree
from schema_order import faults

from app.document.edits import Splice, apply
from app.document.model import Block, Document, Role, block
from app.docx import patch, read, write
from app.docx.layout import load
from app.docx.package import opened
from app.docx.together import kept
from app.docx.tree import W

NATIONAL = load("gbt9704")
TEXT, SIGNED, DATE = (
    block("请各单位抓紧办理。"),
    block("县人民政府办公室", Role.SIGNATURE),
    block("2026年3月5日", Role.DATE),
)
NOTE = block("附件：任务分解表", Role.ATTACHMENT_NOTE)
BLANK = block("", Role.BLANK)


def held(content: bytes) -> list[int]:
    """Return the paragraphs of a text that say themselves that they stay with the next one."""
    root = etree.fromstring(opened(content, "甲.docx").content("word/document.xml"))
    found = []
    for at, row in enumerate(root.iter(f"{{{W}}}p")):
        marks = [row.find(f"{{{W}}}pPr/{{{W}}}{name}") for name in ("keepNext", "keepLines")]
        if all(mark is not None for mark in marks):
            found.append(at)
    return found


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ((TEXT, TEXT, SIGNED, DATE), {1}),
        ((TEXT, NOTE, SIGNED, DATE), {0, 1}),
        ((TEXT, BLANK, BLANK, SIGNED, DATE), {0, 1, 2}),
        ((TEXT, DATE), {0}),
        ((TEXT, SIGNED, SIGNED, DATE), {0}),
        ((TEXT, TEXT), set()),
        ((SIGNED, DATE), set()),
        ((block("清单", Role.TITLE), SIGNED, DATE), set()),
    ],
)
def test_the_last_paragraph_and_what_follows_it_stay_with_the_signature(
    blocks: tuple[Block, ...], wanted: set[int]
):
    assert kept(blocks, NATIONAL) == wanted


def test_a_note_below_the_date_stays_with_it():
    note = block("（此件公开发布）", Role.ANNOTATION)
    assert kept((TEXT, SIGNED, DATE, note), NATIONAL) == {0, 2}


def test_a_long_paragraph_is_not_taken_from_its_page():
    assert kept((block("抓紧办理，" * 80), SIGNED, DATE), NATIONAL) == frozenset()


def test_many_attachments_stay_as_far_as_they_are_few_rows():
    notes = [block(f"{at}.材料", Role.ATTACHMENT_NOTE) for at in range(20)]
    assert kept((TEXT, *notes, SIGNED), NATIONAL) == frozenset(range(9, 21))


def test_a_new_file_says_so_where_the_schema_has_it():
    content = write.write(Document((TEXT, TEXT, SIGNED, DATE)), NATIONAL)
    assert held(content) == [1]
    assert faults(etree.fromstring(opened(content, "甲.docx").content("word/document.xml"))) == []


def test_a_saved_text_follows_when_another_paragraph_becomes_the_last():
    content = write.write(Document((TEXT, TEXT, SIGNED, DATE)), NATIONAL)
    before, _ = read.read(content, "甲.docx")
    after = apply(before, [Splice(2, 2, (block("特此通知。", Role.CLOSING),))])
    saved = patch.patch(content, before, after)
    assert held(saved) == [2]
    assert read.read(saved, "甲.docx")[0].texts == after.texts
