"""The tree widget of the outline: its keys, and drops with a line that shows where they go."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from ui.outline.model import OutlineModel
from ui.theme import Theme

_LABEL = 180  # pixels that the title of a dragged section may take
_EDGE = 0.3  # the part of a row at its upper and its lower edge that means before and behind
# The commands of keys that mean something else while the text has the focus.
_KEYS = {
    "Del": "delete-node",
    "Ins": "insert-after",
    "Ctrl+D": "duplicate",
    "Ctrl+F": "filter-outline",
    "F2": "rename",
}
_STANDARD = {
    QKeySequence.StandardKey.Copy: "copy-node",
    QKeySequence.StandardKey.Cut: "cut-node",
    QKeySequence.StandardKey.Paste: "paste-node",
}


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where a drop would go: before child `row` of `parent`, into it at the end for row -1.

    `mark` is the place of the line, or the row to frame.
    """

    parent: QModelIndex
    row: int
    mark: QRect


class OutlineView(QTreeView):
    """A tree whose Enter goes to the text and whose keys and drops wish for changes of it."""

    entered_node = Signal()
    wished = Signal(str)  # the id of a command

    def __init__(self, model: OutlineModel, colors: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colors = colors
        self._sections = model
        self._goal: _Goal | None = None
        self.setModel(model)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # it is drawn here, clearer

    def goal_at(self, place: QPoint, content: QDropEvent) -> _Goal | None:
        """Return where a drop at a point of the viewport would go, None where it cannot."""
        index = self.indexAt(place)
        if not index.isValid():
            goals = [self._end()]
        else:
            rect = self.visualRect(index)
            part = (place.y() - rect.top()) / max(rect.height(), 1)
            before, behind = self._before(index), self._behind(index, place.x())
            inside = _Goal(index, -1, rect)
            edge = before if part < 0.5 else behind
            goals = [edge] if not _EDGE <= part <= 1 - _EDGE else [inside, edge]
        return next((goal for goal in goals if self._allowed(goal, content)), None)

    def _allowed(self, goal: _Goal, content: QDropEvent) -> bool:
        action = Qt.DropAction.MoveAction
        return self._sections.canDropMimeData(content.mimeData(), action, goal.row, 0, goal.parent)

    def _before(self, index: QModelIndex) -> _Goal:
        rect = self.visualRect(index)
        return _Goal(index.parent(), index.row(), self._line(rect.left(), rect.top()))

    def _behind(self, index: QModelIndex, x: int) -> _Goal:
        """Return the place below a row: its first child where it is unfolded, else beside it.

        Below the last row of a section the pointer, further left, chooses a level further up.
        """
        rect = self.visualRect(index)
        y = rect.bottom() + 1
        if self.isExpanded(index) and self._sections.rowCount(index):
            return _Goal(index, 0, self._line(rect.left() + self.indentation(), y))
        while (
            index.parent().isValid()
            and index.row() == self._sections.rowCount(index.parent()) - 1
            and x < self.visualRect(index).left()
        ):
            index = index.parent()
        left = self.visualRect(index).left()
        return _Goal(index.parent(), index.row() + 1, self._line(left, y))

    def _end(self) -> _Goal:
        """Return the place behind everything."""
        count = self._sections.rowCount()
        last = self._sections.index(count - 1, 0)
        left = self.visualRect(last).left() if count else 0
        while self.isExpanded(last) and self._sections.rowCount(last):
            last = self._sections.index(self._sections.rowCount(last) - 1, 0, last)
        bottom = self.visualRect(last).bottom() + 1 if count else 0
        return _Goal(QModelIndex(), count, self._line(left, bottom))

    def _line(self, left: int, y: int) -> QRect:
        return QRect(left, y, self.viewport().width() - left - 4, 0)

    def _aim(self, goal: _Goal | None) -> None:
        if goal != self._goal:
            self._goal = goal
            self.viewport().update()

    # What Qt calls.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take sections of this tree and of another window's."""
        super().dragEnterEvent(event)
        if self._sections.takes(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where a drop would go."""
        super().dragMoveEvent(event)  # scrolls and unfolds
        goal = self.goal_at(event.position().toPoint(), event)
        self._aim(goal)
        event.setAccepted(goal is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the line away."""
        super().dragLeaveEvent(event)
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped; the rows follow the text."""
        goal = self.goal_at(event.position().toPoint(), event)
        self._aim(None)
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if goal is not None:
            action = Qt.DropAction.MoveAction
            self._sections.dropMimeData(event.mimeData(), action, goal.row, 0, goal.parent)
            event.accept()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected sections under a small label that leaves the line in sight."""
        del actions
        content = self._sections.mimeData(self.selectionModel().selectedIndexes())
        drag = QDrag(self)
        drag.setMimeData(content)
        drag.setPixmap(self._label(content.text().split("\n")[0]))
        drag.setHotSpot(QPoint(-14, -10))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._sections.drag_ended()

    def _label(self, title: str) -> QPixmap:
        """Return the picture of what is dragged: its title, or how many sections they are."""
        count = self._sections.dragged
        metrics = self.fontMetrics()
        text = f"{count} 节" if count > 1 else title
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _LABEL)
        size = QSize(metrics.horizontalAdvance(text) + 16, metrics.height() + 8)
        ratio = self.devicePixelRatioF()
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        painter.setPen(QColor(self.colors.accent))
        painter.setBrush(QColor(self.colors.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self.colors.text))
        painter.setFont(self.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows and, over them, the line or the frame of a drop."""
        super().paintEvent(event)
        if self._goal is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self.colors.accent)
        mark = QRectF(self._goal.mark)
        if self._goal.row < 0:
            tint = QColor(accent)
            tint.setAlphaF(0.14)
            painter.setPen(QPen(accent, 2))
            painter.setBrush(tint)
            painter.drawRoundedRect(mark.adjusted(2, 1, -6, -1), 4, 4)
        else:
            y = max(mark.top(), 1.5)
            painter.setPen(QPen(accent, 2.5))
            painter.drawLine(QPointF(mark.left() + 6, y), QPointF(mark.right(), y))
            painter.setBrush(QColor(self.colors.surface))
            painter.drawEllipse(QRectF(mark.left(), y - 3.5, 7, 7))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the tree from the actions of the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(bool(self._command(event)))
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the text on Enter, wish for a command on its key."""
        command = self._command(event)
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if command:
            self.wished.emit(command)
        elif enters and not event.modifiers() and not self._editing():
            self.entered_node.emit()
        else:
            super().keyPressEvent(event)

    def _editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _command(self, event: QKeyEvent) -> str:
        """Return the id of the command that a key means in the tree, "" for none."""
        if self._editing():
            return ""
        for standard, command in _STANDARD.items():
            if event.matches(standard):
                return command
        return _KEYS.get(QKeySequence(event.keyCombination()).toString(), "")
