"""Every action as data; menus, toolbar, shortcuts and the command palette are built from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from PySide6.QtGui import QKeySequence

from ui.actions import program
from ui.actions.command import MENUS, Command
from ui.actions.review import reviewing
from ui.actions.tree import structuring
from ui.actions.writing import editing, focusing, going, inserting, writing

__all__ = ["MENUS", "Command", "commands", "conflicts", "with_shortcuts"]


@cache
def commands() -> tuple[Command, ...]:
    """Return every command, in the order of the menus."""
    groups = (
        program.files(), program.output(), program.edits(), going(), writing(), editing(),
        structuring(), inserting(), program.checks(), reviewing(), program.views(),
        program.looks(), focusing(), program.colors(), program.helping(),
    )  # fmt: skip
    return tuple(command for group in groups for command in group)


def with_shortcuts(
    all_commands: Iterable[Command], chosen: Mapping[str, str]
) -> tuple[Command, ...]:
    """Return the commands with the keys the user has chosen in place of their own."""
    return tuple(
        replace(one, keys=chosen[one.id]) if one.id in chosen else one for one in all_commands
    )


def conflicts(all_commands: Iterable[Command]) -> tuple[tuple[Command, Command], ...]:
    """Return the pairs of commands that ask for the same key."""
    seen: dict[str, Command] = {}
    found: list[tuple[Command, Command]] = []
    for one in all_commands:
        for keys in (QKeySequence(key).toString() for key in one.all_keys):
            if keys in seen:
                found.append((seen[keys], one))
            seen.setdefault(keys, one)
    return tuple(found)
