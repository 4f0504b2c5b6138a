"""Bookmarks, and going to headings, by key and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from app.document.model import Span, document
from app.document.recognize import recognized
from ui.dialogs.go_to import GoToDialog

TEXTS = ("清河县工作要点", "一、抓学习", "学习的内容。", "二、抓落实", "落实的内容。")


@pytest.fixture
def shown(window):
    window.show_document(recognized(document(*TEXTS)), "要点")
    return window


def at(window, block):
    window.editor.show_span(Span(block, 0, 0))
    window.editor.setFocus()


def marked(window):
    return [n for n, block in enumerate(window.editor.snapshot().blocks) if block.bookmark]


def test_a_bookmark_is_set_and_taken_off_by_key_and_can_be_undone(shown, qtbot):
    at(shown, 2)
    qtbot.keyClick(shown.editor, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    assert marked(shown) == [2]
    qtbot.keyClick(shown.editor, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    assert marked(shown) == []
    shown.editor.undo()
    assert marked(shown) == [2]


def test_the_keys_go_round_the_bookmarks(shown, qtbot):
    for block in (1, 4):
        at(shown, block)
        shown.run_command("bookmark")
    qtbot.keyClick(shown.editor, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert shown.editor.caret().block == 1
    qtbot.keyClick(shown.editor, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert shown.editor.caret().block == 4


def test_a_bookmark_stays_with_its_paragraph_and_is_not_doubled_by_enter(shown, qtbot):
    at(shown, 2)
    shown.run_command("bookmark")
    at(shown, 1)
    shown.editor.insert("甲")
    qtbot.keyClick(shown.editor, Qt.Key.Key_Return)
    assert marked(shown) == [3]
    shown.editor.show_span(Span(3, 2, 2))
    qtbot.keyClick(shown.editor, Qt.Key.Key_Return)
    assert marked(shown) == [3]


def test_a_bookmark_is_kept_in_the_file_and_finds_its_paragraph_again(shown, tmp_path):
    at(shown, 4)
    shown.run_command("bookmark")
    shown.save_as(tmp_path / "要点.docx")
    at(shown, 2)
    shown.run_command("bookmark")
    shown.save_as(tmp_path / "要点.docx")
    shown.show_document(document("别的"), "别的", unsaved=False)
    shown.open_path(tmp_path / "要点.docx")
    assert marked(shown) == [2, 4]


def test_a_bookmark_is_drawn_in_the_margin(shown):
    at(shown, 2)
    shown.run_command("bookmark")
    at(shown, 4)
    place = shown.editor.cursorRect(shown.editor.bridge.select(2, 0, 0))
    em = shown.editor.bridge.layout.width / 32
    left = shown.editor.bridge.layout.blockBoundingRect(
        shown.editor.document().findBlockByNumber(2)
    ).left()
    point = QPoint(round(left - em * 0.85), place.center().y() - 4)
    color = shown.editor.viewport().grab().toImage().pixelColor(point)
    assert color == QColor(shown.workplace.colors.accent)


def test_a_heading_is_gone_to_by_its_initials(shown, qtbot):
    shown.run_command("go-to")
    dialog = shown.findChild(GoToDialog)
    qtbot.keyClicks(dialog.search, "zls")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert shown.editor.caret().block == 3


def test_the_list_shows_bookmarks_among_the_headings_and_a_click_goes_there(shown, qtbot):
    at(shown, 4)
    shown.run_command("bookmark")
    shown.run_command("go-to")
    dialog = shown.findChild(GoToDialog)
    assert [dialog.list.item(n).text().strip() for n in range(3)] == [
        "一、抓学习", "二、抓落实", "落实的内容。",
    ]  # fmt: skip
    item = dialog.list.visualItemRect(dialog.list.item(0)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=item)
    assert shown.editor.caret().block == 1


def test_enter_goes_to_the_heading_that_fits_best_not_to_the_first_that_fits(
    window, tmp_path, qtbot
):
    path = tmp_path / "要点.txt"
    path.write_text("工作要点\n一、工程建设\n内容。\n二、城建\n内容。\n", encoding="utf-8")
    window.open_path(path)
    window.run_command("go-to")
    dialog = window.findChild(GoToDialog)
    qtbot.keyClicks(dialog.search, "cj")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert window.editor.caret().block == 3
