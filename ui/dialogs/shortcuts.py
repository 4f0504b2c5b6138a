"""All keys in one table, each to be changed; conflicts are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui import actions, theme
from ui.dialogs.frame import Frame
from ui.dialogs.matching import matches

if TYPE_CHECKING:
    from ui.workplace import Workplace

_FUNCTION = re.compile(r"F\d+")
_STANDARD = QKeySequence.StandardKey
_MOVING = (
    _STANDARD.MoveToNextWord, _STANDARD.MoveToPreviousWord, _STANDARD.SelectNextWord,
    _STANDARD.SelectPreviousWord, _STANDARD.MoveToStartOfDocument, _STANDARD.MoveToEndOfDocument,
    _STANDARD.SelectStartOfDocument, _STANDARD.SelectEndOfDocument, _STANDARD.DeleteStartOfWord,
    _STANDARD.DeleteEndOfWord,
)  # fmt: skip


class ShortcutsDialog(Frame):
    """Lists commands and keys; a changed key holds in every window at once."""

    def __init__(self, workplace: Workplace, parent: QWidget | None) -> None:
        super().__init__("快捷键", parent, 620, 520)
        self._workplace = workplace
        self._chosen = dict(workplace.settings.shortcuts)
        self._own = {command.id: command.keys for command in actions.commands()}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("查找命令或按键")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("查找命令或按键")
        self.search.textChanged.connect(self._fill)
        self.table = QTableWidget(0, 3, self)
        self.table.setAccessibleName("命令和按键")
        self.table.setHorizontalHeaderLabels(["命令", "菜单", "按键"])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, theme.grown(160))
        self.table.setColumnWidth(2, theme.grown(150))
        self.table.currentCellChanged.connect(self._show)
        self.keys = QKeySequenceEdit(self)
        self.keys.setAccessibleName("新的按键")
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self.state = QLabel(self)
        self.state.setProperty("role", "muted")
        setting, clearing = QPushButton("设为此键", self), QPushButton("恢复默认", self)
        setting.clicked.connect(self._set)
        clearing.clicked.connect(self._reset)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.keys, setting, clearing):
            row.addWidget(widget)
        self.column.addWidget(self.search)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(row)
        self.foot.addWidget(self.state)
        self.add_buttons([], [self.closing_button()])
        self._fill("")

    def _commands(self) -> tuple[actions.Command, ...]:
        return actions.with_shortcuts(actions.commands(), self._chosen)

    def _fill(self, text: str = "") -> None:
        shown = [
            command
            for command in self._commands()
            if matches(text, command.title)
            or text.strip().lower() in " ".join(command.all_keys).lower()
        ]
        self.table.setRowCount(len(shown))
        for row, command in enumerate(shown):
            native = QKeySequence.SequenceFormat.NativeText
            keys = "、".join(QKeySequence(key).toString(native) for key in command.all_keys)
            cells = (command.title.rstrip("…"), command.menu.replace("/", " › "), keys)
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setData(Qt.ItemDataRole.UserRole, command.id)
                self.table.setItem(row, column, item)
        if shown:
            self.table.setCurrentCell(0, 0)
        self.state.setText("" if shown else "没有找到这样的命令或按键。")

    def _current(self) -> str:
        item = self.table.item(self.table.currentRow(), 0)
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else ""

    def _show(self, *_: object) -> None:
        name = self._current()
        self.keys.setKeySequence(QKeySequence(self._chosen.get(name, self._own.get(name, ""))))
        self.state.setText("")

    def _set(self) -> None:
        name = self._current()
        keys = self.keys.keySequence().toString()
        wished = actions.with_shortcuts(actions.commands(), {**self._chosen, name: keys})
        other = _rival(wished, name)
        if other:
            self.state.setText(f"这个键已经用于“{other}”，请换一个。")
            return
        if _writes(self.keys.keySequence()):
            self.state.setText("这个键要用来写作和移动光标，请加上 Ctrl 或 Alt，或者用 F1 到 F12。")
            return
        self._chosen[name] = keys
        self._keep("已设置。")

    def _reset(self) -> None:
        name = self._current()
        chosen = {other: keys for other, keys in self._chosen.items() if other != name}
        wished = actions.with_shortcuts(actions.commands(), chosen)
        other = _rival(wished, name)
        if other:
            self.state.setText(f"默认的键现在用于“{other}”，请先改那一条。")
            return
        self._chosen = chosen
        self._keep("已恢复默认。")

    def _keep(self, told: str) -> None:
        row = self.table.currentRow()
        kept = {name: keys for name, keys in self._chosen.items() if self._own.get(name) != keys}
        self._chosen = kept
        self._workplace.change(shortcuts=tuple(sorted(kept.items())))
        self._fill(self.search.text())
        self.table.setCurrentCell(row, 0)
        self.state.setText(told)


def _writes(keys: QKeySequence) -> bool:
    """Tell whether writing needs a key: what types, moves or deletes."""
    *held, pressed = keys.toString().split("+")
    if pressed and not {"Ctrl", "Alt", "Meta"} & set(held):
        return _FUNCTION.fullmatch(pressed) is None
    return any(keys in QKeySequence.keyBindings(standard) for standard in _MOVING)


def _rival(commands: Sequence[actions.Command], name: str) -> str:
    """Return the title of the command that asks for the same key as `name`, "" for none."""
    for pair in actions.conflicts(commands):
        if name in {one.id for one in pair}:
            return next(one.title.rstrip("…") for one in pair if one.id != name)
    return ""
