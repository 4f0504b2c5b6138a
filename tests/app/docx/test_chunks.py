"""Documents embedded in a text: shown in place, kept as they are until they are changed."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from wordml import R, p, package, r

from app.document.edits import Splice, TextEdit, apply
from app.document.model import Role, Run, block
from app.docx import layout, patch, read, rtf, web, write
from app.docx.passages import Grid, Passage

CHUNK = '<w:altChunk r:id="rIdChunk"/>'
PAGE = """<!DOCTYPE html><html><head><title>不显示</title><style>p{color:red}</style></head>
<body><h1>关于检查的通知</h1><p align="center">第一段  有<b>粗体</b>
和<i>斜体</i>。<br/>换行</p><script>x()</script>
<ol><li>甲</li><li><p>乙</p></li></ol><div style="display:none">藏<br>起</div>
<table><tr><th>名称</th><td><p>数</p><p>量</p></td></tr><tr><td>桌</td><td>3</td></tr></table>
<p>&nbsp;</p>末段&amp;</body></html>"""
RTF = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}{\*\generator x;}"
    r"{\info{\title y}}\pard\qc\b\'b9\'d8\'d3\'da\b0\par\pard \u20013?{\i \'ce\'c4}\line z\par "
    r"\trowd\intbl a\cell b\cell\row\pard end}"
).encode("ascii")


def with_chunk(body: str, content: bytes, name: str = "chunk.htm") -> bytes:
    """Return a package whose text embeds a document."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(package(body))) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            held = old.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                row = f'<Relationship Id="rIdChunk" Type="{R}/aFChunk" Target="{name}"/>'
                held = held.replace(b"</Relationships>", f"{row}</Relationships>".encode())
            new.writestr(entry.filename, held)
        new.writestr(f"word/{name}", content)
    return target.getvalue()


def shown(content: bytes) -> tuple[str, ...]:
    return read.read(with_chunk(p(r("前。")) + CHUNK + p(r("后。")), content), "甲")[0].texts


def body_of(raw: bytes) -> str:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        text = archive.read("word/document.xml").decode()
    return re.sub(r"<w:p><w:pPr/>", "<w:p>", text[text.index("<w:body>") + 8 : -1])


def test_a_page_is_shown_as_paragraphs_and_tables_in_its_place():
    assert shown(PAGE.encode()) == (
        "前。",
        "关于检查的通知",
        "第一段 有粗体和斜体。\n换行",
        "1. 甲",
        "2. 乙",
        "名称\t数 量\n桌\t3",
        "",
        "末段&",
        "后。",
    )


def test_looks_and_levels_of_a_page_are_taken():
    heading, first, *_ = web.passages(PAGE.encode())
    assert isinstance(heading, Passage)
    assert heading.outline == 0
    assert first == Passage(
        (
            Run("第一段 有"),
            Run("粗体", bold=True),
            Run("和"),
            Run("斜体", italic=True),
            Run("。\n换行"),
        ),
        align="center",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_a_page_is_read_in_its_encoding(encoding):
    assert "关于检查的通知" in shown(PAGE.encode(encoding))


def test_a_page_names_its_encoding():
    page = '<html><head><meta charset="big5"></head><body>會議</body></html>'
    assert "會議" in shown(page.encode("big5"))


@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
def test_an_archive_of_the_web_is_a_page(transfer):
    import base64
    import quopri

    page = "<html><body><p>网页里的一段</p></body></html>".encode()
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}
    held = coded.get(transfer, bytes)(page)
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
    )
    assert shown(head.encode() + held + b"\r\n--b--\r\n") == ("前。", "网页里的一段", "后。")


def test_rtf_is_shown_in_its_encoding_with_its_looks():
    assert rtf.passages(RTF) == [
        Passage((Run("关于", bold=True),), align="center"),
        Passage((Run("中"), Run("文", italic=True), Run("\nz"))),
        Grid((("a", "b"),)),
        Passage((Run("end"),)),
    ]
    assert shown(RTF)[1] == "关于"


def test_an_embedded_package_shows_its_text_and_what_it_embeds_itself():
    inner = with_chunk(p(r("内一")) + CHUNK, "<p>最里</p>".encode())
    assert shown(inner) == ("前。", "内一", "最里", "后。")


def test_a_package_that_embeds_itself_without_end_is_told_of():
    raw = b"<p>x</p>"
    for _ in range(9):
        raw = with_chunk(p(r("层")) + CHUNK, raw)
    document, notes = read.read(raw, "甲")
    assert set(document.texts) == {"层"}
    assert notes


