from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents, edits_of

from app.document.edits import TextEdit, apply
from app.document.model import Details, Document, Role, block
from app.docx import layout, patch, read, write
from app.docx.official import FIELDS

NATIONAL = layout.load("gbt9704")


def members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@settings(deadline=None, max_examples=200)
@given(documents(), st.data())
def test_a_saved_change_is_read_back(document, data):
    package = write.write(document, NATIONAL)
    opened, _ = read.read(package, "甲.docx")
    changed = opened
    for _ in range(data.draw(st.integers(1, 3))):
        if changed.blocks:
            changed = apply(changed, [data.draw(edits_of(changed))])
    again, _ = read.read(patch.patch(package, opened, changed), "甲.docx")
    assert again == changed


def test_an_unchanged_document_gives_the_same_bytes():
    package = write.write(Document((block("正文。"),)), NATIONAL)
    opened, _ = read.read(package, "甲.docx")
    assert patch.patch(package, opened, opened) == package


def test_only_the_text_part_and_the_details_change():
    document = Document((block("一、标题", Role.HEADING1), block("正文。"), block("结尾。")))
    package = write.write(document, NATIONAL)
    opened, _ = read.read(package, "甲.docx")
    changed = apply(opened, [TextEdit(1, 0, 2, "文字")])
    before, after = members(package), members(patch.patch(package, opened, changed))
    differing = {name for name in before if before[name] != after[name]}
    assert differing == {"word/document.xml", "customXml/item1.xml"}
    assert before.keys() == after.keys()


def test_details_alone_leave_the_text_part_as_it_is():
    package = write.write(Document((block("正文。"),)), NATIONAL)
    opened, _ = read.read(package, "甲.docx")
    changed = Document(opened.blocks, Details(kind="tongzhi", fields=(("单位", "市局"),)))
    patched = patch.patch(package, opened, changed)
    assert members(patched)["word/document.xml"] == members(package)["word/document.xml"]
    assert read.read(patched, "甲.docx")[0] == changed


@settings(deadline=None, max_examples=60)
@given(
    documents(),
    st.dictionaries(st.sampled_from(FIELDS), st.text("甲信函3号", max_size=5)),
    st.dictionaries(st.sampled_from(FIELDS), st.text("甲信函3号", max_size=5)),
)
def test_changed_fields_change_the_head(document, before, after):
    first = Document(document.blocks, Details(fields=tuple(before.items())))
    package = write.write(first, NATIONAL)
    opened, _ = read.read(package, "甲.docx")
    changed = Document(opened.blocks, Details(fields=tuple(after.items())))
    patched = patch.patch(package, opened, changed)
    assert read.read(patched, "甲.docx")[0] == changed
    fresh = members(write.write(changed, NATIONAL))["word/document.xml"]
    assert texts_of(members(patched)["word/document.xml"]) == texts_of(fresh)


def texts_of(part: bytes) -> list[str]:
    return re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part.decode())


def test_a_text_that_becomes_minutes_sets_who_attended_anew_and_nothing_else():
    document = Document((block("会议要求抓紧。"), block("出席：李明"), block("结尾。")))
    package = write.write(document, NATIONAL)
    opened, _ = read.read(package, "甲.docx")
    changed = replace(opened, details=replace(opened.details, kind="jiyao"))
    made = patch.patch(package, opened, changed)
    text = members(made)["word/document.xml"].decode()
    assert text.count("wh-attended") == 1
    assert text.count("w:hanging") == 1
    assert read.read(made, "乙.docx")[0] == changed
    back = members(patch.patch(made, changed, opened))["word/document.xml"].decode()
    assert "wh-attended" not in back
    assert "w:hanging" not in back
