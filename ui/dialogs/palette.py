"""The search over all commands: characters, pinyin or initials, and Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QObject,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.actions import Command
from ui.dialogs.list_keys import say_none, steer
from ui.dialogs.matching import matches, rank
from ui.drawn_row import DrawnRow, Index
from ui.theme import Theme

_CommandRole = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Look(DrawnRow):
    """Draws a command: picture, title, its menu, its key. Widgets in 150 rows took too long."""

    def height(self, option: QStyleOptionViewItem, index: Index) -> float:
        """Return how high a row is, in pixels."""
        del option, index
        return theme.grown(32)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: Index
    ) -> None:
        """Draw a command."""
        command = index.data(_CommandRole)
        if not isinstance(command, Command):  # the row that says that nothing was found
            super().draw(painter, option, box, index)
            return
        muted, size = QColor(self.colors.muted), theme.grown(18)
        if command.icon:
            ratio = painter.device().devicePixelRatioF()
            picture = theme.pixmap(command.icon, self.colors.muted, size, ratio)
            top = int(box.center().y() - size / 2)
            painter.drawPixmap(int(box.left()) + theme.grown(10), top, picture)
        text = box.adjusted(theme.grown(38), 0, -theme.grown(12), 0)
        title = command.title.rstrip("…")
        painter.setPen(QColor(self.colors.text))
        painter.drawText(text, _MIDDLE, title)
        painter.setPen(muted)
        shift = option.fontMetrics.horizontalAdvance(title) + theme.grown(8)
        painter.drawText(text.adjusted(shift, 0, 0, 0), _MIDDLE, command.menu.replace("/", " › "))
        keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
        painter.drawText(text, _MIDDLE | Qt.AlignmentFlag.AlignRight, keys)


class PaletteDialog(QDialog):
    """Lists the commands that match; emits the id of the one taken."""

    run_wished = Signal(str)

    def __init__(self, commands: Sequence[Command], colors: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("查找命令")
        self._commands = tuple(c for c in commands if c.id != "palette")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("输入命令名称、拼音或首字母，例如 cxbh")
        self.search.setAccessibleName("查找命令")
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("命令")
        self.list.setItemDelegate(_Look(colors, self.list))
        self.list.setUniformItemSizes(True)
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
            item.setData(Qt.ItemDataRole.AccessibleTextRole, command.title)
            item.setData(_CommandRole, command)
            self.list.addItem(item)
        if not found:
            say_none(self.list, f"没有找到“{text.strip()}”这样的命令")
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags():
            return
        command: Command = item.data(_CommandRole)
        self.close()
        self.run_wished.emit(command.id)
