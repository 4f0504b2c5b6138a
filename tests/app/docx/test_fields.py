"""Fields however they are written: results are text, instructions never are."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from wordml import p, package, r

from app.document.edits import TextEdit, apply
from app.docx import patch, read
from app.docx.formulas import equation

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


BEGIN, MIDDLE, END = mark("begin"), mark("separate"), mark("end")
RING = "".join([BEGIN, code(r" eq \o\ac("), code("○"), code(",3)"), END])
PAGE = f"{BEGIN}{code('PAGE')}{MIDDLE}{r('3')}{END}"
CHECKED = '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
ENTRIES = "".join(f'<w:listEntry w:val="{text}"/>' for text in ("男", "女"))
CHOSEN = f'<w:ffData><w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList></w:ffData>'


def texts(body: str) -> list[str]:
    return [found.text for found in read.read(package(body), "甲.docx")[0].blocks]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"{r('甲')}{BEGIN}{code('XE 索引')}{END}{r('乙')}", "甲乙"),
        (f"{r('甲')}{BEGIN}{code('PAGE')}{r('结果')}{END}{r('乙')}", "甲结果乙"),
        (f"{r('甲')}{BEGIN}{r('没有指令')}{END}{r('乙')}", "甲没有指令乙"),
        (f"{r('甲')}{END}{r('乙')}", "甲乙"),
        (f"{r('甲')}{MIDDLE}{r('乙')}{END}{r('丙')}", "甲乙丙"),
        (f"{r('甲')}{BEGIN}{code('PAGE')}{r('乙')}", "甲乙"),
        (f"{BEGIN}{BEGIN}{code('PAGE')}{MIDDLE}{r('果')}{END}{r('乙')}", "果乙"),
        (
            f"{BEGIN}{code('IF')}{PAGE}{code('=1')}{END}{r('乙')}",
            "乙",
        ),
        (f"{BEGIN}{code('A')}{MIDDLE}{r('前')}{BEGIN}{code('B')}{r('里')}{END}{r('乙')}", "前里乙"),
        (f"{r('第')}{RING}{r('条')}", "第③条"),
        (f"{r('第')}{RING[: -len(END)]}{MIDDLE}{END}{r('条')}", "第③条"),
        (f"{r('第')}{RING[: -len(END)]}{MIDDLE}{r('叁')}{END}{r('条')}", "第叁条"),
        (f"{BEGIN}{code('MACROBUTTON NoMacro 点击此处输入')}{END}", "点击此处输入"),
        (f"{mark('begin', CHECKED)}{code('FORMCHECKBOX')}{END}{r('同意')}", "☒同意"),
        (f"{mark('begin', CHOSEN)}{code('FORMDROPDOWN')}{MIDDLE}{END}{r('性')}", "女性"),
    ],
)
def test_what_a_field_shows_is_text_and_its_instructions_are_not(content, text):
    assert texts(p(content)) == [text]


def test_paragraphs_inside_a_field_without_its_middle_are_shown():
    rows = p(r("目录"), BEGIN, code("TOC")) + p(r("第一章")) + p(r("第二章"), END)
    assert texts(rows + p(r("正文"))) == ["目录", "第一章", "第二章", "正文"]


@pytest.mark.parametrize(
    ("at", "end", "new", "gone"),
    [(0, 0, "新", False), (1, 1, "新", False), (0, 1, "", True), (0, 1, "三", True)],
)
def test_text_beside_a_sign_in_a_ring_stands_outside_its_field_and_it_goes_as_a_whole(
    at, end, new, gone
):
    raw = package(p(RING) + p(r("乙")))
    opened, _ = read.read(raw, "甲.docx")
    made = patch.patch(raw, opened, apply(opened, [TextEdit(0, at, end, new)]))
    assert read.read(made, "甲.docx")[0].blocks[0].text == f"{'③'[:at]}{new}{'③'[end:]}"
    with zipfile.ZipFile(BytesIO(made)) as archive:
        text = archive.read("word/document.xml").decode()
    assert ("fldChar" not in text) is gone
    if new and not gone:
        assert not text.index('"begin"') < text.index(new) < text.index('"end"')


@pytest.mark.parametrize(
    ("instructions", "text"),
    [
        (r"EQ \o\ac(○,10)", "⑩"),
        (r"eq \o\ac(○,a)", "ⓐ"),
        (r"EQ \o\ac(○,三)", "㊂"),
        (r"EQ \o\ac(□,密)", "□密"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \r(3,x)", "³√x"),
        (r"EQ \b(\f(a,b))", "(a/b)"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(wén),文)', "文"),
        (r"EQ \o(\s\up 5(甲),\s\do 2(乙))", "甲乙"),
        (r"EQ a\,b\d\fo20()", "a,b"),
        (r"EQ \f(1", "1"),
        ("EQ " + r"\f(" * 100, ""),
    ],
)
def test_equation_fields_read_as_one_line(instructions, text):
    found = equation(instructions)
    assert found == text if text else len(found) < 1000


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>", "a/b"),
        ("<m:sSup><m:e>{a}</m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "a²"),
        ("<m:sSub><m:e>{a}</m:e><m:sub>{b}</m:sub></m:sSub>", "a_b"),
        ("<m:rad><m:deg/><m:e>{a}</m:e></m:rad>", "√a"),
        ("<m:d><m:dPr/><m:e>{a}{b}</m:e></m:d>", "(ab)"),
        ("{a}{b}", "ab"),
    ],
)
def test_formulas_read_as_one_line(formula, text):
    letters = {name: f"<m:r><m:t>{name}</m:t></m:r>" for name in "ab"}
    shown = f'<m:oMath xmlns:m="{M}">{formula.format(**letters)}</m:oMath>'
    assert texts(p(r("式："), shown, r("。"))) == [f"式：{text}。"]
