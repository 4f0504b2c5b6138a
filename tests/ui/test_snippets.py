"""The common formulations as a user drives them: found, put in, kept, brought in and out."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.document.model import Span
from app.snippets import Place, Snippet, opened
from app.snippets.store import NAME
from ui import main
from ui.dialogs.snippet_edit import SnippetDialog
from ui.dialogs.snippet_harvest import HarvestDialog
from ui.dialogs.snippet_import import ImportDialog
from ui.snippet_call import SnippetCall
from ui.snippet_tree import FAVOURITES, OWN, RECENT

DRAFT = "清河县2026年工作要点\n一、抓学习\n扎实开展学习。\n二、抓落实\n认真推进落实。\n"
SHIFT = Qt.KeyboardModifier.ShiftModifier
OWN_ONE = Snippet(
    "", "推行亮灯督办工作法，按周通报【事项】。", "我的表述/督查", "亮灯督办", ("督查",)
)


@pytest.fixture
def draft(window, tmp_path):
    path = tmp_path / "要点.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.open_path(path)
    window.go_to_end_of(4)
    return window


@pytest.fixture
def panel(draft):
    draft.run_command("to-snippets")
    return draft.snippets


def type_query(panel, qtbot, text):
    panel.search.setFocus()
    panel.search.clear()
    qtbot.keyClicks(panel.search, text) if text.isascii() else panel.search.insert(text)
    qtbot.waitUntil(lambda: not panel.searching)


def titles(panel):
    return [row.snippet.title for row in panel.view.rows.rows]


def keep(window, *snippets):
    window.workplace.stock.keep(snippets)
    window.workplace.stock.changed.emit()


def texts(window):
    return window.editor.snapshot().texts


# Finding and putting in.


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


# Shelves.


def test_favourites_are_starred_in_the_panel_and_have_a_shelf(panel, qtbot):
    type_query(panel, qtbot, "妥否")
    qtbot.mouseClick(panel.star, Qt.MouseButton.LeftButton)
    assert panel.current().favourite
    panel.search.clear()
    panel.show_shelf(FAVOURITES, "")
    assert titles(panel) == ["妥否，请批示"]
    qtbot.mouseClick(panel.star, Qt.MouseButton.LeftButton)
    assert titles(panel) == []
    assert "收藏" in panel.preview.note.text()


def test_the_shelf_of_the_recent_ones_has_the_last_first(panel, qtbot):
    for query in ("妥否", "特此函复"):
        type_query(panel, qtbot, query)
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    panel.search.clear()
    panel.show_shelf(RECENT, "")
    assert titles(panel) == ["特此函复", "妥否，请批示"]


def test_the_tree_has_counts_and_a_click_shows_a_category(draft, panel, qtbot):
    keep(draft, OWN_ONE)
    qtbot.mouseClick(panel.shelves, Qt.MouseButton.LeftButton)
    tree = panel.tree
    named = {item.text(0): item for item in tree.items()}
    assert named[OWN].text(1) == "1"
    assert int(named["措施"].text(1)) > 100
    place = tree.visualItemRect(named["措施"]).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.shelves.text() == "措施"
    assert {row.snippet.category.split("/")[0] for row in panel.view.rows.rows} == {"措施"}
    type_query(panel, qtbot, "安全")
    assert {row.snippet.category.split("/")[0] for row in panel.view.rows.rows} == {"措施"}


def test_the_tree_is_worked_with_the_keyboard(panel, qtbot):
    panel.choose_shelf()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert panel.shelves.text() == FAVOURITES
    panel.choose_shelf()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is panel.view


def test_slots_are_marked_in_the_preview(panel, qtbot):
    type_query(panel, qtbot, "会议议定")
    assert "【单位】</span>" in panel.preview.text.toHtml()


def test_what_is_out_of_date_for_the_document_says_so_and_leads_to_its_successor(panel, qtbot):
    type_query(panel, qtbot, "二十届二中、三中全会精神")
    row = next(n for n, row in enumerate(panel.view.rows.rows) if not row.holds)
    panel.view.setCurrentIndex(panel.view.rows.index(row))
    assert "已不在适用时间内" in panel.preview.note.text()
    panel.preview.note.linkActivated.emit("next")
    assert panel.current().snippet.id == "plenum-20-all"
    assert panel.current().holds


def test_what_is_newer_than_the_document_is_not_called_outdated(window, tmp_path, qtbot):
    path = tmp_path / "总结.txt"
    path.write_text("清河县2024年工作总结\n（2024年12月20日）\n一、抓学习\n", encoding="utf-8")
    window.open_path(path)
    window.run_command("to-snippets")
    type_query(window.snippets, qtbot, "二十届四中全会精神")
    rows = {row.snippet.text: row.lapse for row in window.snippets.view.rows.rows}
    assert rows["党的二十届四中全会精神"] == "还没有启用"
    type_query(window.snippets, qtbot, "十九届二中、三中全会精神")
    rows = {row.snippet.text: row.lapse for row in window.snippets.view.rows.rows}
    assert "已过时" in rows.values()


# Own snippets.


def test_a_selection_is_kept_with_slots_for_its_particulars(draft, qtbot):
    draft.phrases.insert(Snippet("x", "2026年3月5日走访企业12家。", "甲"))
    draft.editor.setTextCursor(draft.editor.bridge.select(4, 7, 24))
    draft.run_command("save-snippet")
    dialog = draft.findChild(SnippetDialog)
    assert dialog.text.toPlainText() == "【日期】走访企业【数】家。"
    dialog.slots.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.text.toPlainText() == "【日期】走访企业12家。"
    dialog.title.setText("走访企业")
    dialog.category.setCurrentText("我的表述/调研")
    dialog.tags.setText("走访，企业")
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    (kept,) = draft.workplace.library.store.all()
    assert (kept.title, kept.category) == ("走访企业", "我的表述/调研")
    assert kept.tags == ("走访", "企业")
    assert kept.text == "【日期】走访企业12家。"


def test_a_snippet_without_text_cannot_be_kept(draft):
    draft.run_command("new-snippet")
    dialog = draft.findChild(SnippetDialog)
    assert not dialog.keep_button.isEnabled()
    dialog.text.setPlainText("压实责任【单位")
    assert "成对" in dialog.warning.text()
    dialog.text.setPlainText("压实责任。")
    assert dialog.keep_button.isEnabled()
    dialog.reject()


def test_an_own_snippet_is_edited_in_place_and_a_shipped_one_is_copied(draft, panel, qtbot):
    keep(draft, OWN_ONE)
    type_query(panel, qtbot, "亮灯督办")
    qtbot.mouseClick(panel.edit, Qt.MouseButton.LeftButton)
    dialog = draft.findChild(SnippetDialog)
    dialog.text.setPlainText("推行亮灯督办。")
    dialog.keep_button.click()
    store = draft.workplace.library.store
    assert [one.text for one in store.all()] == ["推行亮灯督办。"]
    type_query(panel, qtbot, "妥否")
    qtbot.mouseClick(panel.edit, Qt.MouseButton.LeftButton)
    copying = next(d for d in draft.findChildren(SnippetDialog) if d is not dialog)
    copying.text.setPlainText("妥否，请批示为盼。")
    copying.keep_button.click()
    assert store.count() == 2
    assert [row.own for row in panel.view.rows.rows].count(True) == 1


def test_a_deleted_snippet_comes_back_with_one_click(draft, panel, qtbot):
    keep(draft, OWN_ONE)
    type_query(panel, qtbot, "亮灯督办")
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert "亮灯督办" not in titles(panel)
    assert "已删除" in panel.told.words.text()
    qtbot.mouseClick(panel.told.undo, Qt.MouseButton.LeftButton)
    assert titles(panel)[0] == "亮灯督办"
    assert panel.told.isHidden()


def test_what_is_shipped_cannot_be_deleted(panel, qtbot):
    type_query(panel, qtbot, "妥否")
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert titles(panel)[0] == "妥否，请批示"


def test_the_menu_over_a_row_offers_what_can_be_done_with_it(draft, panel, qtbot):
    keep(draft, OWN_ONE)
    type_query(panel, qtbot, "亮灯督办")
    draft.phrases.show_menu(QPoint(10, 10), panel.current().snippet)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert {"插入", "收藏", "编辑…", "删除"} <= set(offered)
    offered["删除"].trigger()
    menu.close()
    assert draft.workplace.library.store.count() == 0


def test_two_windows_show_the_same_own_snippets(draft, workplace, qtbot):
    other = main.make_window(workplace)
    other.show()
    other.run_command("to-snippets")
    type_query(other.snippets, qtbot, "亮灯督办")
    keep(draft, OWN_ONE)
    assert titles(other.snippets)[0] == "亮灯督办"


# In and out of files.


def test_a_file_is_imported_with_a_summary_and_a_second_time_nothing_is_new(
    draft, answers, tmp_path, qtbot
):
    path = tmp_path / "表.csv"
    path.write_text("标题,内容,位置\n甲,真抓实干抓到底。,天上\n乙,,\n", encoding="utf-8")
    answers.files = [path, path]
    draft.run_command("import-snippets")
    dialog = draft.findChild(ImportDialog)
    qtbot.waitUntil(lambda: "新增 1 条" in dialog.words.text())
    assert "第3行没有内容" in dialog.notes.text()
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: draft.workplace.library.store.count() == 1)
    qtbot.waitUntil(lambda: "已导入 1 条" in draft.snippets.told.words.text())
    draft.run_command("import-snippets")
    again = next(d for d in draft.findChildren(ImportDialog) if d is not dialog)
    qtbot.waitUntil(lambda: "1 条已经有了" in again.words.text())
    assert not again.take_button.isEnabled()
    again.reject()


def test_many_are_imported_with_progress_and_may_be_stopped(draft, answers, tmp_path, qtbot):
    path = tmp_path / "多.txt"
    path.write_text("\n".join(f"第{n}条真抓实干。" for n in range(2000)), encoding="utf-8")
    answers.files = [path]
    draft.run_command("import-snippets")
    dialog = draft.findChild(ImportDialog)
    qtbot.waitUntil(dialog.take_button.isEnabled)
    dialog.take_button.click()
    qtbot.waitUntil(lambda: dialog.bar.value() >= 100)
    dialog.cancel_button.click()
    count = draft.workplace.library.store.count()
    assert 100 <= count < 2000
    assert f"存入了 {count} 条" in draft.snippets.told.words.text()


def test_a_file_that_cannot_be_read_is_told_by_its_name(draft, answers, tmp_path, qtbot):
    path = tmp_path / "坏的.toml"
    path.write_text("[[", encoding="utf-8")
    answers.files = [path]
    draft.run_command("import-snippets")
    qtbot.waitUntil(lambda: bool(answers.told))
    assert "坏的.toml" in answers.told[-1]


def test_own_snippets_are_exported_and_come_back_elsewhere(draft, answers, tmp_path):
    keep(draft, OWN_ONE)
    answers.saves = [tmp_path / "导出.toml"]
    draft.run_command("export-snippets")
    assert "已导出 1 条" in answers.told[-1]
    from app.snippets.exchange import read

    (found,) = read(tmp_path / "导出.toml").snippets
    assert (found.text, found.tags) == (OWN_ONE.text, OWN_ONE.tags)


def test_without_own_snippets_there_is_nothing_to_export(draft, answers):
    draft.run_command("export-snippets")
    assert "没有可导出的" in answers.told[-1]


def test_old_documents_are_harvested_and_chosen_proposals_kept(draft, answers, tmp_path, qtbot):
    folder = tmp_path / "旧文稿"
    (folder / "2024").mkdir(parents=True)
    for name, count in (("2024/a.txt", 12), ("b.txt", 15)):
        (folder / name).write_text(
            f"工作总结\n一、抓学习\n坚持一线工作法，推动问题在一线解决。走访企业{count}家，群众满意。\n",
            encoding="utf-8",
        )
    (folder / "坏.docx").write_bytes(b"nothing")
    answers.files = [folder]
    draft.run_command("harvest-snippets")
    dialog = draft.findChild(HarvestDialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0)
    assert "读了 2 篇" in dialog.words.text()
    assert "1 个文件打不开" in dialog.words.text()
    found = {item.text(0): item for item in dialog.items()}
    chosen = found["坚持一线工作法，推动问题在一线解决。"]
    assert chosen.text(3) == "2"
    assert any("走访企业【数】家" in text for text in found)
    assert not dialog.keep_button.isEnabled()
    chosen.setCheckState(0, Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    (kept,) = draft.workplace.library.store.all()
    assert kept.text == "坚持一线工作法，推动问题在一线解决。"
    assert kept.category == "我的表述/采集"


def test_all_proposals_of_a_place_are_taken_in_bulk(draft, answers, tmp_path, qtbot):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(
            "工作总结\n坚持一线工作法，推动问题在一线解决。\n一、抓学习\n紧盯重点任务，逐项挂图作战。\n",
            encoding="utf-8",
        )
    answers.files = [tmp_path]
    draft.run_command("harvest-snippets")
    dialog = draft.findChild(HarvestDialog)
    qtbot.waitUntil(lambda: dialog.filter.count() > 2)
    dialog.filter.setCurrentIndex(1)
    dialog.every_button.click()
    seen = [item for item in dialog.items() if not item.isHidden()]
    assert 0 < len(seen) < len(dialog.items())
    assert dialog.keep_button.text() == f"存入 {len(seen)} 条"
    dialog.reject()


def test_harvesting_is_given_up_when_the_dialog_is_closed(draft, answers, tmp_path):
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text("工作总结\n坚持一线工作法。\n" * 50, "utf-8")
    answers.files = [tmp_path]
    draft.run_command("harvest-snippets")
    dialog = draft.findChild(HarvestDialog)
    dialog.reject()
    assert draft.workplace.library.store.count() == 0


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


# Completion, the store, the shared folder.


def filled(stock):
    stock.offers("甲乙")
    return stock.ready


def wait_filled(stock, qtbot):
    qtbot.waitUntil(lambda: filled(stock), timeout=30_000)  # idle slices: long where all is busy


def test_what_is_written_twice_and_saved_is_offered(draft, qtbot):
    stock = draft.workplace.stock
    wait_filled(stock, qtbot)
    for text in ("推行亮灯督办工作法。", "全面推行亮灯督办工作法。推行亮灯督办工作法。"):
        draft.editor.insert(text)
        draft.run_command("save")
    assert "督办工作法" in [offer.rest for offer in stock.offers("要求：推行亮灯")]


def test_what_is_kept_or_deleted_changes_what_is_offered(draft, qtbot):
    stock = draft.workplace.stock
    many = [Snippet(f"own-{n}", f"挂牌督战第{n}轮行动。", "我的表述") for n in range(40)]
    stock.offers("甲乙")  # the reading of the phrases begins
    stock.keep(many[:1])
    wait_filled(stock, qtbot)
    assert stock.offers("挂牌督战")
    stock.keep(many)
    wait_filled(stock, qtbot)
    assert len(stock.offers("挂牌督战")) > 1
    for one in many:
        stock.delete(one.id)
    wait_filled(stock, qtbot)
    assert stock.offers("挂牌督战") == []
    stock.restore()
    wait_filled(stock, qtbot)
    assert {offer.rest.rstrip("。") for offer in stock.offers("挂牌督战")} == {"第39轮行动"}


def test_phrases_are_offered_while_typing_and_the_setting_switches_that_off(draft, qtbot):
    stock = draft.workplace.stock
    wait_filled(stock, qtbot)
    draft.details.refresh()
    assert draft.details.offers("坚持真抓")
    draft.workplace.change(completion=False)
    assert not draft.details.offers("坚持真抓")


def test_a_damaged_store_is_replaced_and_the_user_told(window, workplace):
    folder = workplace.folders.data / "snippets"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(b"not a database, but something the user may want back" * 99)
    window.run_command("to-snippets")
    assert "已损坏" in window.banner.text
    assert window.snippets.current() is not None


def test_a_store_of_a_later_version_leaves_the_shipped_ones_usable(window, workplace):
    import sqlite3

    folder = workplace.folders.data / "snippets"
    opened(folder).store.close()
    raw = sqlite3.connect(folder / NAME)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    window.run_command("to-snippets")
    assert "升级" in window.banner.text
    assert window.snippets.current() is not None


def test_closing_the_last_window_keeps_a_backup(draft, answers, workplace):
    keep(draft, OWN_ONE)
    answers.choices = ["discard"]
    draft.close()
    assert (workplace.folders.data / "snippets" / "snippets-backup.sqlite3").is_file()


def test_a_shared_folder_is_read_beside_the_writing_and_may_be_absent(
    draft, panel, tmp_path, qtbot
):
    shared = tmp_path / "共享"
    draft.workplace.change(shared_snippets=str(shared))
    qtbot.waitUntil(lambda: "共享" in draft.banner.text)
    shared.mkdir()
    (shared / "局里.toml").write_text(
        '[[snippets]]\nid = "a"\ncategory = "局里"\ntext = "挂图作战、销号管理。"\n', "utf-8"
    )
    draft.workplace.change(shared_snippets="")
    draft.workplace.change(shared_snippets=str(shared))
    type_query(panel, qtbot, "挂图作战")
    qtbot.waitUntil(lambda: panel.current().snippet.category == "局里")
    assert not panel.current().own


def test_the_day_of_the_document_decides_what_is_out_of_date(draft):
    assert draft.phrases.here().day.year == 2026
    assert draft.phrases.here().day > dt.date(2026, 1, 1)
