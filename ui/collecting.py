"""Garbage is collected in the thread of the windows only.

Python collects in whatever thread happens to allocate. Where that is a worker, the wrappers of
closed windows would be destroyed there, and Qt aborts. What took long to look at is left out from
then on until a window closes: values hold no cycles, and a long text is a million objects.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

_PAUSE = 5000  # milliseconds between two looks: a key may come in each
_YOUNG = 5_000  # new objects that are worth a look at them
_OLDER = 10  # collections of one generation before the next is looked at
_LONG = 0.008  # seconds of a collection that a key would notice


class Collector(QObject):
    """Takes the collecting over from Python until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Collect once more and give the collecting back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()

    def closed(self) -> None:
        """Look at everything again: a window has closed, whose objects hold each other."""
        gc.unfreeze()

    def _look(self) -> None:
        began = time.perf_counter()
        young, middle, old = gc.get_count()
        if old > _OLDER:
            gc.collect(2)
        elif middle > _OLDER:
            gc.collect(1)
        elif young > _YOUNG:
            gc.collect(0)
        if time.perf_counter() - began > _LONG:
            gc.freeze()
