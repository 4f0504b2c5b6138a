"""The menu over the text: mends of the finding under the mouse, then the usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.menus import Call

if TYPE_CHECKING:
    from app.checks import Finding
    from ui.window import Window

_USUAL = ("cut", "copy", "paste", "", "find", "insert-snippet", "", "insert-after")


def text_menu(window: Window, place: QPoint) -> QMenu:
    """Return the menu for a point of the editor's viewport."""
    menu = QMenu(window)
    editor = window.editor
    position = editor.cursorForPosition(place).position()
    finding: Finding | None = editor.underlines.finding_at(position)  # type: ignore[assignment]  # ours
    if finding is not None:
        _add_finding(menu, window, finding)
        menu.addSeparator()
    for name in _USUAL:
        if name:
            menu.addAction(window.commands_by_id[name])
        else:
            menu.addSeparator()
    menu.addMenu(window.menus["格式/段落类型"])
    return menu


def _add_finding(menu: QMenu, window: Window, finding: Finding) -> None:
    title = menu.addAction(finding.message.split("\n")[0][:40])
    title.setEnabled(False)
    for fix in finding.fixes:
        menu.addAction(fix.title).triggered.connect(Call(window.checks.fix, finding, fix))
    menu.addAction("忽略这一处").triggered.connect(Call(window.checks.ignore, finding, "here"))
    menu.addAction("检查说明").triggered.connect(Call(window.checks.explain, finding.check))
