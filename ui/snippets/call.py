"""The search of the common formulations at the caret: a box and a short list over the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.snippets import EVERYWHERE
from ui import theme
from ui.editor.editor import Editor
from ui.snippets.found import Here, SearchBox, Shelf, SnippetView, found

_WIDTH, _ROWS, _GAP = 420, 6, 4
_PAUSE = 30


class SnippetCall(QFrame):
    """Opened at the caret; Enter inserts and closes, Shift+Enter inserts and stays, Esc closes."""

    insert_wished = Signal(object, bool)  # Snippet, whether to stay
    left = Signal()

    def __init__(self, editor: Editor, shelf: Shelf) -> None:
        super().__init__(editor)
        self._editor, self._shelf = editor, shelf
        self._here = Here()
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.search = SearchBox(self)
        self.view = SnippetView(shelf.colors, self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint = QLabel("回车插入　Shift+回车插入后不收起　Esc 收起", self)
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self.hint)
        self.search.textChanged.connect(self._pause.start)
        self.search.stepped.connect(self.view.step)
        self.search.taken.connect(self._take)
        self.search.left.connect(self._leave)
        self.view.taken.connect(self._take)
        self.search.installEventFilter(self)
        self.hide()

    def open(self, here: Here) -> None:
        """Show what fits the place of the caret, and let the user type."""
        self._here = here
        self.search.clear()
        self.refresh()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """Search again."""
        self._pause.stop()
        text = self.search.text().strip()
        self.view.show_rows(found(self._shelf.library, text, self._here, EVERYWHERE))
        self._put_at_caret()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the user goes on elsewhere."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._pause.stop()
            self.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key of the box goes on to the text below it."""
        event.accept()

    def _take(self, stay: bool) -> None:  # noqa: FBT001  a signal brings it
        if self._pause.isActive():  # Enter was quicker than the search
            self.refresh()
        row = self.view.current()
        if row is None:
            return
        if stay:
            self.insert_wished.emit(row.snippet, True)  # noqa: FBT003  the signal's value
            self._put_at_caret()
            self.search.setFocus()
            self.search.selectAll()
        else:
            self.hide()
            self.insert_wished.emit(row.snippet, False)  # noqa: FBT003  the signal's value

    def _leave(self) -> None:
        self._pause.stop()
        self.hide()
        self.left.emit()

    def _put_at_caret(self) -> None:
        editor, view = self._editor, self._editor.viewport()
        width = min(theme.grown(_WIDTH), editor.width() - 2 * _GAP)
        height = self.view.sizeHintForRow(0) if self.view.current() else 44
        rows = min(max(self.view.rows.rowCount(), 1), _ROWS)
        height = height * rows + self.search.sizeHint().height()
        height += self.hint.heightForWidth(width - 16)
        height = min(height + 30, editor.height() - 2 * _GAP)
        caret = editor.cursorRect()
        place = view.mapTo(editor, caret.bottomLeft())
        x = min(max(place.x(), _GAP), editor.width() - width - _GAP)
        y = place.y() + _GAP
        if y + height > editor.height():
            y = max(view.mapTo(editor, caret.topLeft()).y() - height - _GAP, _GAP)
        self.setGeometry(x, y, width, height)
