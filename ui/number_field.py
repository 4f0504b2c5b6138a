"""A field for a number, its text as far from the edge as in the other fields."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

_INDENT = 6  # pixels that the style sheet cannot give: Qt leaves its padding out here


class NumberField(QSpinBox):
    """A spin box that lines up with what stands above and below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
