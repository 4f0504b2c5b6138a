"""Edits do to a document what they say, and leave it in normal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, edits_of

from app.document.edits import MarkEdit, RoleEdit, Splice, TextEdit, apply
from app.document.model import Block, Document, Role, Run, block, normal
from app.document.notation import dump, parse


def test_inserted_text_takes_the_look_of_the_character_before_it():
    before = parse("body| 一**二**三")
    assert dump(apply(before, [TextEdit(0, 2, 2, "二")])) == "body| 一**二二**三"


def test_text_put_at_the_start_takes_the_look_of_what_follows():
    assert dump(apply(parse("body| **二**三"), [TextEdit(0, 0, 0, "一")])) == "body| **一二**三"


def test_replacing_text_takes_the_look_of_the_first_character_replaced():
    assert dump(apply(parse("body| 一**二**三"), [TextEdit(0, 1, 3, "四")])) == "body| 一**四**"


def test_edits_apply_in_order_each_to_the_result_of_the_one_before():
    before = parse("heading1| 一、甲\nbody| 乙")
    moved = apply(before, [Splice(0, 1), Splice(1, 1, before.blocks[:1]), RoleEdit(1, Role.BODY)])
    assert dump(moved) == "body| 乙\nbody!| 一、甲"


def test_a_mark_covers_exactly_its_stretch():
    marked = apply(parse("body| 一二三"), [MarkEdit(0, 1, 2, bold=True)])
    assert dump(marked) == "body| 一**二**三"


@pytest.mark.parametrize("edit", [TextEdit(0, 0, 9, ""), TextEdit(1, 0, 0, ""), Splice(0, 3)])
def test_an_edit_outside_the_document_is_refused(edit):
    with pytest.raises(IndexError):
        apply(parse("body| 甲"), [edit])


@given(st.data())
def test_every_edit_leaves_normal_form(data):
    before = data.draw(documents())
    after = apply(before, [data.draw(edits_of(before))])
    assert all(block.runs == normal(block.runs) for block in after.blocks)


@given(st.data())
def test_a_text_edit_replaces_just_its_stretch(data):
    before = data.draw(documents(max_size=1))
    text = before.blocks[0].text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = apply(before, [TextEdit(0, start, end, "新")])
    assert after.blocks[0].text == f"{text[:start]}新{text[end:]}"


def test_normal_form_merges_equal_neighbours_and_drops_what_a_paragraph_cannot_hold():
    assert normal([Run("甲\r\n"), Run("乙\x00"), Run(""), Run("丙", bold=True)]) == (
        Run("甲\n乙"),
        Run("丙", bold=True),
    )


def test_the_text_of_a_document_is_the_text_of_its_blocks():
    assert Document((block("甲"), Block(label="1."))).texts == ("甲", "")
