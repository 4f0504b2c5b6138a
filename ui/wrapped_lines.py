"""Lines of text that take the height they need."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class WrappedLines(QLabel):
    """Some lines of text that no layout cuts where there is little room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def fit(self) -> None:
        """Ask for the height that the text needs at the present width."""
        self.setMinimumHeight(0)  # a minimum would count as needed
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines break anew."""
        super().resizeEvent(event)
        self.fit()
