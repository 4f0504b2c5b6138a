"""A wide table set sideways by the writer: asked for by key or mouse, undone, saved, printed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from wordml import p, package, r

from app import formats
from app.docx import layout as layouts
from ui.printing.art import Art
from ui.printing.typeset import pages
from ui.text_menu import text_menu
from ui.window import Window

CELL = "<w:tc><w:tcPr><w:tcW w:w='800' w:type='dxa'/></w:tcPr>" + p(r("内容")) + "</w:tc>"
AT = 2  # the block of the table
NATIONAL = layouts.load("gbt9704")


def file_of() -> bytes:
    """Return a file of another program: a title, text, a table of eleven columns, text."""
    grid = '<w:gridCol w:w="800"/>' * 11
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{CELL * 11}</w:tr></w:tbl>"
    text = p(r("关于下达任务的通知")) + p(r("现将任务下达给你们，请抓好落实。"))
    return package(text + table + p(r("末段。")))


@pytest.fixture
def opened(window, tmp_path, answers):
    def open_with(content: bytes) -> Window:
        path = tmp_path / "任务.docx"
        path.write_bytes(content)
        window.open_path(path)
        window.go_to_end_of(AT)
        answers.choices.append("change")
        return window

    return open_with


def turn(window: Window) -> None:
    window.commands_by_id["turn-table"].trigger()


def stands(window: Window) -> bool | None:
    return window.editor.bridge.block(AT).across


def sheets(window: Window) -> list[str]:
    """Return the way up of the sections of the saved file."""
    with zipfile.ZipFile(window.session.path) as archive:
        text = archive.read("word/document.xml").decode()
    return [
        "across" if "landscape" in size else "upright" for size in re.findall("<w:pgSz.*?>", text)
    ]


def printed(window: Window) -> list[bool]:
    """Return for each printed page whether it stands sideways."""
    document, origin = window.session.document(), window.session.origin
    found = pages(formats.printed(document, origin), NATIONAL, formats.objects(origin))
    return [page.aside is not None for page in found]


def test_a_file_that_keeps_its_layout_is_asked_for_the_national_one_first(opened, answers):
    window = opened(file_of())
    turn(window)
    assert "保留着原文件的版式" in answers.told[-1]
    assert window.session.details.layout == "gbt9704"
    assert stands(window) is True
    assert printed(window) == [False, True, False]


def test_saying_no_changes_nothing(opened, answers):
    window = opened(file_of())
    answers.choices[:] = ["cancel"]
    before = window.session.document()
    turn(window)
    assert window.session.document() == before


def test_undo_takes_it_back_and_asking_again_stands_it_upright(opened, qtbot):
    window = opened(file_of())
    turn(window)
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stands(window) is None
    turn(window)
    turn(window)
    assert stands(window) is False
    assert printed(window) == [False]


def test_the_saved_file_has_a_section_across_as_wide_as_its_page(opened):
    window = opened(file_of())
    turn(window)
    window.save_as(window.session.path)
    assert sheets(window) == ["upright", "across", "upright"]
    assert printed(window) == [False, True, False]
    with zipfile.ZipFile(window.session.path) as archive:
        assert '<w:tblW w:w="12756"' in archive.read("word/document.xml").decode()
    again = formats.open_file(window.session.path)
    shown = pages(again.document, NATIONAL, formats.objects(again.origin))
    assert [page.aside is not None for page in shown] == [False, True, False]


def test_a_table_of_a_saved_text_is_turned_too_and_back(opened):
    window = opened(file_of())
    turn(window)
    turn(window)
    window.save_as(window.session.path)
    assert sheets(window) == ["upright"]
    turn(window)
    window.save_as(window.session.path)
    assert sheets(window) == ["upright", "across", "upright"]
    turn(window)
    window.save_as(window.session.path)
    assert sheets(window) == ["upright"]


def test_undo_after_saving_takes_it_back_on_the_page_and_in_the_file(opened, qtbot):
    window = opened(file_of())
    turn(window)
    window.save_as(window.session.path)
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stands(window) is None
    assert printed(window) == [False]
    assert window.session.modified
    window.save_as(window.session.path)
    assert sheets(window) == ["upright"]
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, redo)
    window.save_as(window.session.path)
    assert sheets(window) == ["upright", "across", "upright"]
    turn(window)
    window.save_as(window.session.path)
    assert sheets(window) == ["upright"]


def test_a_table_that_the_file_has_across_stands_upright_when_asked(opened):
    window = opened(file_of())
    turn(window)
    window.save_as(window.session.path)
    window.open_path(window.session.path)
    window.go_to_end_of(AT)
    turn(window)
    assert stands(window) is False
    assert printed(window) == [False]


def test_a_click_on_the_table_with_the_right_button_offers_it(opened):
    window = opened(file_of())
    text = window.editor.document()
    box = text.documentLayout().blockBoundingRect(text.findBlockByNumber(AT))
    menu = text_menu(window, box.center().toPoint())
    found = next(action for action in menu.actions() if action.text() == "表格横排或竖排")
    found.trigger()
    assert stands(window) is True
    menu.deleteLater()


def test_elsewhere_it_says_what_to_click(opened, answers):
    window = opened(file_of())
    window.go_to_end_of(0)
    turn(window)
    assert "先点一下要横排的表格" in window.status.currentMessage()
    assert answers.told == []


def test_the_screen_shows_it_in_the_lines_of_print(opened):
    window = opened(file_of())
    objects = formats.objects(window.session.origin)
    block = window.editor.bridge.block(AT)
    upright = Art(block, NATIONAL, objects[block.object])
    across = Art(replace(block, across=True), NATIONAL, objects[block.object])
    assert across.width == upright.width
    assert across.height == across.top(1)
    page = NATIONAL.page
    assert across.height == pytest.approx(upright.height * page.type_width / page.type_height)


def test_a_paragraph_is_not_offered_to_be_turned(opened):
    window = opened(file_of())
    menu = text_menu(window, window.editor.rect().topLeft())
    assert "表格横排或竖排" not in [action.text() for action in menu.actions()]
    menu.deleteLater()
