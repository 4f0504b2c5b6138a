"""The ground of a drawn row, one for all lists: plain, under the mouse, or chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from ui.theme import Theme


def draw_ground(
    painter: QPainter, box: QRectF, state: QStyle.StateFlag, colors: Theme, right: float = 4
) -> None:
    """Fill the row `box` where it is chosen or under the mouse, `right` pixels from its end."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.chosen if chosen else colors.hover))
        painter.drawRoundedRect(box.adjusted(1, 1, -right, -1), 4, 4)
