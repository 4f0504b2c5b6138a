"""Clean copies, files with macros, and files that LibreOffice reads, as a user meets them."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from wordml import p, package, r

from app import formats, office
from app.document.notation import parse
from app.docx import clean

SIGNED = (
    '<w:ins w:id="1" w:author="张三" w:date="2026-03-05T14:20:00Z"><w:r><w:t>增</w:t></w:r></w:ins>'
)
_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def with_macros(raw: bytes) -> bytes:
    """Return the package as one with macros."""
    target = BytesIO()
    relation = (
        '<Relationship Id="m" Target="vbaProject.bin"'
        ' Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
    )
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry).decode()
            if entry.filename == "[Content_Types].xml":
                content = content.replace(_PLAIN, _MACRO)
            if entry.filename == "word/_rels/document.xml.rels":
                content = content.replace("</Relationships>", f"{relation}</Relationships>")
            new.writestr(entry.filename, content)
        new.writestr("word/vbaProject.bin", b"macro")
    return target.getvalue()


def test_a_copy_without_names_leaves_the_open_file_as_it_is(window, answers, tmp_path):
    path, copy = tmp_path / "稿.docx", tmp_path / "干净.docx"
    path.write_bytes(package(p(r("甲"), SIGNED)))
    before = path.read_bytes()
    window.open_path(path)
    answers.saves = [copy]
    window.run_command("save-nameless")
    with zipfile.ZipFile(copy) as archive:
        assert "张三" not in archive.read("word/document.xml").decode()
    assert answers.proposed.name == "稿（无个人信息）.docx"
    assert path.read_bytes() == before
    assert window.session.path == path


def test_a_copy_without_details_has_no_part_of_ours(window, answers, tmp_path):
    window.show_document(parse("title| 关于防汛的通知\nbody| 正文。"), "稿")
    answers.saves = [tmp_path / "干净.docx"]
    window.run_command("save-bare")
    with zipfile.ZipFile(tmp_path / "干净.docx") as archive:
        assert not [name for name in archive.namelist() if name.startswith("customXml")]


def test_the_open_file_itself_is_not_cleaned(window, answers, tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(package(p(r("甲"), SIGNED)))
    window.open_path(path)
    answers.saves = [path]
    window.run_command("save-nameless")
    assert "换一个文件名" in answers.told[-1]


def test_macros_are_kept_or_dropped_as_the_user_saves(window, answers, tmp_path):
    path = tmp_path / "稿.docm"
    path.write_bytes(with_macros(package(p(r("甲")))))
    window.files.load(path)
    window.editor.insert("改")
    window.run_command("save")
    assert clean.has_macros(path.read_bytes())
    assert formats.open_file(path).document.texts == ("改甲",)
    answers.saves = [tmp_path / "稿.docx"]
    window.run_command("save-as")
    assert not clean.has_macros((tmp_path / "稿.docx").read_bytes())
    assert "宏没有写入" in window.banner.text
    window.banner.hide()
    window.editor.insert("再")
    window.run_command("save")
    assert window.banner.text == ""
    assert formats.open_file(tmp_path / "稿.docx").document.texts == ("改再甲",)


@pytest.fixture
def as_docx(monkeypatch):
    """LibreOffice, played by a package that stands ready."""
    raw = package(p(r("转换来的文字")))
    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "converted", lambda *_, **__: raw)


@pytest.mark.usefixtures("as_docx")
def test_a_foreign_file_opens_beside_the_window_and_is_saved_as_docx(
    window, answers, tmp_path, qtbot
):
    path = tmp_path / "稿.odt"
    path.write_bytes(b"PK")
    window.files.open_file(path)
    qtbot.waitUntil(lambda: window.editor.snapshot().texts == ("转换来的文字",))
    assert "LibreOffice" in window.banner.text
    answers.saves = [tmp_path / "稿.docx"]
    window.run_command("save")
    assert formats.open_file(tmp_path / "稿.docx").document.texts == ("转换来的文字",)
    assert path.read_bytes() == b"PK"


def test_a_foreign_file_without_libreoffice_is_refused_in_words(
    window, answers, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / "稿.odt"
    path.write_bytes(b"PK")
    window.files.open_file(path)
    qtbot.waitUntil(lambda: bool(answers.told))
    assert "LibreOffice" in answers.told[0]


def test_a_page_named_doc_opens_without_libreoffice_with_its_words_and_tables(
    window, answers, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / "通知.doc"
    table = "<table><tr><td>单位</td><td>数量</td></tr></table>"
    path.write_bytes(f"<html><body><p>关于防汛的通知</p>{table}</body></html>".encode())
    window.files.open_file(path)
    wanted = ("关于防汛的通知", "单位\t数量", "")
    qtbot.waitUntil(lambda: window.editor.snapshot().texts == wanted)
    assert "没有读出" in window.banner.text
    answers.saves = [tmp_path / "通知.docx"]
    window.run_command("save")
    assert formats.open_file(tmp_path / "通知.docx").document.texts == wanted
    assert path.read_bytes().startswith(b"<html>")
