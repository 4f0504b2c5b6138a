"""The list of snippets found, the box they are searched with, and how a row is drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.drawn_row import DrawnRow, Index
from ui.theme import Theme

if TYPE_CHECKING:
    from app.snippets import Library, Place, Scope, Snippet

MOST = 50  # rows shown of a search
RowRole = Qt.ItemDataRole.UserRole + 1
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Row:
    """A snippet as it is listed; `lapse` says why the document may not use it, "" where it may."""

    snippet: Snippet
    favourite: bool = False
    own: bool = False
    lapse: str = ""

    @property
    def holds(self) -> bool:
        """Whether the document may use it."""
        return not self.lapse


@dataclass(frozen=True, slots=True)
class Here:
    """Where the caret stands: the place in the document, and the day the document is of."""

    place: Place | None = None
    day: dt.date | None = None


class Shelf(Protocol):
    """What has the snippets; they are read when first asked for."""

    @property
    def library(self) -> Library:
        """The snippets."""
        ...

    @property
    def colors(self) -> Theme:
        """The theme in use."""
        ...


def found(library: Library, text: str, here: Here, scope: Scope) -> tuple[Row, ...]:
    """Return the rows that a search shows, best first."""
    snippets = library.search(text, place=here.place, day=here.day, limit=MOST, scope=scope)
    own = library.own([snippet.id for snippet in snippets])
    favourites = library.habits().favourites
    return tuple(
        Row(one, one.id in favourites, one.id in own, lapse(one, here.day)) for one in snippets
    )


def lapse(snippet: Snippet, day: dt.date | None) -> str:
    """Return why a formulation does not hold on a day, "" where it does."""
    if snippet.valid_on(day):
        return ""
    over = day is not None and snippet.until is not None and snippet.until < day
    return "已过时" if over else "还没有启用"


class SnippetModel(QAbstractListModel):
    """The snippets found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def update(self, rows: Sequence[Row]) -> None:
        """Show other snippets."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Qt asks how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Qt asks what to show."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.snippet.title or row.snippet.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.snippet.text
        return row if role == RowRole else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Every row may be dragged into the text."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the text of the dragged row."""
        dragged = QMimeData()
        dragged.setText(self.rows[indexes[0].row()].snippet.text)
        return dragged

    def supportedDragActions(self) -> Qt.DropAction:
        """What is dragged out stays in the list."""
        return Qt.DropAction.CopyAction


class SearchBox(QLineEdit):
    """A search box whose arrow keys move in the list below and whose Enter takes from it."""

    stepped = Signal(int)
    taken = Signal(bool)  # whether to stay
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText("搜索：汉字、拼音或首字母")
        self.setClearButtonEnabled(True)
        self.setAccessibleName("搜索常用表述")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt hands over a key."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.taken.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SnippetView(QListView):
    """The list itself; its rows can be dragged into the text."""

    taken = Signal(bool)  # whether to stay
    left = Signal()
    delete_wished = Signal()
    menu_wished = Signal(QPoint)  # in coordinates of the screen

    def __init__(self, colors: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = SnippetModel(self)
        self.setModel(self.rows)
        self.look = _Look(colors, self)
        self.setItemDelegate(self.look)
        self.setAccessibleName("常用表述列表")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._take)

    def current(self) -> Row | None:
        """Return the selected row."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def show_rows(self, rows: Sequence[Row], kept: str = "") -> None:
        """Show other rows, the first selected, or the one with the id `kept`."""
        self.rows.update(rows)
        ids = [row.snippet.id for row in rows]
        self.setCurrentIndex(self.rows.index(ids.index(kept) if kept in ids else 0))

    def step(self, step: int) -> None:
        """Select a row further down or up."""
        last = self.rows.rowCount() - 1
        if last >= 0:
            to = min(max(self.currentIndex().row() + step, 0), last)
            self.setCurrentIndex(self.rows.index(to))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter inserts, with Shift without leaving; Delete deletes."""
        if event.key() in _ENTER:
            self.taken.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, *_: object) -> None:
        self.taken.emit(False)  # noqa: FBT003  the signal's only value

    def _ask_menu(self, place: QPoint) -> None:
        if self.indexAt(place).isValid():
            self.menu_wished.emit(self.viewport().mapToGlobal(place))


class _Look(DrawnRow):
    """Draws a snippet: its title and marks, below them the beginning of its text."""

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        del index
        return option.fontMetrics.height() * 2 + 14

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw a snippet."""
        row: Row = index.data(RowRole)
        colors = self.colors
        metrics = QFontMetricsF(option.font)
        line = QRectF(box.left() + 10, box.top() + 6, box.width() - 20, metrics.height())
        room = self._marks(painter, line, metrics, row) - line.left()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(colors.text if row.holds else colors.muted))
        title = row.snippet.title or row.snippet.text
        elided = QFontMetricsF(bold).elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(line.left(), line.top(), room + 1, line.height()), elided)
        painter.setFont(option.font)
        painter.setPen(QColor(colors.muted))
        text = row.snippet.text.replace("\n", "　")
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, metrics.height() + 2), elided)

    def _marks(self, painter: QPainter, line: QRectF, metrics: QFontMetricsF, row: Row) -> float:
        """Draw what is told of a snippet at the right of its title; return where it begins."""
        colors, right = self.colors, line.right()
        marks = [(colors.muted, "我的")] if row.own else []
        marks += [] if row.holds else [(colors.warning, row.lapse)]
        if row.favourite:
            size = round(metrics.height() * 0.8)
            ratio = painter.device().devicePixelRatioF()
            star = theme.pixmap("star-filled", colors.warning, size, ratio)
            right -= size
            painter.drawPixmap(round(right), round(line.center().y() - size / 2), star)
            right -= 6
        for color, words in marks:
            wide = metrics.horizontalAdvance(words)
            right -= wide
            painter.setPen(QColor(color))
            painter.drawText(QRectF(right, line.top(), wide + 1, line.height()), words)
            right -= 8
        return right
