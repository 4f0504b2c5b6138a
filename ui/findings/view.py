"""The list of findings as a view: its keys bring what they go to into view."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeView, QWidget

from ui import theme


class FindingsView(QTreeView):
    """A tree of groups and their findings."""

    stepped = Signal(QModelIndex)  # a key has gone to another row

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setMinimumHeight(theme.grown(56))
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setAccessibleName("问题列表")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell where a key has gone."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.stepped.emit(self.currentIndex())
