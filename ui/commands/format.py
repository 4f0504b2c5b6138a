"""Looks and paragraph types: the menu 格式."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.document.edits import RoleEdit
from app.document.model import Align, Role
from app.document.recognize import recognized

if TYPE_CHECKING:
    from ui.window import Window


class FormatCommands:
    """The menu 格式."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def toggle(self, mark: str) -> None:
        """Set or take off a mark on the selection."""
        self._window.editor.toggle(mark)  # type: ignore[arg-type]  # the commands name only marks

    def set_align(self, align: Align) -> None:
        """Give the selected paragraphs an alignment of their own."""
        self._window.editor.set_align(align)

    def align_as_role(self) -> None:
        """Give the selected paragraphs the alignment of their role."""
        self._window.editor.set_align(None)

    def set_role(self, role: Role) -> None:
        """Give the selected paragraphs a role."""
        self._window.editor.set_role(role)

    def turn_table(self) -> None:
        """Let the table at the caret stand sideways in print and in the saved file, or upright."""
        from ui.commands.layout import turn_table

        turn_table(self._window)

    def recognize_role(self) -> None:
        """Leave the role of the selected paragraphs to recognition again."""
        from dataclasses import replace

        editor = self._window.editor
        before = editor.snapshot()
        numbers = editor.selected_blocks()
        blocks = tuple(
            replace(block, chosen=False) if number in numbers else block
            for number, block in enumerate(before.blocks)
        )
        after = recognized(replace(before, blocks=blocks))
        edits = [RoleEdit(n, after.blocks[n].role, chosen=False) for n in numbers]
        editor.apply([edit for edit in edits if before.blocks[edit.block].object is None])
