"""A role that the writer chose: wins over recognition, is undone like any edit, survives saving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tree_window import CTRL, draft, labels

from app.document.model import Role


@pytest.fixture
def drafted(window):
    return draft(window, "清河县工作要点", "一、抓学习", "每月一次。", "抓落实", "逐项销号。")


def role(window, block):
    found = window.editor.snapshot().blocks[block]
    return found.role, found.chosen


def test_a_chosen_heading_stands_in_the_tree_and_undo_takes_it_back(drafted, qtbot):
    drafted.editor.setFocus()
    drafted.go_to_end_of(3)
    drafted.run_command("role-heading1")
    assert labels(drafted) == ["一、抓学习", "抓落实"]
    qtbot.keyClick(drafted.editor, Qt.Key.Key_Z, CTRL)
    assert labels(drafted) == ["一、抓学习"]
    assert role(drafted, 3) == (Role.BODY, False)
    drafted.editor.redo()
    assert labels(drafted) == ["一、抓学习", "抓落实"]


def test_a_heading_made_body_stays_body_while_it_is_typed_in(drafted, qtbot):
    drafted.editor.setFocus()
    drafted.go_to_end_of(1)
    drafted.run_command("role-body")
    qtbot.keyClicks(drafted.editor, "abc")
    assert labels(drafted) == []
    assert role(drafted, 1) == (Role.BODY, True)


def test_a_chosen_role_is_there_when_the_saved_file_is_opened_again(drafted, tmp_path):
    drafted.go_to_end_of(3)
    drafted.run_command("role-heading1")
    drafted.go_to_end_of(1)
    drafted.run_command("role-body")
    path = tmp_path / "要点.docx"
    drafted.session.save(path)
    drafted.open_path(path)
    assert labels(drafted) == ["抓落实"]
    assert role(drafted, 1) == (Role.BODY, True)
    assert role(drafted, 3) == (Role.HEADING1, True)
