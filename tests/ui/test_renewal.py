"""旧稿翻新 as a user drives it: nothing changes that was not checked, all in one undo step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.checks import Checker
from app.checks.registry import rules
from app.document.model import Details, Span, document
from app.document.recognize import recognized
from app.rollover import proposals
from app.rollover.undecided import standing
from ui.dialogs.renewal import RenewalDialog
from ui.dialogs.renewal_rows import Sure, moved, rows

LINES = (
    "清河县2025年民政工作要点",
    "2025年，全县民政工作的总体要求是：贯彻党的二十大精神，抓好“十四五”收官之年各项任务。",
    "一、抓好养老服务",
    "去年建成站点30个。3月5日前报送方案。",
    "二、抓好社会救助",
    "2025年年底前全部完成。",
)


RULES = {rule.id: rule for rule in rules()}


@pytest.fixture
def opened(window):
    """The window with an old text, and the dialog over it."""
    text = recognized(document(*LINES))
    details = Details(kind="gongzuo-yaodian", fields=(("年份", "2025"), ("单位", "清河县")))
    window.show_document(replace(text, details=details), "要点", unsaved=False)
    window.run_command("rollover")
    dialog = window.findChild(RenewalDialog)
    yield window, dialog
    if window.kinds.renewal is not None:
        window.kinds.renewal.close()


def commit(widget, text):
    """Write as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def texts(window):
    return window.session.document().texts


def row_of(dialog, old):
    return next(n for n, row in enumerate(dialog.rows()) if row.proposal.old == old)


def box_of(dialog, number):
    return QPoint(16, dialog.list.visualItemRect(dialog.list.item(number)).top() + 16)


def test_the_years_are_those_of_the_text_and_the_next(opened):
    _, dialog = opened
    assert (dialog.old.value(), dialog.new.value()) == (2025, 2026)


def test_only_what_is_certain_is_checked_and_what_is_open_has_no_box(opened):
    _, dialog = opened
    for number, row in enumerate(dialog.rows()):
        item = dialog.list.item(number)
        assert (item.checkState() is Qt.CheckState.Checked) == (row.sure is Sure.CERTAIN)
        boxless = item.data(Qt.ItemDataRole.CheckStateRole) is None
        assert boxless == (row.sure is Sure.OPEN)


def test_opening_changes_nothing(opened):
    window, _ = opened
    assert texts(window) == LINES
    assert not window.isWindowModified()


def test_accepting_is_one_undo_step_and_moves_the_fields(opened):
    window, dialog = opened
    dialog.taking.click()
    assert texts(window)[0] == "清河县2026年民政工作要点"
    assert "“十五五”" in texts(window)[1]
    assert window.session.details.field("年份") == "2026"
    assert window.session.details.field("单位") == "清河县"
    window.editor.undo()
    assert texts(window) == LINES


def test_the_banner_takes_text_and_fields_back(opened):
    window, dialog = opened
    dialog.taking.click()
    assert "改好了" in window.banner.text
    every = len(proposals(window.session.document(), 2026, old=2025))
    window.banner.button.click()
    assert texts(window) == LINES
    assert len(window.kinds.renewal.rows()) > every
    assert window.session.details.field("年份") == "2025"


def test_the_banner_takes_nothing_back_once_the_text_was_written_on(opened):
    window, dialog = opened
    dialog.taking.click()
    window.go_to_end_of(0)
    window.editor.insert("（稿）")
    window.banner.button.click()
    assert texts(window)[0] == "清河县2026年民政工作要点（稿）"
    assert window.session.details.field("年份") == "2026"


def test_the_fields_stay_where_their_box_is_cleared(opened):
    window, dialog = opened
    dialog.fields.click()
    dialog.taking.click()
    assert window.session.details.field("年份") == "2025"


def test_what_is_not_decided_stays_in_the_list_at_its_place(opened):
    window, dialog = opened
    dialog.taking.click()
    left = dialog.rows()
    assert left
    assert any(row.sure is Sure.OPEN for row in left)
    for row in left:
        assert window.session.document().slice(row.proposal.span) == row.proposal.old


def test_a_click_on_a_row_shows_its_place_in_the_text(opened, qtbot):
    window, dialog = opened
    number = row_of(dialog, "去年")
    item = dialog.list.item(number)
    dialog.list.scrollToItem(item)
    place = dialog.list.visualItemRect(item).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.editor.caret() == dialog.rows()[number].proposal.span


def test_a_click_on_the_box_and_the_space_key_check_and_clear(opened, qtbot):
    _, dialog = opened
    item = dialog.list.item(0)
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box_of(dialog, 0))
    assert item.checkState() is Qt.CheckState.Unchecked
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert item.checkState() is Qt.CheckState.Checked


