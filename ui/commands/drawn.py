"""What is drawn from the structure: the outline as text or file, the table of tasks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app import formats
from app.document.digest import outline_text
from app.document.model import Block, Document, Role, Run, normal
from app.document.outline import NodeType, outline, walk
from app.errors import AppError

if TYPE_CHECKING:
    from ui.window import Window

_WORD = "Word 文档 (*.docx)"
_TEXT = "纯文本 (*.txt)"


class DrawnCommands:
    """The outline and the tasks of the text, taken out of it."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def copy_outline(self) -> None:
        """Put the outline as indented text on the clipboard."""
        QGuiApplication.clipboard().setText(outline_text(self._document()))
        self._window.say("提纲文字已复制。")

    def save_outline(self) -> None:
        """Ask for a name and write the outline as a document, or as indented text, of its own."""
        document = self._document()
        made = outline_document(document)

        def save(path: Path) -> object:
            if path.suffix.lower() == ".txt":
                lines = outline_text(document).split("\n")
                return formats.save_file(path, Document(tuple(map(_line, lines))), None)
            return formats.save_file(path, made, None)

        self._save("提纲", save, f"{_WORD};;{_TEXT}")

    def save_tasks(self) -> None:
        """Ask for a name and write the table of tasks drawn from the text."""
        document = self._document()
        self._save("任务分解表", lambda path: formats.save_tasks(path, document), _WORD)

    def _document(self) -> Document:
        return self._window.session.document()

    def _save(self, name: str, save: Callable[[Path], object], kinds: str) -> None:
        window = self._window
        proposed = window.files.proposed(".docx", f"（{name}）")
        path = window.workplace.ask.save_file(window, f"{name}另存为", proposed, kinds)
        if path is None:
            return
        try:
            save(path)
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
        else:
            window.say(f"{name}已保存为“{path.name}”。")


def outline_document(document: Document) -> Document:
    """Return the title and the sections of a text, points left out, as a document of its own."""
    shown = [
        Block(normal([Run(f"{node.number}{node.text}")]), document.blocks[node.block].role)
        for node in walk(outline(document))
        if node.type is not NodeType.POINT
    ]
    titles = [block for block in document.blocks if block.role is Role.TITLE]
    return Document((*titles, *shown))


def _line(text: str) -> Block:
    return Block(normal([Run(text)]))
