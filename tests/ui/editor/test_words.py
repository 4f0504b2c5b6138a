"""Words by the dictionary, as keys move over them and the mouse selects them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.model import Block, Document, Role, Run, Span
from app.document.notation import parse
from ui.editor.editor import Editor
from ui.editor.words import around, starts

TEXT = "一、坚持问题导向，抓好2026年GDP增长。"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    found.resize(900, 500)
    found.show()
    found.load(parse(f"body| {TEXT}\nbody| 抓落实。"))
    return found


def place(editor, block, offset):
    """Return a point just right of where a character begins."""
    rect = editor.cursorRect(editor.bridge.select(block, offset, offset))
    return rect.center() + QPoint(4, 0)


def selected(editor):
    return editor.textCursor().selectedText()


def test_words_begin_where_the_dictionary_says_and_spaces_go_with_the_word_before():
    assert [TEXT[at:] for at in starts(TEXT)][2] == TEXT[2:]
    assert TEXT.index("问题") in starts(TEXT)
    assert starts("抓好  落实") == [0, 4, 6]
    assert starts("") == [0]
    assert around("抓好  落实", 1) == (0, 2)
    assert around("抓好", 2) == (0, 2)
    assert around("", 0) == (0, 0)


def test_a_double_click_selects_a_word_and_a_third_click_the_paragraph(editor):
    view = editor.viewport()
    at = place(editor, 0, TEXT.index("导"))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert selected(editor) == "导向"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert selected(editor) == TEXT


def test_a_double_click_into_a_selection_selects_the_word(editor):
    view = editor.viewport()
    editor.selectAll()
    at = place(editor, 0, TEXT.index("题"))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)
    assert selected(editor) == "问题"


def mouse(editor, kind, at, button=Qt.MouseButton.LeftButton):
    """Send what the mouse does with its left button held down."""
    view = editor.viewport()
    event = QMouseEvent(
        kind, QPointF(at), QPointF(view.mapToGlobal(at)), button, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_drawing_on_from_a_double_click_takes_whole_words(editor):
    at = place(editor, 0, TEXT.index("题"))
    mouse(editor, QEvent.Type.MouseButtonDblClick, at)
    mouse(editor, QEvent.Type.MouseMove, at + QPoint(2, 0), Qt.MouseButton.NoButton)
    assert selected(editor) == "问题"
    to = place(editor, 0, TEXT.index("导"))
    mouse(editor, QEvent.Type.MouseMove, to, Qt.MouseButton.NoButton)
    assert selected(editor) == "问题导向"
    mouse(editor, QEvent.Type.MouseMove, place(editor, 0, 2), Qt.MouseButton.NoButton)
    assert selected(editor) == "坚持问题"
    mouse(editor, QEvent.Type.MouseButtonRelease, to)
    mouse(editor, QEvent.Type.MouseMove, to, Qt.MouseButton.NoButton)
    assert selected(editor) == "坚持问题"


def test_control_and_the_arrows_go_from_word_to_word(editor):
    editor.show_span(Span(0, 2, 2))
    QTest.keyClick(editor, Qt.Key.Key_Right, CONTROL)
    assert editor.caret().start == TEXT.index("问题")
    QTest.keyClick(editor, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert selected(editor) == "问题"
    QTest.keyClick(editor, Qt.Key.Key_Left, CONTROL)
    assert editor.caret().start == TEXT.index("问题")
    editor.show_span(Span(0, len(TEXT), len(TEXT)))
    QTest.keyClick(editor, Qt.Key.Key_Right, CONTROL)
    assert editor.caret() == Span(1, 0, 0)
    QTest.keyClick(editor, Qt.Key.Key_Left, CONTROL)
    assert editor.caret() == Span(0, len(TEXT), len(TEXT))


def test_control_with_backspace_and_delete_takes_one_word(editor):
    end = TEXT.index("，")
    editor.show_span(Span(0, end, end))
    QTest.keyClick(editor, Qt.Key.Key_Backspace, CONTROL)
    assert editor.snapshot().texts[0] == TEXT.replace("导向", "")
    editor.undo()
    editor.show_span(Span(0, 2, 2))
    QTest.keyClick(editor, Qt.Key.Key_Delete, CONTROL)
    assert editor.snapshot().texts[0] == TEXT.replace("坚持", "")
    editor.show_span(Span(1, 4, 4))
    QTest.keyClick(editor, Qt.Key.Key_Delete, CONTROL)
    assert editor.snapshot().texts[1] == "抓落实。"
    editor.show_span(Span(0, 0, 0))
    QTest.keyClick(editor, Qt.Key.Key_Backspace, CONTROL)
    assert editor.snapshot().texts[0] == TEXT.replace("坚持", "")


def test_words_of_rare_characters_are_taken_whole(editor):
    editor.load(parse("body| 𠮷野家😀落实"))
    editor.show_span(Span(0, 6, 6))
    QTest.keyClick(editor, Qt.Key.Key_Backspace, CONTROL)
    assert editor.snapshot().texts == ("𠮷野家😀",)


def test_a_table_is_still_selected_as_one(editor):
    table = Block((Run("甲\t乙"),), Role.OBJECT, object="t1")
    editor.load(Document((Block((Run("文"),)), table)))
    editor.show_span(Span(1, 0, 0))
    QTest.keyClick(editor, Qt.Key.Key_Delete, CONTROL)
    assert len(editor.snapshot().blocks) == 2
