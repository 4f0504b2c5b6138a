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
WORDS = {QTextCursor.MoveOperation.PreviousWord: -1, QTextCursor.MoveOperation.NextWord: 1}
_MOVE, _SELECT = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
_STEPS = (
    (QKeySequence.StandardKey.MoveToPreviousWord, -1, _MOVE),
    (QKeySequence.StandardKey.MoveToNextWord, 1, _MOVE),
    (QKeySequence.StandardKey.SelectPreviousWord, -1, _SELECT),
    (QKeySequence.StandardKey.SelectNextWord, 1, _SELECT),
)


def steps(event: QKeyEvent) -> tuple[int, QTextCursor.MoveMode] | None:
    """Return which way a key moves by a word, and whether it selects; None where it does not."""
    return next(((way, mode) for key, way, mode in _STEPS if event.matches(key)), None)


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


def asks_for_menu(event: QKeyEvent) -> bool:
    """Tell whether a character is pressed with Alt alone, which Qt would type all the same."""
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and bool(event.text().strip())
