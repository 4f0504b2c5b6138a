"""The rows of a comparison and how they are drawn: side by side or in one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.document.compare import Change, Piece, Row
from ui.drawn_row import DrawnRow, Index
from ui.theme import Theme

EntryRole = Qt.ItemDataRole.UserRole
_NAMES = {Change.CHANGED: "改", Change.ADDED: "增", Change.REMOVED: "删"}
_AROUND = 1  # equal paragraphs shown on both sides of a difference
_PAD, _GAP = 7.0, 24.0  # pixels above and below a row, between the columns


@dataclass(frozen=True, slots=True)
class Folded:
    """Equal paragraphs that are not shown."""

    count: int


def folded(rows: Sequence[Row]) -> list[Row | Folded]:
    """Return the rows that differ and those beside them, the others counted."""
    near = [False] * len(rows)
    for at, row in enumerate(rows):
        if row.change is not Change.SAME:
            for place in range(max(at - _AROUND, 0), min(at + _AROUND + 1, len(rows))):
                near[place] = True
    found: list[Row | Folded] = []
    for at, row in enumerate(rows):
        if near[at]:
            found.append(row)
        elif found and isinstance(found[-1], Folded):
            found[-1] = Folded(found[-1].count + 1)
        else:
            found.append(Folded(1))
    return found


class Rows(QAbstractListModel):
    """What is listed, each row with what a screen reader says of it."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.entries: list[Row | Folded] = []

    def show(self, entries: Sequence[Row | Folded]) -> None:
        """List these."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Qt asks how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt asks for what a row holds."""
        entry = self.entries[index.row()]
        if role == EntryRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(entry)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let everything but what is folded be chosen."""
        if isinstance(self.entries[index.row()], Folded):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def spoken(entry: Row | Folded) -> str:
    """Return a row as plain words."""
    if isinstance(entry, Folded):
        return f"相同的 {entry.count} 段"
    if entry.change is not Change.CHANGED:
        text = "".join([piece.text for piece in entry.pieces])
        return f"{_NAMES.get(entry.change, '')} {text}".strip()
    said = {Change.REMOVED: "〔删：{}〕", Change.ADDED: "〔增：{}〕"}
    parts = [said.get(piece.change, "{}").format(piece.text) for piece in entry.pieces]
    return f"改 {''.join(parts)}"


class RowLook(DrawnRow):
    """Draws a row; what went is struck through, what came is underlined, both have a ground."""

    LEFT = 36  # pixels for the name of the change

    def __init__(self, colors: Theme, view: QListView) -> None:
        super().__init__(colors, view)
        self.beside = True  # both versions side by side, else in one column
        self._view = view
        self._heights: dict[tuple[int, float, bool], float] = {}

    def forget(self) -> None:
        """Other rows are shown: their heights are not known."""
        self._heights.clear()

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        width = float(self._view.viewport().width())
        key = (index.row(), width, self.beside)
        if key not in self._heights:
            made = self._layouts(option.font, index.data(EntryRole), width)
            self._heights[key] = max([_height(layout) for _, layout in made]) + 2 * _PAD
        return self._heights[key]

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw both versions of a row."""
        entry = index.data(EntryRole)
        change = Change.SAME if isinstance(entry, Folded) else entry.change
        muted = change is Change.SAME
        for left, layout in self._layouts(option.font, entry, box.width()):
            painter.setPen(QColor(self.colors.muted if muted else self.colors.text))
            layout.draw(painter, QPointF(box.left() + left, box.top() + _PAD))
        if not muted:
            painter.setPen(self._tone(change))
            place = QRectF(box.left() + 8, box.top() + _PAD, 40, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, _NAMES[change])

    def _columns(self, width: float) -> list[tuple[float, float]]:
        """Return left edge and width of each column of text."""
        left = float(self.LEFT)
        room = width - left - 16
        if not self.beside:
            return [(left, room)]
        half = (room - _GAP) / 2
        return [(left, half), (left + half + _GAP, half)]

    def _layouts(
        self, font: QFont, entry: Row | Folded, width: float
    ) -> list[tuple[float, QTextLayout]]:
        """Return the laid out texts of a row with the left edge of each."""
        columns = self._columns(width)
        if isinstance(entry, Folded):
            piece = Piece(Change.SAME, f"…… {spoken(entry)} ……")
            return [(columns[0][0], self._layout(font, [piece], columns[0][1]))]
        if not self.beside:
            return [(columns[0][0], self._layout(font, entry.pieces, columns[0][1]))]
        sides = [
            [p for p in entry.pieces if p.change is not hidden]
            for hidden in (Change.ADDED, Change.REMOVED)
        ]
        return [
            (left, self._layout(font, pieces, wide))
            for (left, wide), pieces in zip(columns, sides, strict=True)
        ]

    def _layout(self, font: QFont, pieces: Sequence[Piece], width: float) -> QTextLayout:
        layout = QTextLayout("".join([p.text for p in pieces]).replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for piece in pieces:
            length = len(piece.text.encode("utf-16-le")) // 2
            if piece.change is not Change.SAME:
                made = QTextLayout.FormatRange()
                made.start, made.length = at, length  # pyright: ignore[reportAttributeAccessIssue]  fields, wrongly typed
                made.format = self._format(piece.change)  # pyright: ignore[reportAttributeAccessIssue]  likewise
                formats.append(made)
            at += length
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 20.0))
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.25
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _format(self, change: Change) -> QTextCharFormat:
        shape = QTextCharFormat()
        tone = self._tone(change)
        ground = QColor(tone)
        ground.setAlpha(60 if self.colors.dark else 38)
        shape.setBackground(ground)
        shape.setForeground(tone)
        if change is Change.REMOVED:
            shape.setFontStrikeOut(True)
        else:
            shape.setFontUnderline(True)
        return shape

    def _tone(self, change: Change) -> QColor:
        names = {Change.REMOVED: self.colors.error, Change.ADDED: self.colors.good}
        return QColor(names.get(change, self.colors.warning))


def _height(layout: QTextLayout) -> float:
    count = layout.lineCount()
    last = layout.lineAt(count - 1) if count else None
    return last.y() + last.height() if last is not None else 0.0
