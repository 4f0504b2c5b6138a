"""The list of findings as a user goes through it: with keys, with the mouse, and back again."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTableView, QToolButton
from tree_window import ALT_SHIFT, choose, draft

from app.checks import Finding, Fix, Severity
from app.document.edits import Splice, TextEdit
from app.document.model import Span
from ui.dialogs.check_date import CheckDateDialog
from ui.dialogs.fix_all import FixAllDialog
from ui.dialogs.ignored import IgnoredDialog
from ui.moved_numbers import CHECK

DRAFT = "关于开会的通知\n各科室：\n　　现将有关事项通知如下。。\n　　要认真做为，，按时参会。\n"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.open_path(path)
    assert window.wait_for_checks()
    return window


def checks_of(window):
    assert window.wait_for_checks()
    return [one.check for one in window.shown_findings]


def finding(window, check):
    return next(one for one in window.shown_findings if one.check == check)


def ignore(window, check, reach):
    """Choose from the menu of the card, as a user does."""
    window.checks.go(finding(window, check))
    menu = window.findings.ignore_button.menu()
    next(action for action in menu.actions() if action.data() == reach).trigger()


@pytest.mark.parametrize("reach", ["here", "wording", "rule", "wording-always", "always"])
def test_what_was_put_aside_comes_back_with_undo(opened, qtbot, reach):
    before = checks_of(opened)
    texts = opened.editor.snapshot().texts
    ignore(opened, "wrong_word", reach)
    assert checks_of(opened) == [one for one in before if one != "wrong_word"]
    opened.editor.setFocus()
    qtbot.keyClick(opened.editor, Qt.Key.Key_Z, CTRL)
    assert checks_of(opened) == before
    assert opened.editor.snapshot().texts == texts


def test_the_strip_below_the_list_offers_to_take_it_back(opened, qtbot):
    before = checks_of(opened)
    ignore(opened, "wrong_word", "wording")
    assert checks_of(opened) != before
    assert opened.findings.undo_strip.isVisible()
    qtbot.mouseClick(opened.findings.undo_button, Qt.MouseButton.LeftButton)
    assert checks_of(opened) == before
    assert not opened.findings.undo_strip.isVisible()


def test_the_offer_to_take_it_back_goes_at_the_next_edit(opened, qtbot):
    ignore(opened, "wrong_word", "wording")
    opened.editor.setFocus()
    qtbot.keyClick(opened.editor, Qt.Key.Key_A)
    assert not opened.findings.undo_strip.isVisible()


def test_what_is_said_of_a_mend_goes_when_it_is_undone(opened, qtbot):
    opened.checks.go(finding(opened, "wrong_word"))
    opened.checks.fix_here()
    assert "撤销" in opened.status.currentMessage()
    opened.editor.setFocus()
    qtbot.keyClick(opened.editor, Qt.Key.Key_Z, CTRL)
    assert opened.editor.snapshot().texts[3].strip() == "要认真做为，，按时参会。"
    assert not opened.status.currentMessage()


def test_a_filter_leaves_the_caret_where_it_is(opened, qtbot):
    shown = finding(opened, "wrong_word")
    opened.checks.go(shown)
    opened.findings.view.setFocus()
    caret = opened.editor.textCursor().position()
    qtbot.mouseClick(opened.findings.filters[str(shown.severity)], Qt.MouseButton.LeftButton)
    assert shown not in opened.findings.visible()
    assert opened.editor.textCursor().position() == caret


def test_undo_and_redo_take_text_and_what_was_put_aside_in_their_order(opened, qtbot):
    def stand():
        ends = "".join(text[-1] for text in opened.editor.snapshot().texts[2:4])
        return ends, "wrong_word" in checks_of(opened)

    opened.go_to_end_of(3)
    qtbot.keyClick(opened.editor, Qt.Key.Key_A)
    ignore(opened, "wrong_word", "here")
    opened.go_to_end_of(2)
    qtbot.keyClick(opened.editor, Qt.Key.Key_B)
    steps = [stand()]
    for key in "ZZZZYYYY":
        qtbot.keyClick(opened.editor, Qt.Key(ord(key)), CTRL)
        steps.append(stand())
    done = [("ba", False), ("。a", False), ("。a", True), ("。。", True)]
    assert steps == [*done, done[-1], *reversed(done[:-1]), done[0]]


def test_everything_put_aside_is_listed_and_can_be_taken_back(opened, workplace):
    before = checks_of(opened)
    ignore(opened, "wrong_word", "wording-always")
    checks_of(opened)
    ignore(opened, "doubled_punctuation", "always")
    checks_of(opened)
    assert workplace.settings.ignored_always == ("wrong_word=做为",)
    opened.run_command("ignored")
    dialog = opened.findChild(IgnoredDialog)
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert len(texts) == 2
    assert all(text.startswith("以后都") for text in texts)
    assert not dialog.restoring_all.isEnabled()  # what holds for every text is chosen one by one
    dialog.list.selectAll()
    dialog.restoring.click()
    dialog.close()
    assert checks_of(opened) == before
    opened.editor.undo()
    assert workplace.settings.ignored_always == ("wrong_word=做为",)
    opened.editor.redo()
    assert checks_of(opened) == before


def test_what_holds_for_the_text_alone_is_taken_back_in_one_go(opened):
    before = checks_of(opened)
    ignore(opened, "wrong_word", "always")
    checks_of(opened)
    ignore(opened, "doubled_punctuation", "wording")
    checks_of(opened)
    opened.run_command("ignored")
    dialog = opened.findChild(IgnoredDialog)
    dialog.restoring_all.click()
    assert [dialog.list.item(row).text()[:3] for row in range(dialog.list.count())] == ["以后都"]
    dialog.restoring.click()
    assert not dialog.restoring.isEnabled()
    dialog.close()
    assert checks_of(opened) == before


def test_a_click_on_a_wave_chooses_it_in_the_list(opened, qtbot):
    found = finding(opened, "wrong_word")
    opened.findings.select(finding(opened, "doubled_punctuation"))
    editor = opened.editor
    cursor = editor.bridge.select(found.span.block, found.span.start + 1, found.span.start + 1)
    where = editor.cursorRect(cursor).center() + QPoint(2, 0)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: opened.findings.current() == found)
    assert not editor.textCursor().hasSelection()
    plain = editor.cursorRect(editor.bridge.select(0, 0, 0)).center()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=plain)
    qtbot.wait(20)
    assert opened.findings.current() == found


def test_the_arrow_keys_of_the_list_show_the_places_in_the_text(opened, qtbot):
    first = opened.shown_findings[0]
    opened.checks.go(first)
    opened.findings.view.setFocus()
    qtbot.keyClick(opened.findings.view, Qt.Key.Key_Home)
    seen = set()
    for _ in range(20):
        qtbot.keyClick(opened.findings.view, Qt.Key.Key_Down)
        current = opened.findings.current()
        if current is not None:
            seen.add(current)
            assert opened.editor.caret().block == current.span.block
    assert len(seen) > 1


def test_f8_goes_round_all_findings_and_alt_enter_mends(opened, qtbot):
    opened.editor.setFocus()
    count = len(opened.shown_findings)
    seen = set()
    for _ in range(count):
        qtbot.keyClick(opened, Qt.Key.Key_F8)
        seen.add(opened.findings.current())
    assert seen == set(opened.shown_findings)
    qtbot.keyClick(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert opened.findings.current() == opened.shown_findings[-2]
    opened.checks.go(finding(opened, "wrong_word"))
    qtbot.keyClick(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert "作为" in opened.editor.snapshot().texts[3]


def test_mending_with_the_mouse_goes_on_to_the_next_in_the_list(opened, qtbot):
    panel = opened.findings
    opened.checks.go(finding(opened, "doubled_punctuation"))
    seen = []
    for _ in range(3):
        seen.append(panel.current().message)
        panel.fix_button.setFocus()  # as a click does in an active window
        qtbot.mouseClick(panel.fix_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: panel.current() is None or panel.current().message != seen[-1])
        assert panel.current() is None or opened.editor.textCursor().selectedText()
    assert sorted(seen) == sorted(["标点“。。”连用", "标点“，，”连用", "“做为”应为“作为”"])


def test_mending_from_the_text_stays_where_it_is(opened, qtbot):
    opened.editor.setFocus()
    opened.checks.go(finding(opened, "wrong_word"))
    qtbot.keyClick(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert opened.wait_for_checks()
    assert opened.editor.caret().block == 3
    assert opened.findings.current() is None


def test_a_finding_stays_chosen_when_a_line_above_it_goes(opened, qtbot):
    opened.checks.go(finding(opened, "wrong_word"))
    opened.editor.setFocus()
    opened.editor.show_span(Span(1, 0, 4))
    qtbot.keyClick(opened.editor, Qt.Key.Key_Delete)
    qtbot.keyClick(opened.editor, Qt.Key.Key_Delete)
    assert opened.wait_for_checks()
    assert opened.findings.current() == finding(opened, "wrong_word")


def test_lines_of_an_advertisement_go_all_at_once_after_a_look(window, tmp_path, qtbot):
    path = tmp_path / "下载.txt"
    path.write_text(
        "仅供学习 禁止外传\n关于开会的通知\n各科室：\n加微信：abc123\n请参会。\n", "utf-8"
    )
    window.open_path(path)
    assert window.wait_for_checks()
    window.checks.go(finding(window, "noise_line"))
    qtbot.mouseClick(window.findings.all_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FixAllDialog)
    assert dialog.list.count() == 2
    dialog.taking.click()
    assert window.editor.snapshot().texts[:3] == ("关于开会的通知", "各科室：", "请参会。")
    window.editor.setFocus()
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CTRL)
    assert window.editor.snapshot().texts[0] == "仅供学习 禁止外传"
    assert window.editor.snapshot().texts[3] == "加微信：abc123"


def test_a_paragraph_that_is_only_doubted_is_not_taken_away_unasked(window, tmp_path):
    path = tmp_path / "下载.txt"
    path.write_text("关于开会的通知\n请参会。\n", "utf-8")
    window.open_path(path)
    document = window.editor.snapshot()
    gone = Fix("删去这一行", (Splice(1, 2),))
    kept = Fix("改为“到会”", (TextEdit(1, 1, 3, "到会"),))
    rows = (
        Finding("noise_line", Severity.WARNING, Span(1, 0, 2), "网站加的行", (gone,)),
        Finding("noise_line", Severity.HINT, Span(1, 0, 2), "网站加的行", (gone,)),
        Finding("noise_line", Severity.HINT, Span(1, 1, 3), "网站加的字", (kept,)),
    )
    dialog = FixAllDialog(document, rows, window)
    items = [dialog.list.item(row) for row in range(3)]
    checked = [item.checkState() is Qt.CheckState.Checked for item in items]
    assert checked == [True, False, True]
    assert ["（提示）" in item.text() for item in items] == [False, True, True]
    assert dialog.taking.text() == "改正 2 处"
    alone = FixAllDialog(document, rows[1:], window)
    assert alone.taking.text() == "改正 2 处"


def test_what_a_text_writes_throughout_is_one_error_and_mended_everywhere_at_once(
    window, tmp_path, qtbot
):
    path = tmp_path / "须知.txt"
    path.write_text("参会须知\n请带材料,按时到会,关闭手机,不要走动,会后留步。\n", "utf-8")
    window.open_path(path)
    assert window.wait_for_checks()
    alike = [one for one in window.shown_findings if one.check == "half_width_punctuation"]
    assert [one.severity.value for one in alike] == ["error", "hint", "hint", "hint"]
    window.checks.go(alike[0])
    qtbot.mouseClick(window.findings.all_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FixAllDialog)
    assert dialog.list.count() == 4
    assert dialog.list.item(0).text().startswith("第2段　")
    dialog.taking.click()
    assert window.editor.snapshot().texts[1] == "请带材料，按时到会，关闭手机，不要走动，会后留步。"


@pytest.mark.parametrize("reach", ["here", "wording", "rule"])
def test_what_was_put_aside_is_kept_in_the_file_listed_and_revoked(
    opened, workplace, tmp_path, reach
):
    ignore(opened, "wrong_word", reach)
    opened.save_as(tmp_path / "通知.docx")
    copy = shutil.copy(tmp_path / "通知.docx", tmp_path / "副本.docx")
    other = workplace.new_window()
    other.open_path(copy)
    assert "wrong_word" not in checks_of(other)
    assert "doubled_punctuation" in checks_of(other)
    other.run_command("ignored")
    dialog = other.findChild(IgnoredDialog)
    assert [dialog.list.item(row).text()[:6] for row in range(dialog.list.count())] == [
        "本文　错别字"
    ]
    dialog.restoring.click()
    dialog.close()
    assert "wrong_word" in checks_of(other)
    assert other.session.modified


def offered(window):
    return [action.data() for action in window.findings.ignore_button.menu().actions()
            if action.isVisible()]  # fmt: skip


@pytest.mark.parametrize("reach", ["here", "wording", "rule"])
def test_a_moved_reference_is_put_aside_listed_by_its_title_and_revoked(window, qtbot, reach):
    draft(
        window, "工作要点", "按照第三部分的要求办理。", "一、甲", "二、乙", "三、丙", "逐项销号。"
    )
    choose(window, "丙")
    qtbot.keyClick(window.outline.view, Qt.Key.Key_Up, ALT_SHIFT)
    assert CHECK in checks_of(window)
    window.checks.go(finding(window, CHECK))
    assert offered(window) == ["here", "wording", "rule"]
    ignore(window, CHECK, reach)
    assert CHECK not in checks_of(window)
    window.run_command("ignored")
    dialog = window.findChild(IgnoredDialog)
    assert "引用的编号已经变动" in dialog.list.item(0).text()
    dialog.restoring_all.click()
    dialog.close()
    assert CHECK in checks_of(window)


def test_the_date_behind_the_checks_is_shown_and_can_be_changed_and_given_back(
    window, tmp_path, qtbot
):
    path = tmp_path / "要点.txt"
    path.write_text("2026年全县组织工作要点\n加强后备干部队伍建设。\n", "utf-8")
    window.open_path(path)
    assert "superseded_formulation" in checks_of(window)
    assert window.findings.date.text() == "提法按2026年初判断（标题里的年份）"
    qtbot.mouseClick(window.findings.date, Qt.MouseButton.LeftButton)
    dialog = window.findChild(CheckDateDialog)
    for _ in range(10):  # ten years back
        qtbot.keyClick(dialog.date, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "superseded_formulation" not in checks_of(window)
    assert window.findings.date.text() == "提法按2016年2月15日判断（检查日期）"
    window.editor.undo()
    assert "superseded_formulation" in checks_of(window)
    window.editor.redo()
    assert "superseded_formulation" not in checks_of(window)
    assert window.findings.date.text() == "提法按2016年2月15日判断（检查日期）"
    window.save_as(tmp_path / "要点.docx")
    assert window.session.details.field("检查日期") == "2016年2月15日"
    qtbot.mouseClick(window.findings.date, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.findChildren(CheckDateDialog)[-1].clearing, Qt.MouseButton.LeftButton)
    assert "superseded_formulation" in checks_of(window)


def groups(window):
    return [(group.title, len(group.findings)) for group in window.findings.model.groups]


def test_the_list_counts_and_filters_by_severity_and_groups_by_kind_or_place(
    window, tmp_path, qtbot
):
    path = tmp_path / "要点.txt"
    path.write_text("工作要点\n一、抓学习\n认真做为。。\n二、抓落实\n按时销号。。\n", "utf-8")
    window.open_path(path)
    checks = checks_of(window)
    assert ("标点重复", 2) in groups(window)
    errors = checks.count("doubled_punctuation") + checks.count("wrong_word")
    assert window.findings.filters["error"].text() == str(errors)
    qtbot.keyClick(window.findings.order, Qt.Key.Key_Down)
    by_place = dict(groups(window))
    assert by_place["一、抓学习"] >= 2
    assert by_place["二、抓落实"] >= 1
    qtbot.mouseClick(window.findings.filters["error"], Qt.MouseButton.LeftButton)
    assert all(one.severity != "error" for one in window.findings.visible())
    assert sum(count for _, count in groups(window)) == len(checks) - errors
    qtbot.mouseClick(window.findings.filters["error"], Qt.MouseButton.LeftButton)
    assert sum(count for _, count in groups(window)) == len(checks)


def test_the_star_key_unfolds_the_list(window, tmp_path, qtbot):
    path = tmp_path / "要点.txt"
    path.write_text("工作要点\n一、抓学习\n认真做为。。\n二、抓落实\n按时销号。。\n", "utf-8")
    window.open_path(path)
    assert window.wait_for_checks()
    view = window.findings.view
    view.collapseAll()
    view.setCurrentIndex(window.findings.model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Asterisk)
    assert view.isExpanded(window.findings.model.index(0, 0))


def test_the_calendar_of_the_date_has_all_weeks_and_a_month_is_turned_with_the_mouse(opened, qtbot):
    qtbot.mouseClick(opened.findings.date, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(CheckDateDialog)
    calendar = dialog.date.calendarWidget()
    days = calendar.findChild(QTableView)
    calendar.resize(calendar.minimumSizeHint().width(), calendar.minimumHeight())
    calendar.show()
    QApplication.processEvents()
    assert days.rowViewportPosition(6) + days.rowHeight(6) <= days.viewport().height() + 1
    month = calendar.monthShown()
    onward = next(b for b in calendar.findChildren(QToolButton) if b.accessibleName() == "下个月")
    qtbot.mouseClick(onward, Qt.MouseButton.LeftButton)
    assert calendar.monthShown() == month % 12 + 1
    calendar.hide()
    dialog.close()


@pytest.mark.parametrize(("automatic", "told"), [(True, "正在检查…"), (False, "按 F7 检查全文")])
def test_a_text_not_yet_checked_is_not_called_faultless(window, tmp_path, qtbot, automatic, told):
    path = tmp_path / "通知.txt"
    path.write_text("关于开会的通知\n各科室：\n", encoding="utf-8")
    window.checking.automatic = automatic
    window.open_path(path)
    qtbot.keyClick(window.editor, Qt.Key.Key_F8)
    assert told in window.status.currentMessage()


def test_a_text_just_opened_is_checked_when_asked_though_not_by_itself(window, tmp_path, qtbot):
    path = tmp_path / "通知.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.checking.automatic = False
    window.open_path(path)
    qtbot.keyClick(window.editor, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: "检查完毕" in window.status.currentMessage(), timeout=20_000)
    assert window.shown_findings
