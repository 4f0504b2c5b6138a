"""A second text beside the one that is written: another place of it, or a model to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.editor.editor import Editor
from ui.theme import Theme


class Beside(QWidget):
    """An editor below a line that names it and puts it away; Esc in a text to read does so too."""

    closed = Signal()

    def __init__(self, editor: Editor, name: str, colors: Theme) -> None:
        super().__init__()
        self.editor = editor
        editor.setFrameShape(Editor.Shape.NoFrame)
        editor.setAccessibleName(name)
        self._name = QLabel(name, self)
        self._name.setProperty("role", "muted")
        self._close = QToolButton(self)
        self._close.setToolTip("关闭这一边")
        self._close.setAccessibleName("关闭这一边")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(12, 2, 6, 2)
        head.addWidget(self._name, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(editor, 1)
        self.set_theme(colors)

    def set_theme(self, colors: Theme) -> None:
        """Draw the line in other colours; the editor has its own."""
        self._close.setIcon(theme.icon("close", colors.muted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the text away with Esc where it is only to be read."""
        if event.key() == Qt.Key.Key_Escape and self.editor.isReadOnly():
            self.closed.emit()
        else:
            super().keyPressEvent(event)
