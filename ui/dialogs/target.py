"""How long a section is to become."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.document.targets import MOST
from ui.dialogs.frame import Frame
from ui.number_field import NumberField


class TargetDialog(Frame):
    """Asks for a number of characters; `wished` brings it, 0 for none."""

    wished = Signal(int)

    def __init__(self, name: str, characters: int, target: int, parent: QWidget | None) -> None:
        super().__init__("目标字数", parent, 380)
        self.add_note(f"{name}现有 {characters} 字。提纲里的小条显示写到了多少，超过的部分变色。")
        self.length = NumberField(self)
        self.length.setRange(0, MOST)
        self.length.setSingleStep(100)
        self.length.setSuffix(" 字")
        self.length.setSpecialValueText("不设目标")
        self.length.setValue(target)
        self.length.selectAll()
        label = QLabel("目标(&T)", self)
        label.setBuddy(self.length)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.length, 1)
        self.column.addLayout(line)
        taking = QPushButton("设定", self)
        taking.clicked.connect(self.accept)
        self.accepted.connect(self._wish)
        self.add_buttons([], [self.closing_button("取消"), taking])
        self.length.setFocus()

    def _wish(self) -> None:
        self.wished.emit(self.length.value())
