"""Undo steps beside those of the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.document.model import document
from ui.editor.editor import Editor


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def done(editor):
    """The steps beside the text that are done now."""
    editor.load(document("各科室\n"))
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    return []


def take(editor, done, name):
    def forth():
        done.append(name)

    editor.bridge.steps.take(forth, lambda: done.remove(name))


def test_a_step_is_taken_back_and_comes_again(editor, done):
    take(editor, done, "甲")
    take(editor, done, "乙")
    editor.undo()
    assert done == ["甲"]
    editor.undo()
    editor.undo()  # there is nothing more
    assert done == []
    editor.redo()
    assert done == ["甲"]
    editor.redo()
    assert done == ["甲", "乙"]


def test_what_was_taken_back_goes_when_something_new_is_done(editor, done, qtbot):
    take(editor, done, "甲")
    editor.undo()
    qtbot.keyClick(editor, Qt.Key.Key_A)
    editor.redo()
    assert done == []
    take(editor, done, "乙")
    editor.undo()
    take(editor, done, "丙")
    editor.redo()
    assert done == ["丙"]


def test_keys_typed_before_and_after_are_one_step_which_is_taken_back_first(editor, done, qtbot):
    for key in "ABC":
        qtbot.keyClick(editor, Qt.Key(ord(key)))
    typed = editor.bridge.text.availableUndoSteps()
    take(editor, done, "甲")
    qtbot.keyClick(editor, Qt.Key.Key_D)
    assert editor.bridge.text.availableUndoSteps() == typed  # else another case
    editor.undo()
    assert (editor.snapshot().texts[-1].count("d"), done) == (0, ["甲"])
    editor.undo()
    assert done == []
    editor.redo()
    assert done == ["甲"]
    while editor.bridge.text.isRedoAvailable():
        editor.redo()
    assert editor.snapshot().texts[-1].endswith("abcd")
    assert done == ["甲"]


def test_another_text_has_no_steps_of_the_one_before(editor, done):
    take(editor, done, "甲")
    editor.load(document("别的"))
    editor.undo()
    assert done == ["甲"]


def test_a_second_view_takes_the_same_steps_back(editor, done, qtbot):
    other = Editor(bridge=editor.bridge)
    qtbot.addWidget(other)
    take(editor, done, "甲")
    other.undo()
    assert done == []
