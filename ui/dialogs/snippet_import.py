"""Own snippets from a file and into one: what the file holds, progress, and what was left out."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from app.errors import AppError
from ui.dialogs.frame import Frame

if TYPE_CHECKING:
    from app.snippets import Snippet
    from ui.snippet_stock import SnippetStock
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

    def read(self) -> None:
        """Read the file and show what it holds; `failed` where it cannot be read."""
        from app.snippets.exchange import read
        from app.snippets.intake import sorted_out

        try:
            found = read(self._path)
            store = self._stock.library.store
            intake = sorted_out(found.snippets, store.all() if store else ())
        except AppError as error:
            self.failed.emit(error)
            self.deleteLater()
            return
        self._snippets = intake.all
        parts = [f"新增 {len(intake.new)} 条"]
        parts += [f"更新 {len(intake.changed)} 条"] if intake.changed else []
        parts += [f"{intake.known} 条已经有了，不再导入"] if intake.known else []
        self.words.setText(f"“{self._path.name}”：{'，'.join(parts)}。")
        more = len(found.notes) - _NOTES
        shown = [*found.notes[:_NOTES], *([f"还有 {more} 条说明。"] if more > 0 else [])]
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(shown))
        self.notes.setMinimumHeight(self.notes.heightForWidth(440) if shown else 0)
        self.bar.setRange(0, max(len(self._snippets), 1))
        self.bar.setVisible(False)
        self.take_button.setEnabled(bool(self._snippets))
        layout = self.layout()
        if layout is not None:
            self.setMinimumSize(480, max(layout.heightForWidth(480), layout.sizeHint().height()))
        self.open()

    def done(self, result: int) -> None:
        """Closing while it runs stops it; what was kept stays."""
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
        if len(some) < _STEP:
            self._timer.stop()
            self._stock.backup()
            self.taken.emit(f"已导入 {self._done} 条常用表述。")
            self.accept()


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
