from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from wordml import p, package, r

from app.document.model import Block, Document, Role, Run, block
from app.docx import layout, patch, read, write
from app.docx.numbering import formatted

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("form", "count", "text"),
    [
        ("decimal", 12, "12"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("ideographLegalTraditional", 12, "壹拾貳"),
        ("ideographZodiacTraditional", 43, "丙午"),
        ("hex", 26, "1A"),
        ("chicago", 6, "††"),
        ("japaneseCounting", 11, "十一"),
        ("japaneseCounting", 110, "百十"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 2, "丑"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 3, "c"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("ordinal", 22, "22nd"),
        ("aiueoFullWidth", 2, "イ"),
        ("irohaFullWidth", 2, "ロ"),
        ("ganada", 1, "가"),
        ("japaneseLegal", 2, "弐"),
        ("koreanDigital", 12, "일이"),
        ("russianUpper", 2, "Б"),
        ("none", 4, ""),
        ("somethingNew", 4, "4"),
    ],
)
def test_each_form_reads_as_word_shows_it(form, count, text):
    assert formatted(count, form) == text


def level(at: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(numbering: str, *paragraphs: tuple[str, str]) -> bytes:
    """Return a package whose paragraphs are (properties, text) pairs, with a numbering part."""
    body = "".join(
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        for properties, text in paragraphs
    )
    target = BytesIO()
    plain = write.write(Document((block("x"),)), layout.load("gbt9704"))
    with (
        zipfile.ZipFile(BytesIO(plain)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                content = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
            if entry.filename == "word/_rels/document.xml.rels":
                row = f'<Relationship Id="n" Type="{R}/numbering" Target="numbering.xml"/>'
                content = content.replace(b"</Relationships>", row.encode() + b"</Relationships>")
            new.writestr(entry, content)
        new.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>')
    return target.getvalue()


def num(number: int, at: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'


def labels(raw: bytes) -> list[str]:
    return [found.label for found in read.read(raw, "甲.docx")[0].blocks]


OFFICIAL = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + "</w:abstractNum>"
)


def test_levels_count_and_restart_below_their_parents():
    numbering = OFFICIAL + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    levels = [0, 1, 1, 2, 0, 1, 2, 2]
    raw = listed(numbering, *[(num(1, at), "甲") for at in levels])
    assert labels(raw) == ["一、", "（一）", "（二）", "1.", "二、", "（一）", "1.", "2."]


def test_numbers_of_the_list_give_the_roles_of_headings():
    numbering = OFFICIAL + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    raw = listed(
        numbering,
        ("", "关于今年工作情况的报告"),
        (num(1), "总体情况"),
        ("", "今年以来，各项工作取得新进展，成效明显。"),
        (num(1), "下一步打算"),
        ("", "明年要继续努力，争取更好成绩。"),
    )
    document, _ = read.read(raw, "甲.docx")
    assert [found.role for found in document.blocks[1::2]] == [Role.HEADING1, Role.HEADING1]


def test_multi_level_text_and_chapters():
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "chineseCounting", "第%1章")
        + level(1, "decimal", "%1.%2", "<w:isLgl/>")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    raw = listed(numbering, *[(num(1, at), "甲") for at in (0, 1, 1, 0, 1)])
    assert labels(raw) == ["第一章 ", "1.1 ", "1.2 ", "第二章 ", "2.1 "]


def test_a_start_override_restarts_the_shared_counter():
    numbering = (
        OFFICIAL
        + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        + '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    raw = listed(numbering, *[(num(n), "甲") for n in (1, 1, 2, 2, 3)])
    assert labels(raw) == ["一、", "二、", "一、", "二、", "三、"]


def test_a_level_that_never_restarts_counts_through():
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    raw = listed(numbering, *[(num(1, at), "甲") for at in (0, 1, 1, 0, 1)])
    assert labels(raw) == ["一、", "1.", "2.", "二、", "3."]


def test_no_number_where_the_paragraph_takes_it_away():
    numbering = OFFICIAL + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    raw = listed(numbering, (num(1), "甲"), (num(0), "乙"), (num(1), "丙"))
    assert labels(raw) == ["一、", "", "二、"]


def test_bullets_of_symbol_fonts_show_as_a_dot():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(listed(numbering, (num(1), "甲"))) == ["•"]


@pytest.mark.parametrize(
    ("font", "sign", "shown"),
    [("Wingdings", "\uf0d8", "➢"), ("Wingdings", "l", "●"), ("", "-", "-")],
)
def test_bullets_show_the_sign_that_their_font_has(font, sign, shown):
    looks = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    row = level(0, "bullet", sign).replace("</w:lvl>", looks)
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{row}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(listed(numbering, (num(1), "甲"))) == [shown]


def test_a_number_that_nothing_follows_stands_close_to_its_text():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "第%1", CLOSE)}'
        f"{level(1, 'decimal', '%2')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(listed(numbering, (num(1), "甲"), (num(1, 1), "乙"))) == ["第1", "1 "]


CLOSE = '<w:suff w:val="nothing"/>'


def test_numbers_of_a_pattern_have_its_digits():
    form = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    row = level(0, "decimal", "%1.").replace('<w:numFmt w:val="decimal"/>', form)
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{row}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(listed(numbering, (num(1), "甲"), (num(1), "乙"))) == ["001.", "002."]


def test_a_list_defined_by_a_style_of_lists_is_followed():
    style = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "chineseCounting", "（%1）")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    raw = package(p(r("甲"), properties=num(1)), style, numbering=numbering)
    assert labels(raw) == ["（一）"]


def test_automatic_numbers_stay_automatic_on_saving():
    numbering = OFFICIAL + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    raw = listed(numbering, (num(1), "甲方"), (num(1), "乙方"))
    opened, _ = read.read(raw, "甲.docx")
    changed = Document((opened.blocks[1], opened.blocks[0]), opened.details)
    assert labels(patch.patch(raw, opened, changed)) == ["一、", "二、"]


LIST = OFFICIAL + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def saved_with(change) -> list[tuple[str, str]]:
    """Return labels and texts after a list of three was changed and saved."""
    raw = listed(LIST, (num(1), "甲方"), (num(1), "乙方"), (num(1), "丙方"))
    opened, _ = read.read(raw, "甲.docx")
    written = patch.patch(raw, opened, Document(change(*opened.blocks), opened.details))
    return [(found.label, found.text) for found in read.read(written, "甲.docx")[0].blocks]


def test_a_paragraph_that_came_into_a_list_is_numbered_by_it():
    assert saved_with(
        lambda one, two, three: (
            one,
            Block((Run("新方"),), one.role, label="二、"),
            replace(two, label="三、"),
            replace(three, label="四、"),
        )
    ) == [("一、", "甲方"), ("二、", "新方"), ("三、", "乙方"), ("四、", "丙方")]


def test_a_paragraph_whose_number_was_taken_is_of_the_list_no_more():
    assert saved_with(
        lambda one, two, three: (one, replace(two, label=""), replace(three, label="二、"))
    ) == [("一、", "甲方"), ("", "乙方"), ("二、", "丙方")]


LISTED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
DELETED = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'


def numbers(*paragraphs: str) -> list[str]:
    raw = package("".join(paragraphs), numbering=LISTED)
    return [found.label for found in read.read(raw, "甲")[0].blocks]


def test_an_empty_paragraph_of_a_list_shows_its_number_too():
    rows = [p(r("甲"), properties=IN_LIST), p(properties=IN_LIST), p(r("乙"), properties=IN_LIST)]
    assert numbers(*rows) == ["一、", "二、", "三、"]


@pytest.mark.parametrize("cell", [False, True])
def test_a_paragraph_deleted_with_its_mark_takes_no_number(cell):
    gone = '<w:del w:id="2" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del>'
    row = p(gone, properties=IN_LIST + DELETED)
    if cell:
        row = f"<w:tbl><w:tr><w:tc>{row}{p(r('格'))}</w:tc></w:tr></w:tbl>"
    assert numbers(row, p(r("乙"), properties=IN_LIST))[-1] == "一、"
