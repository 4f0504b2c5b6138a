"""What the reader sees in the cells of a table: automatic numbers, note marks, nothing hidden."""

from __future__ import annotations

from wordml import p, package, r

from app.docx import read
from app.docx.objects import Grid, shown_objects

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
LAST = '<w:r><w:endnoteReference w:id="2"/></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def texts(raw: bytes) -> list[str]:
    return [found.label + found.text for found in read.read(raw, "甲.docx")[0].blocks]


def test_automatic_numbers_in_cells_are_shown_and_counted():
    row = table((p(properties=NUMBERED), p(r("水库"))), (p(r("堤"), properties=NUMBERED), p()))
    raw = package(row + p(r("塘"), properties=NUMBERED), numbering=LIST)
    assert texts(raw) == ["1.\t水库\n2.堤\t", "3.塘"]
    (grid,) = shown_objects(raw).values()
    assert isinstance(grid, Grid)
    shown = [[cell.paragraphs[0].text for cell in line] for line in grid.rows]
    assert shown == [["1.", "水库"], ["2.堤", ""]]


def test_notes_are_counted_through_tables_each_kind_by_itself():
    body = p(r("甲"), NOTE) + table((p(r("乙"), NOTE, LAST),)) + p(r("丙"), LAST, NOTE)
    assert texts(package(body)) == ["甲¹", "乙²ⁱ", "丙ⁱⁱ³"]


def test_notes_count_in_the_form_that_the_file_names():
    form = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>'
    assert texts(package(p(r("甲"), NOTE, NOTE), settings=form)) == ["甲①②"]


def test_a_note_with_a_mark_of_its_own_shows_that_mark():
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    assert texts(package(p(r("甲"), own, NOTE))) == ["甲*¹"]


def test_hidden_text_and_instructions_in_cells_are_not_shown():
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    hidden = p(r("显"), r("隐", "<w:vanish/>"), field) + p(r("行"), end)
    assert texts(package(table((hidden, p(r("尾")))))) == ["显 行\t尾"]


def test_signs_of_symbol_fonts_are_shown_as_the_signs_they_are():
    signs = (("Wingdings", "F0FE"), ("Wingdings 2", "F0A3"), ("Wingdings", "00FC"))
    rows = [f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for font, code in signs]
    greek = (
        '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="某字体" w:char="F061"/></w:r>'
    )
    assert texts(package(p(*rows, greek))) == ["☑□✓α□"]


def test_the_cells_of_a_table_in_a_cell_stand_apart():
    inner = table((p(r("内一")), p(r("内二"))))
    (grid,) = shown_objects(package(table((inner + p(),)) + p())).values()
    assert isinstance(grid, Grid)
    assert grid.rows[0][0].paragraphs[0].text == "内一　内二"
