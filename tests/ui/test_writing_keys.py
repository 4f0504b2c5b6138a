"""What the keys of the window do to the text, the view and the panels, as a writer uses them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.model import Align, Role, Span
from ui import main
from ui.editor.dates import DateForm, date_text

DRAFT = "关于开会的通知\n抓学习。抓落实。\n各单位要按时参加。\n"


@pytest.fixture
def written(window, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.open_path(path)
    window.go_to_end_of(1)
    return window


def press(window, keys):
    QTest.keySequence(window.editor, QKeySequence(keys))
    QApplication.processEvents()


def commit(editor, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


@pytest.mark.parametrize(
    ("keys", "role"),
    [
        ("Ctrl+Alt+1", Role.HEADING1),
        ("Ctrl+Alt+2", Role.HEADING2),
        ("Ctrl+Alt+3", Role.HEADING3),
        ("Ctrl+Alt+4", Role.HEADING4),
        ("Ctrl+Alt+T", Role.TITLE),
    ],
)
def test_a_key_gives_a_role_and_another_takes_it(written, keys, role):
    press(written, keys)
    assert written.editor.snapshot().blocks[1].role is role
    press(written, "Ctrl+Alt+0")
    assert written.editor.snapshot().blocks[1].role is Role.BODY


@pytest.mark.parametrize(("keys", "align"), [("Ctrl+L", Align.LEFT), ("Ctrl+E", Align.CENTER)])
def test_a_key_aligns_and_undo_takes_it_back(written, keys, align):
    press(written, keys)
    assert written.editor.snapshot().blocks[1].align is align
    press(written, "Ctrl+Z")
    assert written.editor.snapshot().blocks[1].align is None


@pytest.mark.parametrize(
    ("keys", "mark"), [("Ctrl+B", "bold"), ("Ctrl+I", "italic"), ("Ctrl+U", "underline")]
)
def test_a_key_marks_the_paragraph_that_was_selected_and_another_clears_it(written, keys, mark):
    press(written, "Ctrl+Shift+A")
    press(written, keys)
    assert all(getattr(run, mark) for run in written.editor.snapshot().blocks[1].runs)
    press(written, "Ctrl+\\")
    assert not any(getattr(run, mark) for run in written.editor.snapshot().blocks[1].runs)


@pytest.mark.parametrize(
    ("keys", "texts"),
    [
        ("Alt+Down", ("关于开会的通知", "各单位要按时参加。", "抓学习。抓落实。")),
        ("Alt+Up", ("抓学习。抓落实。", "关于开会的通知", "各单位要按时参加。")),
        ("Ctrl+D", ("关于开会的通知", *["抓学习。抓落实。"] * 2, "各单位要按时参加。")),
        ("Ctrl+Shift+J", ("关于开会的通知", "抓学习。抓落实。各单位要按时参加。")),
    ],
)
def test_a_key_moves_doubles_or_joins_paragraphs_in_one_step(written, keys, texts):
    before = written.editor.snapshot().texts
    press(written, keys)
    assert written.editor.snapshot().texts == texts
    press(written, "Ctrl+Z")
    assert written.editor.snapshot().texts == before


@pytest.mark.parametrize(
    ("keys", "chosen"), [("Ctrl+Alt+S", "抓落实。"), ("Ctrl+Shift+A", "抓学习。抓落实。")]
)
def test_a_key_selects_sentence_or_paragraph(written, keys, chosen):
    press(written, keys)
    assert written.editor.textCursor().selectedText() == chosen


def test_a_key_writes_the_date_and_the_menu_the_signs(written):
    press(written, "Alt+Shift+D")
    written.menus["插入/公文符号"].actions()[3].trigger()
    today = date_text(dt.date.today(), DateForm.ARABIC)  # noqa: DTZ011  the user's day
    assert written.editor.snapshot().texts[1] == f"抓学习。抓落实。{today}★"


def test_a_key_pastes_the_bare_text(written):
    QGuiApplication.clipboard().setText("按时报名")
    press(written, "Ctrl+Alt+V")
    assert written.editor.snapshot().texts[1] == "抓学习。抓落实。按时报名"


@pytest.mark.parametrize(
    ("setting", "typed", "on"),
    [("quotes", '"', "“”"), ("pairs", "《", "《》"), ("doubled", "…", "……"), ("wide", ",", "，")],
)
def test_each_help_can_be_switched_on_and_off(written, workplace, setting, typed, on):
    for value, expected in ((True, on), (False, typed)):
        workplace.change(**{setting: value})
        before = written.editor.snapshot().texts[1]
        commit(written.editor, typed)
        assert written.editor.snapshot().texts[1] == before + expected
        press(written, "Ctrl+Z")


def test_keys_put_panels_away_and_fill_the_screen(written):
    press(written, "Ctrl+1")
    press(written, "Ctrl+2")
    assert written.left.isHidden()
    assert written.right.isHidden()
    press(written, "F11")
    assert written.isFullScreen()
    press(written, "F11")
    assert not written.isFullScreen()


def test_panels_are_as_they_were_left(written, workplace):
    press(written, "Ctrl+1")
    written.close()
    again = main.make_window(workplace)
    again.show()
    assert again.left.isHidden()
    assert not again.right.isHidden()


def test_the_panel_and_the_order_of_the_findings_are_as_they_were_left(written, workplace):
    press(written, "Ctrl+Shift+3")
    written.findings.order.setCurrentText("按位置")
    written.close()
    again = main.make_window(workplace)
    assert again.tabs.currentWidget() is again.fields.parentWidget()
    assert again.findings.order.currentText() == "按位置"


def test_the_size_of_letters_holds_at_once_everywhere(written, workplace, qapp):
    workplace.dress(qapp)
    sizes = []
    for scale in (120, 180):
        workplace.change(scale=scale)
        QApplication.processEvents()
        sizes.append(written.outline.font().pointSizeF())
    workplace.change(scale=100)
    assert sizes[1] == pytest.approx(1.5 * sizes[0])


def test_undo_leaves_the_caret_where_the_text_changed(written):
    commit(written.editor, "《")
    press(written, "Ctrl+Z")
    assert written.editor.caret().block == 1
    commit(written.editor, "新")
    assert written.editor.snapshot().texts[1] == "抓学习。抓落实。新"


def pressed(window):
    names = ("bold", "italic", "underline", "align-left", "align-center", "align-right")
    return {name for name in names if window.commands_by_id[name].isChecked()}


def test_the_buttons_show_the_look_at_the_caret(written, qtbot):
    assert not pressed(written)
    press(written, "Ctrl+B")
    qtbot.waitUntil(lambda: pressed(written) == {"bold"})
    QTest.keyClicks(written.editor, "ab")
    press(written, "Ctrl+B")
    qtbot.waitUntil(lambda: not pressed(written))
    press(written, "Left")
    qtbot.waitUntil(lambda: pressed(written) == {"bold"})
    press(written, "Ctrl+Shift+A")
    qtbot.waitUntil(lambda: not pressed(written))  # not all of the paragraph
    press(written, "Ctrl+E")
    qtbot.waitUntil(lambda: pressed(written) == {"align-center"})
    press(written, "Ctrl+A")
    qtbot.waitUntil(lambda: not pressed(written))


def test_a_click_on_the_button_sets_and_takes_off(written, qtbot):
    written.editor.show_span(Span(1, 0, 3))
    button = written.toolbar.widgetForAction(written.commands_by_id["bold"])
    for on in (True, False):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda on=on: button.isChecked() == on)
        assert written.editor.snapshot().blocks[1].runs[0].bold == on
