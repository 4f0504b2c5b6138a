"""Work that may take a moment, done in a worker while the window goes on painting itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

T = TypeVar("T")
_PATIENCE = 500  # milliseconds before something is said


class _Work(QObject, Generic[T]):
    """What is done; `result` or `error` is there once `ended` was told."""

    ended = Signal()

    def __init__(self, run: Callable[[], T]) -> None:
        super().__init__()
        self._run = run
        self.result: list[T] = []
        self.error: BaseException | None = None

    def __call__(self) -> None:
        try:
            self.result.append(self._run())
        except BaseException as error:  # noqa: BLE001  raised again in the thread that asked
            self.error = error
        self.ended.emit()


def apart(run: Callable[[], T], said: str, parent: QWidget | None) -> T:
    """Return what `run` gives; raise what it raises.

    It must touch no widget. Keys and clicks are kept until it has ended; where it takes longer
    than half a second, a small window says what is being done.
    """
    work, loop, pool = _Work(run), QEventLoop(), QThreadPool()
    work.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    progress = QProgressDialog(said, "", 0, 0, parent)
    progress.setWindowTitle("文衡")
    progress.setCancelButton(None)  # pyright: ignore[reportArgumentType]  Qt takes none
    progress.setMinimumDuration(_PATIENCE)
    progress.setValue(0)
    pool.start(work)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    pool.waitForDone()
    progress.close()
    progress.deleteLater()
    if work.error is not None:
        raise work.error
    return work.result[0]
