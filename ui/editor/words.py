"""Words as the keys and the mouse know them: cut by the dictionary, for Qt takes a whole paragraph.

Offsets are code points of a text; spaces belong to the word before them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from ui.editor.bridge import Bridge, is_object
from ui.editor.pressed import WORDS


def starts(text: str) -> list[int]:
    """Return where the words of a text begin, and its end."""
    from app.checks.language.words import cut

    return [start for start, end in cut(text) if not text[start:end].isspace()] + [len(text)]


def around(text: str, offset: int) -> tuple[int, int]:
    """Return the word that an offset lies in, without the spaces behind it."""
    edges = starts(text)
    at = max(bisect_right(edges, offset) - 1, 0)
    if edges[at] == len(text):
        at = max(at - 1, 0)
    end = edges[at + 1] if at + 1 < len(edges) else len(text)
    return edges[at], edges[at] + len(text[edges[at] : end].rstrip())


def stepped(bridge: Bridge, position: int, way: int) -> int:
    """Return the position one word on (1) or back (-1); paragraphs part words."""
    number, offset = bridge.place(position)
    text = bridge.block(number).text
    if way > 0 and offset < len(text):
        edges = starts(text)
        return bridge.position(number, edges[bisect_right(edges, offset)])
    if way < 0 and offset > 0:
        edges = starts(text)
        return bridge.position(number, edges[max(bisect_left(edges, offset) - 1, 0)])
    last = bridge.position(len(bridge) - 1, len(bridge.block(len(bridge) - 1)))
    return min(max(position + way, 0), last)


def reach(bridge: Bridge, cursor: QTextCursor, movement: QTextCursor.MoveOperation) -> None:
    """Select what a deletion takes away: a sign, or a word as the dictionary has it."""
    keep = QTextCursor.MoveMode.KeepAnchor
    if movement in WORDS:
        cursor.setPosition(stepped(bridge, cursor.position(), WORDS[movement]), keep)
    else:
        cursor.movePosition(movement, keep)


class WordClicks(QObject):
    """A double click selects a word, drawing on more of them; a third click the paragraph."""

    def __init__(self, edit: QTextEdit, bridge: Bridge) -> None:
        super().__init__(edit)
        self._edit = edit
        self._bridge = bridge
        self._word: tuple[int, int] | None = None  # positions, while the button is down
        self._ours = False  # whether the press was for us, and so is the release
        self._clicked = 0  # the time of the last double click in milliseconds
        edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells what the mouse does."""
        if isinstance(event, QMouseEvent) and self._handled(event):
            return True
        return super().eventFilter(watched, event)

    def _handled(self, event: QMouseEvent) -> bool:
        kind, left = event.type(), Qt.MouseButton.LeftButton
        if kind is QEvent.Type.MouseButtonRelease:
            ours, self._ours, self._word = self._ours, False, None
            return ours  # Qt would think of a drag that has begun in a selection
        if kind is QEvent.Type.MouseMove:
            return bool(event.buttons() & left) and self._draw(event)
        if event.button() is left and kind is QEvent.Type.MouseButtonDblClick:
            self._ours = self._double(event)
        elif event.button() is left and kind is QEvent.Type.MouseButtonPress:
            self._ours = self._third(event)
        return self._ours

    def _double(self, event: QMouseEvent) -> bool:
        self._word = self._under(event)
        if self._word is None:
            return False
        self._clicked = event.timestamp()
        self._select(*self._word)
        return True

    def _draw(self, event: QMouseEvent) -> bool:
        """Select from the word of the double click to that under the mouse."""
        under = self._under(event) if self._word is not None else None
        if self._word is None or under is None:
            return self._word is not None
        start, end = self._word
        if under[0] < start:
            self._select(end, under[0])
        else:
            self._select(start, max(end, under[1]))
        return True

    def _third(self, event: QMouseEvent) -> bool:
        late = event.timestamp() - self._clicked > QApplication.doubleClickInterval()
        under = None if late else self._under(event)
        if under is None:
            return False
        block = self._bridge.text.findBlock(under[0])
        self._clicked = 0
        self._select(block.position(), block.position() + block.length() - 1)
        return True

    def _under(self, event: QMouseEvent) -> tuple[int, int] | None:
        """Return the word under the mouse as positions, None in a table or picture."""
        cursor = self._edit.cursorForPosition(event.position().toPoint())
        if is_object(cursor.block()):
            return None
        number, offset = self._bridge.place(cursor.position())
        start, end = around(self._bridge.block(number).text, offset)
        return self._bridge.position(number, start), self._bridge.position(number, end)

    def _select(self, anchor: int, caret: int) -> None:
        cursor = self._edit.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
