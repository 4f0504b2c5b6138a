"""What the program says once it is up: the tour on the first day, a missing input method."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui import input_method

if TYPE_CHECKING:
    from ui.workplace import Workplace

_LATER = 600  # milliseconds after the first window, so that it stands before anything is said


class Greeting(QObject):
    """Greets in the first window, a moment after the start."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATER)
        self._timer.timeout.connect(self.greet)
        self._timer.start()

    def greet(self) -> None:
        """Say what there is to say."""
        self._timer.stop()
        if not self._workplace.windows:
            return
        window, memory = self._workplace.windows[0], self._workplace.memory
        told = ""
        if sys.platform == "linux" and not memory.types_elsewhere:
            told = input_method.warning(
                QGuiApplication.platformName(), os.environ, input_method.running()
            )
        if told:
            window.opening.tell(told, "不再提示", self._silence)
        if not memory.toured:
            self._workplace.remember(toured=True)
            window.help.show_tour()

    def _silence(self) -> None:
        self._workplace.remember(types_elsewhere=True)
