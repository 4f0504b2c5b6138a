"""References to changed numbers, the way levels are numbered, and wished lengths."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from tree_window import ALT_SHIFT, choose, draft, index_of, labels, texts

from app.document.edits import TextEdit
from app.document.numbering import Form
from ui.dialogs.renumber import RenumberDialog
from ui.dialogs.scheme import SchemeDialog
from ui.dialogs.target import TargetDialog
from ui.moved_numbers import CHECK

LINES = (
    "清河县2026年工作要点",
    "各单位按照第三部分的要求办理。",
    "一、抓学习",
    "（一）抓班子。每月学习一次。",
    "（二）抓支部。每季度上一次党课。",
    "二、抓项目",
    "（一）抓开工。确保进度。",
    "三、抓落实",
    "逐项销号。",
)


@pytest.fixture
def drafted(window):
    return draft(window, *LINES)


def committed(text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def moved(window):
    assert window.wait_for_checks()
    return [one for one in window.shown_findings if one.check == CHECK]


def test_a_reference_to_a_changed_number_is_found_and_mended_by_its_fix(drafted, qtbot):
    choose(drafted, "抓落实")
    qtbot.keyClick(drafted.outline.view, Qt.Key.Key_Up, ALT_SHIFT)
    (found,) = moved(drafted)
    assert texts(drafted)[1] == LINES[1]
    assert found.severity == "warning"
    assert "“抓落实”现在的编号是“二、”" in found.message
    assert drafted.findings.model.groups[0].title == "引用的编号已经变动"
    drafted.checks.fix(found, found.fixes[0])
    assert texts(drafted)[1] == "各单位按照第二部分的要求办理。"
    assert moved(drafted) == []


def test_a_number_typed_in_the_middle_tells_of_the_references_to_those_it_shifts(drafted, qtbot):
    drafted.go_to_end_of(4)
    qtbot.keyClick(drafted.editor, Qt.Key.Key_Return)
    qtbot.keyClick(drafted.editor, Qt.Key.Key_Return)
    for sign in "二、":
        QApplication.sendEvent(drafted.editor, committed(sign))
    assert texts(drafted)[-2] == "四、抓落实"
    (found,) = moved(drafted)
    assert "“抓落实”现在的编号是“四、”" in found.message
    drafted.editor.undo()
    assert texts(drafted)[-2] == "三、抓落实"
    assert moved(drafted) == []


def test_undo_takes_the_report_back_and_redo_brings_it_again(drafted):
    choose(drafted, "抓学习")
    drafted.run_command("delete-node")
    assert len(moved(drafted)) == 1
    drafted.editor.undo()
    assert moved(drafted) == []
    drafted.editor.redo()
    assert len(moved(drafted)) == 1


def test_a_report_stays_with_its_words_while_text_is_typed_before_it(drafted, qtbot):
    choose(drafted, "抓学习")
    drafted.run_command("delete-node")
    drafted.go_to_end_of(0)
    qtbot.keyClick(drafted.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(drafted.editor, "x")
    (found,) = moved(drafted)
    assert drafted.editor.snapshot().slice(found.span) == "三"


def test_a_report_goes_along_when_its_own_section_moves(drafted):
    drafted.editor.apply([TextEdit(8, 0, 0, "按第二部分办。")])
    choose(drafted, "抓项目")
    drafted.run_command("node-up")
    choose(drafted, "抓落实")
    drafted.run_command("node-up")
    spans = {drafted.editor.snapshot().texts[one.span.block][:8] for one in moved(drafted)}
    assert "按第二部分办。" in {text[:7] for text in spans}


def test_the_renaming_of_a_section_is_not_taken_for_its_end(drafted):
    choose(drafted, "抓落实")
    drafted.run_command("node-up")
    drafted.refresh_outline()
    model = drafted.outline.model
    model.setData(index_of(drafted, "抓落实"), "抓好落实")
    (found,) = moved(drafted)
    assert "抓好落实" in found.message


def test_a_report_can_be_put_aside(drafted):
    choose(drafted, "抓落实")
    drafted.run_command("node-up")
    (found,) = moved(drafted)
    drafted.checks.ignore(found, "here")
    assert moved(drafted) == []


def test_the_dialog_shows_how_levels_count_and_changes_it_in_one_step(drafted, qtbot):
    qtbot.mouseClick(drafted.status.scheme, Qt.MouseButton.LeftButton)
    dialog = drafted.findChild(SchemeDialog)
    counting = dialog.countings[Form.CHINESE_BRACKET]
    assert counting.currentData() == "restart"
    counting.setCurrentIndex(counting.findData("through"))
    dialog.accept()
    assert "（三）抓开工" in labels(drafted)
    assert dict(drafted.session.details.numbering) == {"chinese_bracket": "through"}
    assert "全文连续编号" in drafted.status.scheme.toolTip()
    drafted.editor.undo()
    assert texts(drafted) == LINES
    assert drafted.session.details.numbering == ()
    drafted.editor.redo()
    assert "（三）抓开工" in labels(drafted)
    assert dict(drafted.session.details.numbering) == {"chinese_bracket": "through"}


def test_numbers_are_written_in_another_style(drafted):
    drafted.run_command("numbering")
    dialog = drafted.findChild(SchemeDialog)
    style = dialog.styles[Form.CHINESE_BRACKET]
    style.setCurrentIndex(style.findData("(一)"))
    dialog.accept()
    assert texts(drafted)[3:5] == ("(一)抓班子。每月学习一次。", "(二)抓支部。每季度上一次党课。")
    assert texts(drafted)[2] == "一、抓学习"


def test_the_chosen_counting_holds_for_later_operations_and_is_saved(drafted, tmp_path):
    drafted.run_command("numbering")
    dialog = drafted.findChild(SchemeDialog)
    counting = dialog.countings[Form.CHINESE_BRACKET]
    counting.setCurrentIndex(counting.findData("through"))
    dialog.accept()
    choose(drafted, "抓开工")
    drafted.run_command("duplicate")
    assert "（四）抓开工" in labels(drafted)
    drafted.save_as(tmp_path / "要点.docx")
    drafted.open_path(tmp_path / "要点.docx")
    assert dict(drafted.session.details.numbering) == {"chinese_bracket": "through"}


def test_a_section_is_renumbered_alone_after_a_preview(drafted):
    drafted.editor.apply([TextEdit(4, 1, 2, "五"), TextEdit(6, 1, 2, "七")])
    choose(drafted, "抓学习")
    drafted.run_command("renumber-section")
    dialog = drafted.findChild(RenumberDialog)
    assert dialog.list.count() == 1
    dialog.accept()
    assert texts(drafted)[4] == LINES[4]
    assert texts(drafted)[6].startswith("（七）")


def test_a_wished_length_is_set_on_a_section_shown_and_saved(drafted, tmp_path):
    choose(drafted, "抓学习")
    drafted.run_command("target")
    dialog = drafted.findChild(TargetDialog)
    dialog.length.setValue(500)
    dialog.accept()
    row = drafted.outline.model.row_of(index_of(drafted, "抓学习"))
    assert row.target == 500
    assert row.off_target < 0
    tip = drafted.outline.model.data(index_of(drafted, "抓学习"), Qt.ItemDataRole.ToolTipRole)
    assert "目标 500 字，还差" in tip
    assert drafted.session.modified
    drafted.save_as(tmp_path / "要点.docx")
    drafted.open_path(tmp_path / "要点.docx")
    drafted.refresh_outline()
    assert drafted.outline.model.row_of(index_of(drafted, "抓学习")).target == 500


def test_a_wished_length_stays_with_a_section_whose_title_is_typed_anew(drafted, qtbot):
    drafted.session.set_details(drafted.session.details.__class__(targets=(("抓学习", 500),)))
    drafted.go_to_end_of(2)
    qtbot.keyClicks(drafted.editor, "x")
    drafted.refresh_outline()
    assert drafted.outline.model.row_of(index_of(drafted, "抓学习x")).target == 500
