"""The page of the preferences about the rules: switched by group or one by one, with options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.settings import Settings
from ui import rule_choice
from ui.number_field import NumberField

if TYPE_CHECKING:
    from app.checks import Rule
    from ui.workplace import Workplace

_RuleRole = Qt.ItemDataRole.UserRole
_MOST = 9999
_EVERY, _OFF, _CHANGED = "全部规则", "已关闭的", "改过选项的"


class RulesPage(QWidget):
    """All rules by group; what is changed holds at once."""

    explain_wished = Signal(object)  # Rule

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from app.checks.registry import rules

        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workplace = workplace
        self._rules = {rule.id: rule for rule in rules()}
        self._showing = False  # while the page itself ticks boxes
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("按名称或内容查找规则")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("查找规则")
        self.which = QComboBox(self)
        self.which.addItems([_EVERY, _OFF, _CHANGED])
        self.which.setAccessibleName("显示哪些规则")
        self.tree = _RuleTree(self)
        self.empty = QLabel("没有这样的规则。", self)
        self.empty.setProperty("role", "muted")
        self.card = RuleCard(self)
        self._place()
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self._filter)
        self.tree.itemChanged.connect(self._switch)
        self.tree.currentItemChanged.connect(self._show_card)
        self.card.option_changed.connect(self._set_option)
        self.card.reset_wished.connect(self._reset)
        self.card.explain_wished.connect(self.explain_wished)
        workplace.settings_changed.connect(self._refresh)
        self._refresh(workplace.settings)

    def item(self, rule: str) -> QTreeWidgetItem:
        """Return the row of a rule."""
        return self._items[rule]

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addWidget(self.empty)
        column.addWidget(self.card)

    def _fill(self) -> None:
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        for rule in self._rules.values():
            group = self._groups.get(rule.group)
            if group is None:
                group = self._groups[rule.group] = QTreeWidgetItem(self.tree, [rule.group])
                group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item = QTreeWidgetItem(group, [rule.title, rule.severity.label])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(0, rule.reason)
            item.setData(0, _RuleRole, rule.id)
            self._items[rule.id] = item
        self.tree.expandAll()
        self.tree.setCurrentItem(next(iter(self._items.values())))

    def _refresh(self, chosen: Settings) -> None:
        """Show the settings as they are."""
        self._showing = True
        for name, item in self._items.items():
            on = rule_choice.is_on(chosen, self._rules[name])
            item.setCheckState(0, _state(on=on))
        for name, group in self._groups.items():
            held = [rule for rule in self._rules.values() if rule.group == name]
            on = sum(rule_choice.is_on(chosen, rule) for rule in held)
            partly = 0 < on < len(held)
            group.setCheckState(0, Qt.CheckState.PartiallyChecked if partly else _state(on=on > 0))
            group.setText(1, f"{on} / {len(held)}")
        self._showing = False
        self._filter()
        self._show_card()

    def _filter(self, *_: object) -> None:
        chosen, words = self._workplace.settings, self.search.text().split()
        which = self.which.currentText()
        found: set[str] = set()
        for name, item in self._items.items():
            rule = self._rules[name]
            shown = _matches(rule, words) and (
                which == _EVERY
                or (which == _OFF and not rule_choice.is_on(chosen, rule))
                or (which == _CHANGED and rule_choice.is_changed(chosen, rule))
            )
            item.setHidden(not shown)
            if shown:
                found.add(rule.group)
        for name, group in self._groups.items():
            group.setHidden(name not in found)
        self.tree.setVisible(bool(found))
        self.empty.setVisible(not found)

    def _switch(self, item: QTreeWidgetItem, column: int) -> None:
        if self._showing or column:
            return
        on = item.checkState(0) is Qt.CheckState.Checked
        name = item.data(0, _RuleRole)
        rules = [
            rule
            for rule in self._rules.values()
            if rule.id == name
            or (item is self._groups[rule.group] and not self._items[rule.id].isHidden())
        ]
        settings = self._workplace.settings
        self._workplace.change(**rule_choice.switched(settings, rules, on=on))

    def _current(self) -> Rule | None:
        item = self.tree.currentItem()
        return self._rules.get(item.data(0, _RuleRole)) if item is not None else None

    def _show_card(self, *_: object) -> None:
        self.card.show_rule(self._current(), self._workplace.settings)

    def _set_option(self, name: str, value: int) -> None:
        rule = self._current()
        if rule is not None:
            settings = self._workplace.settings
            self._workplace.change(**rule_choice.with_option(settings, rule, name, value))

    def _reset(self) -> None:
        rule = self._current()
        if rule is not None:
            self._workplace.change(**rule_choice.as_shipped(self._workplace.settings, rule))


class _RuleTree(QTreeWidget):
    """Two columns: the rules with their boxes, and how sure they are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName("检查规则")
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the space bar tick the box of the row, wherever the focus of the row stands."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            item.setCheckState(0, _state(on=item.checkState(0) is not Qt.CheckState.Checked))
            return
        super().keyPressEvent(event)


