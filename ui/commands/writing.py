"""Writing: moving and joining paragraphs, selecting, painting looks, putting dates and signs in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.document import wrapping
from ui.editor import writing
from ui.editor.dates import DateForm, date_text
from ui.editor.view import Focus, View

if TYPE_CHECKING:
    from ui.window import Window


class WritingCommands:
    """What the menus 编辑, 格式 and 插入 do to the paragraph or selection."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._painter = writing.FormatPainter(window.editor)
        self._view = View(window.editor)

    def move_line(self, way: int) -> None:
        """Move the selected paragraphs up (-1) or down (1)."""
        writing.move_blocks(self._window.editor, way)

    def duplicate_line(self) -> None:
        """Put a copy of the selected paragraphs below them."""
        writing.duplicate(self._window.editor)

    def join_lines(self) -> None:
        """Make the selected paragraphs one."""
        writing.join(self._window.editor)

    def join_broken(self) -> None:
        """Make one paragraph of each that a PDF or an e-mail has broken into lines."""
        window = self._window
        edits = wrapping.join_lines(window.session.document())
        if not edits:
            window.say("没有被拆成几行的段落。")
            return
        window.editor.apply(edits)
        window.say(f"已合并 {len(edits)} 个被拆开的段落。按 Ctrl+Z 撤销。")

    def select_sentence(self) -> None:
        """Select the sentence of the caret."""
        writing.select_sentence(self._window.editor)

    def select_paragraph(self) -> None:
        """Select the paragraph of the caret."""
        writing.select_paragraph(self._window.editor)

    def clear_formatting(self) -> None:
        """Take all looks off the selection."""
        writing.clear_formatting(self._window.editor)

    def paint_format(self) -> None:
        """Take the look at the caret for the next selection of the mouse."""
        self._painter.take()
        self._window.say("用鼠标选中要刷的文字，按 Esc 取消。")

    def insert_date(self, form: DateForm) -> None:
        """Put today's date in."""
        self._window.editor.insert(date_text(date.today(), form))  # noqa: DTZ011  the user's day

    def insert_text(self, text: str) -> None:
        """Put a sign in."""
        self._window.editor.insert(text)

    def next_slot(self, way: int) -> None:
        """Go to the next (1) or previous (-1) place still to fill."""
        if not writing.go_to_slot(self._window.editor, way):
            self._window.say("没有待填项了。")

    def focus_paragraph(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Dim everything but the paragraph of the caret."""
        self._set_focus(Focus.PARAGRAPH if on else Focus.OFF)

    def focus_section(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Dim everything but the section of the caret."""
        self._set_focus(Focus.SECTION if on else Focus.OFF)

    def typewriter(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Keep the line of the caret in the middle of the screen."""
        self._view.set_typewriter(on)

    def _set_focus(self, focus: Focus) -> None:
        self._view.set_focus(focus)
        actions = self._window.commands_by_id
        actions["focus-paragraph"].setChecked(focus is Focus.PARAGRAPH)
        actions["focus-section"].setChecked(focus is Focus.SECTION)
