"""The page on the screen: a column of 28 characters in the middle of a calm ground, and its zoom.

Zoom changes the resolution of the device the text is laid out for, so that all measures of the
formats stay those of the printed page and no undo step arises.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPalette
from PySide6.QtWidgets import QFrame, QTextEdit

from app.document.model import Role, Run
from ui.editor import look
from ui.editor.bridge import MARGIN
from ui.editor.look import EditorColors

_DPI = 96
_METER = 0.0254
SMALLEST, LARGEST = 40, 400


class Page:
    """Keeps the column of an editor at its width and in the middle; `zoom` is in percent."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self.zoom = 100
        self._device = _device(self.zoom)
        edit.setFrameShape(QFrame.Shape.NoFrame)
        edit.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        edit.setBackgroundRole(QPalette.ColorRole.Window)
        edit.setAutoFillBackground(True)

    @property
    def column(self) -> float:
        """The width of a full line in pixels."""
        body = look.char_format(Role.BODY, Run(""), lead=False).font()
        return look.COLUMN * QFontMetricsF(body, self._device).horizontalAdvance("国")

    @property
    def width(self) -> int:
        """The width of the page with its margins in pixels."""
        return round(self.column + 2 * MARGIN * self.zoom / 100) + 2

    def set_zoom(self, percent: int) -> None:
        """Show the page at a size; what is too small or too large to read is refused."""
        self.zoom = min(max(percent, SMALLEST), LARGEST)
        self._device = _device(self.zoom)
        self.lay_out()

    def fitting(self) -> int:
        """Return the zoom at which the page fills the width of the editor."""
        room = self._edit.width() - self._edit.verticalScrollBar().sizeHint().width()
        return round(self.zoom * room / self.width)

    def lay_out(self) -> None:
        """Lay the whole text out anew, as after loading and zooming."""
        text = self._edit.document()
        text.documentLayout().setPaintDevice(self._device)
        self._edit.setLineWrapColumnOrWidth(self.width)
        text.markContentsDirty(0, text.characterCount())
        self.center()

    def center(self) -> None:
        """Put the column in the middle of what room there is."""
        margins = self._edit.viewportMargins()
        room = self._edit.viewport().width() + margins.left() + margins.right()
        side = max((room - self.width) // 2, 0)
        if margins.left() != side:
            self._edit.setViewportMargins(side, 0, side, 0)

    def paint(self, colors: EditorColors) -> None:
        """Give ground, page, text and selection their colours."""
        palette = self._edit.palette()
        for role, color in (
            (QPalette.ColorRole.Window, colors.ground),
            (QPalette.ColorRole.Base, colors.page),
            (QPalette.ColorRole.Text, colors.text),
            (QPalette.ColorRole.Highlight, colors.selection),
            (QPalette.ColorRole.HighlightedText, colors.text),
            (QPalette.ColorRole.PlaceholderText, colors.muted),
        ):
            palette.setColor(role, QColor(color))
        self._edit.setPalette(palette)


def _device(zoom: int) -> QImage:
    """Return a device whose resolution makes a point as large as the zoom asks."""
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    device.setDotsPerMeterX(round(_DPI * zoom / 100 / _METER))
    device.setDotsPerMeterY(round(_DPI * zoom / 100 / _METER))
    return device
