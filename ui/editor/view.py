"""Ways to look at the text while writing: focus on a paragraph or section, typewriter scrolling."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject

from ui.editor.editor import Editor
from ui.editor.search import section


class Focus(StrEnum):
    """What focus mode leaves lit."""

    OFF = "off"
    PARAGRAPH = "paragraph"
    SECTION = "section"


class View(QObject):
    """Dims what is not in focus and keeps the line of the caret in the middle of the screen."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._block = -1
        self.focus = Focus.OFF
        self.typewriter = False
        editor.cursorPositionChanged.connect(self._caret_moved)
        editor.edited.connect(self._text_changed)
        editor.bridge.replaced.connect(self._text_replaced)
        editor.viewport().installEventFilter(self)

    def set_focus(self, focus: Focus) -> None:
        """Dim everything but the paragraph or section of the caret, or nothing."""
        self.focus = focus
        self._light()

    def set_typewriter(self, on: bool) -> None:  # noqa: FBT001  one switch, its name says it
        """Keep the line of the caret in the middle, with room below the last line."""
        self.typewriter = on
        self._make_room()
        self._center()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the room below the text right when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.typewriter:
            self._make_room()
        return super().eventFilter(watched, event)

    def _text_replaced(self) -> None:
        self._block = -1
        self._make_room()
        self._light()

    def _text_changed(self) -> None:
        if self.focus is Focus.SECTION:
            self._light()

    def _caret_moved(self) -> None:
        number = self._editor.textCursor().blockNumber()
        if number != self._block:
            self._block = number
            self._light()
        self._center()

    def _light(self) -> None:
        layout, number = self._editor.bridge.layout, self._editor.textCursor().blockNumber()
        lit = None
        if self.focus is Focus.PARAGRAPH:
            lit = range(number, number + 1)
        elif self.focus is Focus.SECTION:
            spans = section(self._editor.snapshot(), number)
            lit = range(spans[0].block, spans[-1].block + 1)
        if layout.lit != lit:
            layout.lit = lit
            self._editor.viewport().update()

    def _make_room(self) -> None:
        half = self._editor.viewport().height() / 2 if self.typewriter else 0.0
        self._editor.bridge.layout.set_room_below(half)

    def _center(self) -> None:
        if not self.typewriter or self._editor.textCursor().hasSelection():
            return
        off = self._editor.cursorRect().center().y() - self._editor.viewport().height() // 2
        bar = self._editor.verticalScrollBar()
        bar.setValue(bar.value() + off)
