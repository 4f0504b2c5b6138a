"""The list of phrases that may go on from the words before the caret; it never takes the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget

from ui.editor.editor import Editor

_QUIET = 220  # milliseconds without a key before anything is offered
_LOOKED_AT = 24  # characters before the caret
_MOST = 8
_AFTER = "，。；：！？、”’）》】 "  # what may stand after the caret where phrases are offered
_ENDING = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.MouseButtonPress)
_WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ACCEPTING = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Offered(Protocol):
    """A phrase that may be completed."""

    @property
    def phrase(self) -> str:
        """The whole phrase, as it is shown."""
        ...

    @property
    def rest(self) -> str:
        """What is still to be put in."""
        ...


class Completion(QObject):
    """Offers phrases while typing.

    Tab takes the first, Down goes into the list, where Enter takes the chosen one; Esc puts the
    list away until the next pause.
    """

    accepted = Signal(str)  # the whole phrase that was put in

    def __init__(self, editor: Editor, offers: Callable[[str], Sequence[Offered]]) -> None:
        """`offers` returns what may go on from the text before the caret, best first."""
        super().__init__(editor)
        self._editor = editor
        self._offers = offers
        self._offered: list[Offered] = []
        self._chosen = False  # the writer went into the list
        self._typed = False
        self.enabled = True
        self.popup = _popup(editor)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self.offer)
        self.popup.itemClicked.connect(self._clicked)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)
        editor.cursorPositionChanged.connect(self._caret_moved)
        editor.verticalScrollBar().valueChanged.connect(self.hide)

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
        self._offered = list(self._offers(before))[:_MOST] if before else []
        if self._offered:
            self._show()
        else:
            self.hide()

    def hide(self) -> None:
        """Put the list away."""
        self._timer.stop()
        self._chosen = False
        self.popup.hide()

    def accept(self, row: int = 0) -> None:
        """Put in the rest of an offered phrase, as one undo step."""
        found = self._offered[row]
        self.hide()
        self._editor.insert(found.rest)
        self.hide()
        self.accepted.emit(found.phrase)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch what the writer types, and take the keys that are for the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.popup.isVisible() and self._key(event):
                return True
            self._typed = bool(event.text()) and event.text().isprintable()
        elif event.type() == QEvent.Type.InputMethod:
            self.hide()
            self._typed = True
        elif event.type() in _ENDING:
            self._typed = False
            self.hide()
        return super().eventFilter(watched, event)

    def _caret_moved(self) -> None:
        self.hide()
        if self._typed and self.enabled and not self._editor.composing:
            self._timer.start()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _WAYS:
            step = _WAYS[key] if self._chosen else 0
            self._chosen = True
            self.popup.setCurrentRow((self.popup.currentRow() + step) % self.popup.count())
        elif key == Qt.Key.Key_Tab or (key in _ACCEPTING and self._chosen):
            self.accept(self.popup.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _clicked(self) -> None:
        self.accept(self.popup.currentRow())
        self._editor.setFocus()

    def _show(self) -> None:
        self.popup.clear()
        self.popup.addItems([found.phrase for found in self._offered])
        self.popup.setCurrentRow(0)
        self._chosen = False
        width = self.popup.sizeHintForColumn(0) + 28
        height = self.popup.sizeHintForRow(0) * self.popup.count() + 10
        view = self._editor.viewport()
        caret = self._editor.cursorRect()
        place = view.mapTo(self._editor, caret.bottomLeft())
        x = min(place.x(), max(self._editor.width() - width - 8, 0))
        y = place.y() + 4
        if y + height > self._editor.height():
            y = view.mapTo(self._editor, caret.topLeft()).y() - height - 4
        self.popup.setGeometry(x, y, width, height)
        self.popup.show()
        self.popup.raise_()


def _popup(editor: Editor) -> QListWidget:
    """Return a list that lies over the text and is no window, so that input goes on undisturbed."""
    popup = QListWidget(editor)
    popup.setObjectName("completion")
    popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    popup.setFrameShape(QFrame.Shape.StyledPanel)
    popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    popup.setAccessibleName("补全建议")
    popup.setToolTip("Tab 采用第一条，↓ 进入列表，Esc 收起")
    popup.hide()
    return popup
