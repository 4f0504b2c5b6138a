from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from wordml import p, package, r

from app.document.model import Details, Document, block
from app.docx import clean, layout, read, write

NATIONAL = layout.load("gbt9704")
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def names(raw: bytes) -> set[str]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return set(archive.namelist())


def content(raw: bytes, part: str) -> str:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return archive.read(part).decode()


def test_names_of_persons_go():
    made = docx.Document()
    made.core_properties.author = "张三"
    made.core_properties.last_modified_by = "李四"
    made.core_properties.title = "通知"
    target = BytesIO()
    made.save(target)
    cleaned = clean.without_names(target.getvalue())
    core = docx.Document(BytesIO(cleaned)).core_properties
    assert (core.author, core.last_modified_by, core.title) == ("", "", "通知")


def test_authors_of_changes_and_accounts_go():
    signed = f'<w:ins w:id="1" w:author="张三" w:date="2026-03-05T14:20:00Z">{r("增")}</w:ins>'
    cleaned = clean.without_names(package(p(signed)))
    text = content(cleaned, "word/document.xml")
    assert "张三" not in text
    assert 'w:author="作者"' in text


def test_details_go_and_the_text_stays():
    written = Document((block("正文。"),), Details(kind="tongzhi", fields=(("单位", "市局"),)))
    cleaned = clean.without_details(write.write(written, NATIONAL))
    assert not [name for name in names(cleaned) if name.startswith("customXml")]
    assert "customXml" not in content(cleaned, "[Content_Types].xml")
    document, _ = read.read(cleaned, "甲.docx")
    assert document.details == Details()
    assert document.texts == ("正文。",)
    docx.Document(BytesIO(cleaned))


def with_macros() -> bytes:
    target = BytesIO()
    plain = write.write(Document((block("正文。"),)), NATIONAL)
    with (
        zipfile.ZipFile(BytesIO(plain)) as old,
        zipfile.ZipFile(target, "w") as new,
    ):
        for entry in old.infolist():
            text = old.read(entry).decode()
            if entry.filename == "[Content_Types].xml":
                text = text.replace(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml"
                    ".document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            if entry.filename == "word/_rels/document.xml.rels":
                row = (
                    '<Relationship Id="m" Target="vbaProject.bin"'
                    ' Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
                )
                text = text.replace("</Relationships>", row + "</Relationships>")
            new.writestr(entry.filename, text)
        new.writestr("word/vbaProject.bin", b"macro")
    return target.getvalue()


def test_a_document_with_macros_opens_as_text_and_can_be_freed_of_them():
    package = with_macros()
    assert clean.has_macros(package)
    assert read.read(package, "甲.docm")[0].texts == ("正文。",)
    freed = clean.without_macros(package)
    assert not clean.has_macros(freed)
    assert "vbaProject" not in content(freed, "word/_rels/document.xml.rels")
    assert "macroEnabled" not in content(freed, "[Content_Types].xml")
    assert len(docx.Document(BytesIO(freed)).paragraphs) == 1
