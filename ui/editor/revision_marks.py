"""Tracked changes and comments of an opened file, marked in the text they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.document.model import Span
from ui.editor.bridge import Bridge
from ui.editor.look import LIGHT, EditorColors

_NEAR = 5  # pixels around the mark of a deletion that show what was deleted
_MANY = 1000  # beyond this only what is visible is marked
_TINT = 50  # of 255: the ground of commented text


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: `look` is "inserted", "deleted", "format" or "comment"; `message` its tip."""

    span: Span
    look: str
    message: str


class RevisionMarks:
    """Holds the marks of an editor; cursors carry them along while the text changes."""

    def __init__(self, edit: QTextEdit, bridge: Bridge) -> None:
        self._edit = edit
        self._bridge = bridge
        self._marks: list[tuple[QTextCursor, Mark]] = []
        self.colors: EditorColors = LIGHT

    def __bool__(self) -> bool:
        """Whether anything is marked."""
        return bool(self._marks)

    def set(self, marks: Sequence[Mark]) -> None:
        """Show these marks and no others."""
        self._marks = []
        for mark in marks:
            cursor = self._bridge.select(mark.span.block, mark.span.start, mark.span.end)
            cursor.setKeepPositionOnInsert(True)
            self._marks.append((cursor, mark))

    def selections(self) -> list[QTextEdit.ExtraSelection]:
        """Return the marks of what stands in the text."""
        found: list[QTextEdit.ExtraSelection] = []
        for cursor, mark in self._marks if len(self._marks) < _MANY else self._on_screen():
            if cursor.hasSelection():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]  a field, wrongly typed
                selection.format = self._shape(mark.look)  # pyright: ignore[reportAttributeAccessIssue]  likewise
                found.append(selection)
        return found

    def paint(self) -> None:
        """Draw a wedge for what has no width of its own: deleted text, the end of a paragraph."""
        shown = self._on_screen()
        if not shown:
            return
        painter = QPainter(self._edit.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cursor, mark in shown:
            if cursor.hasSelection() or mark.look == "format":
                continue
            box = self._edit.cursorRect(cursor)
            tone = QColor(self.colors.error if mark.look == "deleted" else self.colors.accent)
            painter.setPen(tone)
            painter.setBrush(tone)
            painter.drawLine(box.left(), box.top() + 3, box.left(), box.bottom() - 1)
            tip = QPointF(box.left() + 0.5, box.bottom() - 5)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-3.5, 6), tip + QPointF(3.5, 6)]))
        painter.end()

    def message_at(self, place: QPoint) -> str:
        """Return what the mark under a point of the viewport says, "" for none."""
        position = self._edit.cursorForPosition(place).position()
        for cursor, mark in self._on_screen():
            if cursor.hasSelection():
                if cursor.selectionStart() <= position < cursor.selectionEnd():
                    return mark.message
            elif self._edit.cursorRect(cursor).adjusted(-_NEAR, 0, _NEAR, _NEAR).contains(place):
                return mark.message
        return ""

    def _on_screen(self) -> list[tuple[QTextCursor, Mark]]:
        if not self._marks:
            return []
        first, last = visible(self._edit)
        return [
            (cursor, mark)
            for cursor, mark in self._marks
            if cursor.selectionStart() <= last and cursor.selectionEnd() >= first
        ]

    def _shape(self, look: str) -> QTextCharFormat:
        shape = QTextCharFormat()
        if look == "comment":
            ground = QColor(self.colors.accent)
            ground.setAlpha(_TINT)
            shape.setBackground(ground)
            return shape
        inserted = look == "inserted"
        style = QTextCharFormat.UnderlineStyle
        shape.setUnderlineStyle(style.SingleUnderline if inserted else style.DotLine)
        shape.setUnderlineColor(QColor(self.colors.accent))
        if inserted:
            shape.setForeground(QColor(self.colors.accent))
        return shape


def visible(edit: QTextEdit) -> tuple[int, int]:
    """Return the first and last position of the text document that is on the screen."""
    area = edit.viewport().rect()
    first = edit.cursorForPosition(area.topLeft()).position()
    last = edit.cursorForPosition(QPoint(area.right(), area.bottom())).position()
    return min(first, last), max(first, last)
