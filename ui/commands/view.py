"""What is shown and how large: panels, zoom, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTextEdit, QWidget

from ui.beside import Beside

if TYPE_CHECKING:
    from ui.window import Window

_TRIES = 6
_STEPS = (50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class ViewCommands:
    """The menu 视图."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def show_outline(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Show or hide the tree."""
        self._window.left.setVisible(on)

    def show_side(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Show or hide the panels at the right."""
        self._window.right.setVisible(on)

    def to_findings(self) -> None:
        """Go to the list of findings."""
        self._side(0)
        self._window.findings.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def to_snippets(self) -> None:
        """Go to the search of the snippets."""
        self._side(1)
        self._window.snippets.focus_search()

    def to_fields(self) -> None:
        """Go to the fields."""
        self._side(2)
        self._window.details.refresh()
        self._window.fields.focus_first()

    def find(self) -> None:
        """Look for something in the text."""
        self._window.find_bar.open()

    def replace(self) -> None:
        """Look for something in the text and put something else in its place."""
        self._window.find_bar.open(replacing=True)

    def find_on(self, way: int) -> None:
        """Go to the next (1) or previous (-1) place of what was looked for last."""
        bar = self._window.find_bar
        if bar.isHidden():
            bar.open()
        if way > 0:
            bar.next()
        else:
            bar.previous()

    def to_outline(self) -> None:
        """Go to the tree."""
        self._window.left.setVisible(True)
        self._window.outline.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def filter_outline(self) -> None:
        """Go to the field that filters the tree."""
        self._window.left.setVisible(True)
        self._window.outline.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def expand_outline(self, level: int) -> None:
        """Unfold the tree to a level."""
        self._window.outline.expand_to(level)

    def lock_tree(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Forbid dragging in the tree, or allow it."""
        self._window.workplace.change(lock_tree=on)

    def to_editor(self) -> None:
        """Go back to the text."""
        self._window.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move_on(self, way: int) -> None:
        """Take the keys to the next (1) or previous (-1) of tree, text, find bar and panel."""
        window = self._window
        places = [window.outline, window.editor, *window.split.findChildren(Beside)]
        if "find_bar" in vars(window):
            places.append(window.find_bar)
        places.append(window.tabs.currentWidget())
        shown = [place for place in places if place.isVisible()]
        here = window.focusWidget()
        at = next((n for n, one in enumerate(shown) if one is here or one.isAncestorOf(here)), -1)
        _give_keys(shown[(at + way) % len(shown)])

    def zoom(self, way: int) -> None:
        """Show the text a step larger (1), a step smaller (-1) or in its own size (0)."""
        zoom = self._window.zoom
        larger = [step for step in _STEPS if step > zoom] or [_STEPS[-1]]
        smaller = [step for step in _STEPS if step < zoom] or [_STEPS[0]]
        self._window.set_zoom({1: larger[0], -1: smaller[-1]}.get(way, 100))

    def fit_width(self) -> None:
        """Show the page as wide as there is room for it."""
        fit_page(self._window, self._window.editor.page.room)

    def show_beside(self) -> None:
        """Ask for another document and show it beside this one, to read while writing."""
        window = self._window
        path = window.session.path
        from pathlib import Path

        folder = path.parent if path else Path.home()
        for chosen in window.workplace.ask.open_files(window, folder)[:1]:
            window.opening.show_beside(chosen)

    def set_dark(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Use the dark colours, or the light ones."""
        self._window.workplace.change(theme="dark" if on else "light")

    def set_contrast(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Use the colours of highest contrast, or the light ones."""
        self._window.workplace.change(theme="contrast" if on else "light")

    def show_counts(self) -> None:
        """Show how much the text holds."""
        from ui.dialogs.counting import CountsDialog

        window = self._window
        speed = window.workplace.settings.speech
        CountsDialog(
            window.session.document(), window.following.selected_text(), speed, window
        ).open()

    def _side(self, tab: int) -> None:
        self._window.right.setVisible(True)
        self._window.tabs.setCurrentIndex(tab)


def _give_keys(place: QWidget) -> None:
    """Give the keys to a place: to itself, or to its list or first field."""
    if place.focusPolicy() & Qt.FocusPolicy.TabFocus:
        wanted = place
    else:
        kinds = (QAbstractItemView, QTextEdit, QLineEdit)
        inner = [part for kind in kinds for part in place.findChildren(kind) if part.isVisible()]
        wanted = inner[0] if inner else place
    wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)


def fit_page(window: Window, room: int) -> None:
    """Show the page as wide as a room in pixels; letters come in whole pixels, so it is tried."""
    page = window.editor.page
    window.set_zoom(page.fitting(room))
    for _ in range(_TRIES):
        if page.width <= room:
            break
        window.set_zoom(page.zoom - 1)
