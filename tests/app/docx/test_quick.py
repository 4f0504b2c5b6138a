"""Plain paragraphs read from the text of the XML say what a tree of it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared
from strategies import documents
from wordml import p, package, r

from app.docx import layout, read, scan, write
from app.docx.quick import shortened, worded
from app.errors import UnreadableFile

TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
PLAIN = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
BOX = f"<w:r><w:pict><w:txbxContent>{PLAIN}</w:txbxContent></w:pict></w:r>"


def whole(raw: bytes):
    return read.document_of(scan.parsed(raw, "甲.docx"))


@given(documents())
def test_our_own_files_read_the_same_either_way(document):
    raw = write.write(document, layout.load("gbt9704"))
    assert read.read(raw, "甲.docx")[0] == whole(raw)


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "docx").glob("*.docx")), ids=lambda p: p.name)
def test_real_files_read_the_same_either_way(path):
    raw = path.read_bytes()
    try:
        expected = whole(raw)
    except UnreadableFile:
        with pytest.raises(UnreadableFile):
            read.read(raw, path.name)
        return
    assert read.read(raw, path.name)[0] == expected


_SPACED = "<w:p><w:r><w:t> 丁 </w:t></w:r></w:p>"
_CONTROL = f"<w:sdt><w:sdtContent>{PLAIN}</w:sdtContent></w:sdt>"
_EMPTY = '<w:p><w:r><w:t xml:space="preserve"></w:t></w:r></w:p>'
_HIDDEN = p(r("戊", "<w:vanish/>"), r("己 ", '<w:b/><w:color w:val="FF0000"/>'), r("庚", "<w:b/>"))
_SIGNS = (
    '<w:p w:rsidR="00A1" w:rsidRDefault="00B2"><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00C3"><w:t>A&amp;B &lt;1&gt;</w:t><w:tab/>'
    '<w:br/><w:softHyphen/></w:r><w:bookmarkStart w:id="1" w:name="x"/>'
    '<w:bookmarkEnd w:id="1"/></w:p>'
)
_CHANGED = '<w:p><w:pPr><w:rPr><w:ins w:id="5" w:author="a"/></w:rPr></w:pPr></w:p>'
_WORDS = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
_ROWS = [
    _WORDS.format("辛 "),
    _WORDS.format("壬") + _WORDS.format("癸\u3000") + _WORDS.format("子&amp;丑"),
    _EMPTY,
    _HIDDEN,
    _SIGNS,
    _CHANGED,
    PLAIN,
    TABLE,
    p(r("乙"), BOX),
    p(r("丙", "<w:b/>")),
    "<w:p/>",
    _SPACED,
    _CONTROL,
    p(r("寅", "<w:vanish/>")),
    p(properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>'),
    p('<w:r><w:br w:type="page"/></w:r>'),
]


@given(st.lists(st.sampled_from(_ROWS), max_size=8))
def test_any_mixture_reads_the_same_either_way(found):
    raw = package("".join(found))
    assert read.read(raw, "甲.docx")[0] == whole(raw)


def test_paragraphs_in_tables_and_boxes_stay_in_the_tree():
    found = shortened(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{PLAIN}{TABLE}{PLAIN}{PLAIN}</w:body></w:document>".encode()
    )
    assert found is not None
    assert [worded(held) for _, held in found[1]] == [[("", "甲")]] * 3
    assert "格".encode() in found[0]


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0" encoding="GBK"?><w:p/>',
        b'<w:document xmlns:w="urn:other"/>',
        "<!--<w:p><w:r><w:t>甲</w:t></w:r></w:p>-->".encode(),
        b"\xff\xfe",
    ],
)
def test_xml_written_unusually_is_left_to_the_parser(content):
    assert shortened(content) is None


def test_a_row_of_paragraphs_with_nothing_but_words_is_taken_out_as_their_words():
    row = _WORDS.format("甲") + _WORDS.format("乙") + _WORDS.format("丙&lt;") + _WORDS.format("丁")
    found = shortened(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{row}</w:body></w:document>".encode()
    )
    assert found is not None
    first, second, third, last = found[1]
    assert (first, second, last) == ("甲", "乙", "丁")
    assert worded(third[1]) == [("", "丙<")]
