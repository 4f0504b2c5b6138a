"""A window too narrow for two panels: one of them beside the text, and the page as wide as fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget

if TYPE_CHECKING:
    from ui.window import Window

_WIDE = 880  # pixels: two panels and a readable column


class Narrow(QObject):
    """Keeps one window readable while it is narrow, and brings back what it put away.

    `on` is True while it is.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.on = False
        self._away: QDockWidget | None = None  # the panel put away for want of room
        self._zoom = self._fitted = window.zoom
        self._docks = (window.left, window.right)
        for watched in (window, window.editor, *self._docks):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window and of the text, and a panel that is shown."""
        window = self._window
        if event.type() is QEvent.Type.Resize and watched is window:
            self._follow()
        elif event.type() is QEvent.Type.Resize and watched is window.editor and self.on:
            self._fit()
        elif event.type() is QEvent.Type.ShowToParent and self.on and watched in self._docks:
            self._alone(watched)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        narrow = self._window.width() < _WIDE
        if narrow and not self.on:
            self._zoom = self._fitted = self._window.zoom
            self.on = True
            if not self._window.left.isHidden():
                self._alone(self._window.left)
            self._fit()
        elif self.on and not narrow:
            self.on = False
            if self._away is not None and any(not dock.isHidden() for dock in self._docks):
                self._away.show()
            self._away = None
            self._window.set_zoom(self._zoom)

    def _alone(self, shown: QObject) -> None:
        """Put the other panel away."""
        window = self._window
        other = window.right if shown is window.left else window.left
        if not other.isHidden():
            other.hide()
            self._away = other

    def _fit(self) -> None:
        """Show the page as wide as the text has room, but no larger than the writer chose."""
        from ui.commands.view import fit_page

        window = self._window
        if window.zoom != self._fitted:
            self._zoom = window.zoom
        page = window.editor.page
        if page.room > 0:
            window.set_zoom(self._zoom)
            if page.width > page.room:
                fit_page(window, page.room)
        self._fitted = window.zoom
