"""What a key event means for a text: what it deletes, whether it types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

_DELETIONS = (
    (QKeySequence.StandardKey.DeleteStartOfWord, QTextCursor.MoveOperation.PreviousWord),
    (QKeySequence.StandardKey.DeleteEndOfWord, QTextCursor.MoveOperation.NextWord),
)
_SINGLE = {
    Qt.Key.Key_Backspace: QTextCursor.MoveOperation.PreviousCharacter,
    Qt.Key.Key_Delete: QTextCursor.MoveOperation.NextCharacter,
}


def deletes(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """Return the movement over what a key deletes, None where it deletes nothing."""
    for standard, movement in _DELETIONS:
        if event.matches(standard):
            return movement
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    return _SINGLE.get(Qt.Key(event.key()))


def types(event: QKeyEvent) -> bool:
    """Tell whether a key types a character, as Qt decides it."""
    text = event.text()
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if not text or (event.modifiers() & control) in (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    ):
        return False
    return text[0].isprintable() or text[0] == "\u3000"
