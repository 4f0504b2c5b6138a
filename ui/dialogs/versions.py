"""The earlier versions of a file, to be opened beside it or compared with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from ui.dialogs.frame import Frame


class VersionsDialog(Frame):
    """Lists the kept versions, newest first."""

    open_wished = Signal(object, str)  # Path, the name to show
    compare_wished = Signal(object)  # Path

    def __init__(self, path: Path, versions: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__("查看旧版", parent, 460, 420)
        self._path, self._versions = path, tuple(versions)
        self.add_note(
            f"每次保存“{path.name}”前留下的版本。打开的旧版是一份新文稿，不会动现在的文件。"
        )
        self.list = QListWidget(self)
        for version in versions:
            size = version.stat().st_size / 1024
            self.list.addItem(f"{when_kept(version)}　{size:.0f} KB")
        self.list.setAccessibleName("旧版")
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self._open)
        self.column.addWidget(self.list)
        opening = QPushButton("打开这一版", self)
        opening.clicked.connect(self._open)
        comparing = QPushButton("和现在的比较…", self)
        comparing.clicked.connect(self._compare)
        self.add_buttons([comparing], [self.closing_button(), opening])

    def _open(self, *_: object) -> None:
        version = self._versions[self.list.currentRow()]
        self.open_wished.emit(version, f"{self._path.stem}（旧版）")
        self.accept()

    def _compare(self) -> None:
        version = self._versions[self.list.currentRow()]
        self.accept()
        self.compare_wished.emit(version)


def when_kept(version: Path) -> str:
    """Return when a version was saved, in the user's own clock."""
    when = datetime.fromtimestamp(version.stat().st_mtime)  # noqa: DTZ006  the user's own clock
    return f"{when:%Y年%m月%d日 %H:%M:%S}"
