"""The ribbon in the margin beside a paragraph that the writer has marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTextLayout


def draw_bookmark(
    painter: QPainter, layout: QTextLayout, at: QPointF, em: float, color: QColor
) -> None:
    """Draw a small ribbon left of the first line of a paragraph laid out at `at`."""
    line = layout.lineAt(0)
    top = at.y() + line.y() + line.height() / 2 - em * 0.5
    left, right = at.x() - em * 1.15, at.x() - em * 0.55
    points = ((left, 0.0), (right, 0.0), (right, 1.0), ((left + right) / 2, 0.72), (left, 1.0))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(x, top + y * em) for x, y in points]))
    painter.restore()
