"""The panel of fields where there is little to show: no kind, no slots, no height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(window, tmp_path, text):
    path = tmp_path / "稿.txt"
    path.write_text(text, encoding="utf-8")
    window.open_path(path)
    window.show()
    window.wait_for_checks()
    return window


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_without_kind_and_slots_the_panel_says_so_and_its_key_leads_to_the_kind(
    window, tmp_path, qtbot
):
    opened(window, tmp_path, "随便写的几句话。\n没有别的。\n")
    window.set_kind("")
    qtbot.keyClick(window.editor, Qt.Key.Key_3, CTRL_SHIFT)
    QApplication.processEvents()
    panel = window.fields
    assert "没有待填项" in said(panel)
    assert any("选定文种" in text for text in said(panel))
    assert panel.slots.isHidden()
    assert window.focusWidget() is panel.kind


def test_slots_are_listed_where_there_are_some_and_enter_goes_to_one(window, tmp_path, qtbot):
    opened(window, tmp_path, "关于开会的通知\n各科室：\n请于【日期】前报名。\n")
    qtbot.keyClick(window.editor, Qt.Key.Key_3, CTRL_SHIFT)
    QApplication.processEvents()
    panel = window.fields
    assert not panel.slots.isHidden()
    panel.slots.setFocus()
    panel.slots.setCurrentRow(0)
    qtbot.keyClick(panel.slots, Qt.Key.Key_Return)
    assert window.editor.textCursor().selectedText() == "【日期】"


def test_a_low_panel_gives_its_captions_up(window, tmp_path):
    opened(window, tmp_path, "关于开会的通知\n各科室：\n请按时参加。\n")
    window.run_command("to-fields")
    panel = window.fields
    QApplication.processEvents()
    assert "文种" in said(panel)
    panel.resize(panel.width(), 200)
    assert "文种" not in said(panel)
