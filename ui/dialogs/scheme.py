"""How each level is numbered: restarting or through, and with which separator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from app.document.numbering import Form, write
from app.document.scheme import STYLES, Level, Wish
from ui.dialogs.frame import Frame

_COUNTINGS = (("restart", "每节重新编号"), ("through", "全文连续编号"))


class SchemeDialog(Frame):
    """One line a level. `wished` brings those that the user has changed, by form."""

    wished = Signal(object)  # dict[Form, Wish]

    def __init__(self, found: Sequence[Level], parent: QWidget | None) -> None:
        super().__init__("编号方式", parent, 520)
        self._found = tuple(found)
        self.add_note(
            "下面是从本文读出的编号方式。改动后全文的序号一并改好，合为一步，可以一次撤销；"
            "所选方式随文稿保存。"
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, title in enumerate(("层次", "编号", "写法")):
            label = QLabel(title, self)
            label.setProperty("role", "muted")
            grid.addWidget(label, 0, column)
        self.countings: dict[Form, QComboBox] = {}
        self.styles: dict[Form, QComboBox] = {}
        for row, level in enumerate(self._found, 1):
            self._add(grid, row, level)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        taking = QPushButton("改编号", self)
        taking.clicked.connect(self.accept)
        self.accepted.connect(self._wish)
        self.add_buttons([], [self.closing_button("取消"), taking])

    def _add(self, grid: QGridLayout, row: int, level: Level) -> None:
        said = "已设定" if level.chosen else "按提纲推断"
        label = QLabel(f"{level.style}　共 {level.count} 个，{said}", self)
        counting, style = QComboBox(self), QComboBox(self)
        for key, title in _COUNTINGS:
            counting.addItem(title, key)
        counting.setCurrentIndex(counting.findData(level.counting))
        counting.setEnabled(not level.row or level.chosen)
        counting.setToolTip("这一层只有一组序号，两种编法一样" if level.row else "")
        for one in dict.fromkeys((level.style, *STYLES.get(level.form, ()))):
            style.addItem(f"{one} {write(level.form, 2, one)} {write(level.form, 3, one)}", one)
        style.setEnabled(style.count() > 1)
        counting.setAccessibleName(f"{level.style} 的编号")
        style.setAccessibleName(f"{level.style} 的写法")
        label.setBuddy(counting)
        self.countings[level.form], self.styles[level.form] = counting, style
        for column, widget in enumerate((label, counting, style)):
            grid.addWidget(widget, row, column)

    def _wish(self) -> None:
        wishes: Mapping[Form, Wish] = {
            level.form: Wish(counting, style if style != level.style else "")
            for level in self._found
            for counting in (self.countings[level.form].currentData(),)
            for style in (self.styles[level.form].currentData(),)
            if (counting, style) != (level.counting, level.style)
        }
        if wishes:
            self.wished.emit(wishes)
