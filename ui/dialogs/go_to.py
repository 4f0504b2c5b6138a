"""The list of headings and bookmarks to go to, found by characters, pinyin or initials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.document.numbering import leading
from ui import theme
from ui.dialogs.frame import Frame
from ui.dialogs.list_keys import say_none, steer
from ui.dialogs.matching import matches, rank
from ui.theme import Theme

_BlockRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Target:
    """A place: the block, its words, how deep it lies, and whether it has a bookmark."""

    block: int
    text: str
    depth: int
    bookmark: bool


class GoToDialog(Frame):
    """Lists the places; emits the block of the one taken."""

    chosen = Signal(int)

    def __init__(
        self, targets: Sequence[Target], here: int, colors: Theme, parent: QWidget | None
    ) -> None:
        """`here` is the block of the caret: the place it lies in is current at first."""
        super().__init__("转到", parent, 520, 460)
        self._targets, self._colors, self._here = tuple(targets), colors, here
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("输入标题里的字、拼音或首字母")
        self.search.setAccessibleName("查找标题或书签")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget(self)
        self.list.setAccessibleName("标题和书签")
        self.list.setIconSize(QSize(theme.grown(16), theme.grown(16)))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.column.addWidget(self.search)
        self.column.addWidget(self.list, 1)
        self.add_note("带书签图标的是书签；Ctrl+F2 在光标所在的段落加上或去掉书签。")
        self.add_buttons([], [self.closing_button()])
        self._fill("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys and Enter of the search box move and take in the list."""
        return steer(event, self.list, self._take) or super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        self.list.clear()
        mark = theme.icon("bookmark", self._colors.accent)
        none = theme.icon("outline", self._colors.faint)
        shown = [target for target in self._targets if matches(text, target.text)]
        current = 0
        if text and shown:
            current = min(range(len(shown)), key=lambda row: rank(text, _words(shown[row])))
        for target in shown:
            item = QListWidgetItem(mark if target.bookmark else none, "")
            item.setText(f"{'　' * target.depth}{target.text}")
            item.setData(_BlockRole, target.block)
            said = f"书签：{target.text}" if target.bookmark else target.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
            if not text and target.block <= self._here:
                current = self.list.count() - 1
        if not self.list.count():
            say_none(self.list, "没有找到" if text else "文中还没有标题和书签")
        self.list.setCurrentRow(current)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags():
            self.chosen.emit(item.data(_BlockRole))
            self.accept()


def _words(target: Target) -> str:
    """Return the words of a place without their number."""
    lead = leading(target.text, sure=True)
    return target.text[lead.end if lead else 0 :]
