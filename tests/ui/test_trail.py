"""Coming back to where one wrote: within a session, in a file opened again, after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from ui import main

LINES = ["关于开会的通知", *(f"第{n}段要写的话。" for n in range(40))]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def opened(window, path):
    window.open_path(path)
    window.show()
    window.editor.setFocus()
    return window


def write_at(window, qtbot, block):
    window.go_to_end_of(block)
    qtbot.keyClicks(window.editor, "a")


def go_back(window, qtbot):
    qtbot.keyClick(window.editor, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    return window.editor.caret().block


def test_shift_f5_goes_round_the_last_places_that_were_changed(opened, qtbot):
    for block in (3, 20, 30):
        write_at(opened, qtbot, block)
    opened.go_to_end_of(0)
    assert [go_back(opened, qtbot) for _ in range(4)] == [30, 20, 3, 30]


def test_a_place_moves_with_its_words(opened, qtbot):
    write_at(opened, qtbot, 20)
    opened.editor.setTextCursor(QTextCursor(opened.editor.document()))
    qtbot.keyClick(opened.editor, Qt.Key.Key_Return)
    opened.go_to_end_of(5)
    assert [go_back(opened, qtbot) for _ in range(2)] == [1, 21]


def test_in_an_unchanged_text_it_is_said_that_there_is_no_such_place(opened, qtbot):
    go_back(opened, qtbot)
    assert opened.status.currentMessage() == "还没有改动过。"


def test_a_file_opened_again_is_gone_on_with_where_it_was_left(opened, qtbot, workplace, path):
    opened.go_to_end_of(25)
    qtbot.keyClick(opened.editor, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    again = main.make_window(workplace)
    again.open_path(path)
    again.come_forward()
    qtbot.waitUntil(again.isActiveWindow)
    assert again.editor.caret().block == 0
    assert "Shift+F5" in again.status.currentMessage()
    assert go_back(again, qtbot) == 25


def test_the_file_of_the_last_window_comes_back_at_the_next_start(opened, qtbot, workplace, path):
    workplace.change(restore=True)
    opened.go_to_end_of(25)
    qtbot.keyClick(opened.editor, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    main.open_first(workplace, [])
    again = workplace.window_of(path)
    assert again is not None
    assert again.editor.caret().block == 25


def test_all_files_of_a_session_left_at_once_come_back(opened, qtbot, workplace, path, tmp_path):
    workplace.change(restore=True)
    other = tmp_path / "要点.txt"
    other.write_text("要点\n", encoding="utf-8")
    opened.files.open_file(other)
    qtbot.keyClick(opened.editor, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not workplace.windows
    main.open_first(workplace, [])
    assert workplace.window_of(path) is not None
    assert workplace.window_of(other) is not None
