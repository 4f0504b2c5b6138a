"""A row that is drawn: its ground, plain, under the mouse or chosen, is one for all lists."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class DrawnRow(QStyledItemDelegate):
    """Draws rows in the colours of a theme: a list's own say how high a row is and what it shows.

    The ground ends `right` pixels before the row does.
    """

    right = 4

    def __init__(self, colors: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors = colors

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        return super().sizeHint(option, index).height()

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw what a row shows in its box, by default its text as Qt does."""
        del box
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt asks how high a row is."""
        return QSize(0, round(self.height(option, index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt asks for a row to be drawn."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, state = QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colors.chosen if chosen else self.colors.hover))
            painter.drawRoundedRect(box.adjusted(1, 1, -self.right, -1), 4, 4)
        self.draw(painter, option, box, index)
        painter.restore()
