"""What all open windows share: folders, settings, what is remembered, colours, snippets."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QStyleFactory

from app import settings
from app.settings import Folders, Settings
from ui import theme
from ui.collecting import Collector
from ui.dialogs.ask import Ask
from ui.snippets.stock import SnippetStock

if TYPE_CHECKING:
    from app.journal import Copy
    from app.snippets import Library
    from ui.dialogs.manual import ManualWindow
    from ui.window import Window

_LOG = logging.getLogger("wenheng")


@dataclass(frozen=True, slots=True)
class Memory:
    """What the program remembers without being told: nothing in it is a choice of the user's."""

    recent: tuple[str, ...] = ()
    session: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()  # files and the paragraphs in which they were left
    fields: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    geometry: str = ""
    panels: str = ""
    tab: int = 0  # of the panel at the right
    order: int = 0  # of the findings: by kind, by place
    toured: bool = False
    types_elsewhere: bool = False  # wants no word on a missing input method


class Workplace(QObject):
    """The one object that knows all windows; made by `ui.main`, handed to each window."""

    settings_changed = Signal(object)  # Settings
    recent_changed = Signal()

    def __init__(self, folders: Folders, ask: Ask) -> None:
        """Read the settings and what is remembered from `folders`; `ask` asks the user."""
        super().__init__()
        self.ask = ask
        self.collector = Collector(self)
        self.folders = folders
        self.settings = settings.load(Settings, folders.settings / "settings.json")
        self.memory = settings.load(Memory, folders.data / "memory.json")
        self.windows: list[Window] = []
        self.manual: ManualWindow | None = None
        self.stock = SnippetStock(folders.data / "snippets", self)
        self.stock.use_shared(self.settings.shared_snippets)

    @property
    def colors(self) -> theme.Theme:
        """The theme in use."""
        return theme.THEMES[self.settings.theme]

    @property
    def library(self) -> Library:
        """The snippets, shipped, shared and own; read when first asked for."""
        return self.stock.library

    def dress(self, application: QApplication) -> None:
        """Give the application the style, colours and fonts of the settings."""
        style = None if application.styleSheet() else QStyleFactory.create("Fusion")
        if style is not None:  # below the sheet it stays: all is laid out anew for another
            application.setStyle(style)
        application.setFont(theme.font(self.settings.scale))
        application.setPalette(theme.palette(self.colors))
        application.setStyleSheet(theme.stylesheet(self.colors, self.settings.scale))

    def change(self, **values: Any) -> None:
        """Change settings by name, keep them, and tell every window."""
        before = self.settings
        self.settings = replace(before, **values)
        if self.settings == before:
            return
        self._keep(self.settings, self.folders.settings / "settings.json")
        self.stock.use_shared(self.settings.shared_snippets)
        application = QApplication.instance()
        looks = (before.theme, before.scale) != (self.settings.theme, self.settings.scale)
        if looks and isinstance(application, QApplication):
            self.dress(application)
        self.settings_changed.emit(self.settings)

    def remember(self, **values: Any) -> None:
        """Remember something about how the program was left."""
        before = self.memory
        self.memory = replace(before, **values)
        if self.memory != before:
            self._keep(self.memory, self.folders.data / "memory.json")
            if self.memory.recent != before.recent:
                self.recent_changed.emit()

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        name = str(path.absolute())
        others = [known for known in self.memory.recent if known != name]
        self.remember(recent=tuple([name, *others][: self.settings.recent]))

    def forget_file(self, path: Path) -> None:
        """Take a file out of the recent ones: it is gone."""
        gone = str(path.absolute())
        self.remember(recent=tuple(name for name in self.memory.recent if name != gone))

    def new_window(self) -> Window:
        """Return a new blank window, placed a little beside the last one."""
        from ui.window import Window

        window = Window(self)
        if self.windows:
            room = window.screen().availableGeometry()
            beside = self.windows[-1].pos() + QPoint(32, 32)
            fits = room.contains(QRect(beside, window.size()))
            window.move(beside if fits else room.topLeft())
        self.windows.append(window)
        return window

    def closed(self, window: Window) -> None:
        """A window has let go of everything."""
        if window in self.windows:
            self.windows.remove(window)
        if not self.windows:
            left = window.session.path
            self.remember(session=(str(left.absolute()),) if left else ())
            self.stock.close()
        self.collector.closed()
        window.deleteLater()

    def forget_manual(self) -> None:
        """The manual was put away."""
        self.manual = None

    def quit(self) -> bool:
        """Close every window; False where the user kept one open."""
        left = [str(w.session.path.absolute()) for w in self.windows if w.session.path]
        if not all(window.close() for window in list(self.windows)):
            return False
        self.remember(session=tuple(left))
        return True

    def orphans(self) -> tuple[Copy, ...]:
        """Return the recovery copies that an earlier run left behind."""
        from app import journal

        return journal.orphans(self.folders.recovery)

    def window_of(self, path: Path) -> Window | None:
        """Return the window that shows a file, None where none does."""
        for window in self.windows:
            known = window.session.path
            if known is not None and known.absolute() == path.absolute():
                return window
        return None

    def _keep(self, value: object, path: Path) -> None:
        try:
            settings.store(value, path)
        except OSError:
            _LOG.exception("could not keep %s", path.name)
