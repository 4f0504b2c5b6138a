"""Own snippets from a file and into one: what the file holds, progress, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from app.errors import AppError
from ui.dialogs.frame import Frame

if TYPE_CHECKING:
    from app.snippets import Snippet
    from app.snippets.intake import Intake
    from ui.snippets.stock import SnippetStock
    from ui.workplace import Workplace

FORMATS = (
    "常用表述 (*.toml *.csv *.txt *.yml *.yaml);;TOML (*.toml);;表格 (*.csv)"
    ";;纯文字 (*.txt);;espanso (*.yml *.yaml)"
)
_TO_FORMATS = "TOML（内容最全） (*.toml);;表格 (*.csv);;纯文字 (*.txt);;espanso (*.yml)"
_STEP = 400  # snippets kept between two looks at the cancel button
_NOTES = 6  # notes shown; the others are counted


class ImportDialog(Frame):
    """Tells what a file holds; keeps it on request, step by step, and may be stopped."""

    taken = Signal(str)  # what was done
    failed = Signal(object)  # AppError

    def __init__(self, path: Path, stock: SnippetStock, parent: QWidget | None) -> None:
        super().__init__("导入常用表述", parent, 480)
        self._path, self._stock = path, stock
        self._snippets: tuple[Snippet, ...] = ()
        self._rest = iter(self._snippets)
        self._done = 0
        self.words = self.add_note("")
        self.words.setProperty("role", "")
        self.notes = self.add_note("")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("导入进度")
        self.column.addWidget(self.bar)
        self.take_button = QPushButton("导入", self)
        self.take_button.clicked.connect(self._start)
        self.cancel_button = self.closing_button("取消")
        self.add_buttons([], [self.cancel_button, self.take_button])
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._reader = _Reader(self)
        self._reader.read.connect(self._show)
        self._reader.failed.connect(self._refuse)

    def read(self) -> None:
        """Read the file beside the window and show what it holds; `failed` where that cannot be."""
        try:
            store = self._stock.library.store
            own = store.all() if store else ()
        except AppError as error:
            self._refuse(error)
            return
        self.words.setText(f"正在读“{self._path.name}”…")
        self.bar.setRange(0, 0)
        self.take_button.setEnabled(False)
        self._reader.start(self._path, own)
        self.open()

    def _refuse(self, error: AppError) -> None:
        self.failed.emit(error)
        self.reject()

    def _show(self, intake: Intake, told: Sequence[str]) -> None:
        self._snippets = intake.all
        parts = [f"新增 {len(intake.new)} 条"]
        parts += [f"更新 {len(intake.changed)} 条"] if intake.changed else []
        parts += [f"{intake.known} 条已经有了，不再导入"] if intake.known else []
        self.words.setText(f"“{self._path.name}”：{'，'.join(parts)}。")
        more = len(told) - _NOTES
        shown = [*told[:_NOTES], *([f"还有 {more} 条说明。"] if more > 0 else [])]
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(shown))
        self.notes.setMinimumHeight(self.notes.heightForWidth(440) if shown else 0)
        self.bar.setRange(0, max(len(self._snippets), 1))
        self.bar.setVisible(False)
        self.take_button.setEnabled(bool(self._snippets))
        self.take_button.setFocus()
        layout = self.layout()
        if layout is not None:
            self.setMinimumSize(480, max(layout.heightForWidth(480), layout.sizeHint().height()))

    def done(self, result: int) -> None:
        """Closing while it runs stops it; what was kept stays."""
        self._reader.stop()
        if self._timer.isActive():
            self._timer.stop()
            self.taken.emit(f"导入已停下，存入了 {self._done} 条。")
        super().done(result)

    def _start(self) -> None:
        self.take_button.setEnabled(False)
        self.cancel_button.setText("停下")
        self.bar.setVisible(True)
        self._rest = iter(self._snippets)
        self._timer.start(0)

    def _go_on(self) -> None:
        some = list(islice(self._rest, _STEP))
        try:
            self._done += self._stock.keep(some)
        except AppError as error:
            self._timer.stop()
            self.failed.emit(error)
            self.reject()
            return
        self.bar.setValue(self._done)
        self.words.setText(f"已存入 {self._done} 条，共 {len(self._snippets)} 条。")
        if len(some) < _STEP:
            self._timer.stop()
            self._stock.backup()
            self.taken.emit(f"已导入 {self._done} 条常用表述。")
            self.accept()


class _Reader(QObject):
    """Reads a file in a worker and sorts out what of it is new: a large one takes seconds."""

    read = Signal(object, object)  # Intake, notes
    failed = Signal(object)  # AppError

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)

    def start(self, path: Path, own: Sequence[Snippet]) -> None:
        """Begin to read."""
        self._pool.start(lambda: self._work(path, own))

    def stop(self) -> None:
        """Wait for the worker, and tell nothing more."""
        self.blockSignals(True)  # noqa: FBT003  Qt's signature
        self._pool.waitForDone()

    def _work(self, path: Path, own: Sequence[Snippet]) -> None:
        from app.snippets.exchange import read
        from app.snippets.intake import sorted_out

        try:
            found = read(path)
        except AppError as error:
            self.failed.emit(error)
        else:
            self.read.emit(sorted_out(found.snippets, own), found.notes)


def export(workplace: Workplace, parent: QWidget) -> None:
    """Ask where to, write the own snippets, tell what the format leaves out. Raises AppError."""
    from app.snippets.exchange import write

    store = workplace.library.store
    own = store.all() if store else ()
    if not own:
        workplace.ask.tell(parent, "没有可导出的", "还没有自己的常用表述。")
        return
    proposed = Path.home() / "常用表述.toml"
    path = workplace.ask.save_file(parent, "导出常用表述", proposed, _TO_FORMATS)
    if path is None:
        return
    notes = write(path if path.suffix else path.with_suffix(".toml"), own)
    workplace.ask.tell(parent, f"已导出 {len(own)} 条", "\n".join([f"“{path.name}”", *notes]))
