"""Changes by the tree: sections move, rise, sink, come and go, and the numbers follow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import read_text

from app.document.edits import apply
from app.document.model import Role
from app.document.outline import NodeType, outline, walk
from app.document.recognize import recognized
from app.document.renumbering import followed
from app.document.restructure import (
    carried,
    demote,
    duplicate,
    insert_after,
    insert_child,
    move,
    promote,
    remove,
    rename,
    renumber,
)
from app.document.sentences import reordered
from app.document.series import scheme

PLAN = """某县工作要点
总的要求是稳字当头。
一、抓学习
（一）读原著。每月一次。
（二）强培训。每季一次。
二、抓项目
（一）抓开工。确保进度。
三、抓作风
全年不松劲。"""
THROUGH = """某县工作要点
一、抓学习
1.读原著。每月一次。
2.强培训。每季一次。
二、抓项目
3.抓开工。确保进度。
三、抓作风
4.转作风。一是严；二是细；三是实。
5.树新风。"""


def node(document, text):
    return next(one for one in walk(outline(document)) if one.text == text)


def after(document, edits):
    return apply(document, edits)


def text(document):
    return "\n".join(document.texts)


def numbers(document):
    return [one.number for one in walk(outline(document))]


def test_a_moved_section_takes_its_paragraphs_and_the_numbers_follow():
    document = read_text(PLAN)
    one = node(document, "抓项目")
    moved = after(document, move(document, one.block, one.stop, node(document, "抓学习").block))
    assert text(moved).split("\n")[2:6] == [
        "一、抓项目",
        "（一）抓开工。确保进度。",
        "二、抓学习",
        "（一）读原著。每月一次。",
    ]
    assert text(moved).split("\n")[7] == "三、抓作风"


def test_items_that_run_through_sections_are_numbered_through_after_a_move():
    document = read_text(THROUGH)
    one = node(document, "抓作风")
    moved = after(document, move(document, one.block, one.stop, node(document, "抓学习").block))
    assert numbers(moved) == [
        "一、", "1.", "一是", "二是", "三是", "2.", "二、", "3.", "4.", "三、", "5.",
    ]  # fmt: skip


def test_items_that_restart_stay_so_after_a_move():
    document = read_text(PLAN)
    one = node(document, "读原著")
    moved = after(document, move(document, one.block, one.stop, node(document, "抓开工").block))
    assert numbers(moved) == ["一、", "（一）", "二、", "（一）", "（二）", "三、"]


def test_several_sections_move_together():
    document = read_text("一、甲\n甲文。\n二、乙\n乙文。\n三、丙\n丙文。\n四、丁\n丁文。")
    nodes = [node(document, "甲"), node(document, "丙")]
    moved = after(document, followed(document, carried(document, nodes, len(document.blocks))))
    assert text(moved) == "一、乙\n乙文。\n二、丁\n丁文。\n三、甲\n甲文。\n四、丙\n丙文。"


def test_a_section_does_not_move_into_itself():
    document = read_text(PLAN)
    one = node(document, "抓学习")
    assert move(document, one.block, one.stop, one.block + 1) == ()


def test_the_blank_line_between_sections_goes_along():
    document = read_text("一、甲\n\n甲文。\n\n二、乙\n\n乙文。")
    one = node(document, "乙")
    moved = after(document, move(document, one.block, one.stop, 0))
    assert text(moved) == "一、乙\n\n乙文。\n\n二、甲\n\n甲文。"
    back = node(moved, "乙")
    assert text(after(moved, move(moved, back.block, back.stop, len(moved.blocks)))) == text(
        document
    )


def test_a_promoted_section_becomes_a_section_of_the_level_above():
    document = read_text(PLAN)
    made = after(document, promote(document, node(document, "强培训")))
    assert numbers(made) == ["一、", "（一）", "二、", "三、", "（一）", "四、"]
    assert made.blocks[node(made, "强培训").block].role is Role.HEADING1


def test_a_demoted_section_takes_its_own_sections_down_with_it():
    document = read_text(PLAN)
    made = after(document, demote(document, node(document, "抓项目")))
    assert numbers(made) == ["一、", "（一）", "（二）", "（三）", "1.", "二、"]


def test_a_demoted_section_takes_the_form_the_document_uses_below():
    document = read_text(THROUGH)
    made = after(document, demote(document, node(document, "抓项目")))
    assert numbers(made)[:5] == ["一、", "1.", "2.", "3.", "（1）"]


def test_the_first_section_cannot_sink_and_the_top_cannot_rise():
    document = read_text(PLAN)
    assert demote(document, node(document, "抓学习")) == ()
    assert promote(document, node(document, "抓学习")) == ()


def test_a_sibling_is_inserted_with_the_next_number_and_those_behind_move_on():
    document = read_text(PLAN)
    made = after(document, insert_after(document, node(document, "抓学习")))
    assert made.texts[5] == "二、"
    assert made.blocks[5].role is Role.HEADING1
    assert [made.texts[6], made.texts[8]] == ["三、抓项目", "四、抓作风"]
    assert recognized(made).blocks[5].role is Role.HEADING1


def test_a_child_is_inserted_at_the_end_of_its_section():
    document = read_text(PLAN)
    made = after(document, insert_child(document, node(document, "抓学习")))
    assert made.texts[5] == "（三）"
    first = after(document, insert_child(document, node(document, "抓作风")))
    assert first.texts[9] == "（一）"


def test_in_a_text_with_blank_lines_the_new_section_has_one_too():
    document = read_text("一、甲\n\n甲文。\n\n二、乙\n\n乙文。")
    made = after(document, insert_after(document, node(document, "甲")))
    assert text(made) == "一、甲\n\n甲文。\n\n二、\n\n三、乙\n\n乙文。"
    last = after(document, insert_after(document, node(document, "乙")))
    assert text(last) == "一、甲\n\n甲文。\n\n二、乙\n\n乙文。\n\n三、"


def test_a_removed_section_closes_the_gap():
    document = read_text(THROUGH)
    made = after(document, remove(document, node(document, "抓项目")))
    assert numbers(made) == ["一、", "1.", "2.", "二、", "3.", "一是", "二是", "三是", "4."]


def test_removing_everything_leaves_one_empty_paragraph():
    document = read_text("一、甲\n甲文。")
    assert len(after(document, remove(document, node(document, "甲"))).blocks) == 1


def test_a_copy_stands_behind_its_section_with_the_next_number():
    document = read_text(PLAN)
    made = after(document, duplicate(document, node(document, "抓学习")))
    assert numbers(made) == [
        "一、", "（一）", "（二）", "二、", "（一）", "（二）", "三、", "（一）", "四、",
    ]  # fmt: skip


def test_a_renamed_heading_keeps_its_number_and_the_text_behind_it():
    document = read_text(PLAN)
    made = after(document, rename(document, node(document, "读原著"), "学\n原文 "))
    assert made.texts[3] == "（一）学 原文。每月一次。"


def test_a_title_over_several_rows_is_renamed_as_one():
    text = (
        "某县关于印发\n办法的通知\n各乡镇：\n现印发。\n某县\n2026年3月1日\n\n某县办法\n一、甲\n文。"
    )
    document = read_text(text)
    made = after(document, rename(document, node(document, "某县关于印发办法的通知"), "通知"))
    assert made.texts[:2] == ("通知", "各乡镇：")


def test_points_move_as_sentences_and_their_marks_stay():
    document = read_text("一、甲\n要做到：一是严；二是细；三是实。不得走样。")
    made = after(document, reordered(document, outline(document), node(document, "实"), 0))
    assert made.texts[1] == "要做到：一是实；二是严；三是细。不得走样。"


def test_points_of_several_sentences_move_whole():
    document = read_text("一、甲\n一要严。不放松。二要细。三要实。其他照旧。")
    made = after(document, reordered(document, outline(document), node(document, "严"), 2))
    assert made.texts[1] == "一要细。二要实。三要严。不放松。其他照旧。"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (remove, "要做到：一是严；二是实。"),
        (duplicate, "要做到：一是严；二是细；三是细；四是实。"),
        (insert_after, "要做到：一是严；二是细；三是；四是实。"),
    ],
)
def test_points_come_and_go_as_sentences(change, expected):
    document = read_text("一、甲\n要做到：一是严；二是细；三是实。")
    made = after(document, change(document, node(document, "细")))
    assert made.texts[1] == expected


def test_the_last_point_goes_with_the_mark_before_it():
    document = read_text("一、甲\n要做到：一是严；二是细；三是实。")
    made = after(document, remove(document, node(document, "实")))
    assert made.texts[1] == "要做到：一是严；二是细。"


def test_renumbering_mends_gaps_doubles_and_false_starts_in_the_style_of_each_number():
    document = read_text("二，甲\n4、子。\n５、丑。\n二、乙\n7)寅。\n五．丙\n(三)卯\n（三)辰")
    assert after(document, renumber(document)).texts == (
        "一，甲", "1、子。", "２、丑。", "二、乙", "1)寅。", "三．丙", "(一)卯", "（二)辰",
    )  # fmt: skip


def test_a_section_can_be_renumbered_alone():
    document = read_text("一、甲\n1.子。\n3.丑。\n二、乙\n1.寅。\n3.卯。")
    assert after(document, renumber(document, 3)).texts[2] == "3.丑。"
    assert after(document, renumber(document, 3)).texts[5] == "2.卯。"


def test_two_outlines_of_one_part_are_two_rows():
    document = read_text("一、甲\n文。\n二、乙\n文。\n一、丙\n文。\n二、丁\n文。")
    assert renumber(document) == ()


def test_a_change_leaves_mistakes_elsewhere_to_the_checks():
    document = read_text("一、甲\n（一）子。\n（三）丑。\n二、乙\n（一）寅。\n（二）卯。")
    one = node(document, "卯")
    moved = after(document, move(document, one.block, one.stop, node(document, "寅").block))
    assert moved.texts == (
        "一、甲", "（一）子。", "（三）丑。", "二、乙", "（一）卯。", "（二）寅。",
    )  # fmt: skip


def test_a_row_that_begins_elsewhere_goes_on_doing_so():
    document = read_text("一、甲\n4.子。\n5.丑。\n二、乙\n6.寅。\n7.卯。")
    made = after(document, remove(document, node(document, "丑")))
    assert numbers(made) == ["一、", "4.", "二、", "5.", "6."]


def test_what_was_inferred_is_said_in_chinese():
    assert scheme(read_text(THROUGH)).describe() == "“1.”全文连续编号"
    assert scheme(read_text(PLAN)).describe() == "“（一）”每节重新编号"


def test_what_the_user_has_set_wins():
    document = read_text(PLAN)
    details = type(document.details)(numbering=(("chinese_bracket", "through"),))
    chosen = type(document)(document.blocks, details)
    assert after(chosen, renumber(chosen)).texts[6] == "（三）抓开工。确保进度。"


TEXTS = st.sampled_from(["抓紧办", "统筹推进", "一体谋划", "三农工作", "首位度提升", "稳中求进"])


@st.composite
def plans(draw):
    """Return drafts in order: headings, sections below them, bodies and points."""
    through = draw(st.booleans())
    form = draw(st.sampled_from(["（{}）", "{}."]))
    spaced = draw(st.booleans())
    lines, count, tag = ["关于推进工作的方案"], 0, 0
    for n in range(draw(st.integers(1, 4))):
        tag += 1
        lines.append(f"{'一二三四'[n]}、{draw(TEXTS)}{'甲乙丙丁戊己庚辛壬癸'[tag % 10]}{tag}")
        lines.append(f"本节要求{tag}。")
        count = count if through else 0
        for _ in range(draw(st.integers(0, 3))):
            count, tag = count + 1, tag + 1
            number = "一二三四五六七八九十"[count - 1] if "（" in form and count <= 10 else count
            if "（" in form and count > 10:
                number = f"十{'一二三四五六七八九'[count - 11]}"
            points = draw(
                st.sampled_from(["", "一是快；二是稳。", "要做到一要快，二要稳，三要准。"])
            )
            lines.append(f"{form.format(number)}{draw(TEXTS)}{tag}。{points}再接再厉。")
    return read_text(("\n\n" if spaced else "\n").join(lines))


@st.composite
def changed(draw, document):
    """Return the edits of one random change by the tree."""
    nodes = list(walk(outline(document)))
    if not nodes:
        return ()
    one = draw(st.sampled_from(nodes))
    kind = draw(st.sampled_from(["move", promote, demote, insert_after, insert_child, remove,
                                 duplicate, "point"]))  # fmt: skip
    if kind == "point":
        if one.type != "point":
            return ()
        return reordered(document, outline(document), one, draw(st.integers(0, 3)))
    if kind == "move":
        other = draw(st.sampled_from(nodes))
        if NodeType.POINT in (one.type, other.type):
            return ()
        return move(document, one.block, one.stop, draw(st.sampled_from([other.block, other.stop])))
    return kind(document, one)


@given(plans())
@settings(max_examples=60)
def test_a_draft_in_order_needs_no_renumbering(document):
    assert renumber(document) == ()


@given(plans(), st.data())
@settings(max_examples=150, deadline=None)
def test_text_tree_and_numbers_agree_after_any_chain_of_changes(document, data):
    for _ in range(data.draw(st.integers(1, 5))):
        before = document
        document = after(document, data.draw(changed(document)))
        if document is before:
            continue
        tree = list(walk(outline(document)))
        for one in tree:
            line = document.blocks[one.block].text
            assert line[one.start : one.start + len(one.number)] == one.number
        again = renumber(document)
        assert renumber(after(document, again)) == ()


@given(plans(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_section_moved_and_moved_back_leaves_the_text_as_it_was(document, data):
    nodes = [one for one in walk(outline(document)) if one.type is not NodeType.POINT]
    one = data.draw(st.sampled_from(nodes))
    row = next((p.children for p in walk(nodes) if one in p.children), outline(document))
    other = data.draw(st.sampled_from([n for n in row if n.type is not NodeType.POINT]))
    if other == one:
        return
    moved = after(
        document,
        move(document, one.block, one.stop, other.block if other.block < one.block else other.stop),
    )
    again = next(n for n in walk(outline(moved)) if n.text == one.text)
    neighbours = outline_row(moved, again)
    index = [n for n in row if n.type is not NodeType.POINT].index(one)
    others = [n for n in neighbours if n != again and n.type is not NodeType.POINT]
    to = others[index].block if index < len(others) else others[-1].stop
    back = after(moved, move(moved, again.block, again.stop, to))
    assert text(back) == text(document)


def outline_row(document, one):
    nodes = outline(document)
    return next((p.children for p in walk(nodes) if one in p.children), nodes)
