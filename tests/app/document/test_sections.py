"""Sections dropped and pasted into the tree take the level and the number of their new place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import read_text

from app.document.arrivals import arrivals, nodes_after, place_after
from app.document.edits import apply
from app.document.model import Block, Document, Role, Run
from app.document.numbering import leading
from app.document.outline import NodeType, outline, walk
from app.document.restructure import demote, promote, remove_all, renumber
from app.document.sections import Gap, copied, each, fits, gap_behind, pasted, relocated

PLAN = """清河县2026年工作要点
一、抓学习
（一）抓班子。理论中心组每月学习一次。
（二）抓支部。每季度上一次党课。
二、抓项目
（一）抓开工。
（二）抓竣工。
（三）抓投产。
三、抓落实
逐项销号。一是建账；二是对账；三是销账。"""
PARTS = """第一部分　回顾
一、成绩
二、问题
第二部分　打算
一、思路
（一）抓重点。
二、举措"""


def node(document, text):
    return next(one for one in walk(outline(document)) if one.text == text)


def labels(document):
    return [f"{one.number}{one.text}" for one in walk(outline(document))]


def gap(document, parent, row):
    return Gap(None if parent is None else node(document, parent), row)


@pytest.mark.parametrize(
    ("moved", "parent", "row", "shown"),
    [
        (["抓落实"], None, 0, ["一、抓落实", "二、抓学习", "三、抓项目"]),
        (["抓落实"], "抓学习", 0, ["（一）抓落实", "（二）抓班子", "（三）抓支部", "二、抓项目"]),
        (["抓投产"], None, 2, ["三、抓投产", "四、抓落实"]),
        (["抓项目", "抓落实"], None, 0, ["一、抓项目", "二、抓落实", "三、抓学习"]),
        (["抓学习", "抓落实"], None, 2, ["一、抓项目", "二、抓学习", "三、抓落实"]),
        (["抓班子", "抓支部"], "抓项目", 3, ["（三）抓投产", "（四）抓班子", "（五）抓支部"]),
        (["抓班子", "抓支部"], "抓项目", 0, ["（一）抓班子", "（二）抓支部", "（三）抓开工"]),
    ],
)
def test_sections_dropped_into_a_gap_are_numbered_as_their_neighbours(moved, parent, row, shown):
    plan = read_text(PLAN)
    after = apply(
        plan,
        relocated(
            plan, outline(plan), [node(plan, text) for text in moved], gap(plan, parent, row)
        ),
    )
    assert [one for one in labels(after) if one in shown] == shown
    assert renumber(after) == ()
    assert len(after.blocks) == len(plan.blocks)


def test_what_is_inside_a_section_sinks_with_it():
    plan = read_text(PLAN)
    after = apply(
        plan, relocated(plan, outline(plan), [node(plan, "抓项目")], gap(plan, "抓学习", 2))
    )
    assert labels(after)[3:7] == ["（三）抓项目", "1.抓开工", "2.抓竣工", "3.抓投产"]


def test_a_section_goes_nowhere_inside_itself():
    plan = read_text(PLAN)
    place = gap(plan, "抓投产", 0)
    assert not fits([node(plan, "抓项目")], place)
    assert relocated(plan, outline(plan), [node(plan, "抓项目")], place) == ()


def test_a_section_dropped_where_it_stands_changes_nothing():
    plan = read_text(PLAN)
    assert relocated(plan, outline(plan), [node(plan, "抓项目")], gap(plan, None, 1)) == ()
    assert relocated(plan, outline(plan), [node(plan, "抓项目")], gap(plan, None, 2)) == ()


def test_a_part_stays_at_the_top_and_a_section_dropped_behind_it_goes_into_it():
    parts = read_text(PARTS)
    assert not fits([node(parts, "回顾")], gap(parts, "思路", 0))
    after = apply(
        parts, relocated(parts, outline(parts), [node(parts, "抓重点")], gap(parts, None, 1))
    )
    assert labels(after)[:4] == ["第一部分回顾", "一、成绩", "二、问题", "三、抓重点"]


def test_a_point_moves_among_the_points_of_its_sentence_only():
    plan = read_text(PLAN)
    after = apply(
        plan, relocated(plan, outline(plan), [node(plan, "销账")], gap(plan, "抓落实", 0))
    )
    assert after.texts[-1] == "逐项销号。一是销账；二是建账；三是对账。"
    assert not fits([node(plan, "销账")], gap(plan, "抓项目", 0))


def test_a_pasted_section_takes_level_style_and_number_of_its_place_and_keeps_its_marks():
    plan = read_text(PLAN.replace("（一）", "（一）、").replace("（二）", "（二）、"))
    other = read_text("一．抓安全\n（1）查隐患。全面排查。\n（2）堵漏洞。")
    bold = Block((Run("一．"), Run("抓安全", bold=True)), Role.HEADING1)
    other = replace(other, blocks=(bold, *other.blocks[1:]))
    taken = copied(other, [node(other, "抓安全")])
    after = apply(
        plan, pasted(plan, outline(plan), taken, gap_behind(outline(plan), node(plan, "抓班子")))
    )
    assert "（二）、抓安全" in after.texts
    assert "1.查隐患。全面排查。" in after.texts
    assert after.blocks[3].runs[-1] == Run("抓安全", bold=True)
    assert after.blocks[3].role is Role.HEADING2
    assert "（三）、抓支部。每季度上一次党课。" in after.texts


def test_several_sections_pasted_at_once_count_on_and_begin_no_second_row():
    plan = read_text(PLAN)
    taken = copied(plan, [node(plan, "抓班子"), node(plan, "抓支部")])
    after = apply(plan, pasted(plan, outline(plan), taken, gap(plan, None, 1)))
    tops = [label for label in labels(after) if label[1] == "、"]
    assert tops == ["一、抓学习", "二、抓班子", "三、抓支部", "四、抓项目", "五、抓落实"]
    assert renumber(after) == ()


def test_a_number_that_a_file_showed_becomes_text_when_pasted():
    source = Document((Block((Run("抓安全"),), Role.HEADING1, label="一、"),))
    plan = read_text(PLAN)
    after = apply(plan, pasted(plan, outline(plan), source.blocks, gap(plan, None, 3)))
    assert after.texts[-1] == "四、抓安全"


def test_text_without_sections_is_pasted_as_it_is():
    plan = read_text(PLAN)
    after = apply(
        plan, pasted(plan, outline(plan), read_text("随文说明。").blocks, gap(plan, None, 1))
    )
    assert after.texts[4] == "随文说明。"
    assert labels(after) == labels(plan)


def test_sections_that_sink_together_stand_side_by_side():
    plan = read_text(PLAN)
    chosen = [node(plan, "抓项目"), node(plan, "抓落实")]
    after = apply(plan, each(plan, chosen, demote, forwards=True))
    assert [label for label in labels(after) if label[0] == "（" and label[3] == "抓"][:4] == [
        "（一）抓班子", "（二）抓支部", "（三）抓项目", "（四）抓落实",
    ]  # fmt: skip


def test_sections_that_rise_together_keep_their_order():
    plan = read_text(PLAN)
    chosen = [node(plan, "抓竣工"), node(plan, "抓投产")]
    after = apply(plan, each(plan, chosen, promote))
    assert [label for label in labels(after) if label[1] == "、"] == [
        "一、抓学习", "二、抓项目", "三、抓竣工", "四、抓投产", "五、抓落实",
    ]  # fmt: skip


def test_several_sections_are_deleted_at_once():
    plan = read_text(PLAN)
    after = apply(plan, remove_all(plan, [node(plan, "抓学习"), node(plan, "抓竣工")]))
    assert labels(after)[:4] == ["一、抓项目", "（一）抓开工", "（二）抓投产", "二、抓落实"]


def test_a_place_and_a_node_are_found_again_where_a_section_has_gone():
    plan = read_text(PLAN)
    edits = relocated(plan, outline(plan), [node(plan, "抓落实")], gap(plan, "抓学习", 0))
    after = apply(plan, edits)
    arrived = arrivals(plan, edits)
    assert place_after(plan, after, arrived, (8, 4)) == (2, 5)
    (found,) = nodes_after([node(plan, "抓落实")], arrived, outline(after))
    assert found.number == "（一）"


def test_a_block_taken_out_for_good_has_arrived_nowhere():
    plan = read_text(PLAN)
    arrived = arrivals(plan, remove_all(plan, [node(plan, "抓学习")]))
    assert 1 not in arrived
    assert arrived[4] == 1


@st.composite
def drops(draw):
    """Return a text, some of its sections and a gap."""
    plan = read_text(draw(st.sampled_from([PLAN, PARTS, PLAN + "\n" + PLAN])))
    known = list(walk(outline(plan)))
    sections = [one for one in known if one.type is not NodeType.POINT]
    moved = draw(st.lists(st.sampled_from(sections), min_size=1, max_size=3, unique_by=id))
    moved.sort(key=lambda one: one.block)
    outer = [one for n, one in enumerate(moved) if all(one.block >= o.stop for o in moved[:n])]
    parent = draw(st.sampled_from([None, *sections]))
    children = outline(plan) if parent is None else parent.children
    return plan, outer, Gap(parent, draw(st.integers(0, len(children))))


def bare(text):
    lead = leading(text, sure=True)
    return text[lead.end :] if lead else text


@given(drops())
@settings(deadline=None)
def test_a_drop_loses_no_word_and_leaves_every_moved_section_findable(drawn):
    plan, moved, place = drawn
    edits = relocated(plan, outline(plan), moved, place)
    after = apply(plan, edits)
    assert sorted(map(bare, after.texts)) == sorted(map(bare, plan.texts))
    arrived = arrivals(plan, edits)
    assert sorted(arrived.values()) == list(range(len(plan.blocks)))
    assert all(bare(plan.texts[old]) == bare(after.texts[new]) for old, new in arrived.items())
    if edits and renumber(plan) == ():
        assert renumber(after) == ()
        assert all(nodes_after(moved, arrived, outline(after)))


def test_a_point_that_became_a_paragraph_is_found_again_by_its_words():
    plan = read_text(PLAN)
    point = node(plan, "对账")
    edits = promote(plan, point)
    after = apply(plan, edits)
    (found,) = nodes_after([point], arrivals(plan, edits), outline(after))
    assert found is not None
    assert found.type is NodeType.ITEM
