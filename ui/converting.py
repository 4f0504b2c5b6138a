"""A document turned into DOCX beside the window, which stays alive meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QProgressDialog

from app.errors import AppError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PATIENCE = 300  # milliseconds before the progress is shown


class Conversion(QObject):
    """One conversion: a worker waits for it, a small window offers to stop it."""

    made = Signal(object)  # formats.Opened
    failed = Signal(object)  # AppError

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self._stop = threading.Event()
        self._pool = QThreadPool(self)
        self.progress = QProgressDialog(f"正在转换“{path.name}”…", "停止", 0, 0, parent)
        self.progress.setWindowTitle("文衡")
        self.progress.setWindowModality(Qt.WindowModality.WindowModal)
        self.progress.setMinimumDuration(_PATIENCE)
        self.progress.setAutoClose(False)
        self.progress.canceled.connect(self._stop.set)
        self.made.connect(self._end)
        self.failed.connect(self._end)

    def start(self) -> None:
        """Begin; `made` or `failed` answers."""
        self.progress.setValue(0)
        self._pool.start(self._convert)

    def stop(self) -> None:
        """Give up and wait until the worker has ended."""
        self._stop.set()
        self._pool.waitForDone()

    def _convert(self) -> None:
        from app import formats, office

        try:
            package = office.converted(self._path, stopped=self._stop.is_set)
            opened = formats.open_converted(self._path, package)
        except AppError as error:
            self.failed.emit(error)
        else:
            self.made.emit(opened)

    def _end(self, *_: object) -> None:
        self.progress.canceled.disconnect(self._stop.set)
        self.progress.close()
        self.progress.deleteLater()
