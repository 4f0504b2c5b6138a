"""The menus over the text and over the list of findings: what can be done with a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.commands.aside import ways_to_ignore
from ui.commands.layout import is_table, turn_table
from ui.findings.model import mends_offered
from ui.menus import Call

if TYPE_CHECKING:
    from app.checks import Finding
    from ui.editor.editor import Editor
    from ui.window import Window

_USUAL = (
    "cut", "copy", "paste", "paste-plain", "select-all", "", "find", "insert-snippet", "",
    "insert-after",
)  # fmt: skip


def text_menu(window: Window, place: QPoint) -> QMenu:
    """Return the menu for a point of the editor's viewport."""
    menu = QMenu(window)
    editor = window.editor
    position = _click(editor, place)
    finding: Finding | None = editor.underlines.finding_at(position)  # type: ignore[assignment]  # ours
    if finding is None and position == editor.textCursor().position():  # where F8 has led
        finding = window.checks.here()
    if finding is not None:
        add_finding(menu, window, finding)
        menu.addSeparator()
    number = editor.document().findBlock(position).blockNumber()
    if is_table(window, number):
        turn = menu.addAction(window.commands_by_id["turn-table"].text())
        turn.triggered.connect(Call(turn_table, window, number))
        menu.addSeparator()
    for name in _USUAL:
        if name:
            menu.addAction(window.commands_by_id[name])
        else:
            menu.addSeparator()
    # Not addMenu: the binding would let this menu take the shared one with it when it goes.
    menu.addAction(window.menus["格式/段落类型"].menuAction())
    return menu


def _click(editor: Editor, place: QPoint) -> int:
    """Put the caret where the menu was asked for, unless what is selected lies there."""
    clicked, cursor = editor.cursorForPosition(place), editor.textCursor()
    if not cursor.selectionStart() <= clicked.position() <= cursor.selectionEnd():
        editor.setTextCursor(clicked)
    return clicked.position()


def add_finding(menu: QMenu, window: Window, finding: Finding) -> None:
    """Put what can be done with a finding into a menu."""
    checks = window.checks
    title = menu.addAction(finding.message.split("\n")[0][:40])
    title.setEnabled(False)
    for fix in finding.fixes:
        menu.addAction(fix.title).triggered.connect(Call(checks.fix, finding, fix))
    if offered := mends_offered(finding, window.shown_findings):
        every = menu.addAction(offered)
        every.triggered.connect(Call(checks.fix_all_of_rule, finding.check))
    menu.addSeparator()
    ignoring = menu.addMenu("忽略")
    for reach, name in ways_to_ignore(finding):
        ignoring.addAction(name).triggered.connect(Call(checks.ignore, finding, reach))
    menu.addAction("检查说明").triggered.connect(Call(checks.explain, finding.check))
