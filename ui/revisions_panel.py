"""Tracked changes, comments and notes of an opened file, listed beside its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.document.model import Span
from ui.drawn_row import DrawnRow, Index
from ui.theme import Theme

_ENTRY = Qt.ItemDataRole.UserRole
_LINES = 4  # of the text of an entry that are shown
_LEFT, _RIGHT, _TOP = 14, 14, 7


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: `title` says what and who, `keys` are those of a change, () for anything else.

    `span` is None where its place in the text is gone. `struck` text is no longer in the text.
    """

    title: str
    text: str
    span: Span | None
    keys: tuple[str, ...] = ()
    struck: bool = False
    color: str = "accent"  # the name of a colour of the theme


class RevisionsPanel(QWidget):
    """Shows entries and wishes for what the user wants done with them."""

    chosen = Signal(object)  # Listed: go there
    decided = Signal(object, bool)  # the keys of a change, accepted
    all_decided = Signal(bool)  # accepted

    def __init__(self, colors: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entries: tuple[Listed, ...] = ()
        self.count = QLabel("", self)
        self.count.setProperty("role", "muted")
        self.count.setContentsMargins(12, 10, 12, 8)
        self.count.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName("修订与批注")
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._look = _EntryLook(colors, self.list)
        self.list.setItemDelegate(self._look)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentRowChanged.connect(self._show_state)
        self.accept = QPushButton("接受", self)
        self.refuse = QPushButton("拒绝", self)
        self.accept_all = QPushButton("全部接受", self)
        self.refuse_all = QPushButton("全部拒绝", self)
        self.accept.setProperty("primary", "true")
        self.accept.clicked.connect(self._accept)
        self.refuse.clicked.connect(self._refuse)
        self.accept_all.clicked.connect(self._accept_all)
        self.refuse_all.clicked.connect(self._refuse_all)
        self.bar = QFrame(self)
        self._place()

    def _place(self) -> None:
        line = QFrame(self.bar)
        line.setProperty("role", "line")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 10, 12, 10)
        buttons.setSpacing(6)
        for button in (self.accept, self.refuse, self.accept_all, self.refuse_all):
            buttons.addWidget(button)
        below = QVBoxLayout(self.bar)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(line)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)

    def set_theme(self, colors: Theme) -> None:
        """Draw in other colours."""
        self._look.colors = colors
        self.list.viewport().update()

    def show_entries(self, entries: Sequence[Listed], summary: str) -> None:
        """Show these entries, the selection staying on its entry where that is still there."""
        kept, row = self.current(), self.list.currentRow()
        self._entries = tuple(entries)
        self.count.setText(summary)
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}：{entry.text}")
            item.setToolTip(entry.text)
            self.list.addItem(item)
        same = next((at for at, one in enumerate(entries) if kept and _is_same(one, kept)), None)
        self.list.setCurrentRow(min(row, len(entries) - 1) if same is None else same)
        self.bar.setVisible(any(entry.keys for entry in entries))
        self._show_state()

    def current(self) -> Listed | None:
        """Return the selected entry."""
        row = self.list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def entries(self) -> tuple[Listed, ...]:
        """Return all entries in the order of the text."""
        return self._entries

    def select(self, entry: Listed) -> None:
        """Select an entry without going there."""
        self.list.setCurrentRow(self._entries.index(entry))

    def _choose(self, *_: object) -> None:
        entry = self.current()
        if entry is not None:
            self.chosen.emit(entry)

    def _show_state(self, *_: object) -> None:
        entry = self.current()
        for button in (self.accept, self.refuse):
            button.setEnabled(entry is not None and bool(entry.keys))

    def _accept(self) -> None:
        self._decide(accepted=True)

    def _refuse(self) -> None:
        self._decide(accepted=False)

    def _decide(self, *, accepted: bool) -> None:
        entry = self.current()
        if entry is not None and entry.keys:
            self.decided.emit(entry.keys, accepted)

    def _accept_all(self) -> None:
        self.all_decided.emit(True)  # noqa: FBT003  a signal takes no names

    def _refuse_all(self) -> None:
        self.all_decided.emit(False)  # noqa: FBT003  likewise


class _EntryLook(DrawnRow):
    """Draws an entry: a coloured edge, what and who, then the text over a few lines."""

    def __init__(self, colors: Theme, view: QListWidget) -> None:
        super().__init__(colors, view)
        self._view = view

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        entry: Listed = index.data(_ENTRY)
        line = QFontMetricsF(option.font).height()
        width = self._view.viewport().width() - _LEFT - _RIGHT
        rows = _rows(entry.text, option.font, width)
        return int(2 * _TOP + line + 3 + len(rows) * (line + 1))

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw an entry."""
        entry: Listed = index.data(_ENTRY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self.colors, entry.color)))
        painter.drawRoundedRect(QRectF(box.left() + 5, box.top() + 6, 3, box.height() - 12), 1, 1)
        metrics = QFontMetricsF(option.font)
        room = box.adjusted(_LEFT, _TOP, -_RIGHT, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(self.colors.muted))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, title)
        font = QFont(option.font)
        font.setStrikeOut(entry.struck)
        painter.setFont(font)
        painter.setPen(QColor(self.colors.text))
        top = room.top() + metrics.height() + 3
        for row in _rows(entry.text, option.font, room.width()):
            place = QRectF(room.left(), top, room.width(), metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, row)
            top += metrics.height() + 1


def _rows(text: str, font: QFont, width: float) -> list[str]:
    """Return a text broken into the few lines that are shown, the last one elided."""
    shown = text.replace("\n", " ").strip()
    if not shown:
        return []
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    rows: list[str] = []
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 20))
        start, length = line.textStart(), line.textLength()
        if len(rows) == _LINES - 1:
            rest = QFontMetricsF(font).elidedText(
                shown[start:], Qt.TextElideMode.ElideRight, max(width, 20)
            )
            rows.append(rest)
            break
        rows.append(shown[start : start + length])
        line = layout.createLine()
    layout.endLayout()
    return rows


def _is_same(one: Listed, other: Listed) -> bool:
    return (one.title, one.text, one.keys) == (other.title, other.text, other.keys)
