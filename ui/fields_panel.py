"""Kind and fields of the document, and the places still to fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.document.model import Details, Document
from ui import theme

if TYPE_CHECKING:
    from app.kinds import Kind, KindName, Slot
    from ui.window import Window

_AROUND = 8
_MOST = 300  # slots listed; the count tells of the others
_LOW = 250  # pixels of height in which captions have no room
_NO_FIELDS = "选定文种以后，这里列出要填的要素。"


def placed(window: Window) -> FieldsPanel:
    """Return the fields of a window, put where it has room for them."""
    panel = FieldsPanel()
    QStackedLayout(window.form).addWidget(panel)
    window.following.connect_fields(panel)
    return panel


class FieldsPanel(QWidget):
    """Shows kind, fields and open slots, and wishes for changes of them."""

    kind_wished = Signal(str)  # "" for none
    field_wished = Signal(str, str)  # name, value
    slot_chosen = Signal(object)  # Span

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._slots: tuple[Slot, ...] = ()
        self._names: tuple[str, ...] = ()
        self.kind = QComboBox(self)
        self.kind.setAccessibleName("文种")
        self.kind.activated.connect(self._choose_kind)
        self.edits: dict[str, QLineEdit] = {}
        self._form = QFormLayout()
        self._form.setContentsMargins(12, 0, 12, 12)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.slots = QListWidget(self)
        self.slots.setAccessibleName("待填项")
        self.slots.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.slots.itemClicked.connect(self._choose_slot)
        self.slots.itemActivated.connect(self._choose_slot)
        self._caption = _caption("", self)
        self._captions = (_caption("文种", self), _caption("要素", self))
        self._place()
        self._rebuild((), {})
        self.show_slots(Document(), ())

    def _place(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(8)
        top.addWidget(self._captions[0])
        top.addWidget(self.kind)
        top.addWidget(self._captions[1])
        form = QWidget(self)
        form.setProperty("role", "panel")
        form.setLayout(self._form)
        area = QScrollArea(self)
        area.setMinimumHeight(theme.grown(44))
        self.slots.setMinimumHeight(theme.grown(28))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        area.setWidgetResizable(True)
        area.setWidget(form)
        line = QFrame(self)
        line.setProperty("role", "line")
        below = QVBoxLayout()
        below.setContentsMargins(12, 12, 12, 4)
        below.addWidget(self._caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(area, 2)
        column.addWidget(line)
        column.addLayout(below)
        column.addWidget(self.slots, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the captions to the fields where both have none."""
        super().resizeEvent(event)
        for caption in self._captions:
            caption.setHidden(self.height() < theme.grown(_LOW))

    def set_kinds(self, kinds: Sequence[KindName]) -> None:
        """Offer these kinds."""
        self.kind.clear()
        self.kind.addItem("未指定", "")
        for kind in kinds:
            self.kind.addItem(kind.name, kind.id)

    def show_details(self, details: Details, kind: Kind | None) -> None:
        """Show the kind and the fields of a document; a field being typed in stays as it is."""
        at = self.kind.findData(details.kind or "")
        self.kind.setCurrentIndex(max(at, 0))
        known = [field.name for field in kind.fields] if kind else []
        names = tuple(dict.fromkeys([*known, *(name for name, _ in details.fields)]))
        hints = {field.name: field.hint for field in kind.fields} if kind else {}
        if names != self._names:
            self._names = names
            self._rebuild(names, hints)
        values = dict(details.fields)
        for name, edit in self.edits.items():
            if not edit.hasFocus() and edit.text() != values.get(name, ""):
                edit.setText(values.get(name, ""))

    def show_slots(self, document: Document, slots: Sequence[Slot]) -> None:
        """Show the open places of the text."""
        self._slots = tuple(slots)
        self._caption.setText(f"待填项  {len(slots)}" if slots else "没有待填项")
        self.slots.setVisible(bool(slots))
        kept = self.slots.currentRow()
        self.slots.clear()
        for slot in slots[:_MOST]:
            text = document.blocks[slot.span.block].text
            before = text[max(slot.span.start - _AROUND, 0) : slot.span.start]
            after = text[slot.span.end : slot.span.end + _AROUND]
            shown = f"{before}{text[slot.span.start : slot.span.end]}{after}".replace("\n", " ")
            self.slots.addItem(QListWidgetItem(shown))
        self.slots.setCurrentRow(min(kept, self.slots.count() - 1))

    def focus_first(self) -> None:
        """Go to the first empty field, or to the list of slots."""
        for edit in self.edits.values():
            if not edit.text():
                edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        rest = self.slots if self._slots else self.kind
        rest.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rebuild(self, names: Sequence[str], hints: Mapping[str, str]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.edits = {}
        if not names:
            hint = QLabel(_NO_FIELDS, self)
            hint.setProperty("role", "muted")
            hint.setWordWrap(True)
            self._form.addRow(hint)
        for name in names:
            edit = QLineEdit(self)
            edit.setPlaceholderText(hints.get(name, ""))
            edit.setToolTip(hints.get(name, ""))
            edit.setObjectName(name)
            edit.setAccessibleName(name)
            edit.editingFinished.connect(self._changed)
            self._form.addRow(name, edit)
            self.edits[name] = edit

    def _changed(self) -> None:
        edit = self.sender()
        if isinstance(edit, QLineEdit) and edit.isModified():
            edit.setModified(False)
            self.field_wished.emit(edit.objectName(), edit.text().strip())

    def _choose_kind(self) -> None:
        self.kind_wished.emit(self.kind.currentData() or "")

    def _choose_slot(self, item: QListWidgetItem) -> None:
        row = self.slots.row(item)
        if 0 <= row < len(self._slots):
            self.slot_chosen.emit(self._slots[row].span)


def _caption(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "caption")
    return label
