"""The shelves of the common formulations, and what the preview says of one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from snippet_window import OWN_ONE, keep, titles, type_query

from app.snippets import Snippet
from ui.snippets.shelves import FAVOURITES, OWN, RECENT


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


def test_own_ones_without_a_category_stand_on_one_shelf(draft, panel):
    keep(draft, Snippet("own-1", "挂牌督战，逐项销号。", OWN))
    panel.choose_shelf()
    assert [item.text(0) for item in panel.tree.items()].count(OWN) == 1


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
