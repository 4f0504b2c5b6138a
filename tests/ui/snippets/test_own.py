"""Own formulations: kept, edited, deleted, brought back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from snippet_window import OWN_ONE, keep, titles, type_query

from app.snippets import Snippet
from ui import main
from ui.dialogs.snippet_edit import SnippetDialog


def test_a_selection_is_kept_with_slots_for_its_particulars(draft, qtbot):
    draft.phrases.insert(Snippet("x", "2026年3月5日走访企业12家。", "甲"))
    draft.editor.setTextCursor(draft.editor.bridge.select(4, 7, 24))
    draft.run_command("save-snippet")
    dialog = draft.findChild(SnippetDialog)
    assert dialog.text.toPlainText() == "【日期】走访企业【数】家。"
    dialog.slots.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.text.toPlainText() == "【日期】走访企业12家。"
    dialog.title.setText("走访企业")
    dialog.category.setCurrentText("我的表述/调研")
    dialog.tags.setText("走访，企业")
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    (kept,) = draft.workplace.library.store.all()
    assert (kept.title, kept.category) == ("走访企业", "我的表述/调研")
    assert kept.tags == ("走访", "企业")
    assert kept.text == "【日期】走访企业12家。"


def test_a_snippet_without_text_cannot_be_kept(draft):
    draft.run_command("new-snippet")
    dialog = draft.findChild(SnippetDialog)
    assert not dialog.keep_button.isEnabled()
    dialog.text.setPlainText("压实责任【单位")
    assert "成对" in dialog.warning.text()
    dialog.text.setPlainText("压实责任。")
    assert dialog.keep_button.isEnabled()
    dialog.reject()


def test_an_own_snippet_is_edited_in_place_and_a_shipped_one_is_copied(draft, panel, qtbot):
    keep(draft, OWN_ONE)
    type_query(panel, qtbot, "亮灯督办")
    qtbot.mouseClick(panel.edit, Qt.MouseButton.LeftButton)
    dialog = draft.findChild(SnippetDialog)
    dialog.text.setPlainText("推行亮灯督办。")
    dialog.keep_button.click()
    store = draft.workplace.library.store
    assert [one.text for one in store.all()] == ["推行亮灯督办。"]
    type_query(panel, qtbot, "妥否")
    qtbot.mouseClick(panel.edit, Qt.MouseButton.LeftButton)
    copying = next(d for d in draft.findChildren(SnippetDialog) if d is not dialog)
    copying.text.setPlainText("妥否，请批示为盼。")
    copying.keep_button.click()
    assert store.count() == 2
    assert [row.own for row in panel.view.rows.rows].count(True) == 1


def test_a_deleted_snippet_comes_back_with_one_click(draft, panel, qtbot):
    keep(draft, OWN_ONE)
    type_query(panel, qtbot, "亮灯督办")
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert "亮灯督办" not in titles(panel)
    assert "已删除" in panel.told.text
    qtbot.mouseClick(panel.told.button, Qt.MouseButton.LeftButton)
    assert titles(panel)[0] == "亮灯督办"
    assert panel.told.isHidden()


def test_what_is_shipped_cannot_be_deleted(panel, qtbot):
    type_query(panel, qtbot, "妥否")
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert titles(panel)[0] == "妥否，请批示"


def test_the_menu_over_a_row_offers_what_can_be_done_with_it(draft, panel, qtbot):
    keep(draft, OWN_ONE)
    type_query(panel, qtbot, "亮灯督办")
    draft.phrases.show_menu(QPoint(10, 10), panel.current().snippet)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert {"插入", "收藏", "编辑…", "删除"} <= set(offered)
    offered["删除"].trigger()
    menu.close()
    assert draft.workplace.library.store.count() == 0


def test_two_windows_show_the_same_own_snippets(draft, workplace, qtbot):
    other = main.make_window(workplace)
    other.show()
    other.run_command("to-snippets")
    type_query(other.snippets, qtbot, "亮灯督办")
    keep(draft, OWN_ONE)
    assert titles(other.snippets)[0] == "亮灯督办"