def test_plain_text_is_shown_by_its_lines():
    assert shown("第一行\n第二行".encode()) == ("前。", "第一行", "第二行", "后。")


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"PK\3\4", b"<pkg:package/>", b"{\\rtf1 "])
def test_what_cannot_be_read_stays_and_is_told_of(content):
    raw = with_chunk(p(r("前。")) + CHUNK + p(r("后。")), content)
    document, notes = read.read(raw, "甲")
    assert document.texts == ("前。", "后。")
    assert any("嵌有1份别的文档" in note for note in notes)
    made = patch.patch(raw, document, apply(document, [TextEdit(0, 0, 1, "乙")]))
    assert body_of(made).count("altChunk") == 1


def test_one_that_was_not_changed_stands_again_as_it_was():
    raw = with_chunk(p(r("前。")) + CHUNK + p(r("后。")), PAGE.encode())
    document, notes = read.read(raw, "甲")
    assert any("嵌有1份网页" in note for note in notes)
    edits = [TextEdit(0, 0, 1, "乙"), Splice(9, 9, (block("新段。"),))]
    made = patch.patch(raw, document, apply(document, edits))
    written = body_of(made)
    assert written.index("乙") < written.index("altChunk") < written.index("后。")
    assert "粗体" not in written
    assert read.read(made, "乙")[0].texts == apply(document, edits).texts


@pytest.mark.parametrize(
    "edit",
    [
        TextEdit(2, 0, 1, "改"),
        Splice(3, 4),
        Splice(3, 3, (block("新写的一段。"),)),
        Splice(4, 5),
    ],
)
def test_one_that_was_changed_stays_the_paragraphs_it_was_shown_as(edit):
    raw = with_chunk(p(r("前。")) + CHUNK + p(r("后。")), PAGE.encode())
    document, _ = read.read(raw, "甲")
    wanted = apply(document, [edit])
    made = patch.patch(raw, document, wanted)
    assert "altChunk" not in body_of(made)
    again, notes = read.read(made, "乙")
    assert again.texts == wanted.texts
    assert not notes


def test_one_in_a_cell_shows_in_its_table():
    cell = f'<w:tc xmlns:r="{R}"><w:tcPr/>{CHUNK}<w:p/></w:tc>'
    raw = with_chunk(
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>" + p(), b"<p>cell</p>"
    )
    document, _ = read.read(raw, "甲")
    assert document.blocks[0].role is Role.OBJECT
    assert document.texts[0] == "cell"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"{\\rtf1\\ansi\\ansicpg9 x\\par}", "x"),
        (b"{\\rtf1 \\u-10179?\\u-8704?\\par}", "\U0001f600"),
        (b"{\\rtf1\\trowd\\intbl \\u0?a\\cell\\row}", "a"),
        (b"<p>x<![CDA[ y</p>", "x"),
        (b"<p>x<!--[if gte mso 9]><xml>z</xml><![endif]--></p>", "x"),
        (b"<p><![if !supportLists]>1.<![endif]>x</p>", "1.x"),
        ("<p>通知如\n下。in\nEnglish</p>".encode(), "通知如下。in English"),
        ("<p><span>如</span>\n<span>下</span></p>".encode(), "如下"),
        ("<p><span style='mso-list:Ignore'>一、&nbsp;&nbsp; </span>总则</p>".encode(), "一、 总则"),
        (b"<p>&nbsp;</p>", ""),
        (b"<p>x&#0;&#xD800;</p>", "x\ufffd\ufffd"),
        (b"</p></div><p>x</td></tr>", "x"),
    ],
)
def test_odd_documents_are_read_as_far_as_they_go(content, text):
    assert shown(content) == ("前。", text, "后。")


@pytest.mark.parametrize("unit", [b"<p>x", b"\n", b"<", b"<!"])
def test_what_is_huge_is_not_read(unit):
    assert not web.passages(b"<html>" + unit * 300_000)


def test_an_archive_of_archives_without_end_is_not_read():
    parts = [
        f'Content-Type: multipart/mixed; boundary="b{at}"\r\n\r\n--b{at}\r\n' for at in range(2000)
    ]
    assert not web.passages(f"MIME-Version: 1.0\r\n{''.join(parts)}".encode())


def test_a_huge_rtf_document_is_not_read():
    assert not rtf.passages(b"{\\rtf1 " + b"x\\par " * 300_000)


def test_a_layout_takes_the_paragraphs_and_tables_of_an_embedded_page_along():
    raw = with_chunk(p(r("前。")) + CHUNK + p(r("后。")), PAGE.encode())
    document, _ = read.read(raw, "甲")
    made = write.apply_layout(document, layout.load("gbt9704"), raw)
    again, notes = read.read(made, "乙")
    assert again.texts == write.bare(document).texts
    assert not notes
