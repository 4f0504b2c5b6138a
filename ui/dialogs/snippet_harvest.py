"""Snippets from the user's own documents: a folder is read, what comes back in it is proposed."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.errors import AppError
from app.snippets import Harvest, Harvested, Place, Snippet
from app.snippets.source import beginning
from ui.dialogs.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.snippets.stock import SnippetStock

_LOG = logging.getLogger("wenheng")
_CHECKED, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_FOUND = Qt.ItemDataRole.UserRole
_HEADERS = ("表述", "位置", "次数", "篇数")
_MOST_FILES = 5000


class HarvestDialog(Frame):
    """Reads in a worker; the proposals are taken one by one or in bulk."""

    kept = Signal(str)  # what was done
    failed = Signal(object)  # AppError

    def __init__(self, folder: Path, stock: SnippetStock, parent: QWidget | None) -> None:
        super().__init__("从旧文稿采集常用表述", parent, 760, 560)
        self._folder, self._stock = folder, stock
        self.words = self.add_note(f"正在读“{folder.name}”里的文稿…")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("采集进度")
        self.filter = QComboBox(self)
        self.filter.setAccessibleName("只看哪个位置的")
        self.filter.setMinimumWidth(140)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName("采集到的表述")
        self.category = QLineEdit("我的表述/采集", self)
        self.category.setAccessibleName("存入类别")
        self._place()
        self._reader = _Reader(folder)
        self._reader.read.connect(self._show_progress)
        self._reader.done.connect(self._show_found)
        self._pool = QThreadPool(self)

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.filter)
        self.list.setColumnCount(len(_HEADERS))
        self.list.setHeaderLabels(_HEADERS)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setProperty("role", "card")
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.whole = QLabel(self)
        self.whole.setWordWrap(True)
        self.whole.setMinimumHeight(48)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(8)
        label = QLabel("存入类别(&K)", self)
        label.setBuddy(self.category)
        below.addWidget(label)
        below.addWidget(self.category, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.whole)
        self.column.addLayout(below)
        self.every_button, self.none_button = QPushButton("全选", self), QPushButton("全不选", self)
        self.keep_button = QPushButton("", self)
        self.stop_button = self.closing_button("取消")
        self.add_buttons(
            [self.every_button, self.none_button], [self.stop_button, self.keep_button]
        )
        self.every_button.clicked.connect(self._check_all)
        self.none_button.clicked.connect(self._check_none)
        self.keep_button.clicked.connect(self._keep)
        self.filter.currentIndexChanged.connect(self._sift)
        self.list.itemChanged.connect(self._count)
        self.list.currentItemChanged.connect(self._show_whole)
        self._count()

    def read(self) -> None:
        """Read the folder; proposals appear when all of it was read."""
        self._reader.known = [text for texts in self._stock.library.texts() for text in texts]
        self._pool.start(self._reader.work)

    def done(self, result: int) -> None:
        """Closing stops the reading."""
        self._reader.stop()
        self._pool.waitForDone()
        super().done(result)

    def _show_progress(self, count: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(count)
        self.words.setText(f"正在读“{self._folder.name}”里的文稿：{count}／{total}")

    def _show_found(self, proposals: Iterable[Harvested], read: int, notes: list[str]) -> None:
        self.bar.hide()
        found = list(proposals)
        failed = f"；{len(notes)} 个文件打不开，已跳过" if notes else ""
        tail = f"反复出现的表述 {len(found)} 条。" if found else "没有反复出现的新表述。"
        self.words.setText(f"读了 {read} 篇文稿{failed}，{tail}姓名、日期、数字已换成待填项。")
        self.words.setToolTip("\n".join(notes[:20]))
        self.list.blockSignals(True)  # noqa: FBT003  Qt's signature
        for one in found:
            item = QTreeWidgetItem([one.text, one.place.label, str(one.count), str(one.documents)])
            item.setData(0, _FOUND, one)
            item.setCheckState(0, _OFF)
            for column in (2, 3):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)  # noqa: FBT003  Qt's signature
        places = {one.place for one in found}
        self.filter.addItem(f"全部位置  {len(found)}", None)
        for place in (place for place in Place if place in places):
            count = sum(one.place is place for one in found)
            self.filter.addItem(f"{place.label}  {count}", place)
        if found:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
            self.list.setFocus()
        self._count()

    def items(self) -> list[QTreeWidgetItem]:
        """Return the proposals, those filtered out too."""
        root = self.list.invisibleRootItem()
        children = [root.child(number) for number in range(root.childCount())]
        return [child for child in children if child is not None]

    def _sift(self, *_: object) -> None:
        place = self.filter.currentData()
        for item in self.items():
            item.setHidden(place is not None and item.data(0, _FOUND).place != place)
        self._count()

    def _check_all(self) -> None:
        self._set_all(_CHECKED)

    def _check_none(self) -> None:
        self._set_all(_OFF)

    def _set_all(self, state: Qt.CheckState) -> None:
        """Check or clear the rows in sight."""
        for item in self.items():
            if not item.isHidden():
                item.setCheckState(0, state)

    def _chosen(self) -> list[Harvested]:
        return [item.data(0, _FOUND) for item in self.items() if item.checkState(0) is _CHECKED]

    def _count(self, *_: object) -> None:
        count = len(self._chosen())
        self.keep_button.setText(f"存入 {count} 条")
        self.keep_button.setEnabled(count > 0)
        some = self.list.topLevelItemCount() > 0
        for button in (self.every_button, self.none_button, self.filter):
            button.setEnabled(some)

    def _show_whole(self, *_: object) -> None:
        item = self.list.currentItem()
        self.whole.setText(item.text(0) if item else "")

    def _keep(self) -> None:
        category = self.category.text().strip("/ ") or "我的表述"
        chosen = self._chosen()
        snippets = [
            Snippet("", one.text, category, beginning(one.text), ("采集",), one.place)
            for one in chosen
        ]
        try:
            count = self._stock.keep(snippets)
            self._stock.backup()
        except AppError as error:
            self.failed.emit(error)
            return
        self.kept.emit(f"已采集 {count} 条常用表述，存入“{category}”。")
        self.accept()


class _Reader(QObject):
    """Reads the documents of a folder one after the other, in a worker."""

    read = Signal(int, int)  # done, all
    done = Signal(object, int, object)  # proposals, documents read, notes

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.known: list[str] = []  # texts that need no proposal
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Stop after the present document."""
        self._stopped.set()

    def work(self) -> None:
        """Read; called in the worker."""
        from app.formats import READABLE, open_file

        gathering, notes, count = Harvest(self.known), list[str](), 0
        paths = [
            path
            for path in sorted(self._folder.rglob("*"))
            if path.suffix.lower() in READABLE and not path.name.startswith(("~$", "."))
        ][:_MOST_FILES]
        for number, path in enumerate(paths, 1):
            if self._stopped.is_set():
                return
            try:
                gathering.add(open_file(path).document)
                count += 1
            except AppError as error:
                notes.append(str(error))
            except Exception:  # noqa: BLE001  one odd file must not end the reading of a folder
                _LOG.exception("cannot harvest %s", path)
                notes.append(f"无法打开“{path.name}”。")
            self.read.emit(number, len(paths))
        self.done.emit(gathering.proposals(), count, notes)
