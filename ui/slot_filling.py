"""A slot in the text: a click selects it, what is written over it goes to all of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor

from app.document.model import Document, Span
from ui.editor.editor import Editor

_MOST = 40  # characters of a value that is taken for one; more is text
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = "。；！？\n【】"  # a value has none of these


class SlotFilling(QObject):
    """Watches the slot that is selected until the caret has left it.

    Enter in a value that was just written accepts it; on the slot itself it passes over it. A
    longer text, or one with a full stop, is no value: there Enter makes a paragraph, and nothing
    is filled in elsewhere. A click into a slot selects all of it, so that typing replaces it; a
    second one puts the caret there.
    """

    filled = Signal(str, str)  # name, value: the caret has left a slot that now reads so
    passed = Signal()  # by Enter: go on to the next slot

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._name = ""
        self._start, self._end = QTextCursor(), QTextCursor()
        self._pressed = editor.caret()  # what was selected when the mouse was pressed last
        editor.viewport().installEventFilter(self)
        editor.cursorPositionChanged.connect(self._caret_moved)
        editor.bridge.replaced.connect(self._forget)
        editor.installEventFilter(self)

    @property
    def writing(self) -> bool:
        """Whether a value is being written over a slot: Tab then goes on to the next one."""
        return bool(self._name and self._value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the Enter that accepts a value, settle when the editor is left, see the clicks."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = self._editor.caret()
        elif event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            if event.button() is Qt.MouseButton.LeftButton and not event.modifiers():
                QTimer.singleShot(0, self, self._select_clicked)
        elif watched is self._editor and self._name:
            if event.type() == QEvent.Type.FocusOut:
                self._settle()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._enter(event)
        return super().eventFilter(watched, event)

    def _enter(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or not plain or self._editor.composing:
            return False
        if not self._value() and not self._editor.textCursor().hasSelection():
            return False
        self._settle()
        self.passed.emit()
        return True

    def _select_clicked(self) -> None:
        """Select the whole of the slot that was clicked into, unless it was selected already."""
        from app.kinds import slots

        editor, caret = self._editor, self._editor.caret()
        if caret.start != caret.end or editor.composing or editor.isReadOnly():
            return
        for slot in slots(Document((editor.bridge.block(caret.block),))):
            span = Span(caret.block, slot.span.start, slot.span.end)
            if span.start < caret.start < span.end and span != self._pressed:
                editor.setTextCursor(editor.bridge.select(span.block, span.start, span.end))

    def _caret_moved(self) -> None:
        editor = self._editor
        if editor.composing:
            return
        if self._name:
            caret = editor.textCursor()
            inside = self._start.position() <= caret.selectionStart()
            if inside and caret.selectionEnd() <= self._end.position():
                return
            name, value = self._told()
            QTimer.singleShot(0, self, lambda: self._tell(name, value))
        self._watch(editor.caret())

    def _watch(self, caret: Span) -> None:
        """Begin to watch where the whole of a named slot is selected."""
        from app.kinds import slots

        if caret.start == caret.end:
            return
        block = self._editor.bridge.block(caret.block)
        here = Span(0, caret.start, caret.end)
        for slot in slots(Document((block,))):
            if slot.name and slot.span == here:
                self._name = slot.name
                self._start = self._editor.bridge.select(caret.block, caret.start, caret.start)
                self._start.setKeepPositionOnInsert(True)
                self._end = self._editor.bridge.select(caret.block, caret.end, caret.end)

    def _settle(self) -> None:
        """Tell of the value that stands in place of the slot, and watch no more."""
        self._tell(*self._told())

    def _told(self) -> tuple[str, str]:
        """Return the slot's name and its value, "" where it has none, and watch no more."""
        told = self._name, self._value()
        self._forget()
        return told

    def _tell(self, name: str, value: str) -> None:
        if value:
            self.filled.emit(name, value)

    def _value(self) -> str:
        """Return what was written over the slot; "" where it is still open or holds a text."""
        start, end = self._start, self._end
        if start.isNull() or start.blockNumber() != end.blockNumber():
            return ""
        text = start.block().text()[start.positionInBlock() : end.positionInBlock()].strip()
        return "" if len(text) > _MOST or any(char in _ENDS for char in text) else text

    def _forget(self) -> None:
        self._name = ""
        self._start, self._end = QTextCursor(), QTextCursor()
