"""How a proposed change is drawn: old and new words, where they stand, and why."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.dialogs.renewal_rows import Row, Sure
from ui.drawn_row import DrawnRow, Index

RowRole = Qt.ItemDataRole.UserRole
_BOX = 16
_LEFT = 34


def box_end() -> int:
    """Return up to where a click is one on the box."""
    return theme.grown(30)


class RenewalLook(DrawnRow):
    """Draws three lines: the change, the sentence it stands in, the reason."""

    right = 2

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        del index
        return option.fontMetrics.height() * 3 + 20

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw the three lines and the box of a change."""
        row = index.data(RowRole)
        if not isinstance(row, Row):
            return
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            self._check(painter, box, checked=Qt.CheckState(checked) is Qt.CheckState.Checked)
        line = QFontMetricsF(option.font).height()
        before = theme.grown(_LEFT)
        room = QRectF(box.left() + before, box.top() + 7, box.width() - before - 12, line)
        self._change(painter, option.font, room, row)
        self._context(painter, option.font, room.translated(0, line + 3), row)
        reason = f"{row.place}：{row.proposal.reason}"
        self._piece(
            painter, option.font, room.translated(0, 2 * line + 6), reason, self.colors.muted
        )

    def _check(self, painter: QPainter, box: QRectF, *, checked: bool) -> None:
        size = theme.grown(_BOX)
        painter.save()
        painter.translate(box.left() + theme.grown(10), box.top() + 8)
        painter.scale(size / _BOX, size / _BOX)
        square = QRectF(0, 0, _BOX, _BOX)
        painter.setPen(QColor(self.colors.accent if checked else self.colors.muted))
        painter.setBrush(QColor(self.colors.accent if checked else self.colors.surface))
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if checked:
            pen = painter.pen()
            pen.setColor(QColor(self.colors.accent_text))
            pen.setWidthF(1.8)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(4, 8.3), QPointF(7, 11.3), QPointF(12.2, 5)])
        painter.restore()

    def _change(self, painter: QPainter, font: QFont, room: QRectF, row: Row) -> None:
        tones = {Sure.CERTAIN: self.colors.good, Sure.DOUBTFUL: self.colors.warning,
                 Sure.OPEN: self.colors.error}  # fmt: skip
        wide = QFontMetricsF(font).horizontalAdvance(row.sure)
        self._piece(painter, font, room.adjusted(room.width() - wide - 1, 0, 0, 0), row.sure,
                    tones[row.sure])  # fmt: skip
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        left = room.adjusted(0, 0, -wide - 12, 0)
        new = row.proposal.new
        if new is None:
            self._piece(painter, bold, left, row.proposal.old, self.colors.text)
            return
        struck = QFont(font)
        struck.setStrikeOut(True)
        half = left.adjusted(0, 0, -left.width() * 0.45, 0)
        used = self._piece(painter, struck, half, row.proposal.old, self.colors.muted)
        used += self._piece(painter, font, left.adjusted(used, 0, 0, 0), "  →  ", self.colors.muted)
        self._piece(
            painter, bold, left.adjusted(used, 0, 0, 0), new or "（删去）", self.colors.text
        )

    def _context(self, painter: QPainter, font: QFont, room: QRectF, row: Row) -> None:
        used = 0.0
        pieces = (
            (row.before[-10:], self.colors.muted),
            (row.proposal.old.replace("\n", " "), self.colors.text),
            (row.after, self.colors.muted),
        )
        for text, tone in pieces:
            used += self._piece(painter, font, room.adjusted(used, 0, 0, 0), text, tone)

    @staticmethod
    def _piece(painter: QPainter, font: QFont, room: QRectF, text: str, color: str) -> float:
        """Draw a text, cut where the room ends, and return how wide it is."""
        if room.width() < 12 or not text:
            return 0.0
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
