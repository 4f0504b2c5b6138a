"""Place and size of a window and its panels: kept when it closes, taken up by the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from ui.dialogs.frame import TITLE_BAR

if TYPE_CHECKING:
    from ui.window import Window

_FIRST = (1360, 840)  # pixels, where there is room


def take_up(window: Window) -> None:
    """Give a window the place that the last one had, at first one with room for all."""
    memory = window.workplace.memory
    if not memory.geometry:
        room = window.screen().availableSize()
        window.resize(min(_FIRST[0], room.width()), min(_FIRST[1], room.height() - TITLE_BAR))
        return
    window.restoreGeometry(QByteArray.fromHex(memory.geometry.encode()))
    window.restoreState(QByteArray.fromHex(memory.panels.encode()))
    window.findings.order.setCurrentIndex(memory.order)
    if 0 <= memory.tab < window.tabs.count():
        window.tabs.setCurrentIndex(memory.tab)


def keep(window: Window) -> None:
    """Remember the place of a window that shows a text, its panels as they are with it."""
    while window.alone.leave():
        pass
    if window.pages.currentIndex() == 0:
        window.workplace.remember(
            geometry=bytes(window.saveGeometry().toHex().data()).decode(),
            panels=bytes(window.saveState().toHex().data()).decode(),
            tab=window.tabs.currentIndex(),
            order=window.findings.order.currentIndex(),
        )
