"""A paragraph split or joined by the writer keeps all that stands in it beside its text."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from wordml import p, package, r

from app.document.model import Block, Document, Run, cut, normal
from app.docx import patch, read

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
RAISED = r("2", '<w:vertAlign w:val="superscript"/>')
LINK = f'<w:hyperlink w:anchor="a">{r("链接文字")}</w:hyperlink>'
ADDED = f'<w:ins w:id="7" w:author="甲">{r("插入的字")}</w:ins>'
CONTROL = f"<w:sdt><w:sdtContent>{r('控件的字')}</w:sdtContent></w:sdt>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("三")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def halves(block: Block, at: int, typed: str = "") -> tuple[Block, Block]:
    """Return what a paragraph becomes by Enter at a place, with what is typed behind it."""
    rest = normal((Run(typed), *cut(block.runs, at, len(block))))
    return replace(block, runs=cut(block.runs, 0, at)), replace(block, runs=rest, label="")


def split(body: str, at: int, typed: str = "", **beside: str) -> str:
    raw = package(body, **beside)
    document, _ = read.read(raw, "甲.docx")
    first, *others = document.blocks
    return saved(raw, document, [*halves(first, at, typed), *others])


def saved(raw: bytes, document: Document, blocks: list[Block]) -> str:
    made = patch.patch(raw, document, Document(tuple(blocks), document.details))
    again, _ = read.read(made, "甲.docx")
    assert [found.text for found in again.blocks] == [found.text for found in blocks]
    with zipfile.ZipFile(BytesIO(made)) as archive:
        text = archive.read("word/document.xml").decode()
    return text[text.index("<w:body>") + 8 : text.index("</w:body>")]


def rows(body: str) -> list[str]:
    return re.findall(r"<w:p[ >].*?</w:p>|<w:p/>", body)


@pytest.mark.parametrize("typed", ["", "新写的"])
@pytest.mark.parametrize("thing", [NOTE, RAISED, LINK, ADDED, CONTROL, FIELD])
def test_what_stands_behind_the_place_of_a_split_goes_along(thing, typed):
    first, second = rows(split(p(r("前面的一些字后面的一些字"), thing), 6, typed))
    assert "fldChar" not in first
    assert re.sub(r' xml:space="preserve"', "", thing) in re.sub(
        r' xml:space="preserve"| xmlns:\w+="[^"]*"', "", second
    )


@pytest.mark.parametrize(("thing", "tag"), [(LINK, "hyperlink"), (ADDED, "ins")])
def test_what_is_split_inside_stands_in_both(thing, tag):
    first, second = rows(split(p(r("前"), thing, r("后")), 3))
    assert f"<w:{tag} " in first
    assert f"<w:{tag} " in second


def test_a_paragraph_split_into_four_keeps_every_sign_once():
    raw = package(p(r("甲乙丙丁戊己"), RAISED, r("庚辛壬癸"), NOTE))
    document, _ = read.read(raw, "甲.docx")
    (whole,) = document.blocks
    quarters = [replace(whole, runs=cut(whole.runs, at, at + 3)) for at in range(0, 12, 3)]
    found = rows(saved(raw, document, quarters))
    assert ["superscript" in row for row in found] == [False, False, True, False]
    assert ["footnoteReference" in row for row in found] == [False, False, False, True]


def test_ends_stay_with_what_they_end():
    mark = '<w:bookmarkStart w:id="1" w:name="a"/>'
    ends = '<w:bookmarkEnd w:id="1"/><w:r><w:commentReference w:id="3"/></w:r>'
    first, second = rows(split(p(mark, r("前面的字"), FIELD, ends, r("后面的字")), 5))
    assert "bookmarkEnd" in first
    assert "commentReference" in first
    assert first.count("fldChar ") == 3
    assert "<w:t" in second


def test_a_control_split_inside_stays_one():
    body = split(p(r("前面的字"), CONTROL), 6)
    assert body.count("<w:sdt>") == 1


def test_the_end_of_a_section_and_of_an_inserted_paragraph_goes_with_the_last_part():
    properties = '<w:pageBreakBefore/><w:rPr><w:ins w:id="5" w:author="甲"/></w:rPr><w:sectPr/>'
    first, second = rows(split(p(r("前面的字后面的字"), properties=properties), 4))
    assert "sectPr" not in first
    assert "w:ins" not in first
    assert "pageBreakBefore" in first
    assert "sectPr" in second
    assert "w:ins" in second
    assert "pageBreakBefore" not in second


def test_the_second_part_of_a_numbered_paragraph_has_no_number():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(r("前面的字后面的字"), properties=listed)
    first, second = rows(split(body, 4, numbering=numbering))
    assert "numPr" in first
    assert "numPr" not in second


def test_a_joined_paragraph_keeps_what_both_held():
    raw = package(
        p(r("前面的字"), RAISED, properties='<w:jc w:val="right"/>')
        + p(LINK, NOTE, properties="<w:sectPr/>")
        + p(r("另一段"))
    )
    document, _ = read.read(raw, "甲.docx")
    one, two, other = document.blocks
    joined = replace(one, runs=normal((*one.runs, *two.runs)))
    first, last = rows(saved(raw, document, [joined, other]))
    for part in ("superscript", "hyperlink", "footnoteReference", "sectPr", 'val="right"'):
        assert part in first
    assert "另一段" in last


def test_paragraphs_written_anew_take_nothing_of_those_they_replace():
    raw = package(p(r("今年以来各项工作取得明显成效"), NOTE) + p(r("末")))
    document, _ = read.read(raw, "甲.docx")
    new = [Block((Run("防汛抗旱要早部署"),)), Block((Run("值班值守要严落实"),))]
    body = saved(raw, document, [*new, document.blocks[1]])
    assert len(rows(body)) == 3
