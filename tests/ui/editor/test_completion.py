"""The rest of a phrase in grey: offered in a pause, taken by Tab, never in the way."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.model import Span
from app.document.notation import parse
from ui.editor.completion import Completion
from ui.editor.editor import Editor

PHRASES = ("提高政治站位", "提高思想认识", "抓好贯彻落实")
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Offer:
    phrase: str
    typed: int

    @property
    def rest(self):
        return self.phrase[self.typed :]


def offers(before):
    return [
        Offer(phrase, size)
        for size in (4, 3, 2)
        for phrase in PHRASES
        if before.endswith(phrase[:size])
    ]


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    found.resize(900, 500)
    found.show()
    found.load(parse("body| 要\nbody| 文"))
    found.show_span(Span(0, 1, 1))
    return found


@pytest.fixture
def completion(editor):
    return Completion(editor, offers)


def commit(editor, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


@pytest.fixture
def offered(editor, completion, qtbot):
    commit(editor, "提高")
    qtbot.waitUntil(lambda: completion.shown != "")
    return completion


def test_the_rest_is_shown_after_a_pause_and_tab_takes_it_as_one_step(editor, completion, qtbot):
    commit(editor, "提高")
    assert completion.shown == ""
    qtbot.waitUntil(lambda: completion.shown == "政治站位")
    with qtbot.waitSignal(completion.accepted) as told:
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert told.args == ["提高政治站位"]
    assert editor.snapshot().texts[0] == "要提高政治站位"
    assert completion.shown == ""
    editor.undo()
    assert editor.snapshot().texts[0] == "要提高"


def test_what_is_shown_is_no_part_of_the_text_and_of_undo(editor, offered):
    assert editor.snapshot().texts[0] == "要提高"
    assert offered.ghost.inline
    editor.undo()
    assert editor.snapshot().texts[0] == "要"


def test_control_and_the_arrows_show_another_phrase(editor, offered):
    QTest.keyClick(editor, Qt.Key.Key_Down, CONTROL)
    assert offered.shown == "思想认识"
    QTest.keyClick(editor, Qt.Key.Key_Down, CONTROL)
    assert offered.shown == "政治站位"
    QTest.keyClick(editor, Qt.Key.Key_Up, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.snapshot().texts[0] == "要提高思想认识"


def test_enter_is_a_new_paragraph(editor, offered):
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.snapshot().texts == ("要提高", "", "文")
    assert offered.shown == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Home])
def test_plain_arrows_move_the_caret_and_put_the_phrase_away(editor, offered, key):
    before = editor.textCursor().position()
    QTest.keyClick(editor, key)
    assert editor.textCursor().position() != before
    assert offered.shown == ""


def test_escape_puts_it_away_and_tab_then_goes_to_the_next_slot(editor, completion, qtbot):
    editor.load(parse("body| 要\nbody| 【单位】"))
    editor.show_span(Span(0, 1, 1))
    commit(editor, "提高")
    qtbot.waitUntil(lambda: completion.shown != "")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert completion.shown == ""
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.snapshot().texts[0] == "要提高"
    assert editor.caret() == Span(1, 0, 4)


def test_tab_at_the_start_of_a_numbered_paragraph_lowers_it_where_nothing_is_offered(
    editor, completion
):
    editor.load(parse("heading1| 一、抓学习\nheading1| 二、抓落实"))
    editor.show_span(Span(1, 2, 2))
    assert completion.shown == ""
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.snapshot().texts[1] == "（一）抓落实"


def test_nothing_is_shown_while_a_word_is_composed(editor, offered):
    QApplication.sendEvent(editor, QInputMethodEvent("zheng", []))
    assert offered.shown == ""
    offered.offer()
    assert offered.shown == ""


def test_what_an_input_method_tells_of_itself_after_a_commit_puts_nothing_away(
    editor, completion, qtbot
):
    commit(editor, "提高")
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    qtbot.waitUntil(lambda: completion.shown != "")
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    assert completion.shown == "政治站位"


def test_nothing_is_offered_inside_a_sentence_or_for_what_stands_there_already(editor, completion):
    editor.load(parse("body| 提高认识"))
    editor.show_span(Span(0, 2, 2))
    completion.offer()
    assert completion.shown == ""


def test_before_a_full_stop_it_is_shown_below_the_line(editor, completion):
    editor.load(parse("body| 提高。"))
    editor.show_span(Span(0, 2, 2))
    completion.offer()
    assert completion.shown == "政治站位"
    assert not completion.ghost.inline
    assert completion.ghost.geometry().top() >= editor.cursorRect().bottom()


def test_a_phrase_can_be_refused_for_good(editor, offered, qtbot):
    with qtbot.waitSignal(offered.refused) as told:
        QTest.keyClick(editor, Qt.Key.Key_Delete, CONTROL)
    assert told.args == ["提高政治站位"]
    assert editor.snapshot().texts == ("要提高", "文")


def test_a_click_or_leaving_the_text_puts_it_away(editor, offered):
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton)
    assert offered.shown == ""


def test_keys_typed_without_a_pause_are_never_interrupted(editor, completion):
    for letter in "tigao":
        QTest.keyClick(editor, letter)
        assert completion.shown == ""
    assert editor.snapshot().texts[0] == "要tigao"
