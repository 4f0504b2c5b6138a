from __future__ import annotations

import zipfile
from contextlib import suppress
from copy import deepcopy
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from shared import SHARED, needs_shared
from wordml import p, r

from app.document.edits import Splice, apply
from app.document.model import Document, Role, block
from app.docx import layout, patch, read, review, write
from app.errors import UnreadableFile

SOUND = write.write(
    Document((block("关于开展检查的通知", Role.TITLE), block("正文“一”。"))), layout.load("gbt9704")
)
BODY = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def with_part(name: str, content: bytes) -> bytes:
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(SOUND)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return target.getvalue()


def text_part(body: str, before: str = "") -> bytes:
    return f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "0 字节"),
        (SOUND[:200], "不完整"),
        (SOUND[:-30], "不完整"),
        (b"\x00" * 500, "不是 DOCX"),
        ("这是文字".encode(), "不是 DOCX"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (with_part("word/document.xml", b"<w:document"), "损坏"),
        (with_part("word/document.xml", b""), "损坏"),
        (with_part("word/document.xml", b"<a/>"), "正文"),
    ],
)
def test_what_is_no_sound_package_gives_a_message_with_its_name(content, word):
    with pytest.raises(UnreadableFile) as caught:
        read.read(content, "坏.docx")
    assert "坏.docx" in str(caught.value)
    assert word in str(caught.value)


def test_a_zip_without_a_text_says_so():
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("甲.txt", "甲")
    with pytest.raises(UnreadableFile, match="Word 正文"):
        read.read(target.getvalue(), "甲.docx")


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = bytearray(with_part("word/document.xml", text_part("")))
    with zipfile.ZipFile(BytesIO(bytes(bomb))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    at = bytes(bomb).rindex(b"PK\x01\x02", 0, bytes(bomb).rindex(b"word/document.xml"))
    assert int.from_bytes(bomb[at + 24 : at + 28], "little") == size
    bomb[at + 24 : at + 28] = (500 * 1024 * 1024).to_bytes(4, "little")
    with pytest.raises(UnreadableFile, match="庞大"):
        read.read(bytes(bomb), "炸弹.docx")


def test_a_member_that_lies_beyond_the_file_is_told_when_it_is_opened():
    moved = bytearray(SOUND)
    at = moved.rindex(b"PK\x01\x02")  # a member that reading does not need
    moved[at + 42 : at + 46] = len(moved).to_bytes(4, "little")
    with pytest.raises(UnreadableFile, match="不完整"):
        read.read(bytes(moved), "移.docx")


def test_a_highly_packed_text_is_refused():
    filler = b"<!--" + b" " * (130 * 1024 * 1024) + b"-->"
    packed = with_part("word/document.xml", filler + text_part(""))
    with pytest.raises(UnreadableFile, match="庞大"):
        read.read(packed, "炸弹.docx")


def test_entities_are_not_expanded():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE x [<!ENTITY e0 "哈哈哈哈">{levels}]>'
    packed = with_part("word/document.xml", text_part(BODY.format("甲&e11;乙"), doctype))
    with suppress(UnreadableFile):
        document, _ = read.read(packed, "实体.docx")
        assert len(document.texts[0]) < 10


def test_external_entities_are_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    packed = with_part("word/document.xml", text_part(BODY.format("甲&e;乙"), doctype))
    document, _ = read.read(packed, "实体.docx")
    assert document.texts == ("甲乙",)


def test_depth_without_end_gives_a_message_or_a_text():
    deep = "<w:sdt><w:sdtContent>" * 3000 + BODY.format("深") + "</w:sdtContent></w:sdt>" * 3000
    packed = with_part("word/document.xml", text_part(deep))
    with pytest.raises(UnreadableFile):
        read.read(packed, "深.docx")


def test_a_relation_that_leads_outside_is_not_followed():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="../../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/officeDocument" TargetMode="External" Target="http://a/b"/>'
        "</Relationships>"
    )
    document, _ = read.read(with_part("_rels/.rels", rels.encode()), "外.docx")
    assert document.texts[0] == "关于开展检查的通知"


def test_a_cycle_of_styles_ends():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/>'
        '<w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b">'
        '<w:name w:val="b"/><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    document, _ = read.read(with_part("word/styles.xml", styles.encode()), "环.docx")
    assert len(document.blocks) == 2


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 7)), max_size=20))
def test_flipped_bits_give_a_text_or_a_message(flips):
    content = bytearray(SOUND)
    for at, bit in flips:
        content[at] ^= 1 << bit
    with suppress(UnreadableFile):
        read.read(bytes(content), "翻.docx")


