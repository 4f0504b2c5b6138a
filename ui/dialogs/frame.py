"""What the small windows have in common: margins, a heading, a row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme

TITLE_BAR = 40  # pixels that the desktop puts above a window
_SIDE = 20  # pixels beside the contents
_AROUND = 150  # pixels that notes and buttons take above and below a page


def room_for(widget: QWidget) -> QSize:
    """Return how large a window may become on the screen of a widget."""
    return widget.screen().availableSize() - QSize(40, 60)  # the frame of the system


class _Scrolled(QScrollArea):
    """A page that asks for no more height than it was given as the least."""

    def sizeHint(self) -> QSize:
        """Qt asks how large it would be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class Frame(QDialog):
    """A dialog with a heading, a column to fill, and buttons at its foot; opened, not executed."""

    def __init__(self, title: str, parent: QWidget | None, width: int, height: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, 16, _SIDE, 16)
        whole.setSpacing(16)
        whole.addLayout(self.column, 1)
        whole.addLayout(self.foot)
        self.room = room_for(parent or self)
        self._width = min(theme.grown(width), self.room.width())
        self._height = min(theme.grown(height), self.room.height())
        self.resize(self._width, self._height or 100)

    def add_note(self, text: str) -> QLabel:
        """Add a line of muted text."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        self.column.addWidget(label)
        return label

    def add_scrolled(self, page: QWidget) -> QScrollArea:
        """Add a page, all of it where the screen has room, else with a bar to scroll it by."""
        area = _Scrolled(self)
        area.setWidgetResizable(True)
        area.setWidget(page)
        needed = page.sizeHint().height()
        if page.hasHeightForWidth():
            bar = area.verticalScrollBar().sizeHint().width()
            needed = page.heightForWidth(self._width - 2 * _SIDE - bar)
        else:
            page.setMinimumHeight(needed)  # style sheets let fields shrink to a line
        area.setMinimumHeight(min(needed, self.room.height() - theme.grown(_AROUND)))
        self.column.addWidget(area, 1)
        return area

    def add_buttons(self, left: Sequence[QPushButton], right: Sequence[QPushButton]) -> None:
        """Put buttons at the foot; the last one at the right is the one that Enter presses."""
        for button in left:
            self.foot.addWidget(button)
        self.foot.addStretch()
        for button in right:
            self.foot.addWidget(button)
        for button in (*left, *right):
            button.setAutoDefault(False)
        right[-1].setDefault(True)
        layout = self.layout()
        if not self._height and layout is not None:
            wrapped = layout.hasHeightForWidth()
            size = layout.heightForWidth(self._width) if wrapped else layout.sizeHint().height()
            self.setMinimumHeight(min(size, self.room.height()))
            self.resize(self._width, self.minimumHeight())

    def closing_button(self, title: str = "关闭") -> QPushButton:
        """Return a button that puts the dialog away."""
        button = QPushButton(title, self)
        button.clicked.connect(self.reject)
        return button
