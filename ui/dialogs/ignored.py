"""What was put aside, in the document and for good, to be taken back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from ui import moved_numbers
from ui.dialogs.frame import Frame

_REACHES = {"document": "本文", "always": "以后都", "rule": "以后都"}


class IgnoredDialog(Frame):
    """Lists the keys of the findings put aside, in words."""

    restored = Signal(str, str)  # "document", "always" or "rule"; the key

    def __init__(
        self,
        document: Iterable[str],
        always: Iterable[str],
        rules_off: Iterable[str],
        parent: QWidget | None,
    ) -> None:
        super().__init__("已忽略的问题", parent, 560, 400)
        self._note = self.add_note("这些问题不再提示。恢复后会重新检查。")
        self.list = QListWidget(self)
        self.list.setAccessibleName("已忽略的问题")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for reach, keys in (("document", document), ("always", always), ("rule", rules_off)):
            for key in sorted(keys):
                item = QListWidgetItem(f"{_REACHES[reach]}　{described(key)}")
                item.setData(Qt.ItemDataRole.UserRole, (reach, key))
                item.setToolTip(item.text())
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.column.addWidget(self.list)
        self.restoring = QPushButton("恢复提示", self)
        self.restoring.clicked.connect(self._restore)
        self.restoring_all = QPushButton("全部恢复", self)
        self.restoring_all.clicked.connect(self._restore_all)
        self.add_buttons([self.restoring, self.restoring_all], [self.closing_button()])
        self._follow()

    def _follow(self) -> None:
        left = self.list.count() > 0
        self.restoring.setEnabled(left)
        self.restoring_all.setEnabled(left)
        self.list.setVisible(left)
        if not left:
            self._note.setText("没有忽略过的问题。")

    def _restore(self) -> None:
        item = self.list.takeItem(self.list.currentRow())
        if item is not None:
            self.restored.emit(*item.data(Qt.ItemDataRole.UserRole))
        self._follow()

    def _restore_all(self) -> None:
        while self.list.count():
            self.list.setCurrentRow(0)
            self._restore()


def described(key: str) -> str:
    """Return in words what a key puts aside."""
    from app.checks.aside import told
    from app.checks.registry import rules

    titles = {rule.id: rule.title for rule in rules()} | {moved_numbers.CHECK: moved_numbers.TITLE}
    rule, sort, words = told(key)
    title, reach = titles.get(rule, rule), {"@": "这一处", "=": "这个写法"}.get(sort, "这一类")
    return f"{title}（{reach}）" + (f"：{words}" if words else "")
