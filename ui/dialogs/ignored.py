"""What was put aside, in the document and for good, to be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from ui import moved_numbers
from ui.dialogs.frame import Frame

_REACHES = {"document": "本文", "always": "以后都", "rule": "以后都"}


class IgnoredDialog(Frame):
    """Lists the keys of the findings put aside, in words."""

    restored = Signal(list)  # of pairs: "document", "always" or "rule"; the key

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
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        for reach, keys in (("document", document), ("always", always), ("rule", rules_off)):
            for key in sorted(keys, key=described):
                item = QListWidgetItem(f"{_REACHES[reach]}　{described(key)}")
                item.setData(Qt.ItemDataRole.UserRole, (reach, key))
                item.setToolTip(item.text())
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.column.addWidget(self.list)
        self.restoring = QPushButton("恢复选中的", self)
        self.restoring.clicked.connect(self._restore_chosen)
        self.restoring_all = QPushButton("恢复本文的", self)
        self.restoring_all.clicked.connect(self._restore_document)
        self.add_buttons([self.restoring, self.restoring_all], [self.closing_button()])
        self.list.itemSelectionChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        left = self.list.count() > 0
        self.restoring.setEnabled(bool(self.list.selectedItems()))
        self.restoring_all.setEnabled(bool(self._of_document()))
        self.list.setVisible(left)
        if not left:
            self._note.setText("没有忽略过的问题。")

    def _of_document(self) -> list[QListWidgetItem]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in items if _key(item)[0] == "document"]

    def _restore_chosen(self) -> None:
        self._restore(self.list.selectedItems())

    def _restore_document(self) -> None:
        self._restore(self._of_document())

    def _restore(self, items: Sequence[QListWidgetItem]) -> None:
        keys = [_key(item) for item in items]
        row = min(self.list.row(item) for item in items)
        for item in items:
            self.list.takeItem(self.list.row(item))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.restored.emit(keys)
        self._follow()


def _key(item: QListWidgetItem) -> tuple[str, str]:
    return item.data(Qt.ItemDataRole.UserRole)


def described(key: str) -> str:
    """Return in words what a key puts aside."""
    from app.checks.aside import told
    from app.checks.registry import rules

    titles = {rule.id: rule.title for rule in rules()} | {moved_numbers.CHECK: moved_numbers.TITLE}
    rule, sort, words = told(key)
    title, reach = titles.get(rule, rule), {"@": "这一处", "=": "这个写法"}.get(sort, "这一类")
    words = f"“{words}”" if sort == "=" else words
    return f"{title}（{reach}）" + (f"：{words}" if words else "")
