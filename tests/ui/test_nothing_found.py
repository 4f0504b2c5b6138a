"""A search that finds nothing says so, and Enter on that does nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.dialogs.go_to import GoToDialog
from ui.dialogs.palette import PaletteDialog
from ui.dialogs.shortcuts import ShortcutsDialog


def opened(window, command, kind):
    window.run_command(command)
    QApplication.processEvents()
    return window.findChild(kind)


def test_the_palette_says_so(window, qtbot):
    dialog = opened(window, "palette", PaletteDialog)
    ran = []
    dialog.run_wished.connect(ran.append)
    qtbot.keyClicks(dialog.search, "qqqqq")
    assert "没有找到" in dialog.list.item(0).text()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(dialog.search, key)
    qtbot.mouseClick(
        dialog.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.list.visualItemRect(dialog.list.item(0)).center(),
    )
    assert dialog.isVisible()
    assert ran == []
    dialog.search.clear()
    assert dialog.list.count() > 50
    dialog.close()


def test_the_list_of_places_says_so(window, qtbot):
    dialog = opened(window, "go-to", GoToDialog)
    assert "还没有标题" in dialog.list.item(0).text()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.close()


def test_the_table_of_keys_says_so(window, qtbot):
    dialog = opened(window, "shortcuts", ShortcutsDialog)
    qtbot.keyClicks(dialog.search, "qqqqq")
    assert "没有找到" in dialog.state.text()
    dialog.search.clear()
    assert dialog.state.text() == ""
    dialog.close()


def test_the_manual_says_so_and_finds_again(window):
    window.run_command("manual")
    manual = window.workplace.manual
    manual.search.setText("没有这样的词")
    assert "没有找到" in manual.text.toPlainText()
    manual.search.setText("f9")
    assert "F9" in manual.text.toPlainText()
    manual.close()


def test_selected_text_is_readable_in_every_theme(window):
    for name in ("light", "dark", "contrast"):
        window.workplace.change(theme=name)
        palette = window.editor.palette()
        ground, text = (
            palette.color(QPalette.ColorRole.Highlight),
            palette.color(QPalette.ColorRole.HighlightedText),
        )
        assert contrast(ground, text) > 4.5, name


def contrast(one: QColor, other: QColor) -> float:
    """Return the ratio of lightness as WCAG 2 has it."""
    high, low = sorted((lightness(one), lightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lightness(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
