"""Help works offline: the manual, the page of a rule, the versions of a file, the figures."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QTextDocument, QWheelEvent

from app.resources import shipped
from ui.dialogs.counting import CountsDialog
from ui.dialogs.fix_all import FixAllDialog
from ui.dialogs.manual import chapters
from ui.dialogs.rule_page import RulePage
from ui.dialogs.versions import VersionsDialog


def opened(window, tmp_path, text):
    path = tmp_path / "通知.txt"
    path.write_text(text, encoding="utf-8")
    window.open_path(path)
    window.wait_for_checks()
    return path


def test_f1_shows_the_manual_and_its_search_leads_to_a_chapter(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.workplace.manual
    assert manual.list.count() > 5
    manual.search.setText("恢复副本")
    assert "恢复副本" in manual.text.toPlainText()
    assert manual.text.textCursor().selectedText() == "恢复副本"
    manual.close()


def test_the_manual_turns_to_the_chapter_that_is_about_what_is_looked_for(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.workplace.manual
    manual.search.setText("忽略")
    assert manual.list.currentItem().text() == "检查"
    qtbot.keyClick(manual.search, Qt.Key.Key_Escape)
    assert not manual.search.text()
    qtbot.keyClick(manual.search, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.workplace.manual is None


def test_the_pictures_of_the_manual_are_no_wider_than_its_window(window):
    window.run_command("manual")
    manual = window.workplace.manual
    for width in (640, 480):
        manual.resize(width, 400)
        assert manual.text.document().idealWidth() <= manual.text.viewport().width()
        assert manual.text.horizontalScrollBar().maximum() == 0
    manual.close()


def test_chapters_are_what_stands_under_headings(tmp_path):
    (tmp_path / "a.md").write_text("# 甲\n\n文\n\n## 乙\n\n字\n", encoding="utf-8")
    assert [title for title, _ in chapters(tmp_path)] == ["甲", "乙"]


def test_the_page_of_a_rule_shows_reason_and_examples(window, tmp_path):
    opened(window, tmp_path, "关于开会的通知\n现将有关事项通知如下。。\n")
    window.checks.explain("doubled_punctuation")
    page = window.findChild(RulePage)
    assert "会提示" in page.text.toPlainText()
    page.close()


def test_all_mends_of_a_rule_go_in_as_one_step_where_they_were_accepted(window, tmp_path):
    opened(window, tmp_path, "关于开会的通知\n通知如下。。\n请准时到会。。\n不得缺席。。\n")
    window.checks.fix_all_of_rule("doubled_punctuation")
    dialog = window.findChild(FixAllDialog)
    assert dialog.list.count() == 3
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.taking.click()
    assert window.editor.snapshot().texts[1:4] == ("通知如下。", "请准时到会。。", "不得缺席。")
    window.editor.undo()
    assert window.editor.snapshot().texts[1] == "通知如下。。"


def test_an_earlier_version_opens_beside_the_present_one(window, tmp_path):
    path = opened(window, tmp_path, "第一版\n")
    window.editor.insert("改过的")
    window.save_as(path)
    window.run_command("versions")
    dialog = window.findChild(VersionsDialog)
    dialog.list.itemDoubleClicked.emit(dialog.list.item(0))
    other = window.workplace.windows[1]
    assert other.editor.snapshot().texts[0] == "第一版"
    assert window.editor.snapshot().texts[0] == "改过的第一版"


def test_figures_are_those_of_a_word_processor(window, tmp_path):
    opened(window, tmp_path, "清河县2026年工作，共3项。\n")
    window.run_command("counts")
    dialog = window.findChild(CountsDialog)
    assert dialog is not None
    dialog.close()


@pytest.mark.parametrize("name", ["报告.html", "报告.docx", "报告"])
def test_the_report_names_what_was_found_and_where(window, tmp_path, answers, name):
    from app import formats

    opened(
        window,
        tmp_path,
        f"2024年开会的通知\n一、时间地点\n{'按时到会，' * 50}请参会。。\n特此通知。。\n",
    )
    answers.saves = [tmp_path / name]
    window.run_command("report")
    assert answers.proposed.name == "通知（检查报告）.docx"
    if name.endswith(".html"):
        said = (tmp_path / name).read_text(encoding="utf-8")
    else:
        said = "".join(formats.open_file(tmp_path / "报告.docx").document.texts)
        assert said.startswith("检查报告")
    assert "一、时间地点（第3段）" in said
    assert "。。" in said
    assert "结束语（第4段）" in said
    assert re.search("差错[0-9]+处.*；差错和存疑平均每千字", said)
    assert "…会，按时到会，请参会" in said
    assert "建议：" in said
    assert "提法按2024年" in said


def test_a_text_beside_is_only_for_reading(window, tmp_path, answers):
    path = opened(window, tmp_path, "范文\n")
    answers.files = [path]
    window.run_command("split")
    assert window.split.widget(1).editor.isReadOnly()
    window.run_command("split-same")
    window.split.widget(1).editor.insert("两处同文")
    assert window.editor.snapshot().texts[0].startswith("两处同文")
    window.run_command("split-same")
    assert window.split.count() == 1


def test_the_outline_is_saved_as_a_document(window, tmp_path, answers):
    from app import formats

    opened(window, tmp_path, "工作要点\n一、抓学习\n正文。\n二、抓落实\n正文。\n")
    answers.saves = [tmp_path / "提纲.docx"]
    window.run_command("save-outline")
    texts = formats.open_file(tmp_path / "提纲.docx").document.texts
    assert texts == ("工作要点", "一、抓学习", "二、抓落实")


def test_the_table_of_tasks_is_saved_as_a_document(window, tmp_path, answers):
    from app import formats

    text = (
        "2026年工作要点\n一、抓学习\n1.开展培训。举办两期培训班。（牵头单位：办公室；完成时限：6月底）\n"
        "2.组织测试。每季度一次。\n二、抓落实\n1.强化督查。每月通报。\n"
    )
    opened(window, tmp_path, text)
    answers.saves = [tmp_path / "分解表.docx"]
    window.run_command("save-tasks")
    document = formats.open_file(tmp_path / "分解表.docx").document
    assert document.texts[:2] == ("2026年工作要点", "任务分解表")
    rows = [row.split("\t") for row in document.texts[2].split("\n")]
    assert rows[0] == ["序号", "任务", "措施", "牵头单位", "完成时限"]
    assert rows[1] == ["1", "开展培训", "举办两期培训班。", "办公室", "6月底"]
    assert [row[1] for row in rows[1:]] == ["开展培训", "组织测试", "强化督查"]


def test_two_views_of_a_text_share_the_zoom_and_the_colours(window, tmp_path, qtbot):
    opened(window, tmp_path, "正文\n")
    window.run_command("split-same")
    beside = window.split.widget(1).editor
    qtbot.waitUntil(lambda: window.editor.page.width <= window.editor.page.room)
    window.run_command("zoom-100")
    window.run_command("zoom-in")
    assert beside.page.zoom == window.editor.page.zoom == 110
    place = QPointF(beside.viewport().rect().center())
    turned = QWheelEvent(
        place, beside.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt's
    )  # fmt: skip
    QCoreApplication.sendEvent(beside.viewport(), turned)
    assert window.zoom == window.editor.page.zoom == 120
    window.workplace.change(theme="dark")
    assert beside.palette().text().color() == window.editor.palette().text().color()
    qtbot.mouseClick(window.split.widget(1)._close, Qt.MouseButton.LeftButton)  # noqa: SLF001  the cross
    assert window.split.count() == 1
    assert not window.commands_by_id["split-same"].isChecked()


def test_the_page_fits_the_width_of_the_window(window, tmp_path):
    opened(window, tmp_path, "正文\n")
    window.run_command("zoom-fit")
    assert 0.94 * window.editor.page.room < window.editor.page.width <= window.editor.page.room


def test_the_manual_shows_its_pictures(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual, shown = window.workplace.manual, []
    for row, (_, body) in enumerate(chapters(shipped("resources") / "manual")):
        manual.list.setCurrentRow(row)
        for name in re.findall(r"!\[.*?\]\((.*?)\)", body):
            kind = QTextDocument.ResourceType.ImageResource.value
            picture = manual.text.document().resource(kind, QUrl(name))
            shown.append((name, picture is not None and not picture.isNull()))
    assert len(shown) > 6
    assert [name for name, seen in shown if not seen] == []
    manual.close()
