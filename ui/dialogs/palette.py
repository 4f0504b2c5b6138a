"""The search over all commands: characters, pinyin or initials, and Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.actions import Command
from ui.dialogs.list_keys import say_none, steer
from ui.dialogs.matching import matches, rank
from ui.theme import Theme


class PaletteDialog(QDialog):
    """Lists the commands that match; emits the id of the one taken."""

    run_wished = Signal(str)

    def __init__(self, commands: Sequence[Command], colors: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("查找命令")
        self._commands, self._colors = tuple(c for c in commands if c.id != "palette"), colors
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("输入命令名称、拼音或首字母，例如 cxbh")
        self.search.setAccessibleName("查找命令")
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("命令")
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list)
        width = min(theme.grown(520), parent.width() - 40)
        self.resize(width, min(theme.grown(380), parent.height() - 100))
        middle = parent.mapToGlobal(parent.rect().center())
        self.move(
            middle.x() - self.width() // 2, parent.mapToGlobal(parent.rect().topLeft()).y() + 72
        )
        self._fill("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys and Enter of the search box move and take in the list."""
        return steer(event, self.list, self._take) or super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        self.list.clear()
        found = [c for c in self._commands if matches(text, c.title.rstrip("…"))]
        if text.strip():
            found.sort(key=lambda c: rank(text, c.title))
        for command in found:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, command.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, command.title)
            item.setSizeHint(QSize(0, theme.grown(32)))
            self.list.addItem(item)
            self.list.setItemWidget(item, self._row(command))
        if not found:
            say_none(self.list, f"没有找到“{text.strip()}”这样的命令")
        self.list.setCurrentRow(0)

    def _row(self, command: Command) -> QWidget:
        holder = QWidget()
        holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        picture = QLabel()
        picture.setFixedWidth(theme.grown(20))
        if command.icon:
            picture.setPixmap(theme.pixmap(command.icon, self._colors.muted, theme.grown(18), 2.0))
        place = QLabel(command.menu.replace("/", " › "))
        place.setProperty("role", "muted")
        keys = QLabel(QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText))
        keys.setProperty("role", "muted")
        row.addWidget(picture)
        row.addWidget(QLabel(command.title.rstrip("…")))
        row.addWidget(place)
        row.addStretch()
        row.addWidget(keys)
        return holder

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags():
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.run_wished.emit(name)
