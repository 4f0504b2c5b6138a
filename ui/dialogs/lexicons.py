"""The lexicons behind the checks: what is in force, taking an updated one in, going back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from app.checks import adopted
from app.errors import AppError
from ui import theme
from ui.dialogs.frame import Frame

if TYPE_CHECKING:
    from ui.dialogs.ask import Ask

_KINDS = "词表 (*.tsv *.txt)"


class LexiconsDialog(Frame):
    """Lists the lexicons; takes one from a file in place of that of its name."""

    changed = Signal()  # another lexicon is in force

    def __init__(self, ask: Ask, parent: QWidget | None) -> None:
        super().__init__("提法和词表数据", parent, 640, 460)
        self._ask = ask
        self._note = self.add_note(
            "检查所依据的数据。单位有新的提法数据时，导入同名文件即可替换；"
            "要自己增补，先“另存一份”，改好再导入。"
        )
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("词表")
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels(["词表", "条数", "资料截至", "来源"])
        self.tree.currentItemChanged.connect(self._follow)
        self.column.addWidget(self.tree)
        self.importing = QPushButton("导入提法数据…", self)
        self.importing.clicked.connect(self._adopt)
        self.copying = QPushButton("另存一份…", self)
        self.copying.clicked.connect(self._copy)
        self.removing = QPushButton("恢复随程序的", self)
        self.removing.clicked.connect(self._remove)
        self.add_buttons([self.importing, self.copying, self.removing], [self.closing_button()])
        self._fill("")

    def _fill(self, chosen: str) -> None:
        self.tree.clear()
        for lexicon in adopted.listing():
            day = lexicon.adopted
            source = f"本单位，{day.year}年{day.month}月{day.day}日导入" if day else "随程序"
            texts = [lexicon.title, str(lexicon.entries), lexicon.dated or "—", source]
            item = QTreeWidgetItem(self.tree, texts)
            item.setToolTip(0, lexicon.name)
            item.setData(0, Qt.ItemDataRole.UserRole, lexicon)
            if lexicon.name == chosen or self.tree.currentItem() is None:
                self.tree.setCurrentItem(item)
        for column in range(3):
            self.tree.resizeColumnToContents(column)
            self.tree.setColumnWidth(column, self.tree.columnWidth(column) + theme.grown(24))

    def _current(self) -> adopted.Lexicon | None:
        item = self.tree.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None

    def _follow(self, *_: object) -> None:
        lexicon = self._current()
        self.removing.setEnabled(lexicon is not None and lexicon.adopted is not None)
        self.copying.setEnabled(lexicon is not None)

    def _adopt(self) -> None:
        path = self._ask.open_one(self, "导入提法数据", _KINDS)
        if path is None:
            return
        try:
            adopted.adopt(path)
        except AppError as error:
            self._ask.tell_error(self, error)
            return
        self._fill(path.name)
        lexicon = self._current()
        if lexicon is not None:
            self._note.setText(
                f"已导入“{lexicon.title}”{lexicon.entries}条，正在按新数据检查打开的文稿。"
            )
        self.changed.emit()

    def _copy(self) -> None:
        lexicon = self._current()
        if lexicon is None:
            return
        path = self._ask.save_file(self, "另存一份", Path.home() / lexicon.name, _KINDS)
        if path is None:
            return
        from app import files

        try:
            files.write(path, adopted.path_of(lexicon.name).read_bytes())
        except AppError as error:
            self._ask.tell_error(self, error)
        else:
            self._note.setText(f"已另存为“{path.name}”。导入时文件名要保持“{lexicon.name}”。")

    def _remove(self) -> None:
        lexicon = self._current()
        if lexicon is None:
            return
        try:
            adopted.remove(lexicon.name)
        except AppError as error:
            self._ask.tell_error(self, error)
            return
        self._fill(lexicon.name)
        self._note.setText(f"已恢复随程序的“{lexicon.title}”，正在重新检查打开的文稿。")
        self.changed.emit()
