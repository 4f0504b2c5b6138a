"""The main job through the real window: open, check, mend, insert, renumber, save, print."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from shared import needs_shared, seed

from app import formats
from app.document.model import Role
from app.document.outline import walk
from app.errors import UnreadableFile
from ui.dialogs.ignored import IgnoredDialog

DRAFT = "清河县2026年工作要点\n一、抓学习\n扎实开展学习。。\n三、抓落实\n认真推进落实。\n"


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "要点.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.open_path(path)
    return window


def titles(window):
    window.refresh_outline()
    model = window.outline.model
    return [model.row_of(index).label for index in model.indexes()]


def type_keys(qtbot, window, text):
    """Latin letters as keys, Chinese as an input method commits it: QTest has no keys for it."""
    window.editor.setFocus()
    if text.isascii():
        qtbot.keyClicks(window.editor, text)
    else:
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(window.editor, commit)


def test_a_text_file_shows_its_tree_and_is_not_modified(opened):
    assert titles(opened) == ["一、抓学习", "三、抓落实"]
    assert not opened.isWindowModified()
    assert opened.windowTitle().startswith("要点.txt")


def test_findings_reach_list_tree_and_status(opened):
    assert opened.wait_for_checks()
    checks = {one.check for one in opened.shown_findings}
    assert {"doubled_punctuation", "number_gap"} <= checks
    assert opened.findings.model.rowCount() >= 2
    row = opened.outline.model.row_of(opened.outline.model.index(0, 0))
    assert row.errors + row.warnings >= 1
    assert "差错" in opened.status.findings.text()


def test_alt_enter_mends_the_finding_that_f8_goes_to_in_one_undo_step(opened, qtbot):
    opened.wait_for_checks()
    for _ in opened.shown_findings:
        qtbot.keyClick(opened.editor, Qt.Key.Key_F8)
        if opened.findings.current().check == "doubled_punctuation":
            break
    qtbot.keyClick(opened.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert opened.editor.snapshot().texts[2] == "扎实开展学习。"
    qtbot.keyClick(opened.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.editor.snapshot().texts[2] == "扎实开展学习。。"


def test_of_findings_on_one_word_alt_enter_mends_the_one_gone_to(window, tmp_path, qtbot):
    path = tmp_path / "办法.txt"
    path.write_text("制定《XX县县人才服务办法》，认真抓好落实。\n", encoding="utf-8")
    window.open_path(path)
    window.wait_for_checks()
    for _ in window.shown_findings:
        qtbot.keyClick(window.editor, Qt.Key.Key_F8)
        if window.findings.current().check == "doubled_character":
            break
    qtbot.keyClick(window.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert window.editor.snapshot().texts[0].startswith("制定《XX县人才")


def test_a_mend_follows_its_words_when_the_text_before_them_changed(opened, qtbot):
    opened.wait_for_checks()
    finding = next(one for one in opened.shown_findings if one.check == "doubled_punctuation")
    opened.go_to_end_of(0)
    opened.editor.moveCursor(opened.editor.textCursor().MoveOperation.Start)
    type_keys(qtbot, opened, "中共")
    opened.checks.fix(finding, finding.fixes[0])
    assert opened.editor.snapshot().texts[2] == "扎实开展学习。"


def test_renumbering_closes_the_gap_and_undo_brings_it_back(opened):
    opened.renumber()
    assert titles(opened) == ["一、抓学习", "二、抓落实"]
    opened.editor.undo()
    assert titles(opened) == ["一、抓学习", "三、抓落实"]


def test_typing_marks_the_window_modified_and_undo_takes_that_back(opened, qtbot):
    type_keys(qtbot, opened, "x")
    assert opened.isWindowModified()
    opened.editor.undo()
    assert not opened.isWindowModified()


def test_the_tree_goes_to_the_text_and_follows_the_caret(opened, qtbot):
    opened.refresh_outline()
    view = opened.outline.view
    index = opened.outline.model.index(1, 0)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.editor.caret().block == 3
    opened.editor.setFocus()
    opened.go_to_end_of(2)
    assert opened.outline.model.node(view.currentIndex()).text == "抓学习"


def test_a_chosen_role_changes_the_tree(opened):
    opened.go_to_end_of(4)
    opened.run_command("role-heading1")
    assert opened.editor.snapshot().blocks[4].role is Role.HEADING1
    assert len(titles(opened)) == 3


def test_saving_a_text_file_keeps_its_encoding_and_line_ends(window, tmp_path, qtbot):
    path = tmp_path / "旧稿.txt"
    path.write_bytes(DRAFT.replace("\n", "\r\n").encode("gb18030"))
    window.open_path(path)
    type_keys(qtbot, window, "新")
    qtbot.keyClick(window.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert path.read_bytes() == ("新" + DRAFT).replace("\n", "\r\n").encode("gb18030")
    assert not window.isWindowModified()


def test_saving_as_docx_gives_a_file_that_opens_with_the_same_tree(opened, tmp_path, answers):
    before = [n.text for n in walk(opened.following.structure.tree)]
    answers.saves = [tmp_path / "成品.docx"]
    opened.run_command("save-as")
    again = formats.open_file(tmp_path / "成品.docx").document
    from app.document.outline import outline

    assert [n.text for n in walk(outline(again))] == before
    assert opened.windowTitle().startswith("成品.docx")
    assert opened.session.path == tmp_path / "成品.docx"


def test_what_plain_text_loses_is_told_once_above_the_text_and_docx_offered(
    opened, tmp_path, answers, qtbot
):
    opened.show()
    opened.editor.setFocus()
    opened.editor.selectAll()
    opened.run_command("bold")
    qtbot.keyClick(opened.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not answers.told  # no dialog stops the writing
    assert "加粗" in opened.banner.text
    opened.banner.hide()
    qtbot.keyClick(opened.editor, Qt.Key.Key_X)
    qtbot.keyClick(opened.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(opened.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(opened.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answers.saves = [tmp_path / "要点.docx"]
    qtbot.mouseClick(opened.banner.button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "要点.docx").is_file()
    assert opened.session.path.suffix == ".docx"


def test_what_plain_text_loses_is_asked_about_where_the_window_closes(opened, answers):
    opened.editor.selectAll()
    opened.run_command("bold")
    answers.choices = ["save", "keep"]
    assert opened.close()
    assert "加粗" in answers.told[-1]


def test_export_writes_a_pdf(opened, tmp_path):
    opened.export_pdf(tmp_path / "要点.pdf")
    assert (tmp_path / "要点.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "content"),
    [("图片.txt", b"\x89PNG\r\n\x1a\n\0\0\0"), ("空.docx", b""), ("坏.docx", b"PK\x03\x04broken")],
)
def test_a_bad_file_is_told_by_name_and_the_open_document_stays(
    opened, tmp_path, answers, name, content
):
    path = tmp_path / name
    path.write_bytes(content)
    before = opened.session.document()
    with pytest.raises(UnreadableFile, match=name):
        opened.open_path(path)
    assert opened.session.document() == before
    assert opened.session.path == tmp_path / "要点.txt"
    opened.files.open_file(path)
    assert name in answers.told[-1]
    assert len(opened.workplace.windows) == 1


def test_closing_with_changes_asks_and_cancel_keeps_the_window(opened, qtbot, answers):
    type_keys(qtbot, opened, "改")
    answers.choices = ["cancel"]
    assert not opened.close()
    assert opened.isVisible()
    answers.choices = ["save"]
    assert opened.close()
    assert opened.session.path.read_text(encoding="utf-8") == "改" + DRAFT


def test_two_windows_cannot_write_one_file(opened, tmp_path, answers):
    other = opened.workplace.new_window()
    answers.choices = ["read"]
    assert other.files.load(tmp_path / "要点.txt")
    assert other.session.read_only
    assert "另一个窗口" in answers.told[0]
    answers.saves = [None]
    assert not other.files.save()


def test_a_file_changed_by_another_program_is_not_overwritten_unasked(
    opened, tmp_path, qtbot, answers
):
    path = tmp_path / "要点.txt"
    type_keys(qtbot, opened, "我")
    path.write_text("别人写的", encoding="utf-8")
    answers.choices = ["cancel"]
    opened.run_command("save")
    assert path.read_text(encoding="utf-8") == "别人写的"
    answers.choices = ["over"]
    opened.run_command("save")
    assert path.read_text(encoding="utf-8") == "我" + DRAFT


def test_opening_another_file_takes_another_window(opened, tmp_path):
    path = tmp_path / "第二份.txt"
    path.write_text("关于开会的通知\n", encoding="utf-8")
    opened.files.open_file(path)
    assert len(opened.workplace.windows) == 2
    opened.files.open_file(path)
    assert len(opened.workplace.windows) == 2


def test_ignoring_a_finding_lasts_and_can_be_taken_back(opened):
    opened.wait_for_checks()
    finding = next(one for one in opened.shown_findings if one.check == "doubled_punctuation")
    opened.checks.ignore(finding, "here")
    opened.wait_for_checks()
    assert finding.check not in {one.check for one in opened.shown_findings}
    assert opened.isWindowModified()
    opened.run_command("ignored")
    dialog = opened.findChild(IgnoredDialog)
    dialog.restoring.click()
    dialog.close()
    opened.wait_for_checks()
    assert finding.check in {one.check for one in opened.shown_findings}


def test_colours_change_in_every_window_at_once(opened, workplace):
    opened.run_command("dark")
    assert workplace.colors.dark
    assert opened.editor.palette().base().color().name() == workplace.colors.page
    opened.run_command("dark")
    assert not workplace.colors.dark


def test_focus_mode_puts_everything_else_away_and_brings_it_back(opened):
    opened.run_command("focus")
    assert opened.left.isHidden()
    assert opened.toolbar.isHidden()
    opened.run_command("focus")
    assert not opened.left.isHidden()
    assert not opened.right.isHidden()


@needs_shared
@pytest.mark.parametrize(
    "name", ["speech-at-meeting", "work-points-2021", "work-points-pattern-and-model"]
)
def test_each_seed_goes_through_the_whole_job(window, tmp_path, name):
    window.open_path(seed(f"{name}.txt"))
    assert window.wait_for_checks(30_000)
    assert window.outline.model.rowCount() > 0
    window.renumber()
    window.save_as(tmp_path / "成品.docx")
    window.export_pdf(tmp_path / "成品.pdf")
    assert (tmp_path / "成品.docx").stat().st_size > 5000


def test_the_status_bar_tells_the_page_of_the_caret(window, tmp_path, qtbot):
    path = tmp_path / "长稿.txt"
    path.write_text("\n".join(["各单位要认真抓好落实。"] * 50), encoding="utf-8")
    window.open_path(path)
    qtbot.waitUntil(lambda: window.status.page.text() == "第 1 页，共 3 页")
    window.go_to_end_of(49)
    qtbot.waitUntil(lambda: window.status.page.text() == "第 3 页，共 3 页")


def test_broken_lines_become_paragraphs_again_in_one_undo_step(window, tmp_path):
    body = (
        "今年入汛以来，全县共出现强降雨过程六次，各级各部门提前部署、紧盯重点、落实责任，"
        "实现了安全度汛的目标，有力保障了群众生命财产安全和经济社会平稳运行。"
    )
    rows = (body[:30], body[30:60], body[60:])
    lines = ("防汛工作总结", *rows, "一、主要做法", *rows)
    path = tmp_path / "断行.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    window.open_path(path)
    window.run_command("join-broken")
    assert window.editor.snapshot().texts == (lines[0], body, lines[4], body)
    window.editor.undo()
    assert window.editor.snapshot().texts == lines
