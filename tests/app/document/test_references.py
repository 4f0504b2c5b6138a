"""References to the text's own numbers: found, and reported when what they name has moved."""

from __future__ import annotations

from trees import read_text

from app.document.edits import apply
from app.document.outline import outline, walk
from app.document.references import moved_references, outdated, references
from app.document.restructure import demote, move, remove

DRAFT = """某县工作方案
一、抓学习
（一）读原著。每月一次。
（二）强培训。按前述第（一）项办理。
二、抓项目
按照第一部分的要求，参照《某办法》第三条和第二部分执行。
三、抓作风
第二部分所列事项按第（二）项考核。"""


def found(text):
    document = read_text(text)
    return [(r.span.block, r.text, r.target.text) for r in references(document)]


def test_references_name_the_section_they_mean():
    assert found(DRAFT) == [
        (3, "第（一）项", "读原著"),
        (5, "第一部分", "抓学习"),
        (7, "第二部分", "抓项目"),
        (7, "第（二）项", "强培训"),
    ]


def test_articles_and_arabic_items_are_named_too():
    text = "第一章　总则\n第一条　为管理，制定本办法。\n第二条　第一条所称管理见第一章。"
    assert found(text) == [(2, "第一条", "为管理，制定本办法"), (2, "第一章", "总则")]
    assert found("一、甲\n1.子。\n2.丑。见第1项。") == [(2, "第1项", "子")]


def test_numbers_that_are_no_references_are_left_alone():
    assert found("一、甲\n第一线第一书记第一要务第一批第二项议程第三条战线。\n二、乙\n文。") == []


def test_a_reference_to_a_moved_section_is_reported_with_the_new_number():
    document = read_text(DRAFT)
    one = next(n for n in walk(outline(document)) if n.text == "抓项目")
    after = apply(document, move(document, one.block, one.stop, 1))
    moved = moved_references(document, after)
    assert [(m.reference.text, m.fix.text) for m in moved] == [
        ("第一部分", "二"),
        ("第二部分", "一"),
    ]
    mended = apply(after, [m.fix for m in moved])
    assert "按照第二部分的要求" in mended.texts[2]
    assert mended.texts[7].startswith("第一部分所列事项")
    assert moved[0].message == "“抓学习”现在的编号是“二、”，这里仍写作“第一部分”"


def test_a_reference_inside_a_renumbered_paragraph_is_found_at_its_new_place():
    text = "一、甲\n9.子。\n10.丑。见第9项。\n11.寅。"
    document = read_text(text)
    one = next(n for n in walk(outline(document)) if n.text == "丑")
    after = apply(document, move(document, one.block, one.stop, 1))
    (moved,) = moved_references(document, after)
    assert apply(after, [moved.fix]).texts[1] == "9.丑。见第10项。"


def test_a_reference_to_a_section_that_is_gone_is_told_and_left_to_the_writer():
    document = read_text(DRAFT)
    one = next(n for n in walk(outline(document)) if n.text == "抓学习")
    moved = moved_references(document, apply(document, remove(document, one)))
    assert ("第一部分", None) in [(m.reference.text, m.fix) for m in moved]
    assert "已经不在文中" in moved[0].message


def test_a_reference_to_a_section_of_another_level_now_has_no_ready_fix():
    document = read_text(DRAFT)
    one = next(n for n in walk(outline(document)) if n.text == "抓项目")
    moved = moved_references(document, apply(document, demote(document, one)))
    assert [m.fix for m in moved if m.reference.target.text == "抓项目"] == [None]


def test_a_reference_written_anew_is_reported_no_more():
    document = read_text(DRAFT)
    one = next(n for n in walk(outline(document)) if n.text == "抓项目")
    after = apply(document, move(document, one.block, one.stop, 1))
    moved = moved_references(document, after)
    mended = apply(after, [m.fix for m in moved])
    assert outdated(mended, outline(mended), [m.reference for m in moved]) == ()
    assert outdated(document, outline(document), [m.reference for m in moved]) == ()
