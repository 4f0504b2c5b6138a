"""The small buttons at the head of the outline: unfold, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from ui import theme

if TYPE_CHECKING:
    from ui.window import Window

_UNFOLD = "expand"  # its icon; the menu under it unfolds to a level
_COMMANDS = ("lock-tree",)


class OutlineHead:
    """Puts the buttons into the panel of a window and paints them in its colours."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.unfold = self._button("展开到第几级")
        self.unfold.setMenu(window.menus["提纲/展开"])
        self.unfold.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for name in _COMMANDS:
            action = window.commands_by_id[name]
            self._button(action.text()).setDefaultAction(action)

    def paint(self) -> None:
        """Draw the icons in the colours of the theme."""
        window, colors = self._window, self._window.workplace.colors
        self.unfold.setIcon(theme.icon(_UNFOLD, colors.text, colors.faint))
        for command in window.commands:
            if command.id in _COMMANDS:
                icon = theme.icon(command.icon, colors.text, colors.faint)
                window.commands_by_id[command.id].setIcon(icon)

    def _button(self, title: str) -> QToolButton:
        made = QToolButton(self._window.outline)
        made.setAutoRaise(True)
        made.setIconSize(QSize(1, 1) * theme.grown(16))
        made.setToolTip(title)
        made.setAccessibleName(title)
        self._window.outline.add_button(made)
        return made
