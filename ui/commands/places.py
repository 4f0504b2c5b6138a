"""Going to a heading or bookmark, and setting bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.document.model import Span
from app.document.outline import NodeType, walk
from ui.editor import bookmarks

if TYPE_CHECKING:
    from ui.dialogs.go_to import Target
    from ui.window import Window

_SHOWN = 60  # characters of a paragraph that the list shows


class PlaceCommands:
    """What the menu 编辑 does to come back to places."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def toggle_bookmark(self) -> None:
        """Mark the paragraph of the caret, or take its mark off."""
        on = bookmarks.toggle(self._window.editor)
        self._window.say("已加上书签。" if on else "已去掉书签。")

    def go_bookmark(self, way: int) -> None:
        """Go to the next (1) or previous (-1) bookmark."""
        if not bookmarks.go(self._window.editor, way):
            self._window.say("还没有书签。按 Ctrl+F2 在光标所在的段落加上书签。")

    def go_back(self) -> None:
        """Go to where the text was last changed, from there to the change before."""
        if not self._window.trail.back():
            self._window.say("还没有改动过。")

    def go_to(self) -> None:
        """Show the headings and bookmarks, to go to one."""
        from ui.dialogs.go_to import GoToDialog

        window = self._window
        here = window.editor.caret().block
        dialog = GoToDialog(self._targets(), here, window.workplace.colors, window)
        dialog.chosen.connect(self._go)
        dialog.open()

    def _go(self, block: int) -> None:
        self._window.editor.show_span(Span(block, 0, 0))
        self._window.editor.setFocus()

    def _targets(self) -> list[Target]:
        from ui.dialogs.go_to import Target

        document = self._window.session.document()
        marked = set(bookmarks.places(document))
        wanted = {NodeType.PART, NodeType.HEADING}
        heads = {
            node.block: Target(
                node.block, f"{node.number}{node.text}"[:_SHOWN], max(node.level - 1, 0),
                node.block in marked,
            )
            for node in walk(self._window.following.structure.tree)
            if node.type in wanted
        }  # fmt: skip
        depth = 0
        found: list[Target] = []
        for block in sorted(heads.keys() | marked):
            if block in heads:
                depth = heads[block].depth
                found.append(heads[block])
            else:
                text = document.blocks[block].text.strip()[:_SHOWN] or "（空行）"
                found.append(Target(block, text, depth + 1, bookmark=True))
        return found
