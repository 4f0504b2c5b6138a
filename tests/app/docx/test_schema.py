"""What we write stands in the order of the schema, and what we change stays in it."""

from __future__ import annotations

import pytest
from lxml import etree
from schema_order import faults, package_faults
from shared import SHARED, needs_shared
from wordml import W, p, package, r

from app.document.edits import AlignEdit, MarkEdit, RoleEdit, Splice, TextEdit, apply
from app.document.model import Align, Block, Details, Document, Role, Run, block
from app.docx import layout, patch, read, review, tables, write
from app.errors import UnreadableFile

FIELDS = (
    ("发文机关标志", "清河县人民政府文件"), ("发文字号", "清政〔2026〕5号"), ("签发人", "王某"),
    ("份号", "000001"), ("密级", "秘密★1年"), ("紧急程度", "特急"),
    ("抄送", "县委办公室。"), ("印发机关", "县政府办公室"), ("印发日期", "2026年3月5日"),
)  # fmt: skip


@pytest.mark.parametrize("name", [name for name, _ in layout.listing()])
@pytest.mark.parametrize("form", ["", "信函", "命令", "纪要"])
def test_new_files_are_in_order(name, form):
    runs = (
        Run("重点", bold=True, italic=True, underline=True, color="FF0000", font="楷体", size=14.0),
        Run("“文字”\n\t"),
    )
    blocks = [Block(runs, role, align=Align.CENTER) for role in Role if role is not Role.OBJECT]
    blocks += [Block((Run("甲\t乙"),), Role.OBJECT, object="t"), block("末", Role.BLANK)]
    fields = (*FIELDS, ("公文格式", form)) if form else FIELDS
    made = Document(tuple(blocks), Details(fields=fields, layout=name))
    table = tables.Table((("项目", "时限"), ("水库", "汛前")), (1, 2))
    raw = write.write(made, layout.load(name), tables={"t": table})
    assert package_faults(raw, strict=True) == []


def test_disorder_is_seen():
    wrong = etree.fromstring(
        f'<w:p xmlns:w="{W}"><w:r><w:rPr><w:sz/><w:b/></w:rPr></w:r>'
        "<w:pPr><w:jc/><w:ind/></w:pPr></w:p>"
    )
    assert faults(wrong, strict=True) == ["p/pPr", "rPr/b", "pPr/ind"]


def test_a_changed_file_is_in_order():
    body = p(r("甲乙丙", '<w:rFonts/><w:sz w:val="32"/>'), properties='<w:ind w:left="1"/>')
    raw = package(body * 3)
    document, _ = read.read(raw, "甲.docx")
    edits = (
        MarkEdit(0, 0, 2, bold=True, italic=True, underline=True),
        AlignEdit(1, Align.RIGHT),
        RoleEdit(2, Role.HEADING1),
        TextEdit(2, 1, 2, "新"),
        Splice(1, 1, (block("一、新标题", Role.HEADING1), block("新段"))),
    )
    changed = apply(document, edits)
    blocks = list(changed.blocks)
    blocks[1] = Block((Run("彩", color="FF0000", font="楷体", size=14.0),))
    made = patch.patch(raw, document, Document(tuple(blocks)))
    assert package_faults(made, strict=True) == []


@needs_shared
@pytest.mark.parametrize(
    "path", sorted((SHARED / "docx").glob("*.docx"))[::6], ids=lambda p: p.name
)
def test_changes_of_real_files_add_no_disorder(path):
    raw = path.read_bytes()
    try:
        document, _ = read.read(raw, path.name)
    except UnreadableFile:
        return
    written = [n for n, b in enumerate(document.blocks) if b.text.strip() and not b.object]
    if not written or len(document.blocks) > 3000:
        return
    at = written[len(written) // 2]
    keys = [key for one in review.review(raw).revisions for key in one.keys]
    edits = [
        MarkEdit(at, 0, 1, bold=True, underline=True),
        AlignEdit(at, Align.CENTER),
        Splice(at, at, (block("新写的一段。", document.blocks[at].role),)),
    ]
    before = sorted(_text_faults(raw))
    for accept in (True, False):
        decided = apply(document, review.decide(raw, document, keys, accept=accept))
        after = sorted(_text_faults(patch.patch(raw, document, apply(decided, edits[:0]))))
        assert set(after) <= set(before)
    after = sorted(_text_faults(patch.patch(raw, document, apply(document, edits))))
    assert set(after) <= set(before)


def _text_faults(raw: bytes) -> list[str]:
    from app.docx.scan import parsed

    return faults(parsed(raw, "").root)
