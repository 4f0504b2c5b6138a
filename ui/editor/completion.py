"""The rest of a known phrase, shown in grey after the caret while the writer pauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QWidget

from ui.editor.editor import Editor

_QUIET = 220  # milliseconds without a key before anything is offered
_LOOKED_AT = 24  # characters before the caret
_MOST = 8
_AFTER = "，。；：！？、”’）》】 "  # what may stand after the caret where phrases are offered
_ENDING = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.MouseButtonPress)
_WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ROOM = 4  # characters of room after the caret below which the phrase is shown under the line
_SIDE = 8  # pixels around the phrase under the line


class Offered(Protocol):
    """A phrase that may be completed."""

    @property
    def phrase(self) -> str:
        """The whole phrase."""
        ...

    @property
    def rest(self) -> str:
        """What is still to be put in."""
        ...


class Completion(QObject):
    """Offers the rest of a phrase while typing; all keys but these go on as if it were not there.

    Tab takes it, Ctrl+Down and Ctrl+Up show another, Esc puts it away until the next pause,
    Ctrl+Delete never shows this phrase again.
    """

    accepted = Signal(str)  # the whole phrase that was put in
    refused = Signal(str)  # the phrase that is not to be offered again

    def __init__(self, editor: Editor, offers: Callable[[str], Sequence[Offered]]) -> None:
        """`offers` returns what may go on from the text before the caret, best first."""
        super().__init__(editor)
        self._editor = editor
        self._offers = offers
        self._offered: list[Offered] = []
        self._row = 0
        self._typed = False
        self.ghost = _Ghost(editor)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self.offer)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)
        editor.cursorPositionChanged.connect(self._caret_moved)
        editor.verticalScrollBar().valueChanged.connect(self.hide)

    @property
    def shown(self) -> str:
        """The rest that is offered now, "" where nothing is."""
        return self._offered[self._row].rest if self.ghost.isVisible() else ""

    def offer(self) -> None:
        """Show what may go on from the caret, at once; nothing while a word is composed."""
        self._typed = False
        caret = self._editor.caret()
        if self._editor.composing or self._editor.isReadOnly() or caret.start != caret.end:
            return
        text = self._editor.bridge.block(caret.block).text
        if text[caret.end :] and text[caret.end] not in _AFTER:
            return
        before = text[max(caret.end - _LOOKED_AT, 0) : caret.end]
        found = list(self._offers(before))[:_MOST] if before else []
        self._offered = [one for one in found if not text[caret.end :].startswith(one.rest)]
        self._row = 0
        if self._offered:
            self._show(at_end=not text[caret.end :])
        else:
            self.hide()

    def hide(self) -> None:
        """Put the phrase away."""
        self._timer.stop()
        self.ghost.hide()

    def accept(self) -> None:
        """Put in the rest of the phrase shown, as one undo step."""
        taken = self._offered[self._row]
        self.hide()
        self._editor.insert(taken.rest)
        self.hide()
        self.accepted.emit(taken.phrase)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch what the writer types, and take the keys that are for the phrase."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.ghost.isVisible() and self._key(event):
                return True
            self._typed = bool(event.text()) and event.text().isprintable()
        elif isinstance(event, QInputMethodEvent):
            if event.preeditString() or event.commitString():  # else it only tells of itself
                self.hide()
                self._typed = True
        elif event.type() in _ENDING:
            self._typed = False
            self.hide()
        return super().eventFilter(watched, event)

    def _caret_moved(self) -> None:
        self.hide()
        if self._typed and not self._editor.composing:
            self._timer.start()

    def _key(self, event: QKeyEvent) -> bool:
        key, control = Qt.Key(event.key()), event.modifiers() == _CONTROL
        if key == Qt.Key.Key_Tab and not event.modifiers():
            self.accept()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _WAYS and control:
            self._row = (self._row + _WAYS[key]) % len(self._offered)
            self._show(at_end=self.ghost.inline)
        elif key == Qt.Key.Key_Delete and control:
            refused = self._offered[self._row].phrase
            self.hide()
            self.refused.emit(refused)
        else:
            return False
        return True

    def _show(self, *, at_end: bool) -> None:
        several = f"{self._row + 1}/{len(self._offered)}" if len(self._offered) > 1 else ""
        self.ghost.show_rest(self._offered[self._row].rest, several, at_end=at_end)


class _Ghost(QWidget):
    """The grey words: in the line of the caret where there is room, or else below it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor.viewport())
        self._editor = editor
        self._rest = self._hint = ""
        self._face = QFont()
        self.inline = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("接着写的建议")
        self.hide()

    def show_rest(self, rest: str, several: str, *, at_end: bool) -> None:
        """Show the rest of a phrase; `several` tells which of several it is."""
        editor = self._editor
        caret = editor.cursorRect()
        self._rest, self.inline = rest, at_end
        self._hint = f"  Tab {several}".rstrip()
        self._face = QFont(editor.currentCharFormat().font())
        scale = caret.height() / QFontMetrics(self._face).height()  # the zoom of the page
        self._face.setPixelSize(max(round(QFontInfo(self._face).pixelSize() * scale), 8))
        metrics = QFontMetrics(self._face)
        hint = QFontMetrics(self.font()).horizontalAdvance(self._hint) + 4
        wide = metrics.horizontalAdvance(rest) + hint
        room = editor.viewport().width() - caret.right() - 2
        if not at_end or room < min(wide, metrics.horizontalAdvance("文" * _ROOM) + hint):
            self.inline = False
            wide += 2 * _SIDE
            left = max(min(caret.left(), editor.viewport().width() - wide), 0)
            box = QRect(left, caret.bottom() + 3, wide, metrics.height() + 4)
        else:
            box = QRect(caret.right() + 1, caret.top(), min(wide, room), caret.height())
        self.setGeometry(box)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, those under the line on a ground of their own."""
        del event
        painter = QPainter(self)
        palette = self._editor.palette()
        grey = palette.color(QPalette.ColorRole.PlaceholderText)
        box = self.rect()
        if not self.inline:
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
            box = box.adjusted(_SIDE, 0, -_SIDE, 0)
        faint = QColor(grey)
        faint.setAlphaF(0.75)
        hint = QFontMetrics(self.font()).horizontalAdvance(self._hint) + 4
        metrics = QFontMetrics(self._face)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = box.width() - hint
        rest = metrics.elidedText(self._rest, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._face)
        painter.setPen(grey)
        painter.drawText(box, middle, rest)
        painter.setFont(self.font())
        painter.setPen(faint)
        painter.drawText(box.adjusted(metrics.horizontalAdvance(rest), 0, 0, 0), middle, self._hint)
