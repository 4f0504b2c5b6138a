from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.model import Document, Span, block
from app.document.notation import dump, parse
from app.docx import layout
from app.docx.titles import title_rows
from ui.editor.editor import Editor
from ui.editor.paste import move
from ui.editor.view import Focus, View


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    found.resize(900, 500)
    found.show()
    found.load(parse("body| 要\nbody| 文"))
    found.show_span(Span(0, 1, 1))
    return found


def commit(editor, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def test_focus_mode_dims_other_paragraphs_and_touches_no_format(editor):
    view = View(editor)
    view.set_focus(Focus.PARAGRAPH)
    assert editor.bridge.layout.lit == range(1)
    editor.show_span(Span(1, 0, 0))
    assert editor.bridge.layout.lit == range(1, 2)
    assert not editor.document().isUndoAvailable()
    dim, lit = darkest(editor, 0), darkest(editor, 1)
    assert dim > lit + 40
    view.set_focus(Focus.OFF)
    assert darkest(editor, 0) == pytest.approx(lit, abs=40)


def darkest(editor, number):
    image = editor.viewport().grab().toImage()
    top = editor.bridge.layout.top_of(number) - editor.verticalScrollBar().value()
    bottom = editor.bridge.layout.top_of(number + 1) - editor.verticalScrollBar().value()
    return min(
        QColor(image.pixel(x, y)).lightness()
        for x in range(85, 200)
        for y in range(max(int(top) + 3, 0), int(bottom) - 3)
    )


def test_focus_on_a_section_follows_the_caret(editor):
    editor.load(parse("heading1| 一、甲\nbody| 乙\nheading1| 二、丙\nbody| 丁"))
    view = View(editor)
    view.set_focus(Focus.SECTION)
    editor.show_span(Span(3, 0, 0))
    assert editor.bridge.layout.lit == range(2, 4)


def test_typewriter_scrolling_keeps_the_caret_in_the_middle(editor):
    editor.load(Document(tuple([block("甲乙丙")] * 60)))
    QApplication.processEvents()
    view = View(editor)
    view.set_typewriter(True)
    middle = editor.viewport().height() // 2
    for number in (20, 59):
        editor.show_span(Span(number, 1, 1))
        commit(editor, "文")
        assert abs(editor.cursorRect().center().y() - middle) < 30


def test_a_second_view_shares_the_zoom_and_can_be_read_only(editor, qtbot):
    editor.set_zoom(150)
    other = Editor(bridge=editor.bridge)
    qtbot.addWidget(other)
    other.setReadOnly(True)
    assert editor.page.zoom == other.page.zoom == 150
    QTest.keyClicks(other, "a")
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert editor.snapshot().texts == ("要", "文")
    other.set_zoom(80)
    QApplication.processEvents()
    assert editor.page.zoom == 80
    assert editor.lineWrapColumnOrWidth() == other.lineWrapColumnOrWidth()


def test_ctrl_wheel_zooms(editor, qtbot):
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt's order
    )  # fmt: skip
    with qtbot.waitSignal(editor.zoomed) as told:
        QApplication.sendEvent(editor.viewport(), event)
    assert told.args == [110]
    assert editor.page.zoom == 110


@pytest.mark.parametrize(
    ("taken", "to", "after"),
    [
        (Span(0, 0, 2), (1, 2), "body| 丙丁\nbody| 戊己甲乙"),
        (Span(1, 0, 2), (0, 0), "body| 戊己甲乙丙丁\nbody| "),
    ],
)
def test_dragged_text_moves_as_one_step(editor, taken, to, after):
    editor.load(parse("body| 甲乙丙丁\nbody| 戊己"))
    editor.show_span(taken)
    move(editor, editor.bridge.position(*to))
    assert dump(editor.snapshot()) == after
    editor.undo()
    assert dump(editor.snapshot()) == "body| 甲乙丙丁\nbody| 戊己"


TITLE = "清河县人民政府办公室关于进一步做好二〇二六年秋粮收购和安全生产检查工作的通知"


def rows_of(editor):
    text, layout = editor.document().firstBlock().text(), editor.document().firstBlock().layout()
    lines = [layout.lineAt(n) for n in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in lines]


def test_a_long_title_has_the_rows_it_has_in_print(editor):
    editor.load(parse(f"title!| {TITLE}\nbody| 文"))
    editor.viewport().grab()
    places = (0, *title_rows(TITLE, layout.load("gbt9704")), len(TITLE))
    assert rows_of(editor) == [TITLE[a:b] for a, b in pairwise(places)]
    assert len(rows_of(editor)) == 3
    editor.set_zoom(60)
    editor.viewport().grab()
    assert len(rows_of(editor)) == 3


def test_what_is_composed_in_a_title_moves_its_rows_and_the_end_key_finds_their_end(editor):
    editor.load(parse(f"title!| {TITLE[:10]}\nbody| 文"))
    editor.show_span(Span(0, 10, 10))
    QApplication.sendEvent(editor, QInputMethodEvent(TITLE[10:], []))
    editor.viewport().grab()
    assert editor.document().firstBlock().layout().lineCount() == 3
    commit(editor, TITLE[10:])
    editor.viewport().grab()
    assert "".join(rows_of(editor)) == TITLE
    QTest.keyClick(editor, Qt.Key.Key_Home)
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Home)
    assert editor.caret().start == len(rows_of(editor)[0])


def test_spaces_typed_in_front_do_not_set_a_line_in_twice(editor):
    editor.load(parse(f"body| 文字\nbody| {chr(0x3000) * 2}文字\nbody| {chr(0x3000) * 6}文字"))
    editor.viewport().grab()
    lines = [editor.document().findBlockByNumber(n).layout().lineAt(0) for n in range(3)]
    at = [line.cursorToX(place)[0] for line, place in zip(lines, (0, 2, 6), strict=True)]
    assert at[1] == pytest.approx(at[0], abs=2)
    assert at[2] > at[0] + 60  # what was placed by hand further in stays there
