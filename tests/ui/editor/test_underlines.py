from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QHelpEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.document.model import Document, Span, block
from app.document.notation import parse
from ui.editor.editor import Editor
from ui.editor.look import DARK, LIGHT


@dataclass(frozen=True)
class Found:
    span: Span
    severity: str = "error"
    message: str = "多了一个字"


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    found.resize(900, 600)
    found.show()
    found.load(parse("body| 甲乙丙丁戊\nbody| 子丑寅卯辰"))
    found.show_span(Span(1, 5, 5))
    return found


def marked(editor):
    return [mark.cursor.selectedText() for mark in editor.extraSelections()]


def commit(editor, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def test_findings_are_underlined_in_the_colour_of_their_severity(editor):
    editor.set_findings([Found(Span(0, 1, 3)), Found(Span(1, 0, 1), "warning")])
    assert marked(editor) == ["乙丙", "子"]
    colors = [mark.format.underlineColor() for mark in editor.extraSelections()]
    assert colors == [QColor(LIGHT.error), QColor(LIGHT.warning)]
    editor.set_theme(DARK)
    colors = [mark.format.underlineColor() for mark in editor.extraSelections()]
    assert colors == [QColor(DARK.error), QColor(DARK.warning)]


def test_underlines_move_with_their_text_and_leave_undo_alone(editor):
    editor.set_findings([Found(Span(1, 1, 3))])
    assert not editor.document().isUndoAvailable()
    editor.show_span(Span(0, 0, 0))
    commit(editor, "前")
    assert marked(editor) == ["丑寅"]
    finding = editor.underlines.findings()[0]
    assert editor.underlines.current_span(finding) == Span(1, 1, 3)


def test_text_typed_right_after_a_finding_is_not_of_it(editor):
    finding = Found(Span(1, 1, 3))
    editor.set_findings([finding])
    editor.show_span(Span(1, 3, 3))
    commit(editor, "新")
    assert editor.underlines.current_span(finding) == Span(1, 1, 3)


def test_the_finding_at_the_typing_caret_waits_until_the_caret_leaves(editor):
    commit(editor, "新")
    editor.set_findings([Found(Span(1, 4, 6))])
    assert marked(editor) == []
    editor.show_span(Span(0, 0, 0))
    assert marked(editor) == ["辰新"]


def test_a_finding_whose_text_is_gone_is_gone(editor):
    finding = Found(Span(1, 4, 5))
    editor.set_findings([finding])
    editor.show_span(Span(1, 4, 5))
    editor.insert("")
    editor.show_span(Span(0, 0, 0))
    assert editor.underlines.findings() == []
    assert editor.underlines.current_span(finding) is None


def test_the_shortest_finding_at_a_place_is_told(editor):
    wide, narrow = Found(Span(0, 0, 5)), Found(Span(0, 1, 2))
    editor.set_findings([wide, narrow])
    at = editor.bridge.position
    assert editor.underlines.finding_at(at(0, 1)) is narrow
    assert editor.underlines.finding_at(at(0, 4)) is wide
    assert editor.underlines.finding_at(at(1, 1)) is None


def test_of_a_long_hint_only_the_head_is_underlined_and_all_of_it_is_told(editor):
    editor.load(Document((block("抓落实" * 20),)))
    hint = Found(Span(0, 3, 60), "hint")
    editor.set_findings([hint])
    assert marked(editor) == ["抓落实抓"]
    assert editor.underlines.finding_at(editor.bridge.position(0, 50)) is hint
    editor.set_findings([Found(Span(0, 3, 60), "warning")])
    assert len(marked(editor)[0]) == 57


def test_findings_outside_the_text_are_left_out(editor):
    editor.set_findings([Found(Span(7, 0, 1))])
    assert marked(editor) == []


def test_of_very_many_findings_only_the_visible_ones_are_marked(editor):
    editor.load(Document(tuple([block("甲乙丙")] * 1500)))
    QApplication.processEvents()
    editor.set_findings([Found(Span(n, 0, 1)) for n in range(1500)])
    assert 5 < len(marked(editor)) < 80
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    QApplication.processEvents()
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum() - 5)
    assert 5 < len(marked(editor)) < 80


def test_of_very_many_hits_only_the_visible_ones_are_marked(editor):
    editor.load(Document(tuple([block("甲乙丙")] * 1500)))
    QApplication.processEvents()
    editor.underlines.set_hits([Span(n, 0, 1) for n in range(1500)])
    assert 5 < len(marked(editor)) < 60


def test_search_hits_slots_and_findings_are_shown_together(editor):
    editor.load(parse("body| 请【单位】于乙日"))
    editor.set_findings([Found(Span(0, 0, 1))])
    editor.underlines.set_hits([Span(0, 6, 7)], Span(0, 6, 7))
    assert marked(editor) == ["【单位】", "乙", "乙", "请"]


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_tooltip_tells_the_message(editor):
    editor.set_findings([Found(Span(0, 0, 5))])
    spot = editor.cursorRect(editor.bridge.select(0, 2, 2)).center()
    viewport = editor.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot))
    QApplication.sendEvent(viewport, event)
    assert QToolTip.text() == "多了一个字"
    QToolTip.hideText()
