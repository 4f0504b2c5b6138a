from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from app import kinds
from app.checks import check
from app.document.model import HEADINGS, Block, Details, Document, Role, block
from app.document.outline import NodeType, outline, walk
from app.document.recognize import recognized
from app.kinds.slots import names

OFFICE_PAPERS = {
    "工作要点",
    "工作总结",
    "工作计划",
    "领导讲话",
    "述职述廉述学报告",
    "调研报告",
    "汇报材料",
    "经验材料",
    "主持词",
    "心得体会",
    "实施方案",
    "简报信息",
    "对照检查材料",
}
STATUTORY = {
    "决议",
    "决定",
    "命令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
}
VARIANTS = [
    pytest.param(name.id, variant.id, id=f"{name.id}-{variant.id}")
    for name in kinds.listing()
    for variant in kinds.load(name.id).variants
]
IDS = [name.id for name in kinds.listing()]
# An open slot is the clerk's to fill; a likely slip is a guess about words, not about templates.
EXPECTED = {"left_placeholder", "likely_slip"}
REPLY = "的复函"  # 复函 is one word, its 的 stands before it
each_variant = pytest.mark.parametrize(("kind", "variant"), VARIANTS)
each_kind = pytest.mark.parametrize("kind", IDS)


def skeleton(kind, variant):
    return kinds.draft(kinds.load(kind), {}, variant)


def plain(document):
    """Return the document as a text file would give it back."""
    blocks = [Block(paragraph.runs) for paragraph in document.blocks]
    return recognized(Document(tuple(blocks)))


def headings(document):
    return [
        (node.type, node.level, node.number, node.text)
        for node in walk(outline(document))
        if node.type in (NodeType.HEADING, NodeType.ITEM)
    ]


def test_all_kinds_of_the_catalogue_are_there():
    assert {name.name for name in kinds.listing()} >= OFFICE_PAPERS | STATUTORY


@each_variant
def test_the_skeleton_gives_back_its_headings_from_plain_text(kind, variant):
    document = skeleton(kind, variant)
    assert headings(plain(document)) == headings(document)


@each_variant
def test_recognition_leaves_the_roles_of_a_draft_as_the_template_set_them(kind, variant):
    document = skeleton(kind, variant)
    roles = [paragraph.role for paragraph in document.blocks]
    assert [paragraph.role for paragraph in recognized(document).blocks] == roles


@each_variant
def test_every_required_part_stands_in_the_skeleton_in_order(kind, variant):
    document, loaded = skeleton(kind, variant), kinds.load(kind)
    assert kinds.missing(loaded, document) == ()
    assert kinds.misplaced(loaded, document) == ()


@each_variant
def test_the_skeleton_keeps_the_rules_of_its_own_kind(kind, variant):
    document, loaded = skeleton(kind, variant), kinds.load(kind)
    assert [found.rule.id for found in kinds.objections(loaded, document)] == []


@each_variant
def test_the_skeleton_has_named_slots_only_and_each_is_declared(kind, variant):
    document, loaded = skeleton(kind, variant), kinds.load(kind)
    assert all(slot.name for slot in kinds.slots(document))
    assert set(names(document)) <= {field.name for field in loaded.fields}


@each_variant
def test_the_skeleton_is_cleanly_punctuated(kind, variant):
    for paragraph in skeleton(kind, variant).blocks:
        assert not re.search(r"[。，；、]{2}", paragraph.text)
        if paragraph.role in HEADINGS:
            assert not paragraph.text.endswith(("，", "、", "；"))


@each_kind
def test_every_declared_field_has_a_place_to_go(kind):
    loaded = kinds.load(kind)
    texts = [text for v in loaded.variants for text in Document(v.blocks).texts]
    texts += [*loaded.openings, *loaded.transitions, *loaded.closings]
    for field in loaded.fields:
        assert any(f"【{field.name}" in text for text in texts), field.name
        assert field.hint, field.name


@each_kind
def test_the_title_of_a_filled_draft_tells_the_kind(kind):
    loaded = kinds.load(kind)
    draft = kinds.draft(loaded, {field.name: "甲" for field in loaded.fields})
    assert draft.details.kind == kind
    if kind == "jianbao-xinxi":  # its title is the piece of news
        return
    stripped = replace(draft, details=Details())
    assert kinds.guess(stripped) == kind


@each_kind
def test_every_part_tells_how_it_is_written(kind):
    for part in kinds.load(kind).parts:
        assert part.hint.endswith(("。", "。”")), part.id


@each_kind
def test_patterns_cope_with_one_very_long_paragraph(kind):
    text = "关于申请和请求上级解决支持、回顾过去一年在看到成绩的同时" * 1000
    loaded = kinds.load(kind)
    document = Document(tuple(block(text, role) for role in Role if role is not Role.OBJECT))
    kinds.objections(loaded, document)
    kinds.parts_found(loaded, document)
    kinds.guess(document)


@each_variant
def test_the_checks_object_to_nothing_in_the_skeleton_but_its_open_slots(kind, variant):
    draft = skeleton(kind, variant)
    found = check(draft, kind=kinds.load(kind), date=date(2026, 3, 5))
    assert [
        (finding.check, finding.message)
        for finding in found
        if finding.check not in EXPECTED
        and finding.severity != "hint"
        and not (finding.check == "title_of" and kinds.title(draft).endswith(REPLY))
    ] == []
