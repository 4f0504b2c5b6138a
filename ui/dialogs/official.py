"""The head and the version block of an official document (版头、版记), and whether it is sealed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.document.model import Details
from app.docx.official import FIELDS, SEAL, STAMP, Format
from ui.dialogs.frame import Frame

_NOTE = "填了的项目在打印、导出 PDF 和按国标版式保存的 DOCX 里出现，没填的不出现。"
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "公文格式": tuple([str(found) for found in Format]),
    "密级": ("", "秘密", "机密", "绝密"),
    "紧急程度": ("", "加急", "特急"),
    "用印": ("", SEAL, STAMP),
}
_UNSET = {"用印": "不加盖"}
_WRITABLE = frozenset({"密级", "紧急程度"})
_HINTS = {
    "份号": "如 12，印成 000012",
    "保密期限": "如 1年",
    "发文机关标志": "如 清河县人民政府文件；联合行文几家用顿号隔开",
    "发文字号": "如 清政发〔2026〕3号",
    "签发人": "上行文才有；几人用顿号隔开",
    "抄送": "各机关用逗号隔开，句号自动加",
    "印发机关": "如 清河县人民政府办公室",
    "印发日期": "如 2026年3月5日",
}
_HEADINGS = {"公文格式": "版头", "用印": "落款", "抄送": "版记"}


class OfficialDialog(Frame):
    """Shows the fields; `wished` brings those that were changed, by name."""

    wished = Signal(object)  # Mapping[str, str]

    def __init__(self, details: Details, parent: QWidget | None) -> None:
        super().__init__("版头和版记", parent, 520)
        self._before = {name: details.field(name) for name in FIELDS}
        self.fields: dict[str, QComboBox | QLineEdit] = {}
        self.add_note(_NOTE)
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in FIELDS:
            if name in _HEADINGS:
                heading = QLabel(_HEADINGS[name], self)
                heading.setProperty("role", "caption")
                form.addRow(heading)
            self.fields[name] = self._field(name)
            form.addRow(name, self.fields[name])
        self._area = self.add_scrolled(page)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        taking = QPushButton("确定", self)
        taking.clicked.connect(self.accept)
        self.accepted.connect(self._wish)
        self.add_buttons([], [self.closing_button("取消"), taking])
        self.fields["发文机关标志"].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the field that has the keys into sight where not all fields are."""
        super().showEvent(event)
        self._area.ensureWidgetVisible(self.fields["发文机关标志"])

    def _field(self, name: str) -> QComboBox | QLineEdit:
        value = self._before[name]
        if name not in _CHOICES:
            edit = QLineEdit(value, self)
            edit.setPlaceholderText(_HINTS.get(name, ""))
            edit.setAccessibleName(name)
            return edit
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setEditable(name in _WRITABLE)
        for choice in _CHOICES[name]:
            box.addItem(choice or _UNSET.get(name, ""), choice)
        at = max(box.findData(value), 0)
        box.setCurrentIndex(at)
        if name in _WRITABLE:
            box.setEditText(value)
        return box

    def _value(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, QLineEdit):
            return field.text().strip()
        if name in _WRITABLE:
            return field.currentText().strip()
        value = str(field.currentData())
        usual = value == Format.GENERAL and not self._before[name]
        return "" if usual else value

    def _wish(self) -> None:
        values = {name: self._value(name) for name in FIELDS}
        changed = {name: text for name, text in values.items() if text != self._before[name]}
        if changed:
            self.wished.emit(changed)
