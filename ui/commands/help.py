"""Preferences, palette, manual, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window import Window


class HelpCommands:
    """The menu 帮助, and the preferences."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def show_preferences(self) -> None:
        """Show the preferences."""
        from ui.preferences import PreferencesDialog

        PreferencesDialog(self._window.workplace, self._window).open()

    def show_palette(self) -> None:
        """Show the search over all commands."""
        from ui.dialogs.palette import PaletteDialog

        window = self._window
        dialog = PaletteDialog(window.commands, window.workplace.colors, window)
        dialog.run_wished.connect(window.run_command)
        dialog.open()

    def show_shortcuts(self) -> None:
        """Show all keys, to change them."""
        from ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window.workplace, self._window).open()

    def show_manual(self) -> None:
        """Show the manual."""
        from ui.dialogs.manual import ManualWindow

        ManualWindow.show_for(self._window)

    def show_tour(self) -> None:
        """Show the page for the first day."""
        from ui.dialogs.tour import TourDialog

        dialog = TourDialog(self._window.workplace.colors, self._window)
        dialog.sample_wished.connect(self._window.files.open_sample)
        dialog.show()

    def show_about(self) -> None:
        """Show what the program is."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._window.workplace.colors, self._window).open()
