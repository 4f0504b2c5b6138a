"""The text alone: focus mode, full screen, the way back, and letters that open menus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip

from ui import main


@pytest.fixture
def written(window, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("关于开会的通知\n各单位要按时参加。\n", encoding="utf-8")
    window.open_path(path)
    window.show()
    window.editor.setFocus()
    yield window
    QToolTip.hideText()


def parts(window):
    shown = (window.left, window.right, window.toolbar, window.status)
    return [not part.isHidden() for part in shown]


def test_f9_leaves_nothing_but_the_text_and_escape_brings_back_what_was_there(written, qtbot):
    qtbot.keyClick(written.editor, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    before = parts(written)
    qtbot.keyClick(written.editor, Qt.Key.Key_F9)
    assert parts(written) == [False] * 4
    assert written.commands_by_id["focus"].isChecked()
    assert "Esc" in QToolTip.text()
    qtbot.keyClick(written.editor, Qt.Key.Key_Escape)
    assert parts(written) == before == [True, False, True, True]
    assert not written.commands_by_id["focus"].isChecked()


def test_escape_leaves_the_full_screen_and_a_window_that_filled_its_desk_does_so_again(
    written, qtbot
):
    written.showMaximized()
    qtbot.keyClick(written.editor, Qt.Key.Key_F11)
    assert written.isFullScreen()
    qtbot.keyClick(written.editor, Qt.Key.Key_Escape)
    assert not written.isFullScreen()
    assert written.isMaximized()
    assert not written.commands_by_id["full-screen"].isChecked()


def test_focus_mode_in_full_screen_is_left_step_by_step(written, qtbot):
    qtbot.keyClick(written.editor, Qt.Key.Key_F11)
    qtbot.keyClick(written.editor, Qt.Key.Key_F9)
    qtbot.keyClick(written.editor, Qt.Key.Key_Escape)
    assert written.isFullScreen()
    qtbot.keyClick(written.editor, Qt.Key.Key_Escape)
    assert not written.isFullScreen()


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_F11])
def test_a_window_closed_with_the_text_alone_opens_as_it_was_before(written, qtbot, workplace, key):
    before = parts(written)
    qtbot.keyClick(written.editor, key)
    QApplication.processEvents()
    qtbot.keyClick(written.editor, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not written.isVisible()
    again = main.make_window(workplace)
    again.show()
    assert parts(again)[2:] == before[2:]
    assert any(parts(again)[:2])
    assert not again.isFullScreen()


def test_a_letter_with_alt_types_nothing_over_what_is_selected(written, qtbot):
    written.editor.selectAll()
    before = written.editor.snapshot().texts
    qtbot.keyClick(written.editor, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert written.editor.snapshot().texts == before


def test_a_letter_with_alt_opens_the_menu_that_shows_it(written, qtbot):
    qtbot.keyClick(written.editor, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert written.menus["视图"].isVisible()
    qtbot.keyClick(written.menus["视图"], Qt.Key.Key_Escape)
    letters = [menu.title()[-2] for menu in written.menus.values() if menu.title().endswith(")")]
    assert len(letters) == len(set(letters)) == 8


def test_f6_goes_round_tree_text_and_panel_and_leaves_out_what_is_away(written, qtbot):
    written.tabs.setCurrentIndex(0)

    def press(modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(written.focusWidget(), Qt.Key.Key_F6, modifier)
        return written.focusWidget()

    assert press() is written.findings.view
    assert press() is written.outline.view
    assert press() is written.editor
    assert press(Qt.KeyboardModifier.ShiftModifier) is written.outline.view
    written.editor.setFocus()
    written.run_command("find")
    written.editor.setFocus()
    assert press() is written.find_bar.wanted
    written.run_command("show-outline")
    written.find_bar.close_bar()
    assert press() is written.findings.view
    assert press() is written.editor
