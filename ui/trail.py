"""Where the text was last changed, to come back there: here, and in an earlier session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from app.document.model import Span

if TYPE_CHECKING:
    from ui.window import Window

_KEPT = 4  # places in a text
_FILES = 30  # files whose last place is remembered
_NEAR = 8  # paragraphs from the start that are seen at once


class Trail(QObject):
    """Follows the changes of one window's text; the cursors move with their words."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._places: list[QTextCursor] = []  # the last one last
        window.editor.edited.connect(self._edited)

    def opened(self) -> None:
        """Another text is shown: begin with the place where its file was left."""
        window = self._window
        self._places = []
        path = window.session.path
        if path is None:
            return
        left = dict(window.workplace.memory.places).get(_key(path), "")
        block = window.editor.document().findBlockByNumber(int(left) if left.isdecimal() else 0)
        if block.isValid() and block.blockNumber() >= _NEAR:
            self._places = [QTextCursor(block)]
            window.say("按 Shift+F5 回到上次写到的地方。")

    def closing(self) -> None:
        """Remember for the next time in which paragraph the caret stands."""
        window = self._window
        path = window.session.path
        if path is None or window.pages.currentIndex() != 0:
            return
        known = dict(window.workplace.memory.places)
        window.workplace.remember(places=remembered(known, path, window.editor.caret().block))

    def back(self) -> bool:
        """Go to the last change; from there to the one before, round; False where there is none."""
        if not self._places:
            return False
        editor = self._window.editor
        here = editor.textCursor().blockNumber()
        order = self._places[::-1]
        at = next((n for n, place in enumerate(order) if place.blockNumber() == here), -1)
        block, offset = editor.bridge.place(order[(at + 1) % len(order)].position())
        editor.show_span(Span(block, offset, offset))
        editor.setFocus()
        return True

    def _edited(self) -> None:
        cursor = QTextCursor(self._window.editor.textCursor())
        cursor.clearSelection()
        block = cursor.blockNumber()
        others = [place for place in self._places if place.blockNumber() != block]
        self._places = [*others, cursor][-_KEPT:]


def remembered(known: Mapping[str, str], path: Path, block: int) -> tuple[tuple[str, str], ...]:
    """Return the places of files with one more, the newest last."""
    others = [(name, place) for name, place in known.items() if name != _key(path)]
    return tuple([*others, (_key(path), str(block))][-_FILES:])


def _key(path: Path) -> str:
    return str(path.absolute())
