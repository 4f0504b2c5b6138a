"""Menus, toolbar and shortcuts, built from the actions that `ui.actions` declares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from ui import theme
from ui.actions import MENUS, Command
from ui.theme import Theme


class Later:
    """Calls a method of a window by its path, looked up when the call comes.

    So what stands behind it need not be imported before it is first used. With a `value` the
    method gets that in place of what the signal brings.
    """

    def __init__(self, window: QObject, path: str, value: Any = None) -> None:
        self._window, self._path, self._value = window, path, value

    def __call__(self, *given: Any) -> None:
        """Call the method with what the signal brings."""
        resolved(self._window, self._path)(*(given if self._value is None else (self._value,)))


class Call:
    """Calls something with the values that an entry of a menu stands for."""

    def __init__(self, run: Callable[..., object], *values: object) -> None:
        self._run, self._values = run, values

    def __call__(self, *_: object) -> None:
        """Call it, whatever the signal brings."""
        self._run(*self._values)


def resolved(window: QObject, path: str) -> Callable[..., Any]:
    """Return the method a command runs; AttributeError where the window has none such."""
    return attrgetter(path)(window)


def build(window: QObject, all_commands: Iterable[Command]) -> dict[str, QAction]:
    """Return one QAction for each command, connected to what it runs, by id, without keys."""
    made: dict[str, QAction] = {}
    for command in all_commands:
        action = QAction(command.title, window)
        action.setObjectName(command.id)
        action.setData(command.id)
        action.setCheckable(command.checkable)
        action.setIconVisibleInMenu(not command.checkable)  # it would stand in place of the tick
        action.setStatusTip(command.tip)
        action.setMenuRole(QAction.MenuRole.NoRole)
        run = Later(window, command.run, command.value)
        action.triggered.connect(_Checked(run, action) if command.checkable else _Plain(run))
        made[command.id] = action
    return made


def give_keys(all_commands: Iterable[Command], actions: Mapping[str, QAction]) -> None:
    """Give the actions their keys, in the tips too."""
    for command in all_commands:
        action, tip = actions[command.id], command.tip or command.title.rstrip("…")
        # read as written: for a name as shown the translation would be asked for every key there is
        keys = [QKeySequence.fromString(key) for key in command.all_keys]
        action.setShortcuts(keys)
        shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
        action.setToolTip(f"{tip}（{shown}）" if shown else tip)


def fill_menus(
    bar: QMenuBar, all_commands: Iterable[Command], actions: Mapping[str, QAction]
) -> dict[str, QMenu]:
    """Put the actions into the menus of a menu bar; return the menus by name."""
    menus = {name: bar.addMenu(f"{name}(&{letter})") for name, letter in MENUS.items()}
    last: dict[str, int] = {}
    for command in all_commands:
        if not command.menu:
            continue
        top, _, sub = command.menu.partition("/")
        if last.get(top, command.group) != command.group:
            menus[top].addSeparator()
        last[top] = command.group
        if sub and command.menu not in menus:
            menus[command.menu] = menus[top].addMenu(sub)
        menus[command.menu].addAction(actions[command.id])
    return menus


def fill_toolbar(
    bar: QToolBar, all_commands: Iterable[Command], actions: Mapping[str, QAction]
) -> None:
    """Put the actions that have a place there into the toolbar, group by group."""
    placed = sorted((c for c in all_commands if c.toolbar), key=lambda c: c.toolbar)
    group = placed[0].toolbar if placed else 0
    for command in placed:
        if command.toolbar != group:
            bar.addSeparator()
            group = command.toolbar
        bar.addAction(actions[command.id])


def paint_icons(
    all_commands: Iterable[Command], actions: Mapping[str, QAction], colors: Theme
) -> None:
    """Draw the icons of some actions in the colours of a theme."""
    for command in all_commands:
        if command.icon:
            actions[command.id].setIcon(theme.icon(command.icon, colors.text, colors.faint))


class _Plain:
    """Drops the checked state that Qt passes along."""

    def __init__(self, run: Later) -> None:
        self._run = run

    def __call__(self, *_: object) -> None:
        self._run()


class _Checked:
    """Hands on the checked state, which Qt passes to named slots only."""

    def __init__(self, run: Later, action: QAction) -> None:
        self._run, self._action = run, action

    def __call__(self, *_: object) -> None:
        self._run(self._action.isChecked())
