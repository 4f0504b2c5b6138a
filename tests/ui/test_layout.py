"""The layout of a document chosen in the status bar, as a user chooses it."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu
from wordml import p, package, r

from ui.window import Window

FACED = '<w:rFonts w:eastAsia="楷体"/><w:color w:val="FF0000"/>'
BODY = (
    p(r("　　　关于检查的通知"))
    + p(r("　　正文一段", FACED), r("写在这里。"), properties='<w:jc w:val="center"/>')
    + p(r("末段。"))
)
INSERTED = '<w:ins w:id="1" w:author="张三" w:date="2026-03-05T14:20:00Z">'
NATIONAL = "国标版式（GB/T 9704-2012）"


@pytest.fixture
def opened(window, tmp_path):
    def open_with(body: str) -> Window:
        path = tmp_path / "稿.docx"
        path.write_bytes(package(body))
        window.open_path(path)
        window.details.refresh()
        return window

    return open_with


def choose(window: Window, qtbot, title: str) -> None:
    qtbot.mouseClick(window.status.layout_name, Qt.MouseButton.LeftButton)
    menus = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    found = next(action for menu in menus for action in menu.actions() if action.text() == title)
    found.trigger()
    for menu in menus:
        menu.close()
    window.details.refresh()


def written(window: Window) -> str:
    with zipfile.ZipFile(window.session.path) as archive:
        return archive.read("word/document.xml").decode()


def test_the_status_bar_names_the_layout(opened, qtbot):
    window = opened(BODY)
    assert window.status.layout_name.text() == "原文件版式"
    choose(window, qtbot, NATIONAL)
    assert window.status.layout_name.text() == NATIONAL


def ticked(window: Window, qtbot) -> list[str]:
    qtbot.mouseClick(window.status.layout_name, Qt.MouseButton.LeftButton)
    menus = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    found = [one.text() for menu in menus for one in menu.actions() if one.isChecked()]
    for menu in menus:
        menu.close()
    return found


def test_the_list_of_layouts_ticks_the_one_in_force(opened, qtbot):
    window = opened(BODY)
    assert ticked(window, qtbot) == ["原文件版式"]
    choose(window, qtbot, NATIONAL)
    assert ticked(window, qtbot) == [NATIONAL]


def test_the_layout_is_chosen_by_keys_where_its_name_has_no_room(opened, qtbot):
    window = opened(BODY)
    window.say("字" * 90)
    assert not window.status.layout_name.isVisible()
    window.run_command("layout")
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    assert menu.activeAction().text() == "原文件版式"
    assert menu.actions()[0].text() == NATIONAL
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    window.details.refresh()
    assert window.status.layout_name.text() == NATIONAL


def test_what_the_layout_leaves_out_goes_from_the_text_and_comes_back_with_undo(opened, qtbot):
    window = opened(BODY)
    before = window.session.document()
    choose(window, qtbot, NATIONAL)
    assert window.session.document().texts[:2] == ("关于检查的通知", "正文一段写在这里。")
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.document() == before


def test_saving_again_does_not_bring_the_old_looks_back(opened, qtbot):
    window = opened(BODY)
    choose(window, qtbot, NATIONAL)
    window.save_as(window.session.path)
    window.go_to_end_of(1)
    qtbot.keyClicks(window.editor, "new")
    window.save_as(window.session.path)
    text = written(window)
    assert "new" in text
    assert "楷体" not in text
    assert "FF0000" not in text
    assert "<w:jc" not in text
    assert "　" not in text


def test_what_stays_behind_is_asked_about_first(opened, qtbot, answers):
    window = opened(BODY + p(r("又一段"), f"{INSERTED}{r('新')}</w:ins>"))
    answers.choices = ["cancel"]
    choose(window, qtbot, NATIONAL)
    assert "1处修订" in answers.told[0]
    assert window.session.details.layout is None
    answers.choices = ["change"]
    choose(window, qtbot, NATIONAL)
    assert window.session.details.layout == "gbt9704"


def test_the_layout_chosen_that_a_text_stands_in_leaves_nothing_to_save(window, tmp_path, qtbot):
    path = tmp_path / "通知.txt"
    path.write_text("关于开会的通知\n", encoding="utf-8")
    window.open_path(path)
    window.details.refresh()
    choose(window, qtbot, NATIONAL)
    assert not window.session.modified


def test_a_draft_keeps_the_layout_it_was_saved_in(window, tmp_path, qtbot):
    qtbot.keyClicks(window.editor, "draft")
    window.save_as(tmp_path / "新.docx")
    window.details.refresh()
    assert window.status.layout_name.text() == NATIONAL
    window.open_path(tmp_path / "新.docx")
    window.details.refresh()
    assert window.status.layout_name.text() == NATIONAL
    assert not window.session.modified


@pytest.mark.parametrize(("columns", "offered"), [(11, True), (4, False)])
def test_a_table_with_many_columns_is_told_of(opened, qtbot, columns, offered):
    cell = "<w:tc><w:tcPr/>" + p(r("内容")) + "</w:tc>"
    grid = '<w:gridCol w:w="800"/>' * columns
    row = f"<w:tr>{cell * columns}</w:tr>"
    window = opened(BODY + f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>" + BODY)
    choose(window, qtbot, NATIONAL)
    told = window.status.currentMessage()
    assert ("有 1 个表格较宽，可用“格式 › 表格横排或竖排”横排。" in told) is offered


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """Return the folder of the office's own layouts; opening it is only written down."""
    monkeypatch.setenv("WENHENG_HOME", str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toLocalFile()))
    seen: list[str] = []
    return tmp_path / "data" / "layouts"


