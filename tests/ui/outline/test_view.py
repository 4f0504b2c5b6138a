"""The tree itself: where drops go, its keys, filter, lock, tips and what a screen reader says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from tree_window import ALT_SHIFT, CTRL, caret_text, choose, draft, index_of, labels, texts, tops

ABOVE, INSIDE, BELOW = 0.1, 0.5, 0.9


@pytest.fixture
def drafted(window):
    return draft(window)


def dragged(window, *titles):
    return window.outline.model.mimeData([index_of(window, title) for title in titles])


def place(window, title, part, left=None):
    rect = window.outline.view.visualRect(index_of(window, title))
    return QPoint(
        rect.center().x() if left is None else left, int(rect.top() + part * rect.height())
    )


def carry(window, content, at, *, drop=True):
    """Drag content over a point of the tree as Qt does, and drop it there."""
    view, action = window.outline.view, Qt.DropAction.MoveAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = QDragMoveEvent(at, action, content, button, keys)
    view.dragMoveEvent(move)
    if drop:
        view.dropEvent(QDropEvent(QPointF(at), action, content, button, keys))
    return move.isAccepted()


@pytest.mark.parametrize(
    ("title", "part", "shown"),
    [
        ("抓学习", ABOVE, ["一、抓落实", "二、抓学习", "三、抓项目"]),
        ("抓项目", ABOVE, ["一、抓学习", "二、抓落实", "三、抓项目"]),
        ("抓支部", ABOVE, ["（一）抓班子", "（二）抓落实", "（三）抓支部"]),
        ("抓支部", BELOW, ["（一）抓班子", "（二）抓支部", "（三）抓落实"]),
        ("抓学习", INSIDE, ["（一）抓班子", "（二）抓支部", "（三）抓落实"]),
        ("抓学习", BELOW, ["（一）抓落实", "（二）抓班子", "（三）抓支部"]),
    ],
)
def test_a_drop_goes_before_behind_or_inside_a_row(drafted, title, part, shown):
    assert carry(drafted, dragged(drafted, "抓落实"), place(drafted, title, part))
    assert [label for label in labels(drafted) if label in shown] == shown
    drafted.editor.undo()
    assert tops(drafted) == ["一、抓学习", "二、抓项目", "三、抓落实"]


def test_below_the_last_row_of_a_section_the_pointer_further_left_means_a_level_up(drafted):
    at = place(drafted, "抓支部", BELOW, left=4)
    carry(drafted, dragged(drafted, "抓落实"), at)
    assert tops(drafted) == ["一、抓学习", "二、抓落实", "三、抓项目"]


def test_below_everything_a_drop_goes_to_the_end(drafted):
    view = drafted.outline.view
    carry(drafted, dragged(drafted, "抓学习"), QPoint(40, view.viewport().height() - 4))
    assert tops(drafted) == ["一、抓项目", "二、抓落实", "三、抓学习"]


def test_several_rows_are_dropped_together_in_their_order(drafted):
    carry(drafted, dragged(drafted, "抓开工", "抓竣工"), place(drafted, "抓支部", BELOW))
    assert labels(drafted)[1:5] == ["（一）抓班子", "（二）抓支部", "（三）抓开工", "（四）抓竣工"]
    assert [node.text for node in drafted.outline.selected()] == ["抓开工", "抓竣工"]


def test_a_section_is_not_taken_inside_itself(drafted):
    assert not carry(drafted, dragged(drafted, "抓项目"), place(drafted, "抓竣工", ABOVE))
    assert tops(drafted) == ["一、抓学习", "二、抓项目", "三、抓落实"]


def accents(window, x=200):
    """Return where in a column of the tree the accent colour stands."""
    image = window.outline.view.viewport().grab().toImage()
    accent = QColor(window.outline.view.colors.accent)
    return [y for y in range(image.height()) if image.pixelColor(x, y) == accent]


def test_the_line_of_a_drop_is_drawn_and_taken_away(drafted):
    content, at = dragged(drafted, "抓落实"), place(drafted, "抓项目", ABOVE)
    top = drafted.outline.view.visualRect(index_of(drafted, "抓项目")).top()
    carry(drafted, content, at, drop=False)
    assert top in accents(drafted)
    drafted.outline.view.dragLeaveEvent(QDragLeaveEvent())
    assert top not in accents(drafted)


def test_the_lock_forbids_drags_and_nothing_else(drafted, qtbot):
    drafted.run_command("lock-tree")
    assert drafted.workplace.settings.lock_tree
    assert not carry(drafted, dragged(drafted, "抓落实"), place(drafted, "抓项目", ABOVE))
    choose(drafted, "抓落实")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Up, ALT_SHIFT)
    assert tops(drafted)[1] == "二、抓落实"
    assert drafted.outline.model.flags(index_of(drafted, "抓落实")) & Qt.ItemFlag.ItemIsEditable


def test_keys_of_the_tree_mean_sections(drafted, qtbot):
    view = drafted.outline.view
    choose(drafted, "抓竣工")
    qtbot.keyClick(view, Qt.Key.Key_D, CTRL)
    assert labels(drafted).count("（三）抓竣工") == 1
    choose(drafted, "抓投产")
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    assert texts(drafted)[drafted.editor.caret().block] == "（五）"
    choose(drafted, "抓学习")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert tops(drafted) == ["一、抓项目", "二、抓落实"]
    choose(drafted, "抓落实")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert drafted.editor.hasFocus()


def test_sections_that_cannot_go_further_say_so(drafted, qtbot):
    choose(drafted, "抓学习")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Up, ALT_SHIFT)
    assert "第一条" in drafted.status.currentMessage()
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Left, ALT_SHIFT)
    assert "不能再升" in drafted.status.currentMessage()


def test_the_filter_is_reached_and_left_by_keys(drafted, qtbot):
    field, view = drafted.outline.filter, drafted.outline.view
    choose(drafted, "抓学习")
    qtbot.keyClick(view, Qt.Key.Key_F, CTRL)
    assert field.hasFocus()
    qtbot.keyClicks(field, "zg")
    field.setText("竣工")
    assert view.isRowHidden(0, index_of(drafted, "抓学习").parent())
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert view.hasFocus()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not view.isRowHidden(0, index_of(drafted, "抓学习").parent())


def test_caret_and_scroll_position_stay_when_a_section_far_away_moves(window, qtbot):
    body = ["各单位要对照任务逐项销号。"] * 30
    draft(window, "要点", "一、甲", *body, "二、乙", *body, "三、丙", *body)
    window.go_to_end_of(40)
    qtbot.wait(1)
    bar = window.editor.verticalScrollBar()
    height = window.editor.cursorRect().top()
    choose(window, "丙")
    window.run_command("node-up")
    assert abs(window.editor.cursorRect().top() - height) <= 1
    caret = window.editor.caret()
    assert (caret.block, caret.start) == (71, len(body[0]))
    window.editor.undo()
    assert bar.value() > 0


def test_a_drop_shows_the_moved_section_in_the_text_and_undo_where_it_came_from(window, qtbot):
    body = ["各单位要对照任务逐项销号。"] * 30
    draft(window, "要点", "一、甲", *body, "二、乙", *body, "三、丙", *body)
    window.go_to_end_of(5)
    carry(window, dragged(window, "丙"), place(window, "乙", ABOVE))
    qtbot.wait(1)
    assert caret_text(window) == "二、丙"
    assert 0 < window.editor.cursorRect().top() < window.editor.viewport().height()
    window.editor.undo()
    assert caret_text(window) == "三、丙"
    assert 0 < window.editor.cursorRect().top() < window.editor.viewport().height()


def test_a_drop_of_the_section_written_in_leaves_the_caret_with_its_words(window):
    draft(window, "要点", "一、甲", "甲的第一段。", "二、乙", "乙的第一段。", "三、丙")
    window.go_to_end_of(2)
    carry(window, dragged(window, "甲"), place(window, "丙", BELOW))
    assert caret_text(window) == "甲的第一段。"


def test_unfolded_sections_stay_so_at_their_new_level(drafted):
    view = drafted.outline.view
    view.collapse(index_of(drafted, "抓学习"))
    choose(drafted, "抓项目")
    drafted.run_command("demote")
    assert view.isExpanded(index_of(drafted, "抓项目"))
    drafted.run_command("promote")
    assert view.isExpanded(index_of(drafted, "抓项目"))


def test_a_tip_tells_the_figures_and_how_the_text_begins(drafted):
    data = drafted.outline.model.data
    tip = data(index_of(drafted, "抓班子"), Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[0] == "（一）抓班子"
    assert "占全文" in tip
    assert tip.endswith("理论中心组每月学习一次。")


def test_a_screen_reader_gets_type_title_and_length(drafted):
    data = drafted.outline.model.data
    assert data(index_of(drafted, "抓落实"), Qt.ItemDataRole.AccessibleTextRole) == (
        "标题，三、抓落实，10 字"
    )
    assert drafted.outline.view.accessibleName() == "提纲"


def test_the_context_menu_offers_what_can_be_done_with_a_row(drafted):
    view = drafted.outline.view
    choose(drafted, "抓项目")
    at = place(drafted, "抓项目", INSIDE)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(
        view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = {action.text() for action in menu.actions()}
    assert {"升级", "降级", "改标题", "粘贴为下级", "目标字数…", "删除整节"} <= names
    menu.close()


def test_no_row_is_chosen_where_the_caret_stands_before_the_first_section(drafted):
    drafted.editor.setFocus()
    drafted.go_to_end_of(2)
    QApplication.processEvents()
    assert [node.text for node in drafted.outline.selected()] == ["抓班子"]
    drafted.go_to_end_of(0)
    QApplication.processEvents()
    assert drafted.outline.selected() == []
    drafted.go_to_end_of(2)
    QApplication.processEvents()
    assert [node.text for node in drafted.outline.selected()] == ["抓班子"]


@pytest.mark.parametrize("command", ["delete-node", "copy-node", "cut-node", "rename", "duplicate"])
def test_where_no_section_is_meant_the_commands_say_what_to_do(drafted, command):
    before = texts(drafted)
    drafted.editor.setFocus()
    drafted.go_to_end_of(0)
    drafted.run_command(command)
    assert texts(drafted) == before
    assert drafted.status.currentMessage().startswith("先在提纲里选一条")


def test_a_place_still_to_be_filled_has_one_badge(window):
    draft(
        window, "关于开展检查的通知", "一、分工", "由【牵头单位】负责，联系人【姓名】。", "二、时限"
    )
    model = window.outline.model
    row = model.row_of(index_of(window, "分工"))
    assert (row.slots, row.warnings) == (2, 0)
    assert window.wait_for_checks()
    row = model.row_of(index_of(window, "分工"))
    assert (row.slots, row.warnings) == (0, 2)
