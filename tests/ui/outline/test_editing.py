"""Editing by the tree, driven by keys, the mouse and drops; text and tree always agree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit
from tree_window import ALT_SHIFT, LINES, choose, draft, index_of, labels

from app.document.edits import TextEdit
from ui.dialogs.renumber import RenumberDialog


@pytest.fixture
def drafted(window):
    return draft(window)


def drop(window, text, parent, row):
    """Drop a dragged node as Qt does: between rows of `parent`, or on it for row -1."""
    model = window.outline.model
    content = model.mimeData([index_of(window, text)])
    target = index_of(window, parent) if parent else QModelIndex()
    model.dropMimeData(content, Qt.DropAction.MoveAction, row, 0, target)


def test_alt_shift_down_moves_a_section_with_its_text_and_numbers_follow(drafted, qtbot):
    choose(drafted, "抓学习")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Down, ALT_SHIFT)
    assert [one for one in labels(drafted) if one[1] == "、"] == [
        "一、抓项目",
        "二、抓学习",
        "三、抓落实",
    ]
    assert drafted.outline.selected()[0].text == "抓学习"
    drafted.editor.undo()
    assert drafted.editor.snapshot().texts == LINES
    drafted.editor.redo()
    assert labels(drafted)[0] == "一、抓项目"


def test_alt_shift_up_in_the_text_moves_the_section_of_the_caret(drafted, qtbot):
    drafted.editor.setFocus()
    drafted.go_to_end_of(9)
    qtbot.keyClick(drafted.editor, Qt.Key.Key_Up, ALT_SHIFT)
    assert "二、抓落实" in labels(drafted)
    caret = drafted.editor.caret()
    assert drafted.editor.snapshot().blocks[caret.block].text == "逐项销号。"


def test_promote_and_demote_are_each_others_undo(drafted, qtbot):
    choose(drafted, "抓投产")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Left, ALT_SHIFT)
    assert "三、抓投产" in labels(drafted)
    assert "四、抓落实" in labels(drafted)
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Right, ALT_SHIFT)
    assert labels(drafted)[4:8] == ["（一）抓开工", "（二）抓竣工", "（三）抓投产", "三、抓落实"]


def test_delete_takes_the_whole_section_in_one_undo_step(drafted, qtbot):
    choose(drafted, "抓学习")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Delete)
    assert labels(drafted)[0] == "一、抓项目"
    assert len(drafted.editor.snapshot().blocks) == len(LINES) - 3
    drafted.editor.undo()
    assert drafted.editor.snapshot().texts == LINES


def test_several_sections_move_together(drafted, qtbot):
    choose(drafted, "抓开工", "抓竣工")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Down, ALT_SHIFT)
    assert labels(drafted)[4:7] == ["（一）抓投产", "（二）抓开工", "（三）抓竣工"]
    assert [node.text for node in drafted.outline.selected()] == ["抓开工", "抓竣工"]


def test_a_new_sibling_has_the_next_number_and_the_caret(drafted):
    choose(drafted, "抓学习")
    drafted.run_command("insert-after")
    assert drafted.editor.snapshot().blocks[drafted.editor.caret().block].text == "二、"
    assert "三、抓项目" in labels(drafted)


def test_a_title_is_changed_in_place(drafted, qtbot):
    choose(drafted, "抓项目")
    drafted.run_command("rename")
    field = drafted.outline.view.viewport().findChild(QLineEdit)
    field.setText("抓好重点项目")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "二、抓好重点项目" in labels(drafted))


def test_a_section_dropped_before_another_goes_there(drafted):
    drop(drafted, "抓落实", None, 0)
    assert labels(drafted)[0] == "一、抓落实"
    assert drafted.editor.snapshot().texts[2] == "逐项销号。"
    drafted.editor.undo()
    assert drafted.editor.snapshot().texts == LINES


def test_a_section_dropped_on_another_becomes_its_last_child(drafted):
    drop(drafted, "抓落实", "抓学习", -1)
    assert labels(drafted)[:4] == ["一、抓学习", "（一）抓班子", "（二）抓支部", "（三）抓落实"]


def test_a_child_dropped_between_top_sections_rises(drafted):
    drop(drafted, "抓竣工", None, 1)
    assert "二、抓竣工" in labels(drafted)
    assert "三、抓项目" in labels(drafted)


def test_a_drop_of_the_mouse_arrives_where_the_line_was_drawn(drafted):
    view, model = drafted.outline.view, drafted.outline.model
    content = model.mimeData([index_of(drafted, "抓落实")])
    rect = view.visualRect(index_of(drafted, "抓学习"))
    place = QPointF(rect.center().x(), rect.top() + 1)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = QDragMoveEvent(place.toPoint(), Qt.DropAction.MoveAction, content, buttons, keys)
    view.dragMoveEvent(move)
    view.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, content, buttons, keys))
    assert labels(drafted)[0] == "一、抓落实"


def test_a_section_cannot_be_dropped_into_itself(drafted):
    model = drafted.outline.model
    content = model.mimeData([index_of(drafted, "抓项目")])
    inside = index_of(drafted, "抓竣工")
    assert not model.canDropMimeData(content, Qt.DropAction.MoveAction, -1, 0, inside)


def test_a_locked_tree_takes_no_drop(drafted, workplace):
    workplace.change(lock_tree=True)
    model = drafted.outline.model
    assert not model.flags(index_of(drafted, "抓项目")) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.canDropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_expansion_and_selection_stay_when_the_text_changes(drafted, qtbot):
    view = drafted.outline.view
    view.collapse(index_of(drafted, "抓学习"))
    view.setCurrentIndex(index_of(drafted, "抓竣工"))
    drafted.go_to_end_of(9)
    qtbot.keyClicks(drafted.editor, "2026")
    drafted.refresh_outline()
    assert not view.isExpanded(index_of(drafted, "抓学习"))
    assert view.isExpanded(index_of(drafted, "抓项目"))


def test_the_first_rows_written_under_a_section_are_seen(drafted, qtbot):
    last = next(n for n, text in enumerate(LINES) if text == "三、抓落实")
    drafted.go_to_end_of(last)
    qtbot.keyClick(drafted.editor, Qt.Key.Key_Return)
    drafted.editor.insert("（一）抓督查")
    drafted.refresh_outline()
    assert drafted.outline.view.isExpanded(index_of(drafted, "抓落实"))
    assert index_of(drafted, "抓督查").parent() == index_of(drafted, "抓落实")


def test_only_the_changed_row_is_touched(drafted, qtbot):
    drafted.refresh_outline()
    model = drafted.outline.model
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        drafted.go_to_end_of(4)
        qtbot.keyClicks(drafted.editor, "x")
        drafted.refresh_outline()
    assert "二、抓项目x" in labels(drafted)


def test_the_filter_leaves_what_matches_and_what_holds_it(drafted):
    drafted.outline.filter.setText("竣工")
    view, model = drafted.outline.view, drafted.outline.model
    shown = [
        model.node(i).text for i in model.indexes() if not view.isRowHidden(i.row(), i.parent())
    ]
    assert shown == ["抓项目", "抓竣工"] or shown[-1] == "抓竣工"
    drafted.outline.filter.clear()
    assert all(not view.isRowHidden(i.row(), i.parent()) for i in model.indexes())


def test_renumbering_shows_what_it_will_change_first(drafted):
    drafted.editor.apply([TextEdit(8, 0, 1, "五")])
    drafted.run_command("renumber")
    dialog = drafted.findChild(RenumberDialog)
    assert dialog.list.item(0).text().startswith("五、  →  三、")
    assert drafted.editor.snapshot().texts[8] == "五、抓落实"
    dialog.accept()
    assert drafted.editor.snapshot().texts == LINES


def test_a_long_paragraph_is_cut_with_a_sign_where_its_number_is_shown(drafted):
    drafted.editor.apply([TextEdit(8, 0, len(LINES[8]), f"五、{'很长的标题' * 9}")])
    drafted.run_command("renumber")
    dialog = drafted.findChild(RenumberDialog)
    assert dialog.list.item(0).text().endswith("…")
    dialog.reject()
