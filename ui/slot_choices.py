"""The values of a slot with choices, offered at the slot; the list never takes the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget

from app.document.model import Span
from ui.editor.editor import Editor

_QUIET = 60  # milliseconds after which the caret counts as standing
_WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST = 12  # values in sight; the others are reached by the arrow keys
_ENDING = (QEvent.Type.FocusOut, QEvent.Type.InputMethod)
_MOVING = (QEvent.Type.FocusIn, QEvent.Type.Resize)


class SlotChoices(QObject):
    """Shows the values while a slot that has some is selected, or was clicked into.

    A caret that only passes through is left alone. Down and Up choose, Enter or a click takes,
    Esc puts the list away; all other keys write.
    """

    taken = Signal(object, str)  # Span of the slot, the value

    def __init__(
        self, editor: Editor, offers: Callable[[Span], tuple[Span, Sequence[str]] | None]
    ) -> None:
        """`offers` returns the slot at the caret and its values, None where there is none."""
        super().__init__(editor)
        self._editor = editor
        self._offers = offers
        self._slot: Span | None = None
        self._declined: Span | None = None  # put away by Esc, until the caret leaves it
        self.list = QListWidget(editor)
        self.list.setObjectName("choices")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setProperty("role", "card")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("可选内容")
        self.list.hide()
        self.list.itemClicked.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self.offer)
        self._pointed = False  # the caret was put there with the mouse
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)
        editor.cursorPositionChanged.connect(self._caret_moved)
        editor.verticalScrollBar().valueChanged.connect(self._caret_moved)
        self._caret_moved()  # it may stand in a slot already

    def offer(self) -> None:
        """Show the values of the slot at the caret, at once."""
        editor = self._editor
        if editor.composing or editor.isReadOnly() or not editor.hasFocus():
            return
        caret = editor.caret()
        found = self._offers(caret)
        if found is None or not (self._pointed or found[0] == caret):
            self._declined = None
            self.hide()
        elif found[0] != self._declined:
            self._declined = None
            self._slot = found[0]
            self._show(found[1])

    def hide(self) -> None:
        """Put the list away."""
        self._timer.stop()
        self._slot = None
        self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are for the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.list.isVisible() and self._key(event):
                return True
            self._pointed = False
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pointed = True
            self._timer.start()
        elif watched is self._editor and event.type() in _ENDING:
            self.hide()
        elif watched is self._editor and event.type() in _MOVING:
            self._caret_moved()
        return super().eventFilter(watched, event)

    def _caret_moved(self) -> None:
        self.hide()
        if self._editor.hasFocus():
            self._timer.start()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _WAYS:
            row = (self.list.currentRow() + _WAYS[key]) % self.list.count()
            self.list.setCurrentRow(row)
        elif key in _TAKING:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self._declined = self._slot
            self.hide()
        else:
            return False
        return True

    def _take(self, *_: object) -> None:
        slot, item = self._slot, self.list.currentItem()
        self.hide()
        if slot is not None and item is not None:
            self.taken.emit(slot, item.text())

    def _show(self, values: Sequence[str]) -> None:
        self.list.clear()
        self.list.addItems(list(values))
        self.list.setCurrentRow(0)
        width = min(max(self.list.sizeHintForColumn(0) + 40, 120), self._editor.width() - 16)
        height = self.list.sizeHintForRow(0) * min(self.list.count(), _MOST) + 10
        view = self._editor.viewport()
        slot = self._slot or self._editor.caret()
        start = self._editor.bridge.select(slot.block, slot.start, slot.start)
        caret = self._editor.cursorRect(start)
        place = view.mapTo(self._editor, caret.bottomLeft())
        x = min(place.x(), max(self._editor.width() - width - 8, 0))
        y = place.y() + 6
        if y + height > self._editor.height():
            y = max(view.mapTo(self._editor, caret.topLeft()).y() - height - 6, 0)
        self.list.setGeometry(x, y, width, height)
        self.list.show()
        self.list.raise_()
