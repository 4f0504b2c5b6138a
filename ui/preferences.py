"""The preferences, built from the declarations in `app.settings`; a change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.settings import Setting, Settings, declared
from ui import theme
from ui.dialogs.ask import Option
from ui.dialogs.frame import Frame
from ui.menus import Call
from ui.number_field import NumberField
from ui.rules_page import RulesPage

if TYPE_CHECKING:
    from app.checks import Rule
    from ui.workplace import Workplace


class Control(QObject):
    """One setting and the widget it is changed with."""

    changed = Signal(str, object)

    def __init__(self, name: str, shown: Setting, value: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.widget = self._made(shown, value, parent)
        self.widget.setAccessibleName(shown.title)
        self.widget.setAccessibleDescription(shown.help)
        self.widget.setToolTip(shown.help)
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel gives no focus
        self.widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page, whose settings it would change on the way."""
        if event.type() is QEvent.Type.Wheel and not self.widget.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def set(self, value: Any) -> None:
        """Show a value."""
        if isinstance(self.widget, QCheckBox):
            self.widget.setChecked(value)
        elif isinstance(self.widget, QComboBox):
            self.widget.setCurrentIndex(self.widget.findData(value))
        elif isinstance(self.widget, NumberField):
            self.widget.setValue(value)
        elif isinstance(self.widget, QLineEdit):
            self.widget.setText(value)
            self._tell_text()

    def _made(self, shown: Setting, value: Any, parent: QWidget) -> QWidget:
        if isinstance(value, bool):
            box = QCheckBox(shown.title, parent)
            box.setChecked(value)
            box.toggled.connect(self._tell)
            return box
        if shown.choices:
            choice = QComboBox(parent)
            choice.setMinimumWidth(theme.grown(140))
            for key, title in shown.choices:
                choice.addItem(title, key)
            choice.setCurrentIndex(choice.findData(value))
            choice.currentIndexChanged.connect(self._tell_choice)
            return choice
        if isinstance(value, str):
            line = QLineEdit(value, parent)
            line.setMinimumWidth(theme.grown(240))
            line.setPlaceholderText("没有设置")
            line.editingFinished.connect(self._tell_text)
            return line
        number = NumberField(parent)
        number.setRange(shown.least, shown.most)
        number.setValue(value)
        number.setSuffix(f" {shown.unit}")
        number.setMinimumWidth(theme.grown(140))
        number.setSingleStep(max((shown.most - shown.least) // 50, 1))
        number.valueChanged.connect(self._tell)
        return number

    def _tell(self, value: object) -> None:
        self.changed.emit(self.name, value)

    def _tell_text(self) -> None:
        if isinstance(self.widget, QLineEdit):
            self.changed.emit(self.name, self.widget.text().strip())

    def _tell_choice(self, _: int) -> None:
        if isinstance(self.widget, QComboBox):
            self.changed.emit(self.name, self.widget.currentData())


class PreferencesDialog(Frame):
    """Pages of settings, and the page of the rules."""

    def __init__(self, workplace: Workplace, parent: QWidget | None) -> None:
        super().__init__("设置", parent, 620, 520)
        self._workplace = workplace
        self.controls: dict[str, Control] = {}
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("设置的分类")
        pages: dict[str, QFormLayout] = {}
        for name, shown, _ in declared():
            if shown.page not in pages:
                pages[shown.page] = self._page(shown.page)
            self._add(pages[shown.page], name, shown)
        self.rules = RulesPage(workplace)
        self.rules.explain_wished.connect(self._explain)
        self.tabs.addTab(self.rules, "检查规则")
        self.column.addWidget(self.tabs)
        defaults = QPushButton("全部恢复默认", self)
        defaults.clicked.connect(self._reset)
        self.add_buttons([defaults], [self.closing_button()])

    def _page(self, title: str) -> QFormLayout:
        page = QWidget()
        page.setProperty("role", "panel")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(form)
        column.addStretch()
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        area.setWidgetResizable(True)
        area.setWidget(page)
        self.tabs.addTab(area, title)
        return form

    def _add(self, form: QFormLayout, name: str, shown: Setting) -> None:
        control = Control(name, shown, getattr(self._workplace.settings, name), self)
        control.changed.connect(self._change)
        self.controls[name] = control
        if isinstance(control.widget, QCheckBox):
            form.addRow(control.widget)
        elif shown.folder:
            form.addRow(shown.title, self._with_choice(control, shown))
        else:
            form.addRow(shown.title, control.widget)
        note = QLabel(shown.help)
        note.setWordWrap(True)
        note.setProperty("role", "muted")
        note.setContentsMargins(0, 0, 0, 12)
        form.addRow(note)

    def _with_choice(self, control: Control, shown: Setting) -> QHBoxLayout:
        """Return the field of a folder with a button that asks for one."""
        button = QPushButton("选择…", self)
        button.setAccessibleName(f"选择{shown.title}")
        button.clicked.connect(Call(self._choose_folder, control, shown.title))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(control.widget)
        row.addWidget(button)
        return row

    def _choose_folder(self, control: Control, title: str) -> None:
        folder = self._workplace.ask.folder(self, title)
        if folder is not None:
            control.set(str(folder))

    def _change(self, name: str, value: object) -> None:
        self._workplace.change(**{name: value})

    def _explain(self, rule: Rule) -> None:
        from ui.dialogs.rule_page import RulePage

        RulePage(rule, self._workplace.colors, self).show()

    def _reset(self) -> None:
        text = "颜色、写作和检查的设置，关掉的规则和改过的选项，都回到刚装好的样子。"
        options = [Option("reset", "全部恢复默认"), Option("keep", "不恢复", default=True)]
        if self._workplace.ask.choose(self, "全部设置恢复默认？", text, options) != "reset":
            return
        defaults = Settings()
        shown = {name: getattr(defaults, name) for name in self.controls}
        self._workplace.change(**shown, rules_off=(), rules_on=(), rule_options=())
        for name, value in shown.items():  # in force by now, so that none is taken for a change
            self.controls[name].set(value)
