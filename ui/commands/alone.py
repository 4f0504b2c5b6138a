"""The text alone on the screen: focus mode and full screen, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from ui.window import Window

_SHOWN = 4000  # milliseconds that the way back is told


class AloneCommands:
    """What the menu 视图 does to leave nothing but the text."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._focused = False
        self._panels = (True, True)  # left and right, before focus mode
        self._maximized = False  # before full screen

    def set_focus_mode(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Put panels and toolbar away, or bring back those that were there."""
        window = self._window
        if on == self._focused:
            return
        self._focused = on
        if on:
            self._panels = (not window.left.isHidden(), not window.right.isHidden())
        left, right = (False, False) if on else self._panels
        window.left.setVisible(left)
        window.right.setVisible(right)
        window.toolbar.setVisible(not on)
        window.status.setVisible(not on)
        window.commands_by_id["focus"].setChecked(on)
        if on:
            window.editor.setFocus()
            self._tell("专注写作，按 Esc 返回")

    def set_full_screen(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Fill the screen, or give it back as it was."""
        window = self._window
        if on:
            self._maximized = window.isMaximized()
            window.showFullScreen()
            self._tell("全屏，按 Esc 返回")
        elif self._maximized:
            window.showMaximized()
        else:
            window.showNormal()
        window.commands_by_id["full-screen"].setChecked(on)

    def leave(self) -> bool:
        """Leave focus mode, else the full screen; False where there was neither."""
        if self._focused:
            self.set_focus_mode(False)
        elif self._window.isFullScreen():
            self.set_full_screen(False)
        else:
            return False
        return True

    def _tell(self, way_back: str) -> None:
        """Say for a moment how to come back, above the text: the status line may be away."""
        view = self._window.editor.viewport()
        middle = QPoint(view.width() // 2 - view.fontMetrics().horizontalAdvance(way_back) // 2, 8)
        QToolTip.showText(view.mapToGlobal(middle), way_back, view, view.rect(), _SHOWN)