def test_the_offices_own_layout_begins_with_one_to_go_by(opened, qtbot, answers, folder):
    window = opened(BODY)
    choose(window, qtbot, "本单位的版式…")
    assert [path.name for path in folder.iterdir()] == ["本单位版式.toml"]
    assert str(folder) in answers.told[-1]
    choose(window, qtbot, "本单位版式")
    assert window.session.details.layout == "本单位版式"
    assert window.status.layout_name.text() == "本单位版式"


def test_a_layout_changed_meanwhile_counts_when_the_list_is_opened(opened, qtbot, folder):
    folder.mkdir(parents=True)
    window = opened(BODY)
    own = folder / "本局.toml"  # added while the program runs
    own.write_text('base = "gbt9704"\nname = "本局版式"\n', "utf-8")
    choose(window, qtbot, "本局版式")
    window.save_as(window.session.path)
    own.write_text('base = "gbt9704"\nname = "本局新版式"\n[grid]\npitch = 28.0\n', "utf-8")
    qtbot.mouseClick(window.status.layout_name, Qt.MouseButton.LeftButton)
    (menu,) = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    assert "本局新版式" in [action.text() for action in menu.actions()]
    menu.close()
    assert window.session.modified
    window.save_as(window.session.path)
    with zipfile.ZipFile(window.session.path) as archive:
        assert 'w:linePitch="560"' in archive.read("word/document.xml").decode()
    assert not window.session.modified


def test_a_layout_gone_wrong_while_it_is_used_stays_as_it_was(opened, qtbot, folder):
    folder.mkdir(parents=True)
    own = folder / "本局.toml"
    own.write_text('base = "gbt9704"\nname = "本局版式"\n', "utf-8")
    window = opened(BODY)
    choose(window, qtbot, "本局版式")
    own.write_text("name = ", "utf-8")
    choose(window, qtbot, "本局版式")
    assert window.status.layout_name.text() == "本局版式"
    window.save_as(window.session.path)
    assert not window.session.modified


def test_a_wrong_layout_file_is_told_of_in_the_menu(opened, qtbot, folder):
    folder.mkdir(parents=True)
    (folder / "错.toml").write_text("name = ", "utf-8")
    window = opened(BODY)
    qtbot.mouseClick(window.status.layout_name, Qt.MouseButton.LeftButton)
    (menu,) = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    told = [action for action in menu.actions() if "错.toml" in action.text()]
    assert [action.isEnabled() for action in told] == [False]
    menu.close()
