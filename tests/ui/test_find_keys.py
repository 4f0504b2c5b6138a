"""The keys of the window that find: on from the last search, and away with Escape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def written(window, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("关于开会的通知\nABC会。\n会ABC。\nABC。\n", encoding="utf-8")
    window.open_path(path)
    window.show()
    window.editor.setFocus()
    bar = window.find_bar
    bar.open()
    bar.wanted.setText("ABC")
    bar.close_bar()
    return window


def test_f3_goes_on_from_place_to_place_and_round(written, qtbot):
    blocks = []
    for _ in range(4):
        qtbot.keyClick(written.editor, Qt.Key.Key_F3)
        blocks.append(written.editor.caret().block)
    assert blocks == [1, 2, 3, 1]
    qtbot.keyClick(written.editor, Qt.Key.Key_F3, SHIFT)
    assert written.editor.caret().block == 3


def test_escape_in_the_text_closes_the_bar_before_anything_else(written, qtbot):
    qtbot.keyClick(written.editor, Qt.Key.Key_F9)
    qtbot.keyClick(written.editor, Qt.Key.Key_F, CTRL)
    written.editor.setFocus()
    qtbot.keyClick(written.editor, Qt.Key.Key_Escape)
    assert written.find_bar.isHidden()
    assert written.status.isHidden()
    qtbot.keyClick(written.editor, Qt.Key.Key_Escape)
    assert not written.status.isHidden()


def test_the_switch_for_replacing_says_what_it_does(written, qtbot):
    qtbot.keyClick(written.editor, Qt.Key.Key_F, CTRL)
    bar = written.find_bar
    assert bar.more.text() == "替换…"
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert bar.more.text() == "收起替换"
    assert bar.by.isVisible()
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert not bar.by.isVisible()


def test_tab_goes_from_what_is_looked_for_to_what_replaces_it(written, qtbot):
    qtbot.keyClick(written.editor, Qt.Key.Key_H, CTRL)
    bar = written.find_bar
    assert bar.wanted.hasFocus()
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Tab)
    assert bar.by.hasFocus()
    qtbot.keyClicks(bar.by, "XY")
    qtbot.keyClick(bar.by, Qt.Key.Key_Return)
    assert "XY" not in "".join(written.session.document().texts)  # the first Enter finds
    qtbot.keyClick(bar.by, Qt.Key.Key_Return)
    assert written.session.document().texts[1] == "XY会。"
    qtbot.keyClick(bar.by, Qt.Key.Key_Tab)
    assert bar.focusWidget().text() == "替换"
