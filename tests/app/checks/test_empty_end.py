"""Empty lines at the end of a text: which are told of, and which of them go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wordml import p, package, r

from app import kinds
from app.checks import Checker
from app.checks.registry import rules
from app.document.edits import apply
from app.document.model import Block, Document, Role, block
from app.document.recognize import recognized
from app.docx import patch, read

SAID = block("各村要在月底前报送名单。")
EMPTY = Block(role=Role.BLANK)
BREAK = p('<w:r><w:br w:type="page"/></w:r>')


def found(document):
    return Checker([rule for rule in rules() if rule.id == "empty_end"]).run(document)


def mended(*blocks):
    document = Document(blocks)
    for one in found(document):
        document = apply(document, one.fixes[0].edits)
    return document.blocks


@pytest.mark.parametrize(
    "held",
    [
        replace(EMPTY, bookmark=True),
        replace(EMPTY, unseen=True),
        replace(EMPTY, label="（一）"),
        Block(role=Role.OBJECT, object="picture-1"),
    ],
)
def test_what_holds_more_than_its_text_shows_stays_with_all_above_it(held):
    assert mended(SAID, EMPTY, EMPTY, held) == (SAID, EMPTY, EMPTY, held)
    assert mended(SAID, EMPTY, held, EMPTY, EMPTY)[:3] == (SAID, EMPTY, held)


def test_below_a_table_one_line_stays():
    table = Block(block("甲\t乙").runs, Role.OBJECT, object="table-1")
    (one,) = found(Document((SAID, table, EMPTY, EMPTY, EMPTY)))
    assert one.span.block == 2
    assert mended(SAID, table, EMPTY, EMPTY, EMPTY) == (SAID, table, EMPTY)


def test_a_text_without_words_is_left_alone():
    assert not found(Document((EMPTY, EMPTY, EMPTY)))


def test_the_lines_behind_a_paragraph_broken_into_lines_go_too():
    long = "今年全县工作的总体思路是，全面落实上级关于“三农”和“营商环境”的部署，突出抓好产业发展、"
    lines = [block(long[at : at + 14]) for at in range(0, 42, 14)] * 6
    whole = recognized(Document((*lines, block("乡村建设。"), EMPTY, EMPTY)))
    (one,) = found(whole)
    assert apply(whole, one.fixes[0].edits).blocks == whole.blocks[:-2]


def test_no_draft_of_a_kind_ends_in_them():
    for name in kinds.listing():
        kind = kinds.load(name.id)
        for variant in kind.variants:
            assert not found(kinds.draft(kind, {}, variant.id))


def test_a_page_break_of_a_file_is_known_and_stays_in_it():
    content = package(p(r("各村要在月底前报送名单。")) + p() + BREAK + p() + p())
    opened, _ = read.read(content, "通知.docx")
    assert [one.unseen for one in opened.blocks] == [False, False, True, False, False]
    left = Document(mended(*opened.blocks), opened.details)
    again, _ = read.read(patch.patch(content, opened, left), "通知.docx")
    assert again.blocks == opened.blocks[:3]


@pytest.mark.parametrize(
    "held",
    [
        BREAK,
        p(properties='<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>'),
        p(properties="<w:sectPr/>"),
        p('<w:del w:id="1" w:author="甲"><w:r><w:delText>旧字</w:delText></w:r></w:del>'),
        p(r("隐藏", "<w:vanish/>")),
        p('<w:r><w:commentReference w:id="0"/></w:r>'),
    ],
)
def test_what_an_empty_line_of_a_file_holds_is_known(held):
    opened, _ = read.read(package(p(r("报送名单。")) + held + p() + p(r(" "))), "通知.docx")
    assert [one.unseen for one in opened.blocks] == [False, True, False, False]