class RuleCard(QFrame):
    """What one rule asks, and its options."""

    option_changed = Signal(str, int)
    reset_wished = Signal()
    explain_wished = Signal(object)  # Rule

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._rule: Rule | None = None
        self.controls: dict[str, NumberField | QCheckBox] = {}
        self._reason = QLabel(self)
        self._reason.setWordWrap(True)
        self._options = QFormLayout()
        self._options.setHorizontalSpacing(16)
        self._options.setVerticalSpacing(6)
        self._options.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.explaining = QPushButton("说明和例子", self)
        self.explaining.clicked.connect(self._explain)
        self.resetting = QPushButton("恢复默认", self)
        self.resetting.clicked.connect(self.reset_wished)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.explaining)
        row.addWidget(self.resetting)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 0)
        column.setSpacing(8)
        column.addWidget(self._reason)
        column.addLayout(self._options)
        column.addLayout(row)

    def show_rule(self, rule: Rule | None, chosen: Settings) -> None:
        """Show a rule as it is set, or nothing."""
        self.setVisible(rule is not None)
        if rule is None:
            return
        values = rule_choice.options_of(chosen, rule)
        if rule is not self._rule:
            self._rule = rule
            self._reason.setText(rule.reason)
            self._build(rule, values)
        for name, control in self.controls.items():
            control.blockSignals(True)  # noqa: FBT003  Qt's
            if isinstance(control, QCheckBox):
                control.setChecked(bool(values[name]))
            else:
                control.setValue(values[name])
            control.blockSignals(False)  # noqa: FBT003  Qt's
        self.resetting.setEnabled(rule_choice.is_changed(chosen, rule))

    def _build(self, rule: Rule, values: dict[str, int]) -> None:
        while self._options.rowCount():
            self._options.removeRow(0)
        self.controls = {}
        for name, value in values.items():
            meaning, default = rule.meanings[name], rule.options[name]
            control = self._control(meaning, value, default)
            control.setObjectName(name)
            control.setAccessibleName(meaning)
            self.controls[name] = control

    def _control(self, meaning: str, value: int, default: int) -> NumberField | QCheckBox:
        if isinstance(value, bool):
            box = QCheckBox(meaning, self)
            box.toggled.connect(self._tell)
            self._options.addRow(box)
            return box
        number = NumberField(self)
        number.setRange(0, _MOST)
        number.setKeyboardTracking(False)
        number.setMinimumWidth(96)
        number.valueChanged.connect(self._tell)
        note = QLabel(f"默认 {default}", self)
        note.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(number)
        row.addWidget(note)
        self._options.addRow(meaning, row)
        return number

    def _tell(self, value: int) -> None:
        self.option_changed.emit(self.sender().objectName(), value)

    def _explain(self) -> None:
        if self._rule is not None:
            self.explain_wished.emit(self._rule)


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def _matches(rule: Rule, words: list[str]) -> bool:
    whole = f"{rule.group} {rule.title} {rule.reason} {rule.severity.label} {rule.id}"
    return all(word in whole for word in words)
