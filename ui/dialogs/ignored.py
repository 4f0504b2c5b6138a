"""What was put aside in a document, to be taken back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from ui.dialogs.frame import Frame


class IgnoredDialog(Frame):
    """Lists the keys of the findings put aside, in words."""

    restored = Signal(str)

    def __init__(self, keys: Iterable[str], parent: QWidget | None) -> None:
        super().__init__("已忽略的问题", parent, 520, 400)
        self._note = self.add_note("这些问题在本文中不再提示。恢复后会重新检查。")
        self.list = QListWidget(self)
        for key in sorted(keys):
            item = QListWidgetItem(described(key))
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.column.addWidget(self.list)
        self.restoring = QPushButton("恢复提示", self)
        self.restoring.clicked.connect(self._restore)
        self.add_buttons([self.restoring], [self.closing_button()])
        self._follow()

    def _follow(self) -> None:
        self.restoring.setEnabled(self.list.count() > 0)
        if not self.list.count():
            self._note.setText("本文没有忽略过问题。")

    def _restore(self) -> None:
        item = self.list.takeItem(self.list.currentRow())
        if item is not None:
            self.restored.emit(item.data(Qt.ItemDataRole.UserRole))
        self._follow()


def described(key: str) -> str:
    """Return in words what a key puts aside."""
    from app.checks.registry import rules

    titles = {rule.id: rule.title for rule in rules()}
    for mark, reach in (("@", "这一处"), ("=", "这个写法")):
        rule, found, rest = key.partition(mark)
        if found and rule in titles:
            return f"{titles[rule]}（{reach}）：{rest}"
    return f"{titles.get(key, key)}（全文）"
