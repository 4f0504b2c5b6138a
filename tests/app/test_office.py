"""Documents of other programs: turned into DOCX by LibreOffice where it is, refused where not."""

from __future__ import annotations

import base64
import quopri
import stat
import sys

import pytest

from app import formats, office
from app.document.model import Role
from app.errors import UnreadableFile

FLAT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    "<text:p>关于防汛的通知</text:p><text:p>一、压实责任</text:p><table:table>"
    "<table:table-column/><table:table-row><table:table-cell><text:p>水库</text:p>"
    "</table:table-cell></table:table-row></table:table><text:p>各地要认真落实。</text:p>"
    "</office:text></office:body></office:document>"
)
needs_program = pytest.mark.skipif(office.program() is None, reason="LibreOffice is absent")
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell")


@needs_program
def test_a_text_of_another_program_opens_and_saves_as_docx(tmp_path):
    path = tmp_path / "稿.fodt"
    path.write_text(FLAT, encoding="utf-8")
    opened = formats.open_file(path)
    assert [text for text in opened.document.texts if text] == [
        "关于防汛的通知",
        "一、压实责任",
        "水库",
        "各地要认真落实。",
    ]
    assert any(found.role is Role.OBJECT for found in opened.document.blocks)
    assert "LibreOffice" in opened.notes[0]
    formats.save_file(tmp_path / "稿.docx", opened.document, opened.origin)
    assert formats.open_file(tmp_path / "稿.docx").document.texts == opened.document.texts


def test_without_libreoffice_the_user_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / "稿.odt"
    path.write_bytes(b"PK")
    with pytest.raises(UnreadableFile, match="另存为"):
        formats.open_file(path)


RTF = "{\\rtf1\\ansi " + "".join(f"\\u{ord(sign)}?" for sign in "关于防汛的通知") + "\\par}"
PAGE = '<html><head><meta charset="gb2312"></head><body><p>关于防汛的通知</p></body></html>'
ARCHIVE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    "Content-Transfer-Encoding: {}\r\nContent-Type: text/html; charset=gb2312\r\n\r\n"
)


def archived(encoding: str, page: bytes) -> bytes:
    return (
        ARCHIVE.format(encoding).encode() + page + b"\r\n--b\r\nContent-Type: image/png\r\n\r\n\x89"
    )


@needs_program
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("稿.doc", RTF.encode()),
        ("稿.docx", PAGE.encode("gbk")),
        ("稿.wps", archived("quoted-printable", quopri.encodestring(PAGE.encode("gbk")))),
        ("稿.doc", archived("base64", base64.encodebytes(PAGE.encode("gbk")))),
    ],
)
def test_what_another_program_saved_under_a_name_of_words_opens(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    opened = formats.open_file(path)
    assert [text for text in opened.document.texts if text] == ["关于防汛的通知"]
    assert "LibreOffice" in opened.notes[0]


TABLE = "<table><tr><td>单位</td><td>数量</td></tr><tr><td>水利局</td><td>3</td></tr></table>"


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("稿.doc", RTF.encode(), ("关于防汛的通知",)),
        ("稿.rtf", RTF.encode(), ("关于防汛的通知",)),
        ("稿.docx", PAGE.encode("gbk"), ("关于防汛的通知",)),
        ("稿.doc", archived("8bit", PAGE.encode("gbk")), ("关于防汛的通知",)),
        (
            "稿.doc",
            PAGE.replace("</body>", f"{TABLE}</body>").encode("gbk"),
            ("关于防汛的通知", "单位\t数量\n水利局\t3", ""),
        ),
    ],
)
def test_without_libreoffice_words_and_tables_are_read(tmp_path, monkeypatch, name, content, texts):
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / name
    path.write_bytes(content)
    opened = formats.open_file(path)
    assert opened.document.texts == texts
    assert opened.document.blocks[0].role is Role.TITLE
    assert opened.document.details.layout == "gbt9704"
    assert "没有读出" in opened.notes[0]
    assert set(formats.objects(opened.origin)) == {
        block.object for block in opened.document.blocks if block.object
    }


WORD_2003 = b'<?xml version="1.0"?><w:wordDocument xmlns:w="urn:x"/>'


@pytest.mark.parametrize("content", [WORD_2003, b"{\\rtf1 }", archived("8bit", b"")])
def test_without_libreoffice_the_user_is_told_what_the_file_really_is(
    tmp_path, monkeypatch, content
):
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / "稿.doc"
    path.write_bytes(content)
    assert formats.is_foreign(path)
    with pytest.raises(UnreadableFile, match=r"其实是.*LibreOffice"):
        formats.open_file(path)


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_plain_text_under_a_name_of_words_opens_as_text(tmp_path, encoding):
    path = tmp_path / "稿.doc"
    path.write_bytes("关于防汛的通知\n各单位：".encode(encoding))
    assert formats.open_file(path).document.texts == ("关于防汛的通知", "各单位：")


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"", b"\xd0\xcf\x11\xe0", b"<a><html/></a>"[:3]]
)
def test_a_document_of_words_is_no_other_programs(tmp_path, content):
    path = tmp_path / "稿.docx"
    path.write_bytes(content)
    assert not formats.is_foreign(path)
    assert not formats.is_foreign(tmp_path / "没有.docx")


def _program(folder, script):
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@on_posix
@pytest.mark.parametrize(
    ("script", "given", "said"),
    [
        ("exit 1", {}, "没能转换"),
        ("sleep 60", {"limit": 0.3}, "超时"),
        ("sleep 60", {"stopped": lambda: True}, "停止"),
    ],
)
def test_a_conversion_that_does_not_end_well_is_told(tmp_path, monkeypatch, script, given, said):
    program = _program(tmp_path, script)
    monkeypatch.setattr(office, "program", lambda: program)
    path = tmp_path / "稿.odt"
    path.write_bytes(b"PK")
    with pytest.raises(UnreadableFile, match=said):
        office.converted(path, **given)


@on_posix
def test_the_profile_forbids_macros_and_links(tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    program = _program(tmp_path, f'cp -r "$(echo "$1" | sed s,.*file://,,)" "{seen}"')
    monkeypatch.setattr(office, "program", lambda: program)
    path = tmp_path / "稿.odt"
    path.write_bytes(b"PK")
    with pytest.raises(UnreadableFile):
        office.converted(path)
    settings = (seen / "user" / "registrymodifications.xcu").read_text()
    assert "DisableMacrosExecution" in settings
    assert "BlockUntrustedRefererLinks" in settings
