"""What numbering anew would change, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from app.document.edits import Edit, TextEdit
from app.document.model import Document
from ui.dialogs.frame import Frame

_SHOWN = 28  # characters of a paragraph


class RenumberDialog(Frame):
    """Lists each number that changes, as it is and as it will be."""

    def __init__(
        self, document: Document, edits: Sequence[Edit], name: str, parent: QWidget | None
    ) -> None:
        super().__init__("重新编号", parent, 560, 420)
        lines = changes(document, edits)
        self.add_note(f"{name}有 {len(lines)} 处序号要改。改动合为一步，可以一次撤销。")
        self.list = QListWidget(self)
        self.list.setAccessibleName("要改的序号")
        self.list.addItems(lines)
        self.column.addWidget(self.list)
        taking = QPushButton("改正序号", self)
        taking.clicked.connect(self.accept)
        self.add_buttons([], [self.closing_button("取消"), taking])


def changes(document: Document, edits: Sequence[Edit]) -> list[str]:
    """Return one line for each changed number, in the order of the text."""
    found: list[tuple[int, int, str]] = []
    for edit in edits:
        if isinstance(edit, TextEdit):
            text = document.blocks[edit.block].text
            old, rest = text[edit.start : edit.end], text[edit.end :].split("。")[0]
            rest = rest if len(rest) <= _SHOWN else f"{rest[:_SHOWN]}…"
            found.append((edit.block, edit.start, f"{old or '（无）'}  →  {edit.text}　{rest}"))
    return [line for _, _, line in sorted(found)]