@settings(deadline=None, max_examples=150)
@given(st.binary(min_size=1, max_size=6), st.integers(0, 400), st.integers(0, 30))
def test_mutated_text_gives_a_text_or_a_message(junk, at, gone):
    sound = text_part(BODY.format("一、甲") * 3)
    mutated = sound[:at] + junk + sound[at + gone :]
    with suppress(UnreadableFile):
        read.read(with_part("word/document.xml", mutated), "变.docx")


SIGNED = 'w:id="1" w:author="甲"'
MIXED = (
    p(r("一、甲"), f"<w:ins {SIGNED}>{r('增')}</w:ins>")
    + f"<w:tbl><w:tr><w:tc>{p(r('格'))}</w:tc></w:tr></w:tbl>"
    + f"<w:sdt><w:sdtContent>{p(r('控件'))}</w:sdtContent></w:sdt>"
    + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("乙"))
    + p('<w:bookmarkStart w:id="5" w:name="b"/>', r("丙", "<w:b/>"), properties="<w:sectPr/>")
    + p(r("丁"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
)
DEEDS = st.sampled_from(["gone", "twice", "other tag", "bad value", "inside another"])
TAGS = st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "sdtContent", "ins", "pPr", "body"])
VALUES = st.sampled_from(["", "-1", "99999999999999", "NaN", "²", "x" * 300])


def mutate(root, mutation: tuple[str, int, int, str, str]) -> None:
    deed, at, to, tag, value = mutation
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    node, other = nodes[at % len(nodes)], nodes[to % len(nodes)]
    parent = node.getparent()
    if parent is None:
        return
    if deed == "gone":
        parent.remove(node)
    elif deed == "twice":
        parent.insert(parent.index(node), deepcopy(node))
    elif deed == "other tag":
        node.tag = f"{{{W}}}{tag}"
    elif deed == "bad value":
        node.set(next(iter(node.attrib), f"{{{W}}}val"), value)
    elif node not in (other, *other.iterancestors()):
        other.append(node)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(DEEDS, *[st.integers(0, 99)] * 2, TAGS, VALUES), max_size=6), st.data())
def test_a_mutated_text_is_read_changed_and_written_or_told(mutations, data):
    root = etree.fromstring(text_part(MIXED))
    for mutation in mutations:
        mutate(root, mutation)
    raw = with_part("word/document.xml", etree.tostring(root))
    with suppress(UnreadableFile):
        document, _ = read.read(raw, "变.docx")
        if not document.blocks:
            return
        at = data.draw(st.integers(0, len(document.blocks) - 1))
        moved = [Splice(at, at + 1), Splice(0, 0, (document.blocks[at], block("新")))]
        read.read(patch.patch(raw, document, apply(document, moved)), "改.docx")
        read.read(write.apply_layout(document, layout.load("gbt9704"), raw), "版.docx")
        review.review(raw)


@settings(deadline=None)
@given(st.integers(0, len(SOUND)))
def test_a_cut_package_gives_a_message(size):
    with suppress(UnreadableFile):
        assert len(read.read(SOUND[:size], "断.docx")[0].blocks) == 2


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "docx").glob("*.docx")), ids=lambda p: p.name)
def test_every_real_file_opens_or_gives_a_message(path):
    with suppress(UnreadableFile):
        document, notes = read.read(path.read_bytes(), path.name)
        assert isinstance(document, Document)
        assert all(isinstance(note, str) for note in notes)


@pytest.mark.parametrize("row", ["<w:p/>", "<w:p><w:x/></w:p>"])
def test_millions_of_paragraphs_are_refused(row):
    with pytest.raises(UnreadableFile, match="庞大"):
        read.read(with_part("word/document.xml", text_part(row * 600_000)), "甲.docx")


def test_styles_made_from_thousands_of_others_are_read():
    rows = [
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="n{at}"/>'
        f'<w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(3000)
    ]
    content = with_part(
        "word/styles.xml", f'<w:styles xmlns:w="{W}">{"".join(rows)}</w:styles>'.encode()
    )
    assert read.read(content, "甲.docx")[0].texts
