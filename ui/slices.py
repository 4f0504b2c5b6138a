"""Long work of the windows' thread in slices of a few milliseconds, keys and clicks in between."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

LONG = 1000  # paragraphs above which a text is read in slices, or in a worker
_SLICE = 0.005  # seconds after which waiting keys have their turn


class Slices(QObject):
    """Runs works by name, in the order they were given; a newer one takes the place of its name's.

    A work is an iterator that stops where it may be interrupted.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: dict[str, Iterator[None]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def run(self, name: str, work: Iterator[None], *, whole: bool) -> None:
        """Do its first slice now and the others soon, or all of it now where it is to be `whole`.

        What its first slice reads is so the text as it stands.
        """
        self._works.pop(name, None)
        self._works[name] = work
        if whole:
            while self._step(name, work):
                pass
        elif self._step(name, work):
            self._timer.start()

    def finish(self) -> None:
        """Do now what is left of all works."""
        while self._works:
            self._step(*next(iter(self._works.items())))

    def drop(self, name: str) -> None:
        """Forget what is left of a work."""
        self._works.pop(name, None)

    def stop(self) -> None:
        """Forget what is left of all works: another document is shown, or the window closes."""
        self._works.clear()
        self._timer.stop()

    def _turn(self) -> None:
        end = time.perf_counter() + _SLICE
        while self._works and time.perf_counter() < end:
            self._step(*next(iter(self._works.items())))
        if not self._works:
            self._timer.stop()

    def _step(self, name: str, work: Iterator[None]) -> bool:
        """Go on with a work up to its next stop; tell whether it got there."""
        stopped = False
        try:
            stopped = next(work, work) is None
        finally:
            if not stopped and self._works.get(name) is work:
                del self._works[name]
        return stopped
