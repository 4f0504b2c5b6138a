"""A small screen, or one whose letters the system doubles: 1366 × 768 at 200 % has 683 × 384."""

from __future__ import annotations

import pytest
from dialogs import DIALOGS, opened_by
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from app.resources import shipped
from ui import theme
from ui.dialogs import frame, manual
from ui.printing import preview

ROOM = QSize(643, 324)  # what a window may take of it


@pytest.fixture
def written(window, tmp_path):
    window.open_path(shipped("resources") / "samples" / "工作要点样稿.txt", read_only=True)
    for text in ("甲", "乙"):
        window.save_as(tmp_path / "要点.docx")
        window.editor.insert(text)
    window.setStyleSheet(theme.stylesheet(theme.DARK, 100))
    window.wait_for_checks()
    return window


@pytest.fixture
def narrow(written):
    written.setMinimumSize(ROOM)
    written.resize(683, 370)
    QApplication.processEvents()
    return written


def shown_panels(window):
    return [dock.windowTitle() for dock in (window.left, window.right) if not dock.isHidden()]


def fits(window):
    return window.editor.page.width <= window.editor.page.room


def test_a_narrow_window_shows_one_panel_and_the_whole_width_of_the_page(narrow):
    assert shown_panels(narrow) == ["提纲"]
    assert fits(narrow)
    narrow.run_command("to-findings")
    QApplication.processEvents()
    assert shown_panels(narrow) == ["检查与素材"]
    assert fits(narrow)
    narrow.run_command("to-outline")
    assert shown_panels(narrow) == ["提纲"]


def test_the_page_grows_where_the_panel_is_put_away(narrow):
    before = narrow.zoom
    narrow.run_command("show-outline")
    QApplication.processEvents()
    assert shown_panels(narrow) == []
    assert before < narrow.zoom <= 100
    assert fits(narrow)


def test_a_window_of_middling_width_keeps_both_panels_and_fits_the_page(written):
    written.resize(1093, 614)
    QApplication.processEvents()
    assert shown_panels(written) == ["提纲", "检查与素材"]
    assert fits(written)
    written.resize(1280, 700)
    QApplication.processEvents()
    assert written.zoom == 100


def test_who_has_chosen_a_larger_size_keeps_it(narrow):
    narrow.set_zoom(150)
    narrow.run_command("show-outline")
    QApplication.processEvents()
    assert narrow.zoom == 150


def test_no_panel_is_cut_off_below(narrow):
    narrow.run_command("next-finding")
    for command in ("to-findings", "to-snippets", "to-fields", "to-guide"):
        narrow.run_command(command)
        QApplication.processEvents()
        page = narrow.tabs.currentWidget()
        assert page.height() <= narrow.right.height(), command
        assert page.minimumSizeHint().height() <= page.height(), command
    assert narrow.findings.explain_button.isVisibleTo(narrow.findings)


def test_a_window_made_wide_again_is_as_it_was(narrow):
    narrow.resize(1280, 700)
    QApplication.processEvents()
    assert shown_panels(narrow) == ["提纲", "检查与素材"]
    assert narrow.zoom == 100


def test_two_places_of_a_text_have_the_room_of_the_panels(narrow):
    narrow.run_command("split-same")
    QApplication.processEvents()
    assert shown_panels(narrow) == []
    assert fits(narrow)
    narrow.run_command("split-same")
    QApplication.processEvents()
    assert shown_panels(narrow) == ["提纲"]


def test_two_places_have_the_room_of_the_panel_at_the_right_too(narrow):
    narrow.run_command("to-guide")
    QApplication.processEvents()
    narrow.run_command("split-same")
    QApplication.processEvents()
    assert shown_panels(narrow) == []
    assert fits(narrow)


def test_half_a_screen_is_wide_enough_for_a_window(window):
    window.resize(683, 740)
    QApplication.processEvents()
    assert window.width() == 683
    assert shown_panels(window) == ["提纲"]
    assert fits(window)


def test_a_low_start_page_gives_its_room_to_the_fields(window):
    window.resize(640, 480)
    window.show_start_page()
    QApplication.processEvents()
    page = window.pages.currentWidget()
    assert not page.preview.isVisible()
    assert page.create_button.isVisible()
    assert page.rect().contains(page.create_button.mapTo(page, page.create_button.rect().center()))


@pytest.mark.parametrize("command", DIALOGS)
def test_each_dialog_fits(written, command, monkeypatch):
    for module in (frame, manual, preview):
        monkeypatch.setattr(module, "room_for", lambda _: ROOM)
    for one in opened_by(written, command):
        assert one.width() <= ROOM.width()
        assert one.minimumSizeHint().width() <= ROOM.width()
        assert one.minimumSizeHint().height() <= ROOM.height()
        one.close()


def test_the_start_page_gives_its_preview_up_where_there_is_no_height(window):
    window.setMinimumSize(ROOM)
    window.show_start_page()
    page = window.pages.currentWidget()
    assert page.preview.isVisible()
    window.resize(683, 370)
    QApplication.processEvents()
    assert not page.preview.isVisible()
    assert page.create_button.isVisible()


def test_the_findings_are_not_cut_at_the_right_in_the_least_width(narrow):
    narrow.run_command("to-findings")
    panel = narrow.findings
    narrow.resizeDocks([narrow.right], [1], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    assert panel.order.geometry().right() <= panel.width()
    assert panel.date.geometry().right() <= panel.width()
    for button in panel.filters.values():
        assert button.width() >= button.sizeHint().width()


def test_a_message_too_long_for_the_status_line_is_shortened_and_told_whole_by_the_mouse(narrow):
    short, long = "已保存。", "这一处没有现成的改法：" + "请核对以后再定，" * 12
    grabs = []
    for text in (short, long, long + "其余各项也要跟着改。"):
        narrow.say(text)
        QApplication.processEvents()
        grabs.append(narrow.status.grab().toImage())
        assert narrow.status.toolTip() == text
    assert grabs[0] != grabs[1]
    assert grabs[1] == grabs[2]  # both end in the ellipsis before the figures at the right
