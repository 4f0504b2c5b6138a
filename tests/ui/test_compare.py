"""Comparing versions and taking passages back, as a user does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.model import document
from app.document.recognize import recognized
from ui.dialogs.compare import CompareDialog

OLD = ("清河县工作要点", "全年投入1200万元。", "第二段保持原样。", "第三段以后会被删掉。")


@pytest.fixture
def saved(window, tmp_path):
    """A window whose saved text reads otherwise than what is on the screen."""
    window.show_document(recognized(document(*OLD)), "要点")
    window.save_as(tmp_path / "要点.docx")
    window.editor.load(recognized(document(OLD[0], "全年投入1350万元。", OLD[2])))
    window.editor.setFocus()
    return window


def comparison(window, qtbot) -> CompareDialog:
    window.run_command("compare")
    dialog = window.findChild(CompareDialog)
    qtbot.waitUntil(dialog.view.hasFocus)
    return dialog


def test_the_text_is_compared_with_its_file_and_the_first_difference_chosen(saved, qtbot):
    dialog = comparison(saved, qtbot)
    assert dialog.state.text() == "共 2 处不同"
    assert [row.old for row in dialog.chosen()] == [1]
    QTest.keyClick(dialog.view, Qt.Key.Key_F8)
    assert [row.old for row in dialog.chosen()] == [3]
    dialog.close()


def test_a_passage_is_taken_back_by_key_as_one_undo_step(saved, qtbot):
    dialog = comparison(saved, qtbot)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved.editor.snapshot().texts[1] == "全年投入1200万元。"
    assert dialog.state.text() == "共 1 处不同"
    saved.editor.undo()
    assert saved.editor.snapshot().texts[1] == "全年投入1350万元。"
    dialog.close()


def test_a_removed_paragraph_is_taken_back_by_mouse(saved, qtbot):
    dialog = comparison(saved, qtbot)
    QTest.mouseClick(dialog.onward, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.taking, Qt.MouseButton.LeftButton)
    assert saved.editor.snapshot().texts[3] == OLD[3]
    dialog.close()


def test_enter_goes_to_the_place_in_the_text(saved, qtbot):
    dialog = comparison(saved, qtbot)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert saved.editor.caret().block == 1
    dialog.close()


def test_the_comparison_follows_typing(saved, qtbot):
    dialog = comparison(saved, qtbot)
    saved.editor.selectAll()
    saved.editor.insert("全部重写。")
    qtbot.waitUntil(lambda: dialog.state.text() == "共 5 处不同")
    dialog.close()


def test_another_file_is_asked_for_where_nothing_was_saved(window, answers, tmp_path, qtbot):
    other = tmp_path / "去年.txt"
    other.write_text("甲。\n乙。\n", encoding="utf-8")
    answers.files = [other]
    window.show_document(document("甲。", "丙。"), "新文稿")
    dialog = comparison(window, qtbot)
    assert dialog.heads[0].text() == "去年.txt"
    dialog.close()


def test_an_earlier_version_is_compared_from_the_list_of_versions(saved, tmp_path, qtbot):
    saved.save_as(tmp_path / "要点.docx")
    saved.run_command("versions")
    from ui.dialogs.versions import VersionsDialog

    versions = saved.findChild(VersionsDialog)
    versions.compare_wished.emit(versions._versions[0])  # noqa: SLF001  the file on disk
    dialog = saved.findChild(CompareDialog)
    qtbot.waitUntil(dialog.view.hasFocus)
    assert dialog.heads[0].text().startswith("旧版")
    assert dialog.state.text() == "共 2 处不同"
    dialog.close()
    versions.close()


def test_a_text_just_saved_is_compared_with_what_it_was_before(saved, tmp_path, qtbot):
    saved.save_as(tmp_path / "要点.docx")
    dialog = comparison(saved, qtbot)
    assert dialog.heads[0].text().startswith("旧版")
    assert dialog.state.text() == "共 2 处不同"
    dialog.close()
