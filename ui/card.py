"""A part of a page that stands on a ground of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


def card(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    """Return an empty card and the column to fill."""
    made = QFrame(parent)
    made.setProperty("role", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(8)
    return made, column
