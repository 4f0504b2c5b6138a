"""The box in the toolbar that shows the type of the caret's paragraph and lets it be chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.document.model import Block, Role
from app.document.recognize.frame import names_meeting
from ui.actions.writing import ROLE_NAMES, ROLES

_MINUTES = "出席、列席等"


class RoleBox(QComboBox):
    """Emits the role taken; shows one without emitting it."""

    chosen = Signal(object)  # Role

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for role, _, keys in ROLES:
            self.addItem(ROLE_NAMES[role], role)
            if keys:
                self.setItemData(self.count() - 1, keys, 3)  # ToolTipRole
        self.setMinimumWidth(128)
        self.setMaxVisibleItems(20)
        self.setToolTip("段落类型")
        self.setAccessibleName("段落类型")
        self.activated.connect(self._take)

    def show_role_of(self, block: Block) -> None:
        """Show the role of a paragraph; one that cannot be chosen is named all the same.

        Who attended a meeting stands behind a text as those do to whom it is copied.
        """
        minutes = block.role is Role.COPIES and names_meeting(block.text)
        at = -1 if minutes else self.findData(block.role)
        self.setCurrentIndex(at)
        if at < 0:
            self.setPlaceholderText(_MINUTES if minutes else ROLE_NAMES.get(block.role, ""))

    def _take(self, at: int) -> None:
        self.chosen.emit(Role(self.itemData(at)))
