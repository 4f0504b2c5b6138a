"""Two versions held against each other, and passages taken over from the old one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from strategies import documents

from app.document.compare import Change, Piece, compare, differences, take_over
from app.document.edits import apply
from app.document.model import Block, Document, Run, block, document


def kinds(old, new):
    return [(str(row.change), row.old, row.new) for row in compare(old, new)]


def test_equal_texts_have_no_differences():
    text = document("一、抓学习", "内容。")
    assert kinds(text, text) == [("same", 0, 0), ("same", 1, 1)]


def test_a_paragraph_that_came_and_one_that_went_stand_alone():
    old, new = document("甲甲甲。", "乙乙乙。"), document("甲甲甲。", "丙丙丙。", "丁丁丁。")
    assert kinds(old, new) == [
        ("same", 0, 0), ("removed", 1, None), ("added", None, 1), ("added", None, 2),
    ]  # fmt: skip


def test_a_reworded_paragraph_stands_beside_its_old_form_even_where_others_came_between():
    old = document("加强组织领导，压实工作责任。", "强化督促检查，确保落实到位。")
    new = document(
        "今年以来，形势发生了新的变化。",
        "加强统一领导，压实主体责任。",
        "强化督促检查，确保任务落实到位。",
    )
    assert kinds(old, new) == [("added", None, 0), ("changed", 0, 1), ("changed", 1, 2)]


def test_words_that_changed_are_marked_in_the_paragraph():
    pieces = differences("全年投入1200万元。", "全年投入1350万元。")
    assert pieces == (
        Piece(Change.SAME, "全年投入"),
        Piece(Change.REMOVED, "1200"),
        Piece(Change.ADDED, "1350"),
        Piece(Change.SAME, "万元。"),
    )


def test_words_are_not_torn_where_a_cutter_is_given():
    def words(text):
        return [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]

    changed = [p.text for p in differences("强化领导", "强调领导", words) if p.change != "same"]
    assert changed == ["强化", "强调"]


def test_automatic_numbers_are_compared_as_text():
    old = Document((replace(block("抓学习。"), label="一、"),))
    assert kinds(old, document("一、抓学习。")) == [("same", 0, 0)]


def test_a_removed_paragraph_comes_back_at_its_place_and_a_new_one_goes():
    old, new = document("甲。", "乙。", "丙。"), document("甲。", "丙。", "新来的一段话。")
    rows = compare(old, new)
    back = [row for row in rows if row.change is Change.REMOVED]
    assert apply(new, take_over(back, old, new)).texts == ("甲。", "乙。", "丙。", "新来的一段话。")
    gone = [row for row in rows if row.change is Change.ADDED]
    assert apply(new, take_over(gone, old, new)).texts == ("甲。", "丙。")


def test_a_number_of_the_old_file_becomes_text_and_a_table_stays_where_it_is():
    table = Block((Run("表"),), object="table-1")
    old = Document((replace(block("抓学习。"), label="一、"), table))
    new = document("别的。")
    rows = compare(old, new)
    after = apply(new, take_over(rows, old, new))
    assert after.texts == ("一、抓学习。",)
    assert all(one.object is None and not one.label for one in after.blocks)


@given(documents(), documents())
def test_taking_everything_over_gives_the_old_text(old, new):
    rows = compare(old, new)
    assert [row.old for row in rows if row.old is not None] == list(range(len(old.blocks)))
    assert [row.new for row in rows if row.new is not None] == list(range(len(new.blocks)))
    assert apply(new, take_over(rows, old, new)).texts == old.texts


@given(documents(), documents())
def test_the_pieces_of_a_row_spell_both_versions(old, new):
    for row in compare(old, new):
        before = "".join([p.text for p in row.pieces if p.change is not Change.ADDED])
        after = "".join([p.text for p in row.pieces if p.change is not Change.REMOVED])
        assert row.old is None or before == old.blocks[row.old].text
        assert row.new is None or after == new.blocks[row.new].text
