"""What is found in a table is marked where the table shows it, and pointed at there."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPaintEvent

from app import formats
from app.docx import layout as layouts
from ui.printing.art import Art
from ui.text_menu import text_menu

NATIONAL = layouts.load("gbt9704")
TABLE = 1
ROWS = (
    ("序号", "任务", "期限"),
    ("1", "完善值班制度，严格落实落实二十四小时值班和领导带班，遇有情况及时报告", "六月"),
    ("2", "按装路灯三百盏", "九月"),
    ("", "按装护栏两处", "十月"),
)


@pytest.fixture
def shown(window, qtbot, tmp_path):
    """A window with a table of three columns, the first of whose last two rows are one cell."""
    made = docx.Document()
    made.add_paragraph("现将任务下达给你们，请抓好落实。")
    table = made.add_table(len(ROWS), len(ROWS[0]), style="Table Grid")
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(2, 0).merge(table.cell(3, 0))
    for _ in range(60):
        made.add_paragraph("表后的正文。")
    made.save(str(tmp_path / "任务.docx"))
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    window.open_path(tmp_path / "任务.docx")
    qtbot.waitUntil(lambda: finding_of(window, "落实") is not None, timeout=30_000)
    return window


def finding_of(window, word: str):
    """Return the first finding that speaks of a word, None where there is none."""
    return next((f for f in window.editor.underlines.findings() if word in f.message), None)


def art_of(window) -> Art:
    block = window.editor.bridge.block(TABLE)
    return Art(block, NATIONAL, formats.objects(window.session.origin)[block.object])


def at(window, words: str) -> int:
    return window.editor.bridge.block(TABLE).text.index(words)


def place(window, words: str) -> QPoint:
    """Return the middle of some words of the table in the viewport."""
    art, layout = art_of(window), window.editor.bridge.layout
    left, top, wide, high = art.stretches(at(window, words), at(window, words) + len(words))[0]
    area = layout.blockBoundingRect(window.editor.bridge.text.findBlockByNumber(TABLE))
    scale = area.width() / art.width
    inset = (area.height() - art.height * scale) / 2
    page = area.topLeft().toPoint() + QPoint(
        round((left + wide / 2) * scale), round(inset + (top + high / 2) * scale)
    )
    return page - QPoint(0, window.editor.verticalScrollBar().value())


def seen(window, words: str) -> QImage:
    """Return how some words of the table look on the screen, with what is below them."""
    where = place(window, words)
    return window.editor.viewport().grab(QRect(where - QPoint(30, 10), QSize(60, 24))).toImage()


def test_each_character_is_found_again_where_it_is_shown(shown):
    art, text = art_of(shown), shown.editor.bridge.block(TABLE).text
    for offset, char in enumerate(text):
        stretches = art.stretches(offset, offset + 1)
        if char in "\t\n":
            assert stretches == []
            continue
        ((left, top, wide, high),) = stretches
        assert art.at(left + wide / 2, top + high / 2) == offset


def test_words_over_two_lines_of_a_cell_are_two_stretches(shown):
    art, row = art_of(shown), at(shown, ROWS[1][1])
    stretches = art.stretches(row, row + len(ROWS[1][1]))
    assert len(stretches) > 1
    assert len({left for left, *_ in stretches}) == 1
    tops = [top for _, top, *_ in stretches]
    assert tops == sorted(set(tops))


def test_the_same_words_in_two_cells_are_told_apart(shown):
    art, text = art_of(shown), shown.editor.bridge.block(TABLE).text
    first = text.index("按装")
    second = text.index("按装", first + 1)
    assert art.stretches(first, first + 2)[0][1] < art.stretches(second, second + 2)[0][1]


def test_a_finding_in_a_table_has_a_wave_there(shown):
    marked = seen(shown, "落实落实")
    assert shown.editor.finding_at(place(shown, "落实落实")) is finding_of(shown, "落实")
    shown.editor.set_findings(())
    assert seen(shown, "落实落实") != marked
    assert shown.editor.finding_at(place(shown, "落实落实")) is None


def test_the_menu_of_the_table_speaks_of_the_finding_there(shown):
    menu = text_menu(shown, place(shown, "按装路灯"))
    assert "“按装”应为“安装”" in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_what_is_chosen_in_the_list_is_brought_into_view_and_shown(shown):
    editor, finding = shown.editor, finding_of(shown, "按装")
    assert finding is not None
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    editor.show_span(finding.span)
    assert editor.viewport().rect().contains(place(shown, "按装路灯"))
    chosen = seen(shown, "按装路灯")
    cursor = editor.textCursor()
    cursor.clearSelection()
    editor.setTextCursor(cursor)
    assert seen(shown, "按装路灯") != chosen


def test_the_screen_is_painted_anew_where_the_selection_is_shown(shown, qtbot):
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return super().eventFilter(watched, event)

    editor, watch = shown.editor, Watch()
    editor.viewport().installEventFilter(watch)
    cursor = editor.bridge.select(TABLE, at(shown, "按装"), at(shown, "按装") + 2)
    editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: any(area.contains(place(shown, "按装路灯")) for area in painted))
    editor.viewport().removeEventFilter(watch)
