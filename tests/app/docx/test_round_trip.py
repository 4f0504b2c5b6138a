from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents

from app.document.model import Details, Document, Role, Run, block, normal
from app.docx import layout, read, write

NATIONAL = layout.load("gbt9704")
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
DETAILS = st.builds(
    Details,
    kind=st.none() | NAMES,
    fields=st.lists(st.tuples(NAMES, NAMES), max_size=3, unique_by=lambda p: p[0]).map(tuple),
    numbering=st.lists(st.tuples(NAMES, NAMES), max_size=2).map(tuple),
    ignored=st.frozensets(NAMES, max_size=3),
    layout=st.sampled_from([None, "gbt9704"]),
)


@settings(deadline=None)
@given(documents(), DETAILS)
def test_what_was_written_is_read_back_the_same(document, details):
    written = Document(document.blocks, details)
    again, notes = read.read(write.write(written, NATIONAL), "甲.docx")
    assert again == written
    assert notes == ()


def test_an_empty_document_is_written_and_read():
    again, _ = read.read(write.write(Document(), NATIONAL), "空.docx")
    assert again == Document()


def test_a_run_in_heading_keeps_its_text_in_one_paragraph():
    text = "一、聚焦重点，狠抓落实。一是抓好学习。二是抓好检查。"
    written = Document((block(text, Role.HEADING1), block("正文。", Role.BODY)))
    again, _ = read.read(write.write(written, NATIONAL), "甲.docx")
    assert again == written


def test_colour_face_and_size_survive():
    runs = normal([Run("红", color="FF0000"), Run("楷", font="楷体"), Run("大", size=22.0)])
    written = Document((block("", Role.BODY), block("x")))
    written = Document((written.blocks[0].__class__(runs), *written.blocks))
    assert read.read(write.write(written, NATIONAL), "甲.docx")[0] == written
