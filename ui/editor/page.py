"""The page on the screen: a column in the middle of a calm ground, and its zoom.

Zoom changes the resolution of the device the text is laid out for, so that all measures of the
formats stay those of the printed page and no undo step arises.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QTransform
from PySide6.QtWidgets import QFrame, QTextEdit

from ui.editor.bridge import Bridge
from ui.editor.look import EditorColors

SMALLEST, LARGEST = 40, 400  # percent


class Page:
    """Keeps the column of an editor at its width and in the middle."""

    def __init__(self, edit: QTextEdit, bridge: Bridge) -> None:
        self._edit = edit
        self._bridge = bridge
        edit.setFrameShape(QFrame.Shape.NoFrame)
        edit.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        edit.setBackgroundRole(QPalette.ColorRole.Window)
        edit.setAutoFillBackground(True)

    @property
    def zoom(self) -> int:
        """The zoom in percent; two views of one text share it."""
        return round(self._bridge.layout.scale * 100)

    @property
    def width(self) -> int:
        """The width of the page with its margins in pixels."""
        return ceil(self._bridge.layout.width)

    def set_zoom(self, percent: int) -> None:
        """Show the page at a size; what is too small or too large to read is refused."""
        self._bridge.layout.set_scale(min(max(percent, SMALLEST), LARGEST) / 100)
        self.fit()

    @property
    def room(self) -> int:
        """The width a page may have in the editor, in pixels."""
        return self._edit.width() - self._edit.verticalScrollBar().sizeHint().width()

    def fitting(self, room: int) -> int:
        """Return the zoom at which the page is as wide as `room`, or nearly."""
        return self.zoom * room // self.width

    def fit(self) -> None:
        """Take the width the text is laid out for, as after loading and zooming."""
        if self._edit.lineWrapColumnOrWidth() != self.width:
            self._edit.setLineWrapColumnOrWidth(self.width)
        self.center()

    def center(self) -> None:
        """Put the column in the middle of what room there is."""
        margins = self._edit.viewportMargins()
        room = self._edit.viewport().width() + margins.left() + margins.right()
        side = max((room - self.width) // 2, 0)
        if margins.left() != side:
            self._edit.setViewportMargins(side, 0, side, 0)
            self.tell_place()

    def tell_place(self) -> None:
        """Tell the input method where the page is: Qt forgets the margins beside it.

        Without this the candidates would stand beside the caret by the width of the ground.
        """
        if QGuiApplication.focusObject() is self._edit:
            place = self._edit.viewport().mapTo(self._edit.window(), QPoint(0, 0))
            moved = QTransform.fromTranslate(place.x(), place.y())
            QGuiApplication.inputMethod().setInputItemTransform(moved)

    def paint(self, colors: EditorColors) -> None:
        """Give ground, page, text and selection their colours."""
        palette = self._edit.palette()
        for role, color in (
            (QPalette.ColorRole.Window, colors.ground),
            (QPalette.ColorRole.Base, colors.page),
            (QPalette.ColorRole.Text, colors.text),
            (QPalette.ColorRole.Highlight, colors.selection),
            (QPalette.ColorRole.HighlightedText, colors.selection_text),
            (QPalette.ColorRole.Link, colors.accent),
            (QPalette.ColorRole.PlaceholderText, colors.muted),
        ):
            palette.setColor(role, QColor(color))
        self._edit.setPalette(palette)
