"""Undo of what the tree did: caret, selection and what is unfolded are as they were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tree_window import ALT_SHIFT, caret_text, choose, draft, index_of, labels

from app.document.edits import TextEdit
from app.document.outline import walk
from app.document.sections import Gap


@pytest.fixture
def drafted(window):
    return draft(window)


def unfolded(window):
    window.refresh_outline()
    return [node.text for node in window.outline.unfolded()]


def node_of(window, text):
    return next(node for node in walk(window.following.structure.tree) if node.text == text)


def test_the_caret_stays_with_its_words_through_undo_and_redo(drafted, qtbot):
    drafted.editor.setFocus()
    drafted.go_to_end_of(7)
    qtbot.keyClick(drafted.editor, Qt.Key.Key_Left, ALT_SHIFT)
    assert caret_text(drafted) == "三、抓投产。"
    drafted.editor.undo()
    assert caret_text(drafted) == "（三）抓投产。"
    assert drafted.editor.textCursor().atBlockEnd()
    drafted.editor.redo()
    assert caret_text(drafted) == "三、抓投产。"


def test_the_selection_of_the_tree_comes_back_with_undo(drafted, qtbot):
    drafted.go_to_end_of(7)
    choose(drafted, "抓投产")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Left, ALT_SHIFT)
    drafted.editor.undo()
    labels(drafted)
    assert [node.text for node in drafted.outline.selected()] == ["抓投产"]


def test_what_was_unfolded_is_so_again_when_undo_brings_it_back(drafted):
    before = unfolded(drafted)
    drafted.tree.dropped([node_of(drafted, "抓学习")], Gap(node_of(drafted, "抓项目"), 0))
    assert unfolded(drafted) == ["抓项目", "抓学习"]
    drafted.editor.undo()
    assert unfolded(drafted) == before


def test_what_was_folded_stays_folded_when_undo_brings_it_back(drafted):
    drafted.outline.view.collapse(index_of(drafted, "抓学习"))
    drafted.tree.dropped([node_of(drafted, "抓学习")], Gap(node_of(drafted, "抓项目"), 0))
    drafted.editor.undo()
    assert "抓学习" not in unfolded(drafted)


def test_undo_of_typing_elsewhere_goes_to_what_it_takes_back(drafted, qtbot):
    drafted.editor.setFocus()
    drafted.go_to_end_of(9)
    qtbot.keyClicks(drafted.editor, "abc")
    drafted.go_to_end_of(2)
    drafted.editor.undo()
    assert caret_text(drafted) == "逐项销号。"


def test_undo_of_several_new_lines_goes_to_where_they_were(drafted):
    drafted.editor.setFocus()
    drafted.go_to_end_of(9)
    drafted.editor.insert("甲。\n乙。\n丙。")
    drafted.editor.undo()
    assert caret_text(drafted) == "逐项销号。"


def test_undo_far_away_leaves_the_caret_in_the_text_that_changed(drafted):
    drafted.editor.bridge.apply([TextEdit(9, 0, 0, "要")])
    drafted.go_to_end_of(2)
    drafted.editor.undo()
    assert caret_text(drafted) == "逐项销号。"