def test_none_and_every_reach_the_rows_in_sight_only(opened):
    window, dialog = opened
    none, every = dialog.none_button, dialog.every_button
    none.click()
    assert not dialog.taking.isEnabled()
    dialog.filter.setCurrentIndex(1)
    every.click()
    dialog.taking.click()
    assert texts(window)[3] == LINES[3]
    assert texts(window)[0] != LINES[0]


def test_the_filter_shows_what_is_left_to_decide(opened):
    _, dialog = opened
    dialog.filter.setCurrentIndex(3)
    shown = [row.sure for n, row in enumerate(dialog.rows()) if not dialog.list.item(n).isHidden()]
    assert shown
    assert set(shown) == {Sure.OPEN}


def test_the_button_goes_from_one_open_place_to_the_next(opened, qtbot):
    _, dialog = opened
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    first = dialog.list.currentRow()
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    assert dialog.rows()[first].sure is Sure.OPEN
    assert dialog.list.currentRow() > first


def test_own_words_decide_an_open_place(opened):
    window, dialog = opened
    dialog.list.setCurrentRow(row_of(dialog, "3月5日"))
    commit(dialog.wording, "4月10日")
    dialog.taking.click()
    assert "4月10日前报送方案" in texts(window)[3]


def marked(window):
    """Return the words that are marked as left by the renewal."""
    document = window.session.document()
    return [document.slice(span) for span, *_ in standing(document)]


def test_what_was_not_decided_is_marked_in_the_text_until_it_is(opened, qtbot):
    window, dialog = opened
    dialog.taking.click()
    left = marked(window)
    assert "去年" in left
    assert "3月5日" in left
    assert "没有定的" in window.banner.text
    qtbot.waitUntil(
        lambda: "undecided_renewal" in {found.check for found in window.shown_findings},
        timeout=20_000,
    )
    span, *_ = next(standing(window.session.document()))
    window.editor.show_span(span)
    window.editor.insert("今年上半年")
    assert len(marked(window)) == len(left) - 1


def test_a_place_left_open_is_still_mended_with_one_click(window):
    lines = ("清河县2025年工作要点", "一、抓项目建设", "2025年完成投资3亿元。")
    window.show_document(recognized(document(*lines)), "要点", unsaved=False)
    window.run_command("rollover")
    window.findChild(RenewalDialog).taking.click()
    assert texts(window)[2] == lines[2]
    (left,) = Checker([RULES["undecided_renewal"]]).run(window.session.document())
    window.editor.apply(left.fixes[0].edits)
    assert texts(window)[2] == "2026年完成投资3亿元。"
    assert marked(window) == []


def test_undoing_the_renewal_takes_its_marks_and_fields_back(opened):
    window, dialog = opened
    before = window.session.details
    dialog.taking.click()
    assert window.session.details != before
    window.editor.undo()
    assert window.session.details == before
    window.editor.redo()
    assert marked(window)


def test_what_was_refused_is_not_marked(opened):
    window, dialog = opened
    at = row_of(dialog, "2025")
    dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    dialog.taking.click()
    assert "2025" not in marked(window)


def test_places_follow_what_is_written_meanwhile(opened, qtbot):
    window, dialog = opened
    window.go_to_end_of(0)
    QTest.keyClicks(window.editor, "2025")
    QTest.keyClick(window.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.rows()[-1].proposal.span.block == 6)
    dialog.taking.click()
    assert texts(window)[0] == "清河县2026年民政工作要点2025"


def test_acceptance_right_after_typing_still_meets_its_words(opened):
    window, dialog = opened
    window.editor.show_span(Span(0, 0, 0))
    window.editor.insert("文件：")
    dialog.taking.click()
    assert texts(window)[0].endswith("清河县2026年民政工作要点")
    assert texts(window)[0].startswith("文件：")


def test_another_year_proposes_anew(opened):
    _, dialog = opened
    dialog.new.setValue(2027)
    assert dialog.rows()[0].proposal.new == "2027"


def test_one_document_has_one_dialog(opened):
    window, dialog = opened
    window.run_command("rollover")
    assert window.findChildren(RenewalDialog) == [dialog]


def test_another_document_puts_the_dialog_away(opened):
    window, dialog = opened
    window.show_document(document("另一篇"), "另一篇", unsaved=False)
    assert not dialog.isVisible()


def test_moved_drops_what_was_written_over_and_keeps_the_rest():
    before = recognized(document(*LINES))
    found = proposals(before, 2026)
    after = document(*LINES[:3], "插入一段。", LINES[3].replace("去年", "前些年"), *LINES[4:])
    stay = moved(found, before, after)
    gone = [one for one, now in zip(found, stay, strict=True) if now is None]
    assert [one.old for one in gone] == ["去年"]
    for now in stay:
        assert now is None or after.slice(now.span) == now.old


def test_a_row_tells_its_place_by_the_heading_above_it():
    text = recognized(document(*LINES))
    made = {row.proposal.old: row for row in rows(text, proposals(text, 2026))}
    assert made["去年"].place.startswith("一、抓好养老")
