"""What is painted beside the text: list numbers, frames, marks of printed pages."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QTextLayout

from app.document.model import Role, Run
from ui.editor import look

_FAINT, _QUIET = 70, 130  # of 255: how much of the colour of the text shows
_NUMBER = 0.3  # of the margin: the size of the page number beside a mark


def draw_frame(painter: QPainter, frame: QRectF, palette: QPalette) -> None:
    """Paint the frame around an object whose text is all that is known of it."""
    painter.save()
    painter.setPen(QPen(_faded(palette, _FAINT), 1))
    painter.drawRoundedRect(frame, 4, 4)
    painter.restore()


def draw_label(painter: QPainter, layout: QTextLayout, at: QPointF, label: str, em: float) -> None:
    """Paint the number that a list shows before a paragraph; `em` is a character in pixels."""
    line = layout.lineAt(0)
    painter.save()
    font = look.char_format(Role.BODY, Run(""), lead=False).font()
    font.setPixelSize(max(round(em), 1))
    painter.setFont(font)
    width = look.label_width(label) * em
    painter.drawText(QPointF(at.x() + line.x() - width, at.y() + line.y() + line.ascent()), label)
    painter.restore()


def draw_mark(painter: QPainter, page: int, line: QLineF, margin: float, palette: QPalette) -> None:
    """Paint where a printed page begins: a dotted line above its first line, its number beside it.

    `line` goes from edge to edge of the text, `margin` is what is free right of it.
    """
    painter.save()
    painter.setPen(QPen(_faded(palette, _FAINT), 1, Qt.PenStyle.DotLine))
    y = round(line.y1()) + 0.5
    painter.drawLine(QLineF(line.x1(), y, line.x2(), y))
    painter.setPen(_faded(palette, _QUIET))
    font = painter.font()
    font.setPixelSize(max(round(_NUMBER * margin), 8))
    painter.setFont(font)
    beside = QRectF(line.x2(), y - font.pixelSize(), margin, 2 * font.pixelSize())
    painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, str(page))
    painter.restore()


def _faded(palette: QPalette, alpha: int) -> QColor:
    color = QColor(palette.color(QPalette.ColorRole.Text))
    color.setAlpha(alpha)
    return color
