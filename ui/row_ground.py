"""The ground of a drawn row, one for all lists: plain, under the mouse, or chosen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme import Theme


@contextmanager
def row_ground(
    painter: QPainter, option: QStyleOptionViewItem, colors: Theme, right: float = 4
) -> Iterator[QRectF]:
    """Fill a row where it is chosen or under the mouse and give its box to draw in.

    The ground ends `right` pixels before the row does; the painter is as before in the end.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box, state = QRectF(option.rect), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.chosen if chosen else colors.hover))
        painter.drawRoundedRect(box.adjusted(1, 1, -right, -1), 4, 4)
    try:
        yield box
    finally:
        painter.restore()
