"""Whole sections copied and pasted in the tree, also from one window into another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from tree_window import CTRL, LINES, choose, draft, labels, texts, tops

from app.document.edits import MarkEdit
from app.document.model import Run
from ui import main


@pytest.fixture
def drafted(window):
    QApplication.clipboard().clear()
    return draft(window)


@pytest.fixture
def other(workplace, qtbot):
    made = main.make_window(workplace)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_copied_section_takes_level_and_number_of_where_it_is_pasted(drafted, qtbot):
    choose(drafted, "抓项目")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_C, CTRL)
    choose(drafted, "抓班子")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_V, CTRL)
    assert labels(drafted)[:6] == [
        "一、抓学习", "（一）抓班子", "（二）抓项目", "1.抓开工", "2.抓竣工", "3.抓投产",
    ]  # fmt: skip
    assert [node.text for node in drafted.outline.selected()] == ["抓项目"]
    drafted.editor.undo()
    assert texts(drafted) == LINES


def test_a_cut_section_is_gone_until_it_is_pasted(drafted, qtbot):
    choose(drafted, "抓学习")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_X, CTRL)
    assert tops(drafted) == ["一、抓项目", "二、抓落实"]
    choose(drafted, "抓落实")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_V, CTRL)
    assert tops(drafted) == ["一、抓项目", "二、抓落实", "三、抓学习"]
    assert texts(drafted)[-2:] == LINES[2:4]


def test_a_section_is_pasted_as_the_last_child(drafted):
    choose(drafted, "抓落实")
    drafted.run_command("copy-node")
    choose(drafted, "抓学习")
    drafted.run_command("paste-child")
    assert labels(drafted)[:4] == ["一、抓学习", "（一）抓班子", "（二）抓支部", "（三）抓落实"]


def test_a_section_goes_from_one_window_to_another_with_its_marks(drafted, other, qtbot):
    drafted.editor.apply([MarkEdit(8, 2, 5, bold=True)])
    choose(drafted, "抓落实")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_C, CTRL)
    draft(other, "工作方案", "1．摸底数。全面摸底。", "2．建台账。逐项登记。")
    choose(other, "摸底数")
    qtbot.keyClick(other.outline.view, Qt.Key.Key_V, CTRL)
    assert texts(other) == (
        "工作方案", "1．摸底数。全面摸底。", "2．抓落实", "逐项销号。", "3．建台账。逐项登记。",
    )  # fmt: skip
    assert other.editor.snapshot().blocks[2].runs[-1] == Run("抓落实", bold=True)


def test_a_section_dragged_from_another_window_is_copied_to_where_it_is_dropped(drafted, other):
    draft(other, "工作方案", "一、摸底数", "全面摸底。")
    model = other.outline.model
    content = model.mimeData([model.index(0, 0)])
    drafted.outline.model.dropMimeData(
        content, Qt.DropAction.CopyAction, 0, 0, drafted.outline.model.index(-1, 0)
    )
    assert tops(drafted)[:2] == ["一、摸底数", "二、抓学习"]
    assert texts(other)[1] == "一、摸底数"


def test_text_from_another_program_is_read_and_numbered_when_pasted(drafted):
    content = QMimeData()
    content.setText("三、抓安全\n（1）查隐患。\n（2）堵漏洞。")
    QApplication.clipboard().setMimeData(content)
    choose(drafted, "抓项目")
    drafted.run_command("paste-node")
    assert labels(drafted)[-4:] == ["三、抓安全", "（一）查隐患", "（二）堵漏洞", "四、抓落实"]


def test_an_empty_clipboard_changes_nothing_and_says_so(drafted):
    choose(drafted, "抓项目")
    drafted.run_command("paste-node")
    assert texts(drafted) == LINES
    assert "没有可以粘贴" in drafted.status.currentMessage()


def test_copying_in_the_text_still_copies_what_is_selected_there(drafted, qtbot):
    drafted.editor.setFocus()
    drafted.editor.selectAll()
    qtbot.keyClick(drafted.editor, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "\n".join(LINES)
