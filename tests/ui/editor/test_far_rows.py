"""A row whose numbers stand far apart: at a key they all follow, and nothing else is read anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.model import Document, Span, document
from app.document.recognize import recognized
from ui.editor.bridge import read
from ui.editor.editor import Editor

APART = 20
PLAIN = "各级各部门要压实责任，细化措施，确保各项任务按期完成。"


def text(numbers: int) -> Document:
    rows = ["清河县工作要点"]
    for number in range(1, numbers + 1):
        rows += [f"{number}.第{number}批任务要落实，责任到人。", *[PLAIN] * APART]
    return recognized(document(*rows))


@pytest.fixture(params=[8, 90])
def edited(request, qtbot):
    """An editor whose second number has been deleted with its line, and the blocks before."""
    editor = Editor()
    qtbot.addWidget(editor)
    editor.resize(800, 600)
    editor.show()
    editor.load(text(request.param))
    before = editor.snapshot().blocks
    second = 1 + (APART + 1)
    editor.show_span(Span(second, 0, 0))
    cursor = editor.textCursor()
    cursor.setPosition(editor.bridge.position(second + 1, 0), cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    return editor, before


def test_the_later_numbers_follow_and_undo_takes_all_back_at_once(edited):
    editor, before = edited
    numbers = [b.text.partition(".")[0] for b in editor.snapshot().blocks if "批任务" in b.text]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    editor.undo()
    assert editor.snapshot().blocks == before


def test_what_is_kept_is_what_stands_there(edited):
    editor, _ = edited
    assert editor.snapshot().blocks == read(editor.bridge.text).blocks


def test_paragraphs_between_the_numbers_are_not_read_anew(edited):
    editor, before = edited
    after = editor.snapshot().blocks
    far = [at for at in range(4 * APART, len(after)) if "批任务" not in after[at].text]
    assert all(after[at] is before[at + 1] for at in far)


def test_the_page_is_as_high_as_that_of_the_text_opened_anew(edited, qtbot):
    editor, _ = edited
    other = Editor()
    qtbot.addWidget(other)
    other.load(editor.snapshot())
    sizes = [one.bridge.layout.documentSize() for one in (editor, other)]
    assert sizes[0] == sizes[1]
