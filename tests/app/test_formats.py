"""Files open by their kind, save by their kind, and refuse in words a clerk can act on."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace

import docx
import pytest

from app import formats
from app.document.edits import MarkEdit, Splice, TextEdit, apply
from app.document.model import Document, Role, block
from app.document.notation import parse
from app.errors import UnreadableFile, UnwritableFile

TEXT = "清河县2026年水利工作要点\n一、抓防汛\n内容。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_saves_back_in_the_bytes_it_was_opened_from(tmp_path, encoding):
    path = tmp_path / "要点.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    before = path.read_bytes()
    opened = formats.open_file(path)
    assert opened.document.texts[:2] == ("清河县2026年水利工作要点", "一、抓防汛")
    assert opened.document.blocks[1].role is Role.HEADING1
    assert formats.save_file(path, opened.document, opened.origin) == ()
    assert path.read_bytes() == before


def test_saving_as_text_says_what_it_loses(tmp_path):
    marked = apply(parse("body| 重点工作"), [MarkEdit(0, 0, 2, bold=True)])
    notes = formats.save_file(tmp_path / "稿.txt", marked, None)
    assert notes == ("纯文本不能保存加粗、倾斜、下划线。",)
    assert (tmp_path / "稿.txt").read_text(encoding="utf-8") == "重点工作\n"


def test_a_docx_comes_back_with_headings_and_bold(tmp_path):
    path = tmp_path / "稿.docx"
    before = parse("title| 关于防汛的通知\nheading1| 一、要求\nbody| **务必**到位。")
    formats.save_file(path, before, None)
    assert formats.open_file(path).document.blocks == before.blocks


def test_a_file_of_unknown_name_is_told_by_how_it_begins(tmp_path):
    docx, plain = tmp_path / "稿.bak", tmp_path / "README"
    formats.save_file(tmp_path / "稿.docx", parse("body| 甲"), None)
    (tmp_path / "稿.docx").rename(docx)
    plain.write_text("甲", encoding="utf-8")
    assert formats.open_file(docx).document.texts == ("甲",)
    assert formats.open_file(plain).document.texts == ("甲",)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("图片.txt", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("空.docx", b""),
        ("半截.docx", b"PK\x03\x04" + bytes(40)),
        ("表格.docx", b"\xd0\xcf\x11\xe0" + bytes(600)),
    ],
)
def test_what_is_no_document_is_refused_by_its_name(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=name):
        formats.open_file(path)


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="文件夹"):
        formats.open_file(tmp_path)
    with pytest.raises(UnreadableFile, match="不存在"):
        formats.open_file(tmp_path / "没有.docx")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_refused(tmp_path):
    path = tmp_path / "密.txt"
    path.write_text("甲", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="权限"):
        formats.open_file(path)


def test_an_empty_text_is_an_empty_document(tmp_path):
    path = tmp_path / "空.txt"
    path.touch()
    assert formats.open_file(path).document.blocks == ()


def test_a_kind_of_file_that_cannot_be_written_is_refused_and_nothing_is_left(tmp_path):
    with pytest.raises(UnwritableFile, match=r"稿\.odt"):
        formats.save_file(tmp_path / "稿.odt", parse("body| 甲"), None)
    assert list(tmp_path.iterdir()) == []


def with_comment(path):
    """Write a package with a part that we know nothing of, and return its name."""
    formats.save_file(path, parse("title| 关于防汛的通知\nbody| 请做好准备。"), None)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/embeddings/附图.bin", b"kept")
    return "word/embeddings/附图.bin"


def test_saving_an_opened_docx_again_and_again_keeps_what_we_do_not_know(tmp_path):
    path = tmp_path / "稿.docx"
    unknown = with_comment(path)
    for _ in range(3):
        opened = formats.open_file(path)
        edited = apply(opened.document, [TextEdit(1, 0, 0, "再")])
        formats.save_file(path, edited, opened.origin)
    assert formats.open_file(path).document.texts[1] == "再再再请做好准备。"
    assert unknown in zipfile.ZipFile(path).namelist()


def test_a_layout_kept_in_the_file_does_not_set_it_anew_at_each_saving(tmp_path):
    path = tmp_path / "稿.docx"
    asked = parse("title| 关于防汛的通知\nbody| 请做好准备。")
    asked = replace(asked, details=replace(asked.details, layout="gbt9704"))
    formats.save_file(path, asked, None)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/embeddings/附图.bin", b"kept")
    opened = formats.open_file(path)
    assert opened.document.details.layout == "gbt9704"
    formats.save_file(path, apply(opened.document, [TextEdit(1, 0, 0, "再")]), opened.origin)
    assert "word/embeddings/附图.bin" in zipfile.ZipFile(path).namelist()


def test_a_layout_asked_for_afresh_sets_automatic_numbers_as_text(tmp_path):
    path = tmp_path / "稿.docx"
    before = Document((replace(block("加强领导", Role.ITEM), label="1."),))
    formats.save_file(path, before, None)
    opened = formats.open_file(path)
    asked = replace(opened.document, details=replace(opened.document.details, layout="gbt9704"))
    formats.save_file(path, asked, opened.origin, afresh=True)
    assert formats.open_file(path).document.texts == ("1.加强领导",)


def _with_table(path):
    formats.save_file(path, parse("title| 关于防汛的通知\nbody| 正文。"), None)
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{n}</w:t></w:r></w:p></w:tc>" for n in "甲乙")
    content = {}
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    text = content["word/document.xml"].decode()
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    content["word/document.xml"] = text.replace("<w:sectPr>", f"{table}<w:sectPr>").encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)


@pytest.mark.parametrize("layout", [None, "gbt9704"])
def test_a_table_outlives_every_saving_wherever_it_was_moved(tmp_path, layout):
    path = tmp_path / "稿.docx"
    _with_table(path)
    opened = formats.open_file(path)
    document, origin = opened.document, opened.origin
    document = replace(document, details=replace(document.details, layout=layout))
    for text in ("一段。", "又一段。", "再一段。"):
        document = apply(document, [Splice(1, 1, (block(text),))])
        origin = formats.encoded(path, document, origin).origin
        formats.save_file(path, document, origin)
        again = formats.open_file(path).document
        assert again.texts == document.texts
        assert again.blocks[-1].role is Role.OBJECT
    # As after a crash: the recovered text meets the file as it stands by now.
    document = apply(document, [Splice(0, 1)])
    if layout is None:
        formats.save_file(path, document, formats.open_file(path).origin)
        assert formats.open_file(path).document.blocks[-1].role is Role.OBJECT


def test_tables_stay_known_by_their_names_after_a_layout_was_saved(tmp_path):
    source = docx.Document()
    source.add_paragraph("任务分解表")
    source.add_table(2, 2).cell(0, 0).text = "序号"
    source.add_paragraph("正文。")
    path = tmp_path / "表.docx"
    source.save(str(path))
    opened = formats.open_file(path)
    laid = replace(opened.document, details=replace(opened.document.details, layout="gbt9704"))
    (name,) = [one.object for one in laid.blocks if one.object]
    first = formats.encoded(path, laid, opened.origin)
    assert formats.objects(first.origin)[name].count == 2
    path.write_bytes(first.content)
    assert formats.objects(formats.reopened(path, laid))[name].count == 2  # after a crash too
    letter = replace(laid, details=laid.details.with_field("公文格式", "信函"))
    letter = replace(letter, details=letter.details.with_field("发文机关标志", "清河县人民政府"))
    second = formats.encoded(path, letter, first.origin)  # made anew, for its pages are others
    path.write_bytes(second.content)
    assert len(docx.Document(str(path)).tables) == 1
    assert formats.open_file(path).document.texts == laid.texts
