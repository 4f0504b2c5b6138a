"""While an input method holds an unfinished word, nothing the program does takes it away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

DRAFT = "关于开会的通知\n一、抓学习\n扎实开展学习。。\n二、抓落实\n请于3月2日前报名，逾期不侯。\n"


def compose(editor, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def composed(editor):
    return editor.textCursor().block().layout().preeditAreaText()


@pytest.fixture
def composing(window, tmp_path, qtbot):
    """A window with a draft, and an unfinished word at the end of its third paragraph."""
    path = tmp_path / "通知.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.open_path(path)
    window.wait_for_checks()
    window.go_to_end_of(2)
    qtbot.keyClicks(window.editor, "3")
    compose(window.editor, "gong zuo")
    assert window.editor.composing
    yield window
    window.workplace.change(theme="light", scale=100)


def checks(window, _folder, qtbot):
    window.checking.run()
    qtbot.wait(300)


def pauses(_window, _folder, qtbot):
    qtbot.wait(900)  # tree, figures, page marks, offered phrases and recovery copy come meanwhile


def tree(window, _folder, _qtbot):
    window.refresh_outline()


def recovery(window, _folder, _qtbot):
    window.session.record()
    window.session.finish_writing()


def saving(window, folder, _qtbot):
    window.save_as(folder / "通知.docx")


def colours(window, _folder, _qtbot):
    window.workplace.change(theme="dark")


def letters(window, _folder, _qtbot):
    window.workplace.change(scale=150)


def zoom(window, _folder, _qtbot):
    window.set_zoom(150)


def figures(window, _folder, _qtbot):
    window.run_command("counts")


def two_views(window, _folder, _qtbot):
    window.run_command("split-same")


def dimming(window, _folder, _qtbot):
    window.run_command("focus-paragraph")
    window.run_command("typewriter")


@pytest.mark.parametrize(
    "disturb",
    [checks, pauses, tree, recovery, saving, colours, letters, zoom, figures, two_views, dimming],
)
def test_a_composition_outlives(composing, tmp_path, qtbot, disturb):
    editor = composing.editor
    disturb(composing, tmp_path, qtbot)
    assert composed(editor) == "gong zuo"
    assert editor.composing
    compose(editor, "", "工作")
    assert editor.snapshot().texts[2] == "扎实开展学习。。3工作"
    editor.undo()
    assert "工作" not in editor.snapshot().texts[2]


def test_words_are_composed_in_the_search_and_found_when_they_are_finished(window, qtbot):
    window.editor.insert("工作要点")
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.find_bar
    compose(bar.wanted, "gong zuo")
    qtbot.wait(300)
    assert window.editor.snapshot().texts == ("工作要点",)
    compose(bar.wanted, "", "工作")
    qtbot.waitUntil(lambda: "1 处" in bar.count.text(), timeout=3000)
