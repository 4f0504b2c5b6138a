"""A window with a draft, and the common formulations in it as a user handles them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.snippets import Snippet

SHIFT = Qt.KeyboardModifier.ShiftModifier
OWN_ONE = Snippet(
    "", "推行亮灯督办工作法，按周通报【事项】。", "我的表述/督查", "亮灯督办", ("督查",)
)


def type_query(panel, qtbot, text):
    """Search in the panel: letters by keys, characters as an input method brings them."""
    panel.search.setFocus()
    panel.search.clear()
    qtbot.keyClicks(panel.search, text) if text.isascii() else panel.search.insert(text)
    qtbot.waitUntil(lambda: not panel.searching)


def titles(panel):
    """Return the titles of the rows shown."""
    return [row.snippet.title for row in panel.view.rows.rows]


def keep(window, *snippets):
    """Keep own snippets as a dialog does."""
    window.workplace.stock.keep(snippets)
    window.workplace.stock.changed.emit()


def texts(window):
    """Return the paragraphs of the text."""
    return window.editor.snapshot().texts
