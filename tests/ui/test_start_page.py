"""From nothing to a draft: the start page as a user drives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox

from app.kinds import slots
from ui import main


@pytest.fixture
def page(window):
    window.show_start_page()
    return window.pages.currentWidget()


def shown_kinds(page):
    found = []
    for row in range(page.model.rowCount()):
        group = page.model.item(row)
        found += [
            group.child(child).text()
            for child in range(group.rowCount())
            if not page.kinds.isRowHidden(child, group.index())
            and not page.kinds.isRowHidden(row, QModelIndex())
        ]
    return found


def test_the_page_lists_kinds_by_group_and_previews_the_first(page):
    assert "工作要点" in shown_kinds(page)
    assert "【" in page.preview.toPlainText()


@pytest.mark.parametrize("typed", ["工作要点", "gzyd", "gongzuoyaodian"])
def test_a_kind_is_found_by_name_pinyin_and_initials(page, typed):
    page.search.setText(typed)
    assert "工作要点" in shown_kinds(page)
    assert len(shown_kinds(page)) < 4


def test_enter_takes_the_kind_whose_whole_name_was_typed(window, page, qtbot):
    qtbot.keyClicks(page.search, "jy")
    assert shown_kinds(page)[0] == "经验材料"
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert window.session.document().details.kind == "jueyi"


def test_a_filled_field_shows_in_the_preview_and_in_the_draft(window, page, qtbot):
    page.search.setText("gzyd")
    field = page.edits["单位"]
    assert not isinstance(field, QComboBox)
    field.setText("清河县民政局")
    assert "清河县民政局" in page.preview.toPlainText()
    qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    document = window.session.document()
    assert "清河县民政局" in "".join(document.texts)
    assert document.details.kind == "gongzuo-yaodian"
    assert document.details.field("单位") == "清河县民政局"
    assert window.isWindowModified()
    qtbot.waitUntil(lambda: window.outline.model.rowCount() > 0)
    assert dict(window.workplace.memory.fields)["单位"] == "清河县民政局"


def test_what_was_left_empty_is_listed_to_be_filled_and_fills_everywhere(window, page, qtbot):
    page.search.setText("gzyd")
    page.create_button.click()
    window.refresh_outline()
    before = window.fields.slots.count()
    assert before > 0
    places = sum(text.count("【单位】") for text in window.session.document().texts)
    window.view.to_fields()
    field = window.fields.edits["单位"]
    field.setFocus()
    field.setText("Minzhengju")
    field.setModified(True)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    texts = "".join(window.session.document().texts)
    assert "【单位】" not in texts
    assert texts.count("Minzhengju") == places
    field.setText("Jiaoyuju")
    field.setModified(True)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "".join(window.session.document().texts).count("Jiaoyuju") == places


def test_the_unit_is_remembered_for_the_next_document_and_the_matter_is_not(window, page):
    page.search.setText("tongzhi")
    page.edits["单位"].setText("清河县民政局")
    page.edits["事由"].setText("做好防汛工作")
    page.create_button.click()
    window.show_start_page()
    page.search.setText("tongzhi")
    assert page.edits["单位"].text() == "清河县民政局"
    assert page.edits["事由"].text() == ""


def test_what_was_filled_in_for_one_kind_stays_for_the_next(page):
    page.search.setText("gzyd")
    page.edits["单位"].setText("清河县民政局")
    page.search.setText("qingshi")
    assert page.edits["单位"].text() == "清河县民政局"
    assert "清河县民政局" in page.preview.toPlainText()


def test_the_directions_of_the_year_show_where_they_may_be_overwritten(page):
    page.search.setText("dzjc")
    page.edits["年度"].setText("2024")
    assert "带头严守政治纪律" in page.edits["对照方面一"].placeholderText()
    assert "带头严守政治纪律" in page.preview.toPlainText()
    page.edits["年度"].setText("2031")
    assert page.edits["对照方面一"].placeholderText() == "按当年通知的表述填写"


def test_enter_in_the_search_creates_the_first_hit(window, page, qtbot):
    page.search.setText("gzzj")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert window.session.details.kind == "gongzuo-zongjie"


def test_a_kind_that_is_not_there_is_told_and_nothing_else_is_created(window, page, qtbot):
    page.show()
    qtbot.keyClicks(page.search, "zzzz")
    assert shown_kinds(page) == []
    assert not page.unknown.isHidden()
    assert "空白文稿" in page.unknown.text()
    assert not page.create_button.isEnabled()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is page
    page.search.clear()
    assert page.unknown.isHidden()
    assert page.create_button.isEnabled()


def test_a_recent_file_opens_by_a_click(window, page, tmp_path):
    path = tmp_path / "旧稿.txt"
    path.write_text("旧稿\n", encoding="utf-8")
    window.workplace.remember_file(path)
    page.recent.itemClicked.emit(page.recent.item(0))
    assert window.session.path == path


def test_a_recent_file_that_is_gone_is_told_and_forgotten(window, page, tmp_path, answers):
    window.workplace.remember_file(tmp_path / "没有了.txt")
    page.recent.itemClicked.emit(page.recent.item(0))
    assert "没有了.txt" in answers.told[0]
    assert window.workplace.memory.recent == ()


def test_the_last_session_is_opened_again_where_that_is_wished(workplace, tmp_path):
    paths = [tmp_path / "一.txt", tmp_path / "二.txt"]
    for path in paths:
        path.write_text("文\n", encoding="utf-8")
    workplace.change(restore=True)
    workplace.remember(session=tuple(map(str, paths)))
    main.open_first(workplace, [])
    assert [window.session.path for window in workplace.windows] == paths


def test_a_second_new_document_takes_its_own_window(window, qtbot):
    window.opening.create_blank()
    window.editor.insert("已经写了")
    window.run_command("new")
    (_, second) = window.workplace.windows
    assert second.isVisible()
    page = second.pages.currentWidget()
    qtbot.waitUntil(page.search.hasFocus)


def test_enter_in_a_field_creates_the_draft_with_the_first_open_place_selected(window, page, qtbot):
    page.search.setText("gzyd")
    field = next(edit for edit in page.edits.values() if not isinstance(edit, QComboBox))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    first = slots(window.session.document())[0].span
    assert window.editor.caret() == first
    window.run_command("next-slot")
    assert window.editor.caret() == slots(window.session.document())[1].span
    window.run_command("previous-slot")
    assert window.editor.caret() == first


def test_files_of_one_name_are_told_apart_by_their_folder(window, workplace):
    workplace.remember(recent=("/公文/去年/总结.docx", "/公文/今年/总结.docx", "/公文/要点.txt"))
    window.show_start_page()
    page = window.pages.currentWidget()
    shown = [page.recent.item(row).text() for row in range(page.recent.count())]
    assert shown == ["总结.docx（去年）", "总结.docx（今年）", "要点.txt"]
