"""The common formulations as a user finds them and puts them in."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from snippet_window import SHIFT, texts, type_query

from app.document.model import Span
from app.snippets import Place, Snippet
from ui.snippets.call import SnippetCall


def test_pinyin_typed_in_the_panel_finds_and_enter_inserts_and_leaves(draft, panel, qtbot):
    type_query(panel, qtbot, "tuofou")
    assert panel.current().snippet.text == "妥否，请批示。"
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert texts(draft)[4] == "认真推进落实。妥否，请批示。"
    assert draft.editor.hasFocus()
    draft.editor.undo()
    assert texts(draft)[4] == "认真推进落实。"


def test_enter_right_after_the_last_letter_inserts_what_was_typed_for(draft, panel, qtbot):
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "tebiehanfu")
    panel.search.setText("特此函复")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert "特此函复" in texts(draft)[4]


def test_shift_enter_inserts_and_stays_in_the_panel(draft, panel, qtbot):
    type_query(panel, qtbot, "妥否")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return, SHIFT)
    assert panel.search.hasFocus()
    qtbot.keyClick(panel.search, Qt.Key.Key_Return, SHIFT)
    assert texts(draft)[4].count("妥否，请批示。") == 2


def test_the_arrow_keys_choose_among_what_was_found(draft, panel, qtbot):
    type_query(panel, qtbot, "请批示")
    first = panel.current().snippet
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    second = panel.current().snippet
    assert second != first
    qtbot.keyClick(panel.search, Qt.Key.Key_Up)
    assert panel.current().snippet == first
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert draft.editor.hasFocus()


def test_a_double_click_inserts(draft, panel, qtbot):
    type_query(panel, qtbot, "妥否")
    view = panel.view
    place = view.visualRect(view.rows.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert texts(draft)[4].endswith("妥否，请批示。")


def test_a_row_is_dragged_into_the_text(draft, panel, qtbot):
    type_query(panel, qtbot, "妥否")
    dragged = panel.view.rows.mimeData([panel.view.rows.index(0)])
    cursor = draft.editor.bridge.select(2, 0, 0)
    place = QPointF(draft.editor.cursorRect(cursor).center())
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(place, copy, dragged, left, Qt.KeyboardModifier.NoModifier)
    draft.editor.dropEvent(drop)
    assert "妥否，请批示。" in texts(draft)[2]


def test_the_first_slot_is_selected_and_fields_the_document_has_are_filled(draft):
    draft.session.set_details(draft.session.details.with_field("单位", "县财政局"))
    draft.phrases.insert(Snippet("x", "由【单位】牵头，【配合单位】配合。", "甲"))
    assert texts(draft)[4] == "认真推进落实。由县财政局牵头，【配合单位】配合。"
    assert draft.editor.textCursor().selectedText() == "【配合单位】"


def test_several_lines_become_paragraphs_in_one_step(draft):
    before = texts(draft)
    draft.phrases.insert(Snippet("x", "在“深”字上下功夫\n在“实”字上下功夫", "标题句式"))
    assert texts(draft)[4:6] == ("认真推进落实。在“深”字上下功夫", "在“实”字上下功夫")
    draft.editor.undo()
    assert texts(draft) == before


def test_alt_slash_opens_the_search_at_the_caret(draft, qtbot):
    qtbot.keyClick(draft.editor, Qt.Key.Key_Slash, Qt.KeyboardModifier.AltModifier)
    call = draft.editor.findChild(SnippetCall)
    assert call.search.hasFocus()
    qtbot.keyClicks(call.search, "tuofou")
    qtbot.keyClick(call.search, Qt.Key.Key_Return, SHIFT)
    assert call.isVisible()
    qtbot.keyClick(call.search, Qt.Key.Key_Return)
    assert call.isHidden()
    assert draft.editor.hasFocus()
    assert texts(draft)[4].count("妥否，请批示。") == 2
    draft.run_command("insert-snippet")
    qtbot.keyClick(call.search, Qt.Key.Key_Escape)
    assert call.isHidden()
    assert draft.editor.hasFocus()


def test_the_search_at_the_caret_closes_when_the_writer_goes_on_elsewhere(draft, qtbot):
    draft.run_command("insert-snippet")
    call = draft.editor.findChild(SnippetCall)
    place = draft.editor.cursorRect(draft.editor.bridge.select(1, 0, 0)).center()
    qtbot.mouseClick(draft.editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert call.isHidden()


def test_what_fits_the_place_of_the_caret_is_suggested(draft, panel):
    draft.editor.show_span(Span(0, 0, 0))
    panel.focus_search()
    assert {row.snippet.place for row in panel.view.rows.rows[:5]} == {Place.TITLE}


def test_the_day_of_the_document_decides_what_is_out_of_date(draft):
    assert draft.phrases.here().day.year == 2026
    assert draft.phrases.here().day > dt.date(2026, 1, 1)


# Abbreviations.


def test_an_abbreviation_at_the_caret_is_expanded_and_taken_back(draft):
    draft.phrases.insert(Snippet("x", "增强“四个意识”，", "甲"))
    draft.editor.show_span(Span(4, 11, 11))
    draft.run_command("expand-phrase")
    assert texts(draft)[4].endswith("增强政治意识、大局意识、核心意识、看齐意识，")
    draft.run_command("contract-phrase")
    assert texts(draft)[4].endswith("增强“四个意识”，")
    draft.editor.undo()
    draft.editor.undo()
    assert texts(draft)[4].endswith("增强“四个意识”，")


def test_where_there_is_no_abbreviation_the_status_line_says_what_to_do(draft):
    draft.run_command("expand-phrase")
    assert "没有能展开的简称" in draft.status.currentMessage()
    draft.run_command("contract-phrase")
    assert "没有能收成简称" in draft.status.currentMessage()
