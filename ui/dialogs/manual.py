"""The manual, offline and searchable."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.resources import shipped
from ui import theme
from ui.dialogs.frame import room_for

if TYPE_CHECKING:
    from ui.window import Window


_MARGIN = 24  # pixels around the text
_HEADING = re.compile(r"^(?=#{1,2} )", re.MULTILINE)


class ManualWindow(QWidget):
    """Chapters at the left, text at the right, one search box over both."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("文衡使用说明")
        self._chapters = chapters(folder)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("在说明中查找")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("在说明中查找")
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._next)
        self.list = QListWidget(self)
        self.list.setFixedWidth(min(theme.grown(220), room_for(self).width() // 3))
        self.list.setAccessibleName("章节")
        self.text = _Pages(self)
        self.text.setAccessibleName("说明正文")
        self.text.setOpenLinks(False)
        self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        self.text.document().setDocumentMargin(_MARGIN)
        for title, _ in self._chapters:
            self.list.addItem(QListWidgetItem(title))
        self.list.currentRowChanged.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(row, 1)
        self.resize(QSize(theme.grown(900), theme.grown(640)).boundedTo(room_for(self)))
        self.list.setCurrentRow(0)

    @staticmethod
    def show_for(window: Window) -> None:
        """Show the manual, the one already open where there is one."""
        place = window.workplace
        if place.manual is None:
            place.manual = ManualWindow(shipped("resources") / "manual")
            place.manual.destroyed.connect(place.forget_manual)
        place.manual.show()
        place.manual.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, the search box first emptied."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pictures in the new width."""
        super().resizeEvent(event)
        place = self.text.verticalScrollBar().value()
        self._show(self.list.currentRow())
        self.text.verticalScrollBar().setValue(place)

    def _show(self, row: int) -> None:
        if row >= 0:
            self.text.document().setMarkdown(self._chapters[row][1])
            self._mark()

    def _filter(self, text: str) -> None:
        shown: list[int] = []
        for row, (title, body) in enumerate(self._chapters):
            holds = text.lower() in f"{title}{body}".lower()
            self.list.item(row).setHidden(not holds)
            shown += [row] if holds else []
        best = max(shown, key=lambda row: self._weight(row, text), default=-1)
        if (text and best >= 0) or self.list.currentRow() not in shown:
            self.list.setCurrentRow(best)
        if shown:
            self._mark()
        else:
            self.text.setPlainText(f"没有找到“{text}”。换一个词，或清空查找框看全部章节。")

    def _weight(self, row: int, text: str) -> tuple[bool, int]:
        """Return how much a chapter is about a text: named so, then how often it says so."""
        title, body = self._chapters[row]
        return text.lower() in title.lower(), body.lower().count(text.lower())

    def _mark(self) -> None:
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.Start)
        self.text.setTextCursor(cursor)
        self._next()

    def _next(self) -> None:
        wanted = self.search.text()
        if wanted and not self.text.find(wanted):
            cursor = self.text.textCursor()
            cursor.movePosition(cursor.MoveOperation.Start)
            self.text.setTextCursor(cursor)
            self.text.find(wanted, QTextDocument.FindFlag(0))


class _Pages(QTextBrowser):
    """Shows text with pictures that are no wider than itself."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return what a text refers to, a picture as small as there is room for it."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture = QImage.fromData(found)
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.contentsRect().width() - bar - 2 * _MARGIN
        if picture.width() > room > 0:
            picture.setDevicePixelRatio(picture.width() / room)
        return picture


def chapters(folder: Path) -> list[tuple[str, str]]:
    """Return (title, Markdown) of each chapter: what stands under a heading of level 1 or 2."""
    found: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*.md")):
        for part in _HEADING.split(path.read_text("utf-8")):
            title, _, body = part.partition("\n")
            if body.strip():
                found.append((title.lstrip("# ").strip(), part))
    return found
