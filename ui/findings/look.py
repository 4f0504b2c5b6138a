"""How a finding is drawn in the list: icon, the flagged words in their sentence, the message."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.drawn_row import DrawnRow, Index
from ui.findings.model import Entry, EntryRole, Group


class FindingsLook(DrawnRow):
    """Draws groups and findings in the colours of a theme."""

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        line = option.fontMetrics.height()
        return line * 2 + 16 if index.parent().isValid() else line + 12

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw a group or a finding."""
        shown = index.data(EntryRole)
        if isinstance(shown, Group):
            self._group(painter, option, box, shown)
        elif isinstance(shown, Entry):
            self._entry(painter, option, box, shown)

    def _group(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, group: Group
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        count = str(len(group.findings))
        room = box.adjusted(4, 0, -12 - metrics.horizontalAdvance(count) - 8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(self.colors.text))
        painter.drawText(
            room, middle, metrics.elidedText(group.title, Qt.TextElideMode.ElideRight, room.width())
        )
        painter.setFont(option.font)
        painter.setPen(QColor(self.colors.muted))
        painter.drawText(
            box.adjusted(0, 0, -12, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            count,
        )

    def _entry(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, entry: Entry
    ) -> None:
        severity = str(entry.finding.severity)
        color = getattr(self.colors, severity)
        ratio = painter.device().devicePixelRatioF()
        size = theme.grown(16)
        icon = theme.pixmap(severity, color, size, ratio)
        painter.drawPixmap(int(box.left()) + 6, int(box.top()) + 8, icon)
        metrics = QFontMetricsF(option.font)
        line = metrics.height()
        before = size + 14
        room = QRectF(box.left() + before, box.top() + 7, box.width() - before - 14, line)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        flagged = entry.text.replace("\n", " ").strip() or "▏"
        pieces = [
            (entry.before[-6:], option.font, self.colors.muted),
            (flagged, bold, self.colors.text),
            (entry.after, option.font, self.colors.muted),
        ]
        left = room.left()
        for text, font, tone in pieces:
            measure = QFontMetricsF(font)
            wide = room.right() - left
            if wide < 12:
                break
            cut = measure.elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.setFont(font)
            painter.setPen(QColor(tone))
            painter.drawText(QRectF(left, room.top(), wide, line), Qt.AlignmentFlag.AlignLeft, cut)
            left += measure.horizontalAdvance(cut)
        painter.setFont(option.font)
        painter.setPen(QColor(self.colors.muted))
        place = room.translated(0, line + 2)
        message = entry.finding.message.split("\n")[0]
        painter.drawText(
            place,
            Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(message, Qt.TextElideMode.ElideRight, place.width()),
        )
