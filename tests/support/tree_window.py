"""A window with a drafted text, and its tree as users handle it: chosen rows, keys, labels."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from app.document.model import document
from app.document.outline import outline, walk
from app.document.recognize import recognized

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LINES = (
    "清河县2026年工作要点",
    "一、抓学习",
    "（一）抓班子。理论中心组每月学习一次。",
    "（二）抓支部。每季度上一次党课。",
    "二、抓项目",
    "（一）抓开工。",
    "（二）抓竣工。",
    "（三）抓投产。",
    "三、抓落实",
    "逐项销号。",
)


def draft(window, *lines):
    """Show a text of these lines, its tree unfolded."""
    window.show_document(recognized(document(*(lines or LINES))), "要点", unsaved=False)
    window.refresh_outline()
    window.outline.expand_to(4)
    return window


def labels(window):
    """Return the tree as it is shown, having made sure that it is the tree of the text."""
    window.refresh_outline()
    model = window.outline.model
    shown = [model.row_of(index).label for index in model.indexes()]
    held = [f"{n.number}{n.text}" for n in walk(outline(window.session.document()))]
    assert shown == held
    return shown


def tops(window):
    """Return the labels of the first level."""
    return [label for label in labels(window) if label[1] == "、"]


def index_of(window, text):
    """Return the index of the row with a title, an invalid one for None."""
    model = window.outline.model
    if text is None:
        return QModelIndex()
    return next(i for i in model.indexes() if model.node(i).text == text)


def choose(window, *texts):
    """Give the tree the focus and select the rows with these titles."""
    window.activateWindow()
    QApplication.processEvents()
    window.outline.view.setFocus()
    selection = window.outline.view.selectionModel()
    selection.clear()
    for text in texts:  # not by the view, which heeds the keys of the last click
        selection.setCurrentIndex(index_of(window, text), selection.SelectionFlag.Select)


def texts(window):
    """Return the paragraphs of the text."""
    return window.editor.snapshot().texts


def caret_text(window):
    """Return what stands in the paragraph of the caret."""
    return window.editor.snapshot().blocks[window.editor.caret().block].text
