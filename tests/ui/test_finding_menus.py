"""Going through findings: what is told on the way, the menus over them, a list that stays put."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from app.document.model import document
from ui.dialogs.fix_all import FixAllDialog
from ui.findings.model import entry

DRAFT = "关于开会的通知\n各科室：\n　　现将有关事项通知如下。。\n　　要认真做为，，按时参会。。\n"


@pytest.fixture
def opened(window, tmp_path):
    return shown(window, tmp_path, DRAFT)


def shown(window, tmp_path, text):
    path = tmp_path / "通知.txt"
    path.write_text(text, encoding="utf-8")
    window.open_path(path)
    window.show()
    assert window.wait_for_checks()
    return window


def ask_for_menu(widget, place, reason):
    """Ask for the menu of a widget as the mouse or the menu key does; return what is offered."""
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return next(m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible())


def take(menu, title):
    next(action for action in menu.actions() if action.text() == title).trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def said(window):
    return window.status.currentMessage()


def test_the_menu_over_the_text_comes_as_often_as_it_is_asked_for(opened):
    place = opened.editor.viewport().rect().center()
    for _ in range(3):
        menu = ask_for_menu(opened.editor.viewport(), place, QContextMenuEvent.Reason.Mouse)
        roles = next(action.menu() for action in menu.actions() if action.text() == "段落类型")
        assert roles.actions()
        take(menu, "全选")
    assert opened.editor.textCursor().hasSelection()


def test_f8_brings_the_list_to_the_front_and_tells_where_one_is(opened, qtbot):
    opened.tabs.setCurrentIndex(2)
    opened.editor.setFocus()
    opened.go_to_end_of(1)
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    count = len(opened.shown_findings)
    assert opened.tabs.currentWidget() is opened.findings
    first = opened.shown_findings[0].message
    assert said(opened) == f"第 1 个问题，共 {count} 个：{first}"
    qtbot.keyClick(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert said(opened).startswith(f"从尾再来：第 {count} 个问题")
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    assert said(opened).startswith("从头再来：第 1 个问题")


def test_f8_says_that_the_filter_hides_what_was_found(opened, qtbot):
    for button in opened.findings.filters.values():
        button.setChecked(False)
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    assert "筛选" in said(opened)


@pytest.mark.parametrize("command", ["quick-fix", "ignore-here", "explain"])
def test_where_nothing_was_found_the_commands_say_so(opened, command):
    opened.go_to_end_of(1)
    opened.run_command(command)
    assert said(opened).startswith("光标处没有问题")


def test_the_menu_key_offers_the_mend_of_the_finding_gone_to(opened, qtbot):
    opened.editor.setFocus()
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    finding = opened.findings.current()
    caret = opened.editor.cursorRect().center()
    menu = ask_for_menu(opened.editor.viewport(), caret, QContextMenuEvent.Reason.Keyboard)
    take(menu, finding.fixes[0].title)
    assert opened.editor.snapshot().texts[2] == "　　现将有关事项通知如下。"


def test_a_right_click_in_the_list_mends_and_puts_aside(opened):
    panel = opened.findings
    finding = next(one for one in opened.shown_findings if one.check == "wrong_word")
    panel.select(finding)
    place = panel.view.visualRect(panel.model.find(finding)).center()
    menu = ask_for_menu(panel.view.viewport(), place, QContextMenuEvent.Reason.Mouse)
    (aside,) = [a for a in menu.actions() if a.text() == "忽略"]
    assert aside.menu().actions()[0].text() == "只忽略这一处"
    take(menu, finding.fixes[0].title)
    assert "作为" in opened.editor.snapshot().texts[3]


def test_a_right_click_takes_the_caret_along_but_leaves_a_selection_it_hits(opened):
    editor = opened.editor
    opened.go_to_end_of(0)
    place = editor.cursorRect(editor.bridge.select(3, 4, 4)).center()
    ask_for_menu(editor.viewport(), place, QContextMenuEvent.Reason.Mouse).close()
    assert editor.caret().block == 3
    editor.selectAll()
    ask_for_menu(editor.viewport(), place, QContextMenuEvent.Reason.Mouse).close()
    assert editor.textCursor().hasSelection()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_menu_offers_all_mends_of_a_rule_where_there_are_several(opened):
    panel = opened.findings
    finding = next(one for one in opened.shown_findings if one.check == "doubled_punctuation")
    panel.select(finding)
    place = panel.view.visualRect(panel.model.find(finding)).center()
    menu = ask_for_menu(panel.view.viewport(), place, QContextMenuEvent.Reason.Mouse)
    count = len([one for one in opened.shown_findings if one.check == finding.check])
    assert any(action.text() == f"同类 {count} 处全部改正…" for action in menu.actions())
    take(menu, "检查说明")


def test_beside_a_finding_without_a_mend_the_others_of_its_rule_are_offered(
    window, tmp_path, qtbot
):
    text = "关于开会的通知\n各科室：\n　　落实“两个维护””要求，落实“三会一课要求。\n"
    panel = shown(window, tmp_path, text).findings
    (bare,) = [f for f in opened_quotes(window) if not f.fixes]
    panel.select(bare)
    assert panel.all_button.text() == "同类另有 1 处可以改正…"
    place = panel.view.visualRect(panel.model.find(bare)).center()
    menu = ask_for_menu(panel.view.viewport(), place, QContextMenuEvent.Reason.Mouse)
    assert panel.all_button.text() in [action.text() for action in menu.actions()]
    menu.close()
    qtbot.mouseClick(panel.all_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FixAllDialog)
    assert dialog.list.count() == 1
    dialog.taking.click()
    assert "维护”要求" in window.editor.snapshot().texts[2]
    assert window.wait_for_checks()
    panel.select(opened_quotes(window)[0])
    assert panel.all_button.isHidden()


def opened_quotes(window):
    return [one for one in window.shown_findings if one.check == "unbalanced_quotes"]


def test_a_list_that_was_scrolled_stays_where_it_is_when_the_text_is_checked_again(
    window, tmp_path, qtbot
):
    text = "关于开会的通知\n" + "".join(f"　　第{n}件事办好了。。\n" for n in range(40))
    shown(window, tmp_path, text)
    bar = window.findings.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    window.editor.setFocus()
    window.go_to_end_of(0)
    qtbot.keyClicks(window.editor, "..")
    assert window.wait_for_checks()
    assert bar.value() == before > 0


def test_the_words_around_a_finding_begin_without_space(opened):
    found = opened.shown_findings[0]
    assert not entry(opened.session.document(), found).before.startswith("　")


def test_a_clean_text_is_said_to_be_clean(window, tmp_path):
    clean = "关于开会的通知\n各科室：\n" + "　　请各科室按时参加会议，认真做好准备。\n" * 14
    shown(window, tmp_path, clean)
    counted = [one for one in window.shown_findings if str(one.severity) != "hint"]
    assert not counted
    assert window.findings.findChild(type(window.findings.state), "health").text() == (
        "没有差错和存疑"
    )


def test_nothing_is_said_to_be_right_before_it_was_checked(window, tmp_path, workplace, qtbot):
    path = tmp_path / "通知.txt"
    path.write_text("关于开会的通知\n各科室：\n　　按时参会。。\n", encoding="utf-8")
    window.open_path(path)
    assert window.status.findings.text() == ""
    assert window.findings.state.text() == "正在检查…"
    window.wait_for_checks()
    assert window.status.findings.text().startswith("差错 1")
    workplace.change(checking=False)
    window.show_document(document("按时参会。。"), "新文稿", unsaved=False)
    assert "F7" in window.findings.state.text()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    window.wait_for_checks()
    assert "差错 1" in window.status.findings.text()


def test_f7_tells_what_came_of_the_check(opened, qtbot):
    qtbot.keyClick(opened.editor, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: said(opened).startswith("检查完毕：差错 "))
    opened.editor.selectAll()
    qtbot.keyClick(opened.editor, Qt.Key.Key_Delete)
    qtbot.keyClick(opened.editor, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: said(opened) == "检查完毕，没有发现问题。")


def test_a_key_puts_the_finding_gone_to_aside_and_f8_goes_on(opened, qtbot):
    count = len(opened.shown_findings)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(opened.editor, Qt.Key.Key_F8)
    first = opened.findings.current()
    qtbot.keyClick(opened.editor, Qt.Key.Key_I, keys)
    assert opened.wait_for_checks()
    assert len(opened.shown_findings) == count - 1
    qtbot.keyClick(opened.editor, Qt.Key.Key_F8)
    assert opened.findings.current() != first


@pytest.fixture
def with_table(window, tmp_path):
    made = docx.Document()
    made.add_paragraph("关于开会的通知")
    made.add_paragraph("现将有关事项通知如下。")
    table = made.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, ("单位", "县气侯站", "要做为重点"), strict=True):
        cell.text = text
    made.save(tmp_path / "通知.docx")
    window.open_path(tmp_path / "通知.docx")
    assert window.wait_for_checks()
    return window


def test_what_is_wrong_in_a_table_is_shown_cell_by_cell_and_why_it_has_no_mend(with_table):
    found = next(one for one in with_table.shown_findings if one.check == "wrong_word")
    with_table.checks.go(found)
    assert not with_table.findings.fix_button.isVisible()
    assert "请用 Word 打开原文件改" in with_table.findings.card.findChildren(QLabel)[0].text()
    row = entry(with_table.session.document(), found)
    assert row.before.endswith("单位 │ 县")
    assert "\t" not in row.before + row.text + row.after


def test_a_list_with_all_hidden_says_so(opened):
    for button in opened.findings.filters.values():
        button.click()
    assert "都没有显示" in opened.findings.state.text()
    opened.findings.filters["error"].click()
    assert not opened.findings.state.text()


def test_another_order_does_not_say_that_the_checks_are_done(window):
    window.findings.say("正在检查…")
    window.findings.order.setCurrentIndex(1)
    assert window.findings.state.text() == "正在检查…"


def test_the_chosen_row_is_seen_whole_beside_its_card(window, tmp_path):
    window.resize(1000, 620)
    shown(window, tmp_path, "关于开会的通知\n" + "要认真做为，，按时参会。。\n" * 40)
    window.view.to_findings()
    view = window.findings.view
    for one in (window.shown_findings[-1], window.shown_findings[60], window.shown_findings[9]):
        window.findings.view.setCurrentIndex(window.findings.model.index(0, 0))  # no card
        QApplication.processEvents()
        window.checks.go(one)
        QApplication.processEvents()
        row = view.visualRect(window.findings.model.find(one))
        assert view.viewport().rect().contains(row.adjusted(0, 4, 0, -4))  # its words


def test_a_text_without_findings_is_told_as_such(window, tmp_path):
    assert not shown(window, tmp_path, "会议于3月5日召开。\n").shown_findings
    window.checks.fix_here()
    assert said(window) == "没有发现问题。"
