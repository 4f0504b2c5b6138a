"""A window with little width: one panel beside the text, and the page as wide as fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget

if TYPE_CHECKING:
    from ui.window import Window

_ONE_PANEL = 1000  # pixels of width below which two panels leave no readable column
_FITTING = 1240  # below which two panels leave less than the width of the page
_OWN_SIZE = 100  # percent; who has chosen a larger size gets it, and scrolls


class Narrow(QObject):
    """Keeps one window readable while it is narrow, and brings back what it put away.

    `on` is True while only one panel has room.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.on = False
        self._fits = False  # whether the page follows the room it has
        self._away: QDockWidget | None = None  # the panel put away for want of room
        self._zoom = self._fitted = window.zoom  # as the writer chose it, as it was made
        self._docks = (window.left, window.right)
        for watched in (window, window.editor, *self._docks):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window and of the text, and a panel that is shown."""
        window = self._window
        if event.type() is QEvent.Type.Resize and watched is window:
            self._follow(window.width())
        elif event.type() is QEvent.Type.Resize and watched is window.editor and self._fits:
            self._fit()
        elif event.type() is QEvent.Type.ShowToParent and self.on and watched in self._docks:
            self._alone(watched)
        return super().eventFilter(watched, event)

    def _follow(self, width: int) -> None:
        window = self._window
        if width < _ONE_PANEL and not self.on:
            self.on = True
            if not window.left.isHidden():
                self._alone(window.left)
        elif self.on and width >= _ONE_PANEL:
            self.on = False
            if self._away is not None and any(not dock.isHidden() for dock in self._docks):
                self._away.show()
            self._away = None
        if width < _FITTING and not self._fits:
            self._fits = True
            self._zoom = self._fitted = window.zoom
            self._fit()
        elif self._fits and width >= _FITTING:
            self._fits = False
            window.set_zoom(self._zoom)

    def _alone(self, shown: QObject) -> None:
        """Put the other panel away."""
        window = self._window
        other = window.right if shown is window.left else window.left
        if not other.isHidden():
            other.hide()
            self._away = other

    def _fit(self) -> None:
        """Show the page as wide as the text has room, but no larger than the writer chose."""
        window, page = self._window, self._window.editor.page
        if window.zoom != self._fitted:
            self._zoom = window.zoom
        if page.room <= 0:
            return
        chosen = page.width * self._zoom / window.zoom  # the width of the page at that size
        if chosen <= page.room or self._zoom > _OWN_SIZE:
            if window.zoom != self._zoom:
                window.set_zoom(self._zoom)
        elif page.width > page.room or page.fitting(page.room) > window.zoom:
            from ui.commands.view import fit_page

            fit_page(window, page.room)
        self._fitted = window.zoom
