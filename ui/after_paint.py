"""What is begun once a text can be seen: a screen paints only when the events in front are done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LONGEST = 400  # milliseconds until it is begun all the same: the window may be minimized


class AfterPaint(QTimer):
    """A timer of one shot that can wait until `watched` has been painted anew."""

    def __init__(self, watched: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._watched = watched
        self.setSingleShot(True)

    def wait(self) -> None:
        """Run out right after the next paint, of its window where it is not shown itself."""
        shown = self._watched if self._watched.isVisible() else self._watched.window()
        shown.installEventFilter(self)
        self.start(_LONGEST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells what happens to the widget."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.setInterval(0)  # of a running one too
        return super().eventFilter(watched, event)
