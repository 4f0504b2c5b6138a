"""The keys of a search box that are for the list below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def say_none(rows: QListWidget, text: str) -> None:
    """Say in an empty list that nothing was found; the row has no flags: it is not to be taken."""
    row = QListWidgetItem(text)
    row.setFlags(Qt.ItemFlag.NoItemFlags)
    rows.addItem(row)


def steer(
    event: QEvent, rows: QListWidget, take: Callable[[QListWidgetItem | None], object]
) -> bool:
    """Move in the list with the arrow keys and take the current row with Enter.

    Return whether the event was such a key.
    """
    if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    if event.key() in _STEPS:
        row = rows.currentRow() + _STEPS[Qt.Key(event.key())]
        rows.setCurrentRow(min(max(row, 0), rows.count() - 1))
    elif event.key() in _ENTER:
        take(rows.currentItem())
    else:
        return False
    return True
