"""How a line of the structure tree is drawn: number, title, length as a small bar, badges."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
)

from app.document.outline import NodeType
from ui.drawn_row import DrawnRow, Index
from ui.outline.model import RowRole
from ui.outline.rows import Row

_GAP = 5.0
_BAR = 24.0
_FULL = 0.7  # where on the bar the wished length is reached


class OutlineLook(DrawnRow):
    """Draws the rows in the colours of a theme."""

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        return max(super().height(option, index), option.fontMetrics.height() + 10)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw number, title, badges and length."""
        row = index.data(RowRole)
        if not isinstance(row, Row):
            return
        if bool(option.state & QStyle.StateFlag.State_HasFocus):
            painter.setPen(QColor(self.colors.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -4.5, -1.5), 4, 4)
        room = box.adjusted(_GAP, 0, -_GAP - 6, 0)
        room = self._length(painter, option, room, row)
        room = self._badges(painter, option, room, row)
        self._title(painter, option, room, row)

    def _length(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRectF, row: Row
    ) -> QRectF:
        """Draw the bar at the right and return the room left."""
        if room.width() < 150 or row.node.type is NodeType.POINT:
            return room
        text = str(row.characters)
        metrics = QFontMetricsF(_small(option.font))
        width = max(metrics.horizontalAdvance("0000"), metrics.horizontalAdvance(text))
        painter.setFont(_small(option.font))
        painter.setPen(QColor(self.colors.warning if row.off_target else self.colors.muted))
        place = QRectF(room.right() - width, room.top(), width, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        left = place.left() - _GAP - _BAR
        self._bar(painter, QRectF(left, room.center().y() - 1.5, _BAR, 3), row)
        return QRectF(room.left(), room.top(), left - _GAP - room.left(), room.height())

    def _bar(self, painter: QPainter, bar: QRectF, row: Row) -> None:
        """Fill the bar by the share of the whole, or by what is written of the wished length.

        What is over the wished length stands beyond a tick, in the colour of a warning.
        """
        colors = self.colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.pressed))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        if not row.target:
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(_left_of(bar, row.share), 1.5, 1.5)
            return
        written = row.characters / row.target
        if written > 1:
            painter.setBrush(QColor(colors.warning))
            painter.drawRoundedRect(_left_of(bar, written * _FULL), 1.5, 1.5)
        color = colors.good if not row.off_target else colors.accent
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(_left_of(bar, min(written, 1) * _FULL), 1.5, 1.5)
        painter.setBrush(QColor(colors.muted))
        painter.drawRect(QRectF(bar.left() + bar.width() * _FULL - 0.5, bar.top() - 2, 1, 7))

    def _badges(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRectF, row: Row
    ) -> QRectF:
        colors = self.colors
        shown = [
            (row.slots, colors.muted),
            (row.warnings, colors.warning),
            (row.errors, colors.error),
        ]
        font = _small(option.font)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for count, color in shown:
            if not count:
                continue
            text = "99+" if count > 99 else str(count)
            high = max(metrics.height(), 16)
            width = max(metrics.horizontalAdvance(text) + high / 2, high)
            place = QRectF(room.right() - width, room.center().y() - high / 2, width, high)
            painter.setPen(Qt.PenStyle.NoPen)
            tint = QColor(color)
            tint.setAlphaF(0.16)
            painter.setBrush(tint)
            painter.drawRoundedRect(place, high / 2, high / 2)
            painter.setPen(QColor(color))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            room = room.adjusted(0, 0, -width - 4, 0)
        return room

    def _title(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRectF, row: Row
    ) -> None:
        font = QFont(option.font)
        top = row.node.type in {NodeType.PART, NodeType.HEADING} and row.node.level <= 1
        font.setWeight(QFont.Weight.DemiBold if top else QFont.Weight.Normal)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        number = row.node.number.strip()
        if number:
            painter.setPen(QColor(self.colors.muted))
            painter.drawText(room, middle, number)
            room = room.adjusted(
                metrics.horizontalAdvance(number) + (2 if number[-1] in "、.．）)—" else 6), 0, 0, 0
            )
        quiet = row.node.type is NodeType.POINT
        painter.setPen(QColor(self.colors.muted if quiet else self.colors.text))
        title = row.node.text or "（待写标题）"
        painter.drawText(
            room, middle, metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        )


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.86)
    return made


def _left_of(bar: QRectF, share: float) -> QRectF:
    """Return the left part of a bar; a little of it is always to be seen."""
    return QRectF(
        bar.left(), bar.top(), min(max(bar.width() * share, 2), bar.width()), bar.height()
    )
